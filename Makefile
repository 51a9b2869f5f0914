# gazette - `make demo` builds and publishes the sample data; `make test` runs every test; `make help` lists the
# rest. CC, BUILD, PREFIX, DESTDIR, CFLAGS and LDFLAGS are honoured.

CC ?= cc
BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
VERSION := 0.1.0

# In the order data flows: a stage may use those before it.
STAGES := base read model check document compose layout pdf site publish program
PACKAGES := glib-2.0 gio-2.0 gmodule-no-export-2.0 libxml-2.0 libxslt libexslt libcmark pangoft2 harfbuzz \
	harfbuzz-subset libdeflate libzip libpng libqrencode xlsxwriter jansson icu-uc libcrypto

LATE_PACKAGES := librsvg-2.0 # loaded where they are needed: read/drawing.c

BUILD_PACKAGES := icu-i18n # of what only runs while building

# These targets run before anything is installed, so they must not ask pkg-config.
BARE_TARGETS := demo test conformance bench setup setup-test clean format check-format install uninstall help
ifneq ($(filter-out $(BARE_TARGETS),$(or $(MAKECMDGOALS),all)),)
MISSING := $(shell for each in $(PACKAGES) $(LATE_PACKAGES) $(BUILD_PACKAGES); do pkg-config --exists $$each 2>/dev/null || echo $$each; done)
ifneq ($(MISSING),)
$(error pkg-config does not find $(MISSING): `make setup` installs what is missing)
endif
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) $(LATE_PACKAGES) | sed 's/-I/-isystem /g')
# The dynamic linker looks for each symbol in one library after the other: those with most of what is looked for
# come first, a fifteenth of the time until main().
PACKAGE_LIBS := -lc -lcrypto -lglib-2.0 $(shell pkg-config --libs $(PACKAGES)) -lcsv -lm
CHECK_LIBS := $(shell pkg-config --libs check libqpdf cairo 2>/dev/null)
endif

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
OPTIMISE ?= -O2 -g
SANITIZE ?=
GAZ_CFLAGS := -std=gnu17 $(WARNINGS) $(OPTIMISE) $(SANITIZE) -Igenerator -I$(BUILD)/made -D_GNU_SOURCE \
	-DGAZETTE_VERSION='"$(VERSION)"' $(PACKAGE_CFLAGS) $(CFLAGS)
GAZ_LDFLAGS := $(SANITIZE) $(LDFLAGS)

reverse = $(if $(1),$(call reverse,$(wordlist 2,$(words $(1)),$(1))) $(firstword $(1)))
STAGE_LIBS := $(foreach stage,$(STAGES),$(BUILD)/lib$(stage).a)
LINK_LIBS := $(call reverse,$(STAGE_LIBS)) # the linker looks backwards only

all: $(BUILD)/gazette

say = $(if $(V),,@printf '  %s\n' '$@';) true # V=1 shows the commands

# The folder itself is a prerequisite so that a source taken away leaves the library too.
define stage_rules
$(1)_OBJECTS := $$(patsubst %.c,$(BUILD)/%.o,$$(wildcard generator/$(1)/*.c))
$(BUILD)/lib$(1).a: $$($(1)_OBJECTS) generator/$(1)
	@mkdir -p $$(@D) && rm -f $$@
	$$(say) && ar rcs $$@ $$(filter %.o,$$^)
OBJECTS += $$($(1)_OBJECTS)
endef
OBJECTS := $(BUILD)/generator/main.o
$(foreach stage,$(STAGES),$(eval $(call stage_rules,$(stage))))

$(BUILD)/%.o: %.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(say) && $(CC) $(GAZ_CFLAGS) -MMD -MP -c -o $@ $<

# The readings of Chinese characters are asked of ICU here.
$(BUILD)/made/make_readings: tools/make_readings.c $(BUILD)/flags
	@mkdir -p $(@D)
	$(say) && $(CC) $(GAZ_CFLAGS) -o $@ $< $(GAZ_LDFLAGS) $(shell pkg-config --libs glib-2.0 icu-uc $(BUILD_PACKAGES))

$(BUILD)/made/readings.inc: $(BUILD)/made/make_readings
	$(say) && $< > $@.part && mv $@.part $@

$(BUILD)/generator/site/readings.o: $(BUILD)/made/readings.inc

# Everything is compiled anew where the compiler or its options changed.
FLAGS := $(CC) $(GAZ_CFLAGS)
$(BUILD)/flags: FORCE
	@mkdir -p $(@D)
	@printf '%s\n' '$(subst ','\'',$(FLAGS))' | cmp -s - $@ || printf '%s\n' '$(subst ','\'',$(FLAGS))' > $@

$(BUILD)/gazette: $(BUILD)/generator/main.o $(STAGE_LIBS)
	$(say) && $(CC) $(GAZ_LDFLAGS) -o $@ $< $(LINK_LIBS) $(PACKAGE_LIBS)

# A test program is one file tests/STAGE/test_*.c, linked with every stage; helpers of all tests: tests/support/.
TEST_SOURCES := $(wildcard tests/*/test_*.c)
TEST_PROGRAMS := $(TEST_SOURCES:tests/%.c=$(BUILD)/tests/%)
SUPPORT_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/support/*.c))
OBJECTS += $(SUPPORT_OBJECTS) $(TEST_SOURCES:%.c=$(BUILD)/%.o)

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(SUPPORT_OBJECTS) $(STAGE_LIBS)
	@mkdir -p $(@D)
	$(say) && $(CC) $(GAZ_LDFLAGS) -o $@ $< $(SUPPORT_OBJECTS) $(LINK_LIBS) $(PACKAGE_LIBS) $(CHECK_LIBS)

# Its calls of the system are made to fail one after the other.
FAILING := open openat read write fsync syncfs close mkdir flock opendir unlinkat rename renameat2
$(BUILD)/tests/publish/test_failures: GAZ_LDFLAGS += $(FAILING:%=-Wl,--wrap=%)

# These run the program itself.
$(filter $(BUILD)/tests/program/%,$(TEST_PROGRAMS)): $(BUILD)/gazette

tests: $(BUILD)/gazette $(TEST_PROGRAMS)

setup:
	@scripts/install-packages build fonts

setup-test:
	@scripts/install-packages build fonts test

# What was just installed is only seen by a new make.
demo: setup
	@$(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc)) all
	@scripts/demo $(BUILD)

test: setup-test
	@MAKE='$(MAKE)' BUILD='$(BUILD)' scripts/test

conformance: setup-test
	@$(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc)) all
	@scripts/conformance $(BUILD)

# BENCH='--large --rounds=9' sets peers to more rows, and measures more often.
bench:
	@scripts/install-packages build fonts bench
	@$(MAKE) --no-print-directory $(if $(filter -j%,$(MAKEFLAGS)),,-j$$(nproc)) all
	@scripts/bench $(BUILD) $(BENCH)

# The list of faults in gazette.1, from their tables.
manual: $(BUILD)/tests/program/test_manual
	GAZETTE_ACCEPT=1 $<

format:
	@scripts/format -i

check-format:
	@scripts/format --dry-run -Werror

install:
	@test -x $(BUILD)/gazette || { echo 'There is no $(BUILD)/gazette yet: run `make` first.' >&2; exit 1; }
	@BUILD='$(BUILD)' DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' scripts/install

uninstall:
	@DESTDIR='$(DESTDIR)' PREFIX='$(PREFIX)' scripts/install --remove

clean:
	rm -rf $(BUILD)

help:
	@sed -n 's/^## //p' Makefile

## make demo          set up, build, publish data/shandong-2021 to output/shandong-2021
## make test          set up, then every test; ends with "N passed, N failed"
## make conformance   have veraPDF judge every PDF of the sample data against PDF/UA-1 and PDF/A-2a
## make bench         measure beside Typst, WeasyPrint and Hugo, and write docs/benchmarks.md
## make               build/gazette
## make setup         install the Debian packages and fonts that are missing (make setup-test: those of the tests too)
## make install       to DESTDIR PREFIX (/usr/local): program, templates, rules, schema, fonts, man page
## make uninstall     take all that away again
## make format        put the sources into the house style (make check-format: only look)
## make manual        write the list of messages in gazette.1 anew
## make clean         remove BUILD (build)

.PHONY: all tests manual setup setup-test demo test conformance bench format check-format install uninstall clean help FORCE
.SECONDARY:
-include $(OBJECTS:.o=.d)
