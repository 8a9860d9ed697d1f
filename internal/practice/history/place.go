package history

import (
	"os"
	"path/filepath"
	"runtime"

	"alarife/internal/fault"
)

// Variable is the environment variable that names another file.
const Variable = "ALARIFE_HISTORY"

// Place is where the history stands: the file that Variable names, else
// practice.db in the folder alarife of the user's data. The error is a
// *fault.Fault where the system knows no such folder.
func Place() (string, error) {
	home, err := os.UserHomeDir()
	path := place(runtime.GOOS, home, os.Getenv)
	if path == "" {
		return "", fault.New(fault.Place{File: name}, "history.no-place", "variable", Variable, "reason", fault.Word("reason.home")).Because(err)
	}
	return path, nil
}

const (
	own  = "alarife"
	name = "practice.db"
)

// place is the file by the customs of a system, "" for none to be had.
func place(system, home string, env func(string) string) string {
	if path := env(Variable); path != "" {
		return path
	}
	var custom string
	var usual []string // below home
	switch system {
	case "windows":
		custom, usual = env("LOCALAPPDATA"), []string{"AppData", "Local"}
	case "darwin", "ios":
		usual = []string{"Library", "Application Support"}
	default:
		custom, usual = env("XDG_DATA_HOME"), []string{".local", "share"}
	}
	switch {
	case filepath.IsAbs(custom): // a relative one is to be ignored, by the XDG specification
		return filepath.Join(custom, own, name)
	case home != "":
		return filepath.Join(append(append([]string{home}, usual...), own, name)...)
	}
	return ""
}
