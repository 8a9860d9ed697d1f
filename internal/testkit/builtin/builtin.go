// Package builtin is what the programs come with, loaded once for all tests of
// a package: no test may change it.
package builtin

import (
	"sync"

	"alarife/assets"
	"alarife/catalog"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
)

// Base is the built-in catalog.
var Base = sync.OnceValue(func() *knowledge.Base { return must(knowledge.Load(catalog.Files)) })

// Texts are the texts in all languages.
var Texts = sync.OnceValue(func() *lang.Messages { return must(lang.LoadMessages(assets.Translations())) })

// must panics where what is built in has a fault: no test can run without it.
func must[T any](loaded T, err error) T {
	if err != nil {
		panic(err)
	}
	return loaded
}
