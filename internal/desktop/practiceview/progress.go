package practiceview

import (
	"math"
	"strings"
	"time"

	"alarife/internal/desktop/kit"
	"alarife/internal/lang"
	"alarife/internal/practice/progress"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// How much the charts show.
const (
	mostTopics = 30
	mostDays   = 14 // points of accuracy; more days than that are shown by week
	mostAhead  = 14 // days of the forecast
	chartGap   = 16
)

// progress tells how far the person has come.
func (p *start) progress() fyne.CanvasObject {
	v := p.v
	if v.home == nil {
		return kit.Muted(v.say("practise.exploring"))
	}
	s := v.home.stats
	if s == nil {
		return kit.Muted("")
	}
	if s.Totals.Answers == 0 {
		return kit.Tight(kit.Title(v.say("practise.progress")), kit.Body(v.say("practise.progress.none")), kit.Body(v.say("practise.keys")))
	}
	asText := widget.NewCheck(v.say("practise.as-text"), func(on bool) {
		v.plainly = on
		v.refresh()
	})
	asText.Checked = v.plainly
	head := container.NewBorder(nil, nil, flat(kit.Title(v.say("practise.progress"))), asText)
	left := kit.Tight(
		v.chart("practise.chart.guide", masteries(s.Guide, v.guideLabel, v.percent), bars),
		v.chart("practise.chart.topics", masteries(touched(s.Topics), v.topicLabel, v.percent), bars),
	)
	right := kit.Tight(
		v.chart("practise.chart.accuracy", v.accuracy(s), course),
		v.chart("practise.chart.forecast", v.forecast(s.Forecast), columns),
		kit.Gap(chartGap), p.keeping(),
	)
	return kit.Tight(head, v.totals(s), container.New(unequal(chartShare), left, right))
}

// chartShare is that of the width that the lying bars have.
const chartShare = 0.56

// unequal sets two objects beside each other, the first with a share of the
// width.
type unequal float32

func (u unequal) Layout(objects []fyne.CanvasObject, size fyne.Size) {
	first := size.Width * float32(u)
	objects[0].Resize(fyne.NewSize(first-2*theme.InnerPadding(), objects[0].MinSize().Height))
	objects[1].Move(fyne.NewPos(first, 0))
	objects[1].Resize(fyne.NewSize(size.Width-first, objects[1].MinSize().Height))
}

func (u unequal) MinSize(objects []fyne.CanvasObject) fyne.Size {
	a, b := objects[0].MinSize(), objects[1].MinSize()
	return fyne.NewSize(max(a.Width/float32(u), b.Width/(1-float32(u))), max(a.Height, b.Height))
}

// totals are the sums in a line.
func (v *View) totals(s *progress.Stats) fyne.CanvasObject {
	t := s.Totals
	text := v.say("practise.totals", "answers", t.Answers, "percent", v.percent(t.Accuracy), "sittings", t.Sessions, "time", v.duration(t.Spent))
	if t.Vanished > 0 {
		text += " " + v.say("practise.totals.vanished", "n", t.Vanished)
	}
	return kit.Body(text)
}

// percent writes a share.
func (v *View) percent(share float64) string {
	return lang.Number(v.Tell.Lang, math.Round(share*100), 0) + "\u00a0%"
}

// duration writes hours and minutes.
func (v *View) duration(d time.Duration) string {
	minutes := int(math.Round(d.Minutes()))
	if d < 2*time.Minute {
		return v.say("practise.seconds", "n", int(d.Seconds()))
	}
	if minutes < 60 {
		return v.say("practise.minutes", "n", minutes)
	}
	return v.say("practise.hours", "hours", minutes/60, "minutes", minutes%60)
}

// drawing is how a chart is drawn.
type drawing func([]kit.Point) fyne.CanvasObject

func bars(points []kit.Point) fyne.CanvasObject    { return kit.NewBars(points, 1) }
func course(points []kit.Point) fyne.CanvasObject  { return kit.NewCourse(points, 1) }
func columns(points []kit.Point) fyne.CanvasObject { return kit.NewColumns(points, 4) }

// chart is a title with a chart, or with the text that says the same.
func (v *View) chart(title string, points []kit.Point, draw drawing) fyne.CanvasObject {
	body := fyne.CanvasObject(kit.Listed(points))
	switch {
	case len(points) == 0:
		body = kit.Note(v.say("practise.chart.none"))
	case !v.plainly:
		body = kit.Inset(draw(points))
	}
	return kit.Tight(kit.Strong(v.say(title)), body)
}

// masteries are the points of parts, in their order.
func masteries(list []progress.Mastery, label func(progress.Mastery) string, percent func(float64) string) (points []kit.Point) {
	for _, m := range list {
		points = append(points, kit.Point{Label: label(m), Value: m.Mastery, Text: percent(m.Mastery), None: m.Answers == 0})
	}
	return points
}

func (v *View) guideLabel(m progress.Mastery) string { return v.sessionName(m.Session) }
func (v *View) topicLabel(m progress.Mastery) string { return v.topicName(m.Topic) }

// touched are the topics that were asked about, the weakest first.
func touched(list []progress.Mastery) (some []progress.Mastery) {
	for _, m := range list {
		if m.Answers > 0 && len(some) < mostTopics {
			some = append(some, m)
		}
	}
	return some
}

// accuracy is by day, by week where there are many days.
func (v *View) accuracy(s *progress.Stats) (points []kit.Point) {
	periods := s.Days
	if len(periods) > mostDays {
		periods = s.Weeks
	}
	for _, d := range periods[max(0, len(periods)-mostDays):] {
		points = append(points, kit.Point{Label: v.day(d.Date), Value: d.Accuracy, Text: v.percent(d.Accuracy)})
	}
	return points
}

func (v *View) forecast(days []progress.Day) (points []kit.Point) {
	for i, d := range days[:min(mostAhead, len(days))] {
		label := v.day(d.Date)
		if i == 0 {
			label = v.say("practise.today")
		}
		points = append(points, kit.Point{Label: label, Value: float64(d.Count), Text: lang.Number(v.Tell.Lang, float64(d.Count), 0)})
	}
	return points
}

// day writes a date of the form 2026-11-24 shortly: 24 Nov.
func (v *View) day(date string) string {
	t, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return date
	}
	months := strings.Split(v.say("practise.months"), ",")
	return v.say("practise.day", "day", t.Day(), "month", months[int(t.Month()-1)%len(months)])
}
