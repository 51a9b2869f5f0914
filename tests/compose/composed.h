/* composed.h - a data folder with its wording, and its documents, for the tests of compose/. Whatever goes
 * wrong ends the test program. */
#ifndef GAZETTE_TESTS_COMPOSED_H
#define GAZETTE_TESTS_COMPOSED_H
#include "../support/data_view.h"
#include "../support/wording.h"
#include "compose/compose.h"
#include "document/xml.h"
#include <check.h>
#include <string.h>

#define SMALL "tests/compose/input/small"
#define SHANDONG "data/shandong-2021"
#define PRACTICE "data/practice/"

typedef struct {
    DataView view;
    const GazData *data; /* of the year of the day, as it stood then */
    GazAssessment *assessment;
    GazWording *wording;
    GazReport *report; /* of reading, and of all composing since */
} Composed;

static inline void composed_whole(const Composed *composed)
{
    g_autofree char *faults = gaz_report_to_text(composed->report);

    ck_assert_str_eq(faults, "");
}

/* `folder` as of `as_of`, under the wording shipped. */
static inline Composed composed_open(const char *folder, const char *as_of)
{
    Composed composed = {.report = gaz_report_new()};
    GError *error = NULL;
    GazDate date;

    ck_assert(gaz_date_parse(as_of, &date));
    composed.view = data_view_open(folder, date, composed.report, &error);
    composed.data = composed.view.data;
    g_assert_no_error(error);
    composed_whole(&composed);
    composed.assessment = gaz_assessment_new(composed.data, date);
    composed.wording = wording_read("templates/wording", composed.view.all, composed.report, &error);
    g_assert_no_error(error);
    composed_whole(&composed);
    return composed;
}

static inline void composed_close(Composed *composed)
{
    gaz_wording_free(composed->wording);
    gaz_assessment_free(composed->assessment);
    data_view_close(&composed->view);
    gaz_report_free(composed->report);
}

/* The notice or page called `id`; NULL where it got a fault. Yours: gaz_document_free(). */
static inline GazDocument *composed_try(Composed *composed, const char *id)
{
    const GazNotice *notice = gaz_publication_notice(composed->data->publication, id);

    return notice == NULL ? gaz_compose_page(composed->assessment, composed->wording, id, composed->report)
                          : gaz_compose(composed->assessment, composed->wording, notice, composed->report);
}

static inline GazDocument *composed_document(Composed *composed, const char *id)
{
    GazDocument *document = composed_try(composed, id);

    composed_whole(composed);
    ck_assert_ptr_nonnull(document);
    return document;
}

/* All words below `root`, a line a block. Yours: g_free(). */
static inline char *composed_words_below(const GazNode *root)
{
    GString *words = g_string_new(NULL);

    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root)) {
        g_autofree char *text = gaz_node_text(node);

        if (node->runs != NULL)
            g_string_append_printf(words, "%s\n", text);
    }
    return g_string_free(words, FALSE);
}

/* Those of one language's body. Yours: g_free(). */
static inline char *composed_words(const GazDocument *document, GazLanguage language)
{
    return composed_words_below(document->bodies[language]);
}

/* The first table with this code in the annexes; lent; NULL: none. */
static inline const GazGrid *composed_table(const GazDocument *document, const char *code)
{
    const GazNode *root = document->annexes;

    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root))
        if (node->table != NULL && strcmp(node->table->code, code) == 0)
            return node->table;
    return NULL;
}

/* Ids of every notice and page, NULL at the end. Yours: g_free() (the ids are lent). */
static inline const char **composed_ids(const Composed *composed)
{
    static const char *const pages[] = {"about", "legal", "channels", "poster"};
    const GPtrArray *notices = composed->data->publication->notices;
    const char **ids = g_new0(const char *, notices->len + G_N_ELEMENTS(pages) + 1);

    for (unsigned i = 0; i < notices->len; i++)
        ids[i] = ((const GazNotice *)notices->pdata[i])->id;
    for (unsigned i = 0; i < G_N_ELEMENTS(pages); i++)
        ids[notices->len + i] = pages[i];
    return ids;
}

#endif
