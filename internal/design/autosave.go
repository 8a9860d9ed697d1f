package design

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
	"sort"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"time"

	"alarife/internal/file"
	"alarife/internal/source"
)

const (
	keepAfter  = 700 * time.Millisecond // quiet time before unsaved work is written
	lostPrefix = "unsaved-"             // followed by process, "-", time and .yaml

	// The first two lines: the file that the work belongs to, and its title.
	pathMark  = "# file: "
	titleMark = "# title: "
)

// keeper writes unsaved work aside, so that a crash loses little. One file
// belongs to one running program.
type keeper struct {
	folder string // "" keeps nothing
	file   string

	mu    sync.Mutex // held while writing
	timer *time.Timer
	turn  uint64 // of the latest request; earlier ones write no more
}

func newKeeper(folder string) *keeper {
	name := fmt.Sprintf("%s%d-%x.yaml", lostPrefix, os.Getpid(), time.Now().UnixNano())
	return &keeper{folder: folder, file: filepath.Join(folder, name)}
}

// later writes soon, unless another request comes before.
func (k *keeper) later(write func(io.Writer) error) {
	if k.folder == "" {
		return
	}
	k.mu.Lock()
	defer k.mu.Unlock()
	k.stop()
	turn := k.turn
	k.timer = time.AfterFunc(keepAfter, func() {
		k.mu.Lock()
		defer k.mu.Unlock()
		if turn != k.turn || os.MkdirAll(k.folder, 0o700) != nil {
			return
		}
		_ = file.Write(k.file, write) // a full disk must not stop the work
	})
}

// forget removes what was written.
func (k *keeper) forget() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.stop()
	if k.folder != "" {
		_ = os.Remove(k.file)
	}
}

func (k *keeper) stop() {
	k.turn++
	if k.timer != nil {
		k.timer.Stop()
	}
}

// keep writes the present document aside, soon.
func (w *Workspace) keep() {
	d, path, l, b := w.doc, w.path, w.lang, w.base
	w.keeper.later(func(out io.Writer) error {
		if _, err := fmt.Fprintf(out, "%s%q\n%s%q\n", pathMark, path, titleMark, d.Title.In(l)); err != nil {
			return err
		}
		return d.Write(out, l, b)
	})
}

// Lost is unsaved work that a run left behind when it ended by accident.
type Lost struct {
	Path  string // file that it belongs to, "" for none
	Title string
	When  time.Time // of the latest change
	file  string
}

// Discard removes the work for good.
func (l Lost) Discard() { _ = os.Remove(l.file) }

// FindLost lists unsaved work in a folder whose program runs no more, youngest
// first.
func FindLost(folder string) []Lost {
	files, err := filepath.Glob(filepath.Join(folder, lostPrefix+"*.yaml"))
	if err != nil || folder == "" {
		return nil
	}
	var found []Lost
	for _, f := range files {
		digits, _, _ := strings.Cut(strings.TrimPrefix(filepath.Base(f), lostPrefix), "-")
		pid, err := strconv.Atoi(digits)
		if err != nil || pid != os.Getpid() && alive(pid) {
			continue
		}
		if info, err := os.Stat(f); err == nil {
			path, title := marks(f)
			found = append(found, Lost{Path: path, Title: title, When: info.ModTime(), file: f})
		}
	}
	sort.Slice(found, func(i, j int) bool { return found[i].When.After(found[j].When) })
	return found
}

// marks reads the first lines of unsaved work.
func marks(name string) (path, title string) {
	data, err := file.Read(name, source.MaxBytes)
	if err != nil {
		return "", ""
	}
	lines := strings.SplitN(string(data), "\n", 3)
	for _, line := range lines {
		if text, err := strconv.Unquote(strings.TrimPrefix(line, pathMark)); err == nil {
			path = text
		} else if text, err := strconv.Unquote(strings.TrimPrefix(line, titleMark)); err == nil {
			title = text
		}
	}
	return path, title
}

// alive reports whether a process of the number runs, as far as the system
// tells.
func alive(pid int) bool {
	p, err := os.FindProcess(pid)
	if err != nil {
		return false
	}
	if runtime.GOOS == "windows" {
		return true // there it is found only while it runs
	}
	err = p.Signal(syscall.Signal(0))
	return err == nil || errors.Is(err, os.ErrPermission)
}
