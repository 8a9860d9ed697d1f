package skeleton

import (
	"bytes"
	"strings"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/source"
)

// within puts an option or a rule into a copy of the file of its decision,
// which replaces it in a layer above.
func (m *Maker) within(k kind, id string, at fault.Place) (map[string][]byte, error) {
	parts := strings.Split(id, "/")
	if want := map[string]int{"option": 2, "rule": 3}[k.name]; len(parts) != want {
		return nil, fault.New(at, "new."+k.name+"-id", "id", id)
	}
	if !knowledge.WellFormed(k.folder, parts[len(parts)-1]) {
		return nil, fault.New(at, "new.id", "id", id)
	}
	option := ""
	if k.name == "rule" {
		option = parts[1]
	}
	if err := m.Base.CheckOption(parts[0], option, at); err != nil {
		return nil, err
	}
	if m.has(parts) {
		return nil, fault.New(at, "new.taken", "id", id)
	}
	if parts[0] == knowledge.BlueprintDecision {
		return nil, fault.New(at, "new.blueprint", "id", id)
	}
	file := k.folder + "/" + parts[0] + ".yaml"
	name, data, err := m.Read(file)
	if err != nil {
		return nil, err
	}
	d, err := source.Parse(name, data)
	if err != nil {
		return nil, err
	}
	line, indent, head, ok := spot(d, parts)
	if !ok {
		return nil, fault.New(fault.Place{File: name}, "new.brackets", "id", id)
	}
	text, err := m.fill(k.name, id, indent)
	return map[string][]byte{file: insert(data, line, head+string(text))}, err
}

// has reports whether the option or rule exists.
func (m *Maker) has(parts []string) bool {
	o := m.Base.Decision(parts[0]).Option(parts[1])
	if len(parts) == 2 || o == nil {
		return o != nil
	}
	for _, r := range append(append([]*knowledge.Rule{}, o.RulesOut...), o.Evidence...) {
		if r.ID == parts[2] {
			return true
		}
	}
	return false
}

// spot finds the line before which the thing goes, how far in it stands, and
// what comes before it. ok is false where the list is written in brackets.
func spot(d *source.Document, parts []string) (line, indent int, head string, ok bool) {
	if len(parts) == 2 { // behind the last option
		list, found := d.Block("options")
		return list.End, list.Column - 1, "", found && !list.Flow
	}
	option, found := d.Block("options", parts[1])
	if !found || option.Flow {
		return 0, 0, "", false
	}
	if list, has := d.Block("options", parts[1], "evidence"); has { // before the first piece of evidence
		return list.Line, list.Column - 1, "", !list.Flow
	}
	id, _ := d.Block("options", parts[1], "id")
	return id.Line + 1, option.Column - 1, strings.Repeat(" ", option.Column-1) + "evidence:\n", true
}

// insert puts a text before a line, counted from 1.
func insert(data []byte, line int, text string) []byte {
	lines := bytes.SplitAfter(data, []byte("\n"))
	var out bytes.Buffer
	for i, l := range lines {
		if i+1 == line {
			out.WriteString(text)
		}
		out.Write(l)
	}
	if line > len(lines) {
		if !bytes.HasSuffix(data, []byte("\n")) {
			out.WriteByte('\n')
		}
		out.WriteString(text)
	}
	return out.Bytes()
}
