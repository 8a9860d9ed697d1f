package desktop

import (
	"alarife/internal/design"
	"alarife/internal/export"
	"alarife/internal/export/report"
	"alarife/internal/lang"

	"fyne.io/fyne/v2"
)

// planned is what a plan is of.
type planned struct {
	study *design.Study
	lang  lang.Lang
	rate  export.Rate
}

// showPlan brings the plan up to date where it is in sight: it is worked out in
// the background, after the picture.
func (d *Desktop) showPlan() {
	s := d.workspace.Study()
	if s == nil || d.tab != tabPlan {
		return
	}
	rate := d.money().Rate
	wanted := planned{study: s, lang: d.tell.Lang}
	if rate != nil {
		wanted.rate = *rate
	}
	if wanted == d.planned {
		return
	}
	d.planned = wanted
	d.plan.Busy()
	if !s.Explored {
		return // the rest of the study is on its way
	}
	e := &export.Export{Run: s.Run, Lang: wanted.lang, Rate: rate}
	go func() {
		r := e.PlanReport("")
		d.do(func() { d.takePlan(wanted, r) })
	}()
}

// takePlan shows a plan unless another is wanted by now.
func (d *Desktop) takePlan(p planned, r *report.Report) {
	if p == d.planned {
		d.plan.Show(r)
	}
}

// showTab shows the picture, the outline or the plan and gives it the
// keyboard.
func (d *Desktop) showTab(t tab) {
	d.tab = t
	d.frame.show(t, d.alone)
	d.menu.show(d)
	d.showOutline()
	d.showPlan()
	focus := map[tab]fyne.Focusable{tabPicture: d.picture, tabOutline: d.outline.Focus(), tabPlan: d.plan.Focus()}
	d.window.Canvas().Focus(focus[t])
}

// toggleTab shows a tab, or the picture where it is shown already.
func (d *Desktop) toggleTab(t tab) {
	if d.tab == t {
		t = tabPicture
	}
	d.showTab(t)
}
