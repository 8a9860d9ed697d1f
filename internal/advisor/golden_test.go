package advisor_test

import (
	"fmt"
	"strings"
	"testing"

	"alarife/internal/advisor"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
)

// trace writes a recommendation as data: ids, numbers and facts, no prose.
func trace(r *advisor.Recommendation) string {
	var b strings.Builder
	for _, s := range r.Decisions {
		fmt.Fprintf(&b, "%s applies=%v chosen=%s margin=%.4f %s\n", s.Decision.ID, s.Applies, r.Chose(s.Decision.ID), s.Margin, s.Verdict)
		for _, o := range s.Options {
			traceOption(&b, o)
		}
		for _, c := range s.Changes {
			fmt.Fprintf(&b, "  change %s to %v becomes %q\n", c.Fact, c.To, c.Becomes)
		}
	}
	fmt.Fprintln(&b, "assumed", r.Assumed)
	fmt.Fprintln(&b, "ask", r.AskNext)
	for _, d := range r.EraDifferences {
		fmt.Fprintln(&b, "era", d.Decision.ID, d.Here, d.There)
	}
	for _, a := range r.Alternatives {
		fmt.Fprintln(&b, "alternative", a.ID)
		for _, s := range a.Recommendation.Decisions {
			if s.Applies {
				fmt.Fprintln(&b, " ", s.Decision.ID, a.Recommendation.Chose(s.Decision.ID))
			}
		}
	}
	return b.String()
}

func traceOption(b *strings.Builder, o *advisor.Judged) {
	fmt.Fprintf(b, "  %s possible=%v score=%.4f usd=%.2f priced=%v\n", o.Option.ID, o.Possible, o.Score, o.USD, o.Priced)
	for _, reason := range append(append([]advisor.Reason{}, o.Constraints...), o.Reasons...) {
		id := string(reason.Kind)
		if reason.Rule != nil {
			id = reason.Rule.ID
		}
		if reason.Service != nil {
			id += " " + reason.Service.ID
		}
		fmt.Fprintf(b, "    %s %s %+.3f facts=%v assumed=%v limits=%v\n", id, reason.Criterion, reason.Points,
			reason.Facts, reason.Assumed, reason.Limits)
	}
}

func TestTrace_OfTheGuidesCases(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	for _, id := range testkit.Cases() {
		kase := caseOf(t, a.Base(), id)
		for _, era := range []knowledge.Era{knowledge.Guide, knowledge.Today} {
			kase.Era = era
			testkit.Golden(t, id+"."+string(era)+".txt", []byte(trace(a.Advise(kase))))
		}
	}
}

func TestScenarios_ComeToWhatTheirSourcesExpect(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	for _, s := range a.Base().Scenarios {
		kase := caseOf(t, a.Base(), s.ID)
		for era, expect := range s.Expect {
			kase.Era = knowledge.Era(era)
			r := a.Quick(kase)
			for decision, want := range expect {
				if got := r.Chose(decision); got != want {
					t.Errorf("%s, %s: %s is %q, its sources say %q", s.ID, era, decision, got, want)
				}
			}
		}
	}
}
