package knowledge_test

import (
	"testing"
	"testing/fstest"

	"alarife/internal/knowledge"
	"alarife/internal/testkit"
)

const (
	typesHeader  = "type,generation,arch,processor,vcpu,memory_gib,accelerators,accelerator,accelerator_memory_gib,local_gb,local_kind,network_gbps,network_bursts,disk_mbps,as_of,source\n"
	offersHeader = "type,region,usd_hour,as_of,source,ri_1y_ratio,ri_3y_ratio,convertible_1y_ratio,spot_ratio,interruption,ratio_as_of\n"
)

func machines() fstest.MapFS {
	return testkit.Catalog(map[string]string{
		"instances/types.csv":  typesHeader + "z9.large,current,x86_64,Any,2,8,1,Card,16,75,ssd,10,yes,1000,2026-01,me\nz9.xlarge,previous,arm64,Any,4,16,0,,0,0,,25,no,1000,2026-01,me\n",
		"instances/prices.csv": offersHeader + "z9.large,north,0.5,2026-01,me,0.6,0.4,,0.3,<5%,2025-05\n",
	})
}

func TestMachines_AreReadWithTheirPrices(t *testing.T) {
	b, err := knowledge.Load(machines())
	if err != nil {
		t.Fatal(err)
	}
	m, ok := b.Machines.Find("z9.large")
	if !ok || m.VCPU != 2 || m.AcceleratorGiB != 16 || m.Figure("network_gbps") != 0 || m.Figure("local_gb") != 75 {
		t.Errorf("got %+v", m)
	}
	if m, _ := b.Machines.Find("z9.xlarge"); m.Figure("network_gbps") != 25 || m.Arch != "arm64" {
		t.Errorf("got %+v", m)
	}
	o, ok := b.Machines.Offer("z9.large", "north")
	if !ok || o.USDHour != 0.5 || o.Reserved1Ratio != 0.6 || o.ConvertedRatio != 0 || o.SpotRatio != 0.3 || o.RatioAsOf != "2025-05" {
		t.Errorf("got %+v", o)
	}
	testkit.Equal(t, []string{"z9.large"}, b.Machines.Offered("north"))
}

func TestMachines_ALayerReplacesARow(t *testing.T) {
	mine := fstest.MapFS{"instances/mine.csv": {Data: []byte(offersHeader + "z9.large,north,0.4,2026-10,me,,,,,,2026-10\n")}}
	b, err := knowledge.LoadLayers(knowledge.Layer{FS: machines()}, knowledge.Layer{Name: "mine", FS: mine})
	if err != nil {
		t.Fatal(err)
	}
	if o, _ := b.Machines.Offer("z9.large", "north"); o.USDHour != 0.4 || o.AsOf != "2026-10" {
		t.Errorf("got %+v", o)
	}
}

func TestMachines_APriceWithoutItsMachineIsRefused(t *testing.T) {
	fsys := machines()
	fsys["instances/more.csv"] = &fstest.MapFile{Data: []byte(offersHeader + "y1.large,north,0.4,2026-10,me,,,,,,2026-10\n")}
	if _, err := knowledge.Load(fsys); err == nil {
		t.Error("an unknown machine passed")
	}
}
