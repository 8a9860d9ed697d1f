package source

import (
	"io/fs"
	"strings"
	"testing"
	"unicode/utf8"

	"alarife/catalog"
)

// The library is the measure: what is read plainly it reads alike.
func agree(t *testing.T, text string) (readPlainly bool) {
	t.Helper()
	root := readPlain(text, strings.Split(text, "\n"), new(room))
	if root == nil {
		return false
	}
	d := &Document{lines: strings.Split(text, "\n")}
	if err := d.read([]byte(text)); err != nil {
		t.Fatalf("read plainly, while the library says %v:\n%s", err, text)
	}
	if at := differ(root, d.Root); at != nil {
		t.Fatalf("read otherwise than the library does, from line %d, column %d on:\n%s", at.Line, at.Column, text)
	}
	return true
}

// differ returns the first node of the library's that another is unlike.
func differ(a, b *Node) *Node {
	if a.Kind != b.Kind || a.Style != b.Style || a.Line != b.Line || a.Column != b.Column || a.Value != b.Value ||
		a.Tag() != b.Tag() || a.marked != b.marked || a.null() != b.null() || len(a.Content) != len(b.Content) {
		return b
	}
	for i := range a.Content {
		if at := differ(a.Content[i], b.Content[i]); at != nil {
			return at
		}
	}
	return nil
}

func TestReadPlain_ReadsTheCatalogAsTheLibraryDoes(t *testing.T) {
	all, plainly := 0, 0
	err := fs.WalkDir(catalog.Files, ".", func(path string, e fs.DirEntry, err error) error {
		if err != nil || !strings.HasSuffix(path, ".yaml") {
			return err
		}
		data, err := fs.ReadFile(catalog.Files, path)
		if all++; agree(t, string(data)) {
			plainly++
		} else {
			t.Log("left to the library: ", path)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if plainly < all*9/10 {
		t.Errorf("%d of %d files are read plainly", plainly, all)
	}
}

// samples are documents around the edges of what is read plainly.
var samples = []struct {
	text    string
	plainly bool
}{
	{"a: b\n", true},
	{"\n\na: b", true},
	{"a: b\n\n\nc: d\n\n", true},
	{"a:\n  b: c\n  d:\n  - e\n  - f: g\n    h: i\nj: k\n", true},
	{"a:\n    - b\n    - - c\n", false},
	{"a: {b: c, d: [e, -1.5, 2026-01-02, ~x], f: {}, g: []}\n", false},
	{"a: {b: c, d: [e, -1.5, 2026-01-02, true], f: {}, g: []}\n", true},
	{"a: {b: c,\n  d: [e,\n f],\n}\n", true},
	{"a: {b: c\n  d}\n", false},
	{"a: [b, c: d]\n", false},
	{"a: [,]\n", false},
	{"a: [b,,]\n", false},
	{"a: {b, c}\n", false},
	{"a: {b:c, d: http://e/f?g=h}\n", false},
	{"a: http://e/f?g=h#i\n", true},
	{"a: \"b: # c\"\n", true},
	{"a: \"b \\\" c\"\n", false},
	{"a: 'b'\n", true},
	{"a: 'it''s'\n", false},
	{"a: \"b\" c\n", false},
	{"a: \"b\": c\n", false},
	{"a: \"b\n  c\"\n", false},
	{"a: b\n  c\n", false},
	{"a: b: c\n", false},
	{"a: b:\n", false},
	{"a: b # c\n", false},
	{"# a\nb: c\n", false},
	{"a:\nb: c\n", false},
	{"a: \nb: c\n", false},
	{"a: >-\n  b\n  c\nd: >-\n    é\n\n", true},
	{"a: >-\n  b\n\n  c\n", false},
	{"a: >-\n  b\n    c\n", false},
	{"a: >-\n  b\n c\n", false},
	{"a: >-\nb: c\n", false},
	{"a: >-\n  b\n     \n", false},
	{"a: >-", false},
	{"a:\n  b\nc:\n  {d: e}\nf:\n  >-\n  g\nh:\n  'i'\n", true},
	{"a:\n  b\n  c\n", false},
	{"a:\n  b\n c\n", false},
	{"a:\nb\n", false},
	{"a: - b\n", false},
	{"a:\n  - - b\n", false},
	{"a: >\n  b\n", false},
	{"a: |-\n  b\n", false},
	{"- a: b\n", false},
	{"a:\n- b\nc: d\n", true},
	{"a:\n- b\n - c\n", false},
	{"a:\n  - b: c\n   d: e\n", false},
	{"a: b\n--- \nc: d\n", false},
	{"a: b\n---\nc: d\n", false},
	{"a: b\n...\n", false},
	{"a: &x b\nc: *x\n", false},
	{"a: !!str b\n", false},
	{"a: ¿é? ¡í!\nñ: b\n", false},
	{"a: {é: ¿é?}\n", false},
	{"a: {e: ¿é, i: ñ}\n", true},
	{"a\t: b\n", false},
	{"a: b\r\n", false},
	{"a: b\u2028c\n", false},
	{"a: null\nb: NO\nc: 0x1F\nd: 1e3\ne: .5\n", false},
	{"a: null\nb: NO\nc: 0x1F\nd: 1e3\nf: -.inf\ntrue: y\nnull: x\n", false},
	{"a: null\nb: NO\nc: 0x1F\nd: 1e3\ntrue: y\nnull: x\n", true},
	{"a: " + strings.Repeat("[", 100_000), false},
	{strings.Repeat("a", 1100) + ": b\n", false},
	{"", false},
	{"a", false},
}

func TestReadPlain_LeavesTheRestToTheLibrary(t *testing.T) {
	for _, s := range samples {
		if got := agree(t, s.text); got != s.plainly {
			t.Errorf("read plainly: %v, want %v:\n%.100s", got, s.plainly, s.text)
		}
	}
}

// FuzzReadPlain looks for documents that are read otherwise than the library
// reads them.
func FuzzReadPlain(f *testing.F) {
	for _, s := range samples {
		f.Add([]byte(s.text))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) < 1<<12 && utf8.Valid(data) {
			agree(t, string(data))
		}
	})
}
