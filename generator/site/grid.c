/* grid.c - a table row by row, each cell by its column. */
#include "site/grid.h"
#include "site/html.h"
#include <string.h>

struct GazGrids {
    const GazPage *page;
    GazLanguage language;
    GHashTable *notes; /* id of a note in that language to its number */
    GHashTable *ids;   /* of rows so far */
};

static void add_notes(GHashTable *notes, const GazNode *root, GazLanguage language)
{
    for (const GazNode *node = root; node != NULL; node = gaz_node_next(node, root))
        if (node->kind == GAZ_NODE_NOTE && node->language == language && node->id != NULL &&
            !g_hash_table_contains(notes, node->id))
            g_hash_table_insert(notes, (gpointer)node->id,
                                (gpointer)(node->number == NULL ? "" : node->number));
}

GazGrids *gaz_grids_new(const GazPage *page, const GazDocument *document, GazLanguage language)
{
    GazGrids *grids = g_new0(GazGrids, 1);

    grids->page = page;
    grids->language = language;
    grids->notes = g_hash_table_new(g_str_hash, g_str_equal);
    grids->ids = g_hash_table_new(g_str_hash, g_str_equal);
    add_notes(grids->notes, document->bodies[language], language);
    add_notes(grids->notes, document->annexes, language);
    return grids;
}

void gaz_grids_free(GazGrids *grids)
{
    if (grids == NULL)
        return;
    g_hash_table_unref(grids->notes);
    g_hash_table_unref(grids->ids);
    g_free(grids);
}

static bool has_headers(const GazGrid *grid, unsigned columns)
{
    for (unsigned i = 0; i < columns; i++)
        if (grid->columns[i].row_header)
            return true;
    return false;
}

const char *gaz_grids_class(const GazGrid *grid, unsigned column)
{
    static const char *const classes[][2] = {[GAZ_ALIGN_START] = {NULL, "pin"},
                                             [GAZ_ALIGN_CENTRE] = {"c", "c pin"},
                                             [GAZ_ALIGN_DECIMAL] = {"n", "n pin"}};
    const GazTableColumn *facts = &grid->columns[column];

    return classes[facts->align][facts->row_header && !has_headers(grid, column)];
}

bool gaz_grids_joins(const GazGrid *grid, unsigned column)
{
    return column > 0 && grid->columns[column].row_header && grid->columns[column - 1].row_header;
}

/* How many columns are shown. */
static unsigned count_shown(const GazGrid *grid)
{
    unsigned count = 0;

    for (unsigned i = 0; i < grid->column_count; i++)
        count += !gaz_grids_joins(grid, i);
    return count;
}

/* A number or a code, for both languages: names say their language. */
static bool is_code(const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (c < 0x80 ? !g_ascii_isalnum((char)c) && strchr("., -/:%()\n#", (char)c) == NULL
                     : c != 0x2013 && c != 0x2014 && c != 0xd7) /* dashes, times */
            return false;
    }
    return true;
}

static void add_words(const GazGrids *grids, GString *html, const GazText *text)
{
    GazLanguage own = grids->language, other = own == GAZ_ZH ? GAZ_EN : GAZ_ZH;
    const char *zh = text->in[GAZ_ZH], *said = text->in[own] != NULL ? text->in[own] : text->in[other];
    bool foreign = own != GAZ_ZH && said != NULL && said == zh && !is_code(zh);

    if (foreign) {
        g_string_append(html, "<span");
        gaz_html_add_value(html, "lang", gaz_language_tag(GAZ_ZH));
        g_string_append_c(html, '>');
    }
    gaz_html_add_text(html, said == NULL ? "" : said);
    if (foreign)
        g_string_append(html, "</span>");
}

static void add_mark(const GazGrids *grids, GString *html, const char *id)
{
    GazSiteRun *run = grids->page->run;
    const char *number = g_hash_table_lookup(grids->notes, id);
    GazStringValue value = {"number", number};
    g_autofree char *target = g_strconcat("#", id, NULL), *label = NULL;

    if (number == NULL)
        return;
    label = gaz_strings_say(run->strings, grids->language, "document.note", &value, 1,
                            run->trouble == NULL ? &run->trouble : NULL);
    g_string_append(html, " <sup><a class=\"mark\"");
    gaz_html_add_address(html, "href", target);
    gaz_html_add_value(html, "aria-label", label == NULL ? "" : label);
    g_string_append_c(html, '>');
    gaz_html_add_text(html, number);
    g_string_append(html, "</a></sup>");
}

static void add_content(const GazGrids *grids, GString *html, const GazCell *cell)
{
    g_autofree char *way = gaz_page_way(grids->page, cell->link);
    g_auto(GStrv) notes = cell->notes == NULL ? NULL : g_strsplit(cell->notes, " ", -1);

    if (way != NULL) {
        g_string_append(html, "<a");
        gaz_html_add_address(html, "href", way);
        g_string_append_c(html, '>');
    }
    add_words(grids, html, &cell->text);
    if (way != NULL)
        g_string_append(html, "</a>");
    for (unsigned i = 0; notes != NULL && notes[i] != NULL; i++)
        add_mark(grids, html, notes[i]);
}

static void add_id(GazGrids *grids, GString *html, const char *id)
{
    if (id != NULL && g_hash_table_add(grids->ids, (gpointer)id))
        gaz_html_add_value(html, "id", id);
}

static bool says_something(const GazText *text)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (text->in[language] != NULL && *text->in[language] != '\0')
            return true;
    return false;
}

/* The cells of columns that are shown in the one before them. */
static void add_joined(const GazGrids *grids, GString *html, const GazGrid *grid, const GazRow *row,
                       unsigned column)
{
    for (; column < grid->column_count && gaz_grids_joins(grid, column); column++) {
        if (!says_something(&row->cells[column].text))
            continue;
        g_string_append(html, " <span class=\"line\">");
        add_content(grids, html, &row->cells[column]);
        g_string_append(html, "</span>");
    }
}

static void add_cell(const GazGrids *grids, GString *html, const GazGrid *grid, const GazRow *row,
                     unsigned column, bool heads)
{
    const char *class = gaz_grids_class(grid, column);

    g_string_append(html, heads ? "<th scope=\"row\"" : "<td");
    if (class != NULL)
        gaz_html_add_value(html, "class", class);
    g_string_append_c(html, '>');
    add_content(grids, html, &row->cells[column]);
    add_joined(grids, html, grid, row, column + 1);
    g_string_append(html, heads ? "</th>" : "</td>");
}

/* The first cell of a sum heads its row where no column does. */
static void add_row(GazGrids *grids, GString *html, const GazGrid *grid, const GazRow *row)
{
    static const char *const openings[] = {[GAZ_ROW_DATA] = "<tr",
                                           [GAZ_ROW_SUBTOTAL] = "<tr class=\"subtotal\"",
                                           [GAZ_ROW_TOTAL] = "<tr class=\"total\""};
    bool sum_heads = row->kind != GAZ_ROW_DATA && !has_headers(grid, grid->column_count);

    g_string_append(html, openings[row->kind]);
    add_id(grids, html, row->id);
    g_string_append_c(html, '>');
    for (unsigned i = 0; i < grid->column_count; i++) {
        bool heads = grid->columns[i].row_header || (i == 0 && sum_heads);

        if (!gaz_grids_joins(grid, i))
            add_cell(grids, html, grid, row, i, heads && says_something(&row->cells[i].text));
    }
    g_string_append(html, "</tr>\n");
}

static void add_group(GazGrids *grids, GString *html, const GazGrid *grid, const GazRow *row)
{
    g_string_append_printf(html, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%u\"",
                           count_shown(grid));
    add_id(grids, html, row->id);
    g_string_append_c(html, '>');
    add_content(grids, html, &row->cells[0]);
    g_string_append(html, "</th></tr>\n");
}

GString *gaz_grids_bodies(GazGrids *grids, const GazGrid *grid)
{
    GString *html = g_string_new(NULL);

    for (unsigned i = 0; i < grid->rows->len; i++) {
        const GazRow *row = &g_array_index(grid->rows, GazRow, i);
        bool group = row->kind == GAZ_ROW_GROUP;

        if (i == 0 || group)
            g_string_append(html, i == 0 ? "<tbody>" : "</tbody><tbody>");
        (group ? add_group : add_row)(grids, html, grid, row);
    }
    return grid->rows->len == 0 ? html : g_string_append(html, "</tbody>");
}
