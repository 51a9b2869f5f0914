/* test_kept.c - files of last time serve again only where they are what they were, made from the same. */
#include "../support/suite.h"
#include "base/kept.h"
#include "base/new_file.h"
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static char *folder, *before, *now, *list;

static char *below(const char *parent, const char *name)
{
    return g_build_filename(parent, name, NULL);
}

static void write_text(const char *parent, const char *name, const char *text)
{
    g_autofree char *path = below(parent, name);

    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

static GazSum sum_of(const char *text)
{
    return gaz_sum_of(text, strlen(text));
}

static GazKey key_of(const char *text)
{
    return gaz_key_of(text, strlen(text));
}

/* Notes that x/page.html, with the text "old", was made from "facts", 7 being its number. */
static void publish_list(void)
{
    g_autoptr(GazKept) kept = gaz_kept_read(list, before, before, "basis");
    g_autofree char *path = below(before, "x/page.html");
    GazKey key = key_of("facts");
    GazSum sum = sum_of("old");

    gaz_kept_note_sum(kept, path, &sum);
    gaz_kept_note(kept, path, &key, 7);
    gaz_kept_write(kept, list);
}

static void set_up(void)
{
    g_autofree char *inner = NULL;

    folder = g_dir_make_tmp("gazette-kept-XXXXXX", NULL);
    before = below(folder, "before");
    now = below(folder, "now");
    list = below(folder, "list");
    inner = below(before, "x");
    ck_assert_int_eq(g_mkdir_with_parents(inner, 0755), 0);
    ck_assert_int_eq(g_mkdir(now, 0755), 0);
    write_text(before, "x/page.html", "old");
    publish_list();
}

static void tear_down(void)
{
    g_autofree char *command = g_strdup_printf("rm -rf '%s'", folder);

    ck_assert(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    g_free(folder);
    g_free(before);
    g_free(now);
    g_free(list);
}

/* Whether the page serves for what is made from `facts` on `basis`. */
static bool serves(const char *facts, const char *basis)
{
    g_autoptr(GazKept) kept = gaz_kept_read(list, before, now, basis);
    g_autofree char *path = below(now, "x/page.html");
    GazKey key = key_of(facts);
    unsigned number = 0;
    bool taken = gaz_kept_take(kept, path, &key, &number);

    ck_assert_uint_eq(gaz_kept_taken(kept), taken);
    ck_assert(taken == g_file_test(path, G_FILE_TEST_EXISTS));
    ck_assert_uint_eq(number, taken ? 7 : 0);
    return taken;
}

START_TEST(the_same_serves_as_the_same_file)
{
    g_autofree char *old = below(before, "x/page.html");
    g_autofree char *taken = below(now, "x/page.html");
    GStatBuf one, two;

    ck_assert(serves("facts", "basis"));
    ck_assert(g_stat(old, &one) == 0 && g_stat(taken, &two) == 0);
    ck_assert(one.st_ino == two.st_ino);
}
END_TEST

START_TEST(other_facts_or_another_basis_do_not)
{
    ck_assert(!serves("other facts", "basis"));
    ck_assert(!serves("facts", "another basis"));
}
END_TEST

START_TEST(a_changed_byte_is_noticed)
{
    write_text(before, "x/page.html", "odd");
    ck_assert(!serves("facts", "basis"));
}
END_TEST

START_TEST(a_link_in_its_place_is_noticed)
{
    g_autofree char *old = below(before, "x/page.html");
    g_autofree char *aside = below(folder, "aside");

    ck_assert_int_eq(g_rename(old, aside), 0);
    ck_assert_int_eq(symlink(aside, old), 0);
    ck_assert(!serves("facts", "basis"));
}
END_TEST

START_TEST(a_missing_file_is_noticed)
{
    g_autofree char *old = below(before, "x/page.html");

    ck_assert_int_eq(g_unlink(old), 0);
    ck_assert(!serves("facts", "basis"));
}
END_TEST

/* As whoever wants it to go unnoticed would: the same length, and the times of before. */
START_TEST(a_byte_changed_in_place_is_noticed)
{
    g_autofree char *old = below(before, "x/page.html");
    int file = open(old, O_WRONLY);
    struct stat facts;

    ck_assert(file >= 0 && fstat(file, &facts) == 0);
    ck_assert_int_eq(pwrite(file, "d", 1, 1), 1);
    ck_assert_int_eq(futimens(file, (struct timespec[]){facts.st_atim, facts.st_mtim}), 0);
    close(file);
    ck_assert(!serves("facts", "basis"));
}
END_TEST

/* Copied, or with its times set, it is no longer known by them, but still by its bytes. */
START_TEST(a_touched_file_serves_by_its_bytes)
{
    g_autofree char *old = below(before, "x/page.html");

    ck_assert_int_eq(utimensat(AT_FDCWD, old, (struct timespec[]){{1, 0}, {1, 0}}, 0), 0);
    ck_assert(serves("facts", "basis"));
}
END_TEST

/* What is noted of the file `name` below `now`. */
static GazKeptFile file_of(GazKept *kept, const char *name)
{
    GazKeptFile file;

    ck_assert_msg(gaz_kept_find(kept, name, &file), "%s isn't noted", name);
    return file;
}

/* As after the publication before the last: the page stands below `now` too, `linked` as the same file. */
static void leave_page(bool linked)
{
    g_autofree char *inner = below(now, "x");
    g_autofree char *old = below(before, "x/page.html"), *left = below(now, "x/page.html");

    ck_assert_int_eq(g_mkdir_with_parents(inner, 0755), 0);
    if (!linked) {
        ck_assert(g_file_set_contents(left, "older", -1, NULL));
        return;
    }
    ck_assert_int_eq(link(old, left), 0); /* which is a change of the file: the list has to know it so */
    publish_list();
}

static ino_t number_of(const char *parent, const char *name)
{
    g_autofree char *path = below(parent, name);
    struct stat facts;

    return lstat(path, &facts) == 0 ? facts.st_ino : 0;
}

/* A kept that has sorted out what stands below `now`. */
static GazKept *sorted_out(void)
{
    GazKept *kept = gaz_kept_read(list, before, now, "basis");

    ck_assert(gaz_kept_clear(kept, NULL));
    return kept;
}

static bool takes(GazKept *kept, const char *facts)
{
    g_autofree char *path = below(now, "x/page.html");
    GazKey key = key_of(facts);

    return gaz_kept_take(kept, path, &key, NULL);
}

START_TEST(what_stands_there_is_taken_where_it_stands)
{
    g_autoptr(GazKept) kept = NULL;
    struct stat facts, after;
    g_autofree char *left = below(now, "x/page.html");

    leave_page(true);
    ck_assert_int_eq(stat(left, &facts), 0);
    kept = sorted_out();
    ck_assert(takes(kept, "facts"));
    ck_assert(gaz_kept_clear_rest(kept, NULL));
    ck_assert_int_eq(stat(left, &after), 0);
    ck_assert(facts.st_ino == after.st_ino && facts.st_ctim.tv_sec == after.st_ctim.tv_sec &&
              facts.st_ctim.tv_nsec == after.st_ctim.tv_nsec); /* its names are what they were */
}
END_TEST

/* It is the file of the publication before all the same, not the one that stands there. */
START_TEST(another_file_there_makes_way)
{
    g_autoptr(GazKept) kept = NULL;

    leave_page(false);
    kept = sorted_out();
    ck_assert(takes(kept, "facts"));
    ck_assert(number_of(now, "x/page.html") == number_of(before, "x/page.html"));
}
END_TEST

/* Written to in place, which is to the publication before as well: neither serves. */
START_TEST(what_was_written_to_there_makes_way)
{
    g_autofree char *left = below(now, "x/page.html");
    g_autoptr(GazKept) kept = NULL;
    int file;

    leave_page(true);
    file = open(left, O_WRONLY);
    ck_assert_int_eq(pwrite(file, "d", 1, 1), 1);
    close(file);
    kept = sorted_out();
    ck_assert(!takes(kept, "facts"));
    ck_assert(number_of(now, "x/page.html") == 0);
}
END_TEST

START_TEST(what_is_made_from_something_else_makes_way)
{
    g_autoptr(GazKept) kept = NULL;

    leave_page(true);
    kept = sorted_out();
    ck_assert(!takes(kept, "other facts"));
    ck_assert(number_of(now, "x/page.html") == 0);
    ck_assert(number_of(before, "x/page.html") != 0);
}
END_TEST

/* It may stay to be written over, as the other file that it is. */
START_TEST(what_stands_is_written_over_in_its_place)
{
    g_autofree char *path = below(now, "x/page.html");
    g_autofree char *got = NULL, *published = NULL;
    g_autoptr(GazKept) kept = NULL;
    GazKey key = key_of("other facts");
    ino_t number;

    leave_page(_i == 0);
    number = number_of(now, "x/page.html");
    kept = sorted_out();
    ck_assert(gaz_kept_stands(kept, path));
    ck_assert(!gaz_kept_take_or_stand(kept, path, &key, NULL));
    ck_assert(gaz_kept_stands(kept, path));
    ck_assert(gaz_new_file_write_over(path, "new", 3, 0644, NULL));
    ck_assert(g_file_get_contents(path, &got, NULL, NULL));
    ck_assert_str_eq(got, "new");
    g_clear_pointer(&got, g_free);
    got = below(before, "x/page.html");
    ck_assert(g_file_get_contents(got, &published, NULL, NULL));
    ck_assert_str_eq(published, "old");
    ck_assert((number_of(now, "x/page.html") == number) == (_i == 1)); /* where it has no other name */
}
END_TEST

/* Neither a link is followed nor a folder taken for a file. */
START_TEST(only_a_file_is_written_over)
{
    g_autofree char *path = below(now, "link"), *target = below(before, "x/page.html");
    g_autofree char *text = NULL, *inner = below(now, "folder");
    GError *error = NULL;

    ck_assert_int_eq(symlink(target, path), 0);
    ck_assert(gaz_new_file_write_over(path, "new", 3, 0644, NULL));
    ck_assert(g_file_get_contents(target, &text, NULL, NULL));
    ck_assert_str_eq(text, "old");
    ck_assert(!g_file_test(path, G_FILE_TEST_IS_SYMLINK));
    ck_assert_int_eq(g_mkdir(inner, 0755), 0);
    ck_assert(!gaz_new_file_write_over(inner, "new", 3, 0644, &error));
    ck_assert(error != NULL && error->domain == G_FILE_ERROR);
    g_clear_error(&error);
}
END_TEST

START_TEST(a_kept_without_a_list_is_empty)
{
    g_autoptr(GazKept) kept = gaz_kept_read(list, before, now, "basis");
    g_autoptr(GazKept) other = gaz_kept_read(list, before, now, "another basis");

    ck_assert(!gaz_kept_is_empty(kept));
    ck_assert(gaz_kept_is_empty(other));
}
END_TEST

/* Nobody asks for it any more. */
START_TEST(what_is_not_taken_goes_in_the_end)
{
    g_autoptr(GazKept) kept = NULL;

    leave_page(true);
    kept = sorted_out();
    ck_assert(number_of(now, "x/page.html") != 0);
    ck_assert(gaz_kept_clear_rest(kept, NULL));
    ck_assert(number_of(now, "x") == 0);
    ck_assert(number_of(before, "x/page.html") != 0);
}
END_TEST

START_TEST(what_the_list_does_not_know_goes_at_once)
{
    g_autoptr(GazKept) kept = NULL;
    g_autofree char *deep = below(now, "a/b");
    g_autofree char *link = below(now, "a/link");

    ck_assert_int_eq(g_mkdir_with_parents(deep, 0755), 0);
    write_text(now, "a/b/page.html", "older");
    ck_assert_int_eq(symlink(before, link), 0);
    kept = sorted_out();
    ck_assert(number_of(now, "a/b/page.html") == 0);
    ck_assert(number_of(now, "a/link") == 0);
    ck_assert(gaz_kept_clear_rest(kept, NULL));
    ck_assert(number_of(now, "a") == 0);
    ck_assert(number_of(before, "x/page.html") != 0);
}
END_TEST

/* What another process does with the page, and what it tells of that. Yours: g_free(). */
static char *tell_from_afar(GazKept *kept, bool take)
{
    g_autofree char *path = below(now, "x/page.html"), *told = below(folder, "told");
    GazKey key = key_of("news");
    GazSum sum = sum_of("new");
    pid_t process = fork();
    char *notes = NULL;
    int status = 1;

    if (process == 0) {
        gaz_kept_begin(kept);
        if (takes(kept, take ? "facts" : "news") != take)
            _exit(1);
        if (!take) {
            write_text(now, "x/page.html", "new");
            gaz_kept_note_sum(kept, path, &sum);
            gaz_kept_note(kept, path, &key, 0);
        }
        _exit(g_file_set_contents(told, gaz_kept_tell(kept), -1, NULL) ? 0 : 1);
    }
    ck_assert(waitpid(process, &status, 0) == process && status == 0);
    ck_assert(g_file_get_contents(told, &notes, NULL, NULL));
    return notes;
}

/* Another process took it where it stood, of which it needn't tell, or left it and wrote another one. */
START_TEST(what_a_process_took_or_wrote_stays)
{
    g_autoptr(GazKept) kept = NULL;
    g_autoptr(GPtrArray) names = NULL;
    g_autofree char *notes = NULL;
    GazKeptFile file;

    leave_page(true);
    kept = sorted_out();
    ck_assert(!gaz_kept_find(kept, "x/page.html", &file));
    notes = tell_from_afar(kept, _i == 0);
    ck_assert_int_eq(notes[0] == '\0', _i == 0);
    gaz_kept_hear(kept, notes);
    file = file_of(kept, "x/page.html");
    ck_assert_str_eq(file.sum, sum_of(_i == 0 ? "old" : "new").text);
    ck_assert_str_eq(file.key, key_of(_i == 0 ? "facts" : "news").text);
    names = gaz_kept_names(kept);
    ck_assert_uint_eq(names->len, 1);
    ck_assert_str_eq(names->pdata[0], "x/page.html");
    ck_assert(gaz_kept_clear_rest(kept, NULL));
    ck_assert(number_of(now, "x/page.html") != 0);
}
END_TEST

/* The list written after it says of each what the disk says, though the disk wasn't asked. */
START_TEST(what_stood_there_serves_again)
{
    g_autofree char *left = below(now, "x/page.html");
    struct stat facts, after;

    leave_page(true);
    ck_assert_int_eq(stat(left, &facts), 0);
    for (unsigned turn = 0; turn < 3; turn++) {
        g_autoptr(GazKept) kept = sorted_out();

        ck_assert(takes(kept, "facts"));
        ck_assert_str_eq(file_of(kept, "x/page.html").sum, sum_of("old").text);
        gaz_kept_write(kept, list);
        ck_assert_int_eq(stat(left, &after), 0);
        ck_assert_msg(facts.st_ctim.tv_nsec == after.st_ctim.tv_nsec, "turn %u: it got another name", turn);
    }
}
END_TEST

/* Its bytes aren't those of its sum any more: were it listed as it is now, it would serve for ever. */
START_TEST(what_was_written_to_after_it_was_taken_is_not_listed)
{
    g_autoptr(GazKept) kept = gaz_kept_read(list, before, now, "basis");
    g_autofree char *old = below(before, "x/page.html");
    g_autofree char *path = below(now, "x/page.html");
    GazKey key = key_of("facts");
    FILE *file;

    ck_assert(gaz_kept_take(kept, path, &key, NULL));
    file = fopen(old, "a");
    ck_assert(fputs(" and more", file) >= 0);
    ck_assert_int_eq(fclose(file), 0);
    ck_assert_int_eq(g_unlink(path), 0);
    gaz_kept_write(kept, list);
    ck_assert(!serves("facts", "basis"));
}
END_TEST

/* What was taken need be neither read nor flushed, what was written not read. */
START_TEST(sums_are_known_of_what_was_taken_or_written)
{
    g_autoptr(GazKept) kept = gaz_kept_read(list, before, now, "basis");
    g_autofree char *path = below(now, "x/page.html");
    g_autofree char *other = below(now, "x/other.html");
    g_autofree char *third = below(now, "third.pdf");
    g_autofree char *outside = below(before, "outside.html");
    g_autoptr(GPtrArray) names = NULL;
    GazKey key = key_of("facts");
    GazSum sum = sum_of("other");

    ck_assert(gaz_kept_take(kept, path, &key, NULL));
    gaz_kept_note_sum(kept, other, &sum);
    gaz_kept_note(kept, other, &key, 3);
    gaz_kept_note(kept, third, &key, 0);
    gaz_kept_note_sum(kept, outside, &sum);
    names = gaz_kept_names(kept);
    ck_assert_uint_eq(names->len, 3);
    ck_assert_str_eq(file_of(kept, "x/page.html").sum, sum_of("old").text);
    ck_assert_str_eq(file_of(kept, "x/other.html").sum, sum.text);
    ck_assert_str_eq(file_of(kept, "x/other.html").key, key.text);
    ck_assert_uint_eq(file_of(kept, "x/other.html").number, 3);
    ck_assert_ptr_null(file_of(kept, "third.pdf").sum);
}
END_TEST

/* Its sum is that of the file before; the disk hasn't got the one that is there now. */
START_TEST(what_was_taken_and_then_written_is_new)
{
    g_autoptr(GazKept) written = gaz_kept_read(list, before, now, "basis");
    g_autoptr(GazKept) made = gaz_kept_read(list, before, now, "basis");
    g_autofree char *path = below(now, "x/page.html");
    GazKey key = key_of("facts");
    GazSum sum = sum_of("new");

    ck_assert(gaz_kept_take(written, path, &key, NULL));
    ck_assert_int_eq(g_unlink(path), 0);
    gaz_kept_note_sum(written, path, &sum);
    ck_assert_str_eq(file_of(written, "x/page.html").sum, sum.text);
    ck_assert_ptr_null(file_of(written, "x/page.html").key);
    ck_assert(gaz_kept_take(made, path, &key, NULL));
    ck_assert_int_eq(g_unlink(path), 0);
    gaz_kept_note(made, path, &key, 0);
    ck_assert_ptr_null(file_of(made, "x/page.html").sum);
}
END_TEST

/* What the list says, cut short anywhere, or with one byte changed, gives nothing. */
START_TEST(a_damaged_list_gives_nothing)
{
    g_autofree char *text = NULL;
    gsize length;

    ck_assert(g_file_get_contents(list, &text, &length, NULL));
    for (gsize i = 0; i < length; i++) {
        char was = text[i];

        ck_assert(g_file_set_contents(list, text, (gssize)i, NULL));
        ck_assert(!serves("facts", "basis"));
        text[i] = was == '7' ? '8' : '7';
        ck_assert(g_file_set_contents(list, text, (gssize)length, NULL));
        ck_assert(!serves("facts", "basis"));
        text[i] = was;
    }
}
END_TEST

START_TEST(what_a_process_notes_is_heard_by_another)
{
    g_autoptr(GazKept) worker = gaz_kept_read("nowhere", before, before, "basis");
    g_autoptr(GazKept) waiter = gaz_kept_read("nowhere", before, before, "basis");
    g_autofree char *path = below(before, "x/page.html");
    g_autofree char *notes = NULL;
    GazKey other = key_of("not ours to tell"), key = key_of("news");
    GazSum old = sum_of("old");

    gaz_kept_note(worker, path, &other, 1);
    gaz_kept_begin(worker);
    gaz_kept_note_sum(worker, path, &old);
    gaz_kept_note(worker, path, &key, 7);
    notes = gaz_kept_tell(worker);
    gaz_kept_note(waiter, path, &other, 2);
    ck_assert_ptr_null(gaz_kept_sum(waiter, path));
    gaz_kept_hear(waiter, notes);
    ck_assert_str_eq(gaz_kept_sum(waiter, path), old.text);
    ck_assert_ptr_null(gaz_kept_sum(waiter, list));
    ck_assert_str_eq(gaz_kept_heard(waiter, path), old.text);
    ck_assert_str_eq(gaz_kept_heard_key(waiter, path), key.text);
    ck_assert_ptr_null(gaz_kept_heard_key(waiter, list));
    ck_assert_ptr_null(gaz_kept_heard(waiter, list));
    gaz_kept_write(waiter, list);
    ck_assert(!serves("not ours to tell", "basis"));
    ck_assert(serves("news", "basis"));
}
END_TEST

START_TEST(to_look_at_what_was_heard_takes_no_note_away)
{
    g_autoptr(GazKept) worker = gaz_kept_read("nowhere", before, before, "basis");
    g_autofree char *path = below(before, "x/page.html");
    g_autofree char *notes = NULL;
    GazSum sum = sum_of("old");

    gaz_kept_begin(worker);
    gaz_kept_note_sum(worker, path, &sum);
    ck_assert_ptr_null(gaz_kept_heard(worker, path)); /* only noted */
    notes = gaz_kept_tell(worker);
    ck_assert_ptr_nonnull(strstr(notes, sum.text));
}
END_TEST

/* The file taken is that of the publication before as well. */
START_TEST(a_new_file_is_never_written_through_another_name)
{
    g_autofree char *path = below(before, "x/page.html");
    g_autofree char *text = NULL;
    GError *error = NULL;

    ck_assert(!gaz_new_file_write(path, "new", 3, 0644, &error));
    ck_assert(g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_EXIST));
    g_clear_error(&error);
    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    ck_assert_str_eq(text, "old");
}
END_TEST

static Suite *kept_suite(void)
{
    Suite *suite = suite_create("kept");
    TCase *tests = tcase_create("kept");

    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_set_timeout(tests, 0);
    tcase_add_test(tests, the_same_serves_as_the_same_file);
    tcase_add_test(tests, other_facts_or_another_basis_do_not);
    tcase_add_test(tests, a_changed_byte_is_noticed);
    tcase_add_test(tests, a_byte_changed_in_place_is_noticed);
    tcase_add_test(tests, a_touched_file_serves_by_its_bytes);
    tcase_add_test(tests, sums_are_known_of_what_was_taken_or_written);
    tcase_add_test(tests, what_was_taken_and_then_written_is_new);
    tcase_add_test(tests, what_was_written_to_after_it_was_taken_is_not_listed);
    tcase_add_test(tests, a_new_file_is_never_written_through_another_name);
    tcase_add_test(tests, what_stands_there_is_taken_where_it_stands);
    tcase_add_test(tests, another_file_there_makes_way);
    tcase_add_test(tests, what_was_written_to_there_makes_way);
    tcase_add_test(tests, what_is_made_from_something_else_makes_way);
    tcase_add_loop_test(tests, what_stands_is_written_over_in_its_place, 0, 2);
    tcase_add_test(tests, only_a_file_is_written_over);
    tcase_add_test(tests, a_kept_without_a_list_is_empty);
    tcase_add_test(tests, what_is_not_taken_goes_in_the_end);
    tcase_add_test(tests, what_the_list_does_not_know_goes_at_once);
    tcase_add_loop_test(tests, what_a_process_took_or_wrote_stays, 0, 2);
    tcase_add_test(tests, what_stood_there_serves_again);
    tcase_add_test(tests, a_link_in_its_place_is_noticed);
    tcase_add_test(tests, a_missing_file_is_noticed);
    tcase_add_test(tests, a_damaged_list_gives_nothing);
    tcase_add_test(tests, what_a_process_notes_is_heard_by_another);
    tcase_add_test(tests, to_look_at_what_was_heard_takes_no_note_away);
    suite_add_tcase(suite, tests);
    return suite;
}

int main(void)
{
    return suite_run(kept_suite());
}
