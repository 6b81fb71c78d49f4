# Everything a person or a machine does with this project. `make` alone lists it.
.PHONY: help setup build demo test test-sanitize kill-test bench bench-store bench-reading model lint format completions manual check-manual clean

# One set of flags for the binary and its tests, so that nothing is compiled twice; Package.swift tells how the binary is linked.
flags := -c release
kg := .build/release/kg

help:
	@echo "make demo           install what is missing, build, read seeds/ into a graph, ask it, draw it"
	@echo "make test           install what is missing, run all tests in release mode"
	@echo "make setup          install what is missing (libsqlite3-dev, libssl-dev, graphviz), nothing else"
	@echo "make build          build .build/release/kg, which runs wherever libsqlite3 is"
	@echo "make test-sanitize  run all tests under the thread sanitizer"
	@echo "make kill-test      kill kg 300 times amid changes and look at what is left (KILLS=, SEED=)"
	@echo "make bench          measure: bench-store compares kg with other graph stores (SIZE=large: ten million edges)"
	@echo "make bench-reading  measure how fast texts are read; part of make bench"
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

test-sanitize: setup
	swift test --sanitize=thread --scratch-path .build-sanitize --disable-xctest

KILLS = 300
SEED = 1
kill-test: build
	Scripts/kill-test --kg $(kg) --kills $(KILLS) --seed $(SEED)

bench: bench-store bench-reading

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
	swift format lint --strict --recursive --parallel Sources Tests Benchmarks Package.swift

format:
	swift format --in-place --recursive --parallel Sources Tests Benchmarks Package.swift

completions: build
	for shell in bash zsh fish; do $(kg) --generate-completion-script $$shell > completions/kg.$$shell; done

manual: setup
	swift package --allow-writing-to-package-directory generate-manual --date 2026-01-01 --output-directory docs

clean:
	rm -rf .build .build-sanitize .build-bench demo.db demo.db-wal demo.db-shm graph.dot graph.svg
