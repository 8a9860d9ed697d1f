package file_test

import (
	"errors"
	"os"
	"path/filepath"
	"testing"

	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/testkit"
)

const marker = "<!-- ours -->"

func ours(text string) []byte { return []byte(marker + "\n" + text) }

func TestFolder_HoldsWhatItIsGivenAndKeepsWhatIsNotOurs(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{
		"a/old.md": string(ours("old")), "gone/only.md": string(ours("x")), "a/mine.md": "# Mine", "a/b.md": string(ours("before")), "notes.txt": marker,
	})
	files := map[string][]byte{"a/b.md": ours("b"), "c.md": ours("c")}
	written, removed, err := file.Folder(dir, marker, files)
	if err != nil || written != 2 || removed != 2 {
		t.Fatalf("%d written, %d removed, %v", written, removed, err)
	}
	for name, there := range map[string]bool{"a/b.md": true, "c.md": true, "a/mine.md": true, "notes.txt": true, "a/old.md": false, "gone": false} {
		if _, err := os.Stat(filepath.Join(dir, name)); (err == nil) != there {
			t.Errorf("%s: %v", name, err)
		}
	}
	if written, removed, err = file.Folder(dir, marker, files); err != nil || written+removed != 0 {
		t.Errorf("the second run: %d written, %d removed, %v", written, removed, err)
	}
}

func TestFolder_ReplacesNoFileOfOthers(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"README.md": "# Mine"})
	_, _, err := file.Folder(dir, marker, map[string][]byte{"README.md": ours("x"), "a.md": ours("a")})
	var f *fault.Fault
	if !errors.As(err, &f) || f.Key != "file.not-ours" {
		t.Errorf("got %v", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "a.md")); err == nil {
		t.Error("something was written all the same")
	}
}

func TestCreate_ReplacesNothing(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x")
	if err := file.Create(path, []byte("first")); err != nil {
		t.Fatal(err)
	}
	var f *fault.Fault
	if err := file.Create(path, []byte("second")); !errors.As(err, &f) || f.Key != "file.exists" {
		t.Errorf("got %v", err)
	}
	if data, _ := os.ReadFile(path); string(data) != "first" {
		t.Errorf("the file holds %q", data)
	}
}
