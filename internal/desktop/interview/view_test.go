package interview

import (
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/design"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/testkit/builtin"
	"alarife/internal/workload"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
)

type wishes struct {
	answers map[string]workload.Value
	cleared []string
	weights map[knowledge.Criterion]float64
}

// shown is the interview of an empty design with all sections open.
func shown(t *testing.T, l lang.Lang) (*View, *wishes) {
	t.Helper()
	b := builtin.Base()
	test.NewTempApp(t)
	open := map[string]bool{"priorities": true}
	for _, s := range b.Sections {
		open[s.ID] = true
	}
	got := &wishes{answers: map[string]workload.Value{}, weights: map[knowledge.Criterion]float64{}}
	v := New(b, advisor.Teller{Messages: builtin.Texts(), Lang: l}, open, Intents{
		OnAnswer: func(fact string, x workload.Value) { got.answers[fact] = x },
		OnClear:  func(fact string) { got.cleared = append(got.cleared, fact) },
		OnPrefer: func(c knowledge.Criterion, w float64) { got.weights[c] = w },
	})
	w := test.NewTempWindow(t, v.Object())
	w.Resize(fyne.NewSize(320, 700))
	d := design.New()
	v.Show(d, advisor.New(b).Advise(d.Case()))
	return v, got
}

func (v *View) row(t *testing.T, fact string) *row {
	t.Helper()
	for _, s := range v.sections {
		for _, r := range s.rows {
			if r.question.ID == fact {
				return r
			}
		}
	}
	t.Fatalf("no row for %s", fact)
	return nil
}

func TestView_TakesAnswersOfEveryKind(t *testing.T) {
	v, got := shown(t, lang.Spanish)
	field := v.row(t, "payload_mb").control.(*number).field
	field.SetText("1,5")
	field.Commit()
	if got.answers["payload_mb"].Number != 1.5 {
		t.Errorf("number: %+v", got.answers["payload_mb"])
	}
	pick := v.row(t, "use_case").control.(*choice)
	pick.pick.SetSelectedIndex(3)
	if got.answers["use_case"].Text != pick.ids[3] {
		t.Errorf("choice: %+v", got.answers["use_case"])
	}
	test.Tap(v.row(t, "compliance").control.(*checks).boxes[1])
	if set := got.answers["compliance"].Set; len(set) != 1 {
		t.Errorf("set: %v", set)
	}
	v.row(t, "needs_gpu").control.(*yesNo).pick.SetSelected(v.tell.Say("value.yes"))
	if !got.answers["needs_gpu"].Yes {
		t.Errorf("yes or no: %+v", got.answers["needs_gpu"])
	}
	v.wishes.sliders[0].SetValue(5)
	if got.weights[knowledge.Criteria()[0]] != 5 {
		t.Errorf("priority: %v", got.weights)
	}
}

func TestView_RefusesNumbersThatDoNotFit(t *testing.T) {
	v, got := shown(t, lang.English)
	r := v.row(t, "latency_ms")
	field := r.control.(*number).field
	for _, text := range []string{"", "fast", "-3", "1e99", "NaN", "Inf"} {
		field.SetText(text)
		field.Commit()
		if len(got.answers) > 0 || r.problem.Hidden {
			t.Errorf("%q: answers %v, told %v", text, got.answers, !r.problem.Hidden)
		}
	}
	field.FocusLost()
	if field.Text != "500" || !r.problem.Hidden {
		t.Errorf("left with %q, complaint shown: %v", field.Text, !r.problem.Hidden)
	}
}

func TestView_MarksAndClearsAnswers(t *testing.T) {
	v, got := shown(t, lang.English)
	r := v.row(t, "latency_ms")
	r.act.Tapped(nil)
	if got.answers["latency_ms"].Number != 500 {
		t.Errorf("confirmed: %v", got.answers)
	}
	d := design.New()
	d.Answers["latency_ms"] = workload.Value{Number: 20}
	v.Show(d, v.rec)
	if r.control.(*number).field.Text != "20" || r.actText.Text != v.tell.Say("desktop.clear") {
		t.Errorf("answered: %q, %q", r.control.(*number).field.Text, r.actText.Text)
	}
	r.act.Tapped(nil)
	if len(got.cleared) != 1 || got.cleared[0] != "latency_ms" {
		t.Errorf("cleared: %v", got.cleared)
	}
}

func TestView_AsksOnlyWhatApplies(t *testing.T) {
	v, _ := shown(t, lang.English)
	for _, s := range v.sections {
		for _, r := range s.rows {
			if r.object.Visible() != v.rec.Asks(r.question) {
				t.Errorf("%s: visible %v", r.question.ID, r.object.Visible())
			}
		}
	}
	if len(v.rec.AskNext) > 0 && (v.next.Hidden || v.nextFact != v.rec.AskNext[0].Fact) {
		t.Errorf("next question: %q, want %q", v.nextFact, v.rec.AskNext[0].Fact)
	}
}

func TestView_ShowsNumbersThatReadBack(t *testing.T) {
	for _, l := range lang.All() {
		v, _ := shown(t, l)
		for _, q := range v.base.Questions {
			if q.Kind != workload.Number {
				continue
			}
			r := v.row(t, q.ID)
			for _, x := range []float64{q.Fact.Min, q.Fact.Max, q.Fact.Default.Number, q.Fact.Round(1234.5678)} {
				got, err := r.parse(r.format(x))
				if err != nil || got != x {
					t.Errorf("%s %s: %v written %q reads %v, %v", l, q.ID, x, r.format(x), got, err)
				}
			}
		}
	}
}
