/* kept.c - the list is a heading, the basis's sum, the sum of all that follows, then of each file what is
 * known of it as it lies in memory, as only the program that wrote it reads it: it is part of the basis. */
#include "base/kept.h"

#include "base/new_file.h"
#include "base/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define HEADING "gazette kept 3"

/* What the disk says of a file: another one after whoever writes to it, puts another in its place, or sets
 * its times. */
enum { STAMP_PARTS = 4 };
typedef struct {
    guint64 parts[STAMP_PARTS]; /* its number, size [bytes], last writing and last change of any kind [ns] */
} Stamp;

/* Of the publication before, as the list has it; its name and a NUL follow. */
typedef struct {
    char key[GAZ_SUM_LENGTH], sum[GAZ_SUM_LENGTH];
    Stamp stamp;
    guint32 number, length; /* the caller's; of the name [bytes] */
} Entry;
G_STATIC_ASSERT(sizeof(Entry) == 2 * GAZ_SUM_LENGTH + sizeof(Stamp) + 2 * sizeof(guint32)); /* no gaps */

/* What the list knows, and whether something stands under its name below `now` that was left there. */
typedef struct {
    Entry entry;
    bool stands;
} Known;

/* What a note says: the file stood there and was taken; it got a new name; it was written, with this sum; it
 * was made from this key. */
typedef enum { STOOD = 's', TAKEN = 't', WRITTEN = 'w', MADE = 'm' } Kind;

/* A file as others see it, and whether its name is as old as its stamp. */
typedef struct {
    GazKeptFile file; /* first: the table lends these */
    bool stood;
} Noted;

/* "KIND KEY SUM NUMBER NAME\n" each, blanks where a note of its kind doesn't say. */
enum { KEY_AT = 2, SUM_AT = KEY_AT + GAZ_SUM_LENGTH + 1, NUMBER_AT = SUM_AT + GAZ_SUM_LENGTH + 1 };
#define BLANK "                                                                "
G_STATIC_ASSERT(sizeof BLANK == GAZ_SUM_LENGTH + 1);

struct GazKept {
    char *before, *now;
    int old, new;        /* the same as open folders; -1: there is none */
    char *basis;         /* its sum */
    char *text;          /* the list's; NULL: there is none */
    GHashTable *entries; /* const char * name, lent by the text, to Known * */
    GHashTable *folders; /* char *: those below `now` that are there */
    GPtrArray *left;     /* of char *: folders found below `now`, each after its parent; NULL: none were */
    GString *notes;      /* since they were last read */
    GPtrArray *read;     /* of char *: those read, which lend to the files */
    GHashTable *files;   /* const char * name to Noted *: what they say */
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

/* What follows the heading and the sums in the list; NULL where it isn't one of ours, whole, on the same
 * basis. */
static const char *entries_of(const GazKept *kept, const char *text, gsize length)
{
    g_autofree char *start = g_strdup_printf(HEADING "\n%s\n", kept->basis);
    size_t sum_at = strlen(start), at = sum_at + GAZ_SUM_LENGTH + 1;
    GazSum sum;

    if (length < at || memcmp(text, start, sum_at) != 0 || text[at - 1] != '\n')
        return NULL;
    sum = gaz_sum_of(text + at, length - at);
    return memcmp(sum.text, text + sum_at, GAZ_SUM_LENGTH) == 0 ? text + at : NULL;
}

/* One entry; moves `at` behind it. */
static bool read_entry(GazKept *kept, const char **at, const char *end)
{
    Known known = {.stands = false};
    Entry *entry = &known.entry;
    const char *name;

    if ((size_t)(end - *at) <= sizeof *entry)
        return false;
    memcpy(entry, *at, sizeof *entry);
    name = *at + sizeof *entry;
    if (entry->length >= (size_t)(end - name) || name[entry->length] != '\0')
        return false;
    g_hash_table_insert(kept->entries, (char *)name, g_memdup2(&known, sizeof known));
    *at = name + entry->length + 1;
    return true;
}

/* Fills in the entries; leaves none where the list is no good. */
static void read_list(GazKept *kept, const char *list)
{
    gsize length;
    const char *at;

    if (!g_file_get_contents(list, &kept->text, &length, NULL))
        return;
    at = entries_of(kept, kept->text, length);
    while (at != NULL && at < kept->text + length)
        if (!read_entry(kept, &at, kept->text + length)) {
            g_hash_table_remove_all(kept->entries);
            return;
        }
}

static int open_folder(const char *path)
{
    return open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
}

GazKept *gaz_kept_read(const char *list, const char *before, const char *now, const char *basis)
{
    GazKept *kept = g_new0(GazKept, 1);

    kept->before = g_strdup(before);
    kept->now = g_strdup(now);
    kept->old = open_folder(before);
    kept->new = open_folder(now);
    kept->basis = g_strdup(gaz_sum_of(basis, strlen(basis)).text);
    kept->entries = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    kept->folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    kept->notes = g_string_new(NULL);
    kept->read = g_ptr_array_new_with_free_func(g_free);
    kept->files = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
    if (kept->old >= 0 && kept->new >= 0)
        read_list(kept, list);
    return kept;
}

void gaz_kept_free(GazKept *kept)
{
    if (kept == NULL)
        return;
    if (kept->old >= 0)
        close(kept->old);
    if (kept->new >= 0)
        close(kept->new);
    g_hash_table_unref(kept->files);
    g_ptr_array_unref(kept->read);
    g_hash_table_unref(kept->entries);
    g_hash_table_unref(kept->folders);
    g_clear_pointer(&kept->left, g_ptr_array_unref);
    g_string_free(kept->notes, TRUE);
    g_free(kept->before);
    g_free(kept->now);
    g_free(kept->basis);
    g_free(kept->text);
    g_free(kept);
}

/* Whether what couldn't be removed as an empty folder is none, or none any more. */
static bool is_in_use(int cause)
{
    return cause == ENOTEMPTY || cause == EEXIST || cause == ENOENT || cause == ENOTDIR;
}

/* The folders that are empty, but for `now` itself, which they begin with. */
static bool remove_empty(const GazKept *kept, GError **error)
{
    for (unsigned i = kept->left == NULL ? 0 : kept->left->len; i > 1; i--) {
        const char *name = kept->left->pdata[i - 1];

        if (unlinkat(kept->new, name, AT_REMOVEDIR) != 0 && !is_in_use(errno))
            return gaz_tree_fail_below(error, kept->now, name, "remove");
    }
    return true;
}

bool gaz_kept_clear(GazKept *kept, GError **error)
{
    g_autoptr(GazTree) tree = gaz_tree_read_unsorted(kept->now, error);

    if (tree == NULL)
        return false;
    for (unsigned i = 0; i < tree->files->len; i++) {
        const char *name = tree->files->pdata[i];
        Known *known = g_hash_table_lookup(kept->entries, name);

        if (known != NULL)
            known->stands = true;
        else if (unlinkat(kept->new, name, 0) != 0)
            return gaz_tree_fail_below(error, kept->now, name, "remove");
    }
    kept->left = g_ptr_array_ref(tree->folders);
    return remove_empty(kept, error); /* one may stand where a file will */
}

bool gaz_kept_clear_rest(GazKept *kept, GError **error)
{
    GHashTable *files = gaz_kept_files(kept);
    GHashTableIter iter;
    void *name, *known;

    g_hash_table_iter_init(&iter, kept->entries);
    while (g_hash_table_iter_next(&iter, &name, &known))
        if (((Known *)known)->stands && !g_hash_table_contains(files, name) &&
            unlinkat(kept->new, name, 0) != 0 && errno != ENOENT) /* a process may have left it */
            return gaz_tree_fail_below(error, kept->now, name, "remove");
    return remove_empty(kept, error);
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

/* The content of the old file `name` where it still is what was published; else NULL. Yours: g_free(). */
static char *read_unchanged(const GazKept *kept, const char *name, const Entry *entry, gsize *length)
{
    g_autofree char *old = g_build_filename(kept->before, name, NULL);
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
typedef enum { NOT_PUT, STANDING, LINKED, COPIED } Way;

/* Of a file whose bytes tell whether it is what was published. */
static Way put_by_content(const GazKept *kept, const Entry *entry, const char *name, const char *path)
{
    gsize length;
    g_autofree char *content = read_unchanged(kept, name, entry, &length);

    if (content == NULL)
        return NOT_PUT;
    if (linkat(kept->old, name, kept->new, name, 0) == 0)
        return LINKED;
    return errno != EEXIST && gaz_new_file_write(path, content, length, 0666, GAZ_FLUSH_LATER, NULL)
               ? COPIED
               : NOT_PUT;
}

/* Half of a build after a change went into reading through thousands of files that nobody had touched.
 * `*untouched`: whether the file is that of the list, as it was. False: there is no file. */
static bool find(int folder, const char *name, const Entry *entry, bool *untouched)
{
    struct stat facts;
    Stamp stamp;

    if (fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(facts.st_mode))
        return false;
    stamp = stamp_of(&facts);
    *untouched = memcmp(&stamp, &entry->stamp, sizeof stamp) == 0;
    return true;
}

static Way put(GazKept *kept, const Entry *entry, const char *name, const char *path)
{
    bool untouched;

    if (!find(kept->old, name, entry, &untouched) || !make_folder_of(kept, path))
        return NOT_PUT;
    if (untouched && linkat(kept->old, name, kept->new, name, 0) == 0)
        return LINKED;
    return put_by_content(kept, entry, name, path);
}

static void leave(GazKept *kept, const char *name, Known *known)
{
    if (known->stands)
        (void)unlinkat(kept->new, name, 0); /* whoever writes there says what is wrong */
    known->stands = false;
}

/* Of a file whose name, put there for the publication before the last, may have stayed that of the same. */
static Way stay_or_put(GazKept *kept, Known *known, const char *name, const char *path)
{
    bool untouched = false;

    if (known->stands && find(kept->new, name, &known->entry, &untouched) && untouched)
        return STANDING;
    leave(kept, name, known);
    return put(kept, &known->entry, name, path);
}

static Known *look_up(const GazKept *kept, const char *name)
{
    return name == NULL ? NULL : g_hash_table_lookup(kept->entries, name);
}

/* `key` and `sum` needn't end; thousands of notes are made, which printf would take its time for. */
static void add_note(GazKept *kept, const char *name, Kind kind, const char *key, const char *sum,
                     unsigned number)
{
    char digits[16];

    if (name == NULL || strchr(name, '\n') != NULL)
        return;
    g_snprintf(digits, sizeof digits, " %u ", number);
    g_string_append_c(kept->notes, (char)kind);
    g_string_append_c(kept->notes, ' ');
    g_string_append_len(kept->notes, key, GAZ_SUM_LENGTH);
    g_string_append_c(kept->notes, ' ');
    g_string_append_len(kept->notes, sum, GAZ_SUM_LENGTH);
    g_string_append(kept->notes, digits);
    g_string_append(kept->notes, name);
    g_string_append_c(kept->notes, '\n');
}

bool gaz_kept_take(GazKept *kept, const char *path, const GazSum *key, unsigned *number)
{
    const char *name = name_of(kept, path);
    Known *known = look_up(kept, name);
    const Entry *entry = known == NULL ? NULL : &known->entry;
    bool same = entry != NULL && memcmp(entry->key, key->text, GAZ_SUM_LENGTH) == 0;
    Way way = same ? stay_or_put(kept, known, name, path) : NOT_PUT;

    if (way == NOT_PUT) {
        gaz_kept_leave(kept, path);
        return false;
    }
    if (number != NULL)
        *number = entry->number;
    kept->taken++;
    if (way == COPIED) {
        add_note(kept, name, WRITTEN, BLANK, entry->sum, 0);
        add_note(kept, name, MADE, entry->key, BLANK, entry->number);
    } else {
        add_note(kept, name, way == STANDING ? STOOD : TAKEN, entry->key, entry->sum, entry->number);
    }
    return true;
}

void gaz_kept_leave(GazKept *kept, const char *path)
{
    const char *name = name_of(kept, path);
    Known *known = look_up(kept, name);

    if (known != NULL)
        leave(kept, name, known);
}

void gaz_kept_note_sum(GazKept *kept, const char *path, const GazSum *sum)
{
    add_note(kept, name_of(kept, path), WRITTEN, BLANK, sum->text, 0);
}

void gaz_kept_note(GazKept *kept, const char *path, const GazSum *key, unsigned number)
{
    add_note(kept, name_of(kept, path), MADE, key->text, BLANK, number);
}

void gaz_kept_begin(GazKept *kept)
{
    g_string_truncate(kept->notes, 0);
}

char *gaz_kept_tell(const GazKept *kept)
{
    return g_strdup(kept->notes->str);
}

unsigned gaz_kept_taken(const GazKept *kept)
{
    return kept->taken;
}

/* Adds what `note` says, whose parts have ends of their own, of the file `name`. */
static void add_file(GHashTable *files, const char *note, const char *name)
{
    Noted *noted = g_hash_table_lookup(files, name);
    GazKeptFile *file;
    unsigned number = (unsigned)strtoul(note + NUMBER_AT, NULL, 10);

    if (noted == NULL) {
        noted = g_new0(Noted, 1);
        g_hash_table_insert(files, (char *)name, noted);
    }
    file = &noted->file;
    noted->stood = note[0] == STOOD;
    if (note[0] == TAKEN || note[0] == STOOD)
        *file = (GazKeptFile){note + KEY_AT, note + SUM_AT, number, true};
    else if (note[0] == WRITTEN)
        *file = (GazKeptFile){NULL, note + SUM_AT, 0, false};
    else /* a file that was taken has another in its place */
        *file = (GazKeptFile){note + KEY_AT, file->on_disk ? NULL : file->sum, number, false};
}

/* Takes the `notes`, and cuts them. */
static void read_notes(GazKept *kept, char *notes)
{
    char *name;

    g_ptr_array_add(kept->read, notes);
    for (char *note = notes, *end; (end = strchr(note, '\n')) != NULL; note = end + 1) {
        *end = '\0';
        name = end - note <= NUMBER_AT ? NULL : strchr(note + NUMBER_AT, ' ');
        if (name == NULL)
            continue;
        note[SUM_AT - 1] = note[NUMBER_AT - 1] = *name = '\0';
        add_file(kept->files, note, name + 1);
    }
}

/* Those of this process. */
static void read_own_notes(GazKept *kept)
{
    if (kept->notes->len == 0)
        return;
    read_notes(kept, g_string_free(kept->notes, FALSE));
    kept->notes = g_string_new(NULL);
}

void gaz_kept_hear(GazKept *kept, const char *notes)
{
    read_own_notes(kept);
    read_notes(kept, g_strdup(notes));
}

GHashTable *gaz_kept_files(GazKept *kept)
{
    read_own_notes(kept);
    return kept->files;
}

/* NULL: nothing was heard of it. */
static const GazKeptFile *heard_of(const GazKept *kept, const char *path)
{
    const char *name = name_of(kept, path);

    return name == NULL ? NULL : g_hash_table_lookup(kept->files, name);
}

const char *gaz_kept_heard(const GazKept *kept, const char *path)
{
    const GazKeptFile *file = heard_of(kept, path);

    return file == NULL ? NULL : file->sum;
}

const char *gaz_kept_heard_key(const GazKept *kept, const char *path)
{
    const GazKeptFile *file = heard_of(kept, path);

    return file == NULL ? NULL : file->key;
}

const char *gaz_kept_sum(GazKept *kept, const char *path)
{
    read_own_notes(kept);
    return gaz_kept_heard(kept, path);
}

/* What the disk says of the file `name` below the open folder `published`. False: there is none. */
static bool find_stamp(const GazKept *kept, const char *name, const Noted *noted, int published, Stamp *stamp)
{
    const Known *known = noted->stood ? look_up(kept, name) : NULL;
    struct stat facts;

    if (known == NULL && fstatat(published, name, &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    *stamp = known != NULL ? known->entry.stamp : stamp_of(&facts);
    return true;
}

/* Adds the entry of the file `name` below the open folder `published`, if it is there. */
static void add_entry(const GazKept *kept, GString *entries, const char *name, const Noted *noted,
                      const char *sum, int published)
{
    Entry entry = {.number = noted->file.number, .length = (guint32)strlen(name)};

    if (!find_stamp(kept, name, noted, published, &entry.stamp))
        return;
    memcpy(entry.key, noted->file.key, GAZ_SUM_LENGTH);
    memcpy(entry.sum, sum, GAZ_SUM_LENGTH);
    g_string_append_len(entries, (const char *)&entry, sizeof entry);
    g_string_append_len(entries, name, (gssize)entry.length + 1);
}

/* Nothing waits for the disk here: of a list that a crash leaves torn the sum isn't right. */
static void write_list(const GazKept *kept, const char *list, const GString *entries)
{
    GazSum sum = gaz_sum_of(entries->str, entries->len);
    g_autoptr(GString) text = g_string_sized_new(entries->len + 4 * GAZ_SUM_LENGTH);

    g_string_append_printf(text, HEADING "\n%s\n%s\n", kept->basis, sum.text);
    g_string_append_len(text, entries->str, (gssize)entries->len);
    g_unlink(list);
    if (!gaz_new_file_write(list, text->str, text->len, 0666, GAZ_FLUSH_LATER, NULL))
        g_unlink(list);
}

void gaz_kept_write(GazKept *kept, const char *list, GHashTable *sums)
{
    g_autoptr(GString) entries = g_string_new(NULL);
    int published = open_folder(kept->before);
    GHashTableIter iter;
    void *name, *file;

    g_hash_table_iter_init(&iter, gaz_kept_files(kept));
    while (published >= 0 && g_hash_table_iter_next(&iter, &name, &file)) {
        const char *sum = ((Noted *)file)->file.key == NULL ? NULL : g_hash_table_lookup(sums, name);

        if (sum != NULL)
            add_entry(kept, entries, name, file, sum, published);
    }
    if (published >= 0)
        close(published);
    write_list(kept, list, entries);
}
