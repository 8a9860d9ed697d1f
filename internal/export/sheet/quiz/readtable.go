package quiz

import (
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"alarife/internal/fault"
)

// ReadTable reads questions from a table as WriteTable writes it. Columns may
// stand in any order and be left out where they are empty; cells may be
// divided by semicolons, as spreadsheets in Spanish do. All faults are
// reported together, with their places.
func ReadTable(file string, data []byte, words Words, lose Lose) ([]*Question, error) {
	r := &reader{file: file, words: words, lose: lose}
	if err := r.open(data); err != nil {
		return nil, err
	}
	t := &table{reader: r, csv: csv.NewReader(strings.NewReader(r.text)), byID: map[string]*Question{}}
	t.csv.FieldsPerRecord = -1
	if head, _, _ := strings.Cut(r.text, "\n"); !strings.Contains(head, ",") && strings.Contains(head, ";") {
		t.csv.Comma = ';'
	}
	if err := t.head(); err != nil {
		return nil, err
	}
	for t.row() {
	}
	for _, q := range t.order {
		if strings.HasPrefix(q.ID, "#") {
			q.ID = ""
		}
		r.keep(q)
	}
	return r.done()
}

// table is the reading of one table.
type table struct {
	*reader
	csv   *csv.Reader
	where []int // by column: its field, −1 for none
	order []*Question
	byID  map[string]*Question
}

// head finds the columns.
func (t *table) head() error {
	names, err := t.csv.Read()
	if err != nil {
		return t.broken(err)
	}
	for _, c := range Columns {
		field := -1
		for i, n := range names {
			if strings.EqualFold(strings.TrimSpace(n), c) {
				field = i
			}
		}
		t.where = append(t.where, field)
	}
	for _, c := range []int{colID, colPart, colKind, colText} {
		if t.where[c] < 0 {
			t.fail(0, "quiz.column", "column", Columns[c], "known", strings.Join(Columns, ", "))
		}
	}
	return t.faults.Err()
}

// broken is the fault of what is no CSV.
func (t *table) broken(err error) error {
	var p *csv.ParseError
	if errors.As(err, &p) {
		return fault.New(t.at(p.Line, p.Column), "quiz.csv").Because(err)
	}
	return fault.New(fault.Place{File: t.file}, "quiz.no-questions")
}

// at is the place of a line and a column in bytes.
func (t *table) at(line, column int) fault.Place {
	if line < 1 || line > len(t.starts) {
		return fault.Place{File: t.file}
	}
	return t.place(t.starts[line-1] + max(column, 1) - 1)
}

// row reads one row; false at the end.
func (t *table) row() bool {
	fields, err := t.csv.Read()
	if errors.Is(err, io.EOF) {
		return false
	}
	if err != nil {
		_ = t.faults.Add(t.broken(err)) // is one
		return false
	}
	if len(t.order) > MaxQuestions {
		return false
	}
	c := cells{table: t, fields: fields}
	id, part := name(strings.Trim(c.get(colID), "# ")), c.get(colPart)
	if strings.HasPrefix(c.get(colID), "#") {
		id = "#" + id
	}
	if id == "" && part == "" {
		return true // an empty row
	}
	if part == "0" || part == "" {
		t.question(c, id)
		return true
	}
	q := t.byID[id]
	t.current = nil
	if q == nil {
		t.faulty(c.place(colID), "quiz.row", "id", id)
		return true
	}
	t.part(c, q, part)
	return true
}

// cells are the fields of a row by column.
type cells struct {
	*table
	fields []string
}

func (c cells) get(col int) string {
	if i := c.where[col]; i >= 0 && i < len(c.fields) {
		return Tidy(unguard(c.fields[i]))
	}
	return ""
}

// text is a cell that must not be empty nor too long.
func (c cells) text(col int) string {
	s := c.long(col)
	if s == "" {
		c.faulty(c.place(col), "quiz.empty-option")
	}
	return s
}

// long is a cell that must not be too long.
func (c cells) long(col int) string {
	s := c.get(col)
	if len(s) > maxText {
		c.faulty(c.place(col), "quiz.long", "max", maxText>>10)
	}
	return s
}

func (c cells) number(col int, otherwise float64) float64 {
	s := c.get(col)
	if s == "" {
		return otherwise
	}
	v, ok := finite(s)
	if !ok && c.csv.Comma == ';' {
		v, ok = finite(strings.Replace(s, ",", ".", 1))
	}
	if !ok {
		c.faulty(c.place(col), "quiz.number", "value", s)
	}
	return v
}

func (c cells) percent() float64 {
	v := c.number(colPoints, 0)
	if v < -100 || v > 100 {
		c.faulty(c.place(colPoints), "quiz.number", "value", c.get(colPoints))
	}
	return percent(v)
}

func (c cells) place(col int) fault.Place {
	i := c.where[col]
	if i < 0 || i >= len(c.fields) {
		i = 0
	}
	line, column := c.csv.FieldPos(i)
	return c.at(line, column)
}

// question reads the row of a question.
func (t *table) question(c cells, id string) {
	t.current = nil
	q := &Question{
		ID: id, Kind: Kind(strings.ToLower(c.get(colKind))), Title: line(c.get(colTitle)), Category: category("top/" + c.get(colCategory)),
		Text: c.long(colText), General: c.long(colFeedback), Place: c.place(colID),
	}
	for _, tag := range strings.Split(c.get(colTags), ",") {
		if tag = name(tag); tag != "" {
			q.Tags = append(q.Tags, tag)
		}
	}
	t.current = q
	switch q.Kind {
	case Choice:
		q.Single = !strings.EqualFold(c.get(colRight), "several")
	case Essay:
		q.Model = c.long(colRight)
	case Match, Number, Order, Gaps:
	default:
		t.faulty(c.place(colKind), "quiz.kind", "kind", string(q.Kind))
	}
	if t.byID[id] != nil && id != "" {
		t.faulty(c.place(colID), "quiz.twice", "id", id)
	}
	t.byID[id], t.order = q, append(t.order, q)
}

// part reads the row of a part.
func (t *table) part(c cells, q *Question, part string) {
	t.current = q
	switch q.Kind {
	case Choice:
		q.Options = append(q.Options, Option{c.text(colText), c.percent(), c.get(colFeedback)})
	case Match:
		q.Pairs = append(q.Pairs, Pair{c.get(colText), line(c.text(colRight))})
	case Number:
		if part == otherwise {
			q.Otherwise = c.get(colFeedback)
			return
		}
		_ = c.text(colRight)
		f := Figure{c.number(colRight, 0), c.number(colTolerance, 0), percent(c.number(colPoints, 100)), c.get(colFeedback)}
		if f.Tolerance < 0 {
			t.faulty(c.place(colTolerance), "quiz.number", "value", c.get(colTolerance))
		}
		q.Numbers = append(q.Numbers, f)
	case Order:
		q.Steps = append(q.Steps, c.text(colText))
	case Essay:
		q.Points = append(q.Points, line(c.text(colText)))
	case Gaps:
		if strings.Trim(part, "0123456789") == "" {
			q.Gaps = append(q.Gaps, Gap{Label: line(c.get(colText))})
			return
		}
		if len(q.Gaps) == 0 {
			t.faulty(c.place(colPart), "quiz.row", "id", q.ID)
			return
		}
		g := &q.Gaps[len(q.Gaps)-1]
		g.Options = append(g.Options, Option{c.text(colText), c.percent(), c.get(colFeedback)})
	}
}
