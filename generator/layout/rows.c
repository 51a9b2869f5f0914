/* rows.c - one row of a table: its cells' texts, in both languages, one below the other. */
#include "layout/rows.h"

#include <string.h>

/* Of a cell's text in one language: its words, and the marks of its notes. */
enum { RUNS = 2 };

static void find_widths(GazColumns *columns)
{
    gaz_columns_find(columns->flow, columns->grid, columns->look, columns->widths);
    for (unsigned c = 1; c < columns->grid->column_count; c++)
        columns->left[c] = columns->left[c - 1] + columns->widths[c - 1];
}

static double fraction_width(const GazColumns *columns, const char *text)
{
    const char *point = text == NULL ? NULL : strchr(text, '.');
    GazSetting setting = gaz_cell_setting(GAZ_ZH, false, 0);

    return point == NULL
               ? 0
               : gaz_fonts_shape(columns->flow->fonts, point, setting.faces[0], setting.size, GAZ_ZH)->width;
}

static void find_fractions(GazColumns *columns)
{
    const GArray *rows = columns->grid->rows;

    for (unsigned c = 0; c < columns->grid->column_count; c++)
        for (unsigned r = 0; columns->grid->columns[c].align == GAZ_ALIGN_DECIMAL && r < rows->len; r++) {
            const GazRow *row = &g_array_index(rows, GazRow, r);

            if (row->kind != GAZ_ROW_GROUP)
                columns->fractions[c] =
                    MAX(columns->fractions[c], fraction_width(columns, row->cells[c].text.in[GAZ_ZH]));
        }
}

/* `runs`: to be filled in. `spoken`: the language that the text is in, where it is set among another's. */
static GazParagraph *set_text(const GazColumns *columns, GazRun *runs, const char *text, GazLanguage language,
                              GazLanguage spoken, bool head, double width, const char *notes)
{
    GazSetting setting = gaz_cell_setting(language, head, width - 2 * GAZ_CELL_PAD + 0.5);
    const char *marks = gaz_flow_note_marks(columns->flow, notes);

    runs[0] = (GazRun){.text = text, .language = spoken, .next = marks == NULL ? NULL : &runs[1]};
    runs[1] = (GazRun){.text = marks, .language = language, .note = notes};
    return gaz_paragraph_new(columns->flow->fonts, runs, &setting);
}

static double height_of(const GazSetCell *cell)
{
    double height = 0;

    if (cell->texts[GAZ_ZH] != NULL)
        height += cell->texts[GAZ_ZH]->lines->len * gaz_cell_pitch(GAZ_ZH);
    if (cell->texts[GAZ_EN] != NULL)
        height += cell->texts[GAZ_EN]->lines->len * gaz_cell_pitch(GAZ_EN);
    return height;
}

static void set_cell(const GazColumns *columns, const GazSetRow *row, unsigned at, const GazText *text,
                     bool head, double width, const char *notes)
{
    GazSetCell *cell = &row->cells[at];
    GazRun *runs = &row->runs[at * GAZ_LANGUAGES * RUNS];

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *words = text->in[language] != NULL ? text->in[language] : text->in[GAZ_ZH];
        GazLanguage spoken =
            words != NULL && words == text->in[GAZ_ZH] && gaz_has_han(words) ? GAZ_ZH : language;

        if (gaz_cell_shows(&columns->look, text, language) && words != NULL)
            cell->texts[language] = set_text(columns, &runs[language * RUNS], words, language, spoken, head,
                                             width, language == GAZ_ZH || !columns->look.zh ? notes : NULL);
    }
}

static GazSetRow new_row(unsigned count)
{
    return (GazSetRow){.count = count,
                       .cells = g_new0(GazSetCell, count),
                       .runs = g_new0(GazRun, (size_t)count * GAZ_LANGUAGES * RUNS)};
}

GazSetRow gaz_row_set(const GazColumns *columns, const GazRow *row)
{
    GazSetRow set = new_row(row->kind == GAZ_ROW_GROUP ? 1 : columns->grid->column_count);
    bool head = row->kind != GAZ_ROW_DATA;

    for (unsigned c = 0; c < set.count; c++) {
        double width = row->kind == GAZ_ROW_GROUP ? columns->flow->width : columns->widths[c];

        set_cell(columns, &set, c, &row->cells[c].text, head, width, row->cells[c].notes);
        set.cells[c].fraction = fraction_width(columns, row->cells[c].text.in[GAZ_ZH]);
        set.height = MAX(set.height, height_of(&set.cells[c]));
    }
    set.height += 2 * GAZ_CELL_PAD;
    return set;
}

GazSetRow gaz_row_set_head(const GazColumns *columns)
{
    GazSetRow set = new_row(columns->grid->column_count);

    for (unsigned c = 0; c < set.count; c++) {
        set_cell(columns, &set, c, &columns->grid->columns[c].heading, true, columns->widths[c], NULL);
        set.height = MAX(set.height, height_of(&set.cells[c]));
    }
    set.height += 2 * GAZ_CELL_PAD;
    return set;
}

void gaz_row_clear(GazSetRow *row)
{
    for (unsigned c = 0; c < row->count; c++) {
        gaz_paragraph_free(row->cells[c].texts[GAZ_ZH]);
        gaz_paragraph_free(row->cells[c].texts[GAZ_EN]);
    }
    g_free(row->cells);
    g_free(row->runs);
}

static void place_cell(const GazColumns *columns, GazSetCell *cell, double x, double y, double width,
                       GazAlign align, double fraction)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazParagraph *text = cell->texts[language];
        double size = language == GAZ_ZH ? GAZ_CELL_SIZE_ZH : GAZ_CELL_SIZE_EN,
               pitch = gaz_cell_pitch(language);
        bool foreign = text != NULL && language != columns->flow->language && columns->flow->apart == 0;
        GazLanguage before = columns->flow->language;

        if (foreign)
            before = gaz_flow_open_in(columns->flow, "Span", language);
        for (unsigned i = 0; text != NULL && i < text->lines->len; i++, y += pitch) {
            GazLine *line = &g_array_index(text->lines, GazLine, i);
            double room = width - 2 * GAZ_CELL_PAD - line->width;
            double shift = align == GAZ_ALIGN_CENTRE    ? room / 2
                           : align == GAZ_ALIGN_DECIMAL ? MAX(0, room - (fraction - cell->fraction))
                                                        : 0;

            gaz_flow_line(columns->flow, line, x + GAZ_CELL_PAD + shift, y + 0.88 * size + (pitch - size) / 2,
                          GAZ_INK_BLACK);
        }
        if (foreign)
            gaz_flow_close_in(columns->flow, "Span", before);
    }
}

/* A cell that says nothing heads no row. */
static bool is_empty(const GazSetCell *cell)
{
    return cell->texts[GAZ_ZH] == NULL && cell->texts[GAZ_EN] == NULL;
}

void gaz_row_place(const GazColumns *columns, GazSetRow *row, bool head, bool span, bool artifact)
{
    GazFlow *flow = columns->flow;

    gaz_flow_open(flow, artifact ? "Private" : "TR");
    for (unsigned c = 0; c < row->count; c++) {
        const GazTableColumn *column = &columns->grid->columns[c];
        bool heads_row = span || (column->row_header && !is_empty(&row->cells[c]));
        const char *tag = head || heads_row ? "TH" : "TD";
        double width = span ? flow->width : columns->widths[c];
        double y = flow->y + (row->height - height_of(&row->cells[c])) / 2;

        GazElement element = {.scope = head        ? "Column"
                                       : heads_row ? "Row"
                                                   : NULL,
                              .columns = span ? columns->grid->column_count : 1};

        if (!artifact)
            gaz_flow_open_as(flow, tag, &element);
        place_cell(columns, &row->cells[c], flow->left + columns->left[c], y, width,
                   head   ? GAZ_ALIGN_CENTRE
                   : span ? GAZ_ALIGN_START
                          : column->align,
                   span ? 0 : columns->fractions[c]);
        if (!artifact)
            gaz_flow_close(flow, tag);
    }
    gaz_flow_close(flow, artifact ? "Private" : "TR");
    flow->y += row->height;
}

/* Takes from `text` the lines from `first` on. NULL: none. Yours: gaz_paragraph_free(). */
static GazParagraph *cut_text(GazParagraph *text, unsigned first)
{
    GazParagraph *rest;

    if (text == NULL || first >= text->lines->len)
        return NULL;
    rest = gaz_paragraph_new_empty();
    rest->widest = text->widest;
    for (unsigned i = first; i < text->lines->len; i++) {
        GazLine *line = &g_array_index(text->lines, GazLine, i);

        g_array_append_val(rest->lines, *line);
        line->segments = g_array_new(FALSE, FALSE, sizeof(GazSegment)); /* the rest has them now */
    }
    g_array_set_size(text->lines, first);
    return rest;
}

GazSetRow gaz_row_cut(GazSetRow *row, double room)
{
    GazSetRow rest = {.count = row->count,
                      .cells = g_new0(GazSetCell, row->count),
                      .runs = g_steal_pointer(&row->runs),
                      .height = 2 * GAZ_CELL_PAD};

    row->height = 2 * GAZ_CELL_PAD;
    for (unsigned c = 0; c < row->count; c++) {
        GazSetCell *cell = &row->cells[c], *after = &rest.cells[c];
        double left = room - 2 * GAZ_CELL_PAD;

        for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
            double pitch = gaz_cell_pitch(language);
            unsigned fit = (unsigned)MAX(0, left / pitch);

            after->texts[language] = cut_text(cell->texts[language], fit);
            left -= cell->texts[language] == NULL ? 0 : cell->texts[language]->lines->len * pitch;
        }
        row->height = MAX(row->height, height_of(cell) + 2 * GAZ_CELL_PAD);
        rest.height = MAX(rest.height, height_of(after) + 2 * GAZ_CELL_PAD);
    }
    return rest;
}

void gaz_columns_begin(GazColumns *columns)
{
    columns->widths = g_new0(double, 3 * columns->grid->column_count);
    columns->left = columns->widths + columns->grid->column_count;
    columns->fractions = columns->left + columns->grid->column_count;
    find_widths(columns);
    find_fractions(columns);
}

void gaz_columns_end(GazColumns *columns)
{
    g_free(columns->widths);
}
