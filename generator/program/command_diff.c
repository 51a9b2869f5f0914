/* command_diff.c - gazette diff: what differs between two publications, in words or as JSON. */
#include "base/files.h"
#include "compose/difference.h"
#include "program/commands.h"
#include "program/print.h"
#include "program/program.h"
#include "program/share.h"
#include "publish/diff.h"
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* One run. */
typedef struct {
    const GazGlossary *glossary;
    GazArena *arena;
    GazLanguage language; /* of the words */
} Telling;

static const char *label(const Telling *telling, const char *id)
{
    return gaz_glossary_label(telling->glossary, id).in[telling->language];
}

/* plan-2021, version 1 (鲁工信原〔2021〕3号, 2021-10-12): corrected */
static void print_head(const Telling *telling, const GazNoticeChange *change)
{
    const GazAnnounced *shown = change->new != NULL ? change->new : change->old;
    const char *code = gaz_notice_change_code(change->kind);
    const char *said = change->kind == GAZ_NOTICE_STANDING
                           ? label(telling, gaz_arena_printf(telling->arena, "status.%s", shown->status))
                           : label(telling, gaz_arena_printf(telling->arena, "diff.%s", code));

    gaz_print("%s v%u (%s%s%s): %s%s%s\n", shown->id, shown->version,
              shown->number == NULL ? "" : shown->number, shown->number == NULL ? "" : ", ", shown->date,
              said, change->kind == GAZ_NOTICE_STANDING && shown->by != NULL ? ": " : "",
              change->kind == GAZ_NOTICE_STANDING && shown->by != NULL ? shown->by : "");
}

static void print_notice(const Telling *telling, const GazNoticeChange *change)
{
    const GPtrArray *differences =
        change->comparison == NULL ? NULL : gaz_comparison_differences(change->comparison);

    print_head(telling, change);
    for (unsigned i = 0; differences != NULL && i < differences->len; i++)
        gaz_print("  %s\n", gaz_difference_words(telling->glossary, telling->arena, differences->pdata[i])
                                .in[telling->language]);
}

/* How many files of a folder came, changed and went: a website has thousands. */
typedef struct {
    char *folder;
    unsigned counts[3];
} FolderCount;

static void free_folder(void *data)
{
    g_free(((FolderCount *)data)->folder);
    g_free(data);
}

/* Folders in the order of their first file; of FolderCount *. Yours: g_ptr_array_unref(). */
static GPtrArray *count_folders(const GPtrArray *files)
{
    GPtrArray *folders = g_ptr_array_new_with_free_func(free_folder);
    g_autoptr(GHashTable) known = g_hash_table_new(g_str_hash, g_str_equal);

    for (unsigned i = 0; i < files->len; i++) {
        const GazFileDifference *file = files->pdata[i];
        g_autofree char *name = g_path_get_dirname(file->name);
        FolderCount *folder = g_hash_table_lookup(known, name);

        if (folder == NULL) {
            folder = g_new0(FolderCount, 1);
            folder->folder = g_steal_pointer(&name);
            g_hash_table_insert(known, folder->folder, folder);
            g_ptr_array_add(folders, folder);
        }
        folder->counts[file->fate]++;
    }
    return folders;
}

static const char *const fates[] = {
    [GAZ_DIFF_NEW] = "new", [GAZ_DIFF_CHANGED] = "changed", [GAZ_DIFF_GONE] = "gone"};

static void print_files(const Telling *telling, const GPtrArray *files)
{
    g_autoptr(GPtrArray) folders = count_folders(files);

    for (unsigned i = 0; i < folders->len; i++) {
        const FolderCount *folder = folders->pdata[i];

        gaz_print("%s/:", folder->folder);
        for (unsigned fate = 0, said = 0; fate < G_N_ELEMENTS(fates); fate++)
            if (folder->counts[fate] > 0)
                gaz_print("%s %u %s", said++ > 0 ? "," : "", folder->counts[fate],
                          label(telling, gaz_arena_printf(telling->arena, "diff.file.%s", fates[fate])));
        gaz_print("\n");
    }
}

static json_t *text_to_json(GazText text)
{
    json_t *object;

    if (text.in[GAZ_ZH] == NULL && text.in[GAZ_EN] == NULL)
        return json_null();
    object = json_object();
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (text.in[language] != NULL)
            json_object_set_new(object, gaz_language_code(language), json_string(text.in[language]));
    return object;
}

static json_t *string_to_json(const char *text)
{
    return text == NULL ? json_null() : json_string(text);
}

static json_t *difference_to_json(const Telling *telling, const GazDifference *difference)
{
    json_t *object = json_object();
    const struct {
        const char *name;
        GazText text;
    } texts[] = {{"annex", difference->annex},   {"table", difference->table}, {"row", difference->row},
                 {"column", difference->column}, {"was", difference->was},     {"is", difference->is}};

    json_object_set_new(object, "kind", json_string(gaz_difference_kind_code(difference->kind)));
    json_object_set_new(object, "what", json_string(difference->what));
    json_object_set_new(object, "language",
                        difference->language == GAZ_LANGUAGES
                            ? json_null()
                            : json_string(gaz_language_code(difference->language)));
    json_object_set_new(object, "under", string_to_json(difference->under));
    json_object_set_new(object, "nth", difference->nth == 0 ? json_null() : json_integer(difference->nth));
    for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
        json_object_set_new(object, texts[i].name, text_to_json(texts[i].text));
    json_object_set_new(object, "table_code", string_to_json(difference->table_code));
    json_object_set_new(object, "row_id", string_to_json(difference->row_id));
    json_object_set_new(object, "column_code", string_to_json(difference->column_code));
    json_object_set_new(object, "words",
                        text_to_json(gaz_difference_words(telling->glossary, telling->arena, difference)));
    return object;
}

static json_t *notice_to_json(const Telling *telling, const GazNoticeChange *change)
{
    const GazAnnounced *shown = change->new != NULL ? change->new : change->old;
    const GPtrArray *differences =
        change->comparison == NULL ? NULL : gaz_comparison_differences(change->comparison);
    json_t *object = json_object(), *list = json_array();

    json_object_set_new(object, "id", json_string(shown->id));
    json_object_set_new(object, "version", json_integer(shown->version));
    json_object_set_new(object, "change", json_string(gaz_notice_change_code(change->kind)));
    json_object_set_new(object, "number", string_to_json(shown->number));
    json_object_set_new(object, "date", json_string(shown->date));
    json_object_set_new(object, "title", text_to_json(shown->title));
    json_object_set_new(object, "status", json_string(shown->status));
    json_object_set_new(object, "by", string_to_json(shown->by));
    for (unsigned i = 0; differences != NULL && i < differences->len; i++)
        json_array_append_new(list, difference_to_json(telling, differences->pdata[i]));
    json_object_set_new(object, "differences", list);
    return object;
}

static void print_json(const Telling *telling, const GazPublicationDiff *diff)
{
    json_t *object = json_object(), *notices = json_array(), *files = json_array();
    char *text;

    for (unsigned i = 0; i < gaz_diff_notices(diff)->len; i++)
        json_array_append_new(notices, notice_to_json(telling, gaz_diff_notices(diff)->pdata[i]));
    for (unsigned i = 0; i < gaz_diff_files(diff)->len; i++) {
        const GazFileDifference *file = gaz_diff_files(diff)->pdata[i];

        json_array_append_new(files,
                              json_pack("{s:s, s:s}", "name", file->name, "change", fates[file->fate]));
    }
    json_object_set_new(object, "notices", notices);
    json_object_set_new(object, "files", files);
    text = json_dumps(object, JSON_INDENT(2));
    gaz_print("%s\n", text);
    free(text);
    json_decref(object);
}

static void print_diff(const Telling *telling, const GazPublicationDiff *diff)
{
    for (unsigned i = 0; i < gaz_diff_notices(diff)->len; i++)
        print_notice(telling, gaz_diff_notices(diff)->pdata[i]);
    print_files(telling, gaz_diff_files(diff));
}

/* NULL with `error` set. */
static GazGlossary *read_glossary(const GazOptions *options, GazReport *report, GError **error)
{
    g_autofree char *share = gaz_share_find(options->share, error);
    g_autofree char *path = share == NULL ? NULL : g_build_filename(share, "templates", "glossary.xml", NULL);

    return path == NULL ? NULL : gaz_glossary_read(path, report, error);
}

/* A record that isn't whole can't be told from another. */
static int refuse(GazReport *report)
{
    g_autofree char *faults = gaz_report_to_text(report);

    fputs(faults, stderr);
    gaz_print_complaint("what is not whole can't be compared");
    return GAZ_EXIT_USAGE;
}

static bool are_folders(const GazOptions *options, GError **error)
{
    return gaz_folder_named(options->arguments[0], error) && gaz_folder_named(options->arguments[1], error);
}

int gaz_command_diff(const GazOptions *options)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazArena) arena = gaz_arena_new();
    GError *error = NULL;
    g_autoptr(GazGlossary) glossary =
        are_folders(options, &error) ? read_glossary(options, report, &error) : NULL;
    g_autoptr(GazPublicationDiff) diff =
        glossary == NULL ? NULL : gaz_diff_new(options->arguments[0], options->arguments[1], report, &error);
    Telling telling = {glossary, arena, options->languages == GAZ_LANGUAGES_ZH ? GAZ_ZH : GAZ_EN};

    if (error != NULL)
        return gaz_command_fail(error);
    if (diff == NULL)
        return refuse(report);
    if (options->json)
        print_json(&telling, diff);
    else
        print_diff(&telling, diff);
    return gaz_diff_notices(diff)->len + gaz_diff_files(diff)->len == 0 ? GAZ_EXIT_DONE : GAZ_EXIT_FAULTS;
}
