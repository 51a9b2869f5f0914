/* compare.c - the two documents part by part: head, text of each language, annexes, imprints. */
#include "document/compare.h"

#include "document/compare_blocks.h"
#include "document/comparing.h"
#include <string.h>

const char *const gaz_difference_whats[] = {
    /* the head */
    "kind-name", "title", "brief", "issuer", "subject", "number", "date", "comment-from", "comment-to",
    /* the text */
    "translation-note", "disclaimer", "addressee", "heading", "paragraph", "item", "note", "signature",
    "annex-item", "remark", "copies", "printed", "fact",
    /* what holds more */
    "annex", "body", "imprint", "table", "figure", "caption", "column", "row", "group", "subtotal", "total",
    "cell", "alternative", "unit", "period", "bars", "value", "required", NULL};

const char *gaz_difference_kind_code(GazDifferenceKind kind)
{
    static const char *const codes[] = {[GAZ_DIFFERS_ADDED] = "added",
                                        [GAZ_DIFFERS_REMOVED] = "removed",
                                        [GAZ_DIFFERS_CHANGED] = "changed",
                                        [GAZ_DIFFERS_MOVED] = "moved",
                                        [GAZ_DIFFERS_RENUMBERED] = "renumbered"};

    return codes[kind];
}

GazDifference *gaz_comparison_add(GazComparison *comparison, const GazDifference *where,
                                  GazDifferenceKind kind, const char *what)
{
    GazDifference *difference = gaz_arena_new0(comparison->arena, GazDifference, 1);

    *difference = *where;
    difference->kind = kind;
    difference->what = what;
    g_ptr_array_add(comparison->differences, difference);
    return difference;
}

bool gaz_compared_equal(GazText one, GazText other)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (g_strcmp0(one.in[language], other.in[language]) != 0)
            return false;
    return true;
}

static GazText not_null(GazText text)
{
    if (text.in[GAZ_ZH] == NULL && text.in[GAZ_EN] == NULL)
        return gaz_text("", "");
    return text;
}

void gaz_compare_texts(GazComparison *comparison, const GazDifference *where, const char *what, GazText was,
                       GazText is)
{
    GazDifference *difference;

    if (gaz_compared_equal(was, is))
        return;
    difference = gaz_comparison_add(comparison, where, GAZ_DIFFERS_CHANGED, what);
    difference->was = not_null(was);
    difference->is = not_null(is);
}

GazAlignment gaz_comparison_align(GazComparison *comparison, const GPtrArray *was, const GPtrArray *is,
                                  bool pair)
{
    GazAlignment alignment = gaz_align(was, is, pair);

    comparison->steps += alignment.steps;
    return alignment;
}

/* Whether a difference of this kind was found in the texts themselves: the head says the same once more. */
static bool is_told(const GazComparison *comparison, const char *what)
{
    for (unsigned i = 0; i < comparison->differences->len; i++)
        if (strcmp(((const GazDifference *)comparison->differences->pdata[i])->what, what) == 0)
            return true;
    return false;
}

static void compare_head(GazComparison *comparison, const xmlNode *was, const xmlNode *is)
{
    static const char *const attributes[] = {"number", "date", "comment-from", "comment-to"};
    static const char *const texts[] = {"kind-name", "title", "brief", "issuer", "subject"};
    const GazDifference where = {.language = GAZ_LANGUAGES};

    for (unsigned i = 0; i < G_N_ELEMENTS(attributes); i++) {
        const char *before = gaz_compared_attribute(comparison, was, attributes[i]);
        const char *now = gaz_compared_attribute(comparison, is, attributes[i]);

        if (!is_told(comparison, attributes[i]))
            gaz_compare_texts(comparison, &where, attributes[i], gaz_text(before, before),
                              gaz_text(now, now));
    }
    for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
        if (!is_told(comparison, texts[i]))
            gaz_compare_texts(comparison, &where, texts[i],
                              gaz_compared_bilingual(comparison, gaz_compared_first(was, texts[i])),
                              gaz_compared_bilingual(comparison, gaz_compared_first(is, texts[i])));
}

/* Label and title of an annex: 附件1 停窑时间表. */
static GazText annex_name(GazComparison *comparison, const xmlNode *annex)
{
    GazText name = {{NULL, NULL}};

    for (const xmlNode *heading = gaz_compared_first(annex, "heading"); heading != NULL;
         heading = gaz_compared_after(heading, "heading")) {
        const char *tag = gaz_compared_attribute(comparison, heading, "lang");
        const char *label = gaz_compared_attribute(comparison, heading, "number");
        GazLanguage language = g_strcmp0(tag, "en") == 0 ? GAZ_EN : GAZ_ZH;

        if (name.in[language] == NULL)
            name.in[language] =
                gaz_arena_printf(comparison->arena, "%s%s%s", label == NULL ? "" : label,
                                 label == NULL ? "" : " ", gaz_compared_text(comparison, heading));
    }
    return name;
}

/* The annexes below `annexes`, each known by its title. */
static GPtrArray *annexes_of(GazComparison *comparison, const xmlNode *annexes)
{
    GPtrArray *members = g_ptr_array_new();

    for (const xmlNode *annex = annexes == NULL ? NULL : gaz_compared_first(annexes, NULL); annex != NULL;
         annex = gaz_compared_after(annex, NULL)) {
        GazPart *part = gaz_arena_new0(comparison->arena, GazPart, 1);
        const char *title = gaz_compared_text(comparison, gaz_compared_first(annex, "heading"));

        part->element = annex;
        part->name = annex_name(comparison, annex);
        part->aligned.key = gaz_arena_intern(comparison->arena, title == NULL ? "" : title);
        part->aligned.kind = "annex";
        part->aligned.text = part->aligned.key;
        g_ptr_array_add(members, part);
    }
    return members;
}

static void compare_annex(GazComparison *comparison, const GazPart *was, const GazPart *is)
{
    const GazPart *shown = is == NULL ? was : is;
    GazDifference where = {.language = GAZ_LANGUAGES, .annex = shown->name};

    if (was != NULL && is != NULL) {
        gaz_compare_blocks(comparison, &where, was->element, is->element);
        return;
    }
    where.annex = gaz_text(NULL, NULL);
    *(is == NULL ? &where.was : &where.is) = shown->name;
    gaz_comparison_add(comparison, &where, is == NULL ? GAZ_DIFFERS_REMOVED : GAZ_DIFFERS_ADDED, "annex");
}

static void compare_annexes(GazComparison *comparison, const xmlNode *was, const xmlNode *is)
{
    g_autoptr(GPtrArray) before = annexes_of(comparison, was), now = annexes_of(comparison, is);
    g_auto(GazAlignment) alignment = gaz_comparison_align(comparison, before, now, true);

    for (unsigned i = 0; i < before->len; i++)
        if (alignment.was[i] == GAZ_UNALIGNED)
            compare_annex(comparison, before->pdata[i], NULL);
    for (unsigned i = 0; i < now->len; i++)
        compare_annex(comparison, alignment.is[i] == GAZ_UNALIGNED ? NULL : before->pdata[alignment.is[i]],
                      now->pdata[i]);
}

/* The part `name` of a language; NULL: none. */
static const xmlNode *part_of(GazComparison *comparison, const xmlNode *document, const char *name,
                              GazLanguage language)
{
    for (const xmlNode *part = gaz_compared_first(document, name); part != NULL;
         part = gaz_compared_after(part, name))
        if (g_strcmp0(gaz_compared_attribute(comparison, part, "lang"), gaz_language_tag(language)) == 0)
            return part;
    return NULL;
}

static void compare_part(GazComparison *comparison, const xmlNode *was, const xmlNode *is, const char *name,
                         GazLanguage language)
{
    const xmlNode *before = part_of(comparison, was, name, language);
    const xmlNode *now = part_of(comparison, is, name, language);
    const GazDifference where = {.language = language};

    if (before != NULL && now != NULL)
        gaz_compare_blocks(comparison, &where, before, now);
    else if (before != NULL || now != NULL)
        gaz_comparison_add(comparison, &where, before != NULL ? GAZ_DIFFERS_REMOVED : GAZ_DIFFERS_ADDED,
                           name);
}

GazComparison *gaz_compare(const xmlNode *was, const xmlNode *is)
{
    GazComparison *comparison = g_new0(GazComparison, 1);

    comparison->arena = gaz_arena_new();
    comparison->differences = g_ptr_array_new();
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        compare_part(comparison, was, is, "body", language);
        if (language == GAZ_ZH)
            compare_annexes(comparison, gaz_compared_first(was, "annexes"),
                            gaz_compared_first(is, "annexes"));
        compare_part(comparison, was, is, "imprint", language);
    }
    compare_head(comparison, was, is);
    return comparison;
}

void gaz_comparison_free(GazComparison *comparison)
{
    if (comparison == NULL)
        return;
    g_ptr_array_unref(comparison->differences);
    gaz_arena_free(comparison->arena);
    g_free(comparison);
}

const GPtrArray *gaz_comparison_differences(const GazComparison *comparison)
{
    return comparison->differences;
}

unsigned gaz_comparison_steps(const GazComparison *comparison)
{
    return comparison->steps;
}
