package dialogue

import (
	"slices"
	"strconv"
	"strings"

	"alarife/internal/fault"
)

// mostStudied is how many pages one question names.
const mostStudied = 4

// study lists the pages of the catalog that rules lead to, the most special
// first: options, review rules, the topic; where there is none of these, the
// sessions of the guide.
func (c *Console) study(rules []string, topic string, guide []int) (ids []string) {
	add := func(id string) {
		if !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	for _, r := range rules {
		if id := c.page(r); id != "" {
			add(id)
		}
	}
	if c.Base.Decision(topic) != nil {
		add(topic)
	}
	if len(ids) > 0 {
		return ids
	}
	for _, s := range guide {
		add("guide-session-" + strconv.Itoa(s))
	}
	return ids
}

// page is the page of a rule: of the option that it stands in, of a review;
// "" for none.
func (c *Console) page(rule string) string {
	parts := strings.Split(rule, "/")
	switch {
	case parts[0] == "review" && len(parts) == 2:
		return parts[1]
	case parts[0] == "topic" && c.Base.Decision(parts[len(parts)-1]) != nil:
		return parts[len(parts)-1]
	case len(parts) >= 2 && c.Base.Decision(parts[0]) != nil && c.Base.CheckOption(parts[0], parts[1], fault.Place{}) == nil:
		return parts[0] + "/" + parts[1]
	}
	return ""
}
