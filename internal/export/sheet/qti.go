package sheet

import (
	"crypto/sha256"
	"fmt"
	"strconv"

	"alarife/internal/export/sheet/archive"
	"alarife/internal/export/sheet/markup"
	"alarife/internal/lang"
)

// The names of QTI 2.1, the version that most systems read: TAO, OpenOlat,
// Canvas, Blackboard, Inspera, Chamilo. Version 2.2 adds nothing that the
// exercises need. See
// https://www.imsglobal.org/question/qtiv2p1/imsqti_infov2p1.html for the items
// and https://www.imsglobal.org/question/qtiv2p1/imsqti_mdudv2p1.html for
// package and metadata.
const (
	qtiNS   = "http://www.imsglobal.org/xsd/imsqti_v2p1"
	qtiXSD  = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd"
	cpNS    = "http://www.imsglobal.org/xsd/imscp_v1p1"
	cpXSD   = "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd"
	metaNS  = "http://www.imsglobal.org/xsd/imsqti_metadata_v2p1"
	metaXSD = "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_metadata_v2p1p1.xsd"
	lomNS   = "http://ltsc.ieee.org/xsd/LOM"
	lomXSD  = "http://www.imsglobal.org/xsd/imsmd_loose_v1p3p2.xsd"
	xsiNS   = "http://www.w3.org/2001/XMLSchema-instance"
)

// qti writes a content package: a manifest, a test that holds the exercises in
// their order, a file for each item, and the pictures.
func (w *writing) qti() error {
	var items []*qtiItem
	files := []archive.File{{Name: "imsmanifest.xml"}, {Name: "test.xml"}}
	for _, t := range w.tell() {
		png, err := w.picture(t.x)
		if err != nil {
			return err
		}
		item := w.qtiItem(t, png != nil)
		items = append(items, item)
		files = append(files, archive.File{Name: item.file, Data: item.document()})
		if png != nil {
			files = append(files, archive.File{Name: item.picture, Data: png})
		}
	}
	files[0].Data = w.qtiManifest(items).Document()
	files[1].Data = w.qtiTest(items).Document()
	packed, err := archive.Zip(files)
	w.out.Write(packed)
	return err
}

// qtiTest is the test: one part, one section, every item once.
func (w *writing) qtiTest(items []*qtiItem) *markup.Element {
	section := markup.New("assessmentSection", "identifier", "exercises", "title", lang.Clean(w.Title), "visible", "true")
	for _, i := range items {
		section.Add(markup.New("assessmentItemRef", "identifier", i.id, "href", i.file))
	}
	total := markup.New("setOutcomeValue", "identifier", "SCORE").Add(
		markup.New("sum").Add(markup.New("testVariables", "variableIdentifier", "SCORE")))
	return markup.New("assessmentTest", "xmlns", qtiNS, "xmlns:xsi", xsiNS, "xsi:schemaLocation", qtiNS+" "+qtiXSD,
		"identifier", packageID("test", items), "title", lang.Clean(w.Title), "toolName", "Alarife").Add(
		outcome("SCORE", "single", "float", "0"),
		markup.New("testPart", "identifier", "part", "navigationMode", "nonlinear", "submissionMode", "individual").Add(
			markup.New("itemSessionControl", "maxAttempts", "1", "showFeedback", "true"), section),
		markup.New("outcomeProcessing").Add(total))
}

// packageID names something of the package, otherwise in a package of other
// items.
func packageID(what string, items []*qtiItem) string {
	h := sha256.New()
	for _, i := range items {
		fmt.Fprintln(h, i.id)
	}
	return fmt.Sprintf("%s-%x", what, h.Sum(nil)[:6])
}

// qtiManifest lists all files with what is to be known of them.
func (w *writing) qtiManifest(items []*qtiItem) *markup.Element {
	test := markup.New("resource", "identifier", "resource-test", "type", "imsqti_test_xmlv2p1", "href", "test.xml").Add(
		markup.New("file", "href", "test.xml"))
	resources := markup.New("resources").Add(test)
	for _, i := range items {
		test.Add(markup.New("dependency", "identifierref", "resource-"+i.id))
		r := markup.New("resource", "identifier", "resource-"+i.id, "type", "imsqti_item_xmlv2p1", "href", i.file).Add(
			w.qtiMetadata(i), markup.New("file", "href", i.file))
		if i.picture != "" {
			r.Add(markup.New("file", "href", i.picture))
		}
		resources.Add(r)
	}
	return markup.New("manifest", "xmlns", cpNS, "xmlns:lom", lomNS, "xmlns:imsqti", metaNS, "xmlns:xsi", xsiNS,
		"xsi:schemaLocation", fmt.Sprintf("%s %s %s %s %s %s", cpNS, cpXSD, lomNS, lomXSD, metaNS, metaXSD), "identifier", packageID("manifest", items)).Add(
		markup.New("metadata").Add(
			markup.Text("schema", "QTIv2.1 Package"), markup.Text("schemaversion", "1.0.0"),
			markup.New("lom:lom").Add(w.lomGeneral(lang.Clean(w.Title)))),
		markup.New("organizations"), resources)
}

// lomGeneral is the general part of the metadata of learning objects.
func (w *writing) lomGeneral(title string, keywords ...string) *markup.Element {
	text := func(s string) *markup.Element { return markup.Text("lom:string", s, "language", string(w.Lang)) }
	e := markup.New("lom:general").Add(markup.New("lom:title").Add(text(title)), markup.Text("lom:language", string(w.Lang)))
	for _, k := range keywords {
		e.Add(markup.New("lom:keyword").Add(text(k)))
	}
	return e
}

// qtiMetadata tells what an item is about, how hard it is and how it works.
func (w *writing) qtiMetadata(i *qtiItem) *markup.Element {
	keywords := []string{w.Say("practice.kind." + string(i.t.q.Kind)), i.t.q.Topic, w.Say("era." + string(i.t.q.Era))}
	for _, g := range i.t.q.Guide {
		keywords = append(keywords, w.Say("handout.session", "session", strconv.Itoa(g)))
	}
	difficulty := [...]string{"very easy", "easy", "medium", "difficult"}[min(max(i.t.q.Level, 0), 3)]
	about := markup.New("lom:lom").Add(w.lomGeneral(i.t.q.Title, keywords...),
		markup.New("lom:educational").Add(markup.New("lom:difficulty").Add(
			markup.Text("lom:source", "LOMv1.0"), markup.Text("lom:value", difficulty))))
	works := markup.New("imsqti:qtiMetadata").Add(
		markup.Text("imsqti:timeDependent", "false"), markup.Text("imsqti:composite", strconv.FormatBool(len(i.responses) > 1)),
		markup.Text("imsqti:interactionType", i.interaction), markup.Text("imsqti:feedbackType", "nonadaptive"),
		markup.Text("imsqti:solutionAvailable", "true"), markup.Text("imsqti:toolName", "Alarife"))
	return markup.New("metadata").Add(about, works)
}
