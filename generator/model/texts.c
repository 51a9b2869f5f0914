/* texts.c - the wording of a data folder's own: texts/NAME.zh.md with its NAME.en.md. */
#include "model/reading.h"

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

static bool read_text(GazReading *reading, const char *folder, const char *name, GError **error)
{
    GazArena *arena = reading->data->arena;
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_auto(GazInput) input = {0};
    GazSourceText *text = gaz_arena_new0(arena, GazSourceText, 1);

    text->file = gaz_arena_printf(arena, "texts/%s", gaz_reading_shown(reading, name));
    if (!gaz_input_load(&input, path, text->file, error))
        return false;
    if (!gaz_input_check(&input, reading->report))
        return true;
    text->text = gaz_arena_strdup(arena, input.text);
    g_hash_table_insert(reading->data->texts,
                        (gpointer)gaz_arena_strndup(arena, name, strlen(name) - strlen(".md")), text);
    return true;
}

static void check_partner(GazReading *reading, const char *folder, const char *name, int language)
{
    g_autofree char *stem = g_strndup(name, strlen(name) - strlen(suffixes[language]));
    g_autofree char *partner = g_strconcat(stem, suffixes[GAZ_LANGUAGES - 1 - language], NULL);
    g_autofree char *path = g_build_filename(folder, partner, NULL);
    g_autofree char *file = g_strconcat("texts/", gaz_reading_shown(reading, name), NULL);
    GazPlace place = {.file = file};

    if (!g_file_test(path, G_FILE_TEST_EXISTS))
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(TRANSLATION_MISSING), NULL, NULL, "texts/%s",
                       gaz_reading_shown(reading, partner));
}

static bool read_named(GazReading *reading, const char *folder, const char *name, GError **error)
{
    g_autofree char *file = g_strconcat("texts/", gaz_reading_shown(reading, name), NULL);
    GazPlace place = {.file = file};
    int language = language_of(name);

    if (!g_str_has_suffix(name, ".md"))
        return true;
    if (language == GAZ_LANGUAGES) {
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(FILE_UNKNOWN), NULL, NULL,
                       "a name that ends with .zh.md or .en.md");
        return true;
    }
    check_partner(reading, folder, name, language);
    return read_text(reading, folder, name, error);
}

bool gaz_reading_texts(GazReading *reading, GError **error)
{
    g_autofree char *folder = g_build_filename(reading->data->folder, "texts", NULL);
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
