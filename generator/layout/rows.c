/* rows.c - one row of a table: its cells' texts, in both languages, one below the other. */
#include "layout/rows.h"

#include <string.h>

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

static double height_of(const GazSetCell *cell)
{
    double height = 0;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        height += (cell->texts[language].end - cell->texts[language].first) * gaz_cell_pitch(language);
    return height;
}

/* `common`: what the texts of the cell have in common. */
static void set_cell(const GazColumns *columns, GazSetCell *cell, unsigned column, const GazText *text,
                     const GazCellWords *common)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *shown = text->in[language] != NULL ? text->in[language] : text->in[GAZ_ZH];
        GazCellWords words = *common;
        GazCellText *set;

        if (!gaz_cell_shows(&columns->look, text, language) || shown == NULL)
            continue;
        words.words = shown;
        words.language = language;
        words.spoken = shown == text->in[GAZ_ZH] && gaz_has_han(shown) ? GAZ_ZH : language;
        words.notes = language == GAZ_ZH || !columns->look.zh ? common->notes : NULL;
        set = gaz_cell_texts_get(columns->texts, column, &words);
        cell->texts[language] = (GazSetText){set, 0, gaz_cell_text_lines(set)->len};
    }
}

static GazSetRow new_row(unsigned count)
{
    return (GazSetRow){.count = count, .cells = g_new0(GazSetCell, count)};
}

GazSetRow gaz_row_set(const GazColumns *columns, const GazRow *row)
{
    GazSetRow set = new_row(row->kind == GAZ_ROW_GROUP ? 1 : columns->grid->column_count);
    bool head = row->kind != GAZ_ROW_DATA;

    for (unsigned c = 0; c < set.count; c++) {
        double width = row->kind == GAZ_ROW_GROUP ? columns->flow->width : columns->widths[c];

        set_cell(columns, &set.cells[c], c, &row->cells[c].text,
                 &(GazCellWords){.head = head, .width = width, .notes = row->cells[c].notes});
        if (columns->grid->columns[c].align == GAZ_ALIGN_DECIMAL)
            set.cells[c].fraction = fraction_width(columns, row->cells[c].text.in[GAZ_ZH]);
        set.height = MAX(set.height, height_of(&set.cells[c]));
    }
    set.height += 2 * columns->flow->row_pad;
    return set;
}

GazSetRow gaz_row_set_head(const GazColumns *columns)
{
    GazSetRow set = new_row(columns->grid->column_count);

    for (unsigned c = 0; c < set.count; c++) {
        set_cell(columns, &set.cells[c], c, &columns->grid->columns[c].heading,
                 &(GazCellWords){.head = true, .width = columns->widths[c]});
        set.height = MAX(set.height, height_of(&set.cells[c]));
    }
    set.height += 2 * columns->flow->row_pad;
    return set;
}

void gaz_row_clear(GazSetRow *row)
{
    for (unsigned c = 0; c < row->count; c++)
        for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
            gaz_cell_text_unref(row->cells[c].texts[language].text);
    g_free(row->cells);
}

static void place_cell(const GazColumns *columns, const GazSetCell *cell, double x, double y, double width,
                       GazAlign align, double fraction)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const GazSetText *text = &cell->texts[language];
        double size = language == GAZ_ZH ? GAZ_CELL_SIZE_ZH : GAZ_CELL_SIZE_EN,
               pitch = gaz_cell_pitch(language);
        bool foreign = text->text != NULL && language != columns->flow->language && columns->flow->apart == 0;
        GazLanguage before = columns->flow->language;

        if (foreign)
            before = gaz_flow_open_in(columns->flow, "Span", language);
        for (unsigned i = text->first; i < text->end; i++, y += pitch) {
            const GazLine *line = &g_array_index(gaz_cell_text_lines(text->text), GazLine, i);
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
    return cell->texts[GAZ_ZH].text == NULL && cell->texts[GAZ_EN].text == NULL;
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

/* Leaves in `text` the first lines, as many as are said, and gives the rest; none: without a text. */
static GazSetText cut_text(GazSetText *text, unsigned fit)
{
    GazSetText rest = {NULL, 0, 0};

    if (text->text == NULL || text->first + fit >= text->end)
        return rest;
    rest = (GazSetText){gaz_cell_text_ref(text->text), text->first + fit, text->end};
    text->end = rest.first;
    return rest;
}

GazSetRow gaz_row_cut(GazSetRow *row, double room, double row_pad)
{
    GazSetRow rest = new_row(row->count);

    rest.height = row->height = 2 * row_pad;
    for (unsigned c = 0; c < row->count; c++) {
        GazSetCell *cell = &row->cells[c], *after = &rest.cells[c];
        double left = room - 2 * row_pad;

        for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
            double pitch = gaz_cell_pitch(language);
            GazSetText *text = &cell->texts[language];

            after->texts[language] = cut_text(text, (unsigned)MAX(0, left / pitch));
            left -= (text->end - text->first) * pitch;
        }
        row->height = MAX(row->height, height_of(cell) + 2 * row_pad);
        rest.height = MAX(rest.height, height_of(after) + 2 * row_pad);
    }
    return rest;
}

void gaz_columns_begin(GazColumns *columns)
{
    columns->widths = g_new0(double, 3 * columns->grid->column_count);
    columns->left = columns->widths + columns->grid->column_count;
    columns->fractions = columns->left + columns->grid->column_count;
    columns->texts = gaz_cell_texts_new(columns->flow, columns->grid->column_count);
    find_widths(columns);
    find_fractions(columns);
}

void gaz_columns_end(GazColumns *columns)
{
    gaz_cell_texts_free(columns->texts);
    g_free(columns->widths);
}
