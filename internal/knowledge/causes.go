package knowledge

import (
	"strings"

	"alarife/internal/fault"
)

// causes drops the faults that may only follow from others, so that everything
// that is wrong is told in one go and nothing that is right is blamed. The
// first read faults were found in reading the files, the others in checking
// what they hold.
func (l *loader) causes(read int) fault.List {
	unsure, unpriced := false, false // what reads what, or what has a price, is not known
	broken := map[string]bool{}      // files
	for i, f := range l.faults {
		unsure = unsure || i < read || ofExpression(f.Key)
		if i >= read {
			continue
		}
		broken[f.Place.File] = true
		unpriced = unpriced || f.Key == "price.csv" || f.Key == "price.header"
		if strings.HasPrefix(f.Key, "price.") {
			l.broken[argument(f, "price")] = true
		}
	}
	delete(l.broken, "")
	out := append(fault.List{}, l.faults[:read]...)
	told := map[string]bool{} // the same in both languages of a text
	for _, f := range l.faults[read:] {
		same := f.Error()
		switch {
		case told[same],
			broken[f.Place.File] && !ofName(f.Key) && !ofExpression(f.Key),
			f.Key == "question.unread" && unsure,
			f.Key == "content.unknown-price" && unpriced,
			read > 0 && ofWhole(f),
			ofName(f.Key) && l.namesBroken(f):
		default:
			out, told[same] = append(out, f), true
		}
	}
	return out
}

// ofWhole reports whether a fault is of what many files make up together: the
// traits that exist, the blueprints.
func ofWhole(f *fault.Fault) bool {
	_, trait := traitCalls[argument(f, "function")]
	return trait || f.Key == "decision.options" && argument(f, "id") == BlueprintDecision
}

// ofName reports whether a fault is that something does not exist.
func ofName(key string) bool {
	return strings.Contains(key, ".unknown-") || key == "text.placeholder"
}

// ofExpression reports whether a fault is one of an expression, so that what
// it reads is not known.
func ofExpression(key string) bool {
	switch key {
	case "rule.syntax", "rule.type", "rule.result", "rule.operator", "rule.unsupported", "rule.too-long", "rule.unknown-name",
		"rule.unknown-limit", "rule.unknown-argument", "rule.unknown-function", "rule.unknown-choice":
		return true
	}
	return false
}

// namesBroken reports whether what a fault misses may stand in a file that
// could not be read.
func (l *loader) namesBroken(f *fault.Fault) bool {
	for i := 0; i+1 < len(f.Args); i += 2 {
		text, _ := f.Args[i+1].(string)
		first, _, _ := strings.Cut(text, ".")
		if f.Args[i] != "near" && f.Args[i] != "known" && (l.broken[text] || l.broken[first]) {
			return true
		}
	}
	return false
}

func argument(f *fault.Fault, name string) string {
	for i := 0; i+1 < len(f.Args); i += 2 {
		if f.Args[i] == name {
			text, _ := f.Args[i+1].(string)
			return text
		}
	}
	return ""
}
