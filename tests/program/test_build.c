/* test_build.c - data in, publication out: what stands in it, that it is the same every time, and that
 * nothing half done is ever seen. */
#include "../support/suite.h"
#include "running.h"
#include <signal.h>
#include <sys/resource.h>
#include <unistd.h>

static char *folder, *data, *output; /* of the running test, which is a process of its own */

static void set_up(void)
{
    folder = starter_new();
    data = g_build_filename(folder, "data", NULL);
    output = g_build_filename(folder, "out", NULL);
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(folder);
    g_free(data);
    g_free(output);
}

static void build_well(void)
{
    g_auto(Run) got = run("build", data, "-o", output, AS_OF, NULL);

    assert_status(&got, 0);
    ck_assert(is_whole(output));
}

/* The publication's sums, which stand for all of its bytes. Yours: g_free(). */
static char *sums(void)
{
    char *text = text_of(output, "SHA256SUMS");

    ck_assert_ptr_nonnull(text);
    return text;
}

static unsigned count_beside(void)
{
    g_autoptr(GDir) open = g_dir_open(folder, 0, NULL);
    unsigned count = 0;
    const char *name;

    while ((name = g_dir_read_name(open)) != NULL)
        count += strcmp(name, ".out.gazette-kept") != 0 && strcmp(name, ".out.gazette-last") != 0; /* stay */
    return count;
}

/* The next build takes nothing from the last. */
static void forget(void)
{
    g_autofree char *list = g_build_filename(folder, ".out.gazette-kept", NULL);

    (void)g_unlink(list);
}

START_TEST(the_starter_folder_checks_and_builds)
{
    g_auto(Run) checked = run("check", data, AS_OF, NULL);

    assert_status(&checked, 0);
    assert_says(checked.out, "no faults as of 2025-06-30");
    build_well();
    ck_assert(has(output, "site/index.html"));
    ck_assert(has(output, "site/notices/2024/plan-draft-2024.pdf"));
    ck_assert(has(output, "site/notices/2025/line-list-2025.pdf"));
    ck_assert(has(output, "README.txt"));
    ck_assert_uint_eq(count_beside(), 2);
}
END_TEST

/* Whoever puts the website online looks them up there. */
START_TEST(the_files_for_servers_are_those_described)
{
    static const char *const names[] = {"headers.nginx.conf",   "headers.Caddyfile",   "_headers",
                                        "redirects.nginx.conf", "redirects.Caddyfile", "_redirects"};
    g_autofree char *described = text_of("docs", "serving.md"),
                    *site = g_build_filename(output, "site", NULL);

    build_well();
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++) {
        assert_says(described, names[i]);
        ck_assert_msg(has(site, names[i]), "%s", names[i]);
    }
}
END_TEST

START_TEST(new_leaves_a_full_folder_alone)
{
    g_auto(Run) got = run("new", data, NULL);

    assert_status(&got, 2);
    assert_says(got.err, "not empty");
}
END_TEST

START_TEST(new_fills_an_empty_folder)
{
    g_autofree char *empty = g_build_filename(folder, "empty", NULL);
    g_auto(Run) got = {0};

    ck_assert_int_eq(g_mkdir(empty, 0777), 0);
    got = run("new", empty, NULL);
    assert_status(&got, 0);
    ck_assert(has(empty, "publication.xml"));
    ck_assert(has(empty, "texts/comment-form.zh.md"));
}
END_TEST

START_TEST(faults_are_told_and_nothing_is_published)
{
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_auto(Run) checked = {0};
    g_auto(Run) built = {0};

    build_well();
    before = sums();
    edit(data, "enterprises.csv", ",370100,章丘区", ",370199,章丘区");
    edit(data, "lines.csv", ",4.8,74,", ",wide,74,");
    checked = run("check", data, AS_OF, NULL);
    assert_status(&checked, 1);
    assert_says(checked.out, "enterprises.csv:4:");
    assert_says(checked.out, "lines.csv:4:");
    assert_says(checked.err, " faults in ");
    built = run("build", data, "-o", output, AS_OF, NULL);
    assert_status(&built, 1);
    ck_assert_str_eq(built.out, "");
    assert_says(built.err, "lines.csv:4:");
    assert_says(built.err, "nothing was published");
    after = sums();
    ck_assert_str_eq(before, after);
    ck_assert_uint_eq(count_beside(), 2);
}
END_TEST

START_TEST(faults_as_json)
{
    g_auto(Run) none = run("check", "--format=json", data, AS_OF, NULL);
    g_auto(Run) some = {0};

    assert_status(&none, 0);
    g_strstrip(none.out);
    ck_assert_str_eq(none.out, "[]");
    edit(data, "lines.csv", ",4.8,74,", ",wide,74,");
    some = run("check", "--format=json", data, AS_OF, NULL);
    assert_status(&some, 1);
    assert_says(some.out, "\"number-unknown\"");
}
END_TEST

/* Another place, language, time zone and home; the same bytes. */
START_TEST(two_runs_give_the_same_bytes)
{
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    g_auto(Run) again = {0};

    build_well();
    before = sums();
    again = run_shell(
        "cd \"$1\" && rm .out.gazette-kept && mkdir -p elsewhere && cp -R data elsewhere/ && cd elsewhere && "
        "LC_ALL=C.UTF-8 TZ=America/New_York HOME=/nonexistent "
        "\"$gazette\" build data -o ../out " AS_OF,
        folder);
    assert_status(&again, 0);
    after = sums();
    ck_assert_str_eq(before, after);
    ck_assert_ptr_null(strstr(again.out, "changed"));
}
END_TEST

START_TEST(any_number_of_processes_gives_the_same_bytes)
{
    static const char *const numbers[] = {"--jobs=1", "--jobs=2", "--jobs=7"};
    g_autofree char *before = NULL;

    build_well();
    before = sums();
    for (unsigned i = 0; i < G_N_ELEMENTS(numbers); i++) {
        g_auto(Run) got = {0};
        g_autofree char *after = NULL;

        forget();
        got = run("build", numbers[i], data, "-o", output, AS_OF, NULL);
        after = sums();
        assert_status(&got, 0);
        ck_assert_str_eq(before, after);
    }
}
END_TEST

START_TEST(notices_of_later_days_are_left_out)
{
    g_auto(Run) got = {0};
    g_auto(Run) none = {0};

    got = run("build", data, "-o", output, "--as-of=2024-12-31", NULL);
    assert_status(&got, 0);
    assert_says(got.out, "left out, dated later: 2 notices");
    ck_assert(has(output, "site/notices/2024/plan-2024.pdf"));
    ck_assert(!has(output, "site/notices/2025/line-list-2025.pdf"));
    none = run("build", data, "-o", output, "--as-of=2020-01-01", NULL);
    assert_status(&none, 2);
    assert_says(none.err, "no notice is dated 2020-01-01 or earlier");
    ck_assert(is_whole(output));
}
END_TEST

/* What the open data say of the plan, as of a day (NULL: today). Yours: g_free(). */
static char *plan_seen(const char *as_of)
{
    g_autofree char *day = as_of == NULL ? g_strdup("--quiet") : g_strconcat("--as-of=", as_of, NULL);
    g_autofree char *seen = g_build_filename(folder, as_of == NULL ? "today" : as_of, NULL);
    g_auto(Run) got = run("build", data, "-o", seen, day, NULL);

    assert_status(&got, 0);
    return text_of(seen, "site/data/plan.csv");
}

/* Neither a draft nor what is written for a later day is anybody's duty. */
START_TEST(a_plan_is_seen_once_it_is_announced)
{
    g_autofree char *draft = plan_seen("2024-10-09"), *plan = plan_seen("2024-10-10");
    g_autofree char *today = NULL;
    g_auto(Run) ahead = {0};

    ck_assert(strstr(draft, "P-001") != NULL && strstr(draft, "P-002") == NULL);
    assert_says(plan, "P-002");
    edit(data, "publication.xml", "  <season id=\"heating-2024\"",
         "  <season id=\"heating-2094\" heating=\"yes\" counting=\"shandong\">\n"
         "    <name><zh>2094—2095年采暖季</zh><en>2094–2095 heating season</en></name>\n  </season>\n"
         "  <season id=\"heating-2024\"");
    edit(data, "publication.xml", "  <!-- 年度生产线清单",
         "  <notice id=\"plan-draft-2094\" kind=\"plan-draft\" date=\"2094-09-01\" season=\"heating-2094\">\n"
         "    <issuer ref=\"association\"/>\n    <comment from=\"2094-09-01\" to=\"2094-09-20\"/>\n"
         "  </notice>\n"
         "  <notice id=\"plan-2094\" kind=\"plan\" date=\"2094-10-10\" season=\"heating-2094\""
         " follows=\"plan-draft-2094\">\n"
         "    <issuer ref=\"association\"/>\n  </notice>\n  <!-- 年度生产线清单");
    edit(data, "plan.csv", "P-002,",
         "P-003,heating-2094,province,,2094-11-15,2095-03-15,,采暖季,Heating season\nP-002,");
    today = plan_seen(NULL);
    ck_assert(strstr(today, "P-002") != NULL && strstr(today, "P-003") == NULL);
    ahead = run("build", data, "-o", output, "--as-of=2094-12-01", NULL);
    assert_status(&ahead, 0);
    assert_says(ahead.out, "announced ahead of their day: 2 notices dated after today, ");
}
END_TEST

/* Where nobody has said yet which kilns stood still, none has kept its days. */
START_TEST(what_nobody_verified_is_not_kept)
{
    g_autofree char *stoppages = g_build_filename(data, "stoppages.csv", NULL), *zh = NULL, *en = NULL;
    g_auto(Run) refused = {0};
    g_auto(Run) got = {0};

    ck_assert_int_eq(g_unlink(stoppages), 0);
    refused = run("build", data, "-o", output, AS_OF, NULL);
    assert_status(&refused, 1);
    assert_says(refused.err, "a summary of a year of which no stoppage is verified");
    edit(data, "publication.xml", "<notice id=\"summary-2024\"", "<!-- <notice id=\"summary-2024\"");
    edit(data, "publication.xml", "</publication>", "--></publication>");
    got = run("build", data, "-o", output, AS_OF, NULL);
    assert_status(&got, 0);
    zh = text_of(output, "site/lines/L-001.html");
    en = text_of(output, "site/en/lines/L-001.html");
    ck_assert(strstr(zh, "已停足") == NULL && strstr(en, "kept in full") == NULL);
    assert_says(en, "0 of the 122 days due by");
}
END_TEST

static char *year_of_a_line_on(const char *as_of)
{
    g_auto(Run) got = run("build", data, "-o", output, as_of, NULL);

    assert_status(&got, 0);
    return text_of(output, "site/en/lines/L-001.html");
}

/* December's stops are verified in January: nobody can say before that who kept the year, and who didn't. */
START_TEST(no_line_is_judged_before_the_year_is_reckoned_up)
{
    g_autofree char *before = year_of_a_line_on("--as-of=2025-01-10"), *after = NULL;

    ck_assert(strstr(before, "As of 10 January 2025, ") != NULL);
    ck_assert(strstr(before, "Days short") == NULL && strstr(before, "kept in full") == NULL);
    after = year_of_a_line_on("--as-of=2025-02-28"); /* the day of the list of 2025 */
    ck_assert(strstr(after, "kept in full") != NULL);
}
END_TEST

/* What is today in Beijing, wherever the machine stands: these two are never on the same day. */
START_TEST(today_is_that_of_beijing)
{
    g_auto(Run) east = run_shell("TZ=XXX-14 \"$gazette\" check \"$1\"", data);
    g_auto(Run) west = run_shell("TZ=XXX+12 \"$gazette\" check \"$1\"", data);

    assert_says(east.out, "no faults as of ");
    ck_assert_str_eq(east.out, west.out);
}
END_TEST

START_TEST(only_one_kind)
{
    g_auto(Run) got = run("build", data, "-o", output, AS_OF, "--only=line-list", NULL);
    g_auto(Run) none = run("build", data, "-o", output, AS_OF, "--only=exposure", NULL);
    g_auto(Run) over = {0};

    assert_status(&got, 0);
    ck_assert(has(output, "notices/2025/line-list-2025.pdf"));
    ck_assert(!has(output, "notices/2024"));
    ck_assert(!has(output, "site"));
    assert_status(&none, 2);
    assert_says(none.err, "no exposure notice");
    build_well(); /* the whole may replace a part, a part not the whole */
    over = run("build", data, "-o", output, AS_OF, "--only=line-list", NULL);
    assert_status(&over, 2);
    assert_says(over.err, "whole publication");
    ck_assert(has(output, "site/index.html"));
}
END_TEST

/* The text of a PDF. Yours: g_free(). */
static char *pdf_text(const char *name)
{
    g_autofree char *path = g_build_filename(output, name, NULL);
    const char *argv[] = {"pdftotext", path, "-", NULL};
    Run got = run_argv((char **)argv, NULL, NULL);

    assert_status(&got, 0);
    g_free(got.err);
    return got.out;
}

static const struct {
    const char *option;
    bool zh, en;
} languages[] = {{"--lang=both", true, true}, {"--lang=zh", true, false}, {"--lang=en", false, true}};

START_TEST(languages_of_the_pdf)
{
    g_auto(Run) got = run("build", data, "-o", output, AS_OF, languages[_i].option, NULL);
    g_autofree char *text = NULL;

    assert_status(&got, 0);
    text = pdf_text("site/notices/2024/plan-2024.pdf");
    ck_assert_int_eq(strstr(text, "各水泥熟料企业") != NULL, languages[_i].zh);
    ck_assert_int_eq(strstr(text, "All clinker enterprises") != NULL, languages[_i].en);
}
END_TEST

START_TEST(a_foreign_folder_is_left_alone)
{
    g_auto(Run) got = run("build", data, "-o", data, AS_OF, NULL);

    assert_status(&got, 2);
    assert_says(got.err, "neither empty nor a publication");
    ck_assert(has(data, "publication.xml"));
}
END_TEST

START_TEST(the_default_output_bears_the_name_of_the_data)
{
    g_auto(Run) got = run_shell("cd \"$1\"/data && \"$gazette\" build . " AS_OF " && "
                                "\"$gazette\" build . --only=plan " AS_OF,
                                folder);

    assert_status(&got, 0);
    ck_assert(has(data, "output/data/site/index.html"));
    ck_assert(has(data, "output/data.plan/notices/2024/plan-2024.pdf"));
}
END_TEST

START_TEST(a_character_no_font_has_is_a_fault_with_its_place)
{
    g_auto(Run) got = {0};

    edit(data, "enterprises.csv", "济南示范水泥有限公司", "济南\xF3\xB0\x80\x80水泥有限公司");
    got = run("build", data, "-o", output, AS_OF, NULL);
    assert_status(&got, 1);
    assert_says(got.err, "enterprises.csv:4:7: error: name_zh: ");
    assert_says(got.err, "U+F0000");
    ck_assert(!has(folder, "out"));
}
END_TEST

START_TEST(compose_writes_the_tree)
{
    g_auto(Run) got = run("compose", data, "plan-2024", AS_OF, NULL);
    g_auto(Run) page = run("compose", data, "about", AS_OF, NULL);
    g_auto(Run) none = run("compose", data, "plan-1999", AS_OF, NULL);

    assert_status(&got, 0);
    ck_assert(
        g_str_has_prefix(got.out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<document id=\"plan-2024\""));
    ck_assert_str_eq(got.err, "");
    assert_status(&page, 0);
    assert_status(&none, 2);
    assert_says(none.err, "there are about, legal, channels, poster, plan-draft-2024");
}
END_TEST

/* In the child: no file may grow beyond `limit` bytes, as on a disk that is nearly full. */
static void limit_files(void *limit)
{
    struct rlimit sizes = {*(rlim_t *)limit, *(rlim_t *)limit};

    setrlimit(RLIMIT_FSIZE, &sizes);
}

/* Builds with files limited to `limit` bytes. */
static Run build_limited(rlim_t limit)
{
    g_autofree char *program = program_path();
    char *argv[] = {program, "build", data, "-o", output, AS_OF, NULL};
    Run run = {0};
    int status;

    ck_assert(g_spawn_sync(NULL, argv, NULL, 0, limit_files, &limit, &run.out, &run.err, &status, NULL));
    run.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return run;
}

START_TEST(a_full_disk_is_told_and_leaves_the_last_publication)
{
    g_autofree char *before = NULL;

    build_well();
    before = sums();
    for (rlim_t limit = 0; limit <= 65536; limit = limit == 0 ? 1024 : limit * 8) {
        g_auto(Run) got = {0};
        g_autofree char *after = NULL;

        forget();
        got = build_limited(limit);
        after = sums();
        assert_status(&got, 3);
        assert_says(got.err, "File too large");
        ck_assert_str_eq(before, after);
        ck_assert(is_whole(output));
    }
    ck_assert_uint_eq(count_beside(), 2);
}
END_TEST

/* Wherever memory ends, within the libraries too, the program says so, and what is published stands. */
START_TEST(too_little_memory_is_told_and_leaves_the_last_publication)
{
    static const char *const jobs[] = {"1", "2"};
    g_autofree char *before = NULL;
    unsigned told = 0;

    build_well();
    before = sums();
    for (unsigned megabytes = 100; megabytes <= 400; megabytes += 6) {
        g_autofree char *script = g_strdup_printf("ulimit -v %u; cd \"$1\" && rm -f .out.gazette-kept && "
                                                  "\"$gazette\" build --jobs=%s data -o out " AS_OF,
                                                  megabytes * 1024, jobs[_i]);
        g_auto(Run) got = run_shell(script, folder);
        g_autofree char *after = sums();

        ck_assert_str_eq(before, after);
        if (got.status == 0)
            continue;
        assert_status(&got, 3);
        assert_says(got.err, "too little memory"); /* fontconfig doesn't look, and its process dies of it */
        told++;
    }
    ck_assert_uint_gt(told, 20);
    build_well();
    ck_assert_uint_eq(count_beside(), 2);
}
END_TEST

START_TEST(killed_at_any_time_the_last_publication_stands)
{
    g_autoptr(GRand) random = g_rand_new_with_seed(201);
    g_autofree char *program = program_path();
    gint64 start = g_get_monotonic_time(), length;

    build_well();
    length = g_get_monotonic_time() - start;
    for (unsigned i = 0; i < 12; i++) {
        char *argv[] = {program, "build", "-q", data, "-o", output, AS_OF, NULL};
        GPid child;
        int status;

        if (i % 2 == 0) /* everything is made anew */
            forget();
        ck_assert(g_spawn_async(NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &child, NULL));
        g_usleep((gulong)g_rand_double_range(random, 0, (double)length));
        kill(child, SIGKILL);
        waitpid(child, &status, 0);
        ck_assert(is_whole(output));
    }
    build_well();
    ck_assert_uint_eq(count_beside(), 2);
}
END_TEST

START_TEST(two_at_once_do_each_other_no_harm)
{
    g_auto(Run) got = run_shell(
        "cd \"$1\" && for i in 1 2 3; do \"$gazette\" build data -o out " AS_OF " & done; wait", folder);

    assert_status(&got, 0);
    assert_says(got.out, "Published 4 notices");
    ck_assert(is_whole(output));
    ck_assert_uint_eq(count_beside(), 2);
}
END_TEST

static Suite *build_suite(void)
{
    Suite *suite = suite_create("build");
    TCase *tcase = tcase_create("build");

    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 0);
    tcase_add_test(tcase, the_starter_folder_checks_and_builds);
    tcase_add_test(tcase, the_files_for_servers_are_those_described);
    tcase_add_test(tcase, new_leaves_a_full_folder_alone);
    tcase_add_test(tcase, new_fills_an_empty_folder);
    tcase_add_test(tcase, faults_are_told_and_nothing_is_published);
    tcase_add_test(tcase, faults_as_json);
    tcase_add_test(tcase, two_runs_give_the_same_bytes);
    tcase_add_test(tcase, any_number_of_processes_gives_the_same_bytes);
    tcase_add_test(tcase, notices_of_later_days_are_left_out);
    tcase_add_test(tcase, a_plan_is_seen_once_it_is_announced);
    tcase_add_test(tcase, what_nobody_verified_is_not_kept);
    tcase_add_test(tcase, no_line_is_judged_before_the_year_is_reckoned_up);
    tcase_add_test(tcase, today_is_that_of_beijing);
    tcase_add_test(tcase, only_one_kind);
    tcase_add_loop_test(tcase, languages_of_the_pdf, 0, G_N_ELEMENTS(languages));
    tcase_add_test(tcase, a_foreign_folder_is_left_alone);
    tcase_add_test(tcase, the_default_output_bears_the_name_of_the_data);
    tcase_add_test(tcase, a_character_no_font_has_is_a_fault_with_its_place);
    tcase_add_test(tcase, compose_writes_the_tree);
    tcase_add_test(tcase, a_full_disk_is_told_and_leaves_the_last_publication);
    if (!SANITIZED)
        tcase_add_loop_test(tcase, too_little_memory_is_told_and_leaves_the_last_publication, 0, 2);
    tcase_add_test(tcase, killed_at_any_time_the_last_publication_stands);
    tcase_add_test(tcase, two_at_once_do_each_other_no_harm);
    suite_add_tcase(suite, tcase);
    return suite;
}

int main(void)
{
    return suite_run(build_suite());
}
