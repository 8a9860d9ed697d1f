package quiz

import "strings"

// span is a part of a file whose characters know whether they were escaped,
// and so mean nothing but themselves, and where they stood.
type span struct {
	text    string
	literal []bool // by byte
	at      []int  // by byte: offset in the file
}

// unescape reads a part of a file at an offset. What escapes makes is literal.
func unescape(raw string, offset int) span {
	var s span
	var b strings.Builder
	add := func(c byte, literal bool, at int) {
		b.WriteByte(c)
		s.literal, s.at = append(s.literal, literal), append(s.at, at)
	}
	for i := 0; i < len(raw); i++ {
		if raw[i] == '\\' && i+1 < len(raw) {
			switch c := raw[i+1]; c {
			case '\\', '~', '=', '#', '{', '}', ':':
				add(c, true, offset+i)
				i++
				continue
			case 'n':
				add('\n', true, offset+i)
				i++
				continue
			}
		}
		add(raw[i], false, offset+i)
	}
	s.text = b.String()
	return s
}

func (s span) from(i int) span    { return span{s.text[i:], s.literal[i:], s.at[i:]} }
func (s span) until(i int) span   { return span{s.text[:i], s.literal[:i], s.at[:i]} }
func (s span) empty() bool        { return s.text == "" }
func (s span) begins(c byte) bool { return s.text != "" && s.text[0] == c && !s.literal[0] }

// place is the offset of the first byte; otherwise where there is none.
func (s span) place(otherwise int) int {
	if len(s.at) == 0 {
		return otherwise
	}
	return s.at[0]
}

// index finds a mark that is not escaped, −1 for none.
func (s span) index(mark string) int {
	for i := 0; ; i++ {
		j := strings.Index(s.text[i:], mark)
		if j < 0 {
			return -1
		}
		if i += j; s.meant(i, len(mark)) {
			return i
		}
	}
}

// lastIndex finds the last such mark.
func (s span) lastIndex(mark string) int {
	for end := len(s.text); ; {
		i := strings.LastIndex(s.text[:end], mark)
		if i < 0 || s.meant(i, len(mark)) {
			return i
		}
		end = i + len(mark) - 1
	}
}

func (s span) meant(i, n int) bool {
	for _, l := range s.literal[i : i+n] {
		if l {
			return false
		}
	}
	return true
}

// cut divides at the first mark.
func (s span) cut(mark string) (before, after span, found bool) {
	if i := s.index(mark); i >= 0 {
		return s.until(i), s.from(i + len(mark)), true
	}
	return s, span{}, false
}

// trim leaves out blanks around it.
func (s span) trim() span {
	left := len(s.text) - len(strings.TrimLeft(s.text, " \t\r\n"))
	s = s.from(left)
	return s.until(len(strings.TrimRight(s.text, " \t\r\n")))
}

// parts divides where one of the marks begins a part, which keeps it. What
// stands before the first is left out where it is blank.
func (s span) parts(marks string) (out []span) {
	begin := 0
	for i := 0; i <= len(s.text); i++ {
		if i == len(s.text) || !s.literal[i] && strings.IndexByte(marks, s.text[i]) >= 0 {
			if part := s.from(begin).until(i - begin).trim(); !part.empty() {
				out = append(out, part)
			}
			begin = i
		}
	}
	return out
}
