/* table.c - tables over pages: headings on each page, rows never cut,
 * groups, subtotals and totals never parted from their rows. One row is laid out at a time and drawn once. */
#include "layout/blocks.h"
#include "layout/due.h"
#include "layout/rows.h"

#include <string.h>

static const double most_blank = 0.2;      /* of a page: left empty so that a row stands with its notes */
static const double continued_height = 14; /* [pt] 续表 */
static const double caption_heights[] = {[GAZ_ZH] = 15, [GAZ_EN] = 13}; /* [pt] */
enum { KEPT_ROWS = 4 };                                                 /* most rows looked ahead at */

typedef struct {
    GazFlow *flow;
    const GazGrid *grid;
    GazColumns columns;
    GazDue due;
    const GazNode *node;
    const char *part;   /* TBody or TFoot that is open; NULL: none */
    double head_height; /* [pt] */
} Table;

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
    if (table->columns.look.en && words->in[GAZ_EN] != NULL)
        x -= gaz_flow_text(flow, words->in[GAZ_EN], GAZ_FACE_LATIN_ITALIC, 8, GAZ_EN, x, flow->y + 8, 1,
                           GAZ_INK_BLACK) +
             6;
    if (table->columns.look.zh && words->in[GAZ_ZH] != NULL)
        gaz_flow_text(flow, words->in[GAZ_ZH], GAZ_FACE_SONG, 9, GAZ_ZH, x, flow->y + 8, 1, GAZ_INK_BLACK);
    gaz_flow_close(flow, "Private");
    flow->y += continued_height;
}

static void place_head(const Table *table, bool again)
{
    GazSetRow head = gaz_row_set_head(&table->columns);

    rule(table, 1);
    if (!again)
        gaz_flow_open(table->flow, "THead");
    gaz_row_place(&table->columns, &head, true, false, again);
    if (!again)
        gaz_flow_close(table->flow, "THead");
    rule(table, 0.5);
    gaz_row_clear(&head);
}

/* Rows set before they are placed, so that each is set once: `first` is the number of rows[0]. */
typedef struct {
    GazSetRow rows[KEPT_ROWS];
    unsigned first, count;
} Ahead;

static GazSetRow *row_ahead(const Table *table, Ahead *ahead, unsigned at)
{
    for (; ahead->first + ahead->count <= at; ahead->count++)
        ahead->rows[ahead->count] = gaz_row_set(
            &table->columns, &g_array_index(table->grid->rows, GazRow, ahead->first + ahead->count));
    return &ahead->rows[at - ahead->first];
}

static void drop_first(Ahead *ahead)
{
    gaz_row_clear(&ahead->rows[0]);
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

static void continue_table(Table *table)
{
    GazFlow *flow = table->flow;

    rule(table, 1);
    gaz_due_place(&table->due);
    gaz_flow_begin_page(flow, flow->landscape);
    place_continued(table);
    place_head(table, true);
    gaz_due_turn(&table->due);
}

/* A row higher than a page goes on as a further row on the next. */
static void place_in_parts(Table *table, GazSetRow *row)
{
    GazFlow *flow = table->flow;

    while (row->height > flow->bottom - flow->y + 0.01 && !flow->failed) {
        double room = flow->bottom - flow->y;
        GazSetRow rest = gaz_row_cut(row, room, flow->row_pad);

        gaz_row_place(&table->columns, row, false, false, false);
        gaz_row_clear(row);
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

/* [pt] that headings take on a further page. */
static double height_of_head(const Table *table)
{
    GazSetRow head = gaz_row_set_head(&table->columns);
    double height = head.height;

    gaz_row_clear(&head);
    return height;
}

/* Whether a page has `kept`, as long as it is no more than a page below the headings: what is, is cut
 * wherever it begins. */
static bool is_short_of(const Table *table, double kept, double room)
{
    const GazFlow *flow = table->flow;
    double page = flow->bottom - flow->top;

    if (kept <= room)
        return false;
    return room < most_blank * page || kept <= page - continued_height - table->head_height;
}

/* Whether row `at`, of which `kept` stays together, begins a page: it has no room, or its notes have none and
 * the page is nearly full without them. */
static bool begins_page(const Table *table, unsigned at, double kept, const GPtrArray *notes)
{
    const GazFlow *flow = table->flow;
    const GazRow *row = &g_array_index(table->grid->rows, GazRow, at);
    g_autoptr(GPtrArray) first = g_ptr_array_new();
    double room = flow->bottom - flow->y - (table->due.due->len > 0 ? gaz_due_height(&table->due) : 0);

    if (row->kind == GAZ_ROW_GROUP && at + 1 < table->grid->rows->len)
        gaz_due_find(&table->due, row + 1, first); /* a group's heading goes with its first row */
    if (kept > room)
        return is_short_of(table, kept, room);
    return kept + gaz_due_height_with(&table->due, notes) + gaz_due_height_with(&table->due, first) > room &&
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

        gaz_due_find(&table->due, row, notes);
        if (begins_page(table, i, kept, notes) && !flow->failed)
            continue_table(table);
        begin_part(table, i);
        room = flow->bottom - flow->y - kept - gaz_due_height(&table->due);
        gaz_due_add(&table->due, notes, room);
        if (row->kind != GAZ_ROW_GROUP)
            place_in_parts(table, row_ahead(table, &ahead, i));
        gaz_row_place(&table->columns, row_ahead(table, &ahead, i), false, row->kind == GAZ_ROW_GROUP, false);
        drop_first(&ahead);
        rule(table, is_sum(rows, i + 1) || is_sum(rows, i) ? 0.5 : 0.2);
    }
    if (table->part != NULL)
        gaz_flow_close(flow, table->part);
    rule(table, 1);
}

/* Which languages the caption is said in. */
static GazCellLook look_of_caption(const Table *table)
{
    const GazText *caption = &table->grid->caption;
    const GazCellLook *look = &table->columns.look;

    return (GazCellLook){.zh = look->zh && gaz_caption_is_news(table->node, caption, GAZ_ZH),
                         .en = look->en && gaz_caption_is_news(table->node, caption, GAZ_EN)};
}

static void place_caption(const Table *table)
{
    GazFlow *flow = table->flow;
    const GazText *caption = &table->grid->caption;
    GazCellLook look = look_of_caption(table);

    if (!look.zh && !look.en)
        return;
    gaz_flow_open(flow, "Caption");
    if (look.zh) {
        gaz_flow_text(flow, caption->in[GAZ_ZH], GAZ_FACE_HEI, 10.5, GAZ_ZH, flow->left + flow->width / 2,
                      flow->y + 10, 0.5, GAZ_INK_BLACK);
        flow->y += caption_heights[GAZ_ZH];
    }
    if (look.en) {
        gaz_flow_text(flow, caption->in[GAZ_EN], GAZ_FACE_LATIN_BOLD, 9, GAZ_EN, flow->left + flow->width / 2,
                      flow->y + 8, 0.5, GAZ_INK_BLACK);
        flow->y += caption_heights[GAZ_EN];
    }
    gaz_flow_close(flow, "Caption");
}

/* What stays together at the table's beginning: caption, headings and the first row, with its group's. */
static double least_height(const Table *table)
{
    GazCellLook look = look_of_caption(table);
    double height = (look.zh ? caption_heights[GAZ_ZH] : 0) + (look.en ? caption_heights[GAZ_EN] : 0);
    Ahead ahead = {0};

    height += table->head_height + (table->grid->rows->len > 0 ? kept_height(table, &ahead, 0) : 0);
    while (ahead.count > 0)
        drop_first(&ahead);
    return height;
}

/* A page has the caption, the headings and at least a row: headings alone would be said twice. */
static void find_page(const Table *table)
{
    GazFlow *flow = table->flow;

    if (is_short_of(table, least_height(table), flow->bottom - flow->y))
        gaz_flow_begin_page(flow, flow->landscape);
}

void gaz_table_layout(GazFlow *flow, const GazNode *node)
{
    Table table = {.flow = flow, .grid = node->table, .node = node};
    GazCellLook look = gaz_cell_look(flow);

    flow->y += 4;
    table.columns = (GazColumns){.flow = flow, .grid = node->table, .look = look};
    gaz_columns_begin(&table.columns);
    gaz_due_begin(&table.due, flow, node, look);
    table.head_height = height_of_head(&table);
    find_page(&table);
    gaz_flow_open(flow, "Table");
    place_caption(&table);
    place_head(&table, false);
    place_rows(&table);
    gaz_flow_close(flow, "Table");
    gaz_due_place(&table.due);
    gaz_due_end(&table.due);
    gaz_columns_end(&table.columns);
    flow->y += 8;
}
