package main

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"os"
	"strings"

	"alarife/internal/design"
	"alarife/internal/export"
	"alarife/internal/fault"
	"alarife/internal/file"
	runs "alarife/internal/run"
	"alarife/internal/source"
)

// adviseLines reads one design a line and writes one result a line. It keeps
// nothing from line to line; a line at fault gives an error object, and the
// call fails at the end.
func (a *app) adviseLines(path string, c *changes) error {
	m, err := a.prepare()
	if err != nil {
		return err
	}
	in, name, err := a.stream(path)
	if err != nil {
		return err
	}
	defer in.Close()
	bad := 0
	lines := lineReader{r: bufio.NewReaderSize(in, 64<<10)}
	for {
		line, err := lines.next()
		if errors.Is(err, io.EOF) {
			break
		}
		if err == nil && len(bytes.TrimSpace(line)) == 0 {
			continue
		}
		if err == nil {
			err = a.adviseLine(m, name, line, c)
		}
		if err = a.lineFault(err, lines.number, &bad); err != nil {
			return err
		}
	}
	if bad > 0 {
		return fault.New(fault.Place{File: name}, "cli.lines", "n", bad)
	}
	return nil
}

// stream opens a file for reading line by line; "-" is standard input.
func (a *app) stream(path string) (in io.ReadCloser, name string, err error) {
	if path == "-" {
		return io.NopCloser(a.in), a.say("cli.word.input"), nil
	}
	in, err = file.Open(path)
	return in, path, err
}

func (a *app) adviseLine(m *runs.Runner, name string, line []byte, c *changes) error {
	d, err := design.Parse(name, plainJSON(line), m.Base())
	if err != nil {
		return err
	}
	if err := c.apply(d, m.Base()); err != nil {
		return err
	}
	return a.print(a.of(m.Full(briefOf(d))).JSONLine)
}

// lineError is the object that stands for the result of a line at fault.
type lineError struct {
	Alarife int       `json:"alarife"`
	Line    int       `json:"line"`
	Error   faultText `json:"error"`
}

type faultText struct {
	Text   string      `json:"text"` // of the first fault
	Remedy string      `json:"remedy"`
	Key    string      `json:"key"`
	Column int         `json:"column,omitempty"`
	More   []faultText `json:"more,omitempty"`
}

// lineFault writes the error object of a line and counts it; an error of
// another class is returned.
func (a *app) lineFault(err error, line int, bad *int) error {
	var list fault.List
	if errors.Is(err, os.ErrClosed) || list.Add(err) != nil {
		return err
	}
	if len(list) == 0 {
		return nil
	}
	if out := a.outputFault(list); out != nil {
		return out
	}
	*bad++
	texts := make([]faultText, len(list))
	for i, f := range list {
		texts[i] = faultText{Key: f.Key, Column: f.Place.Column, Text: f.Text(a.texts, a.lang), Remedy: f.Remedy(a.texts, a.lang)}
	}
	first := texts[0]
	first.More = texts[1:]
	return a.print(func(w io.Writer) error {
		return export.WriteJSON(w, lineError{Alarife: export.JSONVersion, Line: line, Error: first}, "")
	})
}

// outputFault returns the fault that standard output cannot be written.
func (a *app) outputFault(list fault.List) error {
	if list[0].Key == "file.unwritable" {
		return list[0]
	}
	return nil
}

// lineReader reads lines of bounded length.
type lineReader struct {
	r      *bufio.Reader
	number int // of the line that was read last, from 1
}

// next returns the next line; a fault where it is too long, after which
// reading can go on.
func (l *lineReader) next() ([]byte, error) {
	l.number++
	var line []byte
	for {
		part, err := l.r.ReadSlice('\n')
		if len(line) <= source.MaxBytes {
			line = append(line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case errors.Is(err, io.EOF) && len(line) == 0:
			return nil, io.EOF
		case err != nil && !errors.Is(err, io.EOF):
			return nil, err
		case len(line) > source.MaxBytes:
			return nil, fault.New(fault.Place{}, "file.too-large", "max", source.MaxBytes>>10)
		}
		return bytes.TrimRight(line, "\r\n"), nil
	}
}

// plainJSON makes a JSON line readable as YAML, which holds all of JSON but
// pairs of escaped surrogates and tabs between values.
func plainJSON(line []byte) []byte {
	text := string(line)
	if strings.Contains(text, `\u`) {
		text = joinSurrogates(text)
	}
	return []byte(strings.ReplaceAll(text, "\t", " "))
}
