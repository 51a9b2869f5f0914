/* celltexts.c - for each column the last texts set in it, each in the place that its hash gives it: two
 * thirds of the cells of a line list say what one before them said. */
#include "layout/celltexts.h"

#include <string.h>

enum {
    PLACES = 128 /* in a column, a power of two */,
    RUNS = 2 /* the words, and the marks of their notes */
};

struct GazCellText {
    GazRun runs[RUNS]; /* what the lines point to */
    GazParagraph *paragraph;
    bool head;
    double width; /* [pt] of the cell */
};

struct GazCellTexts {
    const GazFlow *flow;
    unsigned count;
    GazCellText **places; /* PLACES of each column; each may be NULL */
};

static void clear(void *data)
{
    gaz_paragraph_free(((GazCellText *)data)->paragraph);
}

void gaz_cell_text_unref(GazCellText *text)
{
    if (text != NULL)
        g_rc_box_release_full(text, clear);
}

GazCellText *gaz_cell_text_ref(GazCellText *text)
{
    return g_rc_box_acquire(text);
}

const GArray *gaz_cell_text_lines(const GazCellText *text)
{
    return text->paragraph->lines;
}

GazCellTexts *gaz_cell_texts_new(const GazFlow *flow, unsigned columns)
{
    GazCellTexts *texts = g_new0(GazCellTexts, 1);

    texts->flow = flow;
    texts->count = columns * PLACES;
    texts->places = g_new0(GazCellText *, texts->count);
    return texts;
}

void gaz_cell_texts_free(GazCellTexts *texts)
{
    for (unsigned i = 0; i < texts->count; i++)
        gaz_cell_text_unref(texts->places[i]);
    g_free(texts->places);
    g_free(texts);
}

static GazCellText *set(const GazCellTexts *texts, const GazCellWords *words)
{
    GazSetting setting =
        gaz_cell_setting(words->language, words->head, words->width - 2 * GAZ_CELL_PAD + 0.5);
    const char *marks = gaz_flow_note_marks(texts->flow, words->notes);
    GazCellText *text = g_rc_box_new0(GazCellText);

    text->runs[0] = (GazRun){
        .text = words->words, .language = words->spoken, .next = marks == NULL ? NULL : &text->runs[1]};
    text->runs[1] = (GazRun){.text = marks, .language = words->language, .note = words->notes};
    text->paragraph = gaz_paragraph_new(texts->flow->fonts, text->runs, &setting);
    text->head = words->head;
    text->width = words->width;
    return text;
}

static bool is_same(const GazCellText *text, const GazCellWords *words)
{
    return text->runs[1].language == words->language && text->runs[0].language == words->spoken &&
           text->head == words->head && text->width == words->width &&
           strcmp(text->runs[0].text, words->words) == 0;
}

GazCellText *gaz_cell_texts_get(GazCellTexts *texts, unsigned column, const GazCellWords *words)
{
    guint hash = g_str_hash(words->words) + words->language;
    GazCellText **place = &texts->places[column * PLACES + hash % PLACES];

    if (words->notes != NULL)
        return set(texts, words);
    if (*place == NULL || !is_same(*place, words)) {
        gaz_cell_text_unref(*place);
        *place = set(texts, words);
    }
    return gaz_cell_text_ref(*place);
}
