package page

import "alarife/internal/export/report"

// List is the table of all things of a kind.
func (b *Book) List(k Kind) *report.Report {
	r := report.New()
	rows := [][]string{{b.say("id"), b.say("title")}}
	for _, t := range b.things[k] {
		title := b.title(t.Ref)
		switch {
		case k == Questions, k == Instances:
			title = b.In(t.About)
		case title == t.ID:
			title = ""
		}
		rows = append(rows, []string{t.ID, title})
	}
	r.Table(2, rows)
	return r
}

// Entry is one thing of a list as JSON.
type Entry struct {
	Kind  Kind   `json:"kind"`
	ID    string `json:"id"`
	Title string `json:"title"`
	About string `json:"about"`
	Guide []int  `json:"guide"` // sessions of the study guide
}

// ListData is the same list as JSON.
func (b *Book) ListData(k Kind) any {
	entries := []Entry{}
	for _, t := range b.things[k] {
		entries = append(entries, b.entry(t))
	}
	return struct {
		Alarife int     `json:"alarife"`
		Catalog string  `json:"catalog"`
		Things  []Entry `json:"things"`
	}{jsonVersion, b.base.Digest, entries}
}

func (b *Book) entry(t Thing) Entry {
	return Entry{Kind: t.Kind, ID: t.ID, Title: b.title(t.Ref), About: b.In(t.About), Guide: append([]int{}, b.sessions(t)...)}
}
