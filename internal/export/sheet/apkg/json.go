package apkg

import (
	"encoding/json"
	"strconv"
	"strings"
)

// object is a JSON object; its keys are written sorted.
type object = map[string]any

func inJSON(v any) (string, error) {
	var b strings.Builder
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	err := e.Encode(v)
	return strings.TrimSpace(b.String()), err
}

// conf is the settings of a collection that has just been made.
func (p *Package) conf() object {
	return object{
		"activeDecks": []int{defaultID}, "addToCur": true, "collapseTime": 1200, "curDeck": defaultID, "curModel": idOf(p.Type.Key),
		"dueCounts": true, "estTimes": true, "newBury": true, "newSpread": 0, "nextPos": len(p.Notes) + 1, "schedVer": 2,
		"sortBackwards": false, "sortType": "noteFld", "timeLim": 0,
	}
}

// models is the one type of the notes.
func (p *Package) models() object {
	var fields []object
	for i, name := range p.Type.Fields {
		fields = append(fields, object{"name": name, "ord": i, "sticky": false, "rtl": false, "font": "Arial", "size": 18, "media": []int{}})
	}
	id := idOf(p.Type.Key)
	return object{strconv.FormatInt(id, 10): object{
		"id": id, "name": p.Type.Name, "type": 0, "mod": p.Made.Unix(), "usn": unsynced, "sortf": 0, "did": defaultID,
		"flds": fields, "css": p.Type.CSS, "tags": []int{}, "vers": []int{},
		"tmpls": []object{{
			"name": p.Type.Name, "ord": 0, "qfmt": p.Type.Front, "afmt": p.Type.Back, "bqfmt": "", "bafmt": "", "did": nil, "bfont": "", "bsize": 0,
		}},
		"req":      []any{[]any{0, "any", []int{0}}}, // the first field is never empty
		"latexPre": "\\documentclass{article}\n\\begin{document}\n", "latexPost": "\\end{document}",
	}}
}

// deckID is the id of a deck: 1 for the one that every collection has.
func deckID(name string) int64 {
	if name == "" {
		return defaultID
	}
	return idOf("deck/" + name)
}

// decks are those of the notes, with those above them, and the default one.
func (p *Package) decks() object {
	all := object{}
	add := func(id int64, name string) {
		none := []int{0, 0}
		all[strconv.FormatInt(id, 10)] = object{
			"id": id, "name": name, "mod": p.Made.Unix(), "usn": unsynced, "desc": "", "dyn": 0, "collapsed": false, "browserCollapsed": false,
			"conf": defaultID, "extendNew": 0, "extendRev": 0, "newToday": none, "revToday": none, "lrnToday": none, "timeToday": none,
		}
	}
	add(defaultID, "Default")
	for _, n := range p.Notes {
		parts := strings.Split(n.Deck, "::")
		for i := range parts {
			if name := strings.Join(parts[:i+1], "::"); name != "" {
				add(deckID(name), name)
			}
		}
	}
	return all
}

// options are the study options that every collection has.
func (p *Package) options() object {
	return object{strconv.Itoa(defaultID): object{
		"id": defaultID, "name": "Default", "mod": 0, "usn": 0, "maxTaken": 60, "autoplay": true, "timer": 0, "replayq": true, "dyn": false,
		"new":   object{"bury": false, "delays": []int{1, 10}, "initialFactor": 2500, "ints": []int{1, 4, 0}, "order": 1, "perDay": 20},
		"rev":   object{"bury": false, "ease4": 1.3, "ivlFct": 1, "maxIvl": 36500, "perDay": 200, "hardFactor": 1.2},
		"lapse": object{"delays": []int{10}, "leechAction": 1, "leechFails": 8, "minInt": 1, "mult": 0},
	}}
}
