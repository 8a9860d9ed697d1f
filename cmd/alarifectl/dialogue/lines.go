package dialogue

import (
	"bufio"
	"errors"
	"io"
)

// maxLine is the longest line that is read, in bytes: more than anyone types.
const maxLine = 4096

var errLong = errors.New("the line is too long")

// lines reads lines beside the dialogue, so that Ctrl-C and the end of the
// time need not wait for the next one. It reads when it is asked to.
type lines struct {
	want chan struct{}
	got  chan line
}

type line struct {
	text string
	err  error
}

// listen starts reading. The goroutine ends with the input; where nothing
// comes any more it ends with the program.
func listen(in io.Reader) *lines {
	l := &lines{want: make(chan struct{}, 1), got: make(chan line, 1)}
	go func() {
		defer close(l.got)
		r := bufio.NewReader(in)
		for range l.want {
			text, err := readLine(r)
			l.got <- line{text, err}
			if err != nil && !errors.Is(err, errLong) {
				return
			}
		}
	}()
	return l
}

// next is the channel of the next line. Asking again before it came asks for
// the same line.
func (l *lines) next() <-chan line {
	select {
	case l.want <- struct{}{}:
	default:
	}
	return l.got
}

// readLine reads one line without its end. What goes beyond maxLine is read
// and dropped.
func readLine(r *bufio.Reader) (string, error) {
	var out []byte
	long := false
	for {
		part, err := r.ReadSlice('\n')
		if len(out)+len(part) > maxLine+2 {
			long = true
		} else {
			out = append(out, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(out) == 0 && !long:
			return "", io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return "", err
		case long:
			return "", errLong
		}
		return trimEnd(string(out)), nil
	}
}

func trimEnd(s string) string {
	for len(s) > 0 && (s[len(s)-1] == '\n' || s[len(s)-1] == '\r') {
		s = s[:len(s)-1]
	}
	return s
}
