package icons

import (
	"bytes"
	"errors"
	"os"
	"strings"
	"testing"
)

func TestEncode_WritesAbsoluteCommandsWithoutArcs(t *testing.T) {
	src, err := os.ReadFile("testdata/packed.svg")
	if err != nil {
		t.Fatal(err)
	}
	got, err := Encode(src)
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{`<?xml version="1.0"`, `width="64" height="64"`, `fill="#ed7100"`, `fill="#fff"`, `fill="#879196"`} {
		if !bytes.Contains(got, []byte(want)) {
			t.Errorf("%q is missing in\n%s", want, got)
		}
	}
	for _, bad := range []string{"evenodd", "title", "stroke", "<g"} {
		if bytes.Contains(got, []byte(bad)) {
			t.Errorf("%q is left in\n%s", bad, got)
		}
	}
	for line := range strings.Lines(string(got)) {
		if _, d, ok := strings.Cut(line, ` d="`); ok && strings.ContainsAny(strings.TrimSuffix(d, "\"/>\n"), "aAhHvVmlczqsStT") {
			t.Errorf("a relative or short command is left in %s", line)
		}
	}
}

func TestEncode_IsStable(t *testing.T) {
	src, err := os.ReadFile("testdata/packed.svg")
	if err != nil {
		t.Fatal(err)
	}
	once, err := Encode(src)
	if err != nil {
		t.Fatal(err)
	}
	twice, err := Encode(once)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(once, twice) {
		t.Errorf("encoding again changed\n%s\ninto\n%s", once, twice)
	}
}

func TestEncode_RefusesWhatItCannotKeep(t *testing.T) {
	const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">`
	for _, tt := range []struct{ name, src string }{
		{"not XML", "<svg"},
		{"no viewBox", `<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h1v1z"/></svg>`},
		{"another element", head + `<circle r="3"/></svg>`},
		{"a transform", head + `<g transform="scale(2)"/></svg>`},
		{"a broken path", head + `<path d="M0 0 L"/></svg>`},
	} {
		if out, err := Encode([]byte(tt.src)); err == nil {
			t.Errorf("%s: got %s", tt.name, out)
		}
	}
	crossing := head + `<path fill-rule="evenodd" d="M0 0h30v30H0z M20 20h30v30H20z"/></svg>`
	if _, err := Encode([]byte(crossing)); !errors.Is(err, ErrOverlap) {
		t.Errorf("crossing outlines: got %v", err)
	}
}
