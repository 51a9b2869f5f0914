/* faults.c - the table of this stage's faults. */
#include "compose/faults.h"

const GazFaultKind gaz_compose_faults[] = {
    [GAZ_COMPOSE_PLACEHOLDER_MALFORMED] = {"placeholder-malformed", NULL, "not a placeholder"},
    [GAZ_COMPOSE_PLACEHOLDER_UNKNOWN] = {"placeholder-unknown", NULL,
                                         "nothing of this name can be filled in here"},
    [GAZ_COMPOSE_PLACEHOLDER_KIND] = {"placeholder-kind", NULL, "this name can't be used in this way"},
    [GAZ_COMPOSE_DIRECTIVE_UNKNOWN] = {"directive-unknown", NULL, "no such directive"},
    [GAZ_COMPOSE_DIRECTIVE_INLINE] = {"directive-inline", NULL, "a directive must be a paragraph of its own"},
    [GAZ_COMPOSE_DIRECTIVE_UNBALANCED] = {"directive-unbalanced", NULL, "directive without its counterpart"},
    [GAZ_COMPOSE_MARKUP_HTML] = {"markup-html", NULL, "HTML isn't allowed in wording"},
    [GAZ_COMPOSE_MARKUP_IMAGE] = {"markup-image", NULL, "images aren't allowed in wording"},
    [GAZ_COMPOSE_MARKUP_UNSUPPORTED] = {"markup-unsupported", NULL, "this markup has no place in a notice"},
    [GAZ_COMPOSE_LINK_UNSAFE] = {"link-unsafe", NULL, "links of this kind aren't allowed"},
    [GAZ_COMPOSE_TITLE_COUNT] = {"title-count", NULL, "wrong number of titles"},
    [GAZ_COMPOSE_NESTED_TOO_DEEP] = {"nested-too-deep", NULL, "nested too deeply"},
    [GAZ_COMPOSE_WORDING_MISSING] = {"wording-missing", NULL, "this wording isn't there in both languages"},
    [GAZ_COMPOSE_PART_MISSING] = {"part-missing", NULL, "a part of the wording is missing"},
    [GAZ_COMPOSE_PART_UNKNOWN] = {"part-unknown", NULL, "nothing uses this part, or it stands twice"},
    [GAZ_COMPOSE_TRANSLATION_DIRECTIVE] = {"translation-directive", NULL,
                                           "directives differ between the languages"},
    [GAZ_COMPOSE_TRANSLATION_PLACEHOLDER] = {"translation-placeholder", NULL,
                                             "placeholder not used in the other language"},
    [GAZ_COMPOSE_TEXT_UNKNOWN] = {"text-unknown", NULL, "no such text in the data folder"},
    [GAZ_COMPOSE_TEXT_EMPTY] = {"text-empty", NULL, "this text says nothing"},
    [GAZ_COMPOSE_LABEL_MISSING] = {"label-missing", NULL, "the glossary lacks this label"},
    [GAZ_COMPOSE_TERM_TWICE] = {"term-twice", NULL, "this id stands twice in the glossary"},
    [GAZ_COMPOSE_VALUE_MISSING] = {"value-missing", NULL, "the data give nothing to fill in here"},
    [GAZ_COMPOSE_NOTICE_INCOMPLETE] = {"notice-empty", NULL, "the notice lacks what its kind is about"},
};
G_STATIC_ASSERT(G_N_ELEMENTS(gaz_compose_faults) == GAZ_COMPOSE_FAULTS);
