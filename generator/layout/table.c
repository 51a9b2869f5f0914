/* grid.c - tables over pages: widths from the widest distinct texts, headings on each page, rows never cut,
 * groups, subtotals and totals never parted from their rows. One row is laid out at a time and drawn once. */
#include "layout/blocks.h"

#include <string.h>

static const double size_zh = 9, size_en = 7.5, pad = 3;

typedef struct {
    GazFlow *flow;
    const GazGrid *grid;
    double *widths; /* [pt] of the columns, padding included */
    double *left;   /* [pt] of their left edges from the table's */
    bool zh, en;
} Table;

typedef struct {
    GazParagraph *texts[GAZ_LANGUAGES]; /* NULL: not set */
} Cell;

typedef struct {
    Cell *cells;
    unsigned count;
    double height;
} Row;

static GazSetting cell_setting(GazLanguage language, bool head, double measure)
{
    GazSetting setting = {.language = language, .measure = measure, .fill = GAZ_FILL_RAGGED};

    setting.size = language == GAZ_ZH ? size_zh : size_en;
    setting.faces[0] = head ? GAZ_FACE_HEI : GAZ_FACE_SONG;
    setting.faces[1] = language == GAZ_ZH ? setting.faces[0] : head ? GAZ_FACE_LATIN_BOLD : GAZ_FACE_LATIN;
    setting.faces[2] = GAZ_FACE_HEI;
    return setting;
}

static bool shows(const Table *table, const GazText *text, GazLanguage language)
{
    if (text->in[language] == NULL)
        return language == GAZ_EN && !table->zh && text->in[GAZ_ZH] != NULL;
    if (language == GAZ_EN && table->zh && text->in[GAZ_EN] == text->in[GAZ_ZH])
        return false;
    return language == GAZ_ZH ? table->zh || text->in[GAZ_EN] == NULL : table->en;
}

static double natural_width(const Table *table, const GazText *text, bool head)
{
    double widest = 0;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazSetting setting = cell_setting(language, head, 0);

        if (shows(table, text, language) && text->in[language] != NULL)
            widest =
                MAX(widest, gaz_fonts_shape(table->flow->fonts, text->in[language],
                                            setting.faces[language == GAZ_ZH ? 0 : 1], setting.size, language)
                                ->width);
    }
    return widest;
}

/* Widths: what the texts want, bounded; what is too much is taken from the columns above their fair share. */
static void find_widths(Table *table)
{
    const GazGrid *grid = table->grid;
    double total = 0, avail = table->flow->width;

    for (unsigned c = 0; c < grid->column_count; c++) {
        double widest = MIN(natural_width(table, &grid->columns[c].heading, true), 60);

        for (unsigned r = 0; r < grid->rows->len; r++) {
            const GazRow *row = &g_array_index(grid->rows, GazRow, r);

            if (row->kind != GAZ_ROW_GROUP)
                widest = MAX(widest, natural_width(table, &row->cells[c].text, false) +
                                         (row->cells[c].notes ? 10 : 0));
        }
        table->widths[c] = widest + 2 * pad + 1;
        total += table->widths[c];
    }
    for (int pass = 0; pass < 8 && total > avail + 0.01; pass++) {
        double fair = avail / grid->column_count, above = 0;

        for (unsigned c = 0; c < grid->column_count; c++)
            above += MAX(0, table->widths[c] - fair * 0.6);
        for (unsigned c = 0; c < grid->column_count; c++)
            table->widths[c] -= MAX(0, table->widths[c] - fair * 0.6) * MIN(1, (total - avail) / above);
        total = 0;
        for (unsigned c = 0; c < grid->column_count; c++)
            total += table->widths[c];
    }
    for (unsigned c = 0; c < grid->column_count; c++) {
        table->widths[c] *= avail / total;
        table->left[c] = c == 0 ? 0 : table->left[c - 1] + table->widths[c - 1];
    }
}

static GazParagraph *set_text(const Table *table, const char *text, GazLanguage language, bool head,
                              double width, const char *notes)
{
    GazSetting setting = cell_setting(language, head, width - 2 * pad);
    GazRun *runs = gaz_arena_new0(table->flow->arena, GazRun, 2); /* lines point to them */

    runs[0] = (GazRun){.text = text, .language = language, .next = notes == NULL ? NULL : &runs[1]};
    runs[1] = (GazRun){.text = notes == NULL ? "" : notes, .language = language, .note = notes};
    return gaz_paragraph_new(table->flow->fonts, runs, &setting);
}

static double height_of(const Cell *cell)
{
    double height = 0;

    if (cell->texts[GAZ_ZH] != NULL)
        height += cell->texts[GAZ_ZH]->lines->len * size_zh * 1.3;
    if (cell->texts[GAZ_EN] != NULL)
        height += cell->texts[GAZ_EN]->lines->len * size_en * 1.2;
    return height;
}

static void set_cell(const Table *table, Cell *cell, const GazText *text, bool head, double width,
                     const char *notes)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *words = text->in[language] != NULL ? text->in[language] : text->in[GAZ_ZH];

        if (shows(table, text, language) && words != NULL)
            cell->texts[language] = set_text(table, words, language, head, width,
                                             language == GAZ_ZH || !table->zh ? notes : NULL);
    }
}

static Row set_row(const Table *table, const GazRow *row)
{
    Row set = {.count = row->kind == GAZ_ROW_GROUP ? 1 : table->grid->column_count};
    bool head = row->kind != GAZ_ROW_DATA;

    set.cells = g_new0(Cell, set.count);
    for (unsigned c = 0; c < set.count; c++) {
        double width = row->kind == GAZ_ROW_GROUP ? table->flow->width : table->widths[c];

        set_cell(table, &set.cells[c], &row->cells[c].text, head, width, row->cells[c].notes);
        set.height = MAX(set.height, height_of(&set.cells[c]));
    }
    set.height += 2 * pad;
    return set;
}

static Row set_head(const Table *table)
{
    Row set = {.count = table->grid->column_count};

    set.cells = g_new0(Cell, set.count);
    for (unsigned c = 0; c < set.count; c++) {
        set_cell(table, &set.cells[c], &table->grid->columns[c].heading, true, table->widths[c], NULL);
        set.height = MAX(set.height, height_of(&set.cells[c]));
    }
    set.height += 2 * pad;
    return set;
}

static void clear_row(Row *row)
{
    for (unsigned c = 0; c < row->count; c++) {
        gaz_paragraph_free(row->cells[c].texts[GAZ_ZH]);
        gaz_paragraph_free(row->cells[c].texts[GAZ_EN]);
    }
    g_free(row->cells);
}

static void place_cell(const Table *table, Cell *cell, double x, double y, double width, GazAlign align)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazParagraph *text = cell->texts[language];
        double size = language == GAZ_ZH ? size_zh : size_en, pitch = size * (language == GAZ_ZH ? 1.3 : 1.2);

        for (unsigned i = 0; text != NULL && i < text->lines->len; i++, y += pitch) {
            GazLine *line = &g_array_index(text->lines, GazLine, i);
            double room = width - 2 * pad - line->width;
            double shift = align == GAZ_ALIGN_CENTRE ? room / 2 : align == GAZ_ALIGN_DECIMAL ? room : 0;

            gaz_flow_line(table->flow, line, x + pad + shift, y + 0.88 * size + (pitch - size) / 2,
                          GAZ_INK_BLACK);
        }
    }
}

static void place_row(const Table *table, Row *row, bool head, bool span, bool artifact)
{
    GazFlow *flow = table->flow;

    gaz_flow_open(flow, artifact ? "Private" : "TR", NULL);
    for (unsigned c = 0; c < row->count; c++) {
        const GazTableColumn *column = &table->grid->columns[c];
        const char *tag = head || column->row_header || span ? "TH" : "TD";
        double width = span ? flow->width : table->widths[c];
        double y = flow->y + (row->height - height_of(&row->cells[c])) / 2;

        if (!artifact)
            gaz_flow_open(flow, tag, NULL);
        place_cell(table, &row->cells[c], flow->left + table->left[c], y, width,
                   head   ? GAZ_ALIGN_CENTRE
                   : span ? GAZ_ALIGN_START
                          : column->align);
        if (!artifact)
            gaz_flow_close(flow, tag);
    }
    gaz_flow_close(flow, artifact ? "Private" : "TR");
    flow->y += row->height;
}

static void rule(const Table *table, double thickness)
{
    gaz_flow_open(table->flow, "Private", NULL);
    gaz_flow_rule(table->flow, table->flow->left, table->flow->y, table->flow->width, thickness,
                  GAZ_INK_BLACK);
    gaz_flow_close(table->flow, "Private");
}

static void place_head(const Table *table, bool again)
{
    Row head = set_head(table);

    rule(table, 1);
    place_row(table, &head, true, false, again);
    rule(table, 0.5);
    clear_row(&head);
}

/* Height that must stay together from row `at` on: a group with its first row, a row with the sums after it.
 */
static double kept_height(const Table *table, unsigned at)
{
    const GArray *rows = table->grid->rows;
    double height = 0;

    for (unsigned i = at; i < rows->len && i < at + 5; i++) {
        const GazRow *row = &g_array_index(rows, GazRow, i);
        GazRowKind next = i + 1 < rows->len ? g_array_index(rows, GazRow, i + 1).kind : GAZ_ROW_DATA;
        Row set = set_row(table, row);

        height += set.height;
        clear_row(&set);
        if (row->kind != GAZ_ROW_GROUP && next != GAZ_ROW_SUBTOTAL && next != GAZ_ROW_TOTAL)
            break;
    }
    return height;
}

static void place_rows(const Table *table)
{
    const GArray *rows = table->grid->rows;
    GazFlow *flow = table->flow;

    for (unsigned i = 0; i < rows->len && !flow->failed; i++) {
        const GazRow *row = &g_array_index(rows, GazRow, i);
        Row set;

        if (flow->y + kept_height(table, i) > flow->bottom) {
            rule(table, 1);
            gaz_flow_begin_page(flow, flow->landscape);
            place_head(table, true);
        }
        set = set_row(table, row);
        if (row->kind == GAZ_ROW_SUBTOTAL || row->kind == GAZ_ROW_TOTAL)
            rule(table, 0.5);
        place_row(table, &set, false, row->kind == GAZ_ROW_GROUP, false);
        rule(table, 0.25);
        clear_row(&set);
    }
    rule(table, 1);
}

static void place_caption(const Table *table)
{
    GazFlow *flow = table->flow;
    const GazText *caption = &table->grid->caption;

    gaz_flow_open(flow, "Caption", NULL);
    if (table->zh && caption->in[GAZ_ZH] != NULL) {
        gaz_flow_text(flow, caption->in[GAZ_ZH], GAZ_FACE_HEI, 10.5, GAZ_ZH, flow->left + flow->width / 2,
                      flow->y + 10, 0.5, GAZ_INK_BLACK);
        flow->y += 15;
    }
    if (table->en && caption->in[GAZ_EN] != NULL) {
        gaz_flow_text(flow, caption->in[GAZ_EN], GAZ_FACE_LATIN_BOLD, 9, GAZ_EN, flow->left + flow->width / 2,
                      flow->y + 8, 0.5, GAZ_INK_BLACK);
        flow->y += 13;
    }
    gaz_flow_close(flow, "Caption");
}

void gaz_table_layout(GazFlow *flow, const GazNode *node)
{
    const GazGrid *grid = node->table;
    g_autofree double *widths = g_new0(double, grid->column_count),
                      *left = g_new0(double, grid->column_count);
    Table table = {.flow = flow, .grid = grid, .widths = widths, .left = left};

    table.zh = (flow->languages & GAZ_LANGUAGES_ZH) != 0;
    table.en = (flow->languages & GAZ_LANGUAGES_EN) != 0;
    flow->y += 4;
    gaz_flow_need(flow, 110);
    find_widths(&table);
    gaz_flow_open(flow, "Table", NULL);
    place_caption(&table);
    place_head(&table, false);
    place_rows(&table);
    gaz_flow_close(flow, "Table");
    flow->y += 8;
}
