# make demo           build and show every part on the logistics example
# make test           build and run all tests
# make nightly        compare a million random pairs, and the algebra at length, with the interpreter
# make bench          measure the matcher on this machine
# make fuzz           feed events, tables, patterns and YAML to libFuzzer, SECONDS=60 each
# make runtimes       build the C library and the WebAssembly module into .build/runtimes
# make runtimes-test  hold these to the corpus, from C, Python and node
# make install        put the program into $(PREFIX)/bin; STATIC=1: one that needs no libraries
SWIFT ?= swift
PREFIX ?= /usr/local
SECONDS ?= 60
FOLDER := $(if $(STATIC),.build-static,.build)
RELEASE := -c release --scratch-path $(FOLDER) -Xlinker -s \
  $(if $(STATIC),-Xswiftc -static-executable,--static-swift-stdlib)
PROGRAM := $(FOLDER)/release/interlock
SUDO := $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

.PHONY: demo test nightly bench fuzz runtimes runtimes-test release install clean deps

demo: release
	@docs/examples/demo.sh $(PROGRAM)

test: release
	$(SWIFT) test
	$(SWIFT) run --skip-build dev embed --check
	$(SWIFT) run --skip-build dev schema --check
	$(SWIFT) run --skip-build dev thresholds

# Random pairs through tables and the interpreter of the tests, then what the algebra says of sets.
CASES ?= 1000000
SEED ?= 1
nightly: release
	.build/release/bench agree --cases $(CASES) --seed $(SEED)
	.build/release/bench algebra
	ALGEBRA_ROUNDS=30 $(SWIFT) test --filter 'AlgebraPropertyTests|ProbabilityTests'

# Events a second on this machine, beside reading memory and, where it is installed, simdjson; then
# a million events of the example from file to count. make bench QUICK=1 takes about 20 seconds.
bench: release
	@mkdir -p .build/bench
	@$(CXX) -std=c++17 -O3 -shared -fPIC Sources/COnDemand/ondemand.cpp -lsimdjson \
	  -o .build/bench/libondemand.so 2>.build/bench/ondemand.log || rm -f .build/bench/libondemand.so
	@.build/release/bench $(if $(QUICK),--quick) --on-demand .build/bench/libondemand.so
	@echo; echo "the logistics example, from file to count:"
	@$(PROGRAM) compile docs/examples/logistics -o .build/bench/routes.ilk --stats
	@$(PROGRAM) sample docs/examples/logistics --bus logistics --count 1000000 -o .build/bench/events.ndjson
	@$(PROGRAM) match .build/bench/routes.ilk .build/bench/events.ndjson --bus logistics --count --jobs 1
	@$(PROGRAM) match .build/bench/routes.ilk .build/bench/events.ndjson --bus logistics --count >/dev/null

# libinterlock.so, libinterlock.a, interlock.wasm and interlock.h, none of which needs Swift.
runtimes:
	@Sources/EventMatcherABI/Link/link.sh .build/runtimes

runtimes-test: deps runtimes
	$(SWIFT) build --product dev
	$(SWIFT) build --product interlock
	@Tests/Runtimes/run.sh .build/runtimes .build/debug

# Each fuzzer for so many seconds, with the address sanitizer.
fuzz: deps
	@Tests/Fuzzers/fuzz.sh $(SECONDS) $(FUZZERS)

# One program that needs the system's C and C++ libraries and libyaml, and nothing of Swift. With
# STATIC=1 it needs nothing at all and runs on any Linux of this processor (for that libyaml.a and
# the C library's libc.a must be here, as they are with libyaml-dev and libc6-dev).
release: deps
	$(SWIFT) build $(RELEASE) --product interlock
	$(if $(STATIC),,$(SWIFT) build $(RELEASE) --product bench)

install: release
	install -d $(DESTDIR)$(PREFIX)/bin
	install -m 755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/interlock

clean:
	$(SWIFT) package clean
	rm -rf .build/demo .build/bench .build/runtimes .build-static

# libyaml and its headers; on Debian and Ubuntu they are installed where they are missing.
deps:
	@if command -v pkg-config >/dev/null && pkg-config --exists yaml-0.1; then exit 0; fi; \
	if ! command -v apt-get >/dev/null; then \
	  echo "libyaml and pkg-config are needed: https://pyyaml.org/wiki/LibYAML" >&2; exit 1; \
	fi; \
	echo "installing libyaml-dev and pkg-config with apt-get"; \
	$(SUDO) apt-get update -qq && \
	$(SUDO) env DEBIAN_FRONTEND=noninteractive \
	  apt-get install -y -qq --no-install-recommends libyaml-dev pkg-config
