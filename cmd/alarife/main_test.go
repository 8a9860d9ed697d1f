package main

import (
	"errors"
	"testing"
	"time"

	"alarife/assets"
	"alarife/internal/fault"
	"alarife/internal/lang"
)

func TestRead_ReadsFlagsAndRefusesOthers(t *testing.T) {
	texts, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		args []string
		want flags
		ok   bool
	}{
		{nil, flags{}, true},
		{[]string{"--version"}, flags{version: true}, true},
		{[]string{"-h"}, flags{help: true}, true},
		{[]string{"--smoke", "--lang", "es", "a.yaml"}, flags{smoke: true, lang: "es", file: "a.yaml"}, true},
		{[]string{"--catalog=dir"}, flags{catalog: "dir"}, true},
		{[]string{"--lang", "fr"}, flags{}, false},
		{[]string{"--no-such-flag"}, flags{}, false},
		{[]string{"a.yaml", "b.yaml"}, flags{}, false},
	} {
		got, ok := read(tt.args, texts)
		if ok != tt.ok || ok && got != tt.want {
			t.Errorf("%q: got %+v, %v", tt.args, got, ok)
		}
	}
}

func TestLoad_LaysAFolderOverTheCatalog(t *testing.T) {
	if l := <-load(""); l.err != nil || len(l.base.Scenarios) == 0 {
		t.Errorf("built in: %v", l.err)
	}
	if l := <-load(t.TempDir()); l.err != nil {
		t.Errorf("an empty folder on top: %v", l.err)
	}
	var f *fault.Fault
	if l := <-load("/no/such/folder"); !errors.As(l.err, &f) {
		t.Errorf("a missing folder: %v", l.err)
	}
}

func TestStarted_IsShortlyAgo(t *testing.T) {
	if age := time.Since(started()); age < 0 || age > 10*time.Minute {
		t.Errorf("the process is %v old", age)
	}
}
