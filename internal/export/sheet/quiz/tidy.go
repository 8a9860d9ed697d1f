package quiz

import (
	"iter"
	"math"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"alarife/internal/lang"
)

var (
	blanks = regexp.MustCompile(` {2,}`)
	breaks = regexp.MustCompile(`\n{3,}`)
)

// Tidy makes a text one that all formats hold: valid UTF-8 without control
// characters, lines without blanks around them or runs of them within, and no
// two empty lines in a row.
func Tidy(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	s = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ").Replace(s)
	s = strings.Map(func(r rune) rune {
		if r != '\n' && lang.Control(r) || r == 0xFFFE || r == 0xFFFF || r == 0xFEFF {
			return -1
		}
		return r
	}, s)
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = blanks.ReplaceAllString(strings.TrimSpace(l), " ")
	}
	return strings.TrimSpace(breaks.ReplaceAllString(strings.Join(lines, "\n"), "\n\n"))
}

// line is a text in one line.
func line(s string) string {
	return Tidy(strings.ReplaceAll(Tidy(s), "\n", " "))
}

// Tidy returns the question with all its texts tidied, and whether that
// changed any.
func (q *Question) Tidy() (tidied *Question, changed bool) {
	t := *q
	one := func(how func(string) string, s string) string {
		out := how(s)
		changed = changed || out != s
		return out
	}
	list := func(how func(string) string, in []string) (out []string) {
		for _, s := range in {
			out = append(out, one(how, s))
		}
		return out
	}
	options := func(in []Option) (out []Option) {
		for _, o := range in {
			out = append(out, Option{one(Tidy, o.Text), percent(o.Percent), one(Tidy, o.Feedback)})
		}
		return out
	}
	t.ID, t.Title = one(name, q.ID), one(line, q.Title)
	t.Category, t.Tags = list(folder, q.Category), list(name, q.Tags)
	t.Text, t.General, t.Otherwise, t.Model = one(Tidy, q.Text), one(Tidy, q.General), one(Tidy, q.Otherwise), one(Tidy, q.Model)
	t.Steps, t.Points = list(Tidy, q.Steps), slices.DeleteFunc(list(line, q.Points), func(s string) bool { return s == "" })
	t.Options, t.Pairs, t.Numbers, t.Gaps = options(q.Options), nil, nil, nil
	for _, p := range q.Pairs {
		t.Pairs = append(t.Pairs, Pair{one(Tidy, p.Left), one(line, p.Right)})
	}
	for _, f := range q.Numbers {
		t.Numbers = append(t.Numbers, Figure{f.Value, f.Tolerance, percent(f.Percent), one(Tidy, f.Feedback)})
	}
	for _, g := range q.Gaps {
		t.Gaps = append(t.Gaps, Gap{one(line, g.Label), options(g.Options)})
	}
	return &t, changed
}

// tidied yields the questions of known kinds, tidied, and tells where that
// changed a text.
func tidied(questions []*Question, lose Lose) iter.Seq[*Question] {
	return func(yield func(*Question) bool) {
		for _, q := range questions {
			if !q.known() {
				continue
			}
			q, changed := q.Tidy()
			if changed {
				lose(q, "characters")
			}
			if !yield(q) {
				return
			}
		}
	}
}

// name is an id or a tag: one line without the characters that a tag of GIFT
// or of Moodle cannot have.
func name(s string) string {
	return line(strings.NewReplacer("[", "", "]", "", "<", "", ">", "", "`", "", ",", " ", `\`, "").Replace(s))
}

// folder is one name of a category.
func folder(s string) string {
	return strings.Trim(line(strings.ReplaceAll(s, `\`, "")), "/ ")
}

// percent rounds a share to the five decimals that Moodle writes.
func percent(p float64) float64 { return math.Round(p*1e5) / 1e5 }

// number writes a number with a point and no exponent.
func number(v float64) string { return strconv.FormatFloat(v, 'f', -1, 64) }

// finite reads a number as number writes it.
func finite(s string) (float64, bool) {
	v, err := strconv.ParseFloat(strings.TrimSpace(s), 64)
	return v, err == nil && !math.IsNaN(v) && !math.IsInf(v, 0) && !strings.ContainsAny(s, "xXpP_")
}

// path writes a category: names between slashes, a slash within a name twice,
// below the topmost category, as Moodle names it.
func path(category []string) string {
	out := "top"
	for _, c := range category {
		out += "/" + strings.ReplaceAll(c, "/", "//")
	}
	return out
}

// contexts are what Moodle puts before a path: whose categories are meant.
var contexts = map[string]bool{"$course$": true, "$cat1$": true, "$system$": true, "$module$": true}

// category reads a path.
func category(path string) (out []string) {
	const slash = "\x00"
	names := strings.Split(strings.ReplaceAll(path, "//", slash), "/")
	if contexts[strings.TrimSpace(names[0])] {
		names = names[1:]
	}
	if len(names) > 0 && strings.TrimSpace(names[0]) == "top" {
		names = names[1:]
	}
	for _, n := range names {
		if n = folder(strings.ReplaceAll(n, slash, "/")); n != "" {
			out = append(out, n)
		}
	}
	return out
}
