package knowledge_test

import (
	"fmt"
	"reflect"
	"regexp"
	"strings"
	"sync"
	"testing"
	"unicode"
	"unicode/utf8"

	"alarife/catalog"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

var loaded = sync.OnceValues(func() (*knowledge.Base, error) { return knowledge.Load(catalog.Files) })

// builtIn returns the built-in catalog, loaded once for all tests.
func builtIn(t *testing.T) *knowledge.Base {
	t.Helper()
	b, err := loaded()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// longText is the length from which a text that is the same in both languages
// counts as not translated, in runes.
const longText = 25

// function words that no text of the other language has. Words that stand in
// proper names ("for", "los") are left out.
var foreign = map[lang.Lang][]string{
	lang.Spanish: {"the", "with", "and", "of", "is", "are", "from", "which", "that", "this"},
	lang.English: {"el", "las", "con", "que", "para", "una", "por", "del", "se", "su"},
}

func TestTexts_AreTranslatedAndKeptApart(t *testing.T) {
	n := 0
	eachText(reflect.ValueOf(builtIn(t)).Elem(), "", func(at string, x lang.Text) {
		n++
		if strings.TrimSpace(x.EN) == "" || strings.TrimSpace(x.ES) == "" {
			t.Errorf("%s: missing in one language", at)
		}
		if x.EN == x.ES && utf8.RuneCountInString(x.EN) > longText && !properName(x.EN) {
			t.Errorf("%s: the same in both languages: %s", at, x.EN)
		}
		for _, l := range lang.All() {
			for _, word := range foreign[l] {
				if hasWord(x.In(l), word) {
					t.Errorf("%s: %q in the text of language %s: %s", at, word, l, x.In(l))
				}
			}
		}
	})
	if n < 5000 {
		t.Errorf("only %d texts were looked at", n)
	}
}

// properName reports whether every word but "for" begins as names do.
func properName(text string) bool {
	for _, word := range strings.Fields(text) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "("))
		if word != "for" && !unicode.IsUpper(first) && !unicode.IsDigit(first) {
			return false
		}
	}
	return true
}

// names are placeholders and quoted proper names: what stands there belongs to
// no language.
var names = regexp.MustCompile(`\{[^}]*\}`)

// hasWord reports whether a text has the word in small letters; capitals are
// names.
func hasWord(text, word string) bool {
	for _, w := range strings.FieldsFunc(names.ReplaceAllString(text, ""), func(r rune) bool { return !unicode.IsLetter(r) }) {
		if w == word {
			return true
		}
	}
	return false
}

// eachText visits every bilingual text below a value with the ids on the way.
// What is optional and left out is not visited.
func eachText(v reflect.Value, at string, visit func(at string, x lang.Text)) {
	eachStruct(v, at, func(at string, v reflect.Value) {
		if x, ok := v.Interface().(lang.Text); ok && !x.Empty() {
			visit(at, x)
		}
	})
}

// eachStruct visits every struct below a value with the ids on the way.
func eachStruct(v reflect.Value, at string, visit func(at string, v reflect.Value)) {
	switch v.Kind() {
	case reflect.Pointer:
		if !v.IsNil() {
			eachStruct(v.Elem(), at, visit)
		}
	case reflect.Slice:
		for i := range v.Len() {
			eachStruct(v.Index(i), at, visit)
		}
	case reflect.Map:
		for _, key := range v.MapKeys() {
			eachStruct(v.MapIndex(key), fmt.Sprint(at, "/", key), visit)
		}
	case reflect.Struct:
		if id := v.FieldByName("ID"); id.IsValid() {
			at = fmt.Sprint(at, "/", id)
		}
		visit(at, v)
		for i := range v.NumField() {
			if v.Type().Field(i).IsExported() {
				eachStruct(v.Field(i), at, visit)
			}
		}
	}
}
