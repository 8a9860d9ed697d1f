package dialogue

import (
	"regexp"
	"strconv"
	"strings"

	"alarife/internal/lang"
	"alarife/internal/practice"
)

// pairs is a form on which every left side gets a right side: "1c 2a". What is
// missing is asked for; what was given stays.
type pairs struct {
	oneStep
	say         saying
	left, right []practice.Shown
	choose      map[string]string
}

func (p *pairs) answer() practice.Answer { return practice.Answer{Choose: p.choose} }

func (p *pairs) prompt() string {
	if open := p.open(); len(p.choose) > 0 && len(open) > 0 {
		return p.say("prompt.pairs-more", "missing", strings.Join(open, ", "))
	}
	return p.say("prompt.pairs")
}

// open lists the numbers of the left sides that have no right side yet.
func (p *pairs) open() (out []string) {
	for i, l := range p.left {
		if p.choose[l.ID] == "" {
			out = append(out, strconv.Itoa(i+1))
		}
	}
	return out
}

// back forgets the pairs given so far.
func (p *pairs) back() bool {
	some := len(p.choose) > 0
	p.choose = map[string]string{}
	return some
}

var onePair = regexp.MustCompile(`^[\s,;.]*([0-9]+)[\s)]*(?:-|–|=|:|→|->|>)?\s*\(?([a-z])\)?(?:[\s,;.]+|$|([0-9]))`)

func (p *pairs) take(text string) (bool, string) {
	given := map[string]string{}
	rest := strings.TrimSpace(lang.Fold(text))
	if rest == "" {
		return false, p.say("bad.empty")
	}
	if letters := strings.Join(tokens(rest), ""); len(letters) == len(p.left) && !strings.ContainsAny(letters, "0123456789") {
		rest = numbered(letters)
	}
	for rest != "" {
		m := onePair.FindStringSubmatch(rest)
		if m == nil {
			return false, p.say("bad.pairs", "word", short(rest))
		}
		left, right := place(m[1], len(p.left)), place(m[2], len(p.right))
		if left == 0 || right == 0 {
			return false, p.say("bad.pair", "pair", short(m[1]+m[2]), "number", len(p.left), "letter", letterAt(len(p.right)))
		}
		id := p.left[left-1].ID
		if before := given[id]; before != "" && before != p.right[right-1].ID {
			return false, p.say("bad.twice", "number", left)
		}
		given[id] = p.right[right-1].ID
		rest = m[3] + rest[len(m[0]):]
	}
	for id, r := range given {
		p.choose[id] = r
	}
	return len(p.open()) == 0, ""
}

// numbered writes letters alone as pairs: "cab" is "1c 2a 3b".
func numbered(letters string) string {
	var out []string
	for i, l := range letters {
		out = append(out, strconv.Itoa(i+1)+string(l))
	}
	return strings.Join(out, " ")
}

// sequence is a form on which a list is put in order: "3 1 2".
type sequence struct {
	oneStep
	say   saying
	of    []practice.Shown
	order []string
}

func (s *sequence) answer() practice.Answer { return practice.Answer{Order: s.order} }
func (s *sequence) prompt() string          { return s.say("prompt.order", "last", len(s.of)) }

func (s *sequence) take(text string) (bool, string) {
	words := tokens(strings.NewReplacer("→", " ", "->", " ", ">", " ", "-", " ").Replace(text))
	if len(words) == 1 && len(s.of) < 10 {
		words = strings.Split(words[0], "") // "312"
	}
	if len(words) == 0 {
		return false, s.say("bad.empty")
	}
	order, known := []string{}, map[int]bool{}
	for _, word := range words {
		p := place(word, len(s.of))
		if p == 0 || word[0] >= 'a' {
			return false, s.say("bad.number", "word", short(word), "last", len(s.of))
		}
		if known[p] {
			return false, s.say("bad.again", "number", p)
		}
		known[p] = true
		order = append(order, s.of[p-1].ID)
	}
	var missing []string
	for i := range s.of {
		if !known[i+1] {
			missing = append(missing, strconv.Itoa(i+1))
		}
	}
	if len(missing) > 0 {
		return false, s.say("bad.missing", "missing", strings.Join(missing, ", "))
	}
	s.order = order
	return true, ""
}
