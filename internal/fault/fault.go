// Package fault is the user-facing class of error: a place, a cause and a
// remedy, kept as data so that each face can say them in the reader's language.
// Everything else that goes wrong is an ordinary Go error: a bug or the
// machine's.
package fault

import (
	"errors"
	"fmt"
	"sort"
	"strings"

	"alarife/internal/lang"
)

// Place is where a fault stands. Line and Column count from 1; 0 is unknown.
type Place struct {
	File         string
	Line, Column int
	Excerpt      string // the offending line of the file, may be empty
}

// String writes file:line:column as far as known.
func (p Place) String() string {
	switch {
	case p.File == "":
		return ""
	case p.Line == 0:
		return p.File
	case p.Column == 0:
		return fmt.Sprintf("%s:%d", p.File, p.Line)
	}
	return fmt.Sprintf("%s:%d:%d", p.File, p.Line, p.Column)
}

// Fault is one mistake in what the program was given.
//
// Key names the message "fault.<key>" and its remedy "fault.<key>.remedy" in
// the translations; Args fill their placeholders as name, value, name, value …
type Fault struct {
	Place Place
	Key   string
	Args  []any
	Cause error // an underlying error of the system, may be nil
}

// New makes a fault at a place.
func New(at Place, key string, args ...any) *Fault {
	return &Fault{Place: at, Key: key, Args: args}
}

// Because adds the underlying error and returns the fault.
func (f *Fault) Because(err error) *Fault {
	f.Cause = err
	return f
}

// Unwrap returns the underlying error.
func (f *Fault) Unwrap() error { return f.Cause }

// Error writes place, key and arguments: for logs and tests. Faces use Say.
func (f *Fault) Error() string {
	var b strings.Builder
	if p := f.Place.String(); p != "" {
		b.WriteString(p + ": ")
	}
	b.WriteString(f.Key)
	for i := 0; i+1 < len(f.Args); i += 2 {
		fmt.Fprintf(&b, " %v=%v", f.Args[i], f.Args[i+1])
	}
	return b.String()
}

// Say writes the fault for a person: place, message, excerpt with a caret,
// remedy.
func (f *Fault) Say(m *lang.Messages, l lang.Lang) string {
	var b strings.Builder
	if p := f.Place.String(); p != "" {
		b.WriteString(lang.Clean(p) + ": ")
	}
	b.WriteString(f.Text(m, l))
	if f.Place.Excerpt != "" {
		b.WriteString("\n" + caret(f.Place))
	}
	if remedy := f.Remedy(m, l); remedy != "" {
		b.WriteString("\n" + m.Say(l, "fault.remedy", "remedy", remedy))
	}
	return b.String()
}

// Text is the message alone.
func (f *Fault) Text(m *lang.Messages, l lang.Lang) string {
	return m.Say(l, "fault."+f.Key, f.spoken(m, l)...)
}

// Remedy is what to do about it, may be empty. A fault whose argument "near"
// is empty, because nothing comes near to what was meant, takes the text
// "fault.<key>.remedy.far" where there is one.
func (f *Fault) Remedy(m *lang.Messages, l lang.Lang) string {
	key := "fault." + f.Key + ".remedy"
	for i := 0; i+1 < len(f.Args); i += 2 {
		if f.Args[i] == "near" && f.Args[i+1] == "" && m.Has(key+".far") {
			key += ".far"
		}
	}
	return m.Say(l, key, f.spoken(m, l)...)
}

// spoken returns the arguments with words put into the reader's language and
// foreign text made harmless on a terminal.
func (f *Fault) spoken(m *lang.Messages, l lang.Lang) []any {
	out := make([]any, len(f.Args))
	for i, a := range f.Args {
		switch a := a.(type) {
		case Word:
			out[i] = m.Say(l, "fault."+string(a))
		case Unit:
			out[i] = string(a)
			if key := "unit." + string(a); m.Has(key) {
				out[i] = m.Say(l, key)
			}
		case string:
			out[i] = lang.Clean(a)
		default:
			out[i] = a
		}
	}
	return out
}

const excerptWidth = 100 // runes of the offending line that are shown

// caret shows the offending line and points at the column.
func caret(p Place) string {
	line, col := []rune(lang.Clean(p.Excerpt)), p.Column
	if col > excerptWidth {
		cut := min(col-excerptWidth/2, len(line))
		line, col = line[cut:], col-cut
	}
	if len(line) > excerptWidth {
		line = line[:excerptWidth]
	}
	out := "    " + string(line)
	if col > 0 {
		out += "\n    " + strings.Repeat(" ", col-1) + "^"
	}
	return out
}

// List is several faults of one input; it is an error where it is not empty.
type List []*Fault

// Add appends the faults of err: one, a list, or nothing for nil; an error of
// another class is returned.
func (l *List) Add(err error) error {
	if err == nil {
		return nil
	}
	var one *Fault
	var many List
	switch {
	case errors.As(err, &many):
		*l = append(*l, many...)
	case errors.As(err, &one):
		*l = append(*l, one)
	default:
		return err
	}
	return nil
}

// Err returns the list, sorted by place, as an error; nil where it is empty.
func (l List) Err() error {
	if len(l) == 0 {
		return nil
	}
	sort.SliceStable(l, func(i, j int) bool {
		a, b := l[i].Place, l[j].Place
		if a.File != b.File {
			return a.File < b.File
		}
		if a.Line != b.Line {
			return a.Line < b.Line
		}
		if a.Column != b.Column {
			return a.Column < b.Column
		}
		return l[i].Error() < l[j].Error()
	})
	return l
}

// Error writes one fault a line.
func (l List) Error() string {
	lines := make([]string, len(l))
	for i, f := range l {
		lines[i] = f.Error()
	}
	return strings.Join(lines, "\n")
}

// Say writes err for a person where it is a fault or a list of faults; ok is
// false for an error of another class.
func Say(err error, m *lang.Messages, l lang.Lang) (text string, ok bool) {
	var list List
	if list.Add(err) != nil || len(list) == 0 {
		return "", false
	}
	parts := make([]string, len(list))
	for i, f := range list {
		parts[i] = f.Say(m, l)
	}
	return strings.Join(parts, "\n"), true
}

// Word is an argument that is itself a text of the translations: its key
// without the leading "fault.".
type Word string

// Unit is an argument that is a unit of the catalog; it is said as the
// translations have it.
type Unit string
