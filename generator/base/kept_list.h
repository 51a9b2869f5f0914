/* kept_list.h - what is known of the files of a publication, as it lies on the disk beside it. */
#ifndef GAZETTE_BASE_KEPT_LIST_H
#define GAZETTE_BASE_KEPT_LIST_H
#include "base/key.h"
#include "base/sum.h"
#include <sys/stat.h>

/* What the disk says of a file: another one after whoever writes to it, puts another in its place, or sets
 * its times. */
enum { GAZ_DISK_STAMP_CHANGED = 3, GAZ_DISK_STAMP_PARTS = 4 };
typedef struct {
    guint64 parts[GAZ_DISK_STAMP_PARTS]; /* its number, size [bytes], last writing and last change of any kind
                                            [ns] */
} GazDiskStamp;

GazDiskStamp gaz_disk_stamp(const struct stat *facts);
bool gaz_disk_stamps_equal(const GazDiskStamp *one, const GazDiskStamp *other);

/* A file of the publication; its name and a NUL follow, which only this list's own functions rely on. */
typedef struct {
    GazDiskStamp stamp;
    GazKey key;     /* of what it is made from */
    GazSum sum;     /* of its bytes */
    guint32 number; /* the caller's */
    guint32 length; /* of the name [bytes] */
    guint32 index;  /* in the list */
} GazKeptEntry;

/* What stands under the name of an entry in the new publication: none of this list's, what stood there before
 * and nobody has decided on, or that taken as the file of the entry. */
typedef enum { GAZ_KEPT_AWAY, GAZ_KEPT_LEFT, GAZ_KEPT_STANDS } GazKeptMark;

typedef struct GazKeptList GazKeptList;

/* The list at `path`, empty where it isn't there, isn't whole, or isn't one that this program wrote on the
 * same basis. Yours: gaz_kept_list_free(). */
GazKeptList *gaz_kept_list_read(const char *path, const GazKey *basis);
void gaz_kept_list_free(GazKeptList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazKeptList, gaz_kept_list_free)

/* Lent; NULL: there is none. */
const GazKeptEntry *gaz_kept_list_lookup(const GazKeptList *list, const char *name);
/* How many entries it has. */
size_t gaz_kept_list_size(const GazKeptList *list);
/* In the order of the list; NULL from its end on. Lent. */
const GazKeptEntry *gaz_kept_list_entry(const GazKeptList *list, size_t index);
/* Lent. */
const char *gaz_kept_entry_name(const GazKeptEntry *entry);

/* Marks are shared with all processes forked since the list was read: what one sets all of them see. At first
 * all are away. */
GazKeptMark gaz_kept_list_mark(const GazKeptList *list, const GazKeptEntry *entry);
void gaz_kept_list_set_mark(const GazKeptList *list, const GazKeptEntry *entry, GazKeptMark mark);

/* A list that is being made, of about so many files. Yours: g_string_free(). */
GString *gaz_kept_list_begin(const GazKey *basis, size_t files);
void gaz_kept_list_add(GString *list, const char *name, const GazKeptEntry *entry);
/* Writes it to `path`. One that can't be written is removed: next time more is made anew. */
void gaz_kept_list_write(GString *list, const char *path);

#endif
