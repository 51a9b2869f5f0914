/* kept_list.h - what is known of the files of a publication, as it lies on the disk beside it. */
#ifndef GAZETTE_BASE_KEPT_LIST_H
#define GAZETTE_BASE_KEPT_LIST_H
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
    GazSum key, sum; /* of what it is made from, of its bytes */
    bool stands;     /* whether something was left under its name in the new publication; not for the disk */
    guint32 number;  /* the caller's */
    guint32 length;  /* of the name [bytes] */
} GazKeptEntry;

typedef struct GazKeptList GazKeptList;

/* The list at `path`, empty where it isn't there, isn't whole, or isn't one that this program wrote on the
 * same basis. Yours: gaz_kept_list_free(). */
GazKeptList *gaz_kept_list_read(const char *path, const GazSum *basis);
void gaz_kept_list_free(GazKeptList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazKeptList, gaz_kept_list_free)

/* Lent; NULL: there is none. */
GazKeptEntry *gaz_kept_list_lookup(const GazKeptList *list, const char *name);
/* Names (const char *) to GazKeptEntry *; lent. */
GHashTable *gaz_kept_list_entries(const GazKeptList *list);

/* A list that is being made, of about so many files. Yours: g_string_free(). */
GString *gaz_kept_list_begin(const GazSum *basis, size_t files);
void gaz_kept_list_add(GString *list, const char *name, const GazKeptEntry *entry);
/* Writes it to `path`. One that can't be written is removed: next time more is made anew. */
void gaz_kept_list_write(GString *list, const char *path);

#endif
