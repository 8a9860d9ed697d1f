package practice

// Tests lists all rules that the exercise asks about, sorted: those of its
// notes, or "topic/<topic>" where these name none.
func (x *Exercise) Tests() []string {
	rules := []string{}
	for _, n := range x.Notes {
		rules = append(rules, n.Rules...)
	}
	if len(rules) == 0 {
		return []string{"topic/" + x.Topic}
	}
	return unique(rules)
}
