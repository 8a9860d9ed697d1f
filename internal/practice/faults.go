package practice

import (
	"slices"

	"alarife/internal/advisor"
	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/rule"
)

// faults derives which components are at fault: those of the findings that the
// seeded architecture has and the sound one lacks.
func (d *derivation) faults() error {
	arch, unknown := architecture.Seeded(d.rec, d.Texts, d.item.Seeds)
	if len(unknown) > 0 {
		return d.refuse("unknown-component", "component", unknown[0])
	}
	sound := d.kase
	sound.Pins = map[string]string{}
	soundRec := d.Advisor.Quick(sound)
	before := map[string]bool{}
	for _, f := range architecture.Review(soundRec, architecture.Assemble(soundRec, d.Texts)) {
		before[f.Rule.ID] = true
		for _, c := range f.Components {
			before[f.Rule.ID+"/"+c] = true
		}
	}
	d.out.Architecture = arch
	d.components(arch)
	broken := map[string]bool{}
	for _, f := range architecture.Review(d.rec, arch) {
		if grave(f) {
			d.finding(f, arch, before, broken)
		}
	}
	for _, id := range d.item.Violates {
		if !broken[id] {
			return d.refuse("not-violated", "rule", id)
		}
	}
	if len(d.out.Key.Marked) == 0 {
		return d.refuse("no-fault")
	}
	d.out.Key.Marked = unique(d.out.Key.Marked)
	for _, id := range d.out.Key.Marked {
		if !slices.ContainsFunc(d.out.Options, func(c Choice) bool { return c.ID == id }) {
			return d.refuse("unknown-component", "component", id)
		}
	}
	return nil
}

// grave reports whether a finding counts as a fault to be found: not mere
// information.
func grave(f *architecture.Finding) bool {
	return f.Rule.Severity != "info" && f.Rule.Severity != "low"
}

// components lists what can be marked, copies in zones taken as one.
func (d *derivation) components(arch *architecture.Architecture) {
	for _, c := range arch.Components {
		if !slices.ContainsFunc(d.out.Options, func(o Choice) bool { return o.ID == c.Origin }) {
			text := c.Short
			if !c.Role.Empty() {
				text = lang.Text{EN: c.Short.EN + ": " + c.Role.EN, ES: c.Short.ES + ": " + c.Role.ES}
			}
			d.out.Options = append(d.out.Options, Choice{c.Origin, text})
			d.out.Notes[c.Origin] = Note{Rules: []string{"topic/" + d.item.Topic}}
		}
	}
}

// finding enters what is new about one finding.
func (d *derivation) finding(f *architecture.Finding, arch *architecture.Architecture, before, broken map[string]bool) {
	marked := f.Components
	if len(marked) == 0 {
		marked = named(f.Rule, arch)
		if before[f.Rule.ID] {
			return
		}
	}
	why := []lang.Text{
		d.both(func(t advisor.Teller) string { return f.Text(t) }),
		d.both(func(t advisor.Teller) string { return f.Remedy(t) }),
	}
	told := false
	for _, c := range marked {
		if len(f.Components) > 0 && before[f.Rule.ID+"/"+c] {
			continue
		}
		note := d.out.Notes[c]
		if !note.Right {
			note = Note{Right: true}
		}
		note.Why, note.Rules = append(note.Why, why...), append(note.Rules, "review/"+f.Rule.ID)
		d.out.Notes[c] = note
		d.out.Key.Marked = append(d.out.Key.Marked, c)
		told = true
	}
	broken[f.Rule.ID] = broken[f.Rule.ID] || told || len(f.Components) == 0
	if len(marked) == 0 {
		d.out.Because = append(d.out.Because, why...)
	}
}

// named lists the components that a rule about the whole architecture speaks
// of: those of the services that it names and finds.
func named(r *knowledge.Review, arch *architecture.Architecture) (out []string) {
	for _, key := range r.When.Reads {
		prefix, arg := rule.Split(key)
		for _, c := range arch.Components {
			if prefix == "present" && c.Service == arg && !slices.Contains(out, c.Origin) {
				out = append(out, c.Origin)
			}
		}
	}
	return out
}
