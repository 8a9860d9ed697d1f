package knowledge_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
	"alarife/internal/testkit"
)

func overlay(t *testing.T, files map[string]string) (*knowledge.Base, error) {
	t.Helper()
	top := fstest.MapFS{}
	for name, text := range files {
		top[name] = &fstest.MapFile{Data: []byte(text)}
	}
	return knowledge.LoadLayers(knowledge.Layer{FS: testkit.Catalog(nil)}, knowledge.Layer{Name: "mine", FS: top})
}

func TestLoadLayers_AddsReplacesAndDisables(t *testing.T) {
	region := string(testkit.Catalog(nil)["regions/south.yaml"].Data)
	b, err := overlay(t, map[string]string{
		"regions/west.yaml":  strings.ReplaceAll(region, "south", "west"),
		"regions/south.yaml": strings.Replace(region, "en: South", "en: Far south", 1),
		"prices/update.csv":  "price,unit,region,usd,as_of,source\nfast.hour,hour,north,9,2026-05,mine\nfast.hour,hour,west,3,2026-05,mine\n",
		"disable.yaml":       "disable: [reviews/naked]\n",
	})
	if err != nil {
		t.Fatal(err)
	}
	if b.Region("west") == nil || b.Region("south").Title.EN != "Far south" || b.Review("naked") != nil || b.Review("closed") == nil {
		t.Error("the overlay was not laid over the catalog")
	}
	for region, want := range map[string]float64{"north": 9, "south": 2, "west": 3} {
		if p, _ := b.Prices.Find("fast.hour", region); p.USD != want {
			t.Errorf("fast.hour in %s: %v USD, want %v", region, p.USD, want)
		}
	}
}

func TestLoadLayers_ChecksTheWholeAndNamesTheLayer(t *testing.T) {
	for name, files := range map[string]map[string]string{
		"what others need":    {"disable.yaml": "disable: [services/fast]\n"},
		"what does not exist": {"disable.yaml": "disable: [services/none]\n"},
		"price twice":         {"prices/a.csv": "price,unit,region,usd,as_of,source\nx.y,h,north,1,2026-05,m\nx.y,h,north,2,2026-05,m\n"},
		"another unit":        {"prices/a.csv": "price,unit,region,usd,as_of,source\nfast.hour,day,north,1,2026-05,m\n"},
		"unsound file":        {"regions/x.yaml": "id: x\n"},
	} {
		_, err := overlay(t, files)
		var list fault.List
		if !errors.As(err, &list) {
			t.Errorf("%s: got %v, want faults", name, err)
			continue
		}
		if name != "what others need" && !strings.HasPrefix(list[0].Place.File, "mine") {
			t.Errorf("%s: the fault does not name the layer: %v", name, list[0])
		}
	}
}
