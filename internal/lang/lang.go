// Package lang holds the two languages of the program: bilingual texts, the
// printer that fills their placeholders, and numbers written the way each
// language writes them. It imports no other package of ours.
package lang

// Lang is the language that a person reads.
type Lang string

// The languages of the program.
const (
	English Lang = "en"
	Spanish Lang = "es"
)

// All lists the languages in the order in which they are offered.
func All() []Lang { return []Lang{English, Spanish} }

// Parse reads a language tag such as "es", "es-ES" or "es_MX.UTF-8"; ok is
// false where it is neither English nor Spanish.
func Parse(tag string) (l Lang, ok bool) {
	if len(tag) < 2 || (len(tag) > 2 && tag[2] != '-' && tag[2] != '_' && tag[2] != '.') {
		return English, false
	}
	switch tag[:2] {
	case "en":
		return English, true
	case "es":
		return Spanish, true
	}
	return English, false
}

// Text is one text in both languages. In YAML: {en: …, es: …}.
type Text struct {
	EN string `yaml:"en,required" json:"en"`
	ES string `yaml:"es,required" json:"es"`
}

// In returns the text in language l.
func (t Text) In(l Lang) string {
	if l == Spanish {
		return t.ES
	}
	return t.EN
}

// Empty reports whether the text is missing in both languages.
func (t Text) Empty() bool { return t.EN == "" && t.ES == "" }
