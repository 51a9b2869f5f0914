/* kept.c - the list is text: a heading, the basis's sum, the sum of all that follows, then a file a line:
 * key, sum, number, what the disk says of it, name. */
#include "base/kept.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADING "gazette kept 2"

enum { SUM_AT = GAZ_SUM_LENGTH + 1, NUMBER_AT = 2 * SUM_AT, STAMP_PARTS = 4 };

/* What the disk says of a file: another one after whoever writes to it, puts another in its place, or sets
 * its times. */
typedef struct {
    guint64 parts[STAMP_PARTS]; /* its number, size [bytes], last writing and last change of any kind [ns] */
} Stamp;

/* Of the publication before; lent by the list's text. */
typedef struct {
    const char *key, *sum; /* without an end of their own */
    unsigned number;
    Stamp stamp;
} Entry;

#define UNKNOWN "----------------------------------------------------------------"
G_STATIC_ASSERT(sizeof UNKNOWN == GAZ_SUM_LENGTH + 1);

struct GazKept {
    char *before, *now, *text;
    char *basis;         /* its sum */
    GHashTable *files;   /* const char * name to Entry * */
    GHashTable *folders; /* char *: those below `now` that are there */
    GString *notes;      /* "KEY SUM NUMBER NAME\n" each; UNKNOWN where the sum isn't known yet */
    unsigned taken;
};

static guint64 nanoseconds(struct timespec time)
{
    return (guint64)time.tv_sec * 1000000000u + (guint64)time.tv_nsec;
}

static Stamp stamp_of(const struct stat *facts)
{
    return (Stamp){
        {facts->st_ino, (guint64)facts->st_size, nanoseconds(facts->st_mtim), nanoseconds(facts->st_ctim)}};
}

static bool read_line(GazKept *kept, char *line)
{
    Entry *entry;
    char *at;

    if (strlen(line) <= NUMBER_AT || line[SUM_AT - 1] != ' ' || line[NUMBER_AT - 1] != ' ')
        return false;
    entry = g_new0(Entry, 1);
    entry->key = line;
    entry->sum = line + SUM_AT;
    entry->number = (unsigned)strtoul(line + NUMBER_AT, &at, 10);
    for (unsigned i = 0; i < STAMP_PARTS; i++)
        entry->stamp.parts[i] = strtoull(at, &at, 10);
    g_hash_table_insert(kept->files, at + (*at == ' '), entry);
    return *at == ' ';
}

/* The lines of the list in `text`; NULL where it isn't one of ours, whole, on the same basis. */
static char *lines_of(const GazKept *kept, char *text, gsize length)
{
    g_autofree char *start = g_strdup_printf(HEADING "\n%s\n", kept->basis);
    size_t at = strlen(start) + SUM_AT;
    GazSum sum;

    if (!g_str_has_prefix(text, start) || strlen(text) != length || length < at || text[at - 1] != '\n')
        return NULL;
    sum = gaz_sum_of(text + at, length - at);
    return memcmp(sum.text, text + strlen(start), GAZ_SUM_LENGTH) == 0 ? text + at : NULL;
}

/* Fills in the files; leaves none where the list is no good. */
static void read_list(GazKept *kept, const char *list)
{
    char *line, *end;
    gsize length;

    if (!g_file_get_contents(list, &kept->text, &length, NULL))
        return;
    for (line = lines_of(kept, kept->text, length); line != NULL && *line != '\0'; line = end + 1) {
        end = strchr(line, '\n');
        if (end != NULL)
            *end = '\0';
        if (end == NULL || !read_line(kept, line)) {
            g_hash_table_remove_all(kept->files);
            return;
        }
    }
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
    char *content = NULL;
    GazSum sum;

    if (!g_file_get_contents(old, &content, length, NULL))
        return NULL;
    sum = gaz_sum_of(content, *length);
    if (memcmp(sum.text, entry->sum, GAZ_SUM_LENGTH) != 0)
        g_clear_pointer(&content, g_free);
    return content;
}

/* How a file got to its new place. */
typedef enum { NOT_PUT, LINKED, COPIED } Way;

/* Of a file whose bytes tell whether it is what was published. */
static Way put_by_content(const Entry *entry, const char *old, const char *path)
{
    gsize length;
    g_autofree char *content = read_unchanged(old, entry, &length);

    if (content == NULL)
        return NOT_PUT;
    if (link(old, path) == 0)
        return LINKED;
    return errno != EEXIST && g_file_set_contents(path, content, (gssize)length, NULL) ? COPIED : NOT_PUT;
}

/* Half of a build after a change went into reading through thousands of files that nobody had touched. */
static Way put(GazKept *kept, const Entry *entry, const char *name, const char *path)
{
    g_autofree char *old = g_build_filename(kept->before, name, NULL);
    struct stat facts;
    Stamp stamp;

    if (lstat(old, &facts) != 0 || !S_ISREG(facts.st_mode) || !make_folder_of(kept, path))
        return NOT_PUT;
    stamp = stamp_of(&facts);
    if (memcmp(&stamp, &entry->stamp, sizeof stamp) == 0 && link(old, path) == 0)
        return LINKED;
    return put_by_content(entry, old, path);
}

static void add_note(GazKept *kept, const char *name, const char *key, const char *sum, unsigned number)
{
    if (name != NULL && strchr(name, '\n') == NULL)
        g_string_append_printf(kept->notes, "%.*s %.*s %u %s\n", GAZ_SUM_LENGTH, key, GAZ_SUM_LENGTH, sum,
                               number, name);
}

bool gaz_kept_take(GazKept *kept, const char *path, const GazSum *key, unsigned *number)
{
    const char *name = name_of(kept, path);
    const Entry *entry = name == NULL ? NULL : g_hash_table_lookup(kept->files, name);

    Way way;

    if (entry == NULL || memcmp(entry->key, key->text, GAZ_SUM_LENGTH) != 0)
        return false;
    way = put(kept, entry, name, path);
    if (way == NOT_PUT)
        return false;
    if (number != NULL)
        *number = entry->number;
    kept->taken++;
    add_note(kept, name, key->text, way == LINKED ? entry->sum : UNKNOWN, entry->number);
    return true;
}

void gaz_kept_note(GazKept *kept, const char *path, const GazSum *key, unsigned number)
{
    add_note(kept, name_of(kept, path), key->text, UNKNOWN, number);
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

/* The name in a whole note, which ends with it; lent. */
static const char *name_in(const char *note)
{
    const char *name = strlen(note) <= NUMBER_AT ? NULL : strchr(note + NUMBER_AT, ' ');

    return name == NULL ? NULL : name + 1;
}

/* A later note of the same file tells what stands there in the end. */
GHashTable *gaz_kept_sums(const GazKept *kept)
{
    GHashTable *sums = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    g_auto(GStrv) notes = g_strsplit(kept->notes->str, "\n", -1);

    for (unsigned i = 0; notes[i] != NULL; i++) {
        const char *name = name_in(notes[i]);

        if (name == NULL)
            continue;
        if (g_str_has_prefix(notes[i] + SUM_AT, UNKNOWN))
            g_hash_table_remove(sums, name);
        else
            g_hash_table_replace(sums, g_strdup(name), g_strndup(notes[i] + SUM_AT, GAZ_SUM_LENGTH));
    }
    return sums;
}

/* Adds the line of a file below the open folder `published`, if it is there. */
static void add_line(GString *text, const char *note, const char *name, const char *sum, int published)
{
    struct stat facts;
    Stamp stamp;

    if (fstatat(published, name, &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return;
    stamp = stamp_of(&facts);
    g_string_append_printf(text,
                           "%.*s %s %.*s %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT " %" G_GUINT64_FORMAT
                           " %" G_GUINT64_FORMAT " %s\n",
                           GAZ_SUM_LENGTH, note, sum, (int)(name - 1 - (note + NUMBER_AT)), note + NUMBER_AT,
                           stamp.parts[0], stamp.parts[1], stamp.parts[2], stamp.parts[3], name);
}

static bool write_list(const GazKept *kept, const char *list, const GString *lines)
{
    GazSum sum = gaz_sum_of(lines->str, lines->len);
    g_autofree char *text = g_strconcat(HEADING "\n", kept->basis, "\n", sum.text, "\n", lines->str, NULL);

    return g_file_set_contents(list, text, -1, NULL);
}

void gaz_kept_write(const GazKept *kept, const char *list, GHashTable *sums)
{
    g_autoptr(GString) lines = g_string_new(NULL);
    g_auto(GStrv) notes = g_strsplit(kept->notes->str, "\n", -1);
    int published = open(kept->before, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    for (unsigned i = 0; published >= 0 && notes[i] != NULL; i++) {
        const char *name = name_in(notes[i]);
        const char *sum = name == NULL ? NULL : g_hash_table_lookup(sums, name);

        if (sum != NULL)
            add_line(lines, notes[i], name, sum, published);
    }
    if (published >= 0)
        close(published);
    if (!write_list(kept, list, lines))
        g_unlink(list);
}
