/* kept.c - the list is text: a heading, the basis's sum, then a file a line: key, sum, number, name. */
#include "base/kept.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADING "gazette kept 1"

enum { SUM_AT = GAZ_SUM_LENGTH + 1, NUMBER_AT = 2 * SUM_AT };

/* Of the publication before; lent by the list's text. */
typedef struct {
    const char *key, *sum; /* without an end of their own */
    unsigned number;
} Entry;

struct GazKept {
    char *before, *now, *text;
    char *basis;         /* its sum */
    GHashTable *files;   /* const char * name to Entry * */
    GHashTable *folders; /* char *: those below `now` that are there */
    GString *notes;      /* "KEY NUMBER NAME\n" each */
    unsigned taken;
};

static bool read_line(GazKept *kept, char *line)
{
    Entry *entry;
    char *name;

    if (strlen(line) <= NUMBER_AT || line[SUM_AT - 1] != ' ' || line[NUMBER_AT - 1] != ' ')
        return false;
    entry = g_new0(Entry, 1);
    entry->key = line;
    entry->sum = line + SUM_AT;
    entry->number = (unsigned)strtoul(line + NUMBER_AT, &name, 10);
    g_hash_table_insert(kept->files, name + (*name == ' '), entry);
    return *name == ' ';
}

/* Fills in the files; leaves none where the list isn't one of ours, whole, on the same basis. */
static void read_list(GazKept *kept, const char *list)
{
    g_autofree char *start = g_strdup_printf(HEADING "\n%s\n", kept->basis);
    char *line, *end;
    gsize length;
    bool good;

    if (!g_file_get_contents(list, &kept->text, &length, NULL))
        return;
    good = g_str_has_prefix(kept->text, start) && strlen(kept->text) == length;
    for (line = kept->text + strlen(start); good && *line != '\0'; line = end + 1) {
        end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        good = end != NULL && read_line(kept, line);
        if (!good)
            break;
    }
    if (!good)
        g_hash_table_remove_all(kept->files);
}

GazKept *gaz_kept_read(const char *list, const char *before, const char *now, const char *basis)
{
    GazKept *kept = g_new0(GazKept, 1);

    kept->before = g_strdup(before);
    kept->now = g_strdup(now);
    kept->basis = g_strdup(gaz_sum_of(basis, strlen(basis)).text);
    kept->files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    kept->folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    kept->notes = g_string_new(NULL);
    read_list(kept, list);
    return kept;
}

void gaz_kept_free(GazKept *kept)
{
    if (kept == NULL)
        return;
    g_hash_table_unref(kept->files);
    g_hash_table_unref(kept->folders);
    g_string_free(kept->notes, TRUE);
    g_free(kept->before);
    g_free(kept->now);
    g_free(kept->basis);
    g_free(kept->text);
    g_free(kept);
}

/* The name below `now` of what is to stand at `path`; lent. NULL: it is elsewhere. */
static const char *name_of(const GazKept *kept, const char *path)
{
    size_t length = strlen(kept->now);

    return strncmp(path, kept->now, length) == 0 && path[length] == '/' ? path + length + 1 : NULL;
}

static bool make_folder_of(GazKept *kept, const char *path)
{
    g_autofree char *folder = g_path_get_dirname(path);

    if (g_hash_table_contains(kept->folders, folder))
        return true;
    if (g_mkdir_with_parents(folder, 0777) != 0)
        return false;
    g_hash_table_add(kept->folders, g_steal_pointer(&folder));
    return true;
}

/* The content of `old` where it still is what was published; else NULL. Yours: g_free(). */
static char *read_unchanged(const char *old, const Entry *entry, gsize *length)
{
    struct stat facts;
    char *content = NULL;
    GazSum sum;

    if (lstat(old, &facts) != 0 || !S_ISREG(facts.st_mode) ||
        !g_file_get_contents(old, &content, length, NULL))
        return NULL;
    sum = gaz_sum_of(content, *length);
    if (memcmp(sum.text, entry->sum, GAZ_SUM_LENGTH) != 0)
        g_clear_pointer(&content, g_free);
    return content;
}

static bool put(GazKept *kept, const Entry *entry, const char *name, const char *path)
{
    g_autofree char *old = g_build_filename(kept->before, name, NULL);
    gsize length;
    g_autofree char *content = read_unchanged(old, entry, &length);

    return content != NULL && make_folder_of(kept, path) &&
           (link(old, path) == 0 ||
            (errno != EEXIST && g_file_set_contents(path, content, (gssize)length, NULL)));
}

bool gaz_kept_take(GazKept *kept, const char *path, const GazSum *key, unsigned *number)
{
    const char *name = name_of(kept, path);
    const Entry *entry = name == NULL ? NULL : g_hash_table_lookup(kept->files, name);

    if (entry == NULL || memcmp(entry->key, key->text, GAZ_SUM_LENGTH) != 0 || !put(kept, entry, name, path))
        return false;
    if (number != NULL)
        *number = entry->number;
    kept->taken++;
    gaz_kept_note(kept, path, key, entry->number);
    return true;
}

void gaz_kept_note(GazKept *kept, const char *path, const GazSum *key, unsigned number)
{
    const char *name = name_of(kept, path);

    if (name != NULL && strchr(name, '\n') == NULL)
        g_string_append_printf(kept->notes, "%s %u %s\n", key->text, number, name);
}

void gaz_kept_begin(GazKept *kept)
{
    g_string_truncate(kept->notes, 0);
}

char *gaz_kept_tell(const GazKept *kept)
{
    return g_strdup(kept->notes->str);
}

void gaz_kept_hear(GazKept *kept, const char *notes)
{
    g_string_append(kept->notes, notes);
}

unsigned gaz_kept_taken(const GazKept *kept)
{
    return kept->taken;
}

void gaz_kept_write(const GazKept *kept, const char *list, GHashTable *sums)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_auto(GStrv) notes = g_strsplit(kept->notes->str, "\n", -1);

    g_string_printf(text, HEADING "\n%s\n", kept->basis);
    for (unsigned i = 0; notes[i] != NULL; i++) {
        const char *number = strchr(notes[i], ' ');
        const char *name = number == NULL ? NULL : strchr(number + 1, ' ');
        const char *sum = name == NULL ? NULL : g_hash_table_lookup(sums, name + 1);

        if (sum != NULL)
            g_string_append_printf(text, "%.*s %s%s\n", GAZ_SUM_LENGTH, notes[i], sum, number);
    }
    if (!g_file_set_contents(list, text->str, (gssize)text->len, NULL))
        g_unlink(list);
}
