package diagram

// bucketWide is the range of costs that share a bucket: half a step. Within it
// the order of costs does not count.
const bucketWide = 5

// item is a state to visit and the least that a way through it costs.
type item struct {
	f     int32
	state int32
}

// queue gives out states by cost, the latest first among about equal ones. Its
// buckets are kept from search to search.
type queue struct {
	buckets [][]item
	low     int // no bucket below holds an item
	high    int // nor any above
	len     int
}

func (q *queue) reset() {
	for i := q.low; i <= q.high && i < len(q.buckets); i++ {
		q.buckets[i] = q.buckets[i][:0]
	}
	q.low, q.high, q.len = 0, 0, 0
}

func (q *queue) push(f, state int32) {
	b := int(f) / bucketWide
	for len(q.buckets) <= b {
		q.buckets = append(q.buckets, nil)
	}
	q.buckets[b] = append(q.buckets[b], item{f, state})
	q.low, q.high = min(q.low, b), max(q.high, b)
	q.len++
}

// least reports whether nothing in the queue costs clearly less than f.
func (q *queue) least(f int32) bool { return int(f)/bucketWide <= q.low }

// pop takes the cheapest item; the queue must hold one.
func (q *queue) pop() (f, state int32) {
	for len(q.buckets[q.low]) == 0 {
		q.low++
	}
	b := q.buckets[q.low]
	it := b[len(b)-1]
	q.buckets[q.low] = b[:len(b)-1]
	q.len--
	return it.f, it.state
}
