# gazette - make demo builds and publishes the sample data; make test runs every test.
# Other targets: all (the program), install, format, check-format, clean. CC=clang and BUILD=dir are honoured.

CC ?= cc
BUILD ?= build
PREFIX ?= /usr/local
DESTDIR ?=
VERSION := 0.1.0

# In the order data flows: a stage may use those before it.
STAGES := base read model check document compose layout pdf site publish
PACKAGES := glib-2.0 gio-2.0 libxml-2.0 libxslt libexslt libcmark pangocairo pangoft2 cairo-pdf libqpdf libzip \
	libqrencode xlsxwriter icu-i18n icu-uc

ifneq ($(filter-out clean format help setup,$(or $(MAKECMDGOALS),all)),)
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES) 2>/dev/null | sed 's/-I/-isystem /g')
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lcsv -lm
CHECK_LIBS := $(shell pkg-config --libs check 2>/dev/null)
endif

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror
OPTIMISE ?= -O2 -g
SANITIZE ?=
GAZ_CFLAGS := -std=gnu17 $(WARNINGS) $(OPTIMISE) $(SANITIZE) -Igenerator -D_GNU_SOURCE \
	-DGAZETTE_VERSION='"$(VERSION)"' $(PACKAGE_CFLAGS) $(CFLAGS)
GAZ_LDFLAGS := $(SANITIZE) $(LDFLAGS)

STAGE_LIBS := $(foreach stage,$(STAGES),$(BUILD)/lib$(stage).a)
# From the last stage to the first: the linker looks backwards only.
LINK_LIBS := $(foreach stage,publish site pdf layout compose document check model read base,$(BUILD)/lib$(stage).a)

all: $(BUILD)/gazette

define stage_rules
$(1)_SOURCES := $$(wildcard generator/$(1)/*.c)
$(1)_OBJECTS := $$($(1)_SOURCES:%.c=$(BUILD)/%.o)
$(BUILD)/lib$(1).a: $$($(1)_OBJECTS)
	@rm -f $$@
	ar rcs $$@ $$^
endef
$(foreach stage,$(STAGES),$(eval $(call stage_rules,$(stage))))

$(BUILD)/%.o: %.c | packages
	@mkdir -p $(@D)
	$(CC) $(GAZ_CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/gazette: $(BUILD)/generator/main.o $(STAGE_LIBS)
	$(CC) $(GAZ_LDFLAGS) -o $@ $< $(LINK_LIBS) $(PACKAGE_LIBS)

# A test program is one file tests/STAGE/test_*.c, linked with every stage; helpers of all tests: tests/support/.
TEST_SOURCES := $(wildcard tests/*/test_*.c)
TEST_PROGRAMS := $(TEST_SOURCES:tests/%.c=$(BUILD)/tests/%)
SUPPORT_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(wildcard tests/support/*.c))

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(SUPPORT_OBJECTS) $(STAGE_LIBS)
	@mkdir -p $(@D)
	$(CC) $(GAZ_LDFLAGS) -o $@ $< $(SUPPORT_OBJECTS) $(LINK_LIBS) $(PACKAGE_LIBS) $(CHECK_LIBS)

.PHONY: all packages clean
packages:

clean:
	rm -rf $(BUILD)

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
