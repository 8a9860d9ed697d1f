package knowledge

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"
	"strings"

	"alarife/internal/fault"
)

// readTable reads the rows of one CSV table behind its header and gives each
// with its place to add. Faults of the table itself stand under the key.
func readTable(file string, data []byte, key string, header []string, add func(row []string, at fault.Place) *fault.Fault) fault.List {
	rows := csv.NewReader(bytes.NewReader(data))
	rows.FieldsPerRecord = len(header)
	rows.ReuseRecord = true
	words := words{}
	var faults fault.List
	for first := true; ; first = false {
		row, err := rows.Read()
		if errors.Is(err, io.EOF) {
			return faults
		}
		at := fault.Place{File: file}
		if err != nil {
			var syntax *csv.ParseError
			if errors.As(err, &syntax) {
				at.Line, at.Column = syntax.Line, syntax.Column
			}
			return append(faults, fault.New(at, key+"csv").Because(err))
		}
		at.Line, at.Column = rows.FieldPos(0)
		if first {
			if !equal(row, header) {
				return fault.List{fault.New(at, key+"header")}
			}
			continue
		}
		words.keep(row)
		if f := add(row, at); f != nil {
			faults = append(faults, f)
		}
	}
}

// words are the texts of a table, each kept once: a cell would hold on to its
// whole row, and the sources of thousands of rows are few.
type words map[string]string

func (w words) keep(row []string) {
	for i, cell := range row {
		word, known := w[cell]
		if !known {
			word = strings.Clone(cell)
			w[word] = word
		}
		row[i] = word
	}
}

// firstRow returns the cells of the first row, nil where it cannot be read.
func firstRow(data []byte) []string {
	row, err := csv.NewReader(bytes.NewReader(data)).Read()
	if err != nil {
		return nil
	}
	return row
}
