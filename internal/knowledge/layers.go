package knowledge

import (
	"bytes"
	"crypto/sha256"
	"errors"
	"io"
	"io/fs"
	"path"
	"path/filepath"
	"sort"
	"strings"

	"alarife/internal/fault"
	"alarife/internal/file"
	"alarife/internal/source"
)

// Layer is one folder of catalog files. A later layer adds to the earlier
// ones, replaces files of the same path, replaces single prices, and disables
// what its disable.yaml names.
type Layer struct {
	Name string // put before the paths in faults, "" for the built-in catalog
	FS   fs.FS
}

// piece is one file of one layer.
type piece struct {
	layer int
	path  string
}

// disabled is the file disable.yaml of a layer.
type disabled struct {
	Disable []source.Scalar `yaml:"disable,required"` // "services/x", "decisions/y"
}

// singles are the files that a catalog has once, in its top folder.
var singles = []string{"guide.yaml", "machines.yaml", "network.yaml"}

// tabled reports whether a folder holds tables rather than YAML.
func tabled(dir string) bool { return dir == "prices" || dir == "instances" }

// folders of a catalog.
var folders = []string{
	"blueprints", "comparisons", "decisions", "facts", "instances", "items", "phrases", "prices", "questions", "regions",
	"responsibilities", "reviews", "scenarios", "sections", "services", "stories", "tags",
}

// place names a file for a person.
func (l *loader) place(p piece) fault.Place {
	return fault.Place{File: filepath.Join(l.layers[p.layer].Name, filepath.FromSlash(p.path))}
}

// survey lists the files of all layers: for YAML the last layer that has the
// path, for tables all of them.
func (l *loader) survey() {
	for i := range l.layers {
		off := l.disable(i)
		entries, err := fs.ReadDir(l.layers[i].FS, ".")
		if err != nil {
			l.faults = append(l.faults, l.unreadable(piece{i, "."}, err))
		}
		for _, e := range entries {
			l.enter(i, e, off)
		}
	}
	for dir, pieces := range l.found {
		sort.Slice(pieces, func(a, b int) bool {
			if tabled(dir) && pieces[a].layer != pieces[b].layer {
				return pieces[a].layer < pieces[b].layer // later ones replace rows
			}
			return pieces[a].path < pieces[b].path
		})
	}
}

// enter takes one entry of a layer's top folder.
func (l *loader) enter(layer int, e fs.DirEntry, off map[string]bool) {
	name := e.Name()
	switch {
	case e.IsDir() && contains(folders, name):
		l.folder(layer, name, off)
	case contains(singles, name):
		l.single[name] = piece{layer, name}
	case name == "disable.yaml" && layer > 0:
	case strings.HasSuffix(name, ".go") || strings.EqualFold(name, "README.md") || strings.HasPrefix(name, "."):
	default:
		l.fail(l.place(piece{layer, name}), "catalog.stray", "name", name, "known", strings.Join(folders, ", "))
	}
}

func (l *loader) folder(layer int, dir string, off map[string]bool) {
	extension := ".yaml"
	if tabled(dir) {
		extension = ".csv"
	}
	entries, err := fs.ReadDir(l.layers[layer].FS, dir)
	if err != nil {
		l.faults = append(l.faults, l.unreadable(piece{layer, dir}, err))
	}
	var kept []piece
	mine := map[string]bool{}
	for _, e := range entries {
		p := piece{layer, path.Join(dir, e.Name())}
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir() || path.Ext(p.path) != extension:
			l.fail(l.place(p), "catalog.stray-file", "extension", extension)
		default:
			kept = append(kept, p)
			mine[p.path] = !tabled(dir)
		}
	}
	for _, p := range l.found[dir] {
		if !mine[p.path] && !off[p.path] {
			kept = append(kept, p)
		}
	}
	l.found[dir] = kept
}

// disable reads which files of earlier layers a layer turns off, and drops
// them.
func (l *loader) disable(layer int) map[string]bool {
	off := map[string]bool{}
	p := piece{layer, "disable.yaml"}
	if layer == 0 {
		return off
	}
	if _, err := fs.Stat(l.layers[layer].FS, p.path); errors.Is(err, fs.ErrNotExist) {
		return off
	}
	var list disabled
	l.take(l.parse(p, &list))
	for _, s := range list.Disable {
		file, dir := s.Text+".yaml", path.Dir(s.Text)
		known := false
		for i, q := range l.found[dir] {
			if q.path == file {
				known = true
				l.found[dir] = append(l.found[dir][:i:i], l.found[dir][i+1:]...)
				break
			}
		}
		if !known {
			l.fail(s.Place, "catalog.disable", "id", s.Text)
		}
		off[file] = true
	}
	return off
}

// read returns the bytes of a regular file of bounded size and enters it into
// the digest.
func (l *loader) read(p piece) (data []byte, digest string, err error) {
	f, err := l.layers[p.layer].FS.Open(p.path)
	if err != nil {
		return nil, "", err
	}
	defer f.Close()
	info, err := f.Stat()
	switch {
	case err != nil:
		return nil, "", err
	case !info.Mode().IsRegular():
		return nil, "", fault.New(l.place(p), "file.not-regular")
	}
	var all bytes.Buffer
	all.Grow(int(min(info.Size(), source.MaxBytes)) + bytes.MinRead)
	_, err = all.ReadFrom(io.LimitReader(f, source.MaxBytes+1))
	data = all.Bytes()
	if err == nil && len(data) > source.MaxBytes {
		err = fault.New(l.place(p), "file.too-large", "max", source.MaxBytes>>10)
	}
	sum := sha256.Sum256(data)
	return data, p.path + "\x00" + string(sum[:]), err
}

func (l *loader) unreadable(p piece, err error) *fault.Fault {
	return fault.New(l.place(p), "file.unreadable", "reason", file.Reason(err)).Because(err)
}
