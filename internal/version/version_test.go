package version

import (
	"runtime/debug"
	"testing"
)

func TestString_IsWhatTheBuildSays(t *testing.T) {
	defer func(before string) { number = before }(number)
	number = "1.2.3"
	if got := String(); got != "1.2.3" {
		t.Errorf("got %q, want 1.2.3", got)
	}
}

func TestRecorded(t *testing.T) {
	commit := []debug.BuildSetting{{Key: "vcs.revision", Value: "3f2a1bc9d0e8"}}
	for _, tt := range []struct {
		name string
		info debug.BuildInfo
		want string
	}{
		{"installed as a module", debug.BuildInfo{Main: debug.Module{Version: "v0.2.0"}}, "v0.2.0"},
		{"built in a checkout", debug.BuildInfo{Main: debug.Module{Version: "(devel)"}, Settings: commit}, "devel+3f2a1bc"},
		{"nothing recorded", debug.BuildInfo{}, "devel"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := recorded(&tt.info); got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
