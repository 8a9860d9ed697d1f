// Package skeleton makes the first files of a new thing of the catalog: sound
// as they stand, with comments in the reader's language that say what to put
// where.
package skeleton

import (
	"bytes"
	"embed"
	"strings"
	"text/template"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

//go:embed templates
var files embed.FS

// Maker makes skeletons that are sound when laid over a catalog.
type Maker struct {
	Base     *knowledge.Base
	Messages *lang.Messages
	Lang     lang.Lang
	// Read returns a file of the catalog by its path with slashes, and a name
	// for it: options and rules are put into a copy of their decision.
	Read func(path string) (name string, data []byte, err error)
}

// kind is one kind of skeleton.
type kind struct {
	name   string
	folder string                    // of its file
	taken  func(*Maker, string) bool // the catalog has the id
	beside []string                  // further templates that it needs to be sound
}

var kinds = []kind{
	{"question", "questions", func(m *Maker, id string) bool { return m.Base.Question(id) != nil || m.Base.DerivedFact(id) != nil }, []string{"reading"}},
	{"service", "services", func(m *Maker, id string) bool { return m.Base.Service(id) != nil }, nil},
	{"decision", "decisions", func(m *Maker, id string) bool { return m.Base.Decision(id) != nil }, nil},
	{"option", "decisions", nil, nil},
	{"rule", "decisions", nil, nil},
	{"scenario", "scenarios", func(m *Maker, id string) bool { return m.Base.Scenario(id) != nil }, nil},
	{"item", "items", func(m *Maker, id string) bool { return m.Base.Item(id) != nil }, nil},
	{"review", "reviews", func(m *Maker, id string) bool { return m.Base.Review(id) != nil }, nil},
	{"blueprint", "blueprints", func(m *Maker, id string) bool { return m.Base.Blueprint(id) != nil }, nil},
}

// Kinds lists the kinds of skeletons.
func Kinds() []string {
	names := make([]string, len(kinds))
	for i, k := range kinds {
		names[i] = k.name
	}
	return names
}

// Make makes the files of a new thing by their paths with slashes. The id of
// an option is "decision/option", that of a rule "decision/option/rule". It is
// a fault at the place where the kind does not exist, the id does not have
// the form of one or is taken, or there is nothing to put the thing into.
func (m *Maker) Make(name, id string, at fault.Place) (map[string][]byte, error) {
	for _, k := range kinds {
		switch {
		case k.name != name:
		case k.taken == nil:
			return m.within(k, id, at)
		case !knowledge.WellFormed(k.folder, id):
			return nil, fault.New(at, "new.id", "id", id)
		case k.taken(m, id):
			return nil, fault.New(at, "new.taken", "id", id)
		default:
			return m.fresh(k, id)
		}
	}
	return nil, fault.New(at, "new.kind", "kind", name, "known", strings.Join(Kinds(), ", "))
}

// fresh makes a thing with files of its own.
func (m *Maker) fresh(k kind, id string) (map[string][]byte, error) {
	out := map[string][]byte{}
	text, err := m.fill(k.name, id, 0)
	out[k.folder+"/"+id+".yaml"] = text
	for _, other := range k.beside {
		if err != nil {
			break
		}
		reader := strings.ReplaceAll(id, "_", "-") + "-noticed"
		out["reviews/"+reader+".yaml"], err = m.fill(other, id, 0)
	}
	return out, err
}

// fill fills a template, indented by so many blanks.
func (m *Maker) fill(name, id string, indent int) ([]byte, error) {
	source, err := files.ReadFile("templates/" + name + ".yaml")
	if err != nil {
		return nil, err
	}
	t, err := template.New(name).Funcs(template.FuncMap{"note": m.note}).Parse(string(source))
	if err != nil {
		return nil, err
	}
	var out bytes.Buffer
	if err := t.Execute(&out, m.words(id)); err != nil {
		return nil, err
	}
	return indented(out.Bytes(), indent), nil
}

// words are what templates may name: things that the catalog has.
type words struct {
	ID, Reader, Section, Service, YesNo, Decision, Option, Region string
	Session                                                       int
}

func (m *Maker) words(id string) words {
	b := m.Base
	w := words{ID: id[strings.LastIndexByte(id, '/')+1:], Reader: strings.ReplaceAll(id, "_", "-") + "-noticed"}
	w.Region = b.Question(knowledge.RegionFact).Fact.Default.Text
	if len(b.Sections) > 0 {
		w.Section = b.Sections[0].ID
	}
	if len(b.Guide.Sessions) > 0 {
		w.Session = b.Guide.Sessions[0].ID
	}
	for _, q := range b.Questions {
		if q.Kind == "yes-no" && w.YesNo == "" {
			w.YesNo = q.ID
		}
	}
	for _, s := range b.Services {
		if s.Lifecycle.Status == "" && w.Service == "" {
			w.Service = s.ID
		}
	}
	for _, d := range b.Decisions {
		if w.Decision == "" && d.ID != knowledge.BlueprintDecision && len(d.Options[0].Components) > 0 {
			w.Decision, w.Option = d.ID, d.Options[0].ID
		}
	}
	return w
}

const width = 96 // of a comment

// note is a comment in the reader's language, over as many lines as it takes;
// indent is how far it stands in.
func (m *Maker) note(indent int, key string) string {
	margin := strings.Repeat(" ", indent) + "#"
	line, out := margin, ""
	for word := range strings.FieldsSeq(m.Messages.Say(m.Lang, "new."+key)) {
		if len([]rune(line))+1+len([]rune(word)) > width && line != margin {
			out, line = out+line+"\n", margin
		}
		line += " " + word
	}
	return out + line
}

func indented(text []byte, n int) []byte {
	if n == 0 {
		return text
	}
	var out bytes.Buffer
	for line := range bytes.Lines(text) {
		if len(bytes.TrimSpace(line)) > 0 {
			out.WriteString(strings.Repeat(" ", n))
		}
		out.Write(line)
	}
	return out.Bytes()
}
