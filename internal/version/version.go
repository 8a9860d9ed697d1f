// Package version says which Alarife this is. The build sets it; it imports
// nothing of ours.
package version

import "runtime/debug"

// number is set by the linker: -X alarife/internal/version.number=1.2.3.
var number string

// String returns the version, such as "0.1.0" or "0.1.0+3f2a1bc": what the
// build was told, otherwise what Go recorded, otherwise "devel".
func String() string {
	if number != "" {
		return number
	}
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	return recorded(info)
}

// recorded reads a version from what Go records in a binary: the module's
// where it was installed as one, the commit where it was built in a checkout.
func recorded(info *debug.BuildInfo) string {
	if v := info.Main.Version; v != "" && v != "(devel)" {
		return v
	}
	for _, setting := range info.Settings {
		if setting.Key == "vcs.revision" && len(setting.Value) >= 7 {
			return "devel+" + setting.Value[:7]
		}
	}
	return "devel"
}
