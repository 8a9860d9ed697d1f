package sheet

import (
	"fmt"
	"slices"

	"alarife/internal/export/sheet/quiz"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/source"
)

// Incoming is a file of questions in one language.
type Incoming struct {
	Name string // for faults
	Data []byte
	Lang lang.Lang
}

// Importer makes items of the catalog's form out of questions. What a file
// does not tell of a question, it takes from here.
type Importer struct {
	Base   *knowledge.Base
	Texts  *lang.Messages
	Guide  []int  // sessions of the study guide
	Level  int    // 0 is 1
	Topic  string // "" is DefaultTopic
	Source string // where the questions are from; "" is the name of their file
}

// DefaultTopic is that of questions whose file names none.
const DefaultTopic = "imported"

// importedPrefix begins the ids of imported items, so that none stands in the
// place of one whose key is proven. What is imported again keeps its id.
const importedPrefix = "imported-"

// Imported is an item made out of a question. Its key is the file's word.
type Imported struct {
	ID    string
	Kind  knowledge.ItemKind
	Title lang.Text
	Only  lang.Lang // of its texts, "" for both
	Path  string    // within the catalog, with slashes
	YAML  []byte
}

// Reads reports whether questions can be read from the format.
func (f Format) Reads() bool { return f.read != nil }

// Readable lists the ids of the formats that questions can be read from.
func Readable() (ids []string) {
	for _, f := range Formats() {
		if f.Reads() {
			ids = append(ids, f.ID)
		}
	}
	return ids
}

// Import reads files of one format that Reads and makes items of their
// questions. The same questions in both languages become items in both: they
// belong together by their ids, or by their places where no file has ids and
// all are of the same length. A question in one language alone becomes an item
// that says so, with the same texts in both. What an item does not hold, and
// questions that no kind of item holds, are told as losses. The error is a
// fault.List of everything that is wrong with the files; then there are no
// items.
func (i *Importer) Import(f Format, files ...Incoming) ([]*Imported, []Loss, error) {
	m := &making{Importer: i, taken: map[string]bool{}}
	pairs := m.pair(f, files)
	for _, p := range pairs {
		m.check(p)
	}
	if err := m.faults.Err(); err != nil {
		return nil, nil, err
	}
	for _, p := range pairs {
		if err := m.item(p); err != nil {
			return nil, nil, err
		}
	}
	return m.made, m.losses, nil
}

// making is the making of items out of files.
type making struct {
	*Importer
	faults fault.List
	losses []Loss
	made   []*Imported
	taken  map[string]bool // ids
}

// lose notes that an item does not hold something of a question.
func (m *making) lose(q *quiz.Question, key string, args ...any) {
	l := Loss{Exercise: q.Place.String(), Title: q.Title, Key: key, Args: args}
	same := func(o Loss) bool { return o.Exercise == l.Exercise && o.Title == l.Title && o.Key == l.Key }
	if !slices.ContainsFunc(m.losses, same) {
		m.losses = append(m.losses, l)
	}
}

// bilingual is a question in the languages that it was read in; nil for the
// other.
type bilingual struct{ en, es *quiz.Question }

// any is the question in one of its languages.
func (b bilingual) any() *quiz.Question {
	if b.en != nil {
		return b.en
	}
	return b.es
}

// only is the language that it is in alone, "" for both.
func (b bilingual) only() lang.Lang {
	switch {
	case b.es == nil:
		return lang.English
	case b.en == nil:
		return lang.Spanish
	}
	return ""
}

// text is a part of the question in both languages.
func (b bilingual) text(part func(*quiz.Question) string) text {
	t := text{}
	if b.en != nil {
		t.EN = part(b.en)
	}
	if b.es != nil {
		t.ES = part(b.es)
	}
	if b.en == nil || t.EN == "" {
		t.EN = t.ES
	}
	if b.es == nil || t.ES == "" {
		t.ES = t.EN
	}
	return t
}

// pair reads the files and puts the same questions together.
func (m *making) pair(f Format, files []Incoming) (pairs []bilingual) {
	lists, named := make([][]*quiz.Question, len(files)), false
	for n, file := range files {
		words := quiz.Words{True: m.Texts.Say(file.Lang, "sheet.true"), False: m.Texts.Say(file.Lang, "sheet.false")}
		list, err := f.read(file.Name, file.Data, words, m.lose)
		if m.faults.Add(err) != nil {
			m.faults = append(m.faults, fault.New(fault.Place{File: file.Name}, "file.unreadable", "reason", err.Error()))
		}
		lists[n] = list
		named = named || slices.ContainsFunc(list, func(q *quiz.Question) bool { return q.ID != "" })
	}
	byKey := map[string]int{}
	for n, list := range lists {
		for at, q := range list {
			key := q.ID
			if key == "" {
				key = fmt.Sprintf("#%d/%d", n, at)
				if !named && len(list) == len(lists[0]) {
					key = fmt.Sprintf("#%d", at)
				}
			}
			i, known := byKey[key]
			if !known {
				i, byKey[key] = len(pairs), len(pairs)
				pairs = append(pairs, bilingual{})
			}
			side := &pairs[i].en
			if files[n].Lang == lang.Spanish {
				side = &pairs[i].es
			}
			if *side != nil {
				m.faults = append(m.faults, fault.New(q.Place, "quiz.twice", "id", key))
			}
			*side = q
		}
	}
	return pairs
}

// check refuses a question whose languages differ in more than words, and one
// that belongs to no session of the guide.
func (m *making) check(b bilingual) {
	if b.only() == "" && shape(b.en) != shape(b.es) {
		m.faults = append(m.faults, fault.New(b.es.Place, "import.differ", "other", b.en.Place.String()))
	}
	if len(m.sessions(b.any())) == 0 {
		m.faults = append(m.faults, fault.New(b.any().Place, "import.session"))
	}
}

// shape is what a question has in common in all languages.
func shape(q *quiz.Question) string {
	s := fmt.Sprint(q.Kind, q.Single, len(q.Options), len(q.Pairs), len(q.Steps), len(q.Gaps), len(q.Points), q.Tags)
	for _, o := range q.Options {
		s += fmt.Sprint(" ", o.Percent)
	}
	for _, p := range q.Pairs {
		s += fmt.Sprint(" ", p.Left == "")
	}
	for _, f := range q.Numbers {
		s += fmt.Sprint(" ", f.Value, f.Tolerance, f.Percent)
	}
	for _, g := range q.Gaps {
		for _, o := range g.Options {
			s += fmt.Sprint(" ", o.Percent)
		}
	}
	return s
}

// put writes an item down.
func (m *making) put(x *itemFile) error {
	data, err := source.Encode(x)
	if err != nil {
		return err
	}
	m.made = append(m.made, &Imported{
		ID: x.ID, Kind: x.Kind, Title: lang.Text(x.Title), Only: x.Only, Path: "items/" + x.ID + ".yaml", YAML: data,
	})
	return nil
}
