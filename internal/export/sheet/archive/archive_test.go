package archive

import (
	"archive/zip"
	"bytes"
	"io"
	"testing"
)

func TestZip_KeepsOrderAndTellsNoTime(t *testing.T) {
	files := []File{{"z.txt", []byte("last")}, {"a/b.txt", nil}}
	data, err := Zip(files)
	if err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	for i, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || f.Name != files[i].Name || !bytes.Equal(got, files[i].Data) || !f.Modified.Equal(day) {
			t.Errorf("%s of %v: %q (%v)", f.Name, f.Modified, got, err)
		}
	}
	if again, err := Zip(files); err != nil || !bytes.Equal(data, again) {
		t.Errorf("two archives differ (%v)", err)
	}
}
