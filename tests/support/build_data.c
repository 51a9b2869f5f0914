/* build_data.c - copies a kept folder to a temporary one, changed. */
#include "build_data.h"

#include "check/years.h"

#include <check.h>
#include <glib/gstdio.h>
#include <string.h>

GazDate data_date(const char *text)
{
    GazDate date = GAZ_NO_DATE;

    ck_assert_msg(gaz_date_parse(text, &date), "%s is no date", text);
    return date;
}

static char *edited(char *text, const DataEdit *edit)
{
    const char *at, *again;
    char *result;

    if (edit->from == NULL) {
        result = g_strdup_printf("%s%s\n", text, edit->to);
        g_free(text);
        return result;
    }
    at = strstr(text, edit->from);
    ck_assert_msg(at != NULL, "%s has no \"%s\"", edit->file, edit->from);
    again = strstr(at + 1, edit->from);
    ck_assert_msg(again == NULL, "%s has \"%s\" more than once", edit->file, edit->from);
    result = g_strdup_printf("%.*s%s%s", (int)(at - text), text, edit->to, at + strlen(edit->from));
    g_free(text);
    return result;
}

static void copy_file(const char *from, const char *to, const char *name, const DataEdit *edits,
                      unsigned count)
{
    g_autofree char *source = g_build_filename(from, name, NULL), *target = g_build_filename(to, name, NULL);
    char *text = NULL;

    ck_assert_msg(g_file_get_contents(source, &text, NULL, NULL), "can't read %s", source);
    for (unsigned i = 0; i < count; i++) {
        if (edits[i].file == NULL || strcmp(edits[i].file, name) != 0)
            continue;
        if (edits[i].to == NULL) {
            g_free(text);
            return;
        }
        text = edited(text, &edits[i]);
    }
    ck_assert_msg(g_file_set_contents(target, text, -1, NULL), "can't write %s", target);
    g_free(text);
}

static void make_parent(const char *path)
{
    g_autofree char *parent = g_path_get_dirname(path);

    ck_assert_int_eq(g_mkdir_with_parents(parent, 0700), 0);
}

/* Files that the kept folder lacks. */
static void add_files(const char *folder, const char *copy, const DataEdit *edits, unsigned count)
{
    for (unsigned i = 0; i < count; i++) {
        g_autofree char *path = edits[i].file == NULL ? NULL : g_build_filename(folder, edits[i].file, NULL);
        g_autofree char *target = edits[i].file == NULL ? NULL : g_build_filename(copy, edits[i].file, NULL);

        if (path == NULL || g_file_test(path, G_FILE_TEST_EXISTS))
            continue;
        ck_assert_msg(edits[i].from == NULL && edits[i].to != NULL, "%s isn't there to be changed", path);
        make_parent(target);
        ck_assert_msg(g_file_set_contents(target, edits[i].to, -1, NULL), "can't write %s", target);
    }
}

static void remove_folder(const char *folder)
{
    GDir *directory = g_dir_open(folder, 0, NULL);

    for (const char *name; (name = g_dir_read_name(directory)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        if (g_file_test(path, G_FILE_TEST_IS_DIR))
            remove_folder(path);
        else
            g_unlink(path);
    }
    g_dir_close(directory);
    g_rmdir(folder);
}

GazData *data_build(const char *folder, const DataEdit *edits, unsigned count, GazReport *report)
{
    g_autofree char *copy = g_dir_make_tmp("gazette-check-XXXXXX", NULL);
    GDir *directory = g_dir_open(folder, 0, NULL);
    GError *error = NULL;
    GazData *data;

    ck_assert_msg(copy != NULL && directory != NULL, "can't copy %s", folder);
    add_files(folder, copy, edits, count);
    for (const char *name; (name = g_dir_read_name(directory)) != NULL;)
        copy_file(folder, copy, name, edits, count);
    g_dir_close(directory);
    data = gaz_data_read(copy, "data/rules", report, &error);
    remove_folder(copy);
    ck_assert_msg(error == NULL, "%s", error == NULL ? "" : error->message);
    return data;
}

static int compare_ids(const void *one, const void *two)
{
    return strcmp(*(const char *const *)one, *(const char *const *)two);
}

static char *ids_of(GazReport *report)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new();
    GString *all = g_string_new(NULL);

    for (unsigned i = 0; i < gaz_report_count(report); i++)
        g_ptr_array_add(ids, (char *)gaz_report_get(report, i)->kind->id);
    g_ptr_array_sort(ids, compare_ids);
    for (unsigned i = 0; i < ids->len; i++)
        if (i == 0 || strcmp(ids->pdata[i - 1], ids->pdata[i]) != 0)
            g_string_append_printf(all, "%s%s", i == 0 ? "" : " ", (const char *)ids->pdata[i]);
    return g_string_free(all, FALSE);
}

/* Every year of the folder. */
static void check_years(const GazData *data, GazDate as_of, GazReport *report)
{
    g_autoptr(GazYears) years = gaz_years_new(data);
    GazViewDay day = {data->publication->year, as_of, as_of, NULL, false, 0};

    for (const GazAssessment *year = gaz_years_assess(years, &day, as_of); year != NULL;
         year = year->previous)
        gaz_check(year, report);
}

char *data_fault_ids(const char *folder, const DataEdit *edits, unsigned count, const char *as_of,
                     char **text)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazData) data = data_build(folder, edits, count, report);

    if (data != NULL)
        check_years(data, data_date(as_of), report);
    *text = gaz_report_to_text(report);
    return ids_of(report);
}
