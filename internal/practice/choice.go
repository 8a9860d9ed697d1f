package practice

import (
	"maps"
	"slices"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Options of a choice.
const (
	MinOptions = 4
	MaxOptions = 6
	usual      = 5 // where the item does not name them
)

func (d *derivation) choice() error {
	i := d.item
	d.out.Several = i.Which != "" && i.Which != knowledge.Best
	switch {
	case len(i.Written) > 0:
		d.written()
		return nil
	case len(i.Combinations) > 0:
		return d.combinations()
	case i.Decision == "":
		return d.refuse("no-question")
	}
	s := d.rec.Decision(i.Decision)
	if err := d.second(i.Decision); err != nil {
		return err
	}
	if !s.Applies || s.Recommended == nil {
		return d.refuse("not-applying", "decision", i.Decision)
	}
	turns := d.turns(i.Decision)
	shown := i.Options
	if len(shown) == 0 {
		shown = pickShown(s, turns, usual)
	}
	if len(shown) < min(MinOptions, len(s.Options)) || len(shown) > MaxOptions {
		return d.refuse("options", "min", MinOptions, "max", MaxOptions)
	}
	if err := d.clear(s, shown); err != nil {
		return err
	}
	d.out.options(d.Book, d.rec, s, shown, i.Which, turns)
	if len(d.out.Key.Marked) == 0 || len(d.out.Key.Marked) == len(shown) {
		return d.refuse("all-or-none")
	}
	d.out.Because = append(d.out.Because, d.otherEra(d.rec, d.elsewhere(), i.Decision)...)
	return nil
}

// turns are the single changes that turn the decision.
func (d *derivation) turns(decision string) []advisor.Change {
	return d.Advisor.Begin(d.kase).Turns(decision, d.Advisor.StandsOn(decision))
}

// clear refuses a choice of the best whose lead over the others shown is no
// clear one.
func (d *derivation) clear(s *advisor.Settled, shown []string) error {
	if d.out.Several {
		return nil
	}
	best := s.Recommended
	if !slices.Contains(shown, best.Option.ID) {
		return d.refuse("key-missing", "option", best.Option.ID)
	}
	for _, o := range s.Options {
		if o != best && o.Possible && slices.Contains(shown, o.Option.ID) && best.Score-o.Score < advisor.CloseCall {
			return d.refuse("close", "option", best.Option.ID, "other", o.Option.ID, "margin", best.Score-o.Score)
		}
	}
	return nil
}

// pickShown takes the option recommended, then the nearest misses, then the
// rest by rank, leaves out some, and puts them in the catalog's order.
func pickShown(s *advisor.Settled, turns []advisor.Change, n int, without ...string) []string {
	shown := []string{s.Recommended.Option.ID}
	add := func(id string) {
		if id != "" && len(shown) < n && !slices.Contains(shown, id) && !slices.Contains(without, id) {
			shown = append(shown, id)
		}
	}
	for _, c := range turns {
		add(c.Becomes)
	}
	for _, o := range s.Options {
		add(o.Option.ID)
	}
	return inCatalogOrder(s.Decision, shown)
}

func inCatalogOrder(d *knowledge.Decision, ids []string) []string {
	var out []string
	for _, o := range d.Options {
		if slices.Contains(ids, o.ID) {
			out = append(out, o.ID)
		}
	}
	return out
}

// options fills in the options shown, the key and the notes of a choice.
func (x *Exercise) options(b *Book, r *advisor.Recommendation, s *advisor.Settled, shown []string, which knowledge.Which, turns []advisor.Change) {
	for _, id := range shown {
		o := judgedOf(s, id)
		x.Options = append(x.Options, Choice{id, o.Option.Title})
		right := o == s.Recommended
		switch which {
		case knowledge.Possible:
			right = o.Possible
		case knowledge.Impossible:
			right = !o.Possible
		}
		if right {
			x.Key.Marked = append(x.Key.Marked, id)
		}
		note := b.note(r, s, o)
		if note.Right = right; which == "" || which == knowledge.Best {
			b.would(&note, id, turns)
		}
		x.Notes[id] = note
	}
	slices.Sort(x.Key.Marked)
}

func judgedOf(s *advisor.Settled, option string) *advisor.Judged {
	for _, o := range s.Options {
		if o.Option.ID == option {
			return o
		}
	}
	return nil
}

// combinations marks the one combination whose options are all recommended.
func (d *derivation) combinations() error {
	for n, c := range d.item.Combinations {
		id, text := letter(n), c.Text
		var right, wrong Note
		for _, s := range d.rec.Decisions {
			option, named := c.Choose[s.Decision.ID]
			if !named {
				continue
			}
			if err := d.settledClearly(s); err != nil {
				return err
			}
			o := judgedOf(s, option)
			if c.Text.Empty() {
				text = joined(text, o.Option.Title)
			}
			note := &right
			if o != s.Recommended {
				note = &wrong
			}
			part := d.note(d.rec, s, o)
			note.Why, note.Rules = append(note.Why, part.Why...), append(note.Rules, part.Rules...)
		}
		note := wrong
		if len(wrong.Rules) == 0 {
			note = right
			d.out.Key.Marked = append(d.out.Key.Marked, id)
		}
		note.Right = len(wrong.Rules) == 0
		d.out.Options, d.out.Notes[id] = append(d.out.Options, Choice{id, text}), note
	}
	if len(d.out.Key.Marked) != 1 {
		return d.refuse("not-unique", "count", len(d.out.Key.Marked))
	}
	there := d.elsewhere()
	for _, id := range slices.Sorted(maps.Keys(d.item.Combinations[0].Choose)) {
		d.out.Because = append(d.out.Because, d.otherEra(d.rec, there, id)...)
	}
	return nil
}

// settledClearly refuses a decision that does not apply, is a close call, or on
// which the second evaluation does not agree.
func (d *derivation) settledClearly(s *advisor.Settled) error {
	switch {
	case !s.Applies || s.Recommended == nil:
		return d.refuse("not-applying", "decision", s.Decision.ID)
	case s.Verdict == advisor.Close:
		return d.refuse("close", "option", s.Recommended.Option.ID, "other", s.Options[1].Option.ID, "margin", s.Margin)
	}
	return d.second(s.Decision.ID)
}

func joined(a, b lang.Text) lang.Text {
	if a.Empty() {
		return b
	}
	return lang.Text{EN: a.EN + " + " + b.EN, ES: a.ES + " + " + b.ES}
}

// written takes over a key that is written; it stays unproven.
func (d *derivation) written() {
	d.out.Proven = false
	for n, w := range d.item.Written {
		id := letter(n)
		d.out.Options = append(d.out.Options, Choice{id, w.Text})
		note := Note{Right: w.Right, Rules: []string{"item/" + d.item.ID}}
		if !w.Because.Empty() {
			note.Why = []lang.Text{w.Because}
		}
		d.out.Notes[id] = note
		if w.Right {
			d.out.Key.Marked = append(d.out.Key.Marked, id)
		}
	}
	d.out.Several = len(d.out.Key.Marked) > 1
}
