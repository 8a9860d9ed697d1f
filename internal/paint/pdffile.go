package paint

import (
	"bytes"
	"compress/zlib"
	"fmt"
)

// pdfFile gathers the numbered objects of a PDF file.
type pdfFile struct {
	objects [][]byte
}

// add numbers an object; numbers start at 1.
func (f *pdfFile) add(format string, args ...any) int {
	f.objects = append(f.objects, fmt.Appendf(nil, format, args...))
	return len(f.objects)
}

// stream adds a packed stream with more entries in its dictionary.
func (f *pdfFile) stream(data []byte, more string) int {
	var z bytes.Buffer
	w := zlib.NewWriter(&z)
	w.Write(data) // a buffer takes everything
	w.Close()
	return f.add("<< /Length %d /Filter /FlateDecode%s >>\nstream\n%s\nendstream", z.Len(), more, z.Bytes())
}

// build lays out the document: catalog, pages, contents, fonts, information.
func (f *pdfFile) build(d *Document, used [2]*pdfFont, contents []*pdfContent) error {
	const catalog, pages, first = 1, 2, 3 // a page each follows
	f.objects = make([][]byte, 2+len(contents))
	var fonts [2]int
	for i, pf := range used {
		n, err := f.font(pf)
		if err != nil {
			return err
		}
		fonts[i] = n
	}
	var kids bytes.Buffer
	for i, c := range contents {
		fmt.Fprintf(&kids, "%d 0 R ", first+i)
		content := f.stream(c.out.Bytes(), "")
		size := d.Pages[i].Size
		f.objects[first-1+i] = fmt.Appendf(nil, "<< /Type /Page /Parent %d 0 R /MediaBox [0 0 %s %s] /Contents %d 0 R /Resources << /Font << /F1 %d 0 R /F2 %d 0 R >> >> >>",
			pages, num(size.X*0.75), num(size.Y*0.75), content, fonts[0], fonts[1])
	}
	f.add("<< /Title <feff%s> /Producer (Alarife) >>", utf16Hex(d.Title))
	f.objects[catalog-1] = fmt.Appendf(nil, "<< /Type /Catalog /Pages %d 0 R /Lang <feff%s> /ViewerPreferences << /DisplayDocTitle true >> >>", pages, utf16Hex(d.Lang))
	f.objects[pages-1] = fmt.Appendf(nil, "<< /Type /Pages /Kids [%s] /Count %d >>", bytes.TrimSpace(kids.Bytes()), len(contents))
	return nil
}

// font adds one weight and returns the number of its object.
func (f *pdfFile) font(pf *pdfFont) (int, error) {
	program, err := pf.program()
	if err != nil {
		return 0, err
	}
	file := f.stream(program, fmt.Sprintf(" /Length1 %d", len(program)))
	unicode := f.stream([]byte(pf.unicode()), "")
	weight := 80
	if pf.bold {
		weight = 140
	}
	descriptor := f.add("<< /Type /FontDescriptor /FontName /%s /Flags 4 /FontBBox [-544 -303 1302 980] /ItalicAngle 0 /Ascent 905 /Descent -212 /CapHeight 729 /StemV %d /FontFile2 %d 0 R >>",
		pf.name, weight, file)
	cid := f.add("<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /CIDToGIDMap /Identity /FontDescriptor %d 0 R /W [0 [%s]] >>",
		pf.name, descriptor, pf.widths())
	return f.add("<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H /DescendantFonts [%d 0 R] /ToUnicode %d 0 R >>",
		pf.name, cid, unicode), nil
}

// bytes writes the file with its table of objects.
func (f *pdfFile) bytes() []byte {
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
	offsets := make([]int, len(f.objects))
	for i, o := range f.objects {
		offsets[i] = b.Len()
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	table := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(f.objects)+1)
	for _, at := range offsets {
		fmt.Fprintf(&b, "%010d 00000 n \n", at)
	}
	fmt.Fprintf(&b, "trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(f.objects)+1, len(f.objects), table)
	return b.Bytes()
}
