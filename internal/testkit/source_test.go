package testkit

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
)

const module = "alarife"

// goFile is one parsed Go file of the repository.
type goFile struct {
	path string // relative to the repository, with slashes
	test bool   // a _test.go file
	set  *token.FileSet
	tree *ast.File
}

// room returns the folder of the file, relative to the repository.
func (f goFile) room() string { return path.Dir(f.path) }

// at returns file:line of a position.
func (f goFile) at(pos token.Pos) string {
	return f.path + ":" + strconv.Itoa(f.set.Position(pos).Line)
}

// goFiles parses every Go file of the repository, whatever its build tags.
func goFiles(t *testing.T) []goFile {
	t.Helper()
	root := Root(t)
	var files []goFile
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() {
			return skipFolder(root, name)
		}
		if !strings.HasSuffix(name, ".go") {
			return nil
		}
		file, err := parseFile(root, name)
		files = append(files, file)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

// skipFolder leaves out the folders that the go command leaves out, and what
// the build makes.
func skipFolder(root, name string) error {
	base := filepath.Base(name)
	switch {
	case name == root:
		return nil
	case strings.HasPrefix(base, "."), strings.HasPrefix(base, "_"),
		base == "testdata", base == "node_modules", base == "bin", base == "out":
		return filepath.SkipDir
	}
	return nil
}

func parseFile(root, name string) (goFile, error) {
	source, err := os.ReadFile(name)
	if err != nil {
		return goFile{}, err
	}
	relative, err := filepath.Rel(root, name)
	if err != nil {
		return goFile{}, err
	}
	set := token.NewFileSet()
	tree, err := parser.ParseFile(set, name, source, parser.SkipObjectResolution)
	return goFile{
		path: filepath.ToSlash(relative),
		test: strings.HasSuffix(name, "_test.go"),
		set:  set,
		tree: tree,
	}, err
}
