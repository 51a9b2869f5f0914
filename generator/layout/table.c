/* table.c - tables over pages: widths from the widest distinct texts, headings on each page, rows never cut,
 * groups, subtotals and totals never parted from their rows. One row is laid out at a time and drawn once. */
#include "layout/blocks.h"
#include "layout/columns.h"

#include <string.h>

static const double notes_gap = 4; /* [pt] */
/* Of a page: left empty so that a row stands with its notes; taken by notes that come over from the one
 * before. */
static const double most_blank = 0.2, most_notes = 0.8;
enum { KEPT_ROWS = 4 }; /* most rows looked ahead at */

typedef struct {
    GazFlow *flow;
    const GazGrid *grid;
    double *widths;    /* [pt] of the columns, padding included */
    double *left;      /* [pt] of their left edges from the table's */
    double *fractions; /* [pt] widest part behind a decimal point, so that points stand below one another */
    GazCellLook look;
    const GazNode *node; /* NOTES follow it */
    GPtrArray *due;      /* of const GazNode *: NOTEs of the rows on this page */
    double due_height;   /* [pt] of them */
    GPtrArray *later;    /* the same: those that this page has no room for */
    const char *part;    /* TBody or TFoot that is open; NULL: none */
} Table;

typedef struct {
    GazParagraph *texts[GAZ_LANGUAGES]; /* NULL: not set */
    double fraction;                    /* [pt] its part behind a decimal point */
} Cell;

typedef struct {
    Cell *cells;
    unsigned count;
    double height;
} Row;

static void find_widths(Table *table)
{
    gaz_columns_find(table->flow, table->grid, table->look, table->widths);
    for (unsigned c = 1; c < table->grid->column_count; c++)
        table->left[c] = table->left[c - 1] + table->widths[c - 1];
}

static double fraction_width(const Table *table, const char *text)
{
    const char *point = text == NULL ? NULL : strchr(text, '.');
    GazSetting setting = gaz_cell_setting(GAZ_ZH, false, 0);

    return point == NULL
               ? 0
               : gaz_fonts_shape(table->flow->fonts, point, setting.faces[0], setting.size, GAZ_ZH)->width;
}

static void find_fractions(Table *table)
{
    const GArray *rows = table->grid->rows;

    for (unsigned c = 0; c < table->grid->column_count; c++)
        for (unsigned r = 0; table->grid->columns[c].align == GAZ_ALIGN_DECIMAL && r < rows->len; r++) {
            const GazRow *row = &g_array_index(rows, GazRow, r);

            if (row->kind != GAZ_ROW_GROUP)
                table->fractions[c] =
                    MAX(table->fractions[c], fraction_width(table, row->cells[c].text.in[GAZ_ZH]));
        }
}

/* `spoken`: the language that the text is in, where it is set among another's. */
static GazParagraph *set_text(const Table *table, const char *text, GazLanguage language, GazLanguage spoken,
                              bool head, double width, const char *notes)
{
    GazSetting setting = gaz_cell_setting(language, head, width - 2 * GAZ_CELL_PAD + 0.5);
    GazRun *runs = gaz_arena_new0(table->flow->arena, GazRun, 2); /* lines point to them */
    const char *marks = gaz_flow_note_marks(table->flow, notes);

    runs[0] = (GazRun){.text = text, .language = spoken, .next = marks == NULL ? NULL : &runs[1]};
    runs[1] = (GazRun){.text = marks, .language = language, .note = notes};
    return gaz_paragraph_new(table->flow->fonts, runs, &setting);
}

static double height_of(const Cell *cell)
{
    double height = 0;

    if (cell->texts[GAZ_ZH] != NULL)
        height += cell->texts[GAZ_ZH]->lines->len * gaz_cell_pitch(GAZ_ZH);
    if (cell->texts[GAZ_EN] != NULL)
        height += cell->texts[GAZ_EN]->lines->len * gaz_cell_pitch(GAZ_EN);
    return height;
}

static void set_cell(const Table *table, Cell *cell, const GazText *text, bool head, double width,
                     const char *notes)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *words = text->in[language] != NULL ? text->in[language] : text->in[GAZ_ZH];
        GazLanguage spoken =
            words != NULL && words == text->in[GAZ_ZH] && gaz_has_han(words) ? GAZ_ZH : language;

        if (gaz_cell_shows(&table->look, text, language) && words != NULL)
            cell->texts[language] = set_text(table, words, language, spoken, head, width,
                                             language == GAZ_ZH || !table->look.zh ? notes : NULL);
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
        set.cells[c].fraction = fraction_width(table, row->cells[c].text.in[GAZ_ZH]);
        set.height = MAX(set.height, height_of(&set.cells[c]));
    }
    set.height += 2 * GAZ_CELL_PAD;
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
    set.height += 2 * GAZ_CELL_PAD;
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

static void place_cell(const Table *table, Cell *cell, double x, double y, double width, GazAlign align,
                       double fraction)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazParagraph *text = cell->texts[language];
        double size = language == GAZ_ZH ? GAZ_CELL_SIZE_ZH : GAZ_CELL_SIZE_EN,
               pitch = gaz_cell_pitch(language);
        bool foreign = text != NULL && language != table->flow->language && table->flow->apart == 0;
        GazLanguage before = table->flow->language;

        if (foreign)
            before = gaz_flow_open_in(table->flow, "Span", language);
        for (unsigned i = 0; text != NULL && i < text->lines->len; i++, y += pitch) {
            GazLine *line = &g_array_index(text->lines, GazLine, i);
            double room = width - 2 * GAZ_CELL_PAD - line->width;
            double shift = align == GAZ_ALIGN_CENTRE    ? room / 2
                           : align == GAZ_ALIGN_DECIMAL ? MAX(0, room - (fraction - cell->fraction))
                                                        : 0;

            gaz_flow_line(table->flow, line, x + GAZ_CELL_PAD + shift, y + 0.88 * size + (pitch - size) / 2,
                          GAZ_INK_BLACK);
        }
        if (foreign)
            gaz_flow_close_in(table->flow, "Span", before);
    }
}

/* A cell that says nothing heads no row. */
static bool is_empty(const Cell *cell)
{
    return cell->texts[GAZ_ZH] == NULL && cell->texts[GAZ_EN] == NULL;
}

static void place_row(const Table *table, Row *row, bool head, bool span, bool artifact)
{
    GazFlow *flow = table->flow;

    gaz_flow_open(flow, artifact ? "Private" : "TR");
    for (unsigned c = 0; c < row->count; c++) {
        const GazTableColumn *column = &table->grid->columns[c];
        bool heads_row = span || (column->row_header && !is_empty(&row->cells[c]));
        const char *tag = head || heads_row ? "TH" : "TD";
        double width = span ? flow->width : table->widths[c];
        double y = flow->y + (row->height - height_of(&row->cells[c])) / 2;

        GazElement element = {.scope = head        ? "Column"
                                       : heads_row ? "Row"
                                                   : NULL,
                              .columns = span ? table->grid->column_count : 1};

        if (!artifact)
            gaz_flow_open_as(flow, tag, &element);
        place_cell(table, &row->cells[c], flow->left + table->left[c], y, width,
                   head   ? GAZ_ALIGN_CENTRE
                   : span ? GAZ_ALIGN_START
                          : column->align,
                   span ? 0 : table->fractions[c]);
        if (!artifact)
            gaz_flow_close(flow, tag);
    }
    gaz_flow_close(flow, artifact ? "Private" : "TR");
    flow->y += row->height;
}

/* The NOTEs that a row asks for and that are neither set nor due: added to `found`. */
static void find_notes(const Table *table, const GazRow *row, GPtrArray *found)
{
    for (unsigned c = 0; row->kind != GAZ_ROW_GROUP && c < table->grid->column_count; c++) {
        g_auto(GStrv) ids = row->cells[c].notes == NULL ? NULL : g_strsplit(row->cells[c].notes, " ", -1);

        for (const GazNode *notes = ids == NULL ? NULL : table->node->next;
             notes != NULL && notes->kind == GAZ_NODE_NOTES; notes = notes->next)
            for (const GazNode *note = notes->first; note != NULL; note = note->next)
                if (note->id != NULL && g_strv_contains((const char *const *)ids, note->id) &&
                    (note->language == GAZ_ZH ? table->look.zh : table->look.en) &&
                    !g_hash_table_contains(table->flow->noted, note) &&
                    !g_ptr_array_find(table->due, note, NULL) &&
                    !g_ptr_array_find(table->later, note, NULL) && !g_ptr_array_find(found, note, NULL))
                    g_ptr_array_add(found, (gpointer)note);
    }
}

static double height_of_notes(const Table *table, const GPtrArray *notes)
{
    double height = 0;

    for (unsigned i = 0; i < notes->len; i++)
        height += gaz_note_height(table->flow, notes->pdata[i]);
    return notes->len + table->due->len > 0 ? height + notes_gap : height;
}

/* Below the last row of the page, or of the table. */
static void place_due_notes(Table *table)
{
    table->flow->y += table->due->len > 0 ? notes_gap : 0;
    for (unsigned i = 0; i < table->due->len; i++) {
        gaz_note_layout(table->flow, table->due->pdata[i]);
        g_hash_table_add(table->flow->noted, table->due->pdata[i]);
    }
    g_ptr_array_set_size(table->due, 0);
    table->due_height = 0;
}

static void rule(const Table *table, double thickness)
{
    gaz_flow_open(table->flow, "Private");
    gaz_flow_rule(table->flow, table->flow->left, table->flow->y, table->flow->width, thickness,
                  GAZ_INK_BLACK);
    gaz_flow_close(table->flow, "Private");
}

/* 续表: said over the headings of a further page, in the languages of the table. */
static void place_continued(const Table *table)
{
    GazFlow *flow = table->flow;
    const GazText *words = &flow->document->continued;
    double x = flow->left + flow->width;

    gaz_flow_open(flow, "Private");
    if (table->look.en && words->in[GAZ_EN] != NULL)
        x -= gaz_flow_text(flow, words->in[GAZ_EN], GAZ_FACE_LATIN_ITALIC, 8, GAZ_EN, x, flow->y + 8, 1,
                           GAZ_INK_BLACK) +
             6;
    if (table->look.zh && words->in[GAZ_ZH] != NULL)
        gaz_flow_text(flow, words->in[GAZ_ZH], GAZ_FACE_SONG, 9, GAZ_ZH, x, flow->y + 8, 1, GAZ_INK_BLACK);
    gaz_flow_close(flow, "Private");
    flow->y += 14;
}

static void place_head(const Table *table, bool again)
{
    Row head = set_head(table);

    rule(table, 1);
    if (!again)
        gaz_flow_open(table->flow, "THead");
    place_row(table, &head, true, false, again);
    if (!again)
        gaz_flow_close(table->flow, "THead");
    rule(table, 0.5);
    clear_row(&head);
}

/* Rows set before they are placed, so that each is set once: `first` is the number of rows[0]. */
typedef struct {
    Row rows[KEPT_ROWS];
    unsigned first, count;
} Ahead;

static Row *row_ahead(const Table *table, Ahead *ahead, unsigned at)
{
    for (; ahead->first + ahead->count <= at; ahead->count++)
        ahead->rows[ahead->count] =
            set_row(table, &g_array_index(table->grid->rows, GazRow, ahead->first + ahead->count));
    return &ahead->rows[at - ahead->first];
}

static void drop_first(Ahead *ahead)
{
    clear_row(&ahead->rows[0]);
    memmove(ahead->rows, ahead->rows + 1, sizeof *ahead->rows * (KEPT_ROWS - 1));
    ahead->first++;
    ahead->count--;
}

static bool is_sum(const GArray *rows, unsigned at)
{
    GazRowKind kind = at < rows->len ? g_array_index(rows, GazRow, at).kind : GAZ_ROW_DATA;

    return kind == GAZ_ROW_SUBTOTAL || kind == GAZ_ROW_TOTAL;
}

/* Height that must stay together from row `at` on: a group's heading with its first row, a row with the sums
 * after it, and the total with two rows before it. */
static double kept_height(const Table *table, Ahead *ahead, unsigned at)
{
    const GArray *rows = table->grid->rows;
    double height = 0;

    for (unsigned i = at; i < rows->len && i < at + KEPT_ROWS; i++) {
        bool group = g_array_index(rows, GazRow, i).kind == GAZ_ROW_GROUP;

        height += row_ahead(table, ahead, i)->height;
        if (!group && !is_sum(rows, i + 1) && !is_sum(rows, i + 2))
            break;
    }
    return height;
}

/* A row's notes stand on its page where they fit, in their order; the others on the next one. */
static void add_due_notes(Table *table, const GPtrArray *notes, double room)
{
    for (unsigned i = 0; i < notes->len; i++) {
        double height = gaz_note_height(table->flow, notes->pdata[i]);

        room -= height;
        g_ptr_array_add(room < 0 ? table->later : table->due, notes->pdata[i]);
        table->due_height += room < 0 ? 0 : height;
    }
}

/* What the page before had no room for, as far as this page has; a note too long for any page, and those
 * behind it, stand after the table. */
static void take_later_notes(Table *table)
{
    g_autoptr(GPtrArray) notes = table->later;

    table->later = g_ptr_array_new();
    add_due_notes(table, notes, most_notes * (table->flow->bottom - table->flow->y));
    g_ptr_array_set_size(table->later, 0);
}

static void continue_table(Table *table)
{
    GazFlow *flow = table->flow;

    rule(table, 1);
    place_due_notes(table);
    gaz_flow_begin_page(flow, flow->landscape);
    place_continued(table);
    place_head(table, true);
    take_later_notes(table);
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

/* Leaves in `row` what stands in `room`, and gives the rest as a row of its own: for a row that no page
 * holds. */
static Row cut_row(Row *row, double room)
{
    Row rest = {.count = row->count, .cells = g_new0(Cell, row->count), .height = 2 * GAZ_CELL_PAD};

    row->height = 2 * GAZ_CELL_PAD;
    for (unsigned c = 0; c < row->count; c++) {
        Cell *cell = &row->cells[c], *after = &rest.cells[c];
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

/* A row higher than a page goes on as a further row on the next. */
static void place_in_parts(Table *table, Row *row)
{
    GazFlow *flow = table->flow;

    while (row->height > flow->bottom - flow->y + 0.01 && !flow->failed) {
        double room = flow->bottom - flow->y;
        Row rest = cut_row(row, room);

        place_row(table, row, false, false, false);
        clear_row(row);
        *row = rest;
        continue_table(table);
    }
}

/* The structure element that row `at` stands in: a group with its subtotal has one of its own, so that what
 * reads the table out knows where a group ends. NULL: that of the row before. */
static const char *part_begun(const GArray *rows, unsigned at)
{
    GazRowKind kind = g_array_index(rows, GazRow, at).kind;

    if (kind == GAZ_ROW_TOTAL && (at == 0 || g_array_index(rows, GazRow, at - 1).kind != GAZ_ROW_TOTAL))
        return "TFoot";
    return at == 0 || kind == GAZ_ROW_GROUP ? "TBody" : NULL;
}

static void begin_part(Table *table, unsigned at)
{
    const char *name = part_begun(table->grid->rows, at);

    if (name == NULL)
        return;
    if (table->part != NULL)
        gaz_flow_close(table->flow, table->part);
    gaz_flow_open(table->flow, name);
    table->part = name;
}

/* Whether row `at`, of which `kept` stays together, begins a page: it has no room, or its notes have none and
 * the page is nearly full without them. */
static bool begins_page(const Table *table, unsigned at, double kept, const GPtrArray *notes)
{
    const GazFlow *flow = table->flow;
    const GazRow *row = &g_array_index(table->grid->rows, GazRow, at);
    g_autoptr(GPtrArray) first = g_ptr_array_new();
    double room = flow->bottom - flow->y - table->due_height - (table->due->len > 0 ? notes_gap : 0);

    if (row->kind == GAZ_ROW_GROUP && at + 1 < table->grid->rows->len)
        find_notes(table, row + 1, first); /* a group's heading goes with its first row */
    if (kept > room)
        return true;
    return kept + height_of_notes(table, notes) + height_of_notes(table, first) > room &&
           room < most_blank * (flow->bottom - flow->top);
}

static void place_rows(Table *table)
{
    const GArray *rows = table->grid->rows;
    GazFlow *flow = table->flow;
    Ahead ahead = {0};

    for (unsigned i = 0; i < rows->len; i++) {
        const GazRow *row = &g_array_index(rows, GazRow, i);
        g_autoptr(GPtrArray) notes = g_ptr_array_new();
        double kept = kept_height(table, &ahead, i), room;

        find_notes(table, row, notes);
        if (begins_page(table, i, kept, notes) && !flow->failed)
            continue_table(table);
        begin_part(table, i);
        room = flow->bottom - flow->y - kept - table->due_height - notes_gap;
        add_due_notes(table, notes, room);
        if (row->kind != GAZ_ROW_GROUP)
            place_in_parts(table, row_ahead(table, &ahead, i));
        place_row(table, row_ahead(table, &ahead, i), false, row->kind == GAZ_ROW_GROUP, false);
        drop_first(&ahead);
        rule(table, is_sum(rows, i + 1) || is_sum(rows, i) ? 0.5 : 0.2);
    }
    if (table->part != NULL)
        gaz_flow_close(flow, table->part);
    rule(table, 1);
}

static void place_caption(const Table *table)
{
    GazFlow *flow = table->flow;
    const GazText *caption = &table->grid->caption;
    bool zh = table->look.zh && gaz_caption_is_news(table->node, caption->in[GAZ_ZH]);
    bool en = table->look.en && gaz_caption_is_news(table->node, caption->in[GAZ_EN]);

    if (!zh && !en)
        return;
    gaz_flow_open(flow, "Caption");
    if (zh) {
        gaz_flow_text(flow, caption->in[GAZ_ZH], GAZ_FACE_HEI, 10.5, GAZ_ZH, flow->left + flow->width / 2,
                      flow->y + 10, 0.5, GAZ_INK_BLACK);
        flow->y += 15;
    }
    if (en) {
        gaz_flow_text(flow, caption->in[GAZ_EN], GAZ_FACE_LATIN_BOLD, 9, GAZ_EN, flow->left + flow->width / 2,
                      flow->y + 8, 0.5, GAZ_INK_BLACK);
        flow->y += 13;
    }
    gaz_flow_close(flow, "Caption");
}

void gaz_table_layout(GazFlow *flow, const GazNode *node)
{
    const GazGrid *grid = node->table;
    g_autofree double *places = g_new0(double, 3 * grid->column_count);
    Table table = {.flow = flow,
                   .grid = grid,
                   .node = node,
                   .due = g_ptr_array_new(),
                   .later = g_ptr_array_new(),
                   .widths = places,
                   .left = places + grid->column_count,
                   .fractions = places + 2 * grid->column_count};

    table.look.zh = (flow->languages & GAZ_LANGUAGES_ZH) != 0;
    table.look.en = (flow->languages & GAZ_LANGUAGES_EN) != 0;
    flow->y += 4;
    gaz_flow_need(flow, 110);
    find_widths(&table);
    find_fractions(&table);
    gaz_flow_open(flow, "Table");
    place_caption(&table);
    place_head(&table, false);
    place_rows(&table);
    gaz_flow_close(flow, "Table");
    place_due_notes(&table);
    g_ptr_array_unref(table.due);
    g_ptr_array_unref(table.later);
    flow->y += 8;
}
