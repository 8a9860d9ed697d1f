package dialogue

import "alarife/internal/lang"

// command is what a person may type beside an answer.
type command int

const (
	none command = iota
	help
	skip
	flag
	back
	next
	stop
	handIn
)

// words of the commands: a letter, and what may be typed instead in either
// language, folded. A letter behind a full stop is a command even where an
// option bears that letter.
var words = map[string]command{
	"?": help, "help": help, "ayuda": help,
	"s": skip, "skip": skip, "saltar": skip,
	"f": flag, "flag": flag, "marcar": flag,
	"b": back, "back": back, "volver": back, "atras": back,
	"n": next, "next": next, "seguir": next, "siguiente": next,
	"q": stop, "quit": stop, "stop": stop, "salir": stop, "parar": stop,
	"h": handIn, "hand in": handIn, "entregar": handIn,
}

// commandOf reads a command. Where the letter itself may be an answer it is no
// command without the full stop before it.
func commandOf(text string, answers func(letter string) bool) command {
	text = lang.Fold(text)
	if len(text) > 1 && text[0] == '.' {
		return words[text[1:]]
	}
	if len(text) == 1 && answers(text) {
		return none
	}
	return words[text]
}
