/* structure.c - what was opened, and the extents and texts that are only known once it is drawn. */
#include "pdf/structure.h"

#include <string.h>

struct GazStructure {
    GazArena *arena; /* of names and texts */
    GArray *parts;   /* of GazPart */
    GArray *open;    /* of unsigned: numbers of the open ones */
};

static void clear_part(void *data)
{
    GString *text = ((GazPart *)data)->text;

    if (text != NULL)
        g_string_free(text, TRUE);
}

GazStructure *gaz_structure_new(void)
{
    GazStructure *structure = g_new0(GazStructure, 1);

    structure->arena = gaz_arena_new();
    structure->parts = g_array_new(FALSE, TRUE, sizeof(GazPart));
    structure->open = g_array_new(FALSE, TRUE, sizeof(unsigned));
    g_array_set_clear_func(structure->parts, clear_part);
    return structure;
}

void gaz_structure_free(GazStructure *structure)
{
    if (structure == NULL)
        return;
    g_array_unref(structure->parts);
    g_array_unref(structure->open);
    gaz_arena_free(structure->arena);
    g_free(structure);
}

void gaz_structure_open(GazStructure *structure, const char *name, const GazElement *element)
{
    unsigned number = structure->parts->len, depth = structure->open->len;
    GazPart part = {.name = gaz_arena_intern(structure->arena, name),
                    .parent = depth == 0 ? number : g_array_index(structure->open, unsigned, depth - 1),
                    .text = strcmp(name, "Link") == 0 ? g_string_new(NULL) : NULL};

    part.element.language = gaz_arena_intern(structure->arena, element->language);
    part.element.alternative = gaz_arena_intern(structure->arena, element->alternative);
    part.element.scope = gaz_arena_intern(structure->arena, element->scope);
    part.element.columns = element->columns;
    g_array_append_val(structure->parts, part);
    g_array_append_val(structure->open, number);
}

void gaz_structure_close(GazStructure *structure)
{
    g_array_set_size(structure->open, structure->open->len - 1);
}

static GazExtent extent_of(const GazMark *mark, double height)
{
    double top = mark->y, bottom = mark->y + mark->height;

    if (mark->kind == GAZ_MARK_GLYPHS) {
        PangoRectangle box;

        pango_glyph_string_extents(mark->item->glyphs, mark->item->item->analysis.font, NULL, &box);
        top = mark->y + box.y / (double)PANGO_SCALE;
        bottom = top + box.height / (double)PANGO_SCALE;
    }
    return (GazExtent){MIN(mark->x, mark->x + mark->width), height - MAX(top, bottom),
                       MAX(mark->x, mark->x + mark->width), height - MIN(top, bottom)};
}

static void draw_in(GazPart *part, const GazMark *mark, unsigned page, double height)
{
    GazExtent more;

    part->many_pages |= part->drawn && part->page != page;
    if (!part->drawn)
        part->page = page;
    if (strcmp(part->name, "Figure") == 0 && part->page == page) {
        more = extent_of(mark, height);
        part->extent =
            !part->drawn
                ? more
                : (GazExtent){MIN(part->extent.left, more.left), MIN(part->extent.bottom, more.bottom),
                              MAX(part->extent.right, more.right), MAX(part->extent.top, more.top)};
    }
    part->drawn = true;
}

static bool draws(GazMarkKind kind)
{
    return kind == GAZ_MARK_GLYPHS || kind == GAZ_MARK_FILL || kind == GAZ_MARK_FRAME ||
           kind == GAZ_MARK_LINE || kind == GAZ_MARK_IMAGE;
}

void gaz_structure_draw(GazStructure *structure, const GazMark *mark, unsigned page, double height)
{
    unsigned depth = structure->open->len;
    GazPart *last;

    if (depth == 0 || !draws(mark->kind))
        return;
    last = &g_array_index(structure->parts, GazPart, g_array_index(structure->open, unsigned, depth - 1));
    if (strcmp(last->name, GAZ_FURNITURE) == 0)
        return;
    if (last->text != NULL && mark->kind == GAZ_MARK_GLYPHS)
        g_string_append_len(last->text, mark->text + mark->item->item->offset, mark->item->item->length);
    for (unsigned i = 0; i < depth; i++)
        draw_in(&g_array_index(structure->parts, GazPart, g_array_index(structure->open, unsigned, i)), mark,
                page, height);
}

/* The headers in force while a table is walked through. */
typedef struct {
    GArray *columns; /* of unsigned: number of the part that heads each column */
    unsigned rows[2];
    unsigned group;           /* numbers of the parts; 0: none, as the first part is no cell */
    unsigned column, next_id; /* column of the next cell */
} Heading;

static bool is_named(const GazPart *part, const char *name)
{
    return strcmp(part->name, name) == 0;
}

static GazPart *part_at(const GazStructure *structure, unsigned at)
{
    return &g_array_index(structure->parts, GazPart, at);
}

/* The number after the last part inside `at`. */
static unsigned end_of(const GazStructure *structure, unsigned at)
{
    unsigned end = at + 1;

    while (end < structure->parts->len && part_at(structure, end)->parent >= at)
        end++;
    return end;
}

static bool heads_column(const GazPart *part)
{
    return part->element.scope != NULL && strcmp(part->element.scope, "Column") == 0;
}

static bool heads_row(const GazPart *part)
{
    return part->element.scope != NULL && strcmp(part->element.scope, "Row") == 0;
}

static bool heads_group(const GazPart *part)
{
    return heads_row(part) && part->element.columns > 1;
}

/* The first cells that head the row `row`, as an enterprise and its line do; 0: none. They may stand behind
 * others. */
static void find_row_headers(const GazStructure *structure, unsigned row, unsigned end, unsigned found[2])
{
    unsigned count = 0;

    found[0] = found[1] = 0;
    for (unsigned i = row + 1; i < end && count < 2 && !is_named(part_at(structure, i), "TR"); i++)
        if (heads_row(part_at(structure, i)) && !heads_group(part_at(structure, i)))
            found[count++] = i;
}

static unsigned id_of(const GazStructure *structure, Heading *heading, unsigned at)
{
    GazPart *part = part_at(structure, at);

    if (part->id == 0)
        part->id = heading->next_id++;
    return part->id;
}

static void head_cell(const GazStructure *structure, Heading *heading, unsigned at)
{
    GazPart *cell = part_at(structure, at);
    unsigned span = MAX(cell->element.columns, 1);

    if (heads_column(cell)) {
        for (unsigned i = 0; i < span; i++)
            g_array_append_val(heading->columns, at);
        return;
    }
    if (heads_group(cell)) {
        heading->group = at;
        return;
    }
    if (heading->column < heading->columns->len)
        cell->headers[0] =
            id_of(structure, heading, g_array_index(heading->columns, unsigned, heading->column));
    if (heading->group != 0)
        cell->headers[1] = id_of(structure, heading, heading->group);
    for (unsigned i = 0; i < G_N_ELEMENTS(heading->rows); i++)
        if (heading->rows[i] != 0 && (heading->rows[i] < at || !heads_row(cell)))
            cell->headers[2 + i] = id_of(structure, heading, heading->rows[i]);
    heading->column += span;
}

static void head_table(const GazStructure *structure, Heading *heading, unsigned table, unsigned end)
{
    g_array_set_size(heading->columns, 0);
    heading->group = 0;
    for (unsigned i = table + 1; i < end; i++) {
        const GazPart *part = part_at(structure, i);

        if (is_named(part, "TBody") || is_named(part, "TFoot")) {
            heading->group = 0;
        } else if (is_named(part, "TR")) {
            heading->column = 0;
            find_row_headers(structure, i, end, heading->rows);
        } else if (is_named(part, "TH") || is_named(part, "TD")) {
            head_cell(structure, heading, i);
        }
    }
}

static bool has_groups(const GazStructure *structure, unsigned table, unsigned end)
{
    for (unsigned i = table + 1; i < end; i++)
        if (is_named(part_at(structure, i), "TH") && heads_group(part_at(structure, i)))
            return true;
    return false;
}

void gaz_structure_finish(GazStructure *structure)
{
    g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(unsigned));
    Heading heading = {.columns = columns, .next_id = 1};

    for (unsigned i = 0; i < structure->parts->len; i++) {
        GazPart *part = part_at(structure, i);

        if (is_named(part, "Note")) {
            part->id = heading.next_id++;
        } else if (is_named(part, "Table")) {
            unsigned end = end_of(structure, i);

            if (has_groups(structure, i, end))
                head_table(structure, &heading, i, end);
        }
    }
}

unsigned gaz_structure_count(const GazStructure *structure)
{
    return structure->parts->len;
}

const GazPart *gaz_structure_get(const GazStructure *structure, unsigned at)
{
    return part_at(structure, at);
}
