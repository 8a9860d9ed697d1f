package advisor_test

import (
	"testing"

	"alarife/internal/fault"
	"alarife/internal/knowledge"
)

// absent are the quantities of services that the Region lacks and that a
// blueprint or an option names all the same: a finding says so, no price does.
var absent = map[string]bool{
	"translate.million-characters in eu-south-2":            true, // fixed in translation-multi-region
	"transcribe.batch-minute in eu-south-2":                 true, // fixed in call-analytics
	"textract.page-1000 in ap-northeast-1":                  true, // fixed in document-processing
	"connect.voice-minute in eu-west-1":                     true, // fixed in call-analytics
	"connect.voice-minute in eu-west-3":                     true, // the same
	"connect.voice-minute in eu-south-2":                    true, // the same
	"comprehend.unit-million in eu-west-3":                  true, // fixed in call-analytics and document-processing
	"comprehend.unit-million in eu-south-2":                 true, // the same
	"bedrock-data-automation.page-1000 in eu-south-2":       true, // fixed in document-processing, absent as far as known
	"bedrock-data-automation.page-1000 in eu-west-3":        true, // the same
	"iot-greengrass.device-month in eu-west-3":              true, // fixed in predictive-maintenance
	"rekognition.custom-labels.unit-hour in eu-south-2":     true, // absent as far as known, not confirmed
	"rekognition.custom-labels.unit-hour in eu-west-3":      true, // the same
	"transcribe.medical-minute in eu-central-1":             true, // the medical model is not there, though its service is
	"transcribe.medical-minute in eu-west-3":                true,
	"transcribe.medical-minute in ap-northeast-1":           true,
	"translate.custom.million-characters in eu-central-1":   true, // the price list has it in three Regions alone
	"translate.custom.million-characters in eu-west-3":      true,
	"translate.custom.million-characters in ap-northeast-1": true,
	"translate.custom.million-characters in ap-southeast-2": true,
	"sagemaker.hosting.ml-inf2-xlarge in eu-south-2":        true, // no machine of the kind is listed there
}

func TestPrices_NoneIsMissingWhateverTheRegion(t *testing.T) {
	a, _ := builtIn(t, "fraud-detection")
	missing := map[string]string{}
	for _, s := range a.Base().Scenarios {
		c := caseOf(t, a.Base(), s.ID)
		for _, r := range a.Base().Regions {
			v, err := a.Base().ParseAnswer("region", r.ID, fault.Place{})
			if err != nil {
				t.Fatal(err)
			}
			c.Workload = c.Workload.With("region", v)
			for _, c.Era = range []knowledge.Era{knowledge.Guide, knowledge.Today} {
				in := a.Begin(c)
				for _, l := range in.Lines() {
					if !l.Found && l.Quantity != 0 {
						missing[l.CostLine.Price+" in "+r.ID] = s.ID
					}
				}
				for _, what := range in.Unpriced() {
					missing[what] = s.ID
				}
			}
		}
	}
	for what, scenario := range missing {
		if absent[what] {
			continue
		}
		t.Errorf("%s has no price: %s needs it", what, scenario)
	}
}
