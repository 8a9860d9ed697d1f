// Package file reads and writes whole files with errors for people: a file is
// written to a temporary name beside its place and renamed, so that nothing
// half-written is ever left.
package file

import (
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"

	"alarife/internal/fault"
)

// Read reads a file of at most max bytes; "-" reads standard input.
func Read(path string, max int64) ([]byte, error) {
	if path == "-" {
		return ReadFrom(path, os.Stdin, max)
	}
	f, err := Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ReadFrom(path, f, max)
}

// Open opens a file for reading.
func Open(path string) (*os.File, error) {
	at := fault.Place{File: path}
	info, err := os.Stat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil, fault.New(at, "file.missing").Because(err)
	case err != nil:
		return nil, fault.New(at, "file.unreadable", "reason", Reason(err)).Because(err)
	case info.IsDir():
		return nil, fault.New(at, "file.directory")
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fault.New(at, "file.unreadable", "reason", Reason(err)).Because(err)
	}
	return f, nil
}

// ReadFrom reads at most max bytes from r; path names it in faults.
func ReadFrom(path string, r io.Reader, max int64) ([]byte, error) {
	at := fault.Place{File: path}
	data, err := io.ReadAll(io.LimitReader(r, max+1))
	if err != nil {
		return nil, fault.New(at, "file.unreadable", "reason", Reason(err)).Because(err)
	}
	if int64(len(data)) > max {
		return nil, fault.New(at, "file.too-large", "max", int(max>>10))
	}
	return data, nil
}

// Write lets write fill a temporary file beside path and renames it to path;
// on any error nothing is left behind and what stood at path stays. A link is
// followed, permissions stay; what is no plain file, such as a device or a
// pipe, is written directly.
func Write(path string, write func(io.Writer) error) error {
	at := fault.Place{File: path}
	mode := fs.FileMode(0o644)
	target := path
	if info, err := os.Stat(path); err == nil {
		switch {
		case info.IsDir():
			return fault.New(at, "file.directory")
		case !info.Mode().IsRegular():
			return unwritable(at, direct(path, write))
		}
		mode = info.Mode().Perm()
		if real, err := filepath.EvalSymlinks(path); err == nil {
			target = real
		}
	}
	tmp, err := os.CreateTemp(filepath.Dir(target), "."+filepath.Base(target)+".*.tmp")
	if err != nil {
		return unwritable(at, err)
	}
	defer os.Remove(tmp.Name()) // fails once renamed
	if err := fill(tmp, mode, write); err != nil {
		return unwritable(at, err)
	}
	return unwritable(at, os.Rename(tmp.Name(), target))
}

// unwritable makes a fault of what the system refused; other errors stay.
func unwritable(at fault.Place, err error) error {
	var system *fs.PathError
	var link *os.LinkError
	if errors.As(err, &system) || errors.As(err, &link) {
		return fault.New(at, "file.unwritable", "reason", Reason(err)).Because(err)
	}
	return err
}

// direct writes to what is there.
func direct(path string, write func(io.Writer) error) error {
	f, err := os.OpenFile(path, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	err = write(f)
	if e := f.Close(); err == nil {
		err = e
	}
	return err
}

func fill(tmp *os.File, mode fs.FileMode, write func(io.Writer) error) error {
	err := write(tmp)
	if err == nil {
		err = tmp.Chmod(mode)
	}
	if err == nil {
		err = tmp.Sync()
	}
	if e := tmp.Close(); err == nil {
		err = e
	}
	return err
}

// Reason says why the system refused, as an argument of a fault: in the
// reader's language where it is one of the usual reasons, otherwise in the
// system's words without the path that the fault names.
func Reason(err error) any {
	for _, r := range reasons {
		if errors.Is(err, r.err) {
			return r.word
		}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err.Error()
	}
	var link *os.LinkError
	if errors.As(err, &link) {
		return link.Err.Error()
	}
	return err.Error()
}

var reasons = []struct {
	err  error
	word fault.Word
}{
	{fs.ErrNotExist, "reason.missing"},
	{fs.ErrPermission, "reason.permission"},
	{syscall.ENOSPC, "reason.full"},
	{syscall.ENOTDIR, "reason.not-a-folder"},
	{syscall.EROFS, "reason.read-only"},
}
