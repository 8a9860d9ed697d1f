package markup

import (
	"encoding/xml"
	"testing"
)

func TestDocument_IsWellFormedWhateverItHolds(t *testing.T) {
	nasty := "a < b & \"c\" ]]> '\x01\x00\xff \u202e ñ 漢\t\n"
	e := New("root", "title", nasty).Add(
		New("empty"), nil,
		Text("words", nasty),
		New("mixed").Put("before ").Add(New("inline", "x", "1")).Put(" behind"),
	)
	var read struct {
		Title string `xml:"title,attr"`
		Words string `xml:"words"`
		Mixed struct {
			Text  string `xml:",chardata"`
			Inner string `xml:",innerxml"`
		} `xml:"mixed"`
	}
	if err := xml.Unmarshal(e.Document(), &read); err != nil {
		t.Fatalf("%v in\n%s", err, e.Document())
	}
	want := "a < b & \"c\" ]]> '\ufffd\ufffd\ufffd \u202e ñ 漢\t\n"
	if read.Title != want || read.Words != want {
		t.Errorf("read %q and %q", read.Title, read.Words)
	}
	if read.Mixed.Text != "before  behind" || read.Mixed.Inner != `before <inline x="1"/> behind` {
		t.Errorf("blanks came into mixed content: %q", read.Mixed.Inner)
	}
}

func TestDocument_IndentsWhatHoldsNoText(t *testing.T) {
	got := string(New("a").Add(New("b").Add(Text("c", "d"))).Document())
	if want := xml.Header + "<a>\n  <b>\n    <c>d</c>\n  </b>\n</a>\n"; got != want {
		t.Errorf("got %q", got)
	}
}
