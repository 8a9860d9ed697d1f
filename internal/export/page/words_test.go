package page

import (
	"testing"

	"alarife/assets"
	"alarife/internal/export/report"
	"alarife/internal/knowledge"
	"alarife/internal/lang"
	"alarife/internal/testkit"
)

func TestCondition_IsPutIntoWords(t *testing.T) {
	base, err := knowledge.Load(testkit.Catalog(nil))
	if err != nil {
		t.Fatal(err)
	}
	m, err := lang.LoadMessages(assets.Translations())
	if err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ text, en, es string }{
		{"", "always", "siempre"},
		{"true", "always", "siempre"},
		{"steady", "Steady: yes", "Constante: sí"},
		{"not steady", "Steady: no", "Constante: no"},
		{"latency_ms <= 200", "Latency ≤ 200\u00a0ms", "Latencia ≤ 200\u00a0ms"},
		{"steady and (hours > 10 or latency_ms < 5)", "Steady: yes and (Hours > 10\u00a0h or Latency < 5\u00a0ms)", "Constante: sí y (Horas > 10\u00a0h o Latencia < 5\u00a0ms)"},
		{"not (steady and hours > 10)", "not (Steady: yes and Hours > 10\u00a0h)", "no (Constante: sí y Horas > 10\u00a0h)"},
		{`"hipaa" in compliance`, "Compliance includes HIPAA", "Cumplimiento incluye HIPAA"},
		{`not ("hipaa" in compliance)`, "Compliance does not include HIPAA", "Cumplimiento no incluye HIPAA"},
		{`region in ["north", "south"]`, "Region: “North” or “South”", "Región: «Norte» o «Sur»"},
		{`chosen("serve") != "now"`, "Serving: other than “At once”", "Servicio: distinto de «Al momento»"},
		{`era == "guide"`, "Knowledge: study guide", "Conocimiento: guía de estudio"},
		{"payload_mb > limit.payload_mb", "Payload > request (25\u00a0MB; study guide: 6\u00a0MB)", ""},
		{`payload_mb > service("fast").limit.payload_mb`, "Payload > request (25\u00a0MB; study guide: 6\u00a0MB)", ""},
		{"(hours + 1) * 2 - (hours - 3) / 4 > 0", "(Hours + 1) × 2 − (Hours − 3) ÷ 4 > 0", ""},
		{"hours * (latency_ms / 2) == max(1, hours)", "Hours × (Latency ÷ 2) = the greatest of (1; Hours)", ""},
		{"steady ? hours > 1 : hours > 2", "steady ? hours > 1 : hours > 2", "steady ? hours > 1 : hours > 2"},
		{"hours + (steady ? 1 : 2) > 0", "Hours + (1 where Steady: yes, otherwise 2) > 0", "Horas + (1 donde Constante: sí; si no, 2) > 0"},
		{"nonsense > 1", "nonsense > 1", "nonsense > 1"},
	} {
		for l, want := range map[lang.Lang]string{lang.English: tt.en, lang.Spanish: tt.es} {
			w := &writer{Report: report.New(), Book: New(base, m, l)}
			if got := w.Plain(w.condition(tt.text, "fast")); got != want && want != "" {
				t.Errorf("%s %q: got %q, want %q", l, tt.text, got, want)
			}
		}
	}
}
