package file_test

import (
	"errors"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/testkit"
)

func text(s string) func(io.Writer) error {
	return func(w io.Writer) error { _, err := io.WriteString(w, s); return err }
}

func names(t *testing.T, dir string) string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, e := range entries {
		out = append(out, e.Name())
	}
	return strings.Join(out, " ")
}

func key(err error) string {
	var f *fault.Fault
	if errors.As(err, &f) {
		return f.Key
	}
	return ""
}

func TestWrite_LeavesTheOldFileWhereItFails(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"a.txt": "old"})
	path := filepath.Join(dir, "a.txt")
	broken := errors.New("broken")
	err := file.Write(path, func(w io.Writer) error {
		_, _ = io.WriteString(w, "half")
		return broken
	})
	if !errors.Is(err, broken) {
		t.Fatalf("got %v", err)
	}
	if got, _ := os.ReadFile(path); string(got) != "old" {
		t.Errorf("the old file holds %q", got)
	}
	testkit.Equal(t, "a.txt", names(t, dir))
}

func TestWrite_FollowsALinkAndKeepsPermissions(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"real.txt": "old"})
	real, link := filepath.Join(dir, "real.txt"), filepath.Join(dir, "link.txt")
	if err := os.Chmod(real, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(real, link); err != nil {
		t.Skip("no links here")
	}
	if err := file.Write(link, text("new")); err != nil {
		t.Fatal(err)
	}
	if got, _ := os.ReadFile(real); string(got) != "new" {
		t.Errorf("the linked file holds %q", got)
	}
	if info, _ := os.Lstat(link); info.Mode()&os.ModeSymlink == 0 {
		t.Error("the link is gone")
	}
	if info, _ := os.Stat(real); runtime.GOOS != "windows" && info.Mode().Perm() != 0o600 {
		t.Errorf("permissions are %v", info.Mode().Perm())
	}
}

func TestWrite_NeverReplacesADevice(t *testing.T) {
	if _, err := os.Stat("/dev/full"); err != nil {
		t.Skip("no /dev/full here")
	}
	if got := key(file.Write("/dev/full", text("x"))); got != "file.unwritable" {
		t.Errorf("got %q", got)
	}
	info, err := os.Stat("/dev/full")
	if err != nil || info.Mode()&os.ModeDevice == 0 {
		t.Fatalf("/dev/full is no device any more: %v", err)
	}
}

func TestWrite_TellsWhatRefuses(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"plain": "x"})
	for _, tt := range []struct{ name, path, want string }{
		{"a folder", dir, "file.directory"},
		{"no such folder", filepath.Join(dir, "none", "a.svg"), "file.unwritable"},
		{"below a file", filepath.Join(dir, "plain", "a.svg"), "file.unwritable"},
	} {
		if got := key(file.Write(tt.path, text("x"))); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
	testkit.Equal(t, "plain", names(t, dir))
}

func TestRead_IsBounded(t *testing.T) {
	dir := testkit.Tree(t, map[string]string{"a": "12345"})
	if _, err := file.Read(filepath.Join(dir, "a"), 5); err != nil {
		t.Error(err)
	}
	if _, err := file.Read(filepath.Join(dir, "a"), 4); key(err) != "file.too-large" {
		t.Errorf("got %v", err)
	}
}
