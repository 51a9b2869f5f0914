/* test_failures.c - the nth call of the system fails, or is the last before the machine dies, for n = 1, 2, 3
 * and so on until nothing is left to fail: what is published is whole each time. The calls of publish/ come
 * through the linker's --wrap (see the Makefile). */
#include "../support/suite.h"
#include "base/kept.h"
#include "base/new_file.h"
#include "folders.h"
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is to happen, in the process of one attempt. The wrapped functions have no other way to be told. */
static struct {
    guint count;                /* calls seen; of two threads, like those below */
    guint fail_at;              /* the call that fails; 0: none */
    guint flushed, flushed_all; /* calls of fsync() and syncfs() */
    guint last_write;           /* which call was the last write() ... */
    guint last_flush;           /* ... and syncfs() */
    bool deadly;                /* whether the process dies there */
    bool no_exchange;           /* a file system without RENAME_EXCHANGE */
    bool no_flush;              /* syncfs() fails */
} plan;

static bool fails_now(void)
{
    if ((guint)g_atomic_int_add(&plan.count, 1) + 1 != plan.fail_at)
        return false;
    if (plan.deadly)
        raise(SIGKILL);
    errno = ENOSPC;
    return true;
}

#define WRAP(type, name, parameters, arguments, failed)                                                      \
    type __real_##name parameters;                                                                           \
    type __wrap_##name parameters;                                                                           \
    type __wrap_##name parameters                                                                            \
    {                                                                                                        \
        return fails_now() ? (failed) : __real_##name arguments;                                             \
    }

#pragma GCC diagnostic ignored "-Wpragmas"
#pragma GCC diagnostic ignored "-Wreserved-identifier"
WRAP(ssize_t, read, (int file, void *bytes, size_t size), (file, bytes, size), -1)
WRAP(int, mkdir, (const char *path, mode_t mode), (path, mode), -1)
WRAP(int, flock, (int file, int operation), (file, operation), -1)
WRAP(DIR *, opendir, (const char *path), (path), NULL)
WRAP(int, unlinkat, (int folder, const char *path, int flags), (folder, path, flags), -1)
WRAP(int, rename, (const char *from, const char *to), (from, to), -1)

ssize_t __real_write(int file, const void *bytes, size_t size);
ssize_t __wrap_write(int file, const void *bytes, size_t size);
ssize_t __wrap_write(int file, const void *bytes, size_t size)
{
    bool failed = fails_now();

    plan.last_write = (guint)g_atomic_int_get(&plan.count);
    return failed ? -1 : __real_write(file, bytes, size);
}

int __real_fsync(int file);
int __wrap_fsync(int file);
int __wrap_fsync(int file)
{
    g_atomic_int_inc(&plan.flushed);
    return fails_now() ? -1 : __real_fsync(file);
}

int __real_syncfs(int file);
int __wrap_syncfs(int file);
int __wrap_syncfs(int file)
{
    bool failed = fails_now();

    g_atomic_int_inc(&plan.flushed_all);
    plan.last_flush = (guint)g_atomic_int_get(&plan.count);
    if (plan.no_flush)
        errno = EIO;
    return plan.no_flush || failed ? -1 : __real_syncfs(file);
}

int __real_close(int file);
int __wrap_close(int file);
int __wrap_close(int file) /* a close that fails has closed all the same */
{
    bool failed = fails_now();
    int result = __real_close(file);

    if (failed)
        errno = ENOSPC;
    return failed ? -1 : result;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    va_list arguments;
    int mode;

    va_start(arguments, flags);
    mode = (flags & O_CREAT) != 0 ? va_arg(arguments, int) : 0;
    va_end(arguments);
    return fails_now() ? -1 : __real_open(path, flags, mode);
}

int __real_openat(int folder, const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...);
int __wrap_openat(int folder, const char *path, int flags, ...)
{
    return fails_now() ? -1 : __real_openat(folder, path, flags); /* nothing is made by it */
}

int __real_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);
int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags);
int __wrap_renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
    if (plan.no_exchange) {
        errno = EINVAL;
        return -1;
    }
    return fails_now() ? -1 : __real_renameat2(from_folder, from, to_folder, to, flags);
}

/* Is there an earlier publication, does the process die, can the file system not exchange, does the last
 * publication but one stand there as well. */
typedef struct {
    bool earlier, deadly, no_exchange, after_last;
} Case;

/* How an attempt ended. */
enum { PUBLISHED, REFUSED, SILENT, UNTOUCHED };

/* In a process of its own: publishes "new", the nth call failing. */
static G_GNUC_NORETURN void attempt(const char *output, unsigned n, const Case *of)
{
    g_autoptr(GError) error = NULL;
    bool done;

    plan.count = 0;
    plan.fail_at = n;
    plan.deadly = of->deadly;
    plan.no_exchange = of->no_exchange;
    done = publish_version_in(output, "new", of->after_last, &error);
    if (plan.count < n)
        _exit(done ? UNTOUCHED : SILENT);
    if (done != (error == NULL))
        _exit(SILENT);
    _exit(done ? PUBLISHED : REFUSED);
}

/* The exit status of an attempt, or -1 where it was killed. */
static int run_attempt(const char *output, unsigned n, const Case *of)
{
    int status;
    pid_t child = fork();

    if (child == 0)
        attempt(output, n, of);
    waitpid(child, &status, 0);
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

static const Case cases[] = {
    {.earlier = true},
    {.earlier = true, .no_exchange = true},
    {.earlier = false},
    {.earlier = true, .deadly = true},
    {.earlier = true, .deadly = true, .no_exchange = true},
    {.deadly = true},
    {.earlier = true, .after_last = true},
    {.earlier = true, .after_last = true, .no_exchange = true},
    {.earlier = true, .after_last = true, .deadly = true},
    {.earlier = true, .after_last = true, .deadly = true, .no_exchange = true},
};

/* What must hold after the nth call failed. A machine that died between two renames (no exchange) may leave
 * the old publication aside until the next run. */
static void check_outcome(unsigned which, unsigned n, const char *output, int ended)
{
    g_autofree char *version = published_version(output);

    ck_assert_msg(ended != SILENT, "call %u: said nothing, or the wrong thing", n);
    if (ended == REFUSED)
        ck_assert_msg(g_strcmp0(version, cases[which].earlier ? "old" : NULL) == 0, "call %u: output changed",
                      n);
    else if (ended == PUBLISHED)
        ck_assert_msg(g_strcmp0(version, "new") == 0, "call %u: not published, without an error", n);
    else if (cases[which].earlier && !cases[which].no_exchange)
        ck_assert_msg(version != NULL, "call %u: killed, and what is published is torn", n);
}

/* The next run finds everything in order, or puts it so. */
static void check_recovery(unsigned which, unsigned n, const char *folder, const char *output)
{
    g_autoptr(GError) error = NULL;
    g_autofree char *version = NULL;
    bool after_last = cases[which].after_last;
    GazStaging *staging = gaz_staging_new(output, NULL, &error);

    ck_assert_msg(staging != NULL, "call %u: %s", n, error == NULL ? "?" : error->message);
    version = published_version(output);
    if (cases[which].earlier)
        ck_assert_msg(version != NULL, "call %u: the publication is lost", n);
    gaz_staging_free(staging);
    ck_assert(publish_version_in(output, "next", after_last, NULL));
    ck_assert_msg(folder_count(folder) == (after_last ? 2 : 1),
                  "call %u: something is left beside the output", n);
}

START_TEST(the_nth_call_fails)
{
    unsigned n = 0;

    for (int ended = -1; ended != UNTOUCHED;) {
        g_autofree char *folder = folder_new();
        g_autofree char *output = g_build_filename(folder, "out", NULL);

        folder_put(folder, ".out.gazette-staging/site/index.html", "left by a killed run");
        ck_assert(!cases[_i].after_last || publish_version_in(output, "older", true, NULL));
        ck_assert(!cases[_i].earlier || publish_version_in(output, "old", cases[_i].after_last, NULL));
        ended = run_attempt(output, ++n, &cases[_i]);
        ck_assert_msg(n > 1 || ended == (cases[_i].deadly ? -1 : REFUSED), "the first call didn't fail");
        check_outcome((unsigned)_i, n, output, ended);
        check_recovery((unsigned)_i, n, folder, output);
        folder_remove(folder);
    }
    ck_assert_uint_gt(n, 20);
}
END_TEST

/* Whatever fails in the writing of one file is told. */
START_TEST(a_file_is_whole_or_the_failure_told)
{
    g_autofree char *folder = folder_new();
    unsigned n = 0;
    bool written;

    plan.deadly = false;
    do {
        g_autofree char *name = g_strdup_printf("%u", n);
        g_autofree char *path = g_build_filename(folder, name, NULL);
        g_autofree char *text = NULL;
        GError *error = NULL;

        plan.count = 0;
        plan.fail_at = ++n;
        written = gaz_new_file_write(path, "text", 4, 0644, &error);
        plan.fail_at = 0;
        ck_assert_msg(written == (error == NULL), "call %u: said nothing", n);
        ck_assert(error == NULL || error->domain == G_FILE_ERROR);
        g_clear_error(&error);
        text = folder_text(folder, name);
        ck_assert(!written || g_strcmp0(text, "text") == 0);
    } while (!written);
    ck_assert_uint_eq(n, 4); /* open, write, close: no failure but theirs is told here */
    folder_remove(folder);
}
END_TEST

/* Publishes `pages` files, of the first of which so many sums are `known`. */
static bool publish_pages(const char *output, unsigned pages, unsigned known, GError **error)
{
    g_autoptr(GazStaging) staging = gaz_staging_new(output, NULL, NULL);
    g_autoptr(GazKept) kept = gaz_kept_read("nowhere", output, gaz_staging_folder(staging), "");

    for (unsigned i = 0; i < pages; i++) {
        g_autofree char *name = g_strdup_printf("%u.html", i);

        if (i < known)
            folder_put_known(gaz_staging_folder(staging), name, "page", kept);
        else
            folder_put(gaz_staging_folder(staging), name, "page");
    }
    plan.last_write = plan.last_flush = 0;
    plan.flushed = plan.flushed_all = 0;
    return gaz_staging_publish(staging, kept, error);
}

/* The last flush comes after the last write; however many files there are, there are as many. A disk that
 * fails in it keeps what was published. */
START_TEST(all_is_flushed_at_once)
{
    g_autofree char *folder = folder_new();
    g_autofree char *output = g_build_filename(folder, "out", NULL);
    g_autofree char *kept = NULL;
    g_autoptr(GError) error = NULL;
    unsigned flushed;

    ck_assert(publish_pages(output, 100, 0, NULL));
    ck_assert_uint_gt(plan.last_flush, plan.last_write);
    flushed = plan.flushed + plan.flushed_all;
    ck_assert(publish_pages(output, 110, 90, NULL));
    ck_assert_uint_gt(plan.last_flush, plan.last_write);
    ck_assert_uint_eq(plan.flushed + plan.flushed_all, flushed);
    plan.no_flush = true;
    ck_assert(!publish_pages(output, 120, 0, &error));
    plan.no_flush = false;
    ck_assert(strstr(error->message, "flush to disk") != NULL);
    kept = folder_text(output, "109.html");
    ck_assert_ptr_nonnull(kept);
    ck_assert(!folder_has(output, "110.html"));
    folder_remove(folder);
}
END_TEST

/* What is known of lost.html below `now`: that it was written there, or that it stood there and was taken. */
static GazKept *know_lost(const char *folder, const char *now, bool stood)
{
    g_autofree char *list = g_build_filename(folder, "list", NULL);
    g_autofree char *before = g_build_filename(folder, "before", NULL);
    g_autofree char *old = g_build_filename(before, "lost.html", NULL);
    g_autofree char *path = g_build_filename(now, "lost.html", NULL);
    GazKey key = gaz_key_of("facts", 5);
    g_autoptr(GazKept) kept = NULL;

    if (!stood) {
        kept = gaz_kept_read("nowhere", before, now, "");
        folder_put_known(now, "lost.html", "page", kept);
        return g_steal_pointer(&kept);
    }
    ck_assert_int_eq(g_mkdir(before, 0755), 0);
    kept = gaz_kept_read("nowhere", before, before, "");
    folder_put_known(before, "lost.html", "page", kept);
    gaz_kept_note(kept, old, &key, 0);
    ck_assert_int_eq(link(old, path), 0);
    gaz_kept_write(kept, list);
    gaz_kept_free(kept);
    kept = gaz_kept_read(list, before, now, "");
    ck_assert(gaz_kept_clear(kept, NULL) && gaz_kept_take(kept, path, &key, NULL));
    return g_steal_pointer(&kept);
}

/* It would be a lost page. */
START_TEST(what_is_known_and_is_not_there_is_not_published)
{
    g_autofree char *folder = folder_new();
    g_autofree char *output = g_build_filename(folder, "out", NULL);
    g_autoptr(GazStaging) staging = gaz_staging_new(output, NULL, NULL);
    g_autoptr(GazKept) known = know_lost(folder, gaz_staging_folder(staging), _i == 1);
    g_autofree char *lost = g_build_filename(gaz_staging_folder(staging), "lost.html", NULL);
    g_autoptr(GError) error = NULL;

    folder_put(gaz_staging_folder(staging), "page.html", "page");
    ck_assert_int_eq(g_unlink(lost), 0);
    ck_assert(!gaz_staging_publish(staging, known, &error));
    ck_assert(g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOENT));
    ck_assert(strstr(error->message, "lost.html: cannot find what was written") != NULL);
    ck_assert(!folder_has(folder, "out"));
    folder_remove(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("failures of the machine");
    TCase *tcase = tcase_create("failures");

    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, the_nth_call_fails, 0, G_N_ELEMENTS(cases));
    tcase_add_test(tcase, a_file_is_whole_or_the_failure_told);
    tcase_add_test(tcase, all_is_flushed_at_once);
    tcase_add_loop_test(tcase, what_is_known_and_is_not_there_is_not_published, 0, 2);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
