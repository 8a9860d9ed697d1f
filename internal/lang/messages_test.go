package lang_test

import (
	"testing"

	"alarife/assets"
	"alarife/internal/lang"
)

func TestLoadMessages_BothLanguagesAreComplete(t *testing.T) {
	m, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range m.Keys() {
		text := m.Text(key)
		en, es := lang.Placeholders(text.EN), lang.Placeholders(text.ES)
		if !sameNames(en, es) {
			t.Errorf("%s: placeholders differ: %v, %v", key, en, es)
		}
	}
}

func sameNames(a, b []string) bool {
	set := map[string]bool{}
	for _, x := range a {
		set[x] = true
	}
	for _, x := range b {
		if !set[x] {
			return false
		}
	}
	return len(set) == 0 || len(b) > 0
}
