package desktop

import (
	"alarife/internal/desktop/currency"
	"alarife/internal/desktop/kit"
	"alarife/internal/export"
	"alarife/internal/lang"

	"fyne.io/fyne/v2/widget"
)

// money writes sums with the user's rate, off by default.
func (d *Desktop) money() currency.Money {
	return currency.Money{Tell: d.tell, Rate: currency.Read(d.app.Preferences().String(prefRate))}
}

// setRate changes the user's rate; nil shows US dollars alone.
func (d *Desktop) setRate(r *export.Rate) {
	d.app.Preferences().SetString(prefRate, currency.Format(r))
	d.build()
}

// askRate asks for the user's rate.
func (d *Desktop) askRate() {
	code, rate := "", ""
	if r := d.money().Rate; r != nil {
		code, rate = r.Currency, currency.Plain(r)
	}
	d.askRateAgain(code, rate, false)
}

// askRateAgain asks with what was typed before, which was wrong or not.
func (d *Desktop) askRateAgain(code, rate string, wrong bool) {
	field := func(text, example string) *kit.Field {
		f := kit.NewField(func() { d.over.leave() })
		f.SetText(text)
		f.SetPlaceHolder(example)
		return f
	}
	codes, rates := field(code, "EUR"), field(rate, lang.Number(d.tell.Lang, 0.92, 2))
	codes.OnSubmitted = func(string) { d.window.Canvas().Focus(rates) }
	rates.OnSubmitted = func(string) { d.over.take() }
	limit := func(v float64) string { return lang.Number(d.tell.Lang, v, 6) }
	help := kit.Muted(d.tell.Say("desktop.currency.help", "min", limit(export.MinRate), "max", limit(export.MaxRate)))
	if wrong {
		help = kit.Strong(d.tell.Say("desktop.currency.wrong", "min", limit(export.MinRate), "max", limit(export.MaxRate)))
		help.Importance = widget.DangerImportance
	}
	form := widget.NewForm(
		widget.NewFormItem(d.tell.Say("desktop.currency.code"), codes),
		widget.NewFormItem(d.tell.Say("desktop.currency.rate"), rates),
	)
	choices := []choice{{text: d.tell.Say("desktop.cancel")}}
	if d.money().Rate != nil {
		choices = append(choices, choice{d.tell.Say("desktop.currency.off"), func() { d.setRate(nil) }})
	}
	d.ask(d.tell.Say("desktop.currency"), kit.Tight(form, help), 290, append(choices, choice{d.tell.Say("desktop.accept"), func() {
		r, ok := currency.Parse(codes.Text, rates.Text)
		if !ok {
			d.askRateAgain(codes.Text, rates.Text, true)
			return
		}
		d.setRate(r)
	}})...)
	d.window.Canvas().Focus(codes)
}
