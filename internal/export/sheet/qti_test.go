package sheet

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math"
	"math/rand/v2"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
	"alarife/internal/testkit"
)

// node is an element as it was read.
type node struct {
	name  string
	attr  map[string]string
	text  string // of it and all below
	kids  []*node
	loose bool // holds a text of its own
}

func parsed(t testing.TB, data []byte) *node {
	t.Helper()
	dec := xml.NewDecoder(bytes.NewReader(data))
	root := &node{}
	stack := []*node{root}
	for {
		tok, err := dec.Token()
		if errors.Is(err, io.EOF) {
			return root.kids[0]
		}
		if err != nil {
			t.Fatalf("%v in\n%s", err, data)
		}
		top := stack[len(stack)-1]
		switch tok := tok.(type) {
		case xml.StartElement:
			n := &node{name: tok.Name.Local, attr: map[string]string{}}
			for _, a := range tok.Attr {
				n.attr[a.Name.Local] = a.Value
			}
			top.kids = append(top.kids, n)
			stack = append(stack, n)
		case xml.EndElement:
			stack = stack[:len(stack)-1]
		case xml.CharData:
			for _, n := range stack {
				n.text += string(tok)
			}
			top.loose = top.loose || strings.TrimSpace(string(tok)) != ""
		}
	}
}

// all returns the elements of a name in it, at any depth.
func (n *node) all(name string) (out []*node) {
	for _, k := range n.kids {
		if k.name == name {
			out = append(out, k)
		}
		out = append(out, k.all(name)...)
	}
	return out
}

func (n *node) one(name string) *node {
	if found := n.all(name); len(found) > 0 {
		return found[0]
	}
	return &node{}
}

// itemParts are what an item may hold, in the order of the schema.
var itemParts = []string{"responseDeclaration", "outcomeDeclaration", "itemBody", "responseProcessing", "modalFeedback"}

var ncname = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_.-]*$`)

func TestQTI_PackageListsAllItsFiles(t *testing.T) {
	for _, l := range lang.All() {
		data, _ := file(t, "qti", mixed(t, l))
		files, names := testkit.Unzip(t, data)
		if names[0] != "imsmanifest.xml" {
			t.Errorf("the manifest is not the first file: %v", names)
		}
		manifest := parsed(t, files["imsmanifest.xml"])
		if manifest.one("schema").text != "QTIv2.1 Package" || manifest.one("schemaversion").text == "" {
			t.Error("the manifest does not tell what it is of")
		}
		listed, ids := map[string]bool{"imsmanifest.xml": true}, map[string]bool{}
		for _, r := range manifest.all("resource") {
			ids[r.attr["identifier"]] = true
			if !ncname.MatchString(r.attr["identifier"]) || !slices.Contains([]string{"imsqti_item_xmlv2p1", "imsqti_test_xmlv2p1"}, r.attr["type"]) {
				t.Errorf("resource %v", r.attr)
			}
			for _, f := range r.all("file") {
				listed[f.attr["href"]] = true
			}
			if !listed[r.attr["href"]] {
				t.Errorf("%s does not list itself", r.attr["href"])
			}
		}
		for _, d := range manifest.all("dependency") {
			if !ids[d.attr["identifierref"]] {
				t.Errorf("unknown dependency %v", d.attr)
			}
		}
		for name := range files {
			if !listed[name] {
				t.Errorf("%s is not listed", name)
			}
		}
		if len(listed) != len(files) {
			t.Errorf("%d files listed, %d in the package", len(listed), len(files))
		}
		test := parsed(t, files["test.xml"])
		if refs := test.all("assessmentItemRef"); len(refs) != len(mixed(t, l).Exercises) {
			t.Errorf("the test has %d items", len(refs))
		}
	}
}

func TestQTI_ItemsAreSoundInThemselves(t *testing.T) {
	for _, s := range []*Sheet{mixed(t, lang.English), mixed(t, lang.Spanish), hostile(t)} {
		data, _ := file(t, "qti", s)
		files, names := testkit.Unzip(t, data)
		for _, name := range names {
			if !strings.HasPrefix(name, "items/") || path.Ext(name) != ".xml" {
				continue
			}
			item := parsed(t, files[name])
			at := 0
			for _, k := range item.kids {
				now := slices.Index(itemParts, k.name)
				if now < at {
					t.Errorf("%s: %s stands in the wrong place", name, k.name)
				}
				at = now
			}
			soundItem(t, name, item, files)
		}
	}
}

// soundItem follows every reference of an item.
func soundItem(t *testing.T, name string, item *node, files map[string][]byte) {
	t.Helper()
	responses, choices := map[string]bool{}, map[string]bool{}
	for _, r := range item.all("responseDeclaration") {
		responses[r.attr["identifier"]] = true
	}
	for _, n := range slices.Concat(item.all("simpleChoice"), item.all("simpleAssociableChoice")) {
		id := n.attr["identifier"]
		if choices[id] || !ncname.MatchString(id) {
			t.Errorf("%s: choice %q", name, id)
		}
		choices[id] = true
	}
	interactions := 0
	for _, kind := range []string{"choiceInteraction", "matchInteraction", "orderInteraction", "textEntryInteraction", "extendedTextInteraction"} {
		for _, n := range item.all(kind) {
			interactions++
			if !responses[n.attr["responseIdentifier"]] {
				t.Errorf("%s: %s has no declaration", name, kind)
			}
		}
	}
	if interactions != len(responses) || interactions == 0 {
		t.Errorf("%s: %d interactions, %d responses", name, interactions, len(responses))
	}
	for _, r := range item.all("responseDeclaration") {
		if base := r.attr["baseType"]; base != "identifier" && base != "directedPair" {
			continue
		}
		values := r.all("value")
		for _, e := range r.all("mapEntry") {
			values = append(values, &node{text: e.attr["mapKey"]})
		}
		for _, v := range values {
			for id := range strings.FieldsSeq(v.text) {
				if !choices[id] {
					t.Errorf("%s: %q is no choice", name, id)
				}
			}
		}
	}
	outcomes := map[string]bool{}
	for _, o := range item.all("outcomeDeclaration") {
		outcomes[o.attr["identifier"]] = true
	}
	for _, f := range item.all("modalFeedback") {
		if id := f.attr["identifier"]; !outcomes[f.attr["outcomeIdentifier"]] || strings.TrimSpace(f.text) == "" || !ncname.MatchString(id) {
			t.Errorf("%s: feedback %v", name, f.attr)
		}
	}
	for _, i := range item.all("img") {
		if files[path.Join(path.Dir(name), i.attr["src"])] == nil || i.attr["alt"] == "" {
			t.Errorf("%s: picture %v", name, i.attr)
		}
	}
}

func TestQTI_TellsWhyToEachOption(t *testing.T) {
	s := mixed(t, lang.Spanish)
	data, _ := file(t, "qti", s)
	files, _ := testkit.Unzip(t, data)
	for _, x := range s.Exercises {
		item := parsed(t, files["items/"+ncName("item-"+identity(x)+"-es")+".xml"])
		told := map[string]string{}
		for _, f := range item.all("modalFeedback") {
			told[f.attr["identifier"]] = f.text
		}
		if told["solution"] == "" {
			t.Errorf("%s: no solution is told", x.ID)
		}
		names := numbered(x.Question(lang.Spanish).Options, "o")
		for _, o := range x.Options {
			if n := x.Notes[o.ID]; x.Kind == knowledge.ChoiceItem && len(n.Why) > 0 && !strings.Contains(told[names[o.ID]], n.Why[0].ES) {
				t.Errorf("%s, %s: %q is not told", x.ID, o.ID, n.Why[0].ES)
			}
		}
	}
}

// TestQTI_ScoresLikeThePractice runs the rules of every item on answers right,
// empty and drawn by lot, and compares the score with the mark of the program.
func TestQTI_ScoresLikeThePractice(t *testing.T) {
	s := mixed(t, lang.English)
	data, _ := file(t, "qti", s)
	files, _ := testkit.Unzip(t, data)
	r := rand.New(rand.NewPCG(4, 2))
	for n, x := range s.Exercises {
		if x.Kind == knowledge.ExplainItem {
			continue
		}
		item := parsed(t, files["items/"+ncName("item-"+identity(x)+"-en")+".xml"])
		answers := []practice.Answer{x.RightAnswer(), {}}
		for range 40 {
			answers = append(answers, drawn(x, r))
		}
		for _, a := range answers {
			run := processed(t, item, responses(x, a))
			got, mark := run.score, x.Grade(a)
			if (math.Abs(got-1) < 1e-9) != mark.Right {
				t.Errorf("%d %s: %v scores %v and is marked %v", n, x.ID, a, got, mark)
			}
			if x.Kind != knowledge.OrderItem && x.Kind != knowledge.BuildItem && math.Abs(got-mark.Credit) > 0.051 {
				t.Errorf("%d %s: %v scores %v instead of %v", n, x.ID, a, got, mark.Credit)
			}
			if want := expected(x, a); !slices.Equal(run.feedback, want) {
				t.Errorf("%s: %v gets the feedback %v instead of %v", x.ID, a, run.feedback, want)
			}
		}
	}
}

// expected are the notes that an answer should get: on what was marked, on the
// pairs and decisions missed, and the solution.
func expected(x *practice.Exercise, a practice.Answer) (ids []string) {
	q := x.Question(lang.English)
	noted := func(id string) bool { return len(x.Notes[id].Why) > 0 }
	for n, o := range q.Options {
		if slices.Contains(a.Marked, o.ID) && noted(o.ID) {
			ids = append(ids, "o"+strconv.Itoa(n+1))
		}
	}
	for n, l := range q.Left {
		if len(a.Choose) > 0 && a.Choose[l.ID] != x.Key.Choose[l.ID] && noted(l.ID) {
			ids = append(ids, "l"+strconv.Itoa(n+1))
		}
	}
	for n, d := range q.Decisions {
		if a.Choose[d.ID] != x.Key.Choose[d.ID] && noted(d.ID) {
			ids = append(ids, "d"+strconv.Itoa(n+1))
		}
	}
	return append(ids, "solution")
}

// drawn is an answer by lot.
func drawn(x *practice.Exercise, r *rand.Rand) (a practice.Answer) {
	pick := func(list []practice.Choice) string { return list[r.IntN(len(list))].ID }
	switch x.Kind {
	case knowledge.MatchItem:
		a.Choose = map[string]string{}
		for _, l := range x.Left {
			a.Choose[l.ID] = pick(x.Right)
		}
	case knowledge.BuildItem:
		a.Choose = map[string]string{}
		for _, d := range x.Decisions {
			a.Choose[d.ID] = pick(d.Options)
		}
	case knowledge.OrderItem:
		a.Order = slices.Clone(x.Key.Order)
		r.Shuffle(len(a.Order), func(i, j int) { a.Order[i], a.Order[j] = a.Order[j], a.Order[i] })
	case knowledge.EstimateItem:
		v := x.Key.Number * (0.8 + 0.4*r.Float64())
		a.Number = &v
	default:
		for range 1 + r.IntN(3) {
			if o := pick(x.Options); !slices.Contains(a.Marked, o) {
				a.Marked = append(a.Marked, o)
			}
		}
		if !x.Several && x.Kind == knowledge.ChoiceItem {
			a.Marked = a.Marked[:1]
		}
	}
	return a
}
