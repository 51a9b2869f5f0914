/* test_lacking.c - one mistake in one cell is told once: what follows from the row that is left out for it
 * waits. */
#include "../support/suite.h"
#include "check/check.h"
#include <check.h>
#include <glib/gstdio.h>

static const struct {
    const char *file, *from, *to, *id;
} mistakes[] = {
    {"enterprises.csv", ",yes", ",maybe", "flag-unknown"},
    {"lines.csv", ",operating,", ",operatng,", "code-unknown"},
    {"plan.csv", "2021-11-15", "2021-11-31", "time-unknown"},
    {"ledger.csv", ",owed,", ",owd,", "code-unknown"},
    {"swaps.csv", ",2021-", ",2021?", "date-unknown"},
    {"adjustments.csv", ",2021-", ",2021?", "time-unknown"},
    {"stoppages.csv", ",off-peak,", ",of-peak,", "code-unknown"},
    {"findings.csv", ",breach,", ",breech,", "code-unknown"},
    {"events.csv", ",found-running,", ",found-runing,", "code-unknown"},
    {"interviews.csv", ",refused", ",refusd", "code-unknown"},
    {"tasks.csv", ",heating,", ",heatin,", "code-unknown"},
    {"channels.csv", ",phone,", ",phon,", "code-unknown"},
};

/* A copy of the sample year, `from` replaced once by `to` in one file. */
static char *copy_with(const char *file, const char *from, const char *to)
{
    char *folder = g_dir_make_tmp("gazette-lacking-XXXXXX", NULL);
    g_autoptr(GDir) listing = g_dir_open("data/shandong-2021", 0, NULL);

    for (const char *name; (name = g_dir_read_name(listing)) != NULL;) {
        g_autofree char *source = g_build_filename("data/shandong-2021", name, NULL);
        g_autofree char *target = g_build_filename(folder, name, NULL), *text = NULL;

        if (!g_file_test(source, G_FILE_TEST_IS_REGULAR))
            continue;
        ck_assert(g_file_get_contents(source, &text, NULL, NULL));
        if (g_str_equal(name, file)) {
            g_auto(GStrv) parts = g_strsplit(text, from, 2);

            ck_assert_msg(g_strv_length(parts) == 2, "%s: no %s", file, from);
            g_free(text);
            text = g_strjoinv(to, parts);
        }
        ck_assert(g_file_set_contents(target, text, -1, NULL));
    }
    return folder;
}

static void remove_copy(char *folder)
{
    g_autoptr(GDir) listing = g_dir_open(folder, 0, NULL);

    for (const char *name; (name = g_dir_read_name(listing)) != NULL;) {
        g_autofree char *path = g_build_filename(folder, name, NULL);

        g_unlink(path);
    }
    g_rmdir(folder);
    g_free(folder);
}

START_TEST(one_mistake_is_told_once)
{
    char *folder = copy_with(mistakes[_i].file, mistakes[_i].from, mistakes[_i].to);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GError) error = NULL;
    g_autoptr(GazData) data = gaz_data_read(folder, "data/rules", report, &error);
    g_autoptr(GazAssessment) assessment = NULL;
    unsigned texts = 0; /* the folder's texts weren't copied: notices that name them say so */
    g_autofree char *told = NULL;

    ck_assert_ptr_nonnull(data);
    for (unsigned i = 0; i < gaz_report_count(report); i++)
        texts += g_str_equal(gaz_report_get(report, i)->kind->id, "text-missing");
    assessment = gaz_assessment_new(data, gaz_date_make(2022, 4, 30));
    gaz_check(assessment, report);
    told = gaz_report_to_text(report);
    ck_assert_msg(gaz_report_count(report) == texts + 1 && gaz_report_has(report, mistakes[_i].id), "%s: %s",
                  mistakes[_i].file, told);
    remove_copy(folder);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("lacking rows");
    TCase *tests = tcase_create("lacking rows");

    tcase_add_loop_test(tests, one_mistake_is_told_once, 0, G_N_ELEMENTS(mistakes));
    tcase_set_timeout(tests, 0);
    suite_add_tcase(suite, tests);
    return suite_run(suite);
}
