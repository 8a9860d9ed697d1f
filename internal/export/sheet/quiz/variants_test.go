package quiz

import (
	"bytes"
	"strings"
	"testing"

	"alarife/internal/fault"
)

// variants has what GIFT files of teachers have.
const variants = `// a comment before all
// [id:one] [tag:storage] [tag:session 5]
::Classes:: [html]Which class is for <b>archives</b>?{
	=Deep archive # [markdown]*yes*, indeed
	~[plain]Standard # a < b
	~%50%Flexible#half
	~%-33.33333%None
	####Prices fall with the time that one waits.
}

$CATEGORY: $course$/top/Cloud\: basics/Storage//Data

Which two are pure services? {~%50%S3 ~%50%SQS ~%-50%EC2 ~%-50%EKS}

How many zones has a Region at least?{#3:0.5 ~#no}

::Range::Between which? {#1.5..2.5}

::Weights:: When? {#
	=1822:0 #exact
	=%50%1822:2 #near
}

::Truth::A bucket is global.{FALSE#It is regional.#Right.####Names are global.}

Queues decouple.{T}

Spot is {~dear =cheap ~fixed} and may end.

::Pairs::Put together.{
	=queue -> SQS
	=[html]<i>topic</i> -> SNS
	= -> EKS
}

::Open::Why? {}

Just a text that asks nothing.

::Typed::What is it called? {=S3 =Simple Storage Service}

::Signs \: \= \~:: 1 \= 2\\3 \{x\} {= \= 2 \#1 ~ \~ 3
 over two lines}
`

func TestGIFT_ReadsWhatTeachersWrite(t *testing.T) {
	lost := map[string]int{}
	list, err := ReadGIFT("x.gift", []byte(strings.ReplaceAll(variants, "\n", "\r\n")), words, func(_ *Question, key string, _ ...any) { lost[key]++ })
	if err != nil {
		t.Fatal(err)
	}
	byTitle := map[string]*Question{}
	for _, q := range list {
		byTitle[q.Title] = q
	}
	if len(list) != 13 {
		t.Errorf("%d questions", len(list))
	}
	classes := list[0]
	if classes.ID != "one" || strings.Join(classes.Tags, "|") != "storage|session 5" || classes.Text != "Which class is for archives?" || !classes.Single {
		t.Errorf("%+v", classes)
	}
	if o := classes.Options; o[0].Percent != 100 || o[0].Feedback != "*yes*, indeed" || o[1].Feedback != "a < b" || o[2].Percent != 50 || o[3].Percent != -33.33333 {
		t.Errorf("%+v", o)
	}
	if classes.General != "Prices fall with the time that one waits." || lost["markup"] == 0 {
		t.Errorf("%q, lost %v", classes.General, lost)
	}
	two := list[1]
	if two.Single || len(two.Options) != 4 || two.Options[2].Percent != -50 || strings.Join(two.Category, "|") != "Cloud: basics|Storage/Data" {
		t.Errorf("%+v", two)
	}
	if n := list[2].Numbers; len(n) != 1 || n[0] != (Figure{3, 0.5, 100, ""}) || list[2].Otherwise != "no" {
		t.Errorf("%+v", list[2])
	}
	if n := byTitle["Range"].Numbers[0]; n.Value != 2 || n.Tolerance != 0.5 {
		t.Errorf("%+v", n)
	}
	if n := byTitle["Weights"].Numbers; len(n) != 2 || n[1] != (Figure{1822, 2, 50, "near"}) {
		t.Errorf("%+v", n)
	}
	if q := byTitle["Truth"]; q.Options[1] != (Option{"False", 100, "Right."}) || q.Options[0] != (Option{"True", 0, "It is regional."}) || q.General != "Names are global." {
		t.Errorf("%+v", q)
	}
	if q := list[7]; q.Text != "Spot is _____ and may end." || q.Options[1] != (Option{"cheap", 100, ""}) {
		t.Errorf("%+v", q)
	}
	if p := byTitle["Pairs"].Pairs; len(p) != 3 || p[1] != (Pair{"topic", "SNS"}) || p[2] != (Pair{"", "EKS"}) {
		t.Errorf("%+v", p)
	}
	if list[9].Kind != Essay || list[10].Type != "description" || list[11].Type != "shortanswer" {
		t.Errorf("%s, %s, %s", list[9].Kind, list[10].Type, list[11].Type)
	}
	if q := list[12]; q.Title != "Signs : = ~" || q.Text != `1 = 2\3 {x}` || q.Options[0].Text != "= 2 #1" || q.Options[1].Text != "~ 3\nover two lines" {
		t.Errorf("%+v", q)
	}
}

const moodleSample = `<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<!-- question: 0 -->
  <question type="category"><category><text>$course$/top/Nube</text></category></question>
  <question type="multichoice">
    <name><text>Uno &amp; dos</text></name>
    <questiontext format="html"><text><![CDATA[<p>¿Cuál de <em>estas</em>?<br>Una.</p><ul><li>A</li><li>B</li></ul>]]></text></questiontext>
    <generalfeedback format="html"><text></text></generalfeedback>
    <defaultgrade>1.0000000</defaultgrade><single>true</single>
    <answer fraction="100" format="html"><text>&lt;p&gt;S3&lt;/p&gt;</text><feedback format="html"><text>Sí.</text></feedback></answer>
    <answer fraction="0"><text>EBS</text></answer>
    <tags><tag><text>session-5</text></tag></tags>
  </question>
  <question type="truefalse"><name><text>VF</text></name><questiontext><text>Es global.</text></questiontext>
    <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text><feedback><text>Cierto</text></feedback></answer></question>
  <question type="numerical"><name><text>N</text></name><questiontext><text>?</text></questiontext>
    <answer fraction="100"><text>3</text><tolerance>0.1</tolerance></answer><answer fraction="0"><text>*</text><feedback><text>no</text></feedback></answer></question>
  <question type="cloze"><name><text>C</text></name><questiontext format="html"><text><![CDATA[<p>Elija.</p><p>Cola: {1:MULTICHOICE:=SQS#sí~%0%SNS#no \} \# &amp; más}</p><p>Pub: {:MCV:SQS~%100%SNS}</p>]]></text></questiontext></question>
  <question type="cloze"><name><text>D</text></name><questiontext format="html"><text><![CDATA[<p>{1:SHORTANSWER:=x}</p>]]></text></questiontext></question>
  <question type="ddwtos"><name><text>Other</text></name></question>
</quiz>
`

func TestMoodle_ReadsWhatMoodleWrites(t *testing.T) {
	lost := map[string]int{}
	list, err := ReadMoodle("x.xml", []byte(moodleSample), words, func(_ *Question, key string, _ ...any) { lost[key]++ })
	if err != nil {
		t.Fatal(err)
	}
	if q := list[0]; q.Title != "Uno & dos" || q.Text != "¿Cuál de estas?\nUna.\n\n- A\n- B" || q.Options[0] != (Option{"S3", 100, "Sí."}) || q.Tags[0] != "session-5" || q.Category[0] != "Nube" || lost["markup"] != 1 {
		t.Errorf("%+v, lost %v", q, lost)
	}
	if q := list[1]; q.Options[1] != (Option{"False", 100, "Cierto"}) || q.Options[0].Percent != 0 {
		t.Errorf("%+v", q)
	}
	if q := list[2]; len(q.Numbers) != 1 || q.Numbers[0].Tolerance != 0.1 || q.Otherwise != "no" {
		t.Errorf("%+v", q)
	}
	q := list[3]
	if q.Kind != Gaps || q.Text != "Elija." || len(q.Gaps) != 2 || q.Gaps[0].Label != "Cola:" || q.Gaps[0].Options[1].Feedback != "no } # & más" || q.Gaps[1].Options[1].Percent != 100 {
		t.Errorf("%+v", q)
	}
	if list[4].Type != "cloze" || list[5].Type != "ddwtos" {
		t.Errorf("%+v, %+v", list[4], list[5])
	}
}

func TestReaders_TellAllFaultsWithTheirPlaces(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		read       func(string, []byte, Words, Lose) ([]*Question, error)
		want       []string
	}{
		{
			"brace and arrow", "a {=b ~c\n\n::ñ::d {=x -> y =z}\n\ne {#one}\n\nf {~a ~b}", ReadGIFT,
			[]string{"x:1:1: quiz.gift-brace", "x:3:17: quiz.gift-arrow", "x:5:5: quiz.number value=one", "x:7:1: quiz.none-right"},
		},
		{"empty option", "a {= ~c}", ReadGIFT, []string{"x:1:4: quiz.empty-option"}},
		{"latin", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><quiz></quiz>", ReadMoodle, []string{"x: quiz.no-questions"}},
		{"latin bytes", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><quiz>\xe9</quiz>", ReadMoodle, []string{"x: quiz.not-text"}},
		{"nothing", "// only a comment", ReadGIFT, []string{"x: quiz.no-questions"}},
		{"doctype", "<?xml version=\"1.0\"?>\n<!DOCTYPE q [<!ENTITY a \"b\">]>\n<quiz/>", ReadMoodle, []string{"x:2:1: quiz.xml-doctype"}},
		{"entity", "<quiz>\n <a>&b;</a></quiz>", ReadMoodle, []string{"x:2:5: quiz.xml reason=invalid character entity &b;"}},
		{"open", "<quiz>\n <question>", ReadMoodle, []string{"x:2:12: quiz.xml-end element=question"}},
		{"not a quiz", "<html/>", ReadMoodle, []string{"x:1:1: quiz.xml-quiz"}},
		{
			"two", "<quiz><question type=\"numerical\">\n<answer fraction=\"a\"><text>b</text></answer></question>\n<question type=\"matching\"></question></quiz>", ReadMoodle,
			[]string{"x:2:1: quiz.number value=a", "x:2:1: quiz.number value=b", "x:3:1: quiz.few"},
		},
		{"columns", "a,b\n1,2", ReadTable, []string{
			"x:1:1: quiz.column column=id known=" + strings.Join(Columns, ", "), "x:1:1: quiz.column column=kind known=" + strings.Join(Columns, ", "),
			"x:1:1: quiz.column column=part known=" + strings.Join(Columns, ", "), "x:1:1: quiz.column column=text known=" + strings.Join(Columns, ", "),
		}},
		{
			"rows", "id,part,kind,text,points\nq,0,choice,é\nr,1,,x,100\nq,1,,,100\nq,2,,\"é\nx\",much\ns,0,dance,x", ReadTable,
			[]string{"x:3:1: quiz.row id=r", "x:4:6: quiz.empty-option", "x:6:4: quiz.number value=much", "x:7:5: quiz.kind kind=dance"},
		},
	} {
		t.Run(tt.name, func(t *testing.T) {
			_, err := tt.read("x", []byte(tt.text), words, unheard)
			var list fault.List
			if list.Add(err) != nil || err == nil {
				t.Fatalf("no fault: %v", err)
			}
			got := strings.Split(list.Error(), "\n")
			if strings.Join(got, "\n") != strings.Join(tt.want, "\n") {
				t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(tt.want, "\n"))
			}
		})
	}
}

// TestReaders_AreBounded: what is meant to exhaust them is refused, or read, in
// a moment.
func TestReaders_AreBounded(t *testing.T) {
	deep := "<quiz>" + strings.Repeat("<a>", 100) + strings.Repeat("</a>", 100) + "</quiz>"
	for name, text := range map[string]string{
		"deep": deep, "large": strings.Repeat("x", MaxBytes+1), "many": strings.Repeat("<a/>", maxNodes+1),
		"tags":     "<quiz><question><questiontext><text>" + strings.Repeat("&lt;a", 1<<20) + "</text></questiontext></question></quiz>",
		"comments": "<quiz>" + strings.Repeat("<!-- -->x", 1<<20) + "</quiz>",
	} {
		if _, err := ReadMoodle("x", []byte(text), words, unheard); err == nil {
			t.Errorf("%s: read", name)
		}
	}
	for name, text := range map[string]string{
		"block": strings.Repeat("x\n", 1<<20), "braces": strings.Repeat("{", 1<<20), "questions": strings.Repeat("x{T}\n\n", 2*MaxQuestions),
	} {
		if _, err := ReadGIFT("x", []byte(text), words, unheard); err == nil {
			t.Errorf("%s: read", name)
		}
	}
	if _, err := ReadTable("x", []byte("id,part,kind,text\n"+strings.Repeat("q,0,essay,x\n", 2*MaxQuestions)), words, unheard); err == nil {
		t.Error("table: read")
	}
}

func TestTable_IsNoFormula(t *testing.T) {
	q := &Question{ID: "q", Kind: Choice, Title: "=cmd|' /C calc'!A0", Text: "@x", Options: []Option{{"+1+1", 100, "-a"}, {"-5", -50, "'=x"}}}
	var out bytes.Buffer
	if err := WriteTable(&out, []*Question{q}, unheard); err != nil {
		t.Fatal(err)
	}
	for _, row := range strings.Split(out.String(), "\r\n") {
		for _, cell := range strings.Split(strings.TrimPrefix(row, "\uFEFF"), ",") {
			if cell = strings.TrimPrefix(cell, `"`); cell != "" && strings.ContainsAny(cell[:1], "=+-@") && !plain.MatchString(cell) {
				t.Errorf("cell %q", cell)
			}
		}
	}
}
