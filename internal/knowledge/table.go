package knowledge

import (
	"bytes"
	"encoding/csv"
	"errors"
	"io"

	"alarife/internal/fault"
)

// readTable reads the rows of one CSV table behind its header and gives each
// with its place to add. Faults of the table itself stand under the key.
func readTable(file string, data []byte, key string, header []string, add func(row []string, at fault.Place) *fault.Fault) fault.List {
	rows := csv.NewReader(bytes.NewReader(data))
	rows.FieldsPerRecord = len(header)
	rows.ReuseRecord = true
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
		if f := add(row, at); f != nil {
			faults = append(faults, f)
		}
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
