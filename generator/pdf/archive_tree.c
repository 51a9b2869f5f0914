/* archive_tree.c - Cairo's structure tree side by side with the list of what was opened. Three walks over the
 * list: find each element's object, tell from the leaves up what stays, write what Cairo couldn't. */
#include "pdf/archive_steps.h"

#include <string.h>

#define ID_FORMAT "e%07u" /* of one length, so that ids sort as they count */

typedef struct {
    int object;   /* number of its object */
    bool content; /* marks or links of its own */
    bool stays;
    unsigned table;       /* number of the table that a note stands in, which goes behind it; 0: none */
    unsigned moved, last; /* of a table: the first and the last note that goes behind it; 0: none */
    unsigned next;        /* of such a note: the next one; 0: none */
} Element;

typedef struct {
    const GazStructure *structure;
    qpdf_data pdf;
    Element *elements;   /* one for each part */
    GHashTable *numbers; /* object to number of the part */
    GHashTable *pages;   /* object of a page to the object of its array in the parent tree */
    unsigned removed;    /* pieces of furniture */
} Tree;

static bool is_furniture(const GazPart *part)
{
    return strcmp(part->name, GAZ_FURNITURE) == 0;
}

static bool is_element(qpdf_data pdf, qpdf_oh kid)
{
    return qpdf_oh_is_dictionary(pdf, kid) && qpdf_oh_has_key(pdf, kid, "/S");
}

/* The children of an element as an array, which a single one needn't be. */
static qpdf_oh kids_of(qpdf_data pdf, qpdf_oh element)
{
    qpdf_oh kids = qpdf_oh_get_key(pdf, element, "/K");

    if (qpdf_oh_is_array(pdf, kids))
        return kids;
    return qpdf_oh_is_null(pdf, kids) ? qpdf_oh_new_array(pdf) : qpdf_oh_wrap_in_array(pdf, kids);
}

/* Looks at one element and puts the elements below it on `stack`, the last first. */
static void look_at(Tree *tree, Element *element, GArray *stack)
{
    qpdf_oh kids = kids_of(tree->pdf, gaz_object(tree->pdf, element->object));

    for (int i = qpdf_oh_get_array_n_items(tree->pdf, kids); i-- > 0;) {
        qpdf_oh kid = qpdf_oh_get_array_item(tree->pdf, kids, i);
        int object = qpdf_oh_get_object_id(tree->pdf, kid);

        if (is_element(tree->pdf, kid))
            g_array_append_val(stack, object);
        else
            element->content = true;
    }
}

static bool has_name(Tree *tree, int object, const char *name)
{
    g_autofree char *wanted = g_strconcat("/", name, NULL);
    qpdf_oh type = qpdf_oh_get_key(tree->pdf, gaz_object(tree->pdf, object), "/S");

    return qpdf_oh_is_name_and_equals(tree->pdf, type, wanted);
}

/* Cairo keeps the order in which elements are opened: the walk meets them in the list's order. */
static bool find_objects(Tree *tree, GError **error)
{
    qpdf_oh root = qpdf_oh_get_key(tree->pdf, qpdf_get_root(tree->pdf), "/StructTreeRoot");
    g_autoptr(GArray) stack = g_array_new(FALSE, FALSE, sizeof(int));
    unsigned count = gaz_structure_count(tree->structure), at = 0;
    Element top = {.object = qpdf_oh_get_object_id(tree->pdf, root)};

    for (look_at(tree, &top, stack); stack->len > 0; at++) {
        int object = g_array_index(stack, int, stack->len - 1);

        g_array_set_size(stack, stack->len - 1);
        if (at == count || !has_name(tree, object, gaz_structure_get(tree->structure, at)->name)) {
            g_set_error(error, gaz_archive_error(), 0, "element %u of the structure tree isn't the one drawn",
                        at + 1);
            return false;
        }
        tree->elements[at].object = object;
        g_hash_table_insert(tree->numbers, GINT_TO_POINTER(object), GUINT_TO_POINTER(at));
        look_at(tree, &tree->elements[at], stack);
        qpdf_oh_release_all(tree->pdf);
    }
    if (at != count)
        g_set_error(error, gaz_archive_error(), 0, "the structure tree has %u elements, but %u were drawn",
                    at, count);
    return at == count;
}

static bool is_cell(const GazPart *part)
{
    return strcmp(part->name, "TH") == 0 || strcmp(part->name, "TD") == 0;
}

/* Furniture goes, and what holds nothing: but an empty cell keeps its place in the row. */
static void find_staying(Tree *tree)
{
    for (unsigned i = gaz_structure_count(tree->structure); i-- > 0;) {
        const GazPart *part = gaz_structure_get(tree->structure, i);
        Element *element = &tree->elements[i];

        element->stays = !is_furniture(part) && (element->stays || element->content || is_cell(part));
        if (element->stays)
            tree->elements[part->parent].stays = true;
    }
}

/* Notes at the foot of a page where their table goes on: a table holds nothing but rows (ISO
 * 32000-1, 14.8.4.3.4). No table is the first part, so that 0 is none. */
static void find_moved(Tree *tree)
{
    for (unsigned i = 0; i < gaz_structure_count(tree->structure); i++) {
        const GazPart *part = gaz_structure_get(tree->structure, i);
        Element *element = &tree->elements[i], *table;

        element->table = strcmp(part->name, "Table") == 0 ? i : tree->elements[part->parent].table;
        if (strcmp(part->name, "Note") != 0 || element->table == 0 || !element->stays)
            continue;
        table = &tree->elements[element->table];
        if (table->last != 0)
            tree->elements[table->last].next = i;
        else
            table->moved = i;
        table->last = i;
    }
}

/* Cairo numbers the parent tree's entries without a gap, the pages' first. */
static void find_pages(Tree *tree)
{
    qpdf_data pdf = tree->pdf;
    qpdf_oh root = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/StructTreeRoot");
    qpdf_oh entries = qpdf_oh_get_key(pdf, qpdf_oh_get_key(pdf, root, "/ParentTree"), "/Nums");
    g_autoptr(GHashTable) arrays = g_hash_table_new(NULL, NULL);
    int count = qpdf_oh_get_array_n_items(pdf, entries), pages = qpdf_get_num_pages(pdf);

    for (int i = 0; i + 1 < count; i += 2)
        g_hash_table_insert(
            arrays,
            GINT_TO_POINTER(qpdf_oh_get_int_value_as_int(pdf, qpdf_oh_get_array_item(pdf, entries, i))),
            GINT_TO_POINTER(qpdf_oh_get_object_id(pdf, qpdf_oh_get_array_item(pdf, entries, i + 1))));
    for (int i = 0; i < pages; i++) {
        qpdf_oh page = qpdf_get_page_n(pdf, (size_t)i), key = qpdf_oh_get_key(pdf, page, "/StructParents");
        int number = qpdf_oh_is_integer(pdf, key) ? qpdf_oh_get_int_value_as_int(pdf, key) : -1;

        g_hash_table_insert(tree->pages, GINT_TO_POINTER(qpdf_oh_get_object_id(pdf, page)),
                            g_hash_table_lookup(arrays, GINT_TO_POINTER(number)));
    }
    qpdf_oh_release_all(pdf);
}

/* Its marked content is nobody's from now on. */
static void remove_furniture(Tree *tree, const Element *element)
{
    qpdf_oh self = gaz_object(tree->pdf, element->object), kids = kids_of(tree->pdf, self);
    int page = qpdf_oh_get_object_id(tree->pdf, qpdf_oh_get_key(tree->pdf, self, "/Pg"));
    int array = GPOINTER_TO_INT(g_hash_table_lookup(tree->pages, GINT_TO_POINTER(page)));
    int count = qpdf_oh_get_array_n_items(tree->pdf, kids);

    for (int i = 0; i < count; i++) {
        qpdf_oh mark = qpdf_oh_get_array_item(tree->pdf, kids, i);

        if (array == 0 || !qpdf_oh_is_integer(tree->pdf, mark))
            continue;
        qpdf_oh_set_array_item(tree->pdf, gaz_object(tree->pdf, array),
                               qpdf_oh_get_int_value_as_int(tree->pdf, mark), qpdf_oh_new_null(tree->pdf));
        tree->removed++;
    }
}

/* The number of the part that `kid` is; false: it is marked content or a link's annotation. */
static bool find_number(const Tree *tree, qpdf_oh kid, unsigned *number)
{
    gpointer found;

    if (!is_element(tree->pdf, kid) ||
        !g_hash_table_lookup_extended(tree->numbers, GINT_TO_POINTER(qpdf_oh_get_object_id(tree->pdf, kid)),
                                      NULL, &found))
        return false;
    *number = GPOINTER_TO_UINT(found);
    return true;
}

static bool is_moved(const Tree *tree, unsigned number)
{
    return tree->elements[number].table != 0 &&
           strcmp(gaz_structure_get(tree->structure, number)->name, "Note") == 0;
}

/* The notes that go behind the table `number`, which stands in `element`. */
static void take_moved(const Tree *tree, unsigned number, qpdf_oh element, qpdf_oh kids)
{
    for (unsigned at = tree->elements[number].moved; at != 0; at = tree->elements[at].next) {
        qpdf_oh note = gaz_object(tree->pdf, tree->elements[at].object);

        qpdf_oh_replace_key(tree->pdf, note, "/P", element);
        qpdf_oh_append_item(tree->pdf, kids, note);
    }
}

/* The children that stay; nothing is written where none goes or comes. */
static void keep_kids(const Tree *tree, qpdf_oh element)
{
    qpdf_oh kids = kids_of(tree->pdf, element), kept = qpdf_oh_new_array(tree->pdf);
    int count = qpdf_oh_get_array_n_items(tree->pdf, kids);
    bool same = true;

    for (int i = 0; i < count; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(tree->pdf, kids, i);
        unsigned number = 0;
        bool is_part = find_number(tree, kid, &number);

        if (is_part && (!tree->elements[number].stays || is_moved(tree, number))) {
            same = false;
            continue;
        }
        qpdf_oh_append_item(tree->pdf, kept, kid);
        if (is_part && tree->elements[number].moved != 0) {
            take_moved(tree, number, element, kept);
            same = false;
        }
    }
    if (!same)
        qpdf_oh_replace_key(tree->pdf, element, "/K", kept);
}

/* Scope, span and headers of a cell (ISO 32000-1, 14.8.5.7). */
static void describe_cell(const Tree *tree, qpdf_oh self, const GazPart *part)
{
    bool headed = part->headers[0] != 0;
    g_autoptr(GString) text = g_string_new("<< /O /Table");

    if (part->element.scope == NULL && part->element.columns <= 1 && !headed)
        return;
    if (part->element.scope != NULL)
        g_string_append_printf(text, " /Scope /%s", part->element.scope);
    if (part->element.columns > 1)
        g_string_append_printf(text, " /ColSpan %u", part->element.columns);
    if (headed) {
        g_string_append(text, " /Headers [");
        for (unsigned i = 0; i < G_N_ELEMENTS(part->headers); i++)
            if (part->headers[i] != 0)
                g_string_append_printf(text, "(" ID_FORMAT ")", part->headers[i]);
        g_string_append_c(text, ']');
    }
    g_string_append(text, " >>");
    qpdf_oh_replace_key(tree->pdf, self, "/A", qpdf_oh_parse(tree->pdf, text->str));
}

/* Where a figure stands, if it stands on one page. */
static void describe_figure(const Tree *tree, qpdf_oh self, const GazPart *part)
{
    const double sides[] = {part->extent.left, part->extent.bottom, part->extent.right, part->extent.top};
    g_autoptr(GString) text = g_string_new("<< /O /Layout /Placement /Block /BBox [");
    char number[G_ASCII_DTOSTR_BUF_SIZE];

    if (!part->drawn || part->many_pages)
        return;
    for (unsigned i = 0; i < G_N_ELEMENTS(sides); i++)
        g_string_append_printf(text, " %s", g_ascii_formatd(number, sizeof number, "%.2f", sides[i]));
    g_string_append(text, " ] >>");
    qpdf_oh_replace_key(tree->pdf, self, "/A", qpdf_oh_parse(tree->pdf, text->str));
}

static void set_string(const Tree *tree, qpdf_oh object, const char *key, const char *text)
{
    if (text != NULL)
        qpdf_oh_replace_key(tree->pdf, object, key, qpdf_oh_new_unicode_string(tree->pdf, text));
}

/* PDF/UA 7.18.5: what the link leads to, or what it shows. */
static void describe_link(const Tree *tree, qpdf_oh self, const GazPart *part)
{
    qpdf_oh kids = kids_of(tree->pdf, self);
    const char *text = part->element.alternative != NULL ? part->element.alternative : part->text->str;
    int count = qpdf_oh_get_array_n_items(tree->pdf, kids);

    for (int i = 0; i < count; i++) {
        qpdf_oh kid = qpdf_oh_get_array_item(tree->pdf, kids, i);

        if (qpdf_oh_is_dictionary(tree->pdf, kid) && qpdf_oh_has_key(tree->pdf, kid, "/Obj"))
            set_string(tree, qpdf_oh_get_key(tree->pdf, kid, "/Obj"), "/Contents", text);
    }
}

static void describe(const Tree *tree, qpdf_oh self, const GazPart *part)
{
    set_string(tree, self, "/Lang", part->element.language);
    if (is_cell(part)) {
        describe_cell(tree, self, part);
    } else if (strcmp(part->name, "Figure") == 0) {
        set_string(tree, self, "/Alt", part->element.alternative);
        describe_figure(tree, self, part);
    } else if (part->text != NULL) {
        describe_link(tree, self, part);
    }
}

static qpdf_oh new_id(qpdf_data pdf, unsigned id)
{
    g_autofree char *text = g_strdup_printf(ID_FORMAT, id);

    return qpdf_oh_new_string(pdf, text);
}

/* A name tree wants its names sorted; parts get their ids in the order in which they are named. */
static void write_ids(const Tree *tree)
{
    unsigned count = gaz_structure_count(tree->structure);
    g_autofree unsigned *parts = g_new0(unsigned, count + 1); /* by id */
    qpdf_data pdf = tree->pdf;
    qpdf_oh root = qpdf_oh_get_key(pdf, qpdf_get_root(pdf), "/StructTreeRoot");
    qpdf_oh names = qpdf_oh_new_array(pdf), ids = qpdf_oh_new_dictionary(pdf);

    for (unsigned i = 0; i < count; i++)
        if (tree->elements[i].stays)
            parts[gaz_structure_get(tree->structure, i)->id] = i;
    for (unsigned id = 1; id <= count; id++) {
        if (parts[id] == 0)
            continue;
        qpdf_oh_append_item(pdf, names, new_id(pdf, id));
        qpdf_oh_append_item(pdf, names, gaz_object(pdf, tree->elements[parts[id]].object));
    }
    qpdf_oh_replace_key(pdf, ids, "/Names", names);
    if (qpdf_oh_get_array_n_items(pdf, names) > 0)
        qpdf_oh_replace_key(pdf, root, "/IDTree", ids);
}

static void write_elements(Tree *tree)
{
    for (unsigned i = 0; i < gaz_structure_count(tree->structure) && !qpdf_has_error(tree->pdf); i++) {
        const GazPart *part = gaz_structure_get(tree->structure, i);
        const Element *element = &tree->elements[i];
        qpdf_oh self = gaz_object(tree->pdf, element->object);

        if (is_furniture(part)) {
            remove_furniture(tree, element);
        } else if (element->stays) {
            keep_kids(tree, self);
            describe(tree, self, part);
            if (part->id != 0)
                qpdf_oh_replace_key(tree->pdf, self, "/ID", new_id(tree->pdf, part->id));
        }
        qpdf_oh_release_all(tree->pdf);
    }
}

bool gaz_archive_tree(const GazArchive *archive, qpdf_data pdf, unsigned *removed, GError **error)
{
    g_autoptr(GHashTable) numbers = g_hash_table_new(NULL, NULL);
    g_autoptr(GHashTable) pages = g_hash_table_new(NULL, NULL);
    g_autofree Element *elements = g_new0(Element, gaz_structure_count(archive->structure) + 1);
    Tree tree = {.structure = archive->structure,
                 .pdf = pdf,
                 .elements = elements,
                 .numbers = numbers,
                 .pages = pages};

    if (!find_objects(&tree, error))
        return false;
    find_staying(&tree);
    find_moved(&tree);
    find_pages(&tree);
    write_elements(&tree);
    write_ids(&tree);
    qpdf_oh_release_all(pdf);
    *removed = tree.removed;
    return true;
}
