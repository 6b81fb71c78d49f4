# Everything a person or a machine does with this project. `make` alone lists it.
.PHONY: help setup build demo test test-mcp test-exports test-page test-sanitize kill-test damage-test bench bench-store bench-reading model fuzz fuzz-quick lint format completions manual check-manual cluster-setup cluster-demo test-cluster bench-cluster install uninstall clean test-documents

# One set of flags for the binary and its tests, so that nothing is compiled twice; Package.swift tells how the binary is linked.
flags := -c release
kg := .build/release/kg

help:
	@echo "make demo           install what is missing, build, read seeds/ into a graph, ask it, draw it"
	@echo "make test           install what is missing, run all tests in release mode"
	@echo "make test-documents write texts in every format (pandoc, LibreOffice, reportlab) and compare what is read of them"
	@echo "make test-mcp       let the newest client of major version 2 of the Model Context Protocol and one of major version 1 ask kg mcp"
	@echo "make test-exports   have networkx, pandas, DuckDB, pyoxigraph, Ladybug, GraphQLite and FollowTheMoney read the exports"
	@echo "make test-page      use the page of kg serve in a real browser; screenshots in .build/page"
	@echo "make setup          install what is missing (libsqlite3-dev, libssl-dev, zlib1g-dev, libexpat1-dev, libgumbo-dev, poppler-utils, graphviz), nothing else"
	@echo "make build          build .build/release/kg, which runs wherever libsqlite3 is"
	@echo "make install        put kg, its man page and its completions under PREFIX (/usr/local; DESTDIR before it); make uninstall"
	@echo "make damage-test    run all commands on damaged graphs (FILES=1500, SEED=1)"
	@echo "make test-sanitize  run all tests under the thread sanitizer"
	@echo "make fuzz           give each reader made-up inputs for SECONDS (600); make fuzz-quick a fixed number of them"
	@echo "make kill-test      kill kg 300 times amid changes and look at what is left (KILLS=, SEED=)"
	@echo "make bench          measure: bench-store compares kg with other graph stores (SIZE=large: ten million edges)"
	@echo "make bench-reading  measure how fast texts are read; part of make bench"
	@echo "make cluster-demo   read, fold and ask on a Spark of this machine (DOCUMENTS=2000); make test-cluster proves it"
	@echo "make bench-cluster  measure the cost of a document on Spark, from a thousand to a hundred thousand of them"
	@echo "make lint           check the layout of the code; make format mends it"
	@echo "make completions manual   write completions/ and docs/kg.1 anew from the commands"

setup:
	@Scripts/install-packages.sh

build: setup
	swift build $(flags) --product kg

demo: build
	rm -f demo.db demo.db-wal demo.db-shm
	$(kg) ingest seeds --db demo.db
	$(kg) neighbors Taliban --db demo.db
	$(kg) path Turkey Dostum --db demo.db
	$(kg) export --format dot --canonical --db demo.db --output graph.dot
	dot -Tsvg graph.dot -o graph.svg
	@echo "The picture is graph.svg."

test: setup
	swift build $(flags) --build-tests --explicit-target-dependency-import-check error
	swift test $(flags) --skip-build --disable-xctest

# Installs the two clients from PyPI under .build, where they are not there yet.
test-mcp: build
	Scripts/mcp/check.sh $(kg)

# Installs them from PyPI under .build, where they are not there yet.
test-exports: build
	Scripts/exports/check.sh $(kg)

# Formats whose writer is not installed are left out and named.
test-documents: build
	python3 Scripts/documents/test_documents.py $(kg) $(TEXTS)

test-page: build
	Scripts/page/test.sh $(kg) .build/page

# FILES damaged graphs, from the one of number SEED on.
FILES = 1500
SEED = 1
damage-test: build
	Scripts/damage-test --kg $(kg) --files $(FILES) --seed $(SEED)

test-sanitize: setup
	swift test --sanitize=thread --scratch-path .build-sanitize --disable-xctest

KILLS = 300
SEED = 1
kill-test: build
	Scripts/kill-test --kg $(kg) --kills $(KILLS) --seed $(SEED)

bench: bench-store bench-reading

# Every reader under libFuzzer and the address sanitizer (Fuzz/README.md), two at a time.
SECONDS = 600
READERS =
fuzz: setup
	python3 Fuzz/fuzz.py --seconds $(SECONDS) $(READERS)

# The same inputs each time, so that it fails only for what was changed.
fuzz-quick: setup
	python3 Fuzz/fuzz.py --share 0.5 --most-seconds 30 $(READERS)

SIZE = small
bench-store: build
	swift build $(flags) --product kg-bench
	python3 Benchmarks/store/bench.py --size $(SIZE)

bench-reading: build
	swift build $(flags) --product reading-stages
	python3 Benchmarks/reading/reading.py $(kg) .build/release/reading-stages

# Trains the reading model anew (hours without an accelerator; needs ../shared/data): see Training/README.md.
model:
	$(MAKE) -C Training model

lint:
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Fuzz Package.swift
	python3 Scripts/lengths.py

format:
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Fuzz Package.swift

completions: build
	for shell in bash zsh fish; do $(kg) --generate-completion-script $$shell > completions/kg.$$shell; done

manual: setup
	swift package --allow-writing-to-package-directory generate-manual --date 2026-01-01 --output-directory docs
	python3 Scripts/manual docs/kg.1

# Installs what `make build` made: it builds nothing, so that it can be run as root.
PREFIX ?= /usr/local
DESTDIR ?=
root = $(DESTDIR)$(PREFIX)
install:
	@test -x $(kg) || { echo "make install: there is no $(kg); run make build first" >&2; exit 1; }
	install -d "$(root)/bin" "$(root)/share/man/man1" "$(root)/share/bash-completion/completions" \
	  "$(root)/share/zsh/site-functions" "$(root)/share/fish/vendor_completions.d"
	install -m 755 $(kg) "$(root)/bin/kg"
	install -m 644 docs/kg.1 "$(root)/share/man/man1/kg.1"
	install -m 644 completions/kg.bash "$(root)/share/bash-completion/completions/kg"
	install -m 644 completions/kg.zsh "$(root)/share/zsh/site-functions/_kg"
	install -m 644 completions/kg.fish "$(root)/share/fish/vendor_completions.d/kg.fish"

uninstall:
	rm -f "$(root)/bin/kg" "$(root)/share/man/man1/kg.1" "$(root)/share/bash-completion/completions/kg" \
	  "$(root)/share/zsh/site-functions/_kg" "$(root)/share/fish/vendor_completions.d/kg.fish"

clean:
	rm -rf .build .build-sanitize .build-bench .build-fuzz demo.db demo.db-wal demo.db-shm graph.dot graph.svg

# Spark and Java stay out of everything else; they live in an environment of their own.
cluster_python := .build/cluster/bin/python

cluster-setup: setup
	@Scripts/setup-cluster.sh .build/cluster

cluster-demo: build cluster-setup
	sh Scripts/cluster-demo.sh $(cluster_python) $(kg)

test-cluster: build cluster-setup
	KG=$(kg) $(cluster_python) -W ignore cluster/tests/test_parts.py
	KG=$(kg) $(cluster_python) -W ignore cluster/tests/test_cluster.py

bench-cluster: build cluster-setup
	$(cluster_python) cluster/bench.py --kg $(kg)
