/* kept.h - files of the publication before that serve again. Each is known by its key, that of all that it is
 * made from. It is taken where the disk says that nobody has touched it since it was published (its
 * number, size, and the times of its last change, of which the last can't be set by hand), or else where its
 * bytes still are those published; any other is made anew. What is taken is the same file under a second
 * name, or a copy where the disk has no such names. The new publication may begin as the one before the last:
 * most of its names are those of the same files then, and stay as they are. */
#ifndef GAZETTE_BASE_KEPT_H
#define GAZETTE_BASE_KEPT_H
#include "base/key.h"
#include "base/sum.h"

typedef struct GazKept GazKept;

/* Files below `before` may serve below `now`, as the list at `list` says: what gaz_kept_write() left there. A
 * list that isn't there, or says anything else, is an empty one. `basis`: what every file is made from as
 * well (the program, its libraries). Yours: gaz_kept_free(). */
GazKept *gaz_kept_read(const char *list, const char *before, const char *now, const char *basis);
void gaz_kept_free(GazKept *kept);
/* Whether no file can be taken. */
bool gaz_kept_is_empty(const GazKept *kept);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazKept, gaz_kept_free)

/* Where files of an earlier publication stand below `now`: leaves those that the list knows, to be taken
 * where they stand, and removes all others. False with `error` set where that can't be done. */
bool gaz_kept_clear(GazKept *kept, GError **error);

/* Removes those that were left by gaz_kept_clear() and never taken, and folders left empty. To be called when
 * all is written, and heard. */
bool gaz_kept_clear_rest(GazKept *kept, GError **error);

/* Puts at `path` below `now` the file that was made from the same; notes it. False where there is none:
 * nothing stands at `path` then. `number`, where it isn't NULL, gets that which was noted with it. */
bool gaz_kept_take(GazKept *kept, const char *path, const GazKey *key, unsigned *number);

/* The same, but what gaz_kept_clear() left there, if anything, still stands at `path` where there is none:
 * who writes there has to ask gaz_kept_stands(). */
bool gaz_kept_take_or_stand(GazKept *kept, const char *path, const GazKey *key, unsigned *number);

/* Whether gaz_kept_clear() left something at `path` that wasn't removed since: it is to be written over as if
 * it were another name of what is published. */
bool gaz_kept_stands(const GazKept *kept, const char *path);

/* Removes that, if anything: another file will be written there, or none. */
void gaz_kept_leave(GazKept *kept, const char *path);

/* Notes that a file was just written to `path`, and its sum. */
void gaz_kept_note_sum(GazKept *kept, const char *path, const GazSum *sum);

/* Notes that the file now at `path` was made from `key`, with a number of the caller's. */
void gaz_kept_note(GazKept *kept, const char *path, const GazKey *key, unsigned number);

/* A process that was forked begins to note for itself, and tells all it noted since; the other one adds that
 * to its own. What is told is yours: g_free(). */
void gaz_kept_begin(GazKept *kept);
char *gaz_kept_tell(const GazKept *kept);
void gaz_kept_hear(GazKept *kept, const char *notes);

/* How many were taken, for tests that count work. */
unsigned gaz_kept_taken(const GazKept *kept);

/* What was noted of a file in the end. */
typedef struct {
    const char *key; /* what it was made from; NULL: nobody said */
    const char *sum; /* NULL: not known */
    unsigned number; /* the caller's */
} GazKeptFile;

/* What was noted here or heard of the file `name` below `now`, or that it was taken where it stands; its
 * texts are lent. What a process tells it has to tell before. False: nothing. */
bool gaz_kept_find(GazKept *kept, const char *name, GazKeptFile *file);

/* The names below `now` (const char *, lent) of all files of which anything is noted. Yours:
 * g_ptr_array_unref(). */
GPtrArray *gaz_kept_names(GazKept *kept);

/* The sum of the file at `path` as it was noted here or heard; NULL: it wasn't. Lent. */
const char *gaz_kept_sum(GazKept *kept, const char *path);

/* The same of what was heard alone: what this process noted stays to be told. */
const char *gaz_kept_heard(const GazKept *kept, const char *path);

/* What the file at `path` was made from, as it was heard; NULL: it wasn't. Lent. */
const char *gaz_kept_heard_key(const GazKept *kept, const char *path);

/* Writes to `list` which files were made from what, of those whose sums are known, and which now stand below
 * `before`, where nobody is to write to them any more. What can't be written is left out: next time more is
 * made anew. */
void gaz_kept_write(GazKept *kept, const char *list);

#endif
