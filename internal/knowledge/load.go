package knowledge

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
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
func Load(fsys fs.FS) (*Base, error) {
	l := &loader{fsys: fsys, base: &Base{Prices: &PriceTable{prices: map[string]map[string]Price{}}}}
	l.readAll()
	if len(l.faults) > 0 {
		return nil, l.faults.Err()
	}
	l.base.build()
	l.check()
	if len(l.faults) > 0 {
		return nil, l.faults.Err()
	}
	return l.base, nil
}

type loader struct {
	fsys   fs.FS
	base   *Base
	faults fault.List
	digest []string // "path\x00hash" of every file
}

func (l *loader) fail(at fault.Place, key string, args ...any) {
	l.faults = append(l.faults, fault.New(at, key, args...))
}

// folders of a catalog and what reads each.
func (l *loader) readAll() {
	entries, err := fs.ReadDir(l.fsys, ".")
	if err != nil {
		l.faults = append(l.faults, fault.New(fault.Place{File: "."}, "file.unreadable", "reason", err.Error()).Because(err))
		return
	}
	b := l.base
	readers := map[string]func(string){
		"sections":   func(d string) { b.Sections = folder(l, d, func(s *Section) string { return s.ID }, kebab) },
		"questions":  func(d string) { b.Questions = folder(l, d, func(q *Question) string { return q.ID }, snake) },
		"facts":      func(d string) { b.Derived = folder(l, d, func(f *Derived) string { return f.ID }, snake) },
		"services":   func(d string) { b.Services = folder(l, d, func(s *Service) string { return s.ID }, kebab) },
		"decisions":  func(d string) { b.Decisions = folder(l, d, func(x *Decision) string { return x.ID }, kebab) },
		"blueprints": func(d string) { b.Blueprints = folder(l, d, func(x *Blueprint) string { return x.ID }, kebab) },
		"reviews":    func(d string) { b.Reviews = folder(l, d, func(r *Review) string { return r.ID }, kebab) },
		"scenarios":  func(d string) { b.Scenarios = folder(l, d, func(s *Scenario) string { return s.ID }, kebab) },
		"regions":    func(d string) { b.Regions = folder(l, d, func(r *Region) string { return r.ID }, kebab) },
		"prices":     l.prices,
	}
	for _, e := range entries {
		read, known := readers[e.Name()]
		switch {
		case e.IsDir() && known:
			read(e.Name())
		case e.Name() == "guide.yaml":
			l.guide()
		case strings.HasSuffix(e.Name(), ".go") || strings.EqualFold(e.Name(), "README.md") || strings.HasPrefix(e.Name(), "."):
		default:
			l.fail(fault.Place{File: e.Name()}, "catalog.stray", "name", e.Name(), "known", strings.Join(sortedKeys(readers), ", "))
		}
	}
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

// files lists the files of a folder with the extension, sorted; others are
// faults.
func (l *loader) files(dir, extension string) []string {
	entries, err := fs.ReadDir(l.fsys, dir)
	if err != nil {
		l.fail(fault.Place{File: dir}, "file.unreadable", "reason", err.Error())
		return nil
	}
	var names []string
	for _, e := range entries {
		name := path.Join(dir, e.Name())
		switch {
		case strings.HasPrefix(e.Name(), "."):
		case e.IsDir() || path.Ext(name) != extension:
			l.fail(fault.Place{File: name}, "catalog.stray-file", "extension", extension)
		default:
			names = append(names, name)
		}
	}
	sort.Strings(names) // file systems may list in any order
	return names
}

// parsed is what came of one file.
type parsed struct {
	faults fault.List
	digest string // "path\x00hash"
}

// parse reads one YAML file into a value.
func (l *loader) parse(file string, into any) parsed {
	unreadable := func(err error) parsed {
		return parsed{faults: fault.List{fault.New(fault.Place{File: file}, "file.unreadable", "reason", err.Error()).Because(err)}}
	}
	data, err := readBounded(l.fsys, file)
	if err != nil {
		return unreadable(err)
	}
	sum := sha256.Sum256(data)
	out := parsed{digest: file + "\x00" + string(sum[:])}
	d, err := source.Parse(file, data)
	if err == nil {
		err = d.Decode(into)
	}
	if err := out.faults.Add(err); err != nil {
		return unreadable(err)
	}
	return out
}

// take keeps what came of a file; ok is false where it has faults.
func (l *loader) take(p parsed) (ok bool) {
	l.digest = append(l.digest, p.digest)
	l.faults = append(l.faults, p.faults...)
	return len(p.faults) == 0
}

var errTooLarge = errors.New("file too large")

func readBounded(fsys fs.FS, file string) ([]byte, error) {
	info, err := fs.Stat(fsys, file)
	if err != nil {
		return nil, err
	}
	if info.Size() > source.MaxBytes {
		return nil, errTooLarge
	}
	return fs.ReadFile(fsys, file)
}

// folder reads every file of a folder into a T, several at once.
func folder[T any](l *loader, dir string, id func(*T) string, form *regexp.Regexp) []*T {
	files := l.files(dir, ".yaml")
	items, results := make([]T, len(files)), make([]parsed, len(files))
	inParallel(len(files), func(i int) { results[i] = l.parse(files[i], &items[i]) })
	var all []*T
	for i, file := range files {
		if !l.take(results[i]) {
			continue
		}
		name := strings.TrimSuffix(path.Base(file), ".yaml")
		if id(&items[i]) != name || !form.MatchString(name) {
			l.fail(fault.Place{File: file}, "catalog.id", "id", id(&items[i]), "file", name)
			continue
		}
		all = append(all, &items[i])
	}
	return all
}

// inParallel runs do for 0 … n−1 on all processors.
func inParallel(n int, do func(int)) {
	var next atomic.Int64
	var wait sync.WaitGroup
	for range min(n, runtime.GOMAXPROCS(0)) {
		wait.Go(func() {
			for i := int(next.Add(1)) - 1; i < n; i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	wait.Wait()
}

func (l *loader) prices(dir string) {
	for _, file := range l.files(dir, ".csv") {
		data, err := readBounded(l.fsys, file)
		if err != nil {
			l.fail(fault.Place{File: file}, "file.unreadable", "reason", err.Error())
			continue
		}
		sum := sha256.Sum256(data)
		l.digest = append(l.digest, file+"\x00"+string(sum[:]))
		if err := l.faults.Add(l.base.Prices.readPrices(l.fsys, file)); err != nil {
			l.fail(fault.Place{File: file}, "file.unreadable", "reason", err.Error())
		}
	}
}

func (l *loader) guide() { l.take(l.parse("guide.yaml", &l.base.Guide)) }

// build sorts what has an order and gives the
// blueprint decision its options.
func (b *Base) build() {
	sort.SliceStable(b.Sections, func(i, j int) bool { return b.Sections[i].Order < b.Sections[j].Order })
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
