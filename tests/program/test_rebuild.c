/* test_rebuild.c - a publication built upon the one before is, byte for byte, the one built from nothing;
 * only what has changed is made anew. */
#include "running.h"

#include "../support/suite.h"
#include <glib/gstdio.h>

#define LATE "--as-of=2024-04-30" /* all years of the sample folder are over */

static char *folder, *data, *output, *fresh;

static void set_up(void)
{
    folder = starter_new();
    data = g_build_filename(folder, "data", NULL);
    output = g_build_filename(folder, "out", NULL);
    fresh = g_build_filename(folder, "fresh", NULL);
}

static void tear_down(void)
{
    folder_remove(folder);
    g_free(folder);
    g_free(data);
    g_free(output);
    g_free(fresh);
}

static void build(const char *where)
{
    g_auto(Run) got = run("build", "-q", data, "-o", where, AS_OF, NULL);

    assert_status(&got, 0);
}

/* A build upon the same publication, with the record of what was announced, but with nothing known of its
 * files. */
static void assert_as_made_anew(void)
{
    g_autofree char *got = text_of(output, "SHA256SUMS");
    g_autofree char *expected = NULL;
    g_autofree char *list = g_build_filename(folder, ".fresh.gazette-kept", NULL);

    (void)g_unlink(list);
    build(fresh);
    expected = text_of(fresh, "SHA256SUMS");
    ck_assert_msg(strcmp(got, expected) == 0, "the files are not those of a whole build");
    ck_assert(is_whole(output));
}

/* Publishes, and keeps a copy to compare with. */
static void build_first(void)
{
    g_auto(Run) copied = {0};

    build(output);
    folder_remove(fresh);
    copied = run_shell("cp -R \"$1\"/out \"$1\"/fresh", folder);
    assert_status(&copied, 0);
}

/* What was announced may not change (announced-changed): these are of the website alone. */
static const struct {
    const char *name, *file, *before, *after;
} changes[] = {
    {"nothing", NULL, NULL, NULL},
    {"who verified a stoppage", "stoppages.csv", "济南市生态环境局", "章丘区生态环境局"},
    {"hours of a channel, which are on every page", "channels.csv", "全天24小时", "每天8时至20时"},
    {"the title of the website", "publication.xml", "<title><zh>", "<title><zh>新"},
    {"the address of the website", "publication.xml", "base-url=\"https://", "base-url=\"https://www."},
};

START_TEST(a_change_gives_the_bytes_of_a_whole_build)
{
    build_first();
    if (changes[_i].file != NULL)
        edit(data, changes[_i].file, changes[_i].before, changes[_i].after);
    build(output);
    assert_as_made_anew();
}
END_TEST

/* Of what is on most pages nothing changes; the site map has the day of each. */
START_TEST(another_day_gives_the_bytes_of_a_whole_build)
{
    const char *const folders[] = {output, fresh};
    g_autofree char *before = NULL, *map = NULL, *after = NULL, *expected = NULL;

    build_first();
    before = text_of(output, "site/sitemap.xml");
    for (unsigned i = 0; i < G_N_ELEMENTS(folders); i++) {
        g_auto(Run) got = run("build", "-q", data, "-o", folders[i], "--as-of=2025-07-15", NULL);

        assert_status(&got, 0);
    }
    after = text_of(output, "SHA256SUMS");
    expected = text_of(fresh, "SHA256SUMS");
    ck_assert_msg(strcmp(after, expected) == 0, "the files are not those of a whole build");
    map = text_of(output, "site/sitemap.xml");
    ck_assert_msg(strcmp(map, before) != 0, "the site map is the one from before");
}
END_TEST

static void draft(const char *where)
{
    g_auto(Run) got = run("build", "-q", "--draft", data, "-o", where, AS_OF, NULL);

    assert_status(&got, 0);
}

/* What a page shows though its text doesn't say it. */
static const struct {
    const char *name, *file, *before, *after;
} sights[] = {
    {"the image of a seal", "seal.svg", "r=\"40\"", "r=\"30\""},
    {"how large a seal is", "publication.xml", "diameter-mm=\"42\"", "diameter-mm=\"40\""},
};

/* Gives an authority a seal that is drawn. */
static void add_seal(void)
{
    static const char contact[] = "web=\"https://industry.example/\"/>";
    g_autofree char *seal = g_build_filename(data, "seal.svg", NULL);
    g_autofree char *sealed = g_strconcat(contact, "<seal file=\"seal.svg\" diameter-mm=\"42\"/>", NULL);

    ck_assert(g_file_set_contents(seal,
                                  "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">"
                                  "<circle cx=\"50\" cy=\"50\" r=\"40\" fill=\"none\" stroke=\"red\"/></svg>",
                                  -1, NULL));
    edit(data, "publication.xml", contact, sealed);
}

START_TEST(a_change_that_is_only_seen_is_made)
{
    g_autofree char *before = NULL, *after = NULL, *expected = NULL;

    add_seal();
    draft(output);
    before = text_of(output, "SHA256SUMS");
    edit(data, sights[_i].file, sights[_i].before, sights[_i].after);
    draft(output);
    draft(fresh);
    after = text_of(output, "SHA256SUMS");
    expected = text_of(fresh, "SHA256SUMS");
    ck_assert_msg(strcmp(after, before) != 0, "%s: the page is the one from before", sights[_i].name);
    ck_assert_msg(strcmp(after, expected) == 0, "%s: the files are not those of a whole build",
                  sights[_i].name);
}
END_TEST

/* One after the other into the same folder, and back: each begins with the last but one. */
START_TEST(changes_after_changes_give_the_bytes_of_a_whole_build)
{
    build_first();
    for (unsigned turn = 0; turn < 2 * G_N_ELEMENTS(changes); turn++) {
        bool back = turn >= G_N_ELEMENTS(changes);
        unsigned i = back ? 2 * (unsigned)G_N_ELEMENTS(changes) - 1 - turn : turn;

        if (changes[i].file != NULL)
            edit(data, changes[i].file, back ? changes[i].after : changes[i].before,
                 back ? changes[i].before : changes[i].after);
        build(output);
        assert_as_made_anew();
    }
}
END_TEST

/* Somebody was at what stays of the last publication but one. */
START_TEST(what_was_done_to_the_last_shows_nowhere)
{
    static const char *const deeds[] = {
        "echo not ours >site/index.html.new && mv site/index.html.new site/index.html",
        "rm site/lines.html && ln -s ../README.txt site/lines.html",
        "echo not ours >site/extra.html && mkdir -p site/extra/folder",
        "rm site/style.css.gz && mkdir site/style.css.gz",
        "rm -rf site/en",
        "echo not ours >>site/about.html", /* which is published as well */
        "rm -rf ../.out.gazette-last",
    };
    g_autofree char *script = g_strconcat("cd \"$1\"/.out.gazette-last && ", deeds[_i], NULL);
    g_auto(Run) done = {0};

    build_first();
    build(output);
    done = run_shell(script, folder);
    assert_status(&done, 0);
    build(output);
    assert_as_made_anew();
}
END_TEST

/* Faults that are found before, and after, anything is begun upon the last publication. */
static const struct {
    const char *name, *file, *before, *after, *said;
} hindrances[] = {
    {"no number", "lines.csv", ",4.8,74,", ",wide,74,", "lines.csv:4:"},
    {"a character no font has", "enterprises.csv", "济南示范水泥有限公司", "济南\xF3\xB0\x80\x80水泥有限公司",
     "U+F0000"},
};

/* A build that is refused leaves all as it was, and the next one does as if it had never been. */
START_TEST(a_refused_build_shows_nowhere)
{
    g_autofree char *staged = g_build_filename(folder, ".out.gazette-staging", NULL);
    g_autofree char *last = g_build_filename(folder, ".out.gazette-last", NULL);
    g_autofree char *before = NULL, *after = NULL;
    g_auto(Run) refused = {0};

    build_first();
    edit(data, "stoppages.csv", "济南市生态环境局", "章丘区生态环境局");
    build(output);
    before = text_of(output, "SHA256SUMS");
    edit(data, "stoppages.csv", "章丘区生态环境局", "济南市生态环境局");
    edit(data, hindrances[_i].file, hindrances[_i].before, hindrances[_i].after);
    refused = run("build", "-q", "--jobs=2", data, "-o", output, AS_OF, NULL);
    assert_status(&refused, 1);
    assert_says(refused.err, hindrances[_i].said);
    after = text_of(output, "SHA256SUMS");
    ck_assert_str_eq(before, after);
    ck_assert(is_whole(output));
    ck_assert(!g_file_test(staged, G_FILE_TEST_EXISTS));
    ck_assert(g_file_test(last, G_FILE_TEST_IS_DIR));
    edit(data, hindrances[_i].file, hindrances[_i].after, hindrances[_i].before);
    build(output);
    assert_as_made_anew();
}
END_TEST

/* Faults are told first, and all: what stands in the way of the output is for who has none. */
START_TEST(faults_are_told_before_a_foreign_output)
{
    g_autofree char *foreign = g_build_filename(output, "note.txt", NULL);
    g_auto(Run) faulty = {0}, refused = {0};

    build_first();
    ck_assert(g_file_set_contents(foreign, "not ours", -1, NULL));
    refused = run("build", "-q", "--jobs=2", data, "-o", output, AS_OF, NULL);
    assert_status(&refused, 2);
    assert_says(refused.err, "note.txt");
    edit(data, "enterprises.csv", hindrances[1].before, hindrances[1].after);
    faulty = run("build", "-q", "--jobs=2", data, "-o", output, AS_OF, NULL);
    assert_status(&faulty, 1);
    assert_says(faulty.err, "U+F0000");
    ck_assert_ptr_null(strstr(faulty.err, "note.txt"));
    ck_assert(g_file_test(foreign, G_FILE_TEST_EXISTS));
}
END_TEST

/* The files of the website with their numbers, a line each, but for those that say what it is made of. Yours:
 * g_strfreev(). */
static char **file_numbers(void)
{
    g_auto(Run) got =
        run_shell("cd \"$1\"/out/site && find . -type f ! -name SHA256SUMS ! -path './record/*' "
                  "-printf '%P %i\\n' | sort",
                  folder);

    assert_status(&got, 0);
    return g_strsplit(got.out, "\n", -1);
}

/* A drawing brings libraries with it: what it takes to draw is no change. */
START_TEST(what_has_not_changed_is_the_same_file)
{
    g_auto(GStrv) before = NULL, after = NULL;

    if (_i == 1)
        add_seal();
    build(output);
    before = file_numbers();
    build(output);
    after = file_numbers();
    ck_assert_uint_eq(g_strv_length(after), g_strv_length(before));
    for (unsigned i = 0; before[i] != NULL; i++)
        ck_assert_str_eq(after[i], before[i]);
}
END_TEST

/* Somebody wrote into what is published: that isn't carried on. */
START_TEST(a_changed_page_is_made_anew)
{
    g_autofree char *packed = g_build_filename(output, "site", "lines.html.gz", NULL);

    build_first();
    edit(output, "site/index.html", "<html", "<!-- not ours --><html");
    ck_assert(g_file_set_contents(packed, "not ours", -1, NULL));
    ck_assert(!is_whole(output));
    build(output);
    assert_as_made_anew();
}
END_TEST

START_TEST(a_lost_or_foreign_list_makes_a_whole_build)
{
    static const char *const lists[] = {NULL, "", "gazette kept 5\n", "\xff\xfe garbage \n\n"};
    g_autofree char *list = g_build_filename(folder, ".out.gazette-kept", NULL);

    build_first();
    ck_assert(has(folder, ".out.gazette-kept"));
    build(output); /* so that there is a last one */
    for (unsigned i = 0; i < G_N_ELEMENTS(lists); i++) {
        if (lists[i] == NULL)
            ck_assert_int_eq(g_unlink(list), 0);
        else
            ck_assert(g_file_set_contents(list, lists[i], -1, NULL));
        build(output);
        assert_as_made_anew();
    }
}
END_TEST

/* Another publication was put in the place of ours, the list is still ours. */
START_TEST(another_publication_in_its_place_is_noticed)
{
    g_auto(Run) swapped = {0};

    build_first();
    edit(data, "channels.csv", "全天24小时", "每天8时至20时");
    build(fresh);
    edit(data, "channels.csv", "每天8时至20时", "全天24小时");
    swapped = run_shell("cd \"$1\" && rm -rf out .fresh.* && cp -R fresh out", folder);
    assert_status(&swapped, 0);
    build(output);
    assert_as_made_anew();
}
END_TEST

START_TEST(a_changed_stylesheet_is_seen)
{
    g_auto(Run) got = run_shell(
        "cd \"$1\" && root=$(dirname \"$gazette\") && "
        "until [ -d \"$root/templates\" ]; do root=$(dirname \"$root\"); done && mkdir -p share/data && "
        "cp -R \"$root/templates\" \"$root/fonts\" share && cp -R \"$root\"/data/[a-z]* share/data "
        "&& \"$gazette\" build -q data -o out --share share " AS_OF " && "
        "sed -i 's/首页/新首页/' share/templates/site/strings.xml && "
        "\"$gazette\" build -q data -o out --share share " AS_OF " && grep -q 新首页 out/site/index.html",
        folder);

    assert_status(&got, 0);
}
END_TEST

/* Files that are made anew in a publication of so many lines after a stoppage's evidence is another. */
static unsigned count_made(unsigned lines)
{
    g_autofree char *script = g_strdup_printf(
        "rm -rf \"$1\"/data && python3 tests/bench/make_data.py \"$1\"/data %u && rm -rf \"$1\"/out "
        "\"$1\"/.out* && "
        "build() { \"$gazette\" build \"$1\"/data --as-of 2022-04-30 -q -o \"$1\"/out; } && build \"$1\" && "
        "touch \"$1\"/mark && sed -i '2s/用电量记录/用电量台账/' \"$1\"/data/stoppages.csv && build \"$1\" "
        "&& "
        "find \"$1\"/out -type f -newer \"$1\"/mark | wc -l",
        lines);
    g_auto(Run) got = run_shell(script, folder);

    assert_status(&got, 0);
    return (unsigned)g_ascii_strtoull(got.out, NULL, 10);
}

START_TEST(a_changed_cell_makes_as_much_anew_of_twice_the_lines)
{
    unsigned once = count_made(30), twice = count_made(60);

    ck_assert_uint_gt(once, 0);
    ck_assert_msg(once == twice, "%u files of 30 lines, %u of 60", once, twice);
}
END_TEST

/* A table of a data folder: its lines, the heads first. */
typedef struct {
    char *name;
    char **lines;
    unsigned count;
} Table;

/* Where field `column` of a CSV line begins and ends; false: there is none. */
static bool find_field(const char *line, unsigned column, size_t *start, size_t *end)
{
    bool quoted = false;
    unsigned at = 0;

    *start = 0;
    for (size_t i = 0;; i++) {
        quoted ^= line[i] == '"';
        if (line[i] != '\0' && (quoted || line[i] != ','))
            continue;
        *end = i;
        if (at++ == column || line[i] == '\0')
            return at > column;
        *start = i + 1;
    }
}

static char *field_of(const char *line, unsigned column)
{
    size_t start, end;

    return find_field(line, column, &start, &end) ? g_strndup(line + start, end - start) : NULL;
}

static char *with_field(const char *line, unsigned column, const char *text)
{
    size_t start, end;

    ck_assert(find_field(line, column, &start, &end));
    return g_strdup_printf("%.*s%s%s", (int)start, line, text, line + end);
}

static void write_table(const Table *table)
{
    g_autofree char *path = g_build_filename(data, table->name, NULL);
    g_autofree char *text = g_strjoinv("\n", table->lines);

    ck_assert(g_file_set_contents(path, text, -1, NULL));
}

/* A field's new text: what stands in another row, or a sign more. NULL: nothing that could stand there. */
static char *another(GRand *chance, const Table *table, const char *old, unsigned column)
{
    int row = g_rand_int_range(chance, 1, (int)table->count);
    g_autofree char *text = field_of(table->lines[row], column);

    if (g_rand_boolean(chance) && text != NULL && strcmp(text, old) != 0)
        return g_steal_pointer(&text);
    return old[0] == '\0' || g_str_has_suffix(old, "\"") ? NULL : g_strconcat(old, "1", NULL);
}

static bool is_accepted(void)
{
    g_auto(Run) got = run("check", "-q", data, LATE, NULL);

    return got.status == 0;
}

/* Changes one cell of the table, if the data stay without a fault with that. */
static bool change_cell(GRand *chance, Table *table)
{
    unsigned columns = 1;
    int row = g_rand_int_range(chance, 1, (int)table->count);
    unsigned column;
    g_autofree char *old = NULL;
    g_autofree char *text = NULL;
    char *line = table->lines[row];

    for (const char *comma = table->lines[0]; (comma = strchr(comma, ',')) != NULL; comma++)
        columns++;
    column = (unsigned)g_rand_int_range(chance, 0, (int)columns);
    old = field_of(line, column);
    text = old == NULL ? NULL : another(chance, table, old, column);
    if (text == NULL)
        return false;
    table->lines[row] = with_field(line, column, text);
    write_table(table);
    if (is_accepted()) {
        g_free(line);
        return true;
    }
    g_free(table->lines[row]);
    table->lines[row] = line;
    write_table(table);
    return false;
}

/* The tables of the data folder and of the years after it. Yours: g_array_unref(). */
static GArray *read_tables(void)
{
    g_auto(Run) found = run_shell("cd \"$1\"/data && find . -name '*.csv' | LC_ALL=C sort", folder);
    g_auto(GStrv) names = g_strsplit(found.out, "\n", -1);
    GArray *tables = g_array_new(FALSE, FALSE, sizeof(Table));

    for (unsigned i = 0; names[i] != NULL && names[i][0] != '\0'; i++) {
        g_autofree char *text = text_of(data, names[i]);
        Table table = {g_strdup(names[i]), g_strsplit(g_strchomp(text), "\n", -1), 0};

        table.count = g_strv_length(table.lines);
        g_array_append_val(tables, table);
    }
    return tables;
}

static void free_tables(GArray *tables)
{
    for (unsigned i = 0; i < tables->len; i++) {
        g_free(g_array_index(tables, Table, i).name);
        g_strfreev(g_array_index(tables, Table, i).lines);
    }
    g_array_unref(tables);
}

/* A draft, for which nothing is announced yet that mustn't change. */
static char *draft_late(const char *where)
{
    g_auto(Run) got = run("build", "-q", "--draft", data, "-o", where, LATE, NULL);

    assert_status(&got, 0);
    return text_of(where, "SHA256SUMS");
}

/* Cells of every table by chance, always the same ones: whatever is changed, what comes out is what comes out
 * of nothing. A few at a time, each in another table: what one change leaves as it was isn't made anew for
 * the sake of another. */
START_TEST(cells_changed_by_chance_give_the_bytes_of_a_whole_build)
{
    enum { ROUNDS = 3, AT_A_TIME = 3, TRIES = 60 };
    GRand *chance = g_rand_new_with_seed((guint32)_i + 1);
    g_auto(Run) copied = run_shell("rm -rf \"$1\"/data && cp -R data/shandong-2021 \"$1\"/data", folder);
    g_autofree char *first = NULL;
    GArray *tables = read_tables();

    assert_status(&copied, 0);
    first = draft_late(output);
    for (unsigned round = 0; round < ROUNDS; round++) {
        g_autofree char *got = NULL, *expected = NULL;
        g_autofree char *list = g_build_filename(folder, ".fresh.gazette-kept", NULL);
        unsigned changed = 0;

        for (unsigned i = 0; i < TRIES && changed < AT_A_TIME; i++)
            changed += change_cell(
                chance, &g_array_index(tables, Table, (guint)g_rand_int_range(chance, 0, (int)tables->len)));
        ck_assert_uint_eq(changed, AT_A_TIME);
        got = draft_late(output);
        folder_remove(fresh);
        (void)g_unlink(list);
        expected = draft_late(fresh);
        ck_assert_msg(strcmp(got, first) != 0, "round %u: nothing has changed", round);
        ck_assert_msg(strcmp(got, expected) == 0, "round %u: the files are not those of a whole build",
                      round);
    }
    free_tables(tables);
    g_rand_free(chance);
}
END_TEST

/* What was announced of a notice that is in force no longer is made for its sum alone and removed: it can't
 * be flushed. On a first publication, where many files are flushed at once, nobody asks for it. */
START_TEST(corrected_notices_are_published_again)
{
    g_auto(Run) copied = run_shell("rm -rf \"$1\"/data && cp -R data/shandong-2021 \"$1\"/data", folder);

    assert_status(&copied, 0);
    for (unsigned i = 0; i < 2; i++) {
        g_auto(Run) got = run("build", "-q", data, "-o", output, LATE, NULL);

        assert_status(&got, 0);
    }
    ck_assert(is_whole(output));
}
END_TEST

static Suite *rebuild_suite(void)
{
    Suite *suite = suite_create("rebuild");
    TCase *tcase = tcase_create("rebuild"), *cells = tcase_create("cells");

    tcase_add_checked_fixture(tcase, set_up, tear_down);
    tcase_set_timeout(tcase, 0);
    tcase_add_loop_test(tcase, a_change_gives_the_bytes_of_a_whole_build, 0, G_N_ELEMENTS(changes));
    tcase_add_test(tcase, another_day_gives_the_bytes_of_a_whole_build);
    tcase_add_test(tcase, corrected_notices_are_published_again);
    tcase_add_loop_test(tcase, a_change_that_is_only_seen_is_made, 0, G_N_ELEMENTS(sights));
    tcase_add_test(tcase, changes_after_changes_give_the_bytes_of_a_whole_build);
    tcase_add_loop_test(tcase, what_was_done_to_the_last_shows_nowhere, 0, 7);
    tcase_add_loop_test(tcase, a_refused_build_shows_nowhere, 0, G_N_ELEMENTS(hindrances));
    tcase_add_test(tcase, faults_are_told_before_a_foreign_output);
    tcase_add_loop_test(tcase, what_has_not_changed_is_the_same_file, 0, 2); /* without a seal and with one */
    tcase_add_test(tcase, a_changed_page_is_made_anew);
    tcase_add_test(tcase, a_lost_or_foreign_list_makes_a_whole_build);
    tcase_add_test(tcase, another_publication_in_its_place_is_noticed);
    tcase_add_test(tcase, a_changed_stylesheet_is_seen);
    tcase_add_test(tcase, a_changed_cell_makes_as_much_anew_of_twice_the_lines);
    tcase_add_checked_fixture(cells, set_up, tear_down);
    tcase_set_timeout(cells, 0);
    tcase_add_loop_test(cells, cells_changed_by_chance_give_the_bytes_of_a_whole_build, 0, 2);
    suite_add_tcase(suite, tcase);
    suite_add_tcase(suite, cells);
    return suite;
}

int main(void)
{
    return suite_run(rebuild_suite());
}
