package page

import (
	"bytes"

	"alarife/internal/export/report"
	"alarife/internal/lang"
)

// Marker is the first line of every file of Docs: a comment that tells that
// the file is ours to replace and to remove.
const Marker = "<!-- alarifectl catalog docs -->"

const indexFile = "README.md"

// Docs is the whole catalog as linked Markdown: one page a thing, an index of
// every kind and one of all, by their paths with slashes.
func (b *Book) Docs() (map[string][]byte, error) {
	files := map[string][]byte{}
	put := func(name string, r *report.Report) error {
		var out bytes.Buffer
		out.WriteString(Marker + "\n\n")
		err := r.Markdown(&out)
		files[name] = out.Bytes()
		return err
	}
	if err := put(indexFile, b.contents()); err != nil {
		return nil, err
	}
	for _, k := range Kinds() {
		if err := put(string(k)+"/"+indexFile, b.kindIndex(k)); err != nil {
			return nil, err
		}
		for _, t := range b.things[k] {
			if err := put(t.File(), b.Page(t.Ref)); err != nil {
				return nil, err
			}
		}
	}
	return files, nil
}

// contents is the index of all.
func (b *Book) contents() *report.Report {
	r := report.New()
	r.Heading(1, b.say("catalog"))
	r.Line(b.say("catalog-of", "guide", b.base.Guide.Title, "until", b.base.Guide.Until, "digest", b.base.Digest, "latest", b.base.Prices.Latest()))
	rows := [][]string{{b.say("kind"), b.say("number")}}
	for _, k := range Kinds() {
		name := b.say("kind-many." + string(k))
		rows = append(rows, []string{r.Link(name, name, string(k)+"/"+indexFile), lang.Number(b.Lang, float64(len(b.things[k])), 0)})
	}
	r.Table(1, rows)
	r.Heading(2, b.say("kind-many.sessions"))
	for _, t := range b.things[Sessions] {
		r.Item(0, r.Link(t.ID, b.title(t.Ref), t.File()))
	}
	return r
}

// kindIndex lists the things of a kind with their pages.
func (b *Book) kindIndex(k Kind) *report.Report {
	r := report.New()
	r.Heading(1, b.say("kind-many."+string(k)))
	r.Line(r.Link(b.say("catalog"), b.say("catalog"), "../"+indexFile))
	rows := [][]string{{b.say("id"), b.say("title")}}
	for _, t := range b.things[k] {
		title := b.title(t.Ref)
		if k == Questions || k == Instances {
			title = b.In(t.About)
		}
		rows = append(rows, []string{r.Link(t.ID, t.ID, "../"+t.File()), title})
	}
	r.Table(2, rows)
	return r
}
