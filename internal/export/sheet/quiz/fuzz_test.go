package quiz

import (
	"bytes"
	"testing"
)

func FuzzGIFT(f *testing.F) {
	f.Add([]byte(variants))
	f.Add([]byte("two right, none wrong {=a ~%100%b}"))
	fuzz(f, allFormats[0])
}

func FuzzMoodle(f *testing.F) {
	f.Add([]byte(moodleSample))
	fuzz(f, allFormats[1])
}

func FuzzCSV(f *testing.F) {
	f.Add([]byte("id,part,kind,title,text,right,points\nq,0,choice,T,Why?,one,\nq,1,,,So,,100\nq,2,,,\"'=1\",,0\n"))
	f.Add([]byte("id;part;kind;text;right;tolerance;points;feedback\nn;0;number;How many?;;;;\nn;1;;;2,5;0,1;100;ja\nn;else;;;;;;no\n"))
	f.Add([]byte("id,part,kind,text,points\ng,0,gaps,Take\ng,1,,A\ng,1a,,x,100\ng,1b,,y,0\n"))
	fuzz(f, allFormats[2])
}

// fuzz reads anything: it must not panic, and what is read and written must
// read again as the same, and be written as the same bytes.
func fuzz(f *testing.F, format format) {
	f.Fuzz(func(t *testing.T, data []byte) {
		read, err := format.read("x", data, words, unheard)
		if err != nil {
			return
		}
		known := 0
		for _, q := range read {
			if q.known() {
				known++
			}
			if tidied, changed := q.Tidy(); changed {
				t.Fatalf("read untidy: %+v, tidy %+v", q, tidied)
			}
		}
		if known == 0 {
			return
		}
		var first, second bytes.Buffer
		if err := format.write(&first, read, unheard); err != nil {
			t.Fatal(err)
		}
		again, err := format.read("x", first.Bytes(), words, unheard)
		if err != nil {
			t.Fatalf("%v\n%s", err, first.String())
		}
		if len(again) != known {
			t.Fatalf("%d questions of %d\n%s", len(again), known, first.String())
		}
		if err := format.write(&second, again, unheard); err != nil {
			t.Fatal(err)
		}
		if first.String() != second.String() {
			t.Fatalf("written again:\n%s\nbefore:\n%s", second.String(), first.String())
		}
	})
}
