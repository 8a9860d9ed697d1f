package quiz

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
)

// WriteMoodle writes questions as Moodle XML. Steps in order are of the type
// "ordering", which belongs to Moodle since 4.4 and is a plugin before; gaps
// are of the type "cloze" with a drop-down list each. Pictures stand within
// the text of their question. All texts are HTML.
//
// An option earns its share as Moodle has it: 33.33333 of three, −33.33333 for
// one marked wrongly. Moodle knows the shares down to a tenth; others are told
// as lost.
//
// See https://docs.moodle.org/en/Moodle_XML_format and question/format/xml and
// question/type/ordering of https://github.com/moodle/moodle.
func WriteMoodle(out *bytes.Buffer, questions []*Question, lose Lose) {
	w := &moodle{out}
	w.put("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<quiz>\n")
	in := path(nil)
	for q := range tidied(questions, lose) {
		if p := path(q.Category); p != in {
			in = p
			w.put("  <question type=\"category\">\n    <category>\n      <text>%s</text>\n    </category>\n  </question>\n", cdata(p))
		}
		for _, o := range q.Options {
			if !known(o.Percent) {
				lose(q, "share", "percent", o.Percent)
			}
		}
		w.question(q)
	}
	w.put("</quiz>\n")
}

// moodle writes the elements of a file.
type moodle struct{ out *bytes.Buffer }

func (w *moodle) put(format string, args ...any) { fmt.Fprintf(w.out, format, args...) }

var moodleTypes = map[Kind]string{
	Choice: "multichoice", Match: "matching", Number: "numerical", Order: "ordering", Essay: "essay", Gaps: "cloze",
}

func (w *moodle) question(q *Question) {
	w.put("  <question type=\"%s\">\n", moodleTypes[q.Kind])
	w.put("    <name>\n      <text>%s</text>\n    </name>\n", cdata(q.Title))
	w.put("    <questiontext format=\"html\">\n      <text>%s</text>\n", cdata(w.text(q)))
	if q.Picture != nil {
		w.put("      <file name=\"%s\" path=\"/\" encoding=\"base64\">%s</file>\n", pictureName, base64.StdEncoding.EncodeToString(q.Picture))
	}
	w.put("    </questiontext>\n")
	w.put("    <generalfeedback format=\"html\">\n      <text>%s</text>\n    </generalfeedback>\n", cdata(block(q.General)))
	if q.Kind != Gaps {
		w.put("    <defaultgrade>1</defaultgrade>\n")
	}
	w.put("    <penalty>0.3333333</penalty>\n    <hidden>0</hidden>\n    <idnumber>%s</idnumber>\n", cdata(q.ID))
	w.answers(q)
	if len(q.Tags) > 0 {
		w.put("    <tags>\n")
		for _, t := range q.Tags {
			w.put("      <tag><text>%s</text></tag>\n", cdata(t))
		}
		w.put("    </tags>\n")
	}
	w.put("  </question>\n")
}

const (
	pictureName = "picture.png"
	pictureTag  = `<p><img src="@@PLUGINFILE@@/` + pictureName + `" alt="" /></p>`
)

// text is the text of a question with its picture and gaps.
func (w *moodle) text(q *Question) string {
	text := block(q.Text)
	if q.Picture != nil {
		text += pictureTag
	}
	if q.Kind == Gaps {
		text = strings.NewReplacer("{", "&#123;", "}", "&#125;").Replace(text) + cloze(q.Gaps)
	}
	return text
}

func (w *moodle) answers(q *Question) {
	switch q.Kind {
	case Choice:
		w.put("    <single>%v</single>\n    <shuffleanswers>true</shuffleanswers>\n    <answernumbering>abc</answernumbering>\n", q.Single)
		w.combined()
		for _, o := range q.Options {
			w.answer(o.Percent, ` format="html"`, inline(o.Text), "", o.Feedback)
		}
	case Match:
		w.put("    <shuffleanswers>true</shuffleanswers>\n")
		w.combined()
		for _, p := range q.Pairs {
			w.put("    <subquestion format=\"html\">\n      <text>%s</text>\n", cdata(inline(p.Left)))
			w.put("      <answer>\n        <text>%s</text>\n      </answer>\n    </subquestion>\n", cdata(inline(p.Right)))
		}
	case Number:
		for _, f := range q.Numbers {
			w.answer(f.Percent, "", number(f.Value), number(f.Tolerance), f.Feedback)
		}
		if q.Otherwise != "" {
			w.answer(0, "", "*", "0", q.Otherwise)
		}
	case Order:
		w.put("    <layouttype>VERTICAL</layouttype>\n    <selecttype>ALL</selecttype>\n    <selectcount>%d</selectcount>\n", len(q.Steps))
		w.put("    <gradingtype>RELATIVE_ALL_PREVIOUS_AND_NEXT</gradingtype>\n    <showgrading>SHOW</showgrading>\n    <numberingstyle>none</numberingstyle>\n")
		w.combined()
		for n, s := range q.Steps {
			w.put("    <answer fraction=\"%d\" format=\"html\">\n      <text>%s</text>\n    </answer>\n", n+1, cdata(inline(s)))
		}
	case Essay:
		w.put("    <responseformat>editor</responseformat>\n    <responserequired>1</responserequired>\n    <responsefieldlines>15</responsefieldlines>\n")
		w.put("    <attachments>0</attachments>\n    <attachmentsrequired>0</attachmentsrequired>\n")
		w.put("    <graderinfo format=\"html\">\n      <text>%s</text>\n    </graderinfo>\n", cdata(block(q.Model)+points(q.Points)))
		w.put("    <responsetemplate format=\"html\">\n      <text></text>\n    </responsetemplate>\n")
	}
}

// combined is what is told for right, partly right and wrong: nothing, beside
// what is told for each option.
func (w *moodle) combined() {
	for _, name := range []string{"correctfeedback", "partiallycorrectfeedback", "incorrectfeedback"} {
		w.put("    <%s format=\"html\">\n      <text></text>\n    </%s>\n", name, name)
	}
	w.put("    <shownumcorrect/>\n")
}

func (w *moodle) answer(percent float64, format, text, tolerance, feedback string) {
	w.put("    <answer fraction=\"%s\"%s>\n      <text>%s</text>\n", number(percent), format, cdata(text))
	if tolerance != "" {
		w.put("      <tolerance>%s</tolerance>\n", tolerance)
	}
	w.put("      <feedback format=\"html\">\n        <text>%s</text>\n      </feedback>\n    </answer>\n", cdata(block(feedback)))
}

// points is a list of what a good answer says.
func points(list []string) string {
	if len(list) == 0 {
		return ""
	}
	out := "<ul>"
	for _, p := range list {
		out += "<li>" + inline(p) + "</li>"
	}
	return out + "</ul>"
}

// cdata writes a text as the content of an element.
func cdata(s string) string {
	if !strings.ContainsAny(s, "<>&") {
		return s
	}
	return "<![CDATA[" + strings.ReplaceAll(s, "]]>", "]]]]><![CDATA[>") + "]]>"
}

// shares are those that Moodle takes, in percent: its question bank's.
var shares = []float64{
	100, 90, 83.33333, 80, 75, 70, 66.66667, 60, 50, 40, 33.33333, 30, 25, 20, 16.66667, 14.28571, 12.5, 11.11111, 10, 5, 0,
}

func known(percent float64) bool {
	for _, s := range shares {
		if d := max(percent, -percent) - s; d < 1e-3 && d > -1e-3 {
			return true
		}
	}
	return false
}
