package practiceview

import (
	"encoding/json"
	"time"

	"alarife/internal/knowledge"
	"alarife/internal/practice/session"

	"fyne.io/fyne/v2"
)

// wishes are what a person wants of the next sittings. They are kept.
type wishes struct {
	Session int                // of the study guide, 0 for all
	Topic   string             // "" for all
	Kind    knowledge.ItemKind // "" for all
	Level   int                // 0 for all
	Count   int
	Source  session.Source
	Era     knowledge.Era // "" for both
	Weak    bool          // the weakest first, instead of session, topic, kind and level

	ExamEra     knowledge.Era // as Era
	ExamCount   int
	ExamMinutes int // 0 for no limit
}

// What can be wished for.
var (
	counts      = []int{5, 10, 20, 40}
	examCounts  = []int{10, 20, 40, 65}
	examMinutes = []int{0, 15, 30, 60, 90, 130}
	sources     = []session.Source{session.Authored, session.Generated, session.Mixed}
	eras        = []knowledge.Era{"", knowledge.Guide, knowledge.Today}
)

// reviewCount is how many rules a daily review asks at most.
const reviewCount = 20

// prefWishes is the key of the preferences.
const prefWishes = "practice"

func readWishes(keep fyne.Preferences) wishes {
	w := wishes{Count: session.DefaultCount, Source: session.Authored, ExamCount: examCounts[1], ExamMinutes: examMinutes[2]}
	_ = json.Unmarshal([]byte(keep.String(prefWishes)), &w) // what cannot be read is as it is at first
	return w
}

// keep remembers the wishes.
func (v *View) keep() {
	if text, err := json.Marshal(v.wishes); err == nil {
		v.Keep.SetString(prefWishes, string(text))
	}
}

func (v *View) seed() uint64 { return uint64(v.Now().UnixNano()) }

// startDrill begins the drill that is wished for.
func (v *View) startDrill() {
	w, seed := v.wishes, v.seed()
	v.begin(func(r *room) (session.Plan, error) {
		if w.Weak {
			p, err := r.desk.Weak(w.Count)
			p.Seed = seed
			return p, err
		}
		p := session.Plan{Kind: session.Drill, Era: w.Era, Seed: seed, Count: w.Count, Source: w.Source, Level: w.Level}
		if w.Session > 0 {
			p.Guide = []int{w.Session}
		}
		if w.Topic != "" {
			p.Topics = []string{w.Topic}
		}
		if w.Kind != "" {
			p.Items = []knowledge.ItemKind{w.Kind}
		}
		return p, nil
	})
}

// startExam begins the exam that is wished for. Open questions are left out:
// nobody but the student can mark them.
func (v *View) startExam() {
	w, seed := v.wishes, v.seed()
	v.begin(func(*room) (session.Plan, error) {
		p := session.Plan{
			Kind: session.Exam, Era: w.ExamEra, Seed: seed, Count: w.ExamCount, Source: session.Authored,
			Limit: time.Duration(w.ExamMinutes) * time.Minute,
		}
		for _, k := range knowledge.ItemKinds() {
			if k != knowledge.ExplainItem {
				p.Items = append(p.Items, k)
			}
		}
		return p, nil
	})
}

// startReview begins the review of what is due.
func (v *View) startReview() {
	seed := v.seed()
	v.begin(func(r *room) (session.Plan, error) {
		p, err := r.desk.Due(reviewCount)
		if err == nil && len(p.Rules) == 0 {
			err = errNothing
		}
		p.Seed = seed
		return p, err
	})
}
