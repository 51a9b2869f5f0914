/* xml.c - the document tree as XML, one small function a kind of node. The same functions make a tree, for
 * people, for tests and for the website's stylesheets, and a key. */
#include "document/xml.h"

#include <string.h>

enum { PENDING = 1 << 14 }; /* [bytes] added to a key at a time */

/* Where there is no open element all goes into a key, each name and text ended by a zero, as no text holds
 * one: to escape and write it out took three times as long, a twentieth more for an announcement. */
typedef struct {
    xmlNodePtr open; /* the element that is being filled, or the tree before its first; NULL: for a key */
    bool brief;      /* leaves out the rows of tables and the bars of figures */
    GazKeying *keying;
    char *pending;  /* room for PENDING bytes */
    size_t waiting; /* bytes there that are still to be added */
} Out;

static void key_pending(Out *out)
{
    gaz_keying_add(out->keying, out->pending, out->waiting);
    out->waiting = 0;
}

/* Hundreds of thousands of short texts go through here. */
static void put(Out *out, char step, const char *text)
{
    size_t length = strlen(text) + 1;

    if (out->waiting + 1 + length > PENDING)
        key_pending(out);
    out->pending[out->waiting++] = step;
    if (length < PENDING) {
        memcpy(out->pending + out->waiting, text, length);
        out->waiting += length;
    } else {
        key_pending(out);
        gaz_keying_add(out->keying, text, length);
    }
}

static void open_element(Out *out, const char *name)
{
    if (out->open == NULL)
        put(out, '<', name);
    else
        out->open = xmlAddChild(out->open, xmlNewDocNode(out->open->doc, NULL, BAD_CAST name, NULL));
}

static void close_element(Out *out)
{
    if (out->open == NULL)
        put(out, '>', "");
    else
        out->open = out->open->parent;
}

static void attribute(Out *out, const char *name, const char *value)
{
    if (value == NULL)
        return;
    if (out->open != NULL) {
        xmlNewProp(out->open, BAD_CAST name, BAD_CAST value);
        return;
    }
    put(out, '@', name);
    put(out, '=', value);
}

static void number_attribute(Out *out, const char *name, gint64 value)
{
    g_autofree char *text = g_strdup_printf("%" G_GINT64_FORMAT, value);

    attribute(out, name, text);
}

static void date_attribute(Out *out, const char *name, GazDate date)
{
    char text[11];

    if (date != GAZ_NO_DATE)
        attribute(out, name, gaz_date_write(date, text));
}

static void decimal_attribute(Out *out, const char *name, GazDecimal decimal)
{
    char text[32];

    attribute(out, name, gaz_decimal_write(decimal, false, text));
}

/* An empty text is none in a tree. */
static void characters(Out *out, const char *text)
{
    if (out->open == NULL)
        put(out, '"', text);
    else if (*text != '\0')
        xmlAddChild(out->open, xmlNewDocText(out->open->doc, BAD_CAST text));
}

/* <name><zh>...</zh><en>...</en></name>; a language that is missing is left out. */
static void bilingual(Out *out, const char *name, const GazText *text)
{
    open_element(out, name);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        if (text->in[language] == NULL)
            continue;
        open_element(out, gaz_language_code(language));
        characters(out, text->in[language]);
        close_element(out);
    }
    close_element(out);
}

static void write_run(Out *out, const GazRun *run, GazLanguage of_node)
{
    open_element(out, "run");
    if (run->style & GAZ_RUN_STRONG)
        attribute(out, "strong", "yes");
    if (run->style & GAZ_RUN_EMPHASIS)
        attribute(out, "emphasis", "yes");
    if (run->language != of_node)
        attribute(out, "lang", gaz_language_tag(run->language));
    attribute(out, "link", run->link);
    attribute(out, "note", run->note);
    characters(out, run->text);
    close_element(out);
}

static void write_cell(Out *out, const GazCell *cell)
{
    open_element(out, "cell");
    attribute(out, "link", cell->link);
    attribute(out, "notes", cell->notes);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const char *text = cell->text.in[language];

        /* A text that serves both languages stands once. */
        if (text == NULL || (language == GAZ_EN && text == cell->text.in[GAZ_ZH]))
            continue;
        open_element(out, gaz_language_code(language));
        characters(out, text);
        close_element(out);
    }
    close_element(out);
}

static void write_row(Out *out, const GazGrid *grid, const GazRow *row)
{
    static const char *const names[] = {[GAZ_ROW_DATA] = "row",
                                        [GAZ_ROW_GROUP] = "group",
                                        [GAZ_ROW_SUBTOTAL] = "subtotal",
                                        [GAZ_ROW_TOTAL] = "total"};

    open_element(out, names[row->kind]);
    attribute(out, "id", row->id);
    attribute(out, "tags", row->tags);
    for (unsigned i = 0; i < (row->kind == GAZ_ROW_GROUP ? 1 : grid->column_count); i++)
        write_cell(out, &row->cells[i]);
    close_element(out);
}

static void write_columns(Out *out, const GazGrid *grid)
{
    static const char *const aligns[] = {
        [GAZ_ALIGN_START] = "start", [GAZ_ALIGN_CENTRE] = "centre", [GAZ_ALIGN_DECIMAL] = "decimal"};

    for (unsigned i = 0; i < grid->column_count; i++) {
        const GazTableColumn *column = &grid->columns[i];

        open_element(out, "column");
        attribute(out, "code", column->code);
        attribute(out, "align", aligns[column->align]);
        number_attribute(out, "weight", column->weight);
        if (column->row_header)
            attribute(out, "row-header", "yes");
        bilingual(out, "heading", &column->heading);
        close_element(out);
    }
}

static void write_table(Out *out, const GazGrid *grid)
{
    attribute(out, "code", grid->code);
    if (grid->wide)
        attribute(out, "wide", "yes");
    bilingual(out, "caption", &grid->caption);
    write_columns(out, grid);
    for (unsigned i = 0; i < grid->rows->len && !out->brief; i++)
        write_row(out, grid, &g_array_index(grid->rows, GazRow, i));
}

static void write_bar(Out *out, const GazBar *bar)
{
    static const char *const styles[] = {
        [GAZ_BAR_PLANNED] = "planned",         [GAZ_BAR_LIMITED] = "limited",
        [GAZ_BAR_MAKE_UP] = "make-up",         [GAZ_BAR_VERIFIED] = "verified",
        [GAZ_BAR_NOT_COUNTED] = "not-counted", [GAZ_BAR_RUNNING] = "running"};

    open_element(out, "bar");
    attribute(out, "style", styles[bar->style]);
    number_attribute(out, "start", bar->start);
    number_attribute(out, "end", bar->end);
    close_element(out);
}

static void write_figure_row(Out *out, const GazFigure *figure, const GazFigureRow *row)
{
    open_element(out, "row");
    if (figure->kind == GAZ_FIGURE_BARS) {
        decimal_attribute(out, "value", row->value);
        decimal_attribute(out, "required", row->required);
    }
    bilingual(out, "label", &row->label);
    for (unsigned i = 0; row->bars != NULL && i < row->bars->len && !out->brief; i++)
        write_bar(out, &g_array_index(row->bars, GazBar, i));
    close_element(out);
}

/* Of an open element: its attributes and what it holds. */
static void write_figure(Out *out, const GazFigure *figure)
{
    static const char *const kinds[] = {
        [GAZ_FIGURE_CALENDAR] = "calendar", [GAZ_FIGURE_BARS] = "bars", [GAZ_FIGURE_CODE] = "code"};

    attribute(out, "kind", kinds[figure->kind]);
    attribute(out, "address", figure->address);
    if (figure->kind == GAZ_FIGURE_CALENDAR) {
        date_attribute(out, "from", figure->from);
        date_attribute(out, "to", figure->to);
    }
    bilingual(out, "caption", &figure->caption);
    bilingual(out, "alternative", &figure->alternative);
    if (figure->unit.in[GAZ_ZH] != NULL)
        bilingual(out, "unit", &figure->unit);
    for (unsigned i = 0; i < figure->rows->len; i++)
        write_figure_row(out, figure, &g_array_index(figure->rows, GazFigureRow, i));
}

static void open_node(Out *out, const GazNode *node)
{
    open_element(out, gaz_node_name(node->kind));
    if (node->parent == NULL || node->language != node->parent->language)
        attribute(out, "lang", gaz_language_tag(node->language));
    attribute(out, "id", node->id);
    attribute(out, "number", node->number);
    if (node->kind == GAZ_NODE_HEADING)
        number_attribute(out, "level", node->level);
    if (node->stamp != NULL)
        attribute(out, "seal", node->stamp->image == NULL ? "place" : "image");
    for (const GazRun *run = node->runs; run != NULL; run = run->next)
        write_run(out, run, node->language);
    if (node->table != NULL)
        write_table(out, node->table);
    if (node->figure != NULL)
        write_figure(out, node->figure);
}

/* One walk that opens a node on the way down and closes it on the way up: no depth can overflow it. */
static void write_tree(Out *out, const GazNode *root)
{
    const GazNode *node = root;

    for (;;) {
        open_node(out, node);
        if (node->first != NULL) {
            node = node->first;
            continue;
        }
        close_element(out);
        while (node != root && node->next == NULL) {
            node = node->parent;
            close_element(out);
        }
        if (node == root)
            return;
        node = node->next;
    }
}

static void write_names(Out *out, const char *element, const GPtrArray *ids)
{
    for (unsigned i = 0; i < ids->len; i++) {
        open_element(out, element);
        attribute(out, "id", ids->pdata[i]);
        close_element(out);
    }
}

static void write_head(Out *out, const GazDocument *document)
{
    static const char *const forms[] = {[GAZ_FORM_OFFICIAL] = "official",
                                        [GAZ_FORM_LETTER] = "letter",
                                        [GAZ_FORM_PUBLICITY] = "publicity",
                                        [GAZ_FORM_POSTER] = "poster"};
    const struct {
        const char *name;
        const GazText *text;
    } texts[] = {
        {"kind-name", &document->kind_name}, {"title", &document->title},     {"brief", &document->brief},
        {"issuer", &document->issuer},       {"subject", &document->subject},
    };

    attribute(out, "id", document->id);
    attribute(out, "kind", document->kind);
    attribute(out, "form", forms[document->form]);
    attribute(out, "number", document->number);
    date_attribute(out, "date", document->date);
    date_attribute(out, "comment-from", document->comment_from);
    date_attribute(out, "comment-to", document->comment_to);
    attribute(out, "on-website", document->on_website ? "yes" : "no");
    for (unsigned i = 0; i < G_N_ELEMENTS(texts); i++)
        if (texts[i].text->in[GAZ_ZH] != NULL)
            bilingual(out, texts[i].name, texts[i].text);
    write_names(out, "names-enterprise", document->enterprises);
    write_names(out, "names-line", document->lines);
}

static void write_imprint(Out *out, const GazNode *imprint)
{
    if (imprint != NULL)
        write_tree(out, imprint);
}

static void write_annexes(Out *out, const GazDocument *document)
{
    open_element(out, "annexes");
    for (const GazNode *annex = document->annexes->first; annex != NULL; annex = annex->next)
        write_tree(out, annex);
    close_element(out);
}

static void write_document(Out *out, const GazDocument *document)
{
    open_element(out, "document");
    write_head(out, document);
    write_tree(out, document->bodies[GAZ_ZH]);
    write_annexes(out, document);
    write_imprint(out, document->imprints[GAZ_ZH]);
    write_tree(out, document->bodies[GAZ_EN]);
    write_imprint(out, document->imprints[GAZ_EN]);
    close_element(out);
}

xmlDocPtr gaz_document_to_xml(const GazDocument *document)
{
    xmlDocPtr tree = xmlNewDoc(BAD_CAST "1.0");
    Out out = {.open = (xmlNodePtr)tree};

    tree->dict = xmlDictCreate(); /* its names are kept once */
    write_document(&out, document);
    return tree;
}

void gaz_document_add_xml(xmlNodePtr to, const GazDocument *document, GazLanguage language)
{
    Out out = {.open = to, .brief = true};

    open_element(&out, "document");
    if (document->title.in[GAZ_ZH] != NULL)
        bilingual(&out, "title", &document->title);
    if (document->brief.in[GAZ_ZH] != NULL)
        bilingual(&out, "brief", &document->brief);
    write_tree(&out, document->bodies[language]);
    write_annexes(&out, document);
    close_element(&out);
}

char *gaz_document_to_text(const GazDocument *document)
{
    xmlDocPtr tree = gaz_document_to_xml(document);
    xmlChar *text = NULL;
    char *copy;
    int length;

    xmlDocDumpFormatMemoryEnc(tree, &text, &length, "UTF-8", 1);
    xmlFreeDoc(tree);
    copy = g_strdup((const char *)text); /* libxml2's memory is its own */
    xmlFree(text);
    return copy;
}

GazKey gaz_document_key(const GazDocument *document)
{
    g_autofree char *pending = g_malloc(PENDING);
    Out out = {.keying = gaz_keying_new(), .pending = pending};

    write_document(&out, document);
    key_pending(&out);
    return gaz_keying_end(out.keying);
}
