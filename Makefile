# Annals. `make help` lists what there is to do.

SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help

PREFIX ?= /usr/local
# Annotated corpora and scorers for `make eval`; not part of this project.
EVAL ?= ../shared/eval
CORPORA ?= ../shared/corpora
# Dictionaries for `make train`; not part of this project either.
GAZETTEERS ?= ../shared/gazetteers
# Which rows of `make eval` to run: layers or corpora between commas; all of them if empty.
ONLY ?=
# How many stories `make bench` loads at most; all of them if empty.
STORIES ?=
DEMO_DB := .build/demo.db

PACKAGES := libsqlite3-dev libxml2-dev pkg-config
RELEASE := .build/release

.PHONY: help
help: ## list these targets
	@echo 'Annals: news articles in, an event knowledge base in one SQLite file out.'
	@echo
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-10s %s\n", $$1, $$2}'

.PHONY: setup
setup: ## install the Debian packages that are missing; say what to do if Swift is
	@command -v swift >/dev/null || { echo 'Swift 6.2 or later is needed: see https://www.swift.org/install/linux/'; exit 1; }
	@missing=(); for package in $(PACKAGES); do \
	    [ "$$(dpkg-query -W -f='$${db:Status-Status}' $$package 2>/dev/null)" = installed ] || missing+=($$package); done; \
	if [ $${#missing[@]} -gt 0 ]; then \
	    echo "Installing $${missing[*]}"; \
	    root=; [ "$$(id -u)" = 0 ] || root=sudo; \
	    $$root apt-get update -qq && $$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$${missing[@]}" >/dev/null; \
	fi

.PHONY: build
build: setup ## build the annals command, optimised, into .build/release
	@swift build -c release --product annals

.PHONY: demo
demo: build ## load the sample articles; show timelines, what the accounts disagree on, the sentences behind it, and a brief
	@rm -f $(DEMO_DB) $(DEMO_DB)-wal $(DEMO_DB)-shm
	@$(call show,load data/samples)
	@$(call show,timeline 'Kryvyi Rih' --dated)
	@$(call show,timeline 'two North Korean soldiers')
	@$(call show,disagreements)
	@$(call show,why $$(ANNALS_DB=$(DEMO_DB) $(RELEASE)/annals sql --tsv 'SELECT key FROM event_cards ORDER BY texts DESC$(,) key LIMIT 1' | tail -n 1))
	@$(call show,status)
	@$(call show,brief 'Kryvyi Rih')
	@echo; echo "The knowledge base is $(DEMO_DB); try:  $(RELEASE)/annals --db $(DEMO_DB) timeline Zelensky"

# A comma inside an argument of call.
, := ,

# Prints a command as one would type it, and runs it on the demonstration's knowledge base.
show = printf '\n$$ annals %s\n' "$(1)"; ANNALS_DB=$(DEMO_DB) $(RELEASE)/annals $(1)

.PHONY: test
test: setup ## run all tests
	@# The arithmetic of the networks is compiled optimised: the tests read much text, and without it they take thrice as long.
	@swift test -Xcc -O2

.PHONY: install
install: setup ## install annals, its data, manual page and completions under PREFIX (/usr/local)
	@swift build -c release --product annals --static-swift-stdlib --scratch-path .build-static
	@install -Dsm755 .build-static/release/annals $(DESTDIR)$(PREFIX)/bin/annals
	@mkdir -p $(DESTDIR)$(PREFIX)/share/annals
	@for part in data/*; do [ $$part = data/build ] || [ $$part = data/training ] || cp -R $$part $(DESTDIR)$(PREFIX)/share/annals/; done
	@install -Dm644 docs/annals.1 $(DESTDIR)$(PREFIX)/share/man/man1/annals.1
	@mkdir -p $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	@.build-static/release/annals --generate-completion-script bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/annals
	@.build-static/release/annals --generate-completion-script zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_annals
	@.build-static/release/annals --generate-completion-script fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/annals.fish
	@echo "Installed $(DESTDIR)$(PREFIX)/bin/annals"

.PHONY: bench
bench: build ## measure speed, memory, size, growth and queries, and print one table (STORIES=, CORPORA=)
	@STORIES=$(STORIES) python3 Tests/Measuring/benchmark.py $(RELEASE)/annals $(CORPORA)

.PHONY: endure
endure: build ## try to break a knowledge base: kills, orders, disks, damage (ENDURE='--kills 5 --orders 5', OLD=path of an earlier version)
	@python3 Tests/Measuring/endurance $(RELEASE)/annals $(if $(wildcard $(CORPORA)),--corpora $(CORPORA)) $(if $(OLD),--old-binary $(OLD)) $(ENDURE)

.PHONY: eval
eval: build ## score the extractor on the annotated corpora that are to be had (EVAL=, CORPORA=, ONLY=syntax)
	@python3 Tests/Measuring/evaluate.py --only '$(ONLY)' $(RELEASE)/annals $(EVAL) $(CORPORA)

READERS := .build-readers

.PHONY: check-exports
check-exports: build ## open every export with the program or library that reads it; needs PyPI (ONLY=ftm,notes)
	@[ -x $(READERS)/bin/python ] || python3 -m venv $(READERS)
	@$(READERS)/bin/pip install --quiet --disable-pip-version-check -r Tests/Measuring/readers/requirements.txt || { \
	    echo 'The readers cannot be installed from PyPI: nothing was checked. Try again with a network.'; exit 1; }
	@$(READERS)/bin/python Tests/Measuring/readers $(RELEASE)/annals $(if $(ONLY),--only '$(ONLY)')

YARDSTICK := .build-yardstick

.PHONY: yardstick
yardstick: ## train spaCy on the same files, score and time it the same way: half an hour, needs PyPI (EVAL=, CORPORA=)
	@[ -x $(YARDSTICK)/bin/python ] || python3 -m venv $(YARDSTICK)
	@$(YARDSTICK)/bin/pip install --quiet --disable-pip-version-check -r Tests/Measuring/yardstick/requirements.txt
	@PYTHONPATH=Tests/Measuring $(YARDSTICK)/bin/python -m yardstick $(YARDSTICK)/work $(EVAL) $(CORPORA)

.PHONY: train
train: setup ## learn all models of the language stage anew from the corpora that may train them (CORPORA=, GAZETTEERS=)
	@swift build -c release --product annals-train
	@echo 'Where sentences end'; $(RELEASE)/annals-train sentences $(CORPORA)/ud-ewt/train.conllu $(CORPORA)/gum/train.conllu \
	    --marked data/training/sentences.txt --held-out $(CORPORA)/ud-ewt/dev.conllu --held-out $(CORPORA)/gum/dev.conllu --output data/models/sentences.model
	@echo 'Lemmas'; $(RELEASE)/annals-train lemmas --train $(CORPORA)/ud-ewt/train.conllu --train $(CORPORA)/gum/train.conllu \
	    --unimorph $(GAZETTEERS)/unimorph/eng.tsv --senses $(GAZETTEERS)/oewn/senses.tsv \
	    --check $(CORPORA)/ud-ewt/dev.conllu --check $(CORPORA)/gum/dev.conllu
	@echo 'Words of events'; $(RELEASE)/annals-train event-words --texts $(CORPORA)/gum/train.jsonl --texts $(CORPORA)/uner-ewt/train.jsonl \
	    --texts $(CORPORA)/wikiwars/dev.jsonl --texts $(CORPORA)/semeval2015-timeline/trial.jsonl --wordnet $(GAZETTEERS)/oewn
	@echo 'Tags, trees and names'; $(RELEASE)/annals-train network --corpora $(CORPORA)
	@echo 'Letters of text in capitals'; $(RELEASE)/annals-train casing --corpora $(CORPORA)
	@echo 'How sure readers are'; $(RELEASE)/annals-train certainty $(CORPORA)/uds-ih2/train.jsonl \
	    --held-out $(CORPORA)/uds-ih2/dev.jsonl --output data/models/certainty.model
	@echo 'What makes two accounts one event'; swift build -c release --product annals; \
	    $(RELEASE)/annals extract --given-events $(CORPORA)/ecbplus/train.jsonl > .build/ecbplus-train.jsonl; \
	    $(RELEASE)/annals-train events .build/ecbplus-train.jsonl $(CORPORA)/ecbplus/train.jsonl

# Hostile input: how long each target runs, which targets, and an input to try again.
FUZZ_SECONDS ?= 30
FUZZ_TARGET ?= text markdown html jsonl feed sniffer characters date address extraction
FUZZ_INPUT ?=
FUZZ_BYTES ?= 4096

.PHONY: fuzz
fuzz: setup ## try hostile input on every reader and on extraction (FUZZ_SECONDS=, FUZZ_TARGET=, FUZZ_INPUT=)
	@FUZZ=1 swift build -c release --product fuzz --sanitize=fuzzer --scratch-path .fuzz
	@for target in $(FUZZ_TARGET); do \
	    mkdir -p .fuzz/corpus/$$target .fuzz/found/$$target; \
	    run=(env FUZZ_TARGET=$$target SWIFT_BACKTRACE=enable=no .fuzz/release/fuzz -timeout=20 -rss_limit_mb=2048 -max_len=$(FUZZ_BYTES)); \
	    if [ -n '$(FUZZ_INPUT)' ]; then "$${run[@]}" '$(FUZZ_INPUT)'; continue; fi; \
	    log=.fuzz/$$target.log; \
	    if FUZZ_CORPUS=.fuzz/corpus/$$target "$${run[@]}" -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 \
	        -artifact_prefix=.fuzz/found/$$target/ .fuzz/corpus/$$target >$$log 2>&1; \
	    then echo "$$target: $$(sed -n 's/^stat::number_of_executed_units: //p' $$log) inputs, nothing found"; \
	    else grep -aE '^found|SUMMARY|ERROR' $$log || tail -n 5 $$log; \
	        input=$$(sed -n 's/.*Test unit written to //p' $$log | tail -n 1); \
	        echo "$$target: try again with  make fuzz FUZZ_TARGET=$$target FUZZ_INPUT=$$input"; exit 1; fi; done

.PHONY: format
format: ## format all Swift files with the checked-in configuration
	@swift format -i -r -p Package.swift Sources Tests

.PHONY: lint
lint: ## check format and style; change nothing
	@swift format lint -r -p --strict Package.swift Sources Tests

.PHONY: clean
clean: ## remove what was built
	@rm -rf .build .build-* .fuzz
