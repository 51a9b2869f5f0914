/* test_staging.c - what is published, what is refused, and what two runs do to each other. */
#include "../support/suite.h"
#include "base/kept.h"
#include "folders.h"
#include "publish/output.h"
#include <linux/capability.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

static char *folder, *output; /* of the running test, which is a process of its own */

static void set_up(void)
{
    folder = folder_new();
    output = g_build_filename(folder, "out", NULL);
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(output);
    g_free(folder);
}

static void assert_published(const char *version)
{
    g_autofree char *got = published_version(output);

    ck_assert_str_eq(got, version);
}

/* Fails unless `gaz_staging_new` refuses the output as somebody else's, for a reason that has `why` in it. */
static void assert_refused(const char *part, const char *why)
{
    g_autoptr(GError) error = NULL;

    ck_assert_ptr_null(gaz_staging_new(output, part, &error));
    ck_assert_msg(g_error_matches(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_FOREIGN), "%s", error->message);
    ck_assert_msg(strstr(error->message, why) != NULL, "%s", error->message);
}

START_TEST(publishes_where_nothing_was)
{
    g_autofree char *deep = g_build_filename(folder, "a", "b", "c", NULL);
    g_autofree char *got = NULL;

    ck_assert(publish_version(deep, "1", NULL));
    got = published_version(deep);
    ck_assert_str_eq(got, "1");
}
END_TEST

/* As a shell completes it. */
START_TEST(a_slash_behind_the_name_is_no_folder_in_it)
{
    g_autofree char *slashed = g_strconcat(output, "//", NULL);

    ck_assert(publish_version(slashed, "1", NULL));
    assert_published("1");
    ck_assert(publish_version(slashed, "2", NULL));
    assert_published("2");
}
END_TEST

START_TEST(replaces_its_own_and_leaves_nothing_beside)
{
    ck_assert(publish_version(output, "1", NULL));
    ck_assert(publish_version(output, "2", NULL));
    assert_published("2");
    ck_assert_uint_eq(folder_count(folder), 1);
}
END_TEST

/* The first leaves nothing, as nothing was there before it; the third begins with the first. */
START_TEST(the_last_but_one_is_what_the_next_begins_with)
{
    g_autofree char *last = g_build_filename(folder, ".out.gazette-last", NULL);
    g_autofree char *got = NULL;
    g_autoptr(GazStaging) staging = NULL;

    ck_assert(publish_version_in(output, "1", true, NULL));
    ck_assert(!g_file_test(last, G_FILE_TEST_EXISTS));
    ck_assert(publish_version_in(output, "2", true, NULL));
    ck_assert(g_file_test(last, G_FILE_TEST_IS_DIR));
    staging = gaz_staging_new_after_last(output, NULL, NULL);
    got = published_version(gaz_staging_folder(staging));
    ck_assert_str_eq(got, "1");
    assert_published("2");
    ck_assert(!g_file_test(last, G_FILE_TEST_EXISTS));
}
END_TEST

/* As one whom the disk doesn't let write everywhere, as it does root: true where `work` says so. */
static bool as_a_user(bool (*work)(void))
{
    struct __user_cap_header_struct version = {_LINUX_CAPABILITY_VERSION_3, 0};
    struct __user_cap_data_struct none[_LINUX_CAPABILITY_U32S_3] = {{0}};
    int status;
    pid_t child = fork();

    if (child == 0)
        _exit(syscall(SYS_capset, &version, none) == 0 && work() ? 0 : 1);
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    return WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

/* Publishes, then lets nobody write to it, twice: each has been the last before it is in the way. */
static bool publish_to_be_read_only(void)
{
    const char *command[] = {"chmod", "-R", "a-w", output, NULL};

    for (unsigned version = 1; version <= 4; version++) {
        char text[] = {(char)('0' + version), '\0'};

        if (!publish_version_in(output, text, true, NULL) ||
            !g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                          NULL))
            return false;
    }
    return true;
}

START_TEST(one_that_is_read_only_is_in_nobodys_way)
{
    ck_assert(as_a_user(publish_to_be_read_only));
    assert_published("4");
}
END_TEST

/* Nothing of it serves: it is in nobody's way, and goes when there is another. */
START_TEST(what_does_not_serve_waits_to_be_removed)
{
    g_autofree char *last = g_build_filename(folder, ".out.gazette-last", NULL);
    g_autofree char *got = NULL;
    g_autoptr(GazStaging) staging = NULL;

    ck_assert(publish_version_in(output, "1", true, NULL));
    ck_assert(publish_version_in(output, "2", true, NULL));
    staging = gaz_staging_new_after_last(output, NULL, NULL);
    ck_assert(gaz_staging_start_over(staging, NULL));
    ck_assert_uint_eq(folder_count(gaz_staging_folder(staging)), 0);
    got = published_version(last);
    ck_assert_str_eq(got, "1");
    folder_put(gaz_staging_folder(staging), "site/index.html", "3");
    ck_assert(gaz_staging_publish(staging, NULL, NULL));
    ck_assert(folder_has(output, "site/index.html"));
    ck_assert(!folder_has(output, "interviews/call.pdf"));
    g_free(got);
    got = published_version(last);
    ck_assert_str_eq(got, "2");
    gaz_staging_free(g_steal_pointer(&staging));
    ck_assert_uint_eq(folder_count(folder), 2);
}
END_TEST

START_TEST(to_start_over_where_nothing_stays_is_to_start)
{
    g_autoptr(GazStaging) staging = gaz_staging_new(output, NULL, NULL);

    folder_put(gaz_staging_folder(staging), "site/index.html", "1");
    ck_assert(gaz_staging_start_over(staging, NULL));
    ck_assert_uint_eq(folder_count(gaz_staging_folder(staging)), 0);
    ck_assert_uint_eq(folder_count(folder), 2); /* with the lock */
}
END_TEST

/* Who publishes otherwise takes no notice of it. */
START_TEST(the_last_stays_out_of_the_way)
{
    ck_assert(publish_version_in(output, "1", true, NULL));
    ck_assert(publish_version_in(output, "2", true, NULL));
    ck_assert(publish_version(output, "3", NULL));
    assert_published("3");
    ck_assert(publish_version_in(output, "4", true, NULL));
    assert_published("4");
    ck_assert_uint_eq(folder_count(folder), 2);
}
END_TEST

START_TEST(publishes_into_an_empty_folder)
{
    ck_assert_int_eq(g_mkdir(output, 0777), 0);
    ck_assert(publish_version(output, "1", NULL));
    assert_published("1");
}
END_TEST

START_TEST(follows_a_link_and_leaves_it_a_link)
{
    g_autofree char *link = g_build_filename(folder, "link", NULL);

    ck_assert(publish_version(output, "1", NULL));
    ck_assert_int_eq(symlink("out", link), 0);
    ck_assert(publish_version(link, "2", NULL));
    ck_assert(g_file_test(link, G_FILE_TEST_IS_SYMLINK));
    assert_published("2");
}
END_TEST

START_TEST(everybody_can_read_it)
{
    struct stat facts;

    umask(022);
    ck_assert(publish_version(output, "1", NULL));
    ck_assert_int_eq(stat(output, &facts), 0);
    ck_assert_uint_eq(facts.st_mode & 0777, 0755);
}
END_TEST

START_TEST(refuses_a_folder_with_other_files)
{
    folder_put(output, "letter.txt", "mine");
    assert_refused(NULL, "neither empty nor a publication");
    ck_assert(folder_has(output, "letter.txt"));
}
END_TEST

START_TEST(refuses_a_file)
{
    ck_assert(g_file_set_contents(output, "mine", -1, NULL));
    assert_refused(NULL, "not a folder");
}
END_TEST

START_TEST(refuses_where_a_file_was_added)
{
    g_autoptr(GError) error = NULL;

    ck_assert(publish_version(output, "1", NULL));
    folder_put(output, "site/counter.js", "mine");
    ck_assert(!publish_version_in(output, "2", _i == 1, &error));
    ck_assert(g_error_matches(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_FOREIGN));
    ck_assert_ptr_nonnull(strstr(error->message, "site/counter.js"));
    ck_assert(folder_has(output, "site/counter.js"));
}
END_TEST

START_TEST(refuses_where_a_file_was_added_while_staging)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazStaging) staging = gaz_staging_new(output, NULL, NULL);

    folder_put(gaz_staging_folder(staging), "index.html", "1");
    folder_put(output, "letter.txt", "mine");
    ck_assert(!gaz_staging_publish(staging, NULL, &error));
    ck_assert(g_error_matches(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_FOREIGN));
    ck_assert(folder_has(output, "letter.txt"));
}
END_TEST

/* Told before anything is made: it can't be exchanged once all is done. */
START_TEST(refuses_what_a_volume_is_mounted_at)
{
    g_autoptr(GError) error = NULL;

    ck_assert(!gaz_output_is_ours("/proc", NULL, NULL, &error)); /* mounted on every Linux */
    ck_assert(g_error_matches(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_FOREIGN));
    ck_assert_msg(strstr(error->message, "a volume is mounted there") != NULL, "%s", error->message);
}
END_TEST

START_TEST(a_part_replaces_a_part_only)
{
    g_autoptr(GazStaging) part = gaz_staging_new(output, "exposure", NULL);

    ck_assert(gaz_staging_publish(part, NULL, NULL));
    g_clear_pointer(&part, gaz_staging_free);
    part = gaz_staging_new(output, "plan", NULL);
    ck_assert_ptr_nonnull(part);
    g_clear_pointer(&part, gaz_staging_free);
    ck_assert(publish_version(output, "1", NULL));
    assert_refused("exposure", "whole publication");
    assert_published("1");
}
END_TEST

START_TEST(thrown_away_leaves_nothing)
{
    GazStaging *staging = gaz_staging_new(output, NULL, NULL);

    folder_put(gaz_staging_folder(staging), "site/index.html", "1");
    gaz_staging_free(staging);
    ck_assert_uint_eq(folder_count(folder), 0);
}
END_TEST

/* Of whoever begins upon the last and doesn't publish, the next begins upon what he left. */
START_TEST(thrown_away_upon_the_last_it_stays_the_last)
{
    g_autofree char *last = g_build_filename(folder, ".out.gazette-last", NULL);
    GazStaging *staging;

    ck_assert(publish_version_in(output, "1", true, NULL));
    ck_assert(publish_version_in(output, "2", true, NULL));
    staging = gaz_staging_new_after_last(output, NULL, NULL);
    folder_put(gaz_staging_folder(staging), "site/more.html", "3");
    gaz_staging_free(staging);
    assert_published("2");
    ck_assert(folder_has(last, "site/more.html"));
    ck_assert_uint_eq(folder_count(folder), 2);
    ck_assert(publish_version_in(output, "3", true, NULL));
    assert_published("3");
    ck_assert_uint_eq(folder_count(folder), 2);
}
END_TEST

START_TEST(a_second_run_is_told_to_wait)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazStaging) first = gaz_staging_new(output, NULL, NULL);

    ck_assert_ptr_nonnull(first);
    folder_put(gaz_staging_folder(first), "index.html", "1");
    ck_assert_ptr_null(gaz_staging_new(output, NULL, &error));
    ck_assert(g_error_matches(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_LOCKED));
    ck_assert(folder_has(gaz_staging_folder(first), "index.html"));
    ck_assert(gaz_staging_publish(first, NULL, NULL));
}
END_TEST

START_TEST(what_a_killed_run_left_is_removed)
{
    folder_put(folder, ".out.gazette-staging/site/index.html", "torn");
    folder_put(folder, ".out.gazette-lock", "");
    ck_assert(publish_version(output, "1", NULL));
    assert_published("1");
    ck_assert_uint_eq(folder_count(folder), 1);
}
END_TEST

START_TEST(what_died_between_two_renames_comes_back)
{
    g_autofree char *aside = g_build_filename(folder, ".out.gazette-aside", NULL);
    g_autoptr(GazStaging) staging = NULL;

    ck_assert(publish_version(output, "1", NULL));
    ck_assert_int_eq(g_rename(output, aside), 0);
    staging = gaz_staging_new(output, NULL, NULL);
    ck_assert_ptr_nonnull(staging);
    assert_published("1");
}
END_TEST

static const GazFileFate *fate_of(const GPtrArray *changes, const char *name)
{
    for (unsigned i = 0; i < changes->len; i++) {
        const GazChange *change = changes->pdata[i];

        if (strcmp(change->name, name) == 0)
            return &change->fate;
    }
    return NULL;
}

START_TEST(says_what_changed)
{
    g_autoptr(GazStaging) staging = NULL;
    const GPtrArray *changes;

    ck_assert(publish_version(output, "1", NULL));
    staging = gaz_staging_new(output, NULL, NULL);
    folder_put(gaz_staging_folder(staging), "site/index.html", "1");
    folder_put(gaz_staging_folder(staging), "site/notices/2021/plan.pdf", "2");
    folder_put(gaz_staging_folder(staging), "site/notices/2021/list.pdf", "2");
    ck_assert(gaz_staging_publish(staging, NULL, NULL));
    changes = gaz_staging_changes(staging);
    ck_assert_uint_eq(changes->len, 4);
    ck_assert_int_eq(*fate_of(changes, "site/SHA256SUMS"), GAZ_FILE_CHANGED);
    ck_assert_ptr_null(fate_of(changes, "site/index.html"));
    ck_assert_int_eq(*fate_of(changes, "site/notices/2021/plan.pdf"), GAZ_FILE_CHANGED);
    ck_assert_int_eq(*fate_of(changes, "site/notices/2021/list.pdf"), GAZ_FILE_NEW);
    ck_assert_int_eq(*fate_of(changes, "interviews/call.pdf"), GAZ_FILE_GONE);
}
END_TEST

/* The sum of a file that is known is as it is given, that of any other as it is found. */
START_TEST(what_is_known_is_not_read)
{
    GazSum sum = {"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"};
    g_autoptr(GazStaging) staging = gaz_staging_new(output, NULL, NULL);
    g_autoptr(GazKept) known = gaz_kept_read("nowhere", output, gaz_staging_folder(staging), "");
    g_autofree char *path = g_build_filename(gaz_staging_folder(staging), "known.html", NULL);
    g_autofree char *sums = NULL;

    folder_put(gaz_staging_folder(staging), "known.html", "1");
    folder_put(gaz_staging_folder(staging), "new.html", "1");
    gaz_kept_note_sum(known, path, &sum);
    ck_assert(gaz_staging_publish(staging, known, NULL));
    sums = folder_text(output, "SHA256SUMS");
    ck_assert_ptr_nonnull(strstr(sums, "0123456789abcdef  known.html\n"));
    ck_assert_ptr_nonnull(
        strstr(sums, "6b86b273ff34fce19d6b804eff5a3f5747ada4eaa22f1d49c01e52ddb7875b4b  new.html\n"));
}
END_TEST

START_TEST(a_name_that_sha256sum_escapes_is_refused)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GazStaging) staging = gaz_staging_new(output, NULL, NULL);

    folder_put(gaz_staging_folder(staging), "a\nb", "1");
    ck_assert(!gaz_staging_publish(staging, NULL, &error));
    ck_assert_ptr_nonnull(error);
    ck_assert(!folder_has(folder, "out"));
}
END_TEST

/* Publishes version after version until it is killed. */
static G_GNUC_NORETURN void publish_for_ever(void)
{
    for (unsigned version = 1;; version++) {
        g_autofree char *text = g_strdup_printf("%u", version);

        if (!publish_version(output, text, NULL))
            _exit(1);
    }
}

START_TEST(killed_at_any_time_what_is_published_is_whole)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(212);

    ck_assert(publish_version(output, "0", NULL));
    for (unsigned run = 0; run < 50; run++) {
        g_autofree char *version = NULL;
        int status;
        pid_t child = fork();

        if (child == 0)
            publish_for_ever();
        g_usleep((gulong)g_rand_int_range(random, 0, 20000));
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
        ck_assert(WIFSIGNALED(status));
        version = published_version(output);
        ck_assert_ptr_nonnull(version);
    }
    ck_assert(publish_version(output, "end", NULL));
    assert_published("end");
    ck_assert_uint_eq(folder_count(folder), 1);
}
END_TEST

static Suite *staging_suite(void)
{
    Suite *suite = suite_create("staging");
    TCase *tcase = tcase_create("staging");

    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 0);
    tcase_add_test(tcase, publishes_where_nothing_was);
    tcase_add_test(tcase, what_is_known_is_not_read);
    tcase_add_test(tcase, a_slash_behind_the_name_is_no_folder_in_it);
    tcase_add_test(tcase, replaces_its_own_and_leaves_nothing_beside);
    tcase_add_test(tcase, the_last_but_one_is_what_the_next_begins_with);
    tcase_add_test(tcase, one_that_is_read_only_is_in_nobodys_way);
    tcase_add_test(tcase, what_does_not_serve_waits_to_be_removed);
    tcase_add_test(tcase, to_start_over_where_nothing_stays_is_to_start);
    tcase_add_test(tcase, the_last_stays_out_of_the_way);
    tcase_add_test(tcase, publishes_into_an_empty_folder);
    tcase_add_test(tcase, follows_a_link_and_leaves_it_a_link);
    tcase_add_test(tcase, everybody_can_read_it);
    tcase_add_test(tcase, refuses_a_folder_with_other_files);
    tcase_add_test(tcase, refuses_a_file);
    tcase_add_loop_test(tcase, refuses_where_a_file_was_added, 0, 2);
    tcase_add_test(tcase, refuses_where_a_file_was_added_while_staging);
    tcase_add_test(tcase, a_part_replaces_a_part_only);
    tcase_add_test(tcase, thrown_away_leaves_nothing);
    tcase_add_test(tcase, thrown_away_upon_the_last_it_stays_the_last);
    tcase_add_test(tcase, a_second_run_is_told_to_wait);
    tcase_add_test(tcase, what_a_killed_run_left_is_removed);
    tcase_add_test(tcase, refuses_what_a_volume_is_mounted_at);
    tcase_add_test(tcase, what_died_between_two_renames_comes_back);
    tcase_add_test(tcase, says_what_changed);
    tcase_add_test(tcase, a_name_that_sha256sum_escapes_is_refused);
    tcase_add_test(tcase, killed_at_any_time_what_is_published_is_whole);
    suite_add_tcase(suite, tcase);
    return suite;
}

int main(void)
{
    return suite_run(staging_suite());
}
