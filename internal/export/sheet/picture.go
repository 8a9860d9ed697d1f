package sheet

import (
	"bytes"

	"alarife/internal/diagram"
	"alarife/internal/lang"
	"alarife/internal/paint"
	"alarife/internal/practice"
	"alarife/internal/run"
)

// pictureDPI is the resolution of a picture that cannot stay a drawing, in dots
// per inch.
const pictureDPI = 150

// Scenes returns what lays out the pictures of exercises in a language: the
// architecture with its title and legend, without a word on what is at fault.
func Scenes(texts *lang.Messages, l lang.Lang) func(*practice.Exercise) (*diagram.Scene, error) {
	return func(x *practice.Exercise) (*diagram.Scene, error) {
		return diagram.Layout(x.Architecture, diagram.Options{
			Lang: l, Title: lang.Clean(x.Title.In(l)),
			Texts: run.Captions(func(key string, args ...any) string { return texts.Say(l, key, args...) }),
		}, nil)
	}
}

// scene is the picture of an exercise, nil for none.
func (w *writing) scene(x *practice.Exercise) (*diagram.Scene, error) {
	if x.Architecture == nil || w.Scene == nil {
		return nil, nil
	}
	return w.Scene(x)
}

// picture is the picture of an exercise as a PNG, nil for none.
func (w *writing) picture(x *practice.Exercise) ([]byte, error) {
	s, err := w.scene(x)
	if s == nil || err != nil {
		return nil, err
	}
	if w.painter == nil {
		w.painter = paint.New()
	}
	var out bytes.Buffer
	err = w.painter.PNG(&out, s, paint.Light(), pictureDPI)
	return out.Bytes(), err
}
