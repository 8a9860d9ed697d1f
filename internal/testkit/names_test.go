package testkit

import (
	"go/ast"
	"go/token"
	"os"
	"path/filepath"
	"regexp"
	"sort"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// Everything that Alarife knows of services is data. These tests read the
// names of all services from the catalog and refuse a Go file that says one,
// in a string or in an identifier; comments may.

// lexicon is what names a service.
type lexicon struct {
	phrases map[string]bool // several words in lower case, one blank between them
	words   map[string]bool // distinctive single words in lower case
	longest int             // words of the longest phrase
}

// nameField finds the fields of a service file that name the service.
var nameField = regexp.MustCompile(`(?m)^(id|name|short|also): *(.*)$`)

// services reads the lexicon from the catalog's service files, leaving out
// generic words.
func services(t *testing.T, generic map[string]bool) lexicon {
	t.Helper()
	paths, err := filepath.Glob(Path(t, "catalog/services/*.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	sort.Strings(paths)
	lex := lexicon{phrases: map[string]bool{}, words: map[string]bool{}}
	for _, path := range paths {
		content, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for _, field := range nameField.FindAllStringSubmatch(string(content), -1) {
			text, _, _ := strings.Cut(field[2], " #")
			for name := range strings.SplitSeq(strings.Trim(text, `[]"' `), ",") {
				lex.add(name, generic)
			}
		}
	}
	return lex
}

// add takes in one name: as a phrase, and each of its words that is not
// generic.
func (l *lexicon) add(name string, generic map[string]bool) {
	words := spokenWords(name)
	if len(words) > 0 && (words[0] == "amazon" || words[0] == "aws") {
		words = words[1:]
	}
	for _, word := range words {
		if !generic[word] && len(word) > 1 && !isNumber(word) {
			l.words[word] = true
		}
	}
	if phrase := strings.Join(words, " "); len(words) > 1 && !generic[phrase] {
		l.phrases[phrase] = true
		l.longest = max(l.longest, len(words))
	}
}

// found returns the first name of a service in a text, or nothing.
func (l *lexicon) found(text string) string {
	words := spokenWords(text)
	for i, word := range words {
		if l.words[word] {
			return word
		}
		for n := 2; n <= l.longest && i+n <= len(words); n++ {
			if phrase := strings.Join(words[i:i+n], " "); l.phrases[phrase] {
				return phrase
			}
		}
	}
	return ""
}

// spokenWords splits a text at everything that is neither letter nor digit and
// puts it into lower case.
func spokenWords(text string) []string {
	return strings.FieldsFunc(strings.ToLower(text), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
}

// foundInIdentifier returns the first name of a service in an identifier, or
// nothing. Long words are found anywhere in it, short ones where its spelling
// sets them apart.
func (l *lexicon) foundInIdentifier(identifier string) string {
	if name := l.found(identifier); name != "" {
		return name
	}
	if name := l.found(camelWords(identifier)); name != "" {
		return name
	}
	folded, name := strings.ToLower(identifier), ""
	for word := range l.words {
		if len(word) > 5 && strings.Contains(folded, word) && word > name {
			name = word
		}
	}
	return name
}

// camelWords sets a blank before each capital: "newBucketList" is
// "new Bucket List".
func camelWords(identifier string) string {
	var b strings.Builder
	for _, r := range identifier {
		if unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		b.WriteRune(r)
	}
	return b.String()
}

func isNumber(word string) bool {
	_, err := strconv.Atoi(word)
	return err == nil
}

// genericWords reads the words that a service's name shares with ordinary
// language.
func genericWords(t *testing.T) map[string]bool {
	t.Helper()
	generic := map[string]bool{}
	for line := range strings.Lines(string(Read(t, "internal/testkit/testdata/generic-words.txt"))) {
		line, _, _ = strings.Cut(line, "#")
		for word := range strings.SplitSeq(line, ",") {
			generic[strings.TrimSpace(word)] = true
		}
	}
	return generic
}

func TestNames_NoGoFileNamesAService(t *testing.T) {
	lex := services(t, genericWords(t))
	for _, file := range goFiles(t) {
		if file.test {
			continue
		}
		ast.Inspect(file.tree, func(node ast.Node) bool {
			if name := lex.inNode(node); name != "" {
				t.Errorf("%s: names the service %q: say it in the catalog (or, where it is an ordinary word, in testdata/generic-words.txt)", file.at(node.Pos()), name)
			}
			_, isImport := node.(*ast.ImportSpec)
			return !isImport
		})
	}
}

// inNode returns the name of a service that a string or an identifier holds,
// or nothing.
func (l *lexicon) inNode(node ast.Node) string {
	switch node := node.(type) {
	case *ast.Ident:
		return l.foundInIdentifier(node.Name)
	case *ast.BasicLit:
		if node.Kind != token.STRING {
			return ""
		}
		text, err := strconv.Unquote(node.Value)
		if err != nil {
			return ""
		}
		return l.found(text)
	}
	return ""
}

func TestNames_FindsServicesInStringsAndIdentifiers(t *testing.T) {
	lex := lexicon{phrases: map[string]bool{}, words: map[string]bool{}}
	generic := map[string]bool{"step": true, "functions": true, "data": true, "endpoint": true}
	for _, name := range []string{"Amazon DynamoDB", "AWS Step Functions", "s3", "Amazon Zephyr Data"} {
		lex.add(name, generic)
	}
	for _, tt := range []struct{ name, got, want string }{
		{"a word", lex.found("a dynamodb table"), "dynamodb"},
		{"a phrase", lex.found("step-functions"), "step functions"},
		{"an address", lex.found("s3://"), "s3"},
		{"generic words apart", lex.found("each step of two functions"), ""},
		{"a generic word", lex.found("data"), ""},
		{"within an identifier", lex.foundInIdentifier("newDynamoDBTable"), "dynamodb"},
		{"first in an identifier", lex.foundInIdentifier("zephyrReader"), "zephyr"},
		{"a phrase as identifier", lex.foundInIdentifier("stepFunctions"), "step functions"},
		{"a short word in an identifier", lex.foundInIdentifier("newS3Reader"), "s3"},
	} {
		if tt.got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, tt.got, tt.want)
		}
	}
}
