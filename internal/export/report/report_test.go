package report_test

import (
	"bytes"
	"strings"
	"testing"

	"alarife/internal/export/report"
	"alarife/internal/testkit"
)

func sample() *report.Report {
	r := report.New()
	r.Heading(1, "# A title with *stars* and <b>tags</b>")
	r.Line("1. is no list, 2) neither, and a line that is longer than the width goes on below, indented by nothing at all, as far as it has to.")
	r.Item(0, "an item "+r.Cite("https://example.org/a"))
	r.Marked(1, "+", "a plus "+r.Cite("https://example.org/b?x=<y>"))
	r.Marked(1, "−", "a minus "+r.Cite("https://example.org/a"))
	r.Table(1, [][]string{{"Name", "Figure"}, {"a|b", "1"}, {"größer", "1,000\u00a0h"}})
	r.Line("")
	r.Line("two\nlines\x1b[0m")
	r.Item(0, "see "+r.Link("a thing (thing)", "a *thing*", "../things/thing.md")+", where "+r.Code("a|b > `c`"))
	r.Line(r.Link("thing", "A thing", "thing.md"))
	r.Table(2, [][]string{{"What", "Why"}, {strings.Repeat("long ", 20), strings.Repeat("longer ", 20) + strings.Repeat("x", 90)}, {r.Link("id", "id", "id.md"), "\uE0007\uE001"}})
	r.Sources(2, "Sources")
	return r
}

func TestReport_IsWrittenAsTextAndMarkdown(t *testing.T) {
	var text, markdown bytes.Buffer
	if err := sample().Text(&text); err != nil {
		t.Fatal(err)
	}
	if err := sample().Markdown(&markdown); err != nil {
		t.Fatal(err)
	}
	testkit.Golden(t, "sample.txt", text.Bytes())
	testkit.Golden(t, "sample.md", markdown.Bytes())
	for line := range strings.Lines(text.String()) {
		if n := len([]rune(strings.TrimRight(line, "\n"))); n > 100 {
			t.Errorf("line of %d columns: %s", n, line)
		}
	}
}

func TestReport_IsTakenApartIntoParts(t *testing.T) {
	parts := sample().Parts()
	if parts[0].Heading != 1 || parts[2].Mark != "-" || parts[3].Depth != 1 {
		t.Errorf("heading and items: %+v", parts[:4])
	}
	var links, codes, cells []string
	for _, p := range parts {
		for _, s := range p.Text {
			if s.Target != "" {
				links = append(links, s.Text+" "+s.Target)
			}
			if s.Code {
				codes = append(codes, s.Text)
			}
		}
		for _, row := range p.Rows {
			for _, cell := range row {
				for _, s := range cell {
					cells = append(cells, s.Text)
				}
			}
		}
	}
	want := "a *thing* ../things/thing.md|A thing thing.md|https://example.org/a https://example.org/a"
	if got := strings.Join(links, "|"); got != want {
		t.Errorf("links %q, want %q", got, want)
	}
	if len(codes) != 1 || codes[0] != "a|b > `c`" || cells[0] != "Name" {
		t.Errorf("code %q, cells %q", codes, cells)
	}
}
