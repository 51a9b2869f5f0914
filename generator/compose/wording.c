/* wording.c - reading templates/wording and the data folder's texts, all of them checked before any is used.
 */
#include "compose/wording.h"

#include "compose/composer.h"
#include "compose/faults.h"
#include "model/faults.h"
#include "read/input.h"
#include <string.h>

static GazWording *wording_new(void)
{
    GazWording *wording = g_new0(GazWording, 1);

    wording->arena = gaz_arena_new();
    wording->shipped = g_hash_table_new(g_str_hash, g_str_equal);
    wording->own = g_hash_table_new(g_str_hash, g_str_equal);
    return wording;
}

void gaz_wording_free(GazWording *wording)
{
    if (wording == NULL)
        return;
    g_hash_table_unref(wording->shipped);
    g_hash_table_unref(wording->own);
    gaz_glossary_free(wording->glossary);
    gaz_arena_free(wording->arena);
    g_free(wording);
}

const GazGlossary *gaz_wording_glossary(const GazWording *wording)
{
    return wording->glossary;
}

static const GazTemplate *lookup(GHashTable *table, const char *name, GazLanguage language)
{
    g_autofree char *key = g_strconcat(name, ".", gaz_language_code(language), NULL);

    return g_hash_table_lookup(table, key);
}

const GazTemplate *gaz_wording_own(const GazWording *wording, const char *name, GazLanguage language)
{
    return lookup(wording->own, name, language);
}

const GazTemplate *gaz_wording_shipped(const GazWording *wording, const char *name, GazLanguage language)
{
    return lookup(wording->shipped, name, language);
}

/* Parses templates/wording/NAME.LANGUAGE.md; false with `error` set where it can't be read at all. */
static bool read_shipped(GazWording *wording, const char *folder, const char *name, GazLanguage language,
                         GazReport *report, GError **error)
{
    const char *key = gaz_arena_printf(wording->arena, "%s.%s", name, gaz_language_code(language));
    const char *path = gaz_arena_printf(wording->arena, "%s/%s.md", folder, key);
    g_auto(GazInput) input = {0};
    GazPlace place = {.file = path};
    GError *problem = NULL;

    if (!gaz_input_load(&input, path, path, &problem)) {
        bool missing = g_error_matches(problem, G_FILE_ERROR, G_FILE_ERROR_NOENT);

        if (missing)
            gaz_report_add(report, &place, &gaz_compose_faults[GAZ_COMPOSE_WORDING_MISSING], NULL, NULL,
                           "this file");
        else
            g_propagate_error(error, g_steal_pointer(&problem));
        g_clear_error(&problem);
        return missing;
    }
    if (gaz_input_check(&input, report))
        g_hash_table_insert(wording->shipped, (gpointer)key,
                            gaz_template_parse(wording->arena, path, input.text, language, report));
    return true;
}

static int by_name(gconstpointer one, gconstpointer two)
{
    return strcmp(one, two);
}

/* The data folder's texts, in the order of their names so that a run's messages never change places. */
static void parse_own(GazWording *wording, const GazData *data, GazReport *report)
{
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(data->texts), by_name);

    for (const GList *name = names; name != NULL; name = name->next) {
        const GazSourceText *source = g_hash_table_lookup(data->texts, name->data);
        GazLanguage language = g_str_has_suffix(name->data, ".en") ? GAZ_EN : GAZ_ZH;

        g_hash_table_insert(wording->own, name->data,
                            gaz_template_parse(wording->arena, source->file, source->text, language, report));
    }
}

/* The notice that a text called NAME, or NAME.CORRECTION, is the wording of; NULL: of none. */
static const GazNotice *notice_of(const GazData *data, const char *name)
{
    for (unsigned i = 0; i < data->rewordings->len; i++) {
        const GazNotice *correction = data->rewordings->pdata[i];
        g_autofree char *words = g_strdup_printf("%s.%s", correction->corrects, correction->id);

        if (strcmp(words, name) == 0)
            return gaz_publication_notice(data->publication, correction->corrects);
    }
    return gaz_publication_notice(data->publication, name);
}

/* Which kind of notice or page a text of the data folder is the wording of; NULL: a text by itself. */
static const GazComposer *composer_of(const GazData *data, const char *name)
{
    const GazNotice *notice = notice_of(data, name);

    return gaz_composer_find(notice != NULL ? gaz_notice_kinds[notice->kind].code : name);
}

static void verify_pair(const GazTemplate *zh, const GazTemplate *en, const GazUsable *usable,
                        GazReport *report)
{
    if (zh != NULL)
        gaz_template_verify(zh, usable, report);
    if (en != NULL)
        gaz_template_verify(en, usable, report);
    if (zh != NULL && en != NULL)
        gaz_template_verify_pair(zh, en, report);
}

static void verify_shipped(const GazWording *wording, const GazData *data, GazReport *report)
{
    for (const GazComposer *composer = gaz_composers; composer->name != NULL; composer++) {
        GazUsable usable = {.slots = composer->slots,
                            .common = gaz_common_slots,
                            .parts = composer->parts,
                            .needs_parts = true,
                            .needs_title = true,
                            .glossary = wording->glossary,
                            .texts = data->texts};

        verify_pair(lookup(wording->shipped, composer->name, GAZ_ZH),
                    lookup(wording->shipped, composer->name, GAZ_EN), &usable, report);
    }
}

static bool is_attached(const GazData *data, const char *name)
{
    const GPtrArray *notices = data->publication->notices;
    g_autofree char *file = g_strconcat("texts/", name, NULL);

    for (unsigned i = 0; i < notices->len; i++) {
        const GPtrArray *attachments = ((const GazNotice *)notices->pdata[i])->attachments;

        for (unsigned a = 0; a < attachments->len; a++)
            if (g_strcmp0(((const GazAttachment *)attachments->pdata[a])->file, file) == 0)
                return true;
    }
    return false;
}

/* Whether another text of the folder has {{text NAME}}. */
static bool is_included(const GazData *data, const char *name)
{
    g_autofree char *directive = g_strconcat("text ", name, "}}", NULL);
    GHashTableIter iter;
    void *source;

    g_hash_table_iter_init(&iter, data->texts);
    while (g_hash_table_iter_next(&iter, NULL, &source))
        if (strstr(((const GazSourceText *)source)->text, directive) != NULL)
            return true;
    return false;
}

/* What a text called NAME.CORRECTION stands in place of, else its own name. Yours: g_free(). */
static char *name_corrected(const GazData *data, const char *name)
{
    for (unsigned i = 0; i < data->rewordings->len; i++) {
        const GazNotice *correction = data->rewordings->pdata[i];
        g_autofree char *ending = g_strconcat(".", correction->id, NULL);

        if (g_str_has_suffix(name, ending))
            return g_strndup(name, strlen(name) - strlen(ending));
    }
    return g_strdup(name);
}

/* A text under a misspelt name would be left out without a word, and the words of its kind announced. It may
 * also be one for later. */
static void note_unasked(const GazData *data, const char *stem, const GazSourceText *source,
                         GazReport *report)
{
    g_autofree char *name = name_corrected(data, stem);
    GazPlace place = {.file = source->file};

    if (!is_attached(data, name) && !is_included(data, name))
        gaz_report_note(report, &place, &gaz_model_notes[GAZ_MODEL_NOTE_TEXT_LEFT], NULL, stem, NULL);
}

/* Each text of the data folder once, found by its Chinese name: its English has the same stem. */
static void verify_own(const GazWording *wording, const GazData *data, GazReport *report)
{
    g_autoptr(GList) names = g_list_sort(g_hash_table_get_keys(data->texts), by_name);

    for (const GList *name = names; name != NULL; name = name->next) {
        g_autofree char *stem = g_strndup(name->data, strlen(name->data) - strlen(".zh"));
        const GazComposer *composer = composer_of(data, stem);
        GazUsable usable = {.slots = composer == NULL ? NULL : composer->slots,
                            .common = gaz_common_slots,
                            .parts = composer == NULL ? NULL : composer->parts,
                            .needs_title = composer != NULL,
                            .glossary = wording->glossary,
                            .texts = data->texts};

        if (!g_str_has_suffix(name->data, ".zh"))
            continue;
        verify_pair(lookup(wording->own, stem, GAZ_ZH), lookup(wording->own, stem, GAZ_EN), &usable, report);
        if (composer == NULL)
            note_unasked(data, stem, g_hash_table_lookup(data->texts, name->data), report);
    }
}

static bool read_all(GazWording *wording, const char *folder, GazReport *report, GError **error)
{
    for (const GazComposer *composer = gaz_composers; composer->name != NULL; composer++)
        for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
            if (!read_shipped(wording, folder, composer->name, language, report, error))
                return false;
    return true;
}

GazWording *gaz_wording_load(const char *folder, GazReport *report, GError **error)
{
    g_autoptr(GazWording) wording = wording_new();
    g_autofree char *above = g_path_get_dirname(folder);
    g_autofree char *glossary = g_build_filename(above, "glossary.xml", NULL);

    wording->glossary = gaz_glossary_read(glossary, report, error);
    if (wording->glossary == NULL || !read_all(wording, folder, report, error))
        return NULL;
    return g_steal_pointer(&wording);
}

void gaz_wording_complete(GazWording *wording, const GazData *data, GazReport *report)
{
    parse_own(wording, data, report);
    verify_shipped(wording, data, report);
    verify_own(wording, data, report);
}
