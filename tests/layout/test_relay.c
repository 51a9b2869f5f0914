/* test_relay.c - every page comes to the sink once, in order, and no more than a few are on their way. */
#include "../support/suite.h"
#include "layout/relay.h"
#include <check.h>

enum { PAGES = 200, MOST_AHEAD = 8 };

typedef struct {
    gint passed;              /* atomic: pages that went into the relay */
    unsigned seen, fails_at;  /* pages; the sink fails at this one; 0: never */
    bool in_order, far_ahead; /* far: more pages are on their way than a few */
    GThread *thread;          /* that the sink was called by */
} Watch;

static bool watch(const GazPage *page, void *user, GError **error)
{
    Watch *seen = user;
    const GazMark *mark = &g_array_index(page->marks, GazMark, 0);

    seen->thread = g_thread_self();
    seen->seen++;
    seen->in_order = seen->in_order && page->number == seen->seen && page->marks->len == 1 &&
                     mark->x == (double)page->number;
    seen->far_ahead = seen->far_ahead || (unsigned)g_atomic_int_get(&seen->passed) > seen->seen + MOST_AHEAD;
    if (page->number % 16 == 0)
        g_usleep(1000); /* lets who passes them run ahead */
    if (seen->seen != seen->fails_at)
        return true;
    g_set_error_literal(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC, "full");
    return false;
}

/* Gives how many pages were passed before that failed. */
static unsigned pass_pages(GazRelay *relay, Watch *seen)
{
    GazPage page = {.marks = gaz_marks_new()};
    unsigned passed = 0;

    for (bool good = true; good && passed < PAGES; passed++) {
        GazMark mark = {.kind = GAZ_MARK_FILL, .x = passed + 1};

        ck_assert_uint_eq(page.marks->len, 0);
        g_array_append_val(page.marks, mark);
        page.number = passed + 1;
        g_atomic_int_inc(&seen->passed);
        good = gaz_relay_pass(relay, &page);
    }
    g_array_unref(page.marks);
    return passed;
}

START_TEST(pages_come_once_and_in_order)
{
    bool apart = _i == 1;
    Watch seen = {.in_order = true};
    g_autoptr(GError) error = NULL;
    GazRelay *relay = gaz_relay_new(watch, &seen, apart);

    ck_assert_uint_eq(pass_pages(relay, &seen), PAGES);
    ck_assert(gaz_relay_end(relay, &error));
    ck_assert_ptr_null(error);
    ck_assert_uint_eq(seen.seen, PAGES);
    ck_assert(seen.in_order);
    ck_assert(!seen.far_ahead);
    ck_assert_int_eq(seen.thread != g_thread_self(), apart);
}
END_TEST

/* What was on its way then isn't written either. */
START_TEST(a_failure_ends_it)
{
    Watch seen = {.in_order = true, .fails_at = 100};
    g_autoptr(GError) error = NULL;
    GazRelay *relay = gaz_relay_new(watch, &seen, _i == 1);

    ck_assert_uint_lt(pass_pages(relay, &seen), PAGES);
    ck_assert(!gaz_relay_end(relay, &error));
    ck_assert(g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOSPC));
    ck_assert_uint_eq(seen.seen, 100);
}
END_TEST

/* The last page of all may be the one that fails. */
START_TEST(a_late_failure_is_told_at_the_end)
{
    Watch seen = {.in_order = true, .fails_at = PAGES};
    g_autoptr(GError) error = NULL;
    GazRelay *relay = gaz_relay_new(watch, &seen, _i == 1);

    pass_pages(relay, &seen);
    ck_assert(!gaz_relay_end(relay, &error));
    ck_assert_ptr_nonnull(error);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("relay");
    TCase *all = tcase_create("all");

    tcase_add_loop_test(all, pages_come_once_and_in_order, 0, 2);
    tcase_add_loop_test(all, a_failure_ends_it, 0, 2);
    tcase_add_loop_test(all, a_late_failure_is_told_at_the_end, 0, 2);
    suite_add_tcase(suite, all);
    return suite_run(suite);
}
