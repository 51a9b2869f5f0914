/* test_wording.c - every kind of fault in wording, provoked by the smallest wording that has it, at its place
 * in characters; and that what is right is taken. */
#include "../support/suite.h"
#include "compose/faults.h"
#include "compose/wording.h"
#include "composed.h"
#include <glib/gstdio.h>
#include <stdlib.h>

/* A wording of the data folder's own, "note.zh.md" with "note.en.md": it may use the common names alone. */
typedef struct {
    GazData data;
    GazPublication publication;
    GazSourceText texts[2];
} Own;

static void own_init(Own *own, const char *name, const char *zh, const char *en)
{
    *own = (Own){.texts = {{"note.zh.md", zh}, {"note.en.md", en}}};
    own->publication.notices = g_ptr_array_new();
    own->data.rewordings = g_ptr_array_new();
    own->data.publication = &own->publication;
    own->data.texts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    if (zh != NULL)
        g_hash_table_insert(own->data.texts, g_strconcat(name, ".zh", NULL), &own->texts[0]);
    if (en != NULL)
        g_hash_table_insert(own->data.texts, g_strconcat(name, ".en", NULL), &own->texts[1]);
}

static void own_clear(Own *own)
{
    g_ptr_array_unref(own->publication.notices);
    g_ptr_array_unref(own->data.rewordings);
    g_hash_table_unref(own->data.texts);
}

/* All faults of this pair, under the wording shipped. Yours: g_free(). */
static char *faults_of(const char *name, const char *zh, const char *en)
{
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazWording) wording = NULL;
    GError *error = NULL;
    Own own;

    own_init(&own, name, zh, en);
    wording = wording_read("templates/wording", &own.data, report, &error);
    g_assert_no_error(error);
    ck_assert_ptr_nonnull(wording);
    own_clear(&own);
    return gaz_report_to_text(report);
}

#define FAULT(kind) GAZ_COMPOSE_##kind

/* `zh` alone has the fault but where `en` is given. */
static const struct {
    GazComposeFault kind;
    const char *name, *zh, *en;
    const char *at; /* file:line:column */
} faults[] = {
    {FAULT(PLACEHOLDER_MALFORMED), "note", "甲{{Name}}", "a", "note.zh.md:1:2"},
    {FAULT(PLACEHOLDER_MALFORMED), "note", "甲{{9}}", "a", "note.zh.md:1:2"},
    {FAULT(PLACEHOLDER_MALFORMED), "note", "甲\n乙{{year", "a", "note.zh.md:2:2"},
    {FAULT(PLACEHOLDER_MALFORMED), "note", "甲{{}}", "a", "note.zh.md:1:2"},
    {FAULT(PLACEHOLDER_UNKNOWN), "note", "甲乙，{{nothing}}", "{{nothing}}", "note.zh.md:1:4"},
    {FAULT(PLACEHOLDER_UNKNOWN), "note", "- 甲\n\n   **乙{{nothing}}**", "{{nothing}}", "note.zh.md:3:7"},
    {FAULT(PLACEHOLDER_UNKNOWN), "note", "{{term.nothing}}", "a", "note.zh.md:1:1"},
    {FAULT(PLACEHOLDER_UNKNOWN), "note", "{{each nothing}}\n\n{{end}}", "{{each nothing}}\n\n{{end}}",
     "note.zh.md:1:1"},
    {FAULT(PLACEHOLDER_UNKNOWN), "note", "{{authority}}", "{{authority}}", "note.zh.md:1:1"},
    {FAULT(PLACEHOLDER_KIND), "note", "甲{{contacts}}", "{{contacts}}", "note.zh.md:1:2"},
    {FAULT(PLACEHOLDER_KIND), "note", "{{each year}}\n\n{{end}}", "{{each year}}\n\n{{end}}",
     "note.zh.md:1:1"},
    {FAULT(PLACEHOLDER_KIND), "note", "{{table year}}", "{{table year}}", "note.zh.md:1:1"},
    {FAULT(DIRECTIVE_UNKNOWN), "note", "甲\n\n{{while year}}", "a", "note.zh.md:3:1"},
    {FAULT(DIRECTIVE_UNKNOWN), "note", "{{each Year}}", "a", "note.zh.md:1:1"},
    {FAULT(DIRECTIVE_INLINE), "note", "甲\n{{if year}}\n乙", "a", "note.zh.md:2:1"},
    {FAULT(DIRECTIVE_UNBALANCED), "note", "甲\n\n{{end}}", "a", "note.zh.md:3:1"},
    {FAULT(DIRECTIVE_UNBALANCED), "note", "{{if year}}\n\n甲", "{{if year}}\n\na", "note.zh.md:1:1"},
    {FAULT(DIRECTIVE_UNBALANCED), "note", "- {{if year}}\n\n  甲\n\n{{end}}", "a", "note.zh.md:1:3"},
    {FAULT(MARKUP_HTML), "note", "甲乙<b>丙</b>", "a", "note.zh.md:1:3"},
    {FAULT(MARKUP_HTML), "note", "甲\n\n<script>\nalert(1)\n</script>", "a", "note.zh.md:3:1"},
    {FAULT(MARKUP_HTML), "note", "<!-- 甲 -->", "a", "note.zh.md:1:1"},
    {FAULT(MARKUP_IMAGE), "note", "甲![乙](https://x.example/a.png)", "a", "note.zh.md:1:2"},
    {FAULT(MARKUP_UNSUPPORTED), "note", "甲`乙`", "a", "note.zh.md:1:2"},
    {FAULT(MARKUP_UNSUPPORTED), "note", "> 甲", "a", "note.zh.md:1:1"},
    {FAULT(MARKUP_UNSUPPORTED), "note", "甲\n\n---", "a", "note.zh.md:3:1"},
    {FAULT(MARKUP_UNSUPPORTED), "note", "    甲", "a", "note.zh.md:1:5"},
    {FAULT(MARKUP_UNSUPPORTED), "note", "甲\\\n乙", "a", "note.zh.md:1:3"},
    {FAULT(MARKUP_UNSUPPORTED), "note", "###### 甲", "a", "note.zh.md:1:1"},
    {FAULT(MARKUP_UNSUPPORTED), "note", "**标签：**甲", "a", "note.zh.md:1:1"},
    {FAULT(LINK_UNSAFE), "note", "[甲](javascript:alert(1))", "a", "note.zh.md:1:5"},
    {FAULT(LINK_UNSAFE), "note", "[甲](http://x.example/)", "a", "note.zh.md:1:5"},
    {FAULT(LINK_UNSAFE), "note", "[甲](data:text/html,x)", "a", "note.zh.md:1:5"},
    {FAULT(LINK_UNSAFE), "note", "[甲](//x.example/)", "a", "note.zh.md:1:5"},
    {FAULT(LINK_UNSAFE), "note", "[甲](site:../x)", "a", "note.zh.md:1:5"},
    {FAULT(LINK_UNSAFE), "note", "[甲](https://x.example/{{year}})", "a", "note.zh.md:1:5"},
    {FAULT(TITLE_COUNT), "note", "# 甲\n\n# 乙", "a", "note.zh.md:3:1"},
    {FAULT(TITLE_COUNT), "exposure", "甲", "# A", "note.zh.md:1:1"},
    {FAULT(TITLE_COUNT), "note", "{{if year}}\n\n# 甲\n\n{{end}}", "{{if year}}\n\n{{end}}",
     "note.zh.md:3:1"},
    {FAULT(NESTED_TOO_DEEP), "note", "- - - - - - - - - 甲", "a", NULL},
    {FAULT(PART_UNKNOWN), "note", "{{part brief}}\n\n{{end}}", "{{part brief}}\n\n{{end}}", "note.zh.md:1:1"},
    {FAULT(PART_UNKNOWN), "exposure", "# 甲\n\n{{part brief}}\n\n{{end}}\n\n{{part brief}}\n\n{{end}}",
     "# A\n\n{{part brief}}\n\n{{end}}", "note.zh.md:7:1"},
    {FAULT(PART_MISSING), "exposure", "# 甲\n\n{{part brief}}\n\n甲\n\n{{end}}", "# A", "note.en.md:1:1"},
    {FAULT(TRANSLATION_DIRECTIVE), "note", "{{if year}}\n\n甲\n\n{{end}}", "a", "note.en.md:1:1"},
    {FAULT(TRANSLATION_DIRECTIVE), "note", "甲", "a\n\n{{if year}}\n\nb\n\n{{end}}", "note.en.md:3:1"},
    {FAULT(TRANSLATION_DIRECTIVE), "note", "{{if year}}\n\n甲\n\n{{end}}", "{{if region}}\n\na\n\n{{end}}",
     "note.en.md:1:1"},
    {FAULT(TRANSLATION_PLACEHOLDER), "note", "甲{{year}}", "a", "note.zh.md:1:2"},
    {FAULT(TRANSLATION_PLACEHOLDER), "note", "甲", "a {{year}}", "note.en.md:1:3"},
    {FAULT(TEXT_UNKNOWN), "note", "{{text nothing}}", "{{text nothing}}", "note.zh.md:1:1"},
};

START_TEST(each_fault_is_told_at_its_place)
{
    const char *id = gaz_compose_faults[faults[_i].kind].id;
    g_autofree char *told = faults_of(faults[_i].name, faults[_i].zh, faults[_i].en);
    g_autofree char *kind = g_strdup_printf("(%s)\n", id);
    g_autofree char *place = g_strdup_printf("%s: error:", faults[_i].at == NULL ? "" : faults[_i].at);
    bool found = false;
    g_auto(GStrv) lines = g_strsplit(told, "\n", -1);

    for (unsigned i = 0; lines[i] != NULL; i++) {
        g_autofree char *line = g_strconcat(lines[i], "\n", NULL);

        found |= strstr(line, kind) != NULL && (faults[_i].at == NULL || g_str_has_prefix(line, place));
    }
    ck_assert_msg(found, "%s: expected (%s) at %s, told:\n%s", faults[_i].zh, id, faults[_i].at, told);
}
END_TEST

static const struct {
    const char *zh, *at;
} coded[] = {
    {"甲\n\n乙&#x202E;丙", "note.zh.md:3:2"},
    {"甲&shy;乙", "note.zh.md:1:2"},
    {"甲**乙&#8205;**", "note.zh.md:1:5"},
    {"甲&amp;乙&zwj;", "note.zh.md:1:2"},
    {"[甲](https://x.example/&lrm;)", "note.zh.md:1:23"},
};

START_TEST(what_nobody_sees_is_told_however_it_is_written)
{
    g_autofree char *told = faults_of("note", coded[_i].zh, "a");
    g_autofree char *expected = g_strdup_printf("%s: error: ", coded[_i].at);

    ck_assert_msg(g_str_has_prefix(told, expected) && strstr(told, "(forbidden-character)\n") != NULL,
                  "%s: %s", coded[_i].zh, told);
}
END_TEST

/* Every kind that wording can have is in the list above, or has a test of its own below. */
START_TEST(no_fault_kind_is_left_out)
{
    static const GazComposeFault elsewhere[] = {
        FAULT(WORDING_MISSING), FAULT(LABEL_MISSING),     FAULT(TERM_TWICE),
        FAULT(VALUE_MISSING),   FAULT(NOTICE_INCOMPLETE), FAULT(TEXT_EMPTY),
    };
    bool provoked[GAZ_COMPOSE_FAULTS] = {false};

    for (unsigned i = 0; i < G_N_ELEMENTS(faults); i++)
        provoked[faults[i].kind] = true;
    for (unsigned i = 0; i < G_N_ELEMENTS(elsewhere); i++)
        provoked[elsewhere[i]] = true;
    for (unsigned i = 0; i < GAZ_COMPOSE_FAULTS; i++)
        ck_assert_msg(provoked[i], "%s is never provoked", gaz_compose_faults[i].id);
}
END_TEST

/* What looks dangerous and isn't. */
static const struct {
    const char *zh, *en;
} allowed[] = {
    {"甲 < 乙 & 丙，1 * 2，{单}", "a < b & c, 1 * 2, {single}"},
    {"[甲](https://x.example/a?b=c&d)，[乙](mailto:a@b.example)，[丙](tel:12369)",
     "[a](https://x.example/a?b=c&d), [b](mailto:a@b.example), [c](tel:12369)"},
    {"**{{year}}** 和，*{{region}}*", "**{{year}}** and *{{region}}*"},
    {"{{term.off-peak}}", "no term"},
    {"\xEF\xBB\xBF甲", "a"},
    {"甲\r\n\r\n{{if year}}\r\n\r\n乙\r\n\r\n{{end}}\r\n", "a\n\n{{if year}}\n\nb\n\n{{end}}"},
    {"{{each contacts}}\n\n{{authority}}{{phone}}\n\n{{end}}",
     "{{each contacts}}\n\n{{phone}} {{authority}}\n\n{{end}}"},
    {"", ""},
};

START_TEST(what_is_right_is_taken)
{
    g_autofree char *told = faults_of("note", allowed[_i].zh, allowed[_i].en);

    ck_assert_str_eq(told, "");
}
END_TEST

/* A copy of the wording and glossary shipped, to break. */
static char *templates_copy(void)
{
    g_autofree char *folder = g_dir_make_tmp("gazette-test-XXXXXX", NULL);
    g_autofree char *command =
        g_strdup_printf("cp -r templates/wording templates/glossary.xml templates/glossary.rng %s", folder);

    ck_assert(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    return g_steal_pointer(&folder);
}

static void templates_remove(char *folder)
{
    g_autofree char *command = g_strdup_printf("rm -r %s", folder);

    ck_assert(g_spawn_command_line_sync(command, NULL, NULL, NULL, NULL));
    g_free(folder);
}

/* Replaces the first `from` in FOLDER/NAME; `from` NULL removes the file. */
static void templates_edit(const char *folder, const char *name, const char *from, const char *to)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    g_autofree char *text = NULL;
    g_autoptr(GString) changed = NULL;

    ck_assert(g_file_get_contents(path, &text, NULL, NULL));
    if (from == NULL) {
        ck_assert_int_eq(g_unlink(path), 0);
        return;
    }
    ck_assert_ptr_nonnull(strstr(text, from));
    changed = g_string_new(text);
    g_string_replace(changed, from, to, 1);
    ck_assert(g_file_set_contents(path, changed->str, -1, NULL));
}

static const struct {
    const char *id, *name, *from, *to;
} broken[] = {
    {"wording-missing", "wording/plan.en.md", NULL, NULL},
    {"part-missing", "wording/exposure.zh.md", "{{part brief}}", "{{part bref}}"},
    {"part-unknown", "wording/exposure.zh.md", "{{part brief}}", "{{part bref}}"},
    {"term-twice", "glossary.xml", "id=\"swap\"", "id=\"quota\""},
    {"xml-invalid", "glossary.xml", "<en>off-peak swap</en>", ""},
    {"title-count", "wording/line-list.zh.md", "# 产能不得作为", "产能不得作为"},
};

START_TEST(broken_templates_are_told)
{
    char *folder = templates_copy();
    g_autofree char *wordings = g_build_filename(folder, "wording", NULL);
    g_autoptr(GazReport) report = gaz_report_new();
    g_autoptr(GazWording) wording = NULL;
    GError *error = NULL;
    Own own;

    own_init(&own, "note", NULL, NULL);
    templates_edit(folder, broken[_i].name, broken[_i].from, broken[_i].to);
    wording = wording_read(wordings, &own.data, report, &error);
    g_assert_no_error(error);
    ck_assert_msg(gaz_report_has(report, broken[_i].id), "%s", broken[_i].id);
    own_clear(&own);
    templates_remove(folder);
}
END_TEST

START_TEST(no_templates_is_the_machines_failure)
{
    g_autoptr(GazReport) report = gaz_report_new();
    GError *error = NULL;
    Own own;

    own_init(&own, "note", NULL, NULL);
    ck_assert_ptr_null(wording_read("tests/compose/input/nothing", &own.data, report, &error));
    ck_assert_ptr_nonnull(error);
    g_error_free(error);
    own_clear(&own);
}
END_TEST

/* Composes `id` of the small folder under templates changed in one place; the fault must be told. */
static void check_composing(const char *id, const char *name, const char *from, const char *to,
                            const char *fault)
{
    char *folder = templates_copy();
    g_autofree char *wordings = g_build_filename(folder, "wording", NULL);
    Composed composed = composed_open(SMALL, "2022-12-31");
    GError *error = NULL;

    templates_edit(folder, name, from, to);
    gaz_wording_free(composed.wording);
    composed.wording = wording_read(wordings, composed.data, composed.report, &error);
    g_assert_no_error(error);
    composed_whole(&composed);
    ck_assert_ptr_null(composed_try(&composed, id));
    ck_assert_msg(gaz_report_has(composed.report, fault), "%s", fault);
    composed_close(&composed);
    templates_remove(folder);
}

START_TEST(a_label_that_is_missing_is_told)
{
    check_composing("plan", "glossary.xml", "id=\"column.total\"", "id=\"column.totals\"", "label-missing");
}
END_TEST

/* An optional value, asked for without {{if}}. */
START_TEST(a_blank_is_never_printed)
{
    Own own;
    g_autoptr(GazReport) report = gaz_report_new();
    Composed composed = composed_open(SMALL, "2022-12-31");
    GError *error = NULL;

    own_init(&own, "summary", "# 题\n\n甲{{comment.period}}", "# T\n\na {{comment.period}}");
    gaz_wording_free(composed.wording);
    own.data.publication = composed.data->publication;
    composed.wording = wording_read("templates/wording", &own.data, report, &error);
    g_assert_no_error(error);
    ck_assert(!gaz_report_has_faults(report));
    ck_assert_ptr_null(composed_try(&composed, "summary"));
    ck_assert(gaz_report_has(composed.report, "value-missing"));
    own_clear(&own);
    composed_close(&composed);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("wording");
    TCase *cases = tcase_create("wording");

    tcase_set_timeout(cases, 0);
    tcase_add_loop_test(cases, each_fault_is_told_at_its_place, 0, G_N_ELEMENTS(faults));
    tcase_add_loop_test(cases, what_nobody_sees_is_told_however_it_is_written, 0, G_N_ELEMENTS(coded));
    tcase_add_test(cases, no_fault_kind_is_left_out);
    tcase_add_loop_test(cases, what_is_right_is_taken, 0, G_N_ELEMENTS(allowed));
    tcase_add_loop_test(cases, broken_templates_are_told, 0, G_N_ELEMENTS(broken));
    tcase_add_test(cases, no_templates_is_the_machines_failure);
    tcase_add_test(cases, a_label_that_is_missing_is_told);
    tcase_add_test(cases, a_blank_is_never_printed);
    suite_add_tcase(suite, cases);
    return suite_run(suite);
}
