package history

import (
	"encoding/csv"
	"encoding/json"
	"io"
	"strconv"
	"strings"
	"time"

	"alarife/internal/fault"
	"alarife/internal/practice/schedule"
)

// Formats of an export.
const (
	CSV  = "csv"  // one line an answer
	JSON = "json" // everything
)

// Formats lists them in the order in which they are offered.
func Formats() []string { return []string{CSV, JSON} }

// Export writes the history in a format. The error is a *fault.Fault for a
// format that there is not, else what the history or w says.
func (s *Store) Export(w io.Writer, format string) error {
	answers, err := s.Answers()
	if err != nil {
		return err
	}
	switch format {
	case CSV:
		return table(w, answers)
	case JSON:
		return s.whole(w, answers)
	}
	return fault.New(fault.Place{File: "--format"}, "catalog.not-one-of", "field", "format", "value", format,
		"known", strings.Join(Formats(), ", "))
}

// columns of the table, as they are named in every language.
var columns = []string{
	"at", "session", "exercise", "kind", "topic", "guide", "level", "era", "flagged", "seconds", "credit", "right", "missed", "wrong", "given",
}

func table(w io.Writer, answers []Answer) error {
	out := csv.NewWriter(w)
	out.UseCRLF = true // RFC 4180
	rows := [][]string{columns}
	for _, a := range answers {
		given, err := json.Marshal(a.Given)
		if err != nil {
			return err
		}
		guide := []string{}
		for _, g := range a.Guide {
			guide = append(guide, strconv.Itoa(g))
		}
		rows = append(rows, []string{
			a.At.Format(time.RFC3339), strconv.FormatInt(a.Session, 10), a.Exercise, string(a.Kind), a.Topic, strings.Join(guide, " "),
			strconv.Itoa(a.Level), string(a.Era), strconv.FormatBool(a.Flagged), decimal(a.Took.Seconds()), decimal(a.Grade.Credit),
			strconv.FormatBool(a.Grade.Right), strings.Join(a.Grade.Rules, " "), strings.Join(a.Grade.Wrong, " "), string(given),
		})
	}
	return out.WriteAll(rows)
}

func decimal(f float64) string { return strconv.FormatFloat(f, 'f', -1, 64) }

func (s *Store) whole(w io.Writer, answers []Answer) error {
	sessions, err := s.Sessions()
	if err != nil {
		return err
	}
	cards, err := s.Cards()
	if err != nil {
		return err
	}
	out := json.NewEncoder(w)
	out.SetEscapeHTML(false)
	out.SetIndent("", "  ")
	return out.Encode(struct {
		Alarife  int             `json:"alarife"`
		Sessions []Session       `json:"sessions"`
		Answers  []Answer        `json:"answers"`
		Cards    []schedule.Card `json:"cards"`
	}{1, sessions, answers, cards})
}
