package dialogue

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"alarife/internal/fault"
	"alarife/internal/lang"
)

func TestConsole_ReadsAnyInputLineByLine(t *testing.T) {
	long := strings.Repeat("a", 3*maxLine)
	c, out := console(lang.English, "one\r\n"+long+"\n\x1b[2Jtwo\x00\xff\n"+strings.Repeat("b", maxLine)+"\nlast")
	for _, want := range []string{"one", "?[2Jtwo?\uFFFD", strings.Repeat("b", maxLine), "last"} {
		if got, err := c.read(""); err != nil || got != want {
			t.Fatalf("got %q, %v, want %q", got, err, want)
		}
	}
	for range 2 {
		if _, err := c.read(""); !errors.Is(err, errStopped) {
			t.Errorf("at the end: %v", err)
		}
	}
	if strings.Count(out.String(), "too long") != 1 || strings.ContainsRune(out.String(), 0x1b) {
		t.Errorf("got %q", out)
	}
}

// silent is an input on which nothing comes.
func silent(t *testing.T) io.Reader {
	r, w := io.Pipe()
	t.Cleanup(func() { _ = w.Close() })
	return r
}

func TestConsole_NeedNotWaitForALine(t *testing.T) {
	c, _ := console(lang.English, "")
	c.In = silent(t)
	stop := make(chan struct{})
	c.Stop = stop
	c.timeUp = time.After(time.Millisecond)
	if _, err := c.read(""); !errors.Is(err, errTimeUp) {
		t.Errorf("after the time: %v", err)
	}
	c.timeUp = nil
	close(stop)
	if _, err := c.read(""); !errors.Is(err, errStopped) {
		t.Errorf("after Ctrl-C: %v", err)
	}
}

type broken struct{}

func (broken) Read([]byte) (int, error)  { return 0, io.ErrUnexpectedEOF }
func (broken) Write([]byte) (int, error) { return 0, io.ErrShortWrite }

func TestConsole_TellsBrokenStreams(t *testing.T) {
	c, _ := console(lang.English, "")
	c.In = broken{}
	var f *fault.Fault
	if _, err := c.read(""); !errors.As(err, &f) || f.Key != "file.unreadable" {
		t.Errorf("input: %v", err)
	}
	c, _ = console(lang.English, "a\n")
	c.Out = broken{}
	c.print("text")
	if _, err := c.read(""); !errors.Is(err, io.ErrShortWrite) {
		t.Errorf("output: %v", err)
	}
}
