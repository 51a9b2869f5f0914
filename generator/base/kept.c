/* kept.c - what was taken or written is noted as text, which processes can tell each other. */
#include "base/kept.h"

#include "base/arena.h"
#include "base/kept_list.h"
#include "base/new_file.h"
#include "base/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

/* What a note says: "t NAME", the file was taken and got a new name; "w SUM NAME", it was written; "m KEY
 * NUMBER NAME", it was made from this key. Each ends with a line break. Of a file taken where it stands there
 * is none: the list's mark says so, to all processes. After one changed cell these are nearly all files, and
 * to tell and hear of each took a twentieth of the build. */
typedef enum { TAKEN = 't', WRITTEN = 'w', MADE = 'm' } Kind;
enum {
    WORD_AT = 2, /* the first after the kind */
    BEHIND_SUM = WORD_AT + GAZ_SUM_LENGTH + 1,
    BEHIND_KEY = WORD_AT + GAZ_KEY_LENGTH + 1
};

/* A file that got its name in this publication. */
typedef struct {
    GazKeptFile file;
    bool linked; /* whether that is another name of what was published */
} Noted;

struct GazKept {
    char *before, *now;
    int old, new; /* the same as open folders; -1: there is none */
    GazKey basis;
    GazKeptList *list;   /* of the publication before */
    GHashTable *folders; /* char *: those below `now` that are there */
    GPtrArray *left;     /* of char *: folders found below `now`, each after its parent; NULL: none were */
    GString *notes;      /* since they were last read */
    GPtrArray *read;     /* of char *: those read, which lend to the files */
    GazArena *arena;     /* of the files */
    GHashTable *noted;   /* const char * name to Noted *: what the notes say */
    unsigned taken;
};

GazKept *gaz_kept_read(const char *list, const char *before, const char *now, const char *basis)
{
    GazKept *kept = g_new0(GazKept, 1);

    kept->before = g_strdup(before);
    kept->now = g_strdup(now);
    kept->old = gaz_tree_open(before, NULL);
    kept->new = gaz_tree_open(now, NULL);
    kept->basis = gaz_key_of(basis, strlen(basis));
    kept->list = gaz_kept_list_read(kept->old < 0 || kept->new < 0 ? "" : list, &kept->basis);
    kept->folders = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    kept->notes = g_string_new(NULL);
    kept->read = g_ptr_array_new_with_free_func(g_free);
    kept->arena = gaz_arena_new();
    kept->noted = g_hash_table_new(g_str_hash, g_str_equal);
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
    g_hash_table_unref(kept->noted);
    g_ptr_array_unref(kept->read);
    gaz_arena_free(kept->arena);
    gaz_kept_list_free(kept->list);
    g_hash_table_unref(kept->folders);
    g_clear_pointer(&kept->left, g_ptr_array_unref);
    g_string_free(kept->notes, TRUE);
    g_free(kept->before);
    g_free(kept->now);
    g_free(kept);
}

bool gaz_kept_is_empty(const GazKept *kept)
{
    return gaz_kept_list_size(kept->list) == 0;
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
    gaz_tree_let_write(kept->new, tree->folders);
    for (unsigned i = 0; i < tree->files->len; i++) {
        const char *name = tree->files->pdata[i];
        const GazKeptEntry *entry = gaz_kept_list_lookup(kept->list, name);

        if (entry != NULL)
            gaz_kept_list_set_mark(kept->list, entry, GAZ_KEPT_LEFT);
        else if (unlinkat(kept->new, name, 0) != 0)
            return gaz_tree_fail_below(error, kept->now, name, "remove");
    }
    kept->left = g_ptr_array_ref(tree->folders);
    return remove_empty(kept, error); /* one may stand where a file will */
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
static char *read_unchanged(const GazKept *kept, const char *name, const GazKeptEntry *entry, gsize *length)
{
    g_autofree char *old = g_build_filename(kept->before, name, NULL);
    char *content = NULL;
    GazSum sum;

    if (!g_file_get_contents(old, &content, length, NULL))
        return NULL;
    sum = gaz_sum_of(content, *length);
    if (strcmp(sum.text, entry->sum.text) != 0)
        g_clear_pointer(&content, g_free);
    return content;
}

/* How a file got to its new place. */
typedef enum { NOT_PUT, STANDING, LINKED, COPIED } Way;

/* Of a file whose bytes tell whether it is what was published. */
static Way put_by_content(const GazKept *kept, const GazKeptEntry *entry, const char *name, const char *path)
{
    gsize length;
    g_autofree char *content = read_unchanged(kept, name, entry, &length);

    if (content == NULL)
        return NOT_PUT;
    if (linkat(kept->old, name, kept->new, name, 0) == 0)
        return LINKED;
    if (errno == EEXIST)
        return NOT_PUT;
    if (gaz_new_file_write(path, content, length, 0666, NULL))
        return COPIED;
    (void)unlinkat(kept->new, name, 0); /* a part of it; whoever writes there says what is wrong */
    return NOT_PUT;
}

/* Half of a build after a change went into reading through thousands of files that nobody had touched.
 * `*untouched`: whether the file is that of the list, as it was. False: there is no file. */
static bool find(int folder, const char *name, const GazKeptEntry *entry, bool *untouched)
{
    struct stat facts;
    GazDiskStamp stamp;

    if (fstatat(folder, name, &facts, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISREG(facts.st_mode))
        return false;
    stamp = gaz_disk_stamp(&facts);
    *untouched = gaz_disk_stamps_equal(&stamp, &entry->stamp);
    return true;
}

static Way put(GazKept *kept, const GazKeptEntry *entry, const char *name, const char *path)
{
    bool untouched;

    if (!find(kept->old, name, entry, &untouched) || !make_folder_of(kept, path))
        return NOT_PUT;
    if (untouched && linkat(kept->old, name, kept->new, name, 0) == 0)
        return LINKED;
    return put_by_content(kept, entry, name, path);
}

static void leave(GazKept *kept, const char *name, const GazKeptEntry *entry)
{
    if (gaz_kept_list_mark(kept->list, entry) != GAZ_KEPT_AWAY)
        (void)unlinkat(kept->new, name, 0); /* whoever writes there says what is wrong */
    gaz_kept_list_set_mark(kept->list, entry, GAZ_KEPT_AWAY);
}

/* Of a file whose name, put there for the publication before the last, may have stayed that of the same. */
static Way stay_or_put(GazKept *kept, const GazKeptEntry *entry, const char *name, const char *path)
{
    bool untouched = false;

    if (gaz_kept_list_mark(kept->list, entry) != GAZ_KEPT_AWAY && find(kept->new, name, entry, &untouched) &&
        untouched) {
        gaz_kept_list_set_mark(kept->list, entry, GAZ_KEPT_STANDS);
        return STANDING;
    }
    leave(kept, name, entry);
    return put(kept, entry, name, path);
}

static const GazKeptEntry *look_up(const GazKept *kept, const char *name)
{
    return name == NULL ? NULL : gaz_kept_list_lookup(kept->list, name);
}

/* `word`, a key or sum, and `digits` may be NULL; thousands of notes are made, which printf would take its
 * time for. */
static void add_note(GazKept *kept, const char *name, Kind kind, const char *word, const char *digits)
{
    if (name == NULL || strchr(name, '\n') != NULL)
        return;
    g_string_append_c(kept->notes, (char)kind);
    g_string_append_c(kept->notes, ' ');
    if (word != NULL) {
        g_string_append(kept->notes, word);
        g_string_append_c(kept->notes, ' ');
    }
    if (digits != NULL)
        g_string_append(kept->notes, digits);
    g_string_append(kept->notes, name);
    g_string_append_c(kept->notes, '\n');
}

static void add_made(GazKept *kept, const char *name, const GazKey *key, unsigned number)
{
    char digits[16];

    g_snprintf(digits, sizeof digits, "%u ", number);
    add_note(kept, name, MADE, key->text, digits);
}

/* Notes the file and gives its number. */
static void note_taken(GazKept *kept, const char *name, const GazKeptEntry *entry, Way way, unsigned *number)
{
    kept->taken++;
    if (number != NULL)
        *number = entry->number;
    if (way == COPIED) {
        add_note(kept, name, WRITTEN, entry->sum.text, NULL);
        add_made(kept, name, &entry->key, entry->number);
    } else if (way == LINKED) {
        add_note(kept, name, TAKEN, NULL, NULL);
    }
}

bool gaz_kept_take_or_stand(GazKept *kept, const char *path, const GazKey *key, unsigned *number)
{
    const char *name = name_of(kept, path);
    const GazKeptEntry *entry = look_up(kept, name);
    bool same = entry != NULL && strcmp(entry->key.text, key->text) == 0;
    Way way = same ? stay_or_put(kept, entry, name, path) : NOT_PUT;

    if (way != NOT_PUT)
        note_taken(kept, name, entry, way, number);
    return way != NOT_PUT;
}

bool gaz_kept_take(GazKept *kept, const char *path, const GazKey *key, unsigned *number)
{
    bool taken = gaz_kept_take_or_stand(kept, path, key, number);

    if (!taken)
        gaz_kept_leave(kept, path);
    return taken;
}

bool gaz_kept_stands(const GazKept *kept, const char *path)
{
    const GazKeptEntry *entry = look_up(kept, name_of(kept, path));

    return entry != NULL && gaz_kept_list_mark(kept->list, entry) != GAZ_KEPT_AWAY;
}

void gaz_kept_leave(GazKept *kept, const char *path)
{
    const char *name = name_of(kept, path);
    const GazKeptEntry *entry = look_up(kept, name);

    if (entry != NULL)
        leave(kept, name, entry);
}

void gaz_kept_note_sum(GazKept *kept, const char *path, const GazSum *sum)
{
    add_note(kept, name_of(kept, path), WRITTEN, sum->text, NULL);
}

void gaz_kept_note(GazKept *kept, const char *path, const GazKey *key, unsigned number)
{
    add_made(kept, name_of(kept, path), key, number);
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

/* What is noted of the file `name`, to be set: it isn't the one that stood there any more. */
static Noted *noted_of(GazKept *kept, const char *name)
{
    Noted *noted = g_hash_table_lookup(kept->noted, name);
    const GazKeptEntry *entry = look_up(kept, name);

    if (entry != NULL)
        gaz_kept_list_set_mark(kept->list, entry, GAZ_KEPT_AWAY);
    if (noted == NULL) {
        noted = gaz_arena_new0(kept->arena, Noted, 1);
        g_hash_table_insert(kept->noted, (char *)name, noted);
    }
    return noted;
}

/* Both processes have the same list. */
static void read_taken(GazKept *kept, const char *name)
{
    const GazKeptEntry *entry = look_up(kept, name);

    if (entry != NULL)
        *noted_of(kept, name) = (Noted){{entry->key.text, entry->sum.text, entry->number}, true};
}

/* Cuts the note. */
static void read_written(GazKept *kept, char *note)
{
    note[BEHIND_SUM - 1] = '\0';
    *noted_of(kept, note + BEHIND_SUM) = (Noted){{NULL, note + WORD_AT, 0}, false};
}

/* Cuts the note. Where a file that was taken has another in its place, the sum of that isn't known. */
static void read_made(GazKept *kept, char *note)
{
    char *name;
    unsigned number = (unsigned)strtoul(note + BEHIND_KEY, &name, 10);
    Noted *noted = noted_of(kept, name + 1);

    note[BEHIND_KEY - 1] = '\0';
    *noted = (Noted){{note + WORD_AT, noted->linked ? NULL : noted->file.sum, number}, false};
}

/* Takes the `notes`, and cuts them. */
static void read_notes(GazKept *kept, char *notes)
{
    g_ptr_array_add(kept->read, notes);
    for (char *note = notes, *end; (end = strchr(note, '\n')) != NULL; note = end + 1) {
        *end = '\0';
        if (note[0] == TAKEN)
            read_taken(kept, note + WORD_AT);
        else if (note[0] == WRITTEN)
            read_written(kept, note);
        else
            read_made(kept, note);
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

bool gaz_kept_clear_rest(GazKept *kept, GError **error)
{
    const GazKeptEntry *entry;

    read_own_notes(kept); /* what was written over is no longer left */
    for (size_t i = 0; (entry = gaz_kept_list_entry(kept->list, i)) != NULL; i++) {
        const char *name = gaz_kept_entry_name(entry);

        if (gaz_kept_list_mark(kept->list, entry) == GAZ_KEPT_LEFT && unlinkat(kept->new, name, 0) != 0 &&
            errno != ENOENT)
            return gaz_tree_fail_below(error, kept->now, name, "remove");
    }
    return remove_empty(kept, error);
}

/* What was heard of the file. */
static bool find_heard(const GazKept *kept, const char *name, GazKeptFile *file)
{
    const Noted *noted = g_hash_table_lookup(kept->noted, name);
    const GazKeptEntry *entry;

    if (noted != NULL) {
        *file = noted->file;
        return true;
    }
    entry = look_up(kept, name);
    if (entry == NULL || gaz_kept_list_mark(kept->list, entry) != GAZ_KEPT_STANDS)
        return false;
    *file = (GazKeptFile){entry->key.text, entry->sum.text, entry->number};
    return true;
}

bool gaz_kept_find(GazKept *kept, const char *name, GazKeptFile *file)
{
    read_own_notes(kept);
    return find_heard(kept, name, file);
}

GPtrArray *gaz_kept_names(GazKept *kept)
{
    GPtrArray *names = g_ptr_array_new();
    GHashTableIter iter;
    const GazKeptEntry *entry;
    void *name;

    read_own_notes(kept);
    g_hash_table_iter_init(&iter, kept->noted);
    while (g_hash_table_iter_next(&iter, &name, NULL))
        g_ptr_array_add(names, name);
    for (size_t i = 0; (entry = gaz_kept_list_entry(kept->list, i)) != NULL; i++)
        if (gaz_kept_list_mark(kept->list, entry) == GAZ_KEPT_STANDS)
            g_ptr_array_add(names, (void *)gaz_kept_entry_name(entry));
    return names;
}

/* The same of a file by its path. */
static GazKeptFile heard_of(const GazKept *kept, const char *path)
{
    const char *name = name_of(kept, path);
    GazKeptFile file = {NULL, NULL, 0};

    if (name != NULL)
        (void)find_heard(kept, name, &file);
    return file;
}

const char *gaz_kept_heard(const GazKept *kept, const char *path)
{
    return heard_of(kept, path).sum;
}

const char *gaz_kept_heard_key(const GazKept *kept, const char *path)
{
    return heard_of(kept, path).key;
}

const char *gaz_kept_sum(GazKept *kept, const char *path)
{
    read_own_notes(kept);
    return gaz_kept_heard(kept, path);
}

/* Whether somebody wrote to a file while it had a name in both: another name changes none but the last of
 * what the disk says. */
static bool is_written_to(const GazKept *kept, const char *name, const GazDiskStamp *stamp)
{
    const GazKeptEntry *entry = look_up(kept, name);

    return entry == NULL ||
           memcmp(stamp, &entry->stamp, offsetof(GazDiskStamp, parts[GAZ_DISK_STAMP_CHANGED])) != 0;
}

/* Adds the entry of a file that got its name since, if it is there below the open folder `published`. One
 * that isn't what its sum says any more is left out, and made anew next time. */
static void add_entry(const GazKept *kept, GString *list, const char *name, const Noted *noted, int published)
{
    const GazKeptFile *file = &noted->file;
    GazKeptEntry entry = {.number = file->number};
    struct stat facts;

    if (file->key == NULL || file->sum == NULL || fstatat(published, name, &facts, AT_SYMLINK_NOFOLLOW) != 0)
        return;
    entry.stamp = gaz_disk_stamp(&facts);
    if (noted->linked && is_written_to(kept, name, &entry.stamp))
        return;
    memcpy(entry.key.text, file->key, GAZ_KEY_LENGTH + 1);
    memcpy(entry.sum.text, file->sum, GAZ_SUM_LENGTH + 1);
    gaz_kept_list_add(list, name, &entry);
}

/* Those that got their names since, then those that stand where they stood, which are as they were. */
static void add_entries(const GazKept *kept, GString *list, int published)
{
    const GazKeptEntry *entry;
    GHashTableIter iter;
    void *name, *noted;

    g_hash_table_iter_init(&iter, kept->noted);
    while (g_hash_table_iter_next(&iter, &name, &noted))
        add_entry(kept, list, name, noted, published);
    for (size_t i = 0; (entry = gaz_kept_list_entry(kept->list, i)) != NULL; i++)
        if (gaz_kept_list_mark(kept->list, entry) == GAZ_KEPT_STANDS)
            gaz_kept_list_add(list, gaz_kept_entry_name(entry), entry);
}

void gaz_kept_write(GazKept *kept, const char *list)
{
    g_autoptr(GString) text = NULL;
    int published = gaz_tree_open(kept->before, NULL);

    read_own_notes(kept);
    text = gaz_kept_list_begin(&kept->basis, gaz_kept_list_size(kept->list) + g_hash_table_size(kept->noted));
    if (published >= 0) {
        add_entries(kept, text, published);
        close(published); /* only read from */
    }
    gaz_kept_list_write(text, list);
}
