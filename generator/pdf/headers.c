/* headers.c - the headers in force while a table goes by, and the cells of one row. */
#include "pdf/headers.h"

#include "pdf/leaves.h"
#include "pdf/syntax.h"
#include <string.h>

typedef struct {
    unsigned number, columns;
    const char *scope; /* lent; NULL: no header */
    size_t start, end; /* of its dictionary in `held` */
    unsigned name;     /* 0: none yet */
} Cell;

struct GazHeaders {
    GazObjects *objects;
    GArray *named;   /* of unsigned: objects, by name less 1 */
    GArray *columns; /* of unsigned: name of the header of each column */
    GArray *cells;   /* of Cell: of the row at hand */
    GString *held;
    unsigned group; /* name of the group's header; 0: none */
    bool grouped;   /* whether the table has had a group */
    GString *body;
};

GazHeaders *gaz_headers_new(GazObjects *objects)
{
    GazHeaders *headers = g_new0(GazHeaders, 1);

    headers->objects = objects;
    headers->named = g_array_new(FALSE, FALSE, sizeof(unsigned));
    headers->columns = g_array_new(FALSE, FALSE, sizeof(unsigned));
    headers->cells = g_array_new(FALSE, FALSE, sizeof(Cell));
    headers->held = g_string_new(NULL);
    headers->body = g_string_new(NULL);
    return headers;
}

void gaz_headers_free(GazHeaders *headers)
{
    if (headers == NULL)
        return;
    g_array_unref(headers->named);
    g_array_unref(headers->columns);
    g_array_unref(headers->cells);
    g_string_free(headers->held, TRUE);
    g_string_free(headers->body, TRUE);
    g_free(headers);
}

void gaz_headers_begin_table(GazHeaders *headers)
{
    g_array_set_size(headers->columns, 0);
    headers->grouped = false;
    headers->group = 0;
}

void gaz_headers_begin_part(GazHeaders *headers)
{
    headers->group = 0;
}

void gaz_headers_add_cell(GazHeaders *headers, unsigned number, const GString *body,
                          const GazElement *element)
{
    Cell cell = {.number = number,
                 .columns = MAX(element->columns, 1),
                 .scope = element->scope,
                 .start = headers->held->len,
                 .end = headers->held->len + body->len};

    g_string_append_len(headers->held, body->str, (gssize)body->len);
    g_array_append_val(headers->cells, cell);
}

static Cell *cell_at(const GazHeaders *headers, unsigned at)
{
    return &g_array_index(headers->cells, Cell, at);
}

static bool heads(const Cell *cell, const char *scope)
{
    return cell->scope != NULL && strcmp(cell->scope, scope) == 0;
}

/* A header over several columns heads the rows after it. */
static bool heads_group(const Cell *cell)
{
    return heads(cell, "Row") && cell->columns > 1;
}

static unsigned new_name(GazHeaders *headers, unsigned number)
{
    g_array_append_val(headers->named, number);
    return headers->named->len;
}

/* Of one length, so that names sort as they count. */
static void put_name(GString *to, unsigned name)
{
    enum { DIGITS = 6 };
    char text[DIGITS + 2];

    text[0] = '(';
    for (unsigned i = DIGITS; i > 0; i--, name /= 16)
        text[i] = "0123456789abcdef"[name % 16];
    text[DIGITS + 1] = ')';
    g_string_append_len(to, text, sizeof text);
}

unsigned gaz_headers_name(GazHeaders *headers, unsigned number, GString *body)
{
    unsigned name = new_name(headers, number);

    g_string_append(body, "/ID");
    put_name(body, name);
    return name;
}

/* Whether the cells of this row name their headers, and which of its cells get a name for that. */
static bool name_headers(GazHeaders *headers)
{
    unsigned rows = 0;

    for (unsigned i = 0; i < headers->cells->len; i++) {
        Cell *cell = cell_at(headers, i);

        if (heads_group(cell)) {
            cell->name = headers->group = new_name(headers, cell->number);
            headers->grouped = true;
            return false;
        }
    }
    for (unsigned i = 0; i < headers->cells->len; i++) {
        Cell *cell = cell_at(headers, i);
        bool column = heads(cell, "Column");

        /* the first two that head a row, as an enterprise and its line do */
        if (column || (headers->grouped && heads(cell, "Row") && rows++ < 2))
            cell->name = new_name(headers, cell->number);
        for (unsigned k = 0; column && k < cell->columns; k++)
            g_array_append_val(headers->columns, cell->name);
    }
    return headers->grouped;
}

/* The header of its column, of its group and of its row; a header of the row has those before it. */
static void put_headers(const GazHeaders *headers, unsigned at, unsigned column, GString *to)
{
    const Cell *cell = cell_at(headers, at);

    if (heads(cell, "Column"))
        return;
    g_string_append(to, "/Headers[");
    if (column < headers->columns->len)
        put_name(to, g_array_index(headers->columns, unsigned, column));
    if (headers->group != 0)
        put_name(to, headers->group);
    for (unsigned i = 0; i < headers->cells->len; i++)
        if (cell_at(headers, i)->name != 0 && (i < at || cell->name == 0) &&
            heads(cell_at(headers, i), "Row"))
            put_name(to, cell_at(headers, i)->name);
    g_string_append_c(to, ']');
}

static void write_cell(const GazHeaders *headers, unsigned at, unsigned column, bool named)
{
    const Cell *cell = cell_at(headers, at);
    GString *body = headers->body;

    g_string_truncate(body, 0);
    g_string_append_len(body, headers->held->str + cell->start, (gssize)(cell->end - cell->start));
    if (cell->name != 0) {
        g_string_append(body, "/ID");
        put_name(body, cell->name);
    }
    if (cell->scope != NULL || cell->columns > 1 || named) {
        g_string_append(body, "/A<</O/Table");
        if (cell->scope != NULL) {
            g_string_append(body, "/Scope");
            gaz_put_name(body, cell->scope);
        }
        if (cell->columns > 1)
            g_string_append_printf(body, "/ColSpan %u", cell->columns);
        if (named)
            put_headers(headers, at, column, body);
        g_string_append(body, ">>");
    }
    g_string_append(body, ">>");
    gaz_objects_put(headers->objects, cell->number, body);
}

void gaz_headers_end_row(GazHeaders *headers)
{
    bool named = name_headers(headers);
    unsigned column = 0;

    for (unsigned i = 0; i < headers->cells->len; i++) {
        write_cell(headers, i, column, named);
        column += cell_at(headers, i)->columns;
    }
    g_array_set_size(headers->cells, 0);
    g_string_truncate(headers->held, 0);
}

unsigned gaz_headers_finish(GazHeaders *headers)
{
    g_autoptr(GazLeaves) leaves = gaz_leaves_new(headers->objects, "Names");
    g_autoptr(GString) key = g_string_new(NULL), value = g_string_new(NULL);

    for (unsigned i = 0; i < headers->named->len; i++) {
        g_string_truncate(key, 0);
        put_name(key, i + 1);
        g_string_truncate(value, 0);
        gaz_put_reference(value, g_array_index(headers->named, unsigned, i));
        gaz_leaves_add(leaves, key, value);
    }
    return gaz_leaves_finish(leaves);
}
