/* test_manual.c - the manual lists every kind of fault there is, word for word as the program says it.
 * GAZETTE_ACCEPT=1 (make manual) writes the list into gazette.1 instead, to be read in the diff. */
#include "../support/suite.h"
#include "check/faults.h"
#include "compose/faults.h"
#include "layout/faults.h"
#include "model/faults.h"
#include "publish/faults.h"
#include "read/faults.h"
#include <check.h>
#include <glib.h>
#include <stdbool.h>
#include <string.h>

#define MANUAL "gazette.1"
#define BEGIN ".\\\" begin of faults\n"
#define END ".\\\" end of faults\n"

static const struct {
    const char *heading;
    const GazFaultKind *faults;
    unsigned count;
} tables[] = {
    {"Files", gaz_read_faults, GAZ_READ_FAULTS},
    {"Notes on files", gaz_read_notes, GAZ_READ_NOTES},
    {"What the data folder holds", gaz_model_faults, GAZ_MODEL_FAULTS},
    {"Notes on the data folder", gaz_model_notes, GAZ_MODEL_NOTES},
    {"What the rules ask", gaz_check_faults, GAZ_CHECK_FAULTS},
    {"Wording", gaz_compose_faults, GAZ_COMPOSE_FAULTS},
    {"Characters", gaz_layout_faults, GAZ_LAYOUT_FAULTS},
    {"Publications and copies of them", gaz_publish_faults, GAZ_PUBLISH_FAULTS},
};

/* `text` with what mdoc would take for its own made plain. */
static char *escaped(const char *text)
{
    g_auto(GStrv) parts = g_strsplit(text, "\\", -1);
    g_autofree char *joined = g_strjoinv("\\e", parts);

    return joined[0] == '.' || joined[0] == '\'' ? g_strconcat("\\&", joined, NULL)
                                                 : g_steal_pointer(&joined);
}

static void add_fault(GString *list, const GazFaultKind *fault)
{
    g_autofree char *text = escaped(fault->text);

    g_string_append_printf(list, ".It Li %s\n%s\n", fault->id, text);
    if (fault->clause != NULL)
        g_string_append_printf(list, ".Bq %s\n", fault->clause);
}

/* The list as it should stand in the manual. Yours: g_free(). */
static char *fault_list(void)
{
    GString *list = g_string_new(BEGIN);

    for (unsigned i = 0; i < G_N_ELEMENTS(tables); i++) {
        g_string_append_printf(list, ".Ss %s\n.Bl -tag -width Ds -compact\n", tables[i].heading);
        for (unsigned j = 0; j < tables[i].count; j++)
            add_fault(list, &tables[i].faults[j]);
        g_string_append(list, ".El\n");
    }
    g_string_append(list, END);
    return g_string_free(list, FALSE);
}

START_TEST(the_manual_lists_every_fault)
{
    g_autofree char *wanted = fault_list();
    g_autofree char *manual = NULL;
    g_autofree char *now = NULL;
    char *begin, *end;

    ck_assert(g_file_get_contents(MANUAL, &manual, NULL, NULL));
    begin = strstr(manual, BEGIN);
    end = strstr(manual, END);
    ck_assert(begin != NULL && end != NULL && begin < end);
    end += strlen(END);
    if (g_getenv("GAZETTE_ACCEPT") != NULL) {
        g_autofree char *head = g_strndup(manual, (size_t)(begin - manual));
        g_autofree char *accepted = g_strconcat(head, wanted, end, NULL);

        ck_assert(g_file_set_contents(MANUAL, accepted, -1, NULL));
        return;
    }
    now = g_strndup(begin, (size_t)(end - begin));
    ck_assert_msg(strcmp(now, wanted) == 0,
                  "the list of faults in " MANUAL " is out of date: run make manual");
}
END_TEST

START_TEST(every_fault_has_an_id_of_its_own_and_a_text)
{
    g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);

    for (unsigned i = 0; i < G_N_ELEMENTS(tables); i++)
        for (unsigned j = 0; j < tables[i].count; j++) {
            const GazFaultKind *fault = &tables[i].faults[j];

            ck_assert_msg(fault->id != NULL && fault->text != NULL, "%s: row %u is empty", tables[i].heading,
                          j);
            ck_assert_msg(g_hash_table_add(seen, (void *)fault->id), "%s stands twice", fault->id);
        }
}
END_TEST

START_TEST(the_manual_is_good_mdoc)
{
    const char *command[] = {"mandoc", "-T", "lint", "-W", "warning", MANUAL, NULL};
    g_autofree char *said = NULL;
    int status = -1;

    ck_assert_msg(g_spawn_sync(NULL, (char **)command, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &said, NULL,
                               &status, NULL),
                  "mandoc is missing");
    ck_assert_msg(status == 0, "%s", said);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("manual");
    TCase *tcase = tcase_create("manual");

    tcase_add_test(tcase, the_manual_lists_every_fault);
    tcase_add_test(tcase, every_fault_has_an_id_of_its_own_and_a_text);
    tcase_add_test(tcase, the_manual_is_good_mdoc);
    suite_add_tcase(suite, tcase);
    return suite_run(suite);
}
