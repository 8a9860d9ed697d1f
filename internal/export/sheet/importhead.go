package sheet

import (
	"net/url"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"alarife/internal/export/sheet/quiz"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// text is one in both languages, as YAML.
type text struct {
	EN string `yaml:"en"`
	ES string `yaml:"es"`
}

func (t text) empty() bool { return t.EN == "" && t.ES == "" }

// orNil is the text, nil where it is left out.
func (t text) orNil() *text {
	if t.empty() {
		return nil
	}
	return &t
}

// literal keeps braces from being placeholders.
func (t text) literal() text {
	return text{strings.ReplaceAll(t.EN, "{", "{{"), strings.ReplaceAll(t.ES, "{", "{{")}
}

// itemFile is an imported item as YAML: catalog/README.md describes its fields.
type itemFile struct {
	ID       string             `yaml:"id"`
	Kind     knowledge.ItemKind `yaml:"kind"`
	Guide    []int              `yaml:"guide,flow"`
	Level    int                `yaml:"level"`
	Topic    string             `yaml:"topic"`
	Title    text               `yaml:"title"`
	Era      knowledge.Era      `yaml:"era,omitempty"`
	Unproven bool               `yaml:"unproven"`
	Only     lang.Lang          `yaml:"only,omitempty"`
	Story    *text              `yaml:"story,omitempty"`
	Ask      *text              `yaml:"ask,omitempty"`

	Written   []writtenFile        `yaml:"written,omitempty"`
	Of        knowledge.EstimateOf `yaml:"of,omitempty"`
	Number    float64              `yaml:"number,omitempty"`
	Tolerance float64              `yaml:"tolerance,omitempty"`
	Pairs     []pairFile           `yaml:"pairs,omitempty"`
	Extra     []text               `yaml:"extra,omitempty"`
	Sequence  []text               `yaml:"sequence,omitempty"`
	Model     *text                `yaml:"model,omitempty"`
	Checklist []text               `yaml:"checklist,omitempty"`

	Because *text    `yaml:"because,omitempty"`
	Sources []string `yaml:"sources"`
}

type writtenFile struct {
	Text    text  `yaml:"text"`
	Right   bool  `yaml:"right,omitempty"`
	Because *text `yaml:"because,omitempty"`
}

type pairFile struct {
	Left  text `yaml:"left"`
	Right text `yaml:"right"`
}

// head is what items of all kinds have.
func (m *making) head(b bilingual) *itemFile {
	q := b.any()
	x := &itemFile{
		ID: m.id(q), Guide: m.sessions(q), Level: max(1, min(m.Level, knowledge.MaxLevel)), Topic: slug(m.Topic, maxID), Unproven: true, Only: b.only(),
		Title: b.text(title),
	}
	for _, t := range q.Tags {
		if n, err := strconv.Atoi(strings.TrimPrefix(t, levelTag)); err == nil && strings.HasPrefix(t, levelTag) && n >= 1 && n <= knowledge.MaxLevel {
			x.Level = n
		}
		if s := slug(strings.TrimPrefix(t, topicTag), maxID); strings.HasPrefix(t, topicTag) && s != "" {
			x.Topic = s
		}
		if t == eraTag+string(knowledge.Today) {
			x.Era = knowledge.Today
		}
	}
	if x.Topic == "" {
		x.Topic = DefaultTopic
	}
	x.Story, x.Ask = b.text(story).literal().orNil(), b.text(ask).literal().orNil()
	x.Because = b.text(func(q *quiz.Question) string { told, _ := m.general(q); return told }).literal().orNil()
	if _, x.Sources = m.general(q); len(x.Sources) == 0 {
		x.Sources = []string{m.Source}
		if m.Source == "" {
			x.Sources[0] = filepath.Base(q.Place.File)
		}
	}
	if q.Picture != nil {
		m.lose(q, "picture-left-out")
	}
	return x
}

// sessions are those of the guide that a question belongs to.
func (m *making) sessions(q *quiz.Question) []int {
	var out []int
	for _, t := range q.Tags {
		n, err := strconv.Atoi(strings.TrimPrefix(t, sessionTag))
		if err == nil && strings.HasPrefix(t, sessionTag) && m.knows(n) && !slices.Contains(out, n) {
			out = append(out, n)
		}
	}
	if len(out) == 0 {
		return m.Guide
	}
	return out
}

func (m *making) knows(session int) bool {
	return slices.ContainsFunc(m.Base.Guide.Sessions, func(s knowledge.Session) bool { return s.ID == session })
}

const (
	maxID    = 60 // characters that an id is made of
	maxTitle = 80 // characters of a title that is the beginning of a text
)

// id is the id of an item, unique among those made.
func (m *making) id(q *quiz.Question) string {
	base := q.ID
	if base == "" {
		base = title(q)
	}
	base = importedPrefix + strings.TrimPrefix(slug(base, maxID), importedPrefix)
	base = strings.TrimRight(base, "-")
	id := base
	for n := 2; m.taken[id]; n++ {
		id = base + "-" + strconv.Itoa(n)
	}
	m.taken[id] = true
	return id
}

// slug makes a text an id in kebab-case; "" where it has no letters or digits
// of ASCII.
func slug(s string, most int) string {
	var b strings.Builder
	for _, w := range lang.Words(s) {
		w = strings.Map(func(r rune) rune {
			if r >= utf8.RuneSelf {
				return -1
			}
			return r
		}, w)
		if w == "" || b.Len()+len(w) > most {
			continue
		}
		if b.Len() > 0 {
			b.WriteByte('-')
		} else if w[0] >= '0' && w[0] <= '9' {
			b.WriteString("q-")
		}
		b.WriteString(w)
	}
	return b.String()
}

// title is that of a question, or the beginning of its text.
func title(q *quiz.Question) string {
	if q.Title != "" {
		return q.Title
	}
	first, _, _ := strings.Cut(ask(q), "\n")
	if r := []rune(first); len(r) > maxTitle {
		return strings.TrimSpace(string(r[:maxTitle])) + "…"
	}
	return first
}

// ask is the last paragraph of the text of a question.
func ask(q *quiz.Question) string {
	return q.Text[strings.LastIndex("\n\n"+q.Text, "\n\n"):]
}

// story is what stands before it.
func story(q *quiz.Question) string {
	return strings.TrimSpace(strings.TrimSuffix(q.Text, ask(q)))
}

// general divides what is told after every answer from the addresses of
// sources that stand at its end. That nobody has proven the key is not kept:
// it is told of every imported item.
func (m *making) general(q *quiz.Question) (told string, sources []string) {
	all := strings.Split(q.General, "\n")
	for len(all) > 0 && (address(all[len(all)-1]) || all[len(all)-1] == "") {
		if s := all[len(all)-1]; s != "" {
			sources = append(sources, s)
		}
		all = all[:len(all)-1]
	}
	slices.Reverse(sources)
	all = slices.DeleteFunc(all, func(s string) bool {
		return s == m.Texts.Say(lang.English, "handout.unproven") || s == m.Texts.Say(lang.Spanish, "handout.unproven")
	})
	return quiz.Tidy(strings.Join(all, "\n")), sources
}

func address(s string) bool {
	u, err := url.Parse(s)
	return err == nil && (u.Scheme == "https" || u.Scheme == "http") && u.Host != "" && !strings.Contains(s, " ")
}
