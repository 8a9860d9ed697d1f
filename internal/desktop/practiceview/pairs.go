package practiceview

import (
	"maps"
	"slices"

	"alarife/internal/desktop/kit"
	"alarife/internal/lang"
	"alarife/internal/practice"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// pair is something to which one of several options is chosen.
type pair struct {
	id, text string
	options  []practice.Shown
}

// pairs is a list of such choices: left sides and right sides, or decisions
// and their options.
type pairs struct {
	p        *asked
	list     []pair
	chosen   map[string]string
	picks    []*kit.Select
	stack    *fyne.Container
	lettered bool
	then     func() // after a choice
}

func newPairs(p *asked, list []pair, lettered bool) *pairs {
	c := &pairs{p: p, list: list, chosen: maps.Clone(p.given().Choose), stack: kit.Tight(), lettered: lettered, then: func() {}}
	if c.chosen == nil {
		c.chosen = map[string]string{}
	}
	for _, x := range list {
		kit.Append(c.stack, c.row(x), kit.Gap(4))
	}
	return c
}

// row is one choice, with what was right once that is told.
func (c *pairs) row(x pair) fyne.CanvasObject {
	text := kit.Reading(x.text)
	if c.p.told {
		return c.told(x, text)
	}
	names := make([]string, len(x.options))
	for i, o := range x.options {
		names[i] = c.name(i, o.Text)
	}
	pick := kit.NewSelect(names, c.p)
	pick.PlaceHolder = c.p.say("practise.choose")
	for i, o := range x.options {
		if c.chosen[x.id] == o.ID {
			pick.Put(i)
		}
	}
	pick.OnPicked = func(i int) {
		c.chosen[x.id] = x.options[i].ID
		c.p.changed(false)
		c.then()
	}
	c.picks = append(c.picks, pick)
	return container.New(halves{}, text, container.NewVBox(pick))
}

// name is an option in the list, with its letter; a long one is cut, for it
// stands in full below the question.
func (c *pairs) name(i int, text string) string {
	if r := []rune(text); len(r) > longName {
		text = string(r[:longName-1]) + "…"
	}
	if c.lettered {
		text = letter(i) + "  " + text
	}
	return text
}

// longName is how many letters of an option the list shows.
const longName = 48

func letter(i int) string { return string(rune('A' + i)) }

// told is a row with what was chosen and what was right.
func (c *pairs) told(x pair, text *widget.Label) fyne.CanvasObject {
	key, chosen := c.p.x.Key.Choose[x.id], c.chosen[x.id]
	right := kit.NewOption("", textOf(x.options, key), false, c.p).Small()
	rows := kit.Tight()
	switch {
	case chosen == key:
		right.Stand(kit.Right, c.p.say("practise.mark.right"))
	default:
		right.Stand(kit.Missed, c.p.say("practise.mark.missed"))
		if chosen != "" {
			wrong := kit.NewOption("", textOf(x.options, chosen), false, c.p).Small()
			wrong.Stand(kit.Wrong, c.p.say("practise.mark.wrong"))
			kit.Append(rows, wrong, kit.Gap(3))
			if n, ok := c.p.x.Instead(x.id, chosen); ok {
				kit.Append(rows, c.p.reasons(practice.ShownNote{Why: inLang(n.Why, c.p.v.Tell.Lang)}))
			}
		}
	}
	kit.Append(rows, right)
	note := c.p.note(x.id)
	if len(note.Why) > 0 && c.p.x.Kind == matchItem && note.Why[0] == c.pairText(x, key) {
		note.Why = note.Why[1:] // says the pair once more
	}
	return kit.Tight(container.New(halves{}, text, rows), c.p.reasons(note), widget.NewSeparator())
}

func inLang(texts []lang.Text, l lang.Lang) (out []string) {
	for _, t := range texts {
		out = append(out, t.In(l))
	}
	return out
}

// pairText is how a pair is told where nothing else is known of it.
func (c *pairs) pairText(x pair, key string) string {
	return c.p.say("practice.pair", "left", x.text, "right", textOf(x.options, key))
}

func (c *pairs) content() fyne.CanvasObject   { return c.stack }
func (c *pairs) step() (string, func(), bool) { return "", nil, false }
func (c *pairs) typedRune(rune)               {}

func (c *pairs) focus() fyne.Focusable {
	if len(c.picks) == 0 {
		return nil
	}
	return c.picks[0]
}

func (c *pairs) answer() (practice.Answer, bool) {
	return practice.Answer{Choose: maps.Clone(c.chosen)}, len(c.chosen) == len(c.list)
}

func (c *pairs) beside() fyne.CanvasObject {
	long := slices.ContainsFunc(c.list[0].options, func(o practice.Shown) bool { return len([]rune(o.Text)) > longName })
	if !c.lettered || c.p.told || !long {
		return nil
	}
	list := kit.Tight()
	for i, o := range c.list[0].options {
		mark := flat(kit.Strong(letter(i)))
		kit.Append(list, container.NewBorder(nil, nil, mark, nil, kit.Body(o.Text)))
	}
	return list
}

// halves sets two objects beside each other, each in its half, at the top.
type halves struct{}

func (halves) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	half := (size.Width - theme.Padding()) / 2
	for i, o := range objects {
		o.Move(fyne.NewPos(float32(i)*(half+theme.Padding()), 0))
		o.Resize(fyne.NewSize(half, o.MinSize().Height))
	}
}

func (halves) MinSize(objects []fyne.CanvasObject) fyne.Size {
	h := float32(0)
	for _, o := range objects {
		h = max(h, o.MinSize().Height)
	}
	return fyne.NewSize(200, h)
}
