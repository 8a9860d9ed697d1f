package design_test

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"alarife/internal/design"
	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/testkit"
)

func base(t testing.TB) *knowledge.Base {
	t.Helper()
	b, err := knowledge.Load(testkit.Catalog(nil))
	if err != nil {
		t.Fatal(err)
	}
	return b
}

const sample = `alarife: 1
title: "A “case” <script> ${x} 🙂 שלום"
notes: |
  two
  lines
era: guide
priorities:
  cost: 2.5
answers:
  compliance: [soc]
  latency_ms: 50
  payload_mb: 0.25
  steady: true
pins:
  keep: new-store
`

func TestDocument_ReadsBackWhatItWrote(t *testing.T) {
	b := base(t)
	d, err := design.Parse("sample", []byte(sample), b)
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := d.Write(&out, lang.English, b); err != nil {
		t.Fatal(err)
	}
	again, err := design.Parse("again", out.Bytes(), b)
	if err != nil {
		t.Fatalf("%v in\n%s", err, out.String())
	}
	testkit.Equal(t, d, again)
}

func TestParse_TellsWhatIsWrong(t *testing.T) {
	b := base(t)
	for text, key := range map[string]string{
		"":                                  "file.empty",
		"\xff\xfe":                          "file.not-text",
		"- a":                               "yaml.not-a-mapping",
		"title: x":                          "yaml.missing-field",
		"alarife: 2":                        "design.version",
		"alarife: 1\nera: then":             "design.era",
		"alarife: 1\nanswers: {latency: 5}": "answer.unknown-fact",
		"alarife: 1\nanswers: {latency_ms: fast}":               "answer.kind",
		"alarife: 1\nanswers: {latency_ms: 0}":                  "answer.out-of-range",
		"alarife: 1\nanswers: {latency_ms: .nan}":               "answer.not-finite",
		"alarife: 1\nanswers: {latency_ms: .inf}":               "answer.not-finite",
		"alarife: 1\nanswers: {latency_ms: 1e999}":              "answer.kind",
		"alarife: 1\nanswers: {region: mars}":                   "answer.unknown-choice",
		"alarife: 1\nanswers: {compliance: [pci]}":              "answer.unknown-choice",
		"alarife: 1\nanswers: {steady: 1}":                      "answer.kind",
		"alarife: 1\npriorities: {beauty: 1}":                   "priority.unknown",
		"alarife: 1\npriorities: {cost: 6}":                     "priority.range",
		"alarife: 1\npins: {keep: elsewhere}":                   "catalog.unknown-option",
		"alarife: 1\npins: {kept: x}":                           "catalog.unknown-id",
		"alarife: 1\ntitle: " + strings.Repeat("x", 201):        "design.title",
		"alarife: 1\nanswers: &a {x: *a}":                       "yaml.alias",
		"alarife: 1\nanswers: {latency_ms: 5, latency_ms: 6}":   "yaml.twice",
		"alarife: 1\nanswers: {latency_ms: 5}\n---\nalarife: 1": "yaml.second-document",
	} {
		_, err := design.Parse("d", []byte(text), b)
		if err == nil || !strings.Contains(err.Error(), key) {
			t.Errorf("%q: %v, want %s", text, err, key)
		}
	}
}

func TestSave_LeavesNothingHalfWritten(t *testing.T) {
	b, dir := base(t), t.TempDir()
	d, err := design.Parse("sample", []byte(sample), b)
	if err != nil {
		t.Fatal(err)
	}
	if err := d.Save(filepath.Join(dir, "no", "such.yaml"), lang.English, b); err == nil {
		t.Error("saved into a folder that does not exist")
	}
	path := filepath.Join(dir, "d.yaml")
	if err := d.Save(path, lang.English, b); err != nil {
		t.Fatal(err)
	}
	if _, err := design.Open(path, b); err != nil {
		t.Error(err)
	}
	left, _ := os.ReadDir(dir)
	if len(left) != 1 {
		t.Errorf("files left behind: %v", left)
	}
}

// FuzzParse: whatever a file holds, it is a design or a fault.
func FuzzParse(f *testing.F) {
	b := base(f)
	f.Add([]byte(sample))
	f.Add([]byte("alarife: 1\nanswers: {latency_ms: 5}"))
	f.Add([]byte("story: {en: a, es: b}\nid: x"))
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := design.Parse("f", data, b)
		var list fault.List
		var one *fault.Fault
		if err != nil {
			if !errors.As(err, &list) && !errors.As(err, &one) {
				t.Fatalf("an error that is no fault: %v", err)
			}
			return
		}
		var out bytes.Buffer
		if err := d.Write(&out, lang.English, b); err != nil {
			t.Fatal(err)
		}
		if _, err := design.Parse("again", out.Bytes(), b); err != nil {
			t.Fatalf("does not read back: %v\n%s", err, out.String())
		}
	})
}
