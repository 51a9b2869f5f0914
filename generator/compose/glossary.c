/* glossary.c - reading templates/glossary.xml and handing out its labels. */
#include "compose/glossary.h"

#include "compose/faults.h"
#include "read/elements.h"
#include <string.h>

struct GazGlossary {
    GazArena *arena;
    const char *file;
    GPtrArray *terms;    /* of GazTerm * */
    GHashTable *by_id;   /* "term.off-peak", "count.days", "column.line" to GazText * */
    GHashTable *missing; /* labels asked for in vain: id to itself */
};

void gaz_glossary_free(GazGlossary *glossary)
{
    if (glossary == NULL)
        return;
    g_ptr_array_unref(glossary->terms);
    g_hash_table_unref(glossary->by_id);
    g_hash_table_unref(glossary->missing);
    gaz_arena_free(glossary->arena);
    g_free(glossary);
}

static void free_term(void *term)
{
    g_ptr_array_unref(((GazTerm *)term)->also);
    g_ptr_array_unref(((GazTerm *)term)->avoid);
}

static GazGlossary *glossary_new(const char *path)
{
    GazGlossary *glossary = g_new0(GazGlossary, 1);

    glossary->arena = gaz_arena_new();
    glossary->file = gaz_arena_strdup(glossary->arena, path);
    glossary->terms = g_ptr_array_new_with_free_func(free_term);
    glossary->by_id = g_hash_table_new(g_str_hash, g_str_equal);
    glossary->missing = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    return glossary;
}

static GazText *read_text(GazGlossary *glossary, const GazElement *element)
{
    GazText *text = gaz_arena_new0(glossary->arena, GazText, 1);

    *text = gaz_text(gaz_element_child(element, "zh")->text, gaz_element_child(element, "en")->text);
    return text;
}

static void enter(GazGlossary *glossary, GazReport *report, const GazElement *element, const char *id,
                  GazText *text)
{
    if (g_hash_table_contains(glossary->by_id, id))
        gaz_report_add(report, &element->place, &gaz_compose_faults[GAZ_COMPOSE_TERM_TWICE], "id", id,
                       "one of each");
    else
        g_hash_table_insert(glossary->by_id, (gpointer)id, text);
}

static GPtrArray *texts_of(const GazElement *element, const char *name)
{
    GPtrArray *texts = g_ptr_array_new();

    for (const GazElement *child = gaz_element_child(element, name); child != NULL;
         child = gaz_element_again(child))
        g_ptr_array_add(texts, (gpointer)child->text);
    return texts;
}

static void read_term(GazGlossary *glossary, GazReport *report, const GazElement *element)
{
    GazTerm *term = gaz_arena_new0(glossary->arena, GazTerm, 1);
    GazText *text = read_text(glossary, element);

    term->at = element->place;
    term->id = gaz_element_value(element, "id");
    term->text = *text;
    term->also = texts_of(element, "also");
    term->avoid = texts_of(element, "avoid");
    g_ptr_array_add(glossary->terms, term);
    enter(glossary, report, element, gaz_arena_printf(glossary->arena, "term.%s", term->id), text);
}

/* Labels, and counts, whose English for one stands under "count.UNIT.one". */
static void read_label(GazGlossary *glossary, GazReport *report, const GazElement *element)
{
    const GazElement *one = gaz_element_child(element, "one");
    const char *id = gaz_element_value(element, "id");

    enter(glossary, report, element, id, read_text(glossary, element));
    if (one == NULL)
        return;
    GazText *text = gaz_arena_new0(glossary->arena, GazText, 1);

    *text = gaz_text(one->text, one->text);
    enter(glossary, report, element, gaz_arena_printf(glossary->arena, "%s.one", id), text);
}

static void read_entries(GazGlossary *glossary, GazReport *report, const GazElement *root)
{
    for (const GazElement *element = root->first; element != NULL; element = element->next)
        if (strcmp(element->name, "term") == 0)
            read_term(glossary, report, element);
        else
            read_label(glossary, report, element);
}

static GazSchema *schema_beside(const char *path, GError **error)
{
    g_autofree char *folder = g_path_get_dirname(path);
    g_autofree char *schema = g_build_filename(folder, "glossary.rng", NULL);

    return gaz_schema_read(schema, error);
}

GazGlossary *gaz_glossary_read(const char *path, GazReport *report, GError **error)
{
    g_autoptr(GazGlossary) glossary = glossary_new(path);
    g_autoptr(GazSchema) schema = schema_beside(path, error);
    g_auto(GazInput) input = {0};
    const GazElement *root;
    bool valid = false;

    if (schema == NULL || !gaz_input_load(&input, path, glossary->file, error) ||
        !gaz_input_check(&input, report))
        return NULL;
    root = gaz_elements_parse(glossary->arena, &input, schema, report, &valid);
    if (root == NULL || !valid)
        return NULL;
    read_entries(glossary, report, root);
    return g_steal_pointer(&glossary);
}

const GPtrArray *gaz_glossary_terms(const GazGlossary *glossary)
{
    return glossary->terms;
}

const GazText *gaz_glossary_lookup(const GazGlossary *glossary, const char *id)
{
    return g_hash_table_lookup(glossary->by_id, id);
}

GazText gaz_glossary_label(const GazGlossary *glossary, const char *id)
{
    const GazText *text = gaz_glossary_lookup(glossary, id);

    if (text != NULL)
        return *text;
    g_hash_table_add(glossary->missing, g_strdup(id));
    return gaz_text(id, id);
}

static const char *replace(GazArena *arena, const char *pattern, const GazText *values, unsigned count,
                           GazLanguage language)
{
    g_autoptr(GString) text = g_string_new(NULL);

    for (; *pattern != '\0'; pattern++) {
        unsigned index = (unsigned)(pattern[0] == '{' ? pattern[1] - '0' : -1);

        if (pattern[0] != '{' || index >= count || pattern[2] != '}') {
            g_string_append_c(text, *pattern);
            continue;
        }
        g_string_append(text, values[index].in[language]);
        pattern += 2;
    }
    return gaz_arena_intern(arena, text->str);
}

GazText gaz_glossary_format(const GazGlossary *glossary, GazArena *arena, const char *id,
                            const GazText *values, unsigned count)
{
    GazText label = gaz_glossary_label(glossary, id);

    return gaz_text(replace(arena, label.in[GAZ_ZH], values, count, GAZ_ZH),
                    replace(arena, label.in[GAZ_EN], values, count, GAZ_EN));
}

GazText gaz_glossary_count(const GazGlossary *glossary, GazArena *arena, const char *unit, GazDecimal number)
{
    g_autofree char *id = g_strconcat("count.", unit, NULL);
    g_autofree char *one = g_strconcat(id, ".one", NULL);
    char digits[32];
    const char *kept = gaz_arena_intern(arena, gaz_decimal_write(number, true, digits));
    GazText value = gaz_text(kept, kept);
    GazText text = gaz_glossary_format(glossary, arena, id, &value, 1);

    if (number == GAZ_DECIMAL_ONE)
        text.in[GAZ_EN] = gaz_glossary_format(glossary, arena, one, &value, 1).in[GAZ_EN];
    return text;
}

static const char *between(GazArena *arena, const char *pattern)
{
    const char *from = strstr(pattern, "{0}"), *to = strstr(pattern, "{1}");

    if (from == NULL || to == NULL || to < from)
        return pattern;
    return gaz_arena_strndup(arena, from + 3, (size_t)(to - from - 3));
}

GazText gaz_glossary_between(const GazGlossary *glossary, GazArena *arena, const char *id)
{
    GazText label = gaz_glossary_label(glossary, id);

    return gaz_text(between(arena, label.in[GAZ_ZH]), between(arena, label.in[GAZ_EN]));
}

static int by_name(gconstpointer one, gconstpointer two)
{
    return strcmp(one, two);
}

bool gaz_glossary_complain(const GazGlossary *glossary, GazReport *report)
{
    g_autoptr(GList) missing = g_list_sort(g_hash_table_get_keys(glossary->missing), by_name);
    GazPlace at = {.file = glossary->file};

    for (const GList *id = missing; id != NULL; id = id->next)
        gaz_report_add(report, &at, &gaz_compose_faults[GAZ_COMPOSE_LABEL_MISSING], NULL, id->data,
                       "a label with this id");
    return missing == NULL;
}
