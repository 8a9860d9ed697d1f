# Alarife's one front door: 'make' lists what there is.
#
#   CASE=FILE      the case or design that 'make run' opens
#   PKG=./dir/...  the packages that test, race, golden and bench look at
#   FUZZTIME=1m    how long 'make fuzz' runs each target

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.NOTPARALLEL:

CASE     ?= catalog/scenarios/fraud-detection.yaml
PKG      ?= ./...
FUZZTIME ?= 1m
GO       ?= go

GOFUMPT     := mvdan.cc/gofumpt@v0.12.0
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.8.2
FYNE        := fyne.io/tools/cmd/fyne@v1.7.4

# The version: the nearest tag, otherwise the one of FyneApp.toml and the commit.
RELEASE := $(shell sed -n 's/^ *Version = "\(.*\)"/\1/p' FyneApp.toml)
COMMIT  := $(shell git rev-parse --short HEAD 2>/dev/null)
VERSION ?= $(or $(shell git describe --tags --match 'v[0-9]*' --dirty 2>/dev/null | sed 's/^v//'),$(RELEASE)$(addprefix +,$(COMMIT)))

EXE     := $(shell $(GO) env GOEXE 2>/dev/null)
LDFLAGS := -X alarife/internal/version.number=$(VERSION)
BUILD   := $(GO) build -trimpath -buildvcs=false
# The window: Fyne's own scheduling of the main goroutine, and no font of
# coloured signs, which it would read anew for every style of type (17 MB).
WINDOW  := migrated_fynedo,no_emoji
TESTENV := env -u LC_ALL -u LANGUAGE LANG=en_US.UTF-8
NAME    := $(basename $(notdir $(CASE)))

# A display: X11 or Wayland says so; macOS and Windows always have one.
SCREEN := $(strip $(DISPLAY) $(WAYLAND_DISPLAY) $(filter Darwin MINGW% MSYS% CYGWIN%,$(shell uname -s)))

.PHONY: help
help: ## list the targets
	@echo 'Alarife $(VERSION)'
	@sed -n 's/^\([a-z-]*\):.*## /  \1|/p' Makefile | awk -F'|' '{printf "%-12s %s\n", $$1, $$2}'

.PHONY: toolchain
toolchain:
	@command -v $(GO) >/dev/null || { echo "Go is missing: install Go $$(sed -n 's/^go //p' go.mod) or later, see the README" >&2; exit 1; }

# ---- build and run

.PHONY: run run-window run-files
run: $(if $(SCREEN),run-window,run-files) ## open the desktop on a bundled case; without a display, write its picture and report into out/

run-window: alarife
	bin/alarife$(EXE) $(CASE)

run-files: alarifectl
	@echo 'No display here (neither DISPLAY nor WAYLAND_DISPLAY is set): writing picture and report of $(CASE) into out/ instead.'
	@mkdir -p out
	@for format in svg png pdf; do bin/alarifectl$(EXE) export $(CASE) -o out/$(NAME).$$format; done
	@bin/alarifectl$(EXE) advise $(CASE) >out/$(NAME).txt
	@ls -l out/$(NAME).*

.PHONY: build alarife alarifectl
build: alarife alarifectl ## build both programs into bin/

alarife: toolchain try-icons
	@.ci/packages window
	$(BUILD) -tags '$(WINDOW)' -ldflags '$(LDFLAGS)' -o bin/alarife$(EXE) ./cmd/alarife

alarifectl: toolchain try-icons
	CGO_ENABLED=0 $(BUILD) -ldflags '$(LDFLAGS)' -o bin/alarifectl$(EXE) ./cmd/alarifectl

# ---- AWS icons: npm brings them, our own glyphs stand in where it is not

ICONS := assets/icons/aws/.fetched

.PHONY: icons try-icons
icons: toolchain $(ICONS) ## fetch the AWS icons through npm and re-encode them

try-icons:
	@$(MAKE) icons || echo "icons: not fetched, see above; the program's own glyphs stand in"

$(ICONS): package-lock.json $(wildcard internal/icons/*.go internal/icons/fetch/*.go)
	@$(GO) run ./internal/icons/fetch
	@if ls $(@D)/*/*.svg >/dev/null 2>&1; then touch $@; fi

# ---- tests

.PHONY: test test-packages smoke race golden bench fuzz
test: toolchain test-packages try-icons $(if $(wildcard cmd/alarife/*.go),smoke) ## install what the tests need and run all of them, headless
	$(TESTENV) $(GO) test -timeout 30m $(PKG)

test-packages:
	@.ci/packages test

smoke: test-packages alarife ## start the desktop on a virtual screen and wait for its first picture
	$(TESTENV) .ci/smoke bin/alarife$(EXE) $(CASE)

race: toolchain test-packages try-icons ## run the tests under the race detector
	$(TESTENV) $(GO) test -race -timeout 45m $(PKG)

# Only packages that keep golden files know the flag -update.
golden: toolchain try-icons ## accept what the tests produce as the new golden files
	@packages=$$($(GO) list -f '{{.ImportPath}} {{.TestImports}} {{.XTestImports}}' $(PKG) | awk '/internal\/testkit/ {print $$1}'); \
	if [ -z "$$packages" ]; then echo 'golden: no package keeps golden files'; exit; fi; \
	$(TESTENV) $(GO) test $$packages -update; git status --short -- '*testdata*'

bench: toolchain test-packages try-icons ## run every benchmark
	$(TESTENV) $(GO) test -run '^$$' -bench . -benchmem $(PKG)

fuzz: toolchain ## run every fuzz target for FUZZTIME
	@$(TESTENV) GO=$(GO) .ci/fuzz $(FUZZTIME)

# ---- checks

.PHONY: check format vet static imports generated
check: format vet static imports generated race ## format, vet, static analysis, import direction, generated files, tests with -race

format: toolchain
	@unformatted=$$(git ls-files -z -co --exclude-standard '*.go' | xargs -0 $(GO) run $(GOFUMPT) -l); \
	if [ -n "$$unformatted" ]; then printf 'gofumpt would change:\n%s\n' "$$unformatted"; exit 1; fi

vet: toolchain try-icons
	@.ci/packages window
	$(GO) vet $(PKG)

static: toolchain try-icons
	@.ci/packages window
	$(GO) run $(STATICCHECK) $(PKG)

imports: toolchain
	$(GO) test -run 'TestImports|TestNames' ./internal/testkit

generated: toolchain
	@GO=$(GO) .ci/generated

# ---- delivery

# The packager wants Go files beside FyneApp.toml and rewrites it: it gets a
# stage of its own.

.PHONY: package clean
package: toolchain try-icons ## pack the desktop program for this system into out/package/
	@.ci/packages window
	@rm -rf out/package && mkdir -p out/package/stage
	$(BUILD) -tags '$(WINDOW)' -ldflags '-s -w $(LDFLAGS)' -o out/package/stage/alarife$(EXE) ./cmd/alarife
	@cp assets/icon.png cmd/alarife/*.go out/package/stage/
	@sed 's#^\( *Icon = \).*#\1"icon.png"#' FyneApp.toml >out/package/stage/FyneApp.toml
	cd out/package/stage && $(GO) run $(FYNE) package --executable alarife$(EXE)
	@cd out/package && rm stage/alarife$(EXE) stage/icon.png stage/FyneApp.toml stage/*.go && mv stage/* . && rmdir stage
	@cp LICENSE assets/NOTICE out/package/ && ls -l out/package

clean: ## remove what the build made
	rm -rf bin out node_modules
	find assets/icons/aws -mindepth 1 ! -name README.md -delete 2>/dev/null || true
