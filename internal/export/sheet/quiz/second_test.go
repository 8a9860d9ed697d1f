package quiz

import (
	"bytes"
	"html"
	"math/rand/v2"
	"reflect"
	"regexp"
	"strings"
	"testing"
)

// secondGIFT reads a choice in the way that Moodle's importer goes about it,
// with placeholders for what is escaped: a second opinion on what is written.
func secondGIFT(block string) (title, text, general string, options []Option) {
	marks := []string{":", "#", "=", "{", "}", "~", "\n"}
	block = strings.ReplaceAll(block, `\\`, "\x00back")
	for _, m := range marks {
		block = strings.ReplaceAll(block, `\`+strings.ReplaceAll(m, "\n", "n"), "\x00"+string(rune('a'+strings.Index(":#={}~\n", m)))+";")
	}
	block = strings.ReplaceAll(block, "\x00back", `\`)
	post := func(s string) string {
		for _, m := range marks {
			s = strings.ReplaceAll(s, "\x00"+string(rune('a'+strings.Index(":#={}~\n", m)))+";", m)
		}
		return strings.TrimSpace(s)
	}
	formatted := func(s string) string { return post(strings.TrimPrefix(strings.TrimSpace(s), "[plain]")) }
	block = strings.TrimSpace(block)
	if strings.HasPrefix(block, "//") {
		_, block, _ = strings.Cut(block, "\n")
	}
	title, block, _ = strings.Cut(strings.TrimPrefix(block, "::"), "::")
	text, answers, _ := strings.Cut(block, "{")
	answers, _, _ = strings.Cut(answers, "}")
	if i := strings.LastIndex(answers, "####"); i >= 0 {
		answers, general = answers[:i], answers[i+4:]
	}
	for _, a := range strings.Split(strings.ReplaceAll(answers, "=", "~="), "~") {
		if a = strings.TrimSpace(a); a == "" {
			continue
		}
		var o Option
		if weighed := regexp.MustCompile(`^%(-*[0-9]{1,2}\.?[0-9]*)%`).FindStringSubmatch(a); a[0] == '=' {
			o.Percent, a = 100, a[1:]
		} else if weighed != nil {
			o.Percent, _ = finite(weighed[1])
			a = a[len(weighed[0]):]
		}
		answer, feedback, _ := strings.Cut(a, "#")
		o.Text, o.Feedback = formatted(answer), formatted(feedback)
		options = append(options, o)
	}
	return post(title), formatted(text), formatted(general), options
}

// secondCloze reads the gaps of a cloze text by the regular expressions of
// Moodle's importer, as far as Go has them: a mark is not escaped where neither
// a backslash nor an ampersand, bare or as an entity, stands before it.
func secondCloze(text string) (gaps [][]Option) {
	const mark = "\x00"
	for _, m := range []string{`\}`, `\#`, `\~`, "&#", "&amp;#", "&amp;~"} {
		text = strings.ReplaceAll(text, m, m[:len(m)-1]+mark+string(rune(m[len(m)-1])+0x100))
	}
	back := func(s string) string {
		for _, c := range "}#~" {
			s = strings.ReplaceAll(s, mark+string(c+0x100), string(c))
		}
		s = html.UnescapeString(s)
		s = strings.NewReplacer(`\}`, "}", `\#`, "#").Replace(s)
		return html.UnescapeString(strings.ReplaceAll(s, "<br />", "\n"))
	}
	for _, g := range regexp.MustCompile(`(?s)\{[0-9]*:MULTICHOICE:([^}]*)\}`).FindAllStringSubmatch(text, -1) {
		var options []Option
		for _, a := range strings.Split(g[1], "~") {
			m := regexp.MustCompile(`(?s)^(=|%(-?[0-9]+(?:[.,][0-9]*)?)%)?([^#]*)(?:#(.*))?$`).FindStringSubmatch(a)
			o := Option{Text: back(m[3]), Feedback: back(m[4])}
			if o.Percent, _ = finite(m[2]); m[1] == "=" {
				o.Percent = 100
			}
			options = append(options, o)
		}
		gaps = append(gaps, options)
	}
	return gaps
}

func TestWriters_ASecondReaderAgrees(t *testing.T) {
	choices, clozes := 0, 0
	for seed := range uint64(3000) {
		r := rand.New(rand.NewPCG(seed, 3))
		q, _ := randomQuestion(r, 1).Tidy()
		q.Category = nil
		var out bytes.Buffer
		switch q.Kind {
		case Choice:
			choices++
			WriteGIFT(&out, []*Question{q}, unheard)
			title, text, general, options := secondGIFT(out.String())
			if title != q.Title || text != q.Text || general != q.General || !reflect.DeepEqual(options, q.Options) {
				t.Fatalf("seed %d: %q, %q, %q, %+v of\n%+v\n%s", seed, title, text, general, options, q, out.String())
			}
		case Gaps:
			clozes++
			for n, options := range secondCloze(cloze(q.Gaps)) {
				if !reflect.DeepEqual(options, q.Gaps[n].Options) {
					t.Fatalf("seed %d: %+v of\n%+v\n%s", seed, options, q.Gaps[n].Options, cloze(q.Gaps))
				}
			}
			if n := len(secondCloze(cloze(q.Gaps))); n != len(q.Gaps) {
				t.Fatalf("seed %d: %d gaps of %d", seed, n, len(q.Gaps))
			}
		}
	}
	if choices < 300 || clozes < 300 {
		t.Errorf("%d choices, %d clozes", choices, clozes)
	}
}
