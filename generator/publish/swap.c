/* swap.c - renameat2() with RENAME_EXCHANGE, and what to do without it. */
#include "publish/swap.h"

#include "base/tree.h"
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <unistd.h>

static bool exists(const char *path)
{
    return faccessat(AT_FDCWD, path, F_OK, AT_SYMLINK_NOFOLLOW) == 0;
}

static bool move(const char *from, const char *to, GError **error)
{
    return rename(from, to) == 0 || gaz_tree_fail(error, to, "put in place");
}

/* Three renames in place of one exchange. The second is the one that counts; where it fails the first is
 * taken back, where the third fails the old publication stays aside, to be removed from there. */
static bool swap_in_steps(const char *staged, const char *output, const char *aside, GError **error)
{
    if (!move(output, aside, error))
        return false;
    if (!move(staged, output, error)) {
        if (rename(aside, output) != 0)
            g_prefix_error(error, "%s could not be put back from %s: ", output, aside);
        return false;
    }
    (void)rename(aside, staged);
    return true;
}

bool gaz_swap(const char *staged, const char *output, const char *aside, GError **error)
{
    if (!exists(output))
        return move(staged, output, error);
    if (renameat2(AT_FDCWD, staged, AT_FDCWD, output, RENAME_EXCHANGE) == 0)
        return true;
    if (errno != EINVAL && errno != ENOSYS && errno != EOPNOTSUPP)
        return gaz_tree_fail(error, output, "put the new publication in place");
    return swap_in_steps(staged, output, aside, error);
}

bool gaz_swap_undo(const char *staged, const char *output, const char *aside, GError **error)
{
    if (exists(aside))
        return move(output, staged, error) && move(aside, output, error);
    return exists(staged) ? gaz_swap(staged, output, aside, error) : move(output, staged, error);
}

bool gaz_swap_recover(const char *output, const char *aside, GError **error)
{
    if (!exists(aside))
        return true;
    return exists(output) ? gaz_tree_remove(aside, error) : move(aside, output, error);
}
