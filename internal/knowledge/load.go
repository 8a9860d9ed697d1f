package knowledge

import (
	"crypto/sha256"
	"encoding/hex"
	"io/fs"
	"path"
	"regexp"
	"runtime"
	"sort"
	"strings"
	"sync"
	"sync/atomic"

	"alarife/internal/fault"
	"alarife/internal/source"
)

// Load reads a catalog and checks it. All faults are reported together, as a
// fault.List sorted by place.
func Load(fsys fs.FS) (*Base, error) { return LoadLayers(Layer{FS: fsys}) }

// LoadLayers reads a catalog in layers, each laid over those before it, and
// checks the whole.
func LoadLayers(layers ...Layer) (*Base, error) { return CheckLayers(nil, layers...) }

// CheckLayers does the same with a further check of one's own, which may find
// things unsound: it is run whatever the other checks found, and must not keep
// the base. nil is no further check.
func CheckLayers(further func(*Base) fault.List, layers ...Layer) (*Base, error) {
	l := &loader{
		layers: layers, found: map[string][]piece{}, single: map[string]piece{}, broken: map[string]bool{},
		base: &Base{Prices: &PriceTable{prices: map[string]map[string]Price{}}, Machines: newMachineTable()},
	}
	l.survey()
	l.readAll()
	read := len(l.faults)
	l.base.build()
	l.check()
	if further != nil {
		l.faults = append(l.faults, further(l.base)...)
	}
	if l.faults = l.causes(read); len(l.faults) > 0 {
		return nil, l.faults.Err()
	}
	return l.base, nil
}

type loader struct {
	layers []Layer
	found  map[string][]piece // by folder
	single map[string]piece   // files of the top folder by name
	base   *Base
	faults fault.List
	broken map[string]bool // ids of what could not be read as it is meant
	digest []string        // "path\x00hash" of every file
	parts  *parts          // what joins can name, once it was asked for
}

func (l *loader) fail(at fault.Place, key string, args ...any) {
	l.faults = append(l.faults, fault.New(at, key, args...))
}

func (l *loader) readAll() {
	b, r := l.base, &reading{}
	things(l, r, "decisions", &b.Decisions, func(d *Decision) string { return d.ID }, kebab) // the longest first
	l.tables(r, "prices", b.Prices.read)
	l.tables(r, "instances", b.Machines.read)
	things(l, r, "sections", &b.Sections, func(s *Section) string { return s.ID }, kebab)
	things(l, r, "questions", &b.Questions, func(q *Question) string { return q.ID }, snake)
	things(l, r, "facts", &b.Derived, func(f *Derived) string { return f.ID }, snake)
	things(l, r, "services", &b.Services, func(s *Service) string { return s.ID }, kebab)
	things(l, r, "blueprints", &b.Blueprints, func(x *Blueprint) string { return x.ID }, kebab)
	things(l, r, "reviews", &b.Reviews, func(r *Review) string { return r.ID }, kebab)
	things(l, r, "scenarios", &b.Scenarios, func(s *Scenario) string { return s.ID }, kebab)
	things(l, r, "regions", &b.Regions, func(r *Region) string { return r.ID }, kebab)
	things(l, r, "comparisons", &b.Comparisons, func(x *Comparison) string { return x.ID }, kebab)
	things(l, r, "responsibilities", &b.Responsibilities, func(r *Responsibility) string { return r.ID }, kebab)
	things(l, r, "tags", &b.Tags, func(t *Tag) string { return t.ID }, kebab)
	things(l, r, "items", &b.Items, func(i *Item) string { return i.ID }, kebab)
	things(l, r, "stories", &b.Stories, func(s *Story) string { return s.ID }, kebab)
	things(l, r, "phrases", &b.Phrases, func(p *Phrase) string { return p.ID }, snake)
	r.run()
	if p, ok := l.single["guide.yaml"]; ok {
		l.take(l.parse(p, &b.Guide))
	}
	b.Sizing, b.Layout = optional[Sizing](l, "machines.yaml"), optional[Layout](l, "network.yaml")
	l.seal()
}

// seal computes the digest over all files in the order of their paths.
func (l *loader) seal() {
	sort.Strings(l.digest)
	sum := sha256.Sum256([]byte(strings.Join(l.digest, "\n")))
	l.base.Digest = "sha256:" + hex.EncodeToString(sum[:])
}

var (
	kebab = regexp.MustCompile(`^[a-z][a-z0-9]*(-[a-z0-9]+)*$`)
	snake = regexp.MustCompile(`^[a-z][a-z0-9]*(_[a-z0-9]+)*$`)
)

// WellFormed reports whether an id has the form of those of a folder:
// snake_case in questions and facts, kebab-case elsewhere.
func WellFormed(folder, id string) bool {
	if folder == "questions" || folder == "facts" || folder == "phrases" {
		return snake.MatchString(id)
	}
	return kebab.MatchString(id)
}

// parsed is what came of one file.
type parsed struct {
	faults  fault.List
	digest  string // "path\x00hash"
	decoded bool   // the value holds what could be read, with faults or without
}

// parse reads one YAML file into a value.
func (l *loader) parse(p piece, into any) parsed {
	data, digest, err := l.read(p)
	out := parsed{digest: digest}
	if err == nil {
		var d *source.Document
		if d, err = source.Parse(l.place(p).File, data); err == nil {
			err, out.decoded = d.Decode(into), true
		}
	}
	if err := out.faults.Add(err); err != nil {
		out.faults = fault.List{l.unreadable(p, err)}
	}
	return out
}

// take keeps what came of a file; ok is false where it has faults.
func (l *loader) take(p parsed) (ok bool) {
	l.digest = append(l.digest, p.digest)
	l.faults = append(l.faults, p.faults...)
	return len(p.faults) == 0
}

// things reads every file of a folder into a T. What has faults stays as far
// as it could be read, for the checks of the others.
func things[T any](l *loader, r *reading, dir string, into *[]*T, id func(*T) string, form *regexp.Regexp) {
	files := l.found[dir]
	items, results := make([]T, len(files)), make([]parsed, len(files))
	for i := range files {
		r.work = append(r.work, func() { results[i] = l.parse(files[i], &items[i]) })
	}
	r.then = append(r.then, func() { *into = sound(l, files, items, results, id, form) })
}

// sound returns what could be read and is named after its file.
func sound[T any](l *loader, files []piece, items []T, results []parsed, id func(*T) string, form *regexp.Regexp) []*T {
	var all []*T
	for i, file := range files {
		name := strings.TrimSuffix(path.Base(file.path), ".yaml")
		if !l.take(results[i]) {
			l.broken[name] = true
		}
		if !results[i].decoded {
			continue
		}
		if id(&items[i]) != name || !form.MatchString(name) {
			if !l.broken[name] {
				l.fail(l.place(file), "catalog.id", "id", id(&items[i]), "file", name)
			}
			l.broken[name], l.broken[id(&items[i])] = true, true
			continue
		}
		all = append(all, &items[i])
	}
	return all
}

// reading is work that is shared among processors, and what is done with its
// outcome afterwards, in order.
type reading struct{ work, then []func() }

func (r *reading) run() {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(len(r.work), runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < len(r.work); i = int(next.Add(1)) - 1 {
				r.work[i]()
			}
		})
	}
	wait.Wait()
	for _, then := range r.then {
		then()
	}
}

// tables reads the CSV files of a folder, one after the other, for they fill
// one table.
func (l *loader) tables(r *reading, dir string, read func(file string, layer int, data []byte) fault.List) {
	files := l.found[dir]
	results := make([]parsed, len(files))
	r.work = append(r.work, func() {
		for i, p := range files {
			results[i] = l.table(p, read)
		}
	})
	r.then = append(r.then, func() {
		for _, p := range results {
			l.take(p)
		}
	})
}

func (l *loader) table(p piece, read func(file string, layer int, data []byte) fault.List) parsed {
	data, digest, err := l.read(p)
	if err != nil {
		return parsed{digest: digest, faults: fault.List{l.unreadable(p, err)}}
	}
	return parsed{digest: digest, faults: read(l.place(p).File, p.layer, data)}
}

// build sorts what has an order and gives the
// blueprint decision its options.
func (b *Base) build() {
	sort.SliceStable(b.Sections, func(i, j int) bool { return b.Sections[i].Order < b.Sections[j].Order })
	sort.SliceStable(b.Responsibilities, func(i, j int) bool { return b.Responsibilities[i].Order < b.Responsibilities[j].Order })
	sort.SliceStable(b.Tags, func(i, j int) bool { return b.Tags[i].Order < b.Tags[j].Order })
	rank := map[string]int{}
	for i, s := range b.Sections {
		rank[s.ID] = i
	}
	sort.SliceStable(b.Questions, func(i, j int) bool {
		p, q := b.Questions[i], b.Questions[j]
		if p.Section != q.Section {
			return rank[p.Section] < rank[q.Section]
		}
		return p.Order < q.Order
	})
	b.index = newIndex(b)
	d := b.Decision(BlueprintDecision)
	if d == nil {
		return // told by the checks
	}
	for _, bp := range b.Blueprints {
		d.Options = append(d.Options, &Option{
			ID: bp.ID, Title: bp.Title, Summary: bp.Summary,
			RulesOut: bp.RulesOut, Evidence: bp.Evidence, Place: bp.Place,
		})
	}
}
