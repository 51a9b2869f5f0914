/* kept_list.c - the list is a heading, the basis's sum, the CRC-32 of all that follows, then of each file
 * what is known of it as it lies in memory, as only the program that wrote it reads it: it is part of the
 * basis. Thus nothing is taken apart when it is read. */
#include "base/kept_list.h"

#include "base/new_file.h"
#include <glib/gstdio.h>
#include <libdeflate.h>
#include <string.h>
#include <sys/mman.h>

#define HEADING "gazette kept 7\n"
enum {
    USUAL_NAME = 64, /* [bytes] */
    CRC_AT = sizeof HEADING - 1 + GAZ_KEY_LENGTH + 1,
    CRC_LENGTH = 8,
    ALIGN = G_ALIGNOF(GazKeptEntry), /* entries lie where their numbers can be read in place */
    ENTRIES_AT = (CRC_AT + CRC_LENGTH + 1 + ALIGN - 1) / ALIGN * ALIGN
};

struct GazKeptList {
    char *text;           /* NULL: there is none */
    GPtrArray *entries;   /* of GazKeptEntry *, lent by the text */
    GHashTable *by_name;  /* const char * name to GazKeptEntry *, both lent by the text */
    unsigned char *marks; /* of the entries, shared; NULL: there are none */
    size_t room;          /* of them [bytes] */
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

static void fill_up(GString *list)
{
    while (list->len % ALIGN != 0)
        g_string_append_c(list, '\0');
}

GString *gaz_kept_list_begin(const GazKey *basis, size_t files)
{
    GString *list = g_string_sized_new(ENTRIES_AT + files * (sizeof(GazKeptEntry) + USUAL_NAME));

    g_string_append_printf(list, HEADING "%s\n%*s\n", basis->text, CRC_LENGTH, "");
    fill_up(list);
    return list;
}

/* It tells a list that isn't whole, in a tenth of the time of a sum. */
static void set_crc(char *heading, const char *entries, size_t length)
{
    char digits[CRC_LENGTH + 1];

    g_snprintf(digits, sizeof digits, "%08x", libdeflate_crc32(0, entries, length));
    memcpy(heading + CRC_AT, digits, CRC_LENGTH);
}

/* Whether it is a list of ours, whole, on the same basis. */
static bool is_ours(const char *text, gsize length, const GazKey *basis)
{
    g_autoptr(GString) heading = gaz_kept_list_begin(basis, 0);

    if (length < ENTRIES_AT || memcmp(text, heading->str, CRC_AT) != 0)
        return false;
    set_crc(heading->str, text + ENTRIES_AT, length - ENTRIES_AT);
    return memcmp(text, heading->str, ENTRIES_AT) == 0;
}

/* The bytes of an entry with its name, up to the next. */
static size_t size_of(const GazKeptEntry *entry)
{
    return (sizeof *entry + entry->length + 1 + ALIGN - 1) / ALIGN * ALIGN;
}

/* One entry; moves `at` behind it. */
static bool read_entry(GazKeptList *list, char **at, const char *end)
{
    GazKeptEntry *entry = (GazKeptEntry *)(void *)*at;
    char *name = *at + sizeof *entry;

    if ((size_t)(end - *at) <= sizeof *entry || size_of(entry) > (size_t)(end - *at) ||
        name[entry->length] != '\0')
        return false;
    entry->index = list->entries->len;
    g_ptr_array_add(list->entries, entry);
    g_hash_table_insert(list->by_name, name, entry);
    *at += size_of(entry);
    return true;
}

static bool read_entries(GazKeptList *list, gsize length)
{
    char *at = list->text + ENTRIES_AT;

    while (at < list->text + length)
        if (!read_entry(list, &at, list->text + length))
            return false;
    return true;
}

/* A mark of each: a page or two of memory. */
static bool make_marks(GazKeptList *list)
{
    void *marks;

    list->room = MAX(list->entries->len, 1);
    marks = mmap(NULL, list->room, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    list->marks = marks == MAP_FAILED ? NULL : marks;
    return list->marks != NULL;
}

GazKeptList *gaz_kept_list_read(const char *path, const GazKey *basis)
{
    GazKeptList *list = g_new0(GazKeptList, 1);
    gsize length;

    list->entries = g_ptr_array_new();
    list->by_name = g_hash_table_new(g_str_hash, g_str_equal);
    if (g_file_get_contents(path, &list->text, &length, NULL) && is_ours(list->text, length, basis) &&
        read_entries(list, length) && make_marks(list))
        return list;
    g_ptr_array_set_size(list->entries, 0);
    g_hash_table_remove_all(list->by_name);
    return list;
}

void gaz_kept_list_free(GazKeptList *list)
{
    if (list == NULL)
        return;
    if (list->marks != NULL)
        munmap(list->marks, list->room);
    g_hash_table_unref(list->by_name);
    g_ptr_array_unref(list->entries);
    g_free(list->text);
    g_free(list);
}

const GazKeptEntry *gaz_kept_list_lookup(const GazKeptList *list, const char *name)
{
    return g_hash_table_lookup(list->by_name, name);
}

size_t gaz_kept_list_size(const GazKeptList *list)
{
    return list->entries->len;
}

const GazKeptEntry *gaz_kept_list_entry(const GazKeptList *list, size_t index)
{
    return index < list->entries->len ? list->entries->pdata[index] : NULL;
}

const char *gaz_kept_entry_name(const GazKeptEntry *entry)
{
    return (const char *)(entry + 1);
}

GazKeptMark gaz_kept_list_mark(const GazKeptList *list, const GazKeptEntry *entry)
{
    return (GazKeptMark)list->marks[entry->index];
}

void gaz_kept_list_set_mark(const GazKeptList *list, const GazKeptEntry *entry, GazKeptMark mark)
{
    list->marks[entry->index] = (unsigned char)mark;
}

void gaz_kept_list_add(GString *list, const char *name, const GazKeptEntry *entry)
{
    GazKeptEntry own;

    memset(&own, 0, sizeof own); /* gaps as well: equal lists are to have equal bytes */
    own.stamp = entry->stamp;
    own.key = entry->key;
    own.sum = entry->sum;
    own.number = entry->number;
    own.length = (guint32)strlen(name);
    g_string_append_len(list, (const char *)&own, sizeof own);
    g_string_append_len(list, name, (gssize)own.length + 1);
    fill_up(list);
}

/* Nothing waits for the disk here: of a list that a crash leaves torn the CRC isn't right. */
void gaz_kept_list_write(GString *list, const char *path)
{
    set_crc(list->str, list->str + ENTRIES_AT, list->len - ENTRIES_AT);
    g_unlink(path);
    if (!gaz_new_file_write(path, list->str, list->len, 0666, NULL))
        g_unlink(path);
}
