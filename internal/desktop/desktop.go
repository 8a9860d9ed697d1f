// Package desktop is the window of Alarife: the interview on the left, the
// picture in the middle, the reasons on the right, the status line below. It
// wires views to a workspace and computes nothing itself.
package desktop

import (
	"path/filepath"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/design"
	"alarife/internal/desktop/diagramview"
	"alarife/internal/desktop/interview"
	"alarife/internal/desktop/outline"
	"alarife/internal/desktop/planview"
	"alarife/internal/desktop/practiceview"
	"alarife/internal/desktop/reasons"
	"alarife/internal/diagram"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/run"

	"fyne.io/fyne/v2"
)

// firstCase is the scenario that is shown where no file is named.
const firstCase = "fraud-detection"

// Options are what a desktop is made with.
type Options struct {
	App    fyne.App
	Runner *run.Runner
	Lang   lang.Lang // "" takes what was chosen last, else the system's
	// Do runs a function on the main goroutine, soon; nil is Fyne's own way.
	Do func(func())
	// OnPicture is told that a picture was drawn on the screen, may be nil.
	OnPicture func(*diagram.Scene)
}

// Desktop is the window with all that belongs to it. It belongs to the main
// goroutine.
type Desktop struct {
	app       fyne.App
	do        func(func())
	window    fyne.Window
	texts     *lang.Messages
	runner    *run.Runner
	base      *knowledge.Base
	tell      advisor.Teller
	workspace *design.Workspace
	look      *look
	painter   *paint.Painter

	picture   *diagramview.View
	interview *interview.View
	reasons   *reasons.View
	outline   *outline.View
	plan      *planview.View
	status    *status
	practice  *practiceview.View // nil until it is first shown
	frame     frame
	menu      menu

	open      map[string]bool // folds of interview and reasons
	component string          // selected in the picture, "" for none
	decision  string          // opened in the reasons, "" for none
	tab       tab             // what the middle shows
	planned   planned         // what the plan is of, or is being worked out
	alone     bool            // without the panels beside it
	over      *over           // the dialog that was shown last, nil for none
	focused   fyne.Focusable  // that was brought into sight last

	practising bool // practice is shown in place of the designer
}

// New builds the window, which is not shown yet, and opens nothing.
func New(o Options) *Desktop {
	d := &Desktop{app: o.App, texts: o.Runner.Texts, runner: o.Runner, base: o.Runner.Base(), open: map[string]bool{}, do: o.Do}
	if d.do == nil {
		d.do = fyne.Do
	}
	for _, fold := range []string{"decisions", "findings"} {
		d.open[fold] = true
	}
	if len(d.base.Sections) > 0 {
		d.open[d.base.Sections[0].ID] = true
	}
	d.tell = advisor.Teller{Messages: d.texts, Lang: d.chooseLang(o.Lang)}
	d.look = newLook(d.app.Preferences().String(prefTheme))
	d.app.Settings().SetTheme(d.look)
	speak(d.texts, d.tell.Lang)

	d.workspace = design.NewWorkspace(d.base, design.NewMaker(o.Runner), d.tell.Lang, d.folder(), d.do)
	d.workspace.OnDocument = d.showDocument
	d.workspace.OnStudy = d.showStudy
	d.workspace.Pane = d.pane

	d.painter = paint.New()
	d.picture = diagramview.New(d.painter, d.palette, d.do)
	d.picture.OnSelect = d.selectComponent
	d.picture.OnOpen = func(id string) { d.selectComponent(id); d.reasons.Focus() }
	d.picture.OnScale = func(s float64) { d.frame.showScale(d.tell.Lang, s) }
	d.picture.OnPainted = o.OnPicture
	d.app.Settings().AddListener(func(fyne.Settings) { d.retheme() })

	d.window = d.app.NewWindow("Alarife")
	d.window.SetMaster()
	d.window.Resize(d.size())
	d.window.SetCloseIntercept(d.quit)
	d.window.Canvas().SetOnTypedKey(d.typed)
	d.window.Canvas().SetOnTypedRune(d.typedRune)
	d.build()
	return d
}

// Window returns the window.
func (d *Desktop) Window() fyne.Window { return d.window }

// pane is the room of the picture; before the window is shown, about what it
// will be.
func (d *Desktop) pane() diagram.Point {
	size := d.picture.Size()
	if size.Width < d.picture.MinSize().Width || size.Height < d.picture.MinSize().Height {
		size = d.size()
		size.Width *= (1 - leftShare) * middleShare
		size.Height *= middleHigh
	}
	return diagram.Point{X: float64(size.Width), Y: float64(size.Height)}
}

// folder is where unsaved work is kept.
func (d *Desktop) folder() string {
	root := d.app.Storage().RootURI()
	if root == nil {
		return ""
	}
	return filepath.Join(root.Path(), "unsaved")
}

// build makes all views in the language of the moment.
func (d *Desktop) build() {
	d.interview = interview.New(d.base, d.tell, d.open, interview.Intents{
		OnAnswer: d.workspace.Answer, OnClear: d.workspace.Clear, OnPrefer: d.workspace.Prefer,
	})
	d.reasons = reasons.New(d.tell, d.open, reasons.Intents{
		OnDecision: d.openDecision, OnComponent: d.revealComponent,
		OnPin: d.workspace.Pin, OnUnpin: d.workspace.Unpin, OnAnswer: d.workspace.Answer,
		OnQuestion: func(fact string) { d.interview.Focus(fact) }, OnPrefer: d.workspace.PreferAll,
	})
	d.outline = outline.New(d.tell)
	d.outline.OnSelect = func(id string) { d.picture.Select(id); d.selectComponent(id) }
	d.plan, d.planned = planview.New(d.tell), planned{}
	d.status = newStatus(d.money(), d.reveal, func() { d.interview.FocusFirstAssumed() }, d.otherEra)
	d.frame.build(d)
	d.menu.build(d)
	d.showContent()
	d.showDocument()
	d.showStudy()
}

// showDocument shows that the document changed.
func (d *Desktop) showDocument() {
	d.showTitle()
	d.menu.show(d)
	d.interview.Show(d.workspace.Document(), d.recommendation())
}

// recommendation is the latest, nil for none.
func (d *Desktop) recommendation() *advisor.Recommendation {
	if s := d.workspace.Study(); s != nil {
		return s.Recommendation
	}
	return nil
}

// showStudy shows what the document comes to.
func (d *Desktop) showStudy() {
	s := d.workspace.Study()
	if s == nil {
		return
	}
	if s.Err != nil {
		d.complain(s.Err)
	} else {
		d.picture.SetScene(s.Scene)
		d.picture.Mark(d.workspace.Changes().IsNew)
	}
	set(d.frame.changed, outline.Told(d.tell, d.workspace.Changes()))
	if d.find(d.component) == nil {
		d.component = ""
	}
	d.interview.Show(d.workspace.Document(), s.Recommendation)
	d.status.show(s)
	d.showOutline()
	d.showPlan()
	if s.Explored || !d.reasons.Shown() { // the picture goes first
		d.showReasons()
	}
}

// showOutline brings the list up to date where it is in sight.
func (d *Desktop) showOutline() {
	if s := d.workspace.Study(); s != nil && d.tab == tabOutline {
		d.outline.Show(s.Architecture, d.workspace.Changes())
		d.outline.Select(d.component)
	}
}

func (d *Desktop) showReasons() {
	if s := d.workspace.Study(); s != nil {
		d.reasons.Show(reasons.State{Run: s.Run, Rate: d.money().Rate, Explored: s.Explored, Decision: d.decision, Component: d.find(d.component)})
	}
}

// find returns a component of the present architecture, nil for none.
func (d *Desktop) find(id string) *architecture.Component {
	if s := d.workspace.Study(); s != nil && id != "" {
		return s.Architecture.Component(id)
	}
	return nil
}

// selectComponent opens what explains a component.
func (d *Desktop) selectComponent(id string) {
	d.component, d.decision = id, ""
	if c := d.find(id); c != nil {
		d.decision = c.Decision
	}
	d.outline.Select(id)
	d.showReasons()
}

// revealComponent selects the first copy of a component in the picture.
func (d *Desktop) revealComponent(origin string) {
	s := d.workspace.Study()
	if s == nil {
		return
	}
	for _, c := range s.Architecture.Components {
		if c.Origin == origin {
			d.picture.Select(c.ID)
			d.selectComponent(c.ID)
			return
		}
	}
}

// openDecision opens a decision and marks its first component; "" goes back to
// the list of all.
func (d *Desktop) openDecision(id string) {
	d.component, d.decision = "", id
	if s := d.workspace.Study(); s != nil && id != "" {
		for _, c := range s.Architecture.Components {
			if c.Decision == id {
				d.component = c.ID
				break
			}
		}
	}
	d.picture.Select(d.component)
	d.outline.Select(d.component)
	d.showReasons()
}

// reveal shows a part of the overview.
func (d *Desktop) reveal(fold string) {
	if d.tab == tabPlan { // which stands in the room of the reasons
		d.showTab(tabPicture)
	}
	d.openDecision("")
	d.reasons.Reveal(fold)
}
