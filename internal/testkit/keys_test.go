package testkit

import (
	"encoding/json"
	"go/ast"
	"go/token"
	"path/filepath"
	"sort"
	"strconv"
	"strings"
	"testing"
)

// The texts of the program stand in the translations under keys that the code
// names. This test reads the keys from the code and refuses one that has no
// text in one of the languages.

// speakers are the functions whose argument is a key: where the key stands
// among the arguments (-1: first, or second behind the language, as the pairs
// that follow tell), what comes before and after it.
// Rooms narrow a speaker to a folder.
var speakers = []struct {
	function string
	argument int
	before   string
	after    []string
	rooms    []string
}{
	{"fault.New", 1, "fault.", []string{"", ".remedy"}, nil},
	{"fault.Word", 0, "fault.", []string{""}, nil},
	{"fail", 1, "fault.", []string{"", ".remedy"}, []string{"internal/knowledge"}},
	{"usage", 0, "fault.", []string{"", ".remedy"}, []string{"cmd/alarifectl"}},
	{"Say", -1, "", []string{""}, nil},
	{"say", 0, "report.", []string{""}, []string{"internal/export"}},
	{"say", 0, "page.", []string{""}, []string{"internal/export/page"}},
	{"say", -1, "", []string{""}, []string{"cmd/alarifectl", "internal/run", "internal/desktop/…"}},
}

// translated reads the keys of one language from all tables.
func translated(t *testing.T, language string) map[string]bool {
	t.Helper()
	paths, err := filepath.Glob(Path(t, "assets/translations/*."+language+".json"))
	if err != nil {
		t.Fatal(err)
	}
	keys := map[string]bool{}
	for _, path := range paths {
		var table map[string]string
		if err := json.Unmarshal(Read(t, "assets/translations/"+filepath.Base(path)), &table); err != nil {
			t.Fatal(err)
		}
		for key := range table {
			keys[key] = true
		}
	}
	return keys
}

// spoken is a key in the code; open says that more is put behind it while the
// program runs.
type spoken struct {
	key  string
	open bool
}

// keysOf returns the keys that a call names.
func keysOf(room string, call *ast.CallExpr) (keys []spoken) {
	name := calledName(call)
	for _, s := range speakers {
		if s.function != name && !strings.HasSuffix(name, "."+s.function) || s.rooms != nil && !matchesAny(s.rooms, room) {
			continue
		}
		key, open, ok := argument(call, s.argument)
		if !ok {
			continue
		}
		for _, after := range s.after {
			if open {
				after = ""
			}
			keys = append(keys, spoken{s.before + key + after, open})
		}
	}
	return keys
}

// calledName is "fault.New" for fault.New(…), "usage" for usage(…).
func calledName(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		if x, ok := f.X.(*ast.Ident); ok {
			return x.Name + "." + f.Sel.Name
		}
		return "." + f.Sel.Name
	}
	return ""
}

// argument returns a text among the arguments of a call, or its beginning
// where it is put together.
func argument(call *ast.CallExpr, n int) (text string, open, ok bool) {
	if n >= len(call.Args) || len(call.Args) == 0 {
		return "", false, false
	}
	if n >= 0 {
		return literal(call.Args[n])
	}
	if text, open, ok := literal(call.Args[0]); ok || len(call.Args)%2 == 1 {
		return text, open, ok
	}
	return literal(call.Args[1])
}

func literal(e ast.Expr) (text string, open, ok bool) {
	switch e := e.(type) {
	case *ast.BasicLit:
		if e.Kind == token.STRING {
			text, err := strconv.Unquote(e.Value)
			return text, false, err == nil
		}
	case *ast.BinaryExpr:
		text, _, ok := literal(e.X)
		return text, true, ok
	}
	return "", false, false
}

// has reports whether a key, or one that begins with an open key, has a text.
func has(keys map[string]bool, k spoken) bool {
	if !k.open {
		return keys[k.key]
	}
	for key := range keys {
		if strings.HasPrefix(key, k.key) {
			return true
		}
	}
	return false
}

func TestKeys_AllHaveTextsInBothLanguages(t *testing.T) {
	tables := map[string]map[string]bool{"en": translated(t, "en"), "es": translated(t, "es")}
	found := 0
	for _, file := range goFiles(t) {
		if file.test {
			continue
		}
		ast.Inspect(file.tree, func(node ast.Node) bool {
			call, ok := node.(*ast.CallExpr)
			if !ok {
				return true
			}
			for _, k := range keysOf(file.room(), call) {
				found++
				for language, keys := range tables {
					if !has(keys, k) {
						t.Errorf("%s: %q has no text in %s", file.at(call.Pos()), k.key, language)
					}
				}
			}
			return true
		})
	}
	if found < 150 {
		t.Errorf("only %d keys found in the code: do the speakers have other names now?", found)
	}
}

// TestKeys_NoneIsLeftOver finds texts whose key, or whose beginning, no text
// of the code holds.
func TestKeys_NoneIsLeftOver(t *testing.T) {
	held := map[string]bool{}
	for _, file := range goFiles(t) {
		if file.test {
			continue
		}
		ast.Inspect(file.tree, func(node ast.Node) bool {
			if l, ok := node.(*ast.BasicLit); ok && l.Kind == token.STRING {
				if text, err := strconv.Unquote(l.Value); err == nil {
					held[text] = true
				}
			}
			return true
		})
	}
	var left []string
	for key := range translated(t, "en") {
		if !mentioned(held, key) {
			left = append(left, key)
		}
	}
	sort.Strings(left)
	for _, key := range left {
		t.Errorf("nothing says %q", key)
	}
}

// mentioned reports whether the code holds the key, what follows one of its
// dots, or what comes before one.
func mentioned(held map[string]bool, key string) bool {
	base, isFault := strings.CutPrefix(key, "fault.")
	if isFault {
		base = strings.TrimSuffix(strings.TrimSuffix(base, ".far"), ".remedy")
	}
	if held[key] || held[base] {
		return true
	}
	for i, r := range base {
		if r == '.' && (held[base[i+1:]] || held[base[:i+1]]) {
			return true
		}
	}
	return false
}
