package page_test

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"alarife/internal/export"
	"alarife/internal/export/page"
	"alarife/internal/fault"
	"alarife/internal/lang"
)

func TestPage_OfWhatPlansAreMadeFrom(t *testing.T) {
	for r, want := range map[page.Ref][]string{
		{Kind: page.Plans, ID: "machines"}:       {"compute-family", "m7i", "vCPU", "Serving instances"},
		{Kind: page.Plans, ID: "network"}:        {"10.0.0.0/16", "10.0.192.0/22", "Network ACLs", "1024-65535"},
		{Kind: page.Instances, ID: "g5.2xlarge"}: {"compute-family/gpu-g", "NVIDIA A10G", "24\u00a0GiB", "eu-west-1", "As of"},
		{Kind: page.Instances, ID: "m7g.large"}:  {"arm64", "compute-family/general-m"},
	} {
		for _, l := range lang.All() {
			b := real(t, l)
			out := string(asText(t, b.Page(r)))
			for _, text := range want {
				if l == lang.English && !strings.Contains(out, text) {
					t.Errorf("%s: %q is missing in\n%s", r.ID, text, out)
				}
			}
			if strings.Contains(out, "page.") || strings.Contains(out, "report.") {
				t.Errorf("%s, %s: a text is missing in\n%s", r.ID, l, out)
			}
			data := written(t, func(w *bytes.Buffer) error { return export.WriteJSON(w, b.Data([]page.Ref{r}), "  ") })
			if !json.Valid(data) || len(data) < 400 {
				t.Errorf("%s: got %s", r.ID, data)
			}
		}
	}
}

func TestFind_FindsMachinesAndPlans(t *testing.T) {
	b := real(t, lang.English)
	for id, kind := range map[string]page.Kind{"c7g.xlarge": page.Instances, "machines": page.Plans, "network": page.Plans} {
		refs, err := b.Find(id, fault.Place{})
		if err != nil || refs[len(refs)-1].Kind != kind {
			t.Errorf("%s: got %v, %v", id, refs, err)
		}
	}
	if hits := b.Search("g5 2xlarge"); len(hits) == 0 || hits[0].ID != "g5.2xlarge" {
		t.Errorf("got %v", hits)
	}
	if n := len(b.Things(page.Instances)); n < 500 {
		t.Errorf("only %d types of machine", n)
	}
}
