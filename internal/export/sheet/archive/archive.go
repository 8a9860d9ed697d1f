// Package archive writes zip files whose bytes depend on nothing but what is
// put into them.
package archive

import (
	"archive/zip"
	"bytes"
	"time"
)

// File is one file of an archive.
type File struct {
	Name string // with slashes, unique
	Data []byte
}

// day is the first that a zip file can tell: every file bears it, so that the
// clock leaves no trace.
var day = time.Date(1980, time.January, 1, 0, 0, 0, 0, time.UTC)

// Zip packs files in the order given. It returns an error where a name is one
// that an archive cannot hold.
func Zip(files []File) ([]byte, error) {
	var out bytes.Buffer
	z := zip.NewWriter(&out)
	for _, f := range files {
		w, err := z.CreateHeader(&zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: day})
		if err != nil {
			return nil, err
		}
		if _, err := w.Write(f.Data); err != nil {
			return nil, err
		}
	}
	if err := z.Close(); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}
