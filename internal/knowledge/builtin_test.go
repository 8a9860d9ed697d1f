package knowledge_test

import (
	"testing"

	"alarife/catalog"
	"alarife/internal/knowledge"
)

func TestLoad_BuiltInCatalogIsSound(t *testing.T) {
	if _, err := knowledge.Load(catalog.Files); err != nil {
		t.Fatal(err)
	}
}

func BenchmarkLoad(b *testing.B) {
	for range b.N {
		if _, err := knowledge.Load(catalog.Files); err != nil {
			b.Fatal(err)
		}
	}
}
