package testkit

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

// floors are the rooms from the top of the house to the bottom. A room imports
// from its own floor and from those below it, never from above. A room is
// named by its folder; "/…" takes in the folders below.
var floors = [][]string{
	{"cmd/…"},
	{"internal/desktop/…"},
	{"internal/design/…"},
	{"internal/export/…"},
	{"internal/run"},
	{"internal/plan"},
	{
		"internal/advisor/…", "internal/architecture/…", "internal/pricing/…", "internal/diagram/…",
		"internal/paint/…", "internal/practice/…",
	},
	{"internal/knowledge/…", "internal/workload/…", "internal/rule/…"},
	{
		"internal/source", "internal/fault", "internal/lang", "internal/file", "internal/icons/…",
		"internal/typeface", "internal/version", "internal/database",
	},
	{"catalog", "assets/…"},
}

// doors name, for what has one door only, the rooms that may import it. They
// hold for tests too. An import is named by its path; "/…" takes in the paths
// below.
var doors = []struct {
	what  string
	rooms []string
}{
	{"github.com/expr-lang/expr/…", []string{"internal/rule"}},
	{"gopkg.in/yaml.v3", []string{"internal/source"}},
	{"github.com/goccy/go-graphviz/…", []string{"internal/diagram/graphviz"}},
	{"github.com/tdewolff/canvas/…", []string{"internal/paint", "internal/icons"}},
	{"fyne.io/fyne/v2/app", []string{"cmd/alarife"}},
	{"fyne.io/…", []string{"internal/desktop/…", "cmd/alarife"}},
	{"github.com/spf13/…", []string{"cmd/alarifectl/…"}},
	{"modernc.org/sqlite/…", []string{"internal/database"}},
	{"database/sql/…", []string{"internal/database", "internal/practice/history", "internal/export/sheet/apkg"}},
	{"github.com/open-spaced-repetition/…", []string{"internal/practice/schedule"}},
	{"C", nil},
}

// matches reports whether name is the pattern, or stands below it where the
// pattern ends in "/…".
func matches(pattern, name string) bool {
	above, below := strings.CutSuffix(pattern, "/…")
	return name == above || below && strings.HasPrefix(name, above+"/")
}

func matchesAny(patterns []string, name string) bool {
	for _, pattern := range patterns {
		if matches(pattern, name) {
			return true
		}
	}
	return false
}

// floor returns the floor of a room, counted from the top; false where the
// house has no such room.
func floor(room string) (int, bool) {
	for i, rooms := range floors {
		if matchesAny(rooms, room) {
			return i, true
		}
	}
	return 0, false
}

// refusal says why a file of the room may not import what, or nothing where it
// may.
func refusal(room string, test bool, what string) string {
	for _, door := range doors {
		if matches(door.what, what) && !matchesAny(door.rooms, room) {
			return fmt.Sprintf("%s is imported in %s alone", what, strings.Join(door.rooms, ", "))
		}
	}
	target, ours := strings.CutPrefix(what, module+"/")
	if !ours || test {
		return ""
	}
	return upward(room, target)
}

// upward says why an import of one room by another goes the wrong way, or
// nothing where it does not.
func upward(room, target string) string {
	if matches("internal/testkit/…", target) {
		return "only tests import internal/testkit"
	}
	from, known := floor(room)
	if !known {
		return "" // TestImports_KnowsEveryRoom tells
	}
	to, known := floor(target)
	if known && to < from {
		return target + " stands above " + room
	}
	if room == "cmd/alarifectl" && matches("internal/desktop/…", target) {
		return "the command line has no window"
	}
	return ""
}

func TestImports_KnowsEveryRoom(t *testing.T) {
	for _, file := range goFiles(t) {
		if _, known := floor(file.room()); !known && !matches("internal/testkit/…", file.room()) && !file.test {
			t.Errorf("%s: %s is no room of the house: give it its floor in imports_test.go", file.path, file.room())
		}
	}
}

func TestImports_RunDownwardsAndThroughTheirDoors(t *testing.T) {
	for _, file := range goFiles(t) {
		for _, spec := range file.tree.Imports {
			what, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				t.Fatal(err)
			}
			if why := refusal(file.room(), file.test, what); why != "" {
				t.Errorf("%s: imports %s: %s", file.at(spec.Pos()), what, why)
			}
		}
	}
}

func TestImports_RefuseWhatIsWrong(t *testing.T) {
	for _, tt := range []struct {
		name, room string
		test       bool
		what       string
		want       bool // refused
	}{
		{"downwards", "internal/advisor", false, "alarife/internal/rule", false},
		{"two floors down", "internal/desktop/picture", false, "alarife/internal/lang", false},
		{"same floor", "internal/paint", false, "alarife/internal/diagram", false},
		{"upwards", "internal/rule", false, "alarife/internal/advisor", true},
		{"upwards in a test", "internal/rule", true, "alarife/internal/advisor", false},
		{"the expression door", "internal/advisor", false, "github.com/expr-lang/expr/vm", true},
		{"the expression door, inside", "internal/rule", false, "github.com/expr-lang/expr", false},
		{"YAML beside its door, in a test", "internal/knowledge", true, "gopkg.in/yaml.v3", true},
		{"Graphviz above its door", "internal/diagram", false, "github.com/goccy/go-graphviz/cgraph", true},
		{"a widget in a view", "internal/desktop/kit", false, "fyne.io/fyne/v2/widget", false},
		{"a widget in the picture", "internal/paint", false, "fyne.io/fyne/v2/canvas", true},
		{"the driver in a view", "internal/desktop", false, "fyne.io/fyne/v2/app", true},
		{"the driver in its program", "cmd/alarife", false, "fyne.io/fyne/v2/app", false},
		{"a window on the command line", "cmd/alarifectl", false, "alarife/internal/desktop/kit", true},
		{"golden files outside tests", "internal/paint", false, "alarife/internal/testkit", true},
		{"cgo", "internal/paint", false, "C", true},
		{"the standard library", "catalog", false, "embed", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if why := refusal(tt.room, tt.test, tt.what); (why != "") != tt.want {
				t.Errorf("refused %v (%s), want %v", why != "", why, tt.want)
			}
		})
	}
}

// TestImports_CommandLineReachesNoWindowAndNoC looks at everything that the
// command line is built from, through all packages.
func TestImports_CommandLineReachesNoWindowAndNoC(t *testing.T) {
	sources, err := filepath.Glob(Path(t, "cmd/alarifectl/*.go"))
	if err != nil {
		t.Fatal(err)
	}
	if len(sources) == 0 {
		t.Skip("there is no command line to look at")
	}
	for _, dep := range dependencies(t, "./cmd/alarifectl") {
		if matches("fyne.io/…", dep.ImportPath) {
			t.Errorf("alarifectl reaches %s", dep.ImportPath)
		}
		if len(dep.CgoFiles) > 0 && !dep.Standard {
			t.Errorf("alarifectl reaches C through %s", dep.ImportPath)
		}
	}
}

// dependency is what the go command tells of one package.
type dependency struct {
	ImportPath string
	Standard   bool
	CgoFiles   []string
}

// dependencies lists the packages that a package is built from, as they are
// with cgo on.
func dependencies(t *testing.T, pkg string) []dependency {
	t.Helper()
	cmd := exec.Command("go", "list", "-deps", "-json=ImportPath,Standard,CgoFiles", pkg)
	cmd.Dir = Root(t)
	cmd.Env = append(os.Environ(), "CGO_ENABLED=1")
	var complaint strings.Builder
	cmd.Stderr = &complaint
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, complaint.String())
	}
	var deps []dependency
	decoder := json.NewDecoder(strings.NewReader(string(out)))
	for {
		var dep dependency
		if err := decoder.Decode(&dep); errors.Is(err, io.EOF) {
			return deps
		} else if err != nil {
			t.Fatal(err)
		}
		deps = append(deps, dep)
	}
}
