package sheet

import (
	"alarife/internal/architecture"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/practice"
)

// invented is a sheet with one exercise of every kind, which no change of the
// catalog touches.
func invented(l lang.Lang) *Sheet {
	b, _ := bundled()
	s := &Sheet{Title: "Bridges", Lang: l, Base: b.Advisor.Base(), Texts: b.Texts, Scene: Scenes(b.Texts, l)}
	if l == lang.Spanish {
		s.Title = "Puentes"
	}
	add := func(kind knowledge.ItemKind, title lang.Text, fill func(x *practice.Exercise)) {
		x := &practice.Exercise{
			ID: "bridge-" + string(kind), Kind: kind, Guide: []int{1}, Level: 2, Topic: "bridges", Era: knowledge.Guide, Proven: true,
			Title: title, Ask: both("What holds?", "¿Qué aguanta?"), Notes: map[string]practice.Note{}, Sources: []string{"https://example.org/bridges"},
		}
		fill(x)
		s.Exercises = append(s.Exercises, x)
	}
	add(knowledge.ChoiceItem, both("Over the brook", "Sobre el arroyo"), func(x *practice.Exercise) {
		x.Story = both("Sheep cross a brook.\nNo carts come.", "Unas ovejas cruzan un arroyo.\nNo pasan carros.")
		x.Options = parts("plank", "arch")
		x.Key.Marked = []string{"plank"}
		x.Notes["plank"] = practice.Note{Right: true, Why: []lang.Text{both("Cheap and enough.", "Barato y suficiente.")}}
		x.Notes["arch"] = practice.Note{
			Why: []lang.Text{both("Too much stone", "Demasiada piedra"), both("Too slow.", "Demasiado lento.")}, Would: both("Right if carts came.", "Valdría si pasaran carros."),
		}
		x.Because = []lang.Text{both("Sheep are light.", "Las ovejas pesan poco.")}
		x.Proven = false
	})
	add(knowledge.FaultItem, both("A cracked pier", "Un pilar agrietado"), func(x *practice.Exercise) {
		x.Options = parts("pier", "deck")
		x.Key.Marked = []string{"pier"}
		x.Notes["pier"] = practice.Note{Right: true, Why: []lang.Text{both("It cracks.", "Se agrieta.")}}
		x.Architecture = &architecture.Architecture{
			Title:      both("Bridge", "Puente"),
			Boundaries: []*architecture.Boundary{{ID: "bank", Kind: architecture.KindOnPremises, Label: both("Bank", "Orilla")}},
			Components: []*architecture.Component{
				{ID: "pier", Origin: "pier", Actor: "server", Name: both("Pier", "Pilar"), Short: both("Pier", "Pilar"), Role: both("carries", "sostiene"), Boundary: "bank", Category: "general"},
				{ID: "deck", Origin: "deck", Actor: "server", Name: both("Deck", "Tablero"), Short: both("Deck", "Tablero"), Category: "general"},
			},
			Flows: []*architecture.Flow{{ID: "deck>pier", From: "deck", To: "pier", Text: both("weight", "peso"), Step: 1}},
		}
	})
	add(knowledge.BuildItem, both("Build one", "Construya uno"), func(x *practice.Exercise) {
		x.Decisions = []practice.Taking{{Choice: practice.Choice{ID: "stuff", Text: both("Of what?", "¿De qué?")}, Options: parts("stone", "wood")}}
		x.Key.Choose = map[string]string{"stuff": "stone"}
		x.Notes["stuff"] = practice.Note{Right: true, Why: []lang.Text{both("Stone lasts.", "La piedra dura.")}}
	})
	add(knowledge.EstimateItem, both("What it costs", "Lo que cuesta"), func(x *practice.Exercise) {
		x.Unit, x.Key.Number, x.Key.Tolerance = both("stones", "piedras"), 1234.5, 5
		x.Because = []lang.Text{both("1,234.5 stones", "1.234,5 piedras")}
	})
	add(knowledge.ExplainItem, both("Why arches", "Por qué arcos"), func(x *practice.Exercise) {
		x.Model = both("An arch presses.", "Un arco comprime.")
		x.Checklist = parts("pressure", "keystone")
	})
	add(knowledge.MatchItem, both("Which for what", "Cuál para qué"), func(x *practice.Exercise) {
		x.Left, x.Right = parts("brook", "river"), parts("arch", "plank")
		x.Key.Choose = map[string]string{"brook": "plank", "river": "arch"}
		x.Notes["brook"] = practice.Note{Right: true, Why: []lang.Text{both("brook: plank", "brook: plank"), both("It is narrow.", "Es estrecho.")}}
	})
	add(knowledge.OrderItem, both("From the ground", "Desde el suelo"), func(x *practice.Exercise) {
		x.Options = parts("deck", "pier", "rail")
		x.Key.Order = []string{"pier", "deck", "rail"}
	})
	return s
}

func both(en, es string) lang.Text { return lang.Text{EN: en, ES: es} }

// parts are choices whose texts are their ids.
func parts(ids ...string) (out []practice.Choice) {
	for _, id := range ids {
		out = append(out, practice.Choice{ID: id, Text: both(id, id)})
	}
	return out
}
