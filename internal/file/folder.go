package file

import (
	"bytes"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"

	"alarife/internal/fault"
)

// Folder makes a folder hold exactly these files of ours, named by their paths
// with slashes below it. Every file of ours begins with the marker: one that
// is not among them any more is removed. A file in the way that does not begin
// with it is a fault, and nothing is changed then; other files stay.
// Each file is written whole or not at all; what is as it should be is not
// touched.
func Folder(dir, marker string, files map[string][]byte) (written, removed int, err error) {
	var fresh []string
	for _, name := range sortedNames(files) {
		same, err := compare(filepath.Join(dir, filepath.FromSlash(name)), marker, files[name])
		if err != nil {
			return 0, 0, err
		}
		if !same {
			fresh = append(fresh, name)
		}
	}
	for _, name := range fresh {
		path := filepath.Join(dir, filepath.FromSlash(name))
		if err := MakeDir(filepath.Dir(path)); err != nil {
			return written, 0, err
		}
		if err := Write(path, func(w io.Writer) error { _, err := w.Write(files[name]); return err }); err != nil {
			return written, 0, err
		}
		written++
	}
	removed, err = sweep(dir, marker, files)
	return written, removed, err
}

// compare reports whether a file holds the data already; a fault where what
// stands there is not ours.
func compare(path, marker string, data []byte) (same bool, err error) {
	old, err := os.ReadFile(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return false, nil
	case err != nil:
		return false, unwritable(fault.Place{File: path}, err)
	case !bytes.HasPrefix(old, []byte(marker)):
		return false, fault.New(fault.Place{File: path}, "file.not-ours")
	}
	return bytes.Equal(old, data), nil
}

// sweep removes the files of ours that are not among the files, and the
// folders that are empty then.
func sweep(dir, marker string, files map[string][]byte) (removed int, err error) {
	var folders []string
	err = filepath.WalkDir(dir, func(path string, e fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name, err := filepath.Rel(dir, path)
		if err != nil {
			return err
		}
		switch _, kept := files[filepath.ToSlash(name)]; {
		case e.IsDir():
			folders = append(folders, path)
		case !kept && e.Type().IsRegular() && filepath.Ext(path) == ".md" && begins(path, marker):
			removed++
			return os.Remove(path)
		}
		return nil
	})
	for i := len(folders) - 1; i > 0; i-- {
		if left, e := os.ReadDir(folders[i]); removed > 0 && e == nil && len(left) == 0 {
			_ = os.Remove(folders[i]) // an empty folder does no harm
		}
	}
	return removed, unwritable(fault.Place{File: dir}, err)
}

// begins reports whether a file begins with the marker.
func begins(path, marker string) bool {
	f, err := os.Open(path)
	if err != nil {
		return false
	}
	defer f.Close()
	head := make([]byte, len(marker))
	_, err = io.ReadFull(f, head)
	return err == nil && string(head) == marker
}

// MakeDir makes a folder and those above it; one that exists is fine.
func MakeDir(dir string) error {
	return unwritable(fault.Place{File: dir}, os.MkdirAll(dir, 0o755))
}

// MustNotExist is a fault where there is something at the path.
func MustNotExist(path string) error {
	if _, err := os.Lstat(path); err == nil {
		return fault.New(fault.Place{File: path}, "file.exists")
	}
	return nil
}

// Create writes a file that must not exist yet; nothing is left of it on any
// error.
func Create(path string, data []byte) error {
	at := fault.Place{File: path}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if errors.Is(err, fs.ErrExist) {
		return fault.New(at, "file.exists")
	}
	if err != nil {
		return unwritable(at, err)
	}
	_, err = f.Write(data)
	if e := f.Close(); err == nil {
		err = e
	}
	if err != nil {
		_ = os.Remove(path) // half of a file is worse than none
	}
	return unwritable(at, err)
}

func sortedNames(files map[string][]byte) []string {
	names := make([]string, 0, len(files))
	for name := range files {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
