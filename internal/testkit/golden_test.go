package testkit

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// recorder is a test that fails without ending the run.
type recorder struct {
	testing.TB
	name    string
	failure string
}

func (r *recorder) Name() string                 { return r.name }
func (r *recorder) Helper()                      {}
func (r *recorder) Errorf(f string, args ...any) { r.failure += fmt.Sprintf(f, args...) }
func (r *recorder) Fatalf(f string, args ...any) { r.failure += fmt.Sprintf(f, args...) }

func TestGolden_AcceptsThenCompares(t *testing.T) {
	t.Chdir(t.TempDir())
	r := &recorder{TB: t, name: "TestX/of \"two\""}
	defer func(before bool) { *update = before }(*update)

	*update = true
	Golden(r, "scene.txt", []byte("one\ntwo\n"))
	*update = false
	Golden(r, "scene.txt", []byte("one\ntwo\n"))
	if r.failure != "" {
		t.Fatalf("the accepted bytes fail: %s", r.failure)
	}
	if _, err := os.Stat(filepath.Join("testdata", "TestX", "of__two_", "scene.txt")); err != nil {
		t.Fatal(err)
	}

	Golden(r, "scene.txt", []byte("one\nthree\n"))
	for _, want := range []string{"make golden", "two", "three"} {
		if !strings.Contains(r.failure, want) {
			t.Errorf("the failure does not tell %q:\n%s", want, r.failure)
		}
	}
}

func TestDifference_NamesTheFirstByteOfBinaryFiles(t *testing.T) {
	got := difference([]byte{1, 2, 0}, []byte{1, 3, 0, 0})
	if want := "want 3 bytes, got 4; the first difference is at byte 1"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestTree_WritesFolders(t *testing.T) {
	dir := Tree(t, map[string]string{"a/b.yaml": "id: b\n"})
	got, err := os.ReadFile(filepath.Join(dir, "a", "b.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	Equal(t, "id: b\n", string(got))
}
