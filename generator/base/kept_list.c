/* kept_list.c - the list is a heading, the basis's sum, the sum of all that follows, then of each file what
 * is known of it as it lies in memory, as only the program that wrote it reads it: it is part of the basis.
 * Thus nothing is taken apart when it is read. */
#include "base/kept_list.h"

#include "base/new_file.h"
#include <glib/gstdio.h>
#include <string.h>

#define HEADING "gazette kept 4"

struct GazKeptList {
    char *text;          /* NULL: there is none */
    GHashTable *entries; /* const char * name to GazKeptEntry *, both lent by the text */
};

static guint64 nanoseconds(struct timespec time)
{
    return (guint64)time.tv_sec * 1000000000u + (guint64)time.tv_nsec;
}

GazDiskStamp gaz_disk_stamp(const struct stat *facts)
{
    return (GazDiskStamp){
        {facts->st_ino, (guint64)facts->st_size, nanoseconds(facts->st_mtim), nanoseconds(facts->st_ctim)}};
}

bool gaz_disk_stamps_equal(const GazDiskStamp *one, const GazDiskStamp *other)
{
    return memcmp(one, other, sizeof *one) == 0;
}

/* Entries lie where their numbers can be read in place. */
static void fill_up(GString *text)
{
    while (text->len % G_ALIGNOF(GazKeptEntry) != 0)
        g_string_append_c(text, '\0');
}

/* What the list begins with; the sum of what follows is still to be set. */
static GString *heading_of(const GazSum *basis, size_t *sum_at)
{
    GString *heading = g_string_new(HEADING "\n");

    g_string_append_printf(heading, "%s\n", basis->text);
    *sum_at = heading->len;
    g_string_set_size(heading, heading->len + GAZ_SUM_LENGTH);
    memset(heading->str + *sum_at, ' ', GAZ_SUM_LENGTH);
    g_string_append_c(heading, '\n');
    fill_up(heading);
    return heading;
}

/* What follows the heading; NULL where the list isn't one of ours, whole, on the same basis. */
static char *entries_of(char *text, gsize length, const GazSum *basis)
{
    size_t sum_at;
    g_autoptr(GString) heading = heading_of(basis, &sum_at);
    GazSum sum;

    if (length < heading->len)
        return NULL;
    sum = gaz_sum_of(text + heading->len, length - heading->len);
    memcpy(heading->str + sum_at, sum.text, GAZ_SUM_LENGTH);
    return memcmp(text, heading->str, heading->len) == 0 ? text + heading->len : NULL;
}

/* The bytes of an entry with its name, up to the next. */
static size_t size_of(const GazKeptEntry *entry)
{
    size_t size = sizeof *entry + entry->length + 1, align = G_ALIGNOF(GazKeptEntry);

    return (size + align - 1) / align * align;
}

/* One entry; moves `at` behind it. */
static bool read_entry(GazKeptList *list, char **at, const char *end)
{
    GazKeptEntry *entry = (GazKeptEntry *)(void *)*at;
    char *name = *at + sizeof *entry;

    if ((size_t)(end - *at) <= sizeof *entry || size_of(entry) > (size_t)(end - *at) ||
        name[entry->length] != '\0')
        return false;
    g_hash_table_insert(list->entries, name, entry);
    *at += size_of(entry);
    return true;
}

GazKeptList *gaz_kept_list_read(const char *path, const GazSum *basis)
{
    GazKeptList *list = g_new0(GazKeptList, 1);
    gsize length;
    char *at;

    list->entries = g_hash_table_new(g_str_hash, g_str_equal);
    if (!g_file_get_contents(path, &list->text, &length, NULL))
        return list;
    at = entries_of(list->text, length, basis);
    while (at != NULL && at < list->text + length)
        if (!read_entry(list, &at, list->text + length)) {
            g_hash_table_remove_all(list->entries);
            break;
        }
    return list;
}

void gaz_kept_list_free(GazKeptList *list)
{
    if (list == NULL)
        return;
    g_hash_table_unref(list->entries);
    g_free(list->text);
    g_free(list);
}

GazKeptEntry *gaz_kept_list_lookup(const GazKeptList *list, const char *name)
{
    return g_hash_table_lookup(list->entries, name);
}

GHashTable *gaz_kept_list_entries(const GazKeptList *list)
{
    return list->entries;
}

void gaz_kept_list_add(GString *entries, const char *name, const GazKeptEntry *entry)
{
    GazKeptEntry own;

    memset(&own, 0, sizeof own); /* gaps as well: equal lists are to have equal bytes */
    own.stamp = entry->stamp;
    own.key = entry->key;
    own.sum = entry->sum;
    own.number = entry->number;
    own.length = (guint32)strlen(name);
    g_string_append_len(entries, (const char *)&own, sizeof own);
    g_string_append_len(entries, name, (gssize)own.length + 1);
    fill_up(entries);
}

/* Nothing waits for the disk here: of a list that a crash leaves torn the sum isn't right. */
void gaz_kept_list_write(const char *path, const GazSum *basis, const GString *entries)
{
    size_t sum_at;
    g_autoptr(GString) text = heading_of(basis, &sum_at);
    GazSum sum = gaz_sum_of(entries->str, entries->len);

    memcpy(text->str + sum_at, sum.text, GAZ_SUM_LENGTH);
    g_string_append_len(text, entries->str, (gssize)entries->len);
    g_unlink(path);
    if (!gaz_new_file_write(path, text->str, text->len, 0666, GAZ_FLUSH_LATER, NULL))
        g_unlink(path);
}
