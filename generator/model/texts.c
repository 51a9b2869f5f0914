/* texts.c - the wording of a data folder's own: texts/NAME.zh.md with its NAME.en.md. */
#include "model/reading.h"

#include "base/files.h"
#include <string.h>

static const char *const suffixes[GAZ_LANGUAGES] = {".zh.md", ".en.md"};

/* GAZ_LANGUAGES: neither. */
static int language_of(const char *name)
{
    int language = 0;

    while (language < GAZ_LANGUAGES && !g_str_has_suffix(name, suffixes[language]))
        language++;
    return language;
}

/* Lent. */
static const char *shown_file(GazReading *reading, const char *name)
{
    return gaz_arena_printf(reading->data->arena, "%stexts/%s", reading->prefix,
                            gaz_reading_shown(reading, name));
}

/* A text of a later year may not change the words of an earlier year's notices. */
static void keep(GazReading *reading, const char *name, GazSourceText *text)
{
    GazPlace place = {.file = text->file};

    if (!g_hash_table_contains(reading->data->texts, name))
        g_hash_table_insert(reading->data->texts, (gpointer)name, text);
    else
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(TEXT_DUPLICATE), NULL, NULL,
                       "a name of its own, over all years");
}

static bool read_text(GazReading *reading, const char *folder, const char *name, GError **error)
{
    GazArena *arena = reading->data->arena;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_auto(GazInput) input = {0};
    GazSourceText *text = gaz_arena_new0(arena, GazSourceText, 1);

    text->file = shown_file(reading, name);
    if (!gaz_input_load(&input, path, text->file, error))
        return false;
    if (!gaz_input_check(&input, reading->report))
        return true;
    text->text = gaz_arena_strdup(arena, input.text);
    keep(reading, gaz_arena_strndup(arena, name, strlen(name) - strlen(".md")), text);
    return true;
}

static void check_partner(GazReading *reading, const char *folder, const char *name, int language)
{
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(suffixes[language]));
    g_autofree char *partner = g_strconcat(stem, suffixes[GAZ_LANGUAGES - 1 - language], NULL);
    g_autofree char *path = g_build_filename(folder, partner, NULL);
    GazPlace place = {.file = shown_file(reading, name)};

    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(TRANSLATION_MISSING), NULL, NULL, "%s",
                       shown_file(reading, partner));
}

static bool read_named(GazReading *reading, const char *folder, const char *name, GError **error)
{
    GazPlace place = {.file = shown_file(reading, name)};
    int language = language_of(name);

    if (!gaz_file_ends(name, ".md") && !gaz_file_ends(name, ".md.txt")) /* as an editor saves a text */
        return true;
    if (language == GAZ_LANGUAGES) {
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(FILE_UNKNOWN), NULL, NULL,
                       "a name that ends with .zh.md or .en.md, in small letters");
        return true;
    }
    check_partner(reading, folder, name, language);
    return read_text(reading, folder, name, error);
}

bool gaz_reading_texts(GazReading *reading, GError **error)
{
    const char *folder = gaz_reading_path(reading, "texts");
    bool good = true;
    GDir *names;

    if (!g_file_test(folder, G_FILE_TEST_IS_DIR))
        return true;
    names = g_dir_open(folder, 0, error);
    if (names == NULL)
        return false;
    for (const char *name; good && (name = g_dir_read_name(names)) != NULL;)
        good = read_named(reading, folder, name, error);
    g_dir_close(names);
    return good;
}
