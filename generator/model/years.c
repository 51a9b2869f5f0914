/* years.c - the years of a data folder: its own first year, and sub-folders named by the years after it, each
 * read as a folder of its own whose rows and notices are added to those before. */
#include "model/reading.h"

#include <stdlib.h>
#include <string.h>

bool gaz_year_names_folder(const char *name)
{
    return strlen(name) == 4 && strspn(name, "0123456789") == 4 && *name != '0';
}

static int compare_years(const void *one, const void *two)
{
    int a = *(const int *)one, b = *(const int *)two;

    return (a > b) - (a < b);
}

/* The year that a folder's name begins with, and that isn't the name: "2022年", "2022-23", or in wide digits.
 * Yours: g_free(); NULL: none. */
static char *misnamed_year(const char *name)
{
    g_autofree char *plain = g_utf8_normalize(name, -1, G_NORMALIZE_ALL_COMPOSE);
    size_t digits = plain == NULL ? 0 : strspn(plain, "0123456789");

    return digits == 4 && !gaz_year_names_folder(name) ? g_strndup(plain, digits) : NULL;
}

/* A year under another name would be left out without a word. Folders of other things have no
 * publication.xml. */
static void tell_misnamed(GazReading *reading, const char *name, const char *path)
{
    g_autofree char *publication = g_build_filename(path, "publication.xml", NULL);
    g_autofree char *year = misnamed_year(name);
    GazPlace place = {.file = gaz_reading_shown(reading, name)};

    if (year != NULL && g_file_test(publication, G_FILE_TEST_EXISTS))
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(YEAR_FOLDER), NULL, place.file,
                       "the year alone, %s, as its name", year);
}

static GArray *find_years(GazReading *reading, GError **error)
{
    const char *folder = reading->data->folder;
    GArray *years = g_array_new(FALSE, FALSE, sizeof(int));
    GDir *names = g_dir_open(folder, 0, error);

    for (const char *name; names != NULL && (name = g_dir_read_name(names)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);
        int year = gaz_year_names_folder(name) ? atoi(name) : 0;

        if (year != 0 && g_file_test(path, G_FILE_TEST_IS_DIR))
            g_array_append_val(years, year);
        else if (year == 0)
            tell_misnamed(reading, name, path);
    }
    g_clear_pointer(&names, g_dir_close);
    g_array_sort(years, compare_years);
    return years;
}

/* Whether `year` is the one after the last one read; a fault at its folder else. */
static bool follows(GazReading *reading, int year)
{
    g_autofree char *name = g_strdup_printf("%d", year);
    GazPlace place = {.file = name};

    if (year == reading->year + 1)
        return true;
    if (year <= reading->year)
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(YEAR_FOLDER), NULL, name,
                       "a year after %d, the folder's own", reading->year);
    else
        gaz_report_add(reading->report, &place, GAZ_MODEL_FAULT(YEAR_MISSING), NULL, name,
                       "a folder %d before it", reading->year + 1);
    return false;
}

static bool read_year(GazReading *reading, int year, GError **error)
{
    GazArena *arena = reading->data->arena;
    bool next = follows(reading, year);

    reading->later = true;
    reading->prefix = gaz_arena_printf(arena, "%d/", year);
    reading->folder = gaz_arena_printf(arena, "%s/%d", reading->data->folder, year);
    reading->year = MAX(year, reading->year);
    if (next)
        return gaz_reading_folder(reading, error);
    reading->data->lacking = ~0u; /* whatever may be in it */
    return true;
}

bool gaz_reading_years(GazReading *reading, GError **error)
{
    g_autoptr(GArray) years = find_years(reading, error);
    bool good = *error == NULL;

    for (unsigned i = 0; good && i < years->len; i++)
        good = read_year(reading, g_array_index(years, int, i), error);
    return good;
}

const char *gaz_reading_path(GazReading *reading, const char *name)
{
    return gaz_arena_printf(reading->data->arena, "%s/%s", reading->folder, name);
}

const char *gaz_reading_file(GazReading *reading, const char *name)
{
    return gaz_arena_printf(reading->data->arena, "%s%s", reading->prefix, name);
}
