package source

import (
	"strings"
	"unicode/utf8"

	"gopkg.in/yaml.v3"
)

// reader reads YAML that is written plainly, as nearly all of the catalog is,
// several times as fast as the library and into the same nodes: mappings whose
// keys are words, lists, texts on one line, bare or in quotes without escapes,
// and folded texts (>-) without blank lines. Everything else it leaves to the
// library: faults above all, comments, anchors, tags, empty values, other texts
// over several lines.
//
// What reads a block, or a value in one, begins at its first character and
// stops at the first one behind it, on a later line; what reads a value in
// brackets stops right behind it.
type reader struct {
	*room
	lines []string
	line  int // where it reads, from 0; len(lines) at the end
	at    int // the byte of that line; -1 at the end
	depth int
	left  bool    // to the library: then it is at the end
	open  []*Node // what stands in the mappings and lists that are being read
}

// readPlain returns the top mapping of a document, nil where it leaves it to
// the library. The text must be UTF-8.
func readPlain(text string, lines []string, r *room) *Node {
	if strings.ContainsFunc(text, odd) || strings.Contains(text, " \n") || strings.HasSuffix(text, " ") {
		return nil
	}
	p := &reader{room: r, lines: lines}
	p.next()
	if !p.isKey() {
		return nil
	}
	top := p.mapping()
	if p.left || p.line < len(lines) {
		return nil
	}
	return top
}

// odd reports whether YAML forbids a character or may take it for space.
func odd(r rune) bool {
	switch {
	case r < ' ':
		return r != '\n'
	case r < 0x7f:
		return false
	}
	return r < 0xa0 || r == '\u2028' || r == '\u2029' || r == '\ufeff' || r == '\ufffe' || r == '\uffff'
}

func (p *reader) leave() { p.left, p.line, p.at = true, len(p.lines), -1 }

// rest is what is left of the line.
func (p *reader) rest() string {
	if p.line == len(p.lines) {
		return ""
	}
	return p.lines[p.line][p.at:]
}

// begins reports whether a character is the next one of the line.
func (p *reader) begins(c byte) bool {
	rest := p.rest()
	return rest != "" && rest[0] == c
}

func (p *reader) spaces() {
	for p.begins(' ') {
		p.at++
	}
}

// newline passes over the rest of the line, and the indent of the next one.
func (p *reader) newline() {
	if p.line++; p.line >= len(p.lines) {
		p.line, p.at = len(p.lines), -1
		return
	}
	p.at = 0
	p.spaces()
}

// next passes over spaces and ends of lines.
func (p *reader) next() {
	for p.spaces(); p.rest() == "" && p.line < len(p.lines); {
		p.newline()
	}
}

// node makes the node that begins here.
func (p *reader) node(kind yaml.Kind, style yaml.Style) *Node {
	if p.left {
		return &Node{}
	}
	return p.newNode(Node{
		Kind: kind, Style: style,
		Line: int32(p.line) + 1, Column: int32(utf8.RuneCountInString(p.lines[p.line][:p.at])) + 1,
	})
}

// nested reads what stands in a mapping or list, and counts the depth.
func (p *reader) nested(n *Node, read func()) *Node {
	if p.depth++; p.depth > maxDepth {
		p.leave()
	}
	before := len(p.open)
	read()
	n.Content, p.open = p.newList(p.open[before:]), p.open[:before]
	p.depth--
	return n
}

// add puts a node into the mapping or list that is being read.
func (p *reader) add(n *Node) { p.open = append(p.open, n) }

// mapping reads a block from its first key on.
func (p *reader) mapping() *Node {
	return p.nested(p.node(yaml.MappingNode, 0), func() {
		for indent := p.at; p.at == indent && p.isKey(); p.deeper(indent) {
			p.add(p.key())
			p.add(p.value(indent, true))
		}
	})
}

// list reads a block from its first dash on.
func (p *reader) list() *Node {
	return p.nested(p.node(yaml.SequenceNode, 0), func() {
		for indent := p.at; p.at == indent && p.isItem(); p.deeper(indent) {
			p.at++
			p.spaces()
			p.add(p.value(indent, false))
		}
	})
}

// deeper leaves what stands deeper than the next part of a block would.
func (p *reader) deeper(indent int) {
	if p.at > indent {
		p.leave()
	}
}

// isItem reports whether an item of a block list begins here.
func (p *reader) isItem() bool { return strings.HasPrefix(p.rest(), "- ") }

// maxWord bounds a word that is a key; YAML has a bound as well, at 1024.
const maxWord = 100

// isKey reports whether a key begins here: a word and a colon.
func (p *reader) isKey() bool {
	rest := p.rest()
	n := wordLen(rest)
	return n > 0 && n <= maxWord && (rest[n:] == ":" || strings.HasPrefix(rest[n:], ": "))
}

// wordLen is the length of the word that s begins with, 0 for none.
func wordLen(s string) int {
	for i := range len(s) {
		if c := s[i]; !letter(c) && (i == 0 || !digit(c) && c != '-') {
			return i
		}
	}
	return len(s)
}

func letter(c byte) bool { return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' }

func digit(c byte) bool { return c >= '0' && c <= '9' }

// key reads a key, and passes over its colon and the spaces behind.
func (p *reader) key() *Node {
	word := p.rest()[:wordLen(p.rest())]
	n := p.text(0, word, len(word)+1)
	p.spaces()
	return n
}

// value reads the value of a key, or an item, of a block with this indent.
func (p *reader) value(indent int, ofKey bool) *Node {
	below := p.rest() == ""
	if below {
		p.next()
		if p.at < indent || p.at == indent && !(ofKey && p.isItem()) {
			p.leave() // an empty value
		}
	}
	switch {
	case below && p.isItem():
		return p.list()
	case (below || !ofKey) && p.isKey():
		return p.mapping()
	case p.rest() == ">-":
		return p.folded(indent)
	}
	n := p.inline("")
	if p.rest() != "" {
		p.leave()
	}
	p.next()
	return n
}

// folded reads a text whose lines, all indented alike, are joined by spaces.
func (p *reader) folded(indent int) *Node {
	n := p.text(yaml.FoldedStyle, "", len(">-"))
	p.newline()
	within := p.at
	var lines []string
	for ; p.at == within && p.rest() != ""; p.newline() {
		lines = append(lines, p.rest())
	}
	p.next()
	if within <= indent || len(lines) == 0 || p.at >= within {
		p.leave()
	}
	n.Value = strings.Join(lines, " ")
	return n
}

// inline reads a value that begins on this line; stops are the characters that
// end a bare text.
func (p *reader) inline(stops string) *Node {
	switch {
	case p.begins('{'):
		return p.brackets(yaml.MappingNode, '}')
	case p.begins('['):
		return p.brackets(yaml.SequenceNode, ']')
	case p.begins('"'):
		return p.quoted(yaml.DoubleQuotedStyle, `"`)
	case p.begins('\''):
		return p.quoted(yaml.SingleQuotedStyle, `'`)
	}
	return p.bare(stops)
}

// brackets reads a mapping or list in brackets, over as many lines as it takes.
func (p *reader) brackets(kind yaml.Kind, closing byte) *Node {
	return p.nested(p.node(kind, yaml.FlowStyle), func() {
		p.skip()
		for !p.left && !p.begins(closing) {
			if kind == yaml.MappingNode {
				if !p.isKey() {
					p.leave()
					return
				}
				p.add(p.key())
				p.next()
			}
			p.add(p.inline(",[]{}?"))
			p.next()
			switch {
			case p.begins(','):
				p.skip()
			case !p.begins(closing):
				p.leave()
			}
		}
		if !p.left {
			p.at++
		}
	})
}

// skip passes over a character, and over spaces and ends of lines.
func (p *reader) skip() {
	if !p.left {
		p.at++
		p.next()
	}
}

// quoted reads a text in quotes.
func (p *reader) quoted(style yaml.Style, quote string) *Node {
	value, behind, closed := strings.Cut(p.rest()[1:], quote)
	if !closed || strings.HasPrefix(behind, quote) || strings.Contains(value, `\`) {
		p.leave()
		return nil
	}
	return p.text(style, value, len(value)+2)
}

// bare reads a text without quotes, up to one of stops or the end of the line.
func (p *reader) bare(stops string) *Node {
	value := p.rest()
	if stops != "" {
		end := strings.IndexAny(value, stops)
		if end < 0 || !strings.Contains(",]}", value[end:end+1]) {
			p.leave()
			return nil
		}
		value = strings.TrimRight(value[:end], " ")
	}
	if !startsBare(value) || strings.HasSuffix(value, ":") || strings.Contains(value, ": ") || strings.Contains(value, " #") {
		p.leave()
		return nil
	}
	return p.text(0, value, len(value))
}

// startsBare reports whether a text without quotes may begin like s.
func startsBare(s string) bool {
	s = strings.TrimPrefix(s, "-")
	return s != "" && (letter(s[0]) || digit(s[0]) || s[0] == '(' || s[0] == '/' || s[0] >= utf8.RuneSelf)
}

// text makes the node of a text and passes over size bytes.
func (p *reader) text(style yaml.Style, value string, size int) *Node {
	n := p.node(yaml.ScalarNode, style)
	n.Value = value
	p.at += size
	return n
}
