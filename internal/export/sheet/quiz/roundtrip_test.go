package quiz

import (
	"bytes"
	"fmt"
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"

	"alarife/internal/fault"
)

// format is one of ours, as its tests see it.
type format struct {
	name  string
	write func(*bytes.Buffer, []*Question, Lose) error
	read  func(string, []byte, Words, Lose) ([]*Question, error)
	holds func(*Question) *Question // what the format keeps of a tidied question
}

var allFormats = []format{
	{"gift", func(b *bytes.Buffer, q []*Question, l Lose) error { WriteGIFT(b, q, l); return nil }, ReadGIFT, func(q *Question) *Question {
		q.Picture = nil
		switch q.Kind {
		case Order, Gaps:
			q = q.asMatch()
		case Essay:
			q.General, q.Model, q.Points = joined(q.guided(), q.General), "", nil
		}
		return q
	}},
	{"moodle-xml", func(b *bytes.Buffer, q []*Question, l Lose) error { WriteMoodle(b, q, l); return nil }, ReadMoodle, func(q *Question) *Question { return q }},
	{"csv", WriteTable, ReadTable, func(q *Question) *Question { q.Picture = nil; return q }},
}

var words = Words{True: "True", False: "False"}

func unheard(*Question, string, ...any) {}

// hostile are pieces of text that a format might take for something else.
var hostile = []string{
	"a", "Ñandú", "€ 5", "line\nline", "para\n\npara", "~", "=", "#", "{", "}", ":", "::", `\`, `\\`, `\n`, "####", "->", "// no comment", "$CATEGORY: x",
	"[html]", "[plain]", "[id:x]", "[tag:y]", "%50%", "%-50%", "<b>bold</b>", "<br>", "</p><p>", "&amp;", "&lt;b&gt;", "&nbsp;", "&", "<", ">", "a<b", "a < b",
	"]]>", "<![CDATA[", "<!-- x -->", "<!DOCTYPE x>", `"`, `""`, "'", "'=1+1", "''", "=1+1", "@cmd", "-5", "+5", "-5.0", ",", ";", "a;b", "{1:MULTICHOICE:=x~y}", "{2:SA:z}",
	"@@PLUGINFILE@@/picture.png", "<img src=x>", "<ul><li>x</li></ul>", "- dash", "_____", "TRUE", "T", "0", "1..2", "5:1", "\u00a0", "日本語", "🜁", "＝2", "%", "100%", "&#126;", "\\}",
}

func hostileText(r *rand.Rand, most int) string {
	var parts []string
	for range 1 + r.IntN(most) {
		parts = append(parts, hostile[r.IntN(len(hostile))])
	}
	text := Tidy(strings.Join(parts, []string{"", " ", "\n"}[r.IntN(3)]))
	if text == "" {
		return "x"
	}
	return text
}

func maybe(r *rand.Rand, most int) string {
	if r.IntN(3) == 0 {
		return ""
	}
	return hostileText(r, most)
}

var png = append([]byte("\x89PNG\r\n\x1a\n"), 1, 2, 3)

func randomQuestion(r *rand.Rand, n int) *Question {
	q := &Question{
		ID: fmt.Sprintf("id-%d", n), Title: line(hostileText(r, 3)), Text: hostileText(r, 6), General: maybe(r, 6),
		Kind: []Kind{Choice, Match, Number, Order, Essay, Gaps}[r.IntN(6)],
	}
	for range r.IntN(3) {
		q.Category = append(q.Category, folder("c"+hostileText(r, 2)+"c"))
		q.Tags = append(q.Tags, name("t"+hostileText(r, 2)+"t"))
	}
	if r.IntN(4) == 0 {
		q.Picture = png
	}
	options := func(single bool) (out []Option) {
		for range 2 + r.IntN(4) {
			out = append(out, Option{hostileText(r, 3), []float64{0, -50, -33.33333, 0}[r.IntN(4)], maybe(r, 3)})
		}
		out[r.IntN(len(out))].Percent = 100
		if !single {
			out[0].Percent, out[1].Percent = 50, 50
		}
		return out
	}
	switch q.Kind {
	case Choice:
		q.Single = r.IntN(2) == 0
		q.Options = options(q.Single)
	case Match:
		for range 2 + r.IntN(4) {
			q.Pairs = append(q.Pairs, Pair{maybe(r, 3), line(hostileText(r, 2))})
		}
	case Number:
		for range 1 + r.IntN(3) {
			q.Numbers = append(q.Numbers, Figure{r.NormFloat64() * 1e6, r.Float64(), float64(r.IntN(101)), maybe(r, 3)})
		}
		q.Otherwise = maybe(r, 2)
	case Order:
		for range 2 + r.IntN(4) {
			q.Steps = append(q.Steps, hostileText(r, 3))
		}
	case Essay:
		q.Model = maybe(r, 6)
		for range r.IntN(4) {
			q.Points = append(q.Points, line(hostileText(r, 3)))
		}
	case Gaps:
		for range 1 + r.IntN(3) {
			q.Gaps = append(q.Gaps, Gap{line(hostileText(r, 2)), options(true)})
		}
	}
	return q
}

// bare is a question without what only reading knows.
func bare(q *Question) *Question {
	c := *q
	c.Place = fault.Place{}
	return &c
}

func TestFormats_KeepWhatTheyHold(t *testing.T) {
	for _, f := range allFormats {
		t.Run(f.name, func(t *testing.T) {
			for seed := range uint64(1000) {
				r := rand.New(rand.NewPCG(seed, 1))
				var in []*Question
				for n := range 1 + r.IntN(3) {
					in = append(in, randomQuestion(r, n))
				}
				var first bytes.Buffer
				if err := f.write(&first, in, unheard); err != nil {
					t.Fatal(err)
				}
				out, err := f.read("x", first.Bytes(), words, unheard)
				if err != nil {
					t.Fatalf("seed %d: %v\n%s", seed, err, first.String())
				}
				if len(out) != len(in) {
					t.Fatalf("seed %d: %d questions of %d\n%s", seed, len(out), len(in), first.String())
				}
				for i := range in {
					want, _ := in[i].Tidy()
					want = f.holds(want)
					if got := bare(out[i]); !reflect.DeepEqual(got, want) {
						t.Fatalf("seed %d:\n got %+v\nwant %+v\n%s", seed, *got, *want, first.String())
					}
				}
				var second bytes.Buffer
				if err := f.write(&second, out, unheard); err != nil {
					t.Fatal(err)
				}
				if second.String() != first.String() {
					t.Fatalf("seed %d: written again:\n%s\nbefore:\n%s", seed, second.String(), first.String())
				}
			}
		})
	}
}

// TestFormats_TellWhatTheyLose: nothing is told of what a format holds.
func TestFormats_TellWhatTheyLose(t *testing.T) {
	for _, f := range allFormats {
		for seed := range uint64(500) {
			r := rand.New(rand.NewPCG(seed, 2))
			q, _ := randomQuestion(r, 1).Tidy()
			told := map[string]bool{}
			var out bytes.Buffer
			_ = f.write(&out, []*Question{q}, func(_ *Question, key string, _ ...any) { told[key] = true })
			before := *q
			if kept := reflect.DeepEqual(f.holds(&before), q); kept == (len(told) > 0) {
				t.Fatalf("%s: kept %v, told %v: %+v", f.name, kept, told, q)
			}
		}
	}
}
