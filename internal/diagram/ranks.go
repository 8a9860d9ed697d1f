package diagram

import "alarife/internal/architecture"

// ranks orders the plan's components by the longest way that leads to each,
// and marks the links that run back in that order. It returns the highest.
func (p *plan) ranks() int {
	out := map[*planNode][]*link{}
	callers := p.callers()
	for _, l := range p.links {
		l.back = callers[l.to] && !callers[l.from] ||
			l.from.c.Place == architecture.PrivateSubnet && l.to.c.Place == architecture.PublicSubnet
		out[l.tail()] = append(out[l.tail()], l)
	}
	order := sorted(p.nodes, out)
	for i := len(order) - 1; i >= 0; i-- {
		for _, l := range out[order[i]] {
			if tail, head := l.tail(), l.head(); tail == order[i] {
				head.rank = max(head.rank, tail.rank+1)
			}
		}
	}
	highest := 0
	for _, n := range p.nodes {
		highest = max(highest, n.rank)
	}
	return highest
}

// callers are the components outside the cloud that send something in, and
// those that share a box with them: they stand where the flow begins.
func (p *plan) callers() map[*planNode]bool {
	boxes := map[*planBox]bool{}
	out := map[*planNode]bool{}
	for _, l := range p.links {
		if l.from.outer() && !l.to.outer() {
			out[l.from] = true
			boxes[l.from.box] = l.from.box != nil
		}
	}
	for _, n := range p.nodes {
		if n.outer() && boxes[n.box] {
			out[n] = true
		}
	}
	return out
}

// sorted lists the nodes so that each comes after those that it leads to, and
// turns the links around that close a circle.
func sorted(nodes []*planNode, out map[*planNode][]*link) []*planNode {
	const underWay, done = 1, 2
	state := map[*planNode]int{}
	var order []*planNode
	var visit func(n *planNode)
	visit = func(n *planNode) {
		state[n] = underWay
		for _, l := range out[n] {
			switch head := l.head(); state[head] {
			case 0:
				visit(head)
			case underWay:
				l.back = !l.back
				out[head] = append(out[head], l)
			}
		}
		state[n] = done
		order = append(order, n)
	}
	for _, n := range nodes {
		if state[n] == 0 {
			visit(n)
		}
	}
	return order
}

// tail and head are the ends of a link in the order of the ranks.
func (l *link) tail() *planNode {
	if l.back {
		return l.to
	}
	return l.from
}

func (l *link) head() *planNode {
	if l.back {
		return l.from
	}
	return l.to
}

// fold breaks the picture into rows at a rank: links that lead across no
// longer pull their ends apart.
func (p *plan) fold(at int) {
	for _, l := range p.links {
		l.folded = at > 0 && (l.from.rank < at) != (l.to.rank < at)
	}
}
