package page

import (
	"slices"
	"sort"
	"strings"

	"alarife/internal/export/report"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// How much a word counts by where it stands. A word that only begins with
// what was asked for counts half.
const (
	inID     = 12
	inTitle  = 8
	inAbout  = 4
	inReason = 2
)

// Hit is one thing that was found.
type Hit struct {
	Entry
	Score int `json:"score"` // the higher, the better it fits
}

// Search lists the things that have every word, in English or Spanish, those
// first that fit best: words of ids and titles count more than those of
// summaries, and those more than reasons. Case and accents do not matter.
func (b *Book) Search(text string) []Hit {
	words := slices.Compact(lang.Words(text))
	if len(words) == 0 {
		return nil
	}
	var hits []Hit
	for _, k := range Kinds() {
		for _, t := range b.things[k] {
			if score := b.score(t, words, lang.Fold(strings.TrimSpace(text))); score > 0 {
				hits = append(hits, Hit{b.entry(t), score})
			}
		}
	}
	sort.SliceStable(hits, func(i, j int) bool { return hits[i].Score > hits[j].Score })
	return hits
}

// score is 0 where a word is missing.
func (b *Book) score(t Thing, words []string, whole string) int {
	found := make([]int, len(words))
	for _, f := range b.fields(t) {
		for _, word := range lang.Words(f.text) {
			for i, w := range words {
				switch {
				case word == w:
					found[i] = max(found[i], 2*f.weight)
				case strings.HasPrefix(word, w):
					found[i] = max(found[i], f.weight)
				}
			}
		}
	}
	total := 0
	for _, n := range found {
		if n == 0 {
			return 0
		}
		total += n
	}
	if lang.Fold(t.ID) == whole || lang.Fold(t.Title.EN) == whole || lang.Fold(t.Title.ES) == whole {
		total += 100
	}
	return total
}

// field is one text that is searched.
type field struct {
	text   string
	weight int
}

// fields lists the texts of a thing.
func (b *Book) fields(t Thing) []field {
	out := []field{{t.ID, inID}, {t.Title.EN, inTitle}, {t.Title.ES, inTitle}, {t.About.EN, inAbout}, {t.About.ES, inAbout}}
	more := func(weight int, texts ...lang.Text) {
		for _, x := range texts {
			out = append(out, field{x.EN, weight}, field{x.ES, weight})
		}
	}
	switch t.Kind {
	case Questions:
		q := b.base.Question(t.ID)
		more(inReason, q.Help)
		for _, c := range q.Choices {
			more(inAbout, c.Text)
		}
	case Services:
		s := b.base.Service(t.ID)
		for _, name := range append([]string{s.Short}, s.Also...) {
			out = append(out, field{name, inTitle})
		}
		more(inReason, s.Lifecycle.Note)
		for _, l := range names(s.Limits) {
			more(inReason, s.Limits[l].Text)
		}
	case Options:
		_, o := b.option(t.Ref)
		out = append(out, field{strings.Join(o.Services(), " "), inAbout})
		more(inReason, reasons(o.RulesOut, o.Evidence)...)
	case Blueprints:
		bp := b.base.Blueprint(t.ID)
		more(inReason, reasons(bp.RulesOut, bp.Evidence)...)
	case Reviews:
		more(inReason, b.base.Review(t.ID).Remedy)
	case Scenarios:
		more(inReason, b.base.Scenario(t.ID).Because)
	case Regions:
		out = append(out, field{b.base.Region(t.ID).Name, inTitle})
	}
	return out
}

func reasons(lists ...[]*knowledge.Rule) []lang.Text {
	var out []lang.Text
	for _, r := range slices.Concat(lists...) {
		out = append(out, r.Because)
	}
	return out
}

// Found writes what a search found; a fault at the place where it is nothing,
// with the word of a title that comes nearest.
func (b *Book) Found(text string, at fault.Place) (*report.Report, error) {
	hits := b.Search(text)
	if len(hits) == 0 {
		return nil, fault.New(at, "page.nothing-found", "words", text, "near", b.nearest(text))
	}
	r := report.New()
	rows := [][]string{{b.say("kind"), b.say("id"), b.say("title")}}
	for _, h := range hits {
		rows = append(rows, []string{b.say("kind." + string(h.Kind)), h.ID, h.Title})
	}
	r.Table(3, rows)
	return r, nil
}

// FoundData is what a search found as JSON; an empty list for nothing.
func (b *Book) FoundData(text string) any {
	return struct {
		Alarife int    `json:"alarife"`
		Catalog string `json:"catalog"`
		Words   string `json:"words"`
		Things  []Hit  `json:"things"`
	}{jsonVersion, b.base.Digest, text, append([]Hit{}, b.Search(text)...)}
}

// nearest puts in the place of every word that no title has the one that
// comes nearest; "" where one has none near.
func (b *Book) nearest(text string) string {
	var known []string
	for _, k := range Kinds() {
		for _, t := range b.things[k] {
			known = append(known, lang.Words(t.ID+" "+t.Title.EN+" "+t.Title.ES)...)
		}
	}
	words := lang.Words(text)
	for i, w := range words {
		if words[i] = fault.Nearest(w, known); words[i] == "" {
			return ""
		}
	}
	if near := strings.Join(words, " "); len(b.Search(near)) > 0 {
		return near
	}
	return ""
}
