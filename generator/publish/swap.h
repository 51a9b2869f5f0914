/* swap.h - two folders change their names at once. */
#ifndef GAZETTE_PUBLISH_SWAP_H
#define GAZETTE_PUBLISH_SWAP_H
#include <glib.h>
#include <stdbool.h>

/* After it, `output` is what `staged` was, and `staged` is what `output` was, or is gone where there was
 * none. At every moment in between, `output` is one of the two, whole, where the file system can exchange
 * names (ext4, XFS, Btrfs, tmpfs). Where it can't (NFS, FAT), `output` is away between two renames; if the
 * machine dies just then, gaz_swap_recover() brings it back. After false both are as they were. */
bool gaz_swap(const char *staged, const char *output, const char *aside, GError **error);

/* Takes gaz_swap() back. */
bool gaz_swap_undo(const char *staged, const char *output, const char *aside, GError **error);

/* Puts right what a run left that died between two renames. */
bool gaz_swap_recover(const char *output, const char *aside, GError **error);

#endif
