/* workbook.c - finds the parts of a workbook by their relationships, as the standard has it, not by their
 * usual names. */
#include "read/workbook.h"

#include "read/workbook_parts.h"
#include <string.h>

enum { MOST_SHEETS = 1000 };

static GazWorkbook *new_workbook(const char *file, GazReport *report)
{
    GazWorkbook *workbook = g_new0(GazWorkbook, 1);

    workbook->file = file;
    workbook->report = report;
    workbook->sheets = g_array_new(FALSE, FALSE, sizeof(GazSheet));
    workbook->parts = g_ptr_array_new_with_free_func(g_free);
    workbook->strings.text = g_string_new(NULL);
    workbook->strings.offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
    workbook->formats = g_array_new(FALSE, FALSE, sizeof(GazNumberFormat));
    return workbook;
}

void gaz_workbook_free(GazWorkbook *workbook)
{
    if (workbook == NULL)
        return;
    for (guint i = 0; i < workbook->sheets->len; i++)
        g_free((char *)(guintptr)g_array_index(workbook->sheets, GazSheet, i).name);
    g_array_unref(workbook->sheets);
    g_ptr_array_unref(workbook->parts);
    g_string_free(workbook->strings.text, TRUE);
    g_array_unref(workbook->strings.offsets);
    g_array_unref(workbook->formats);
    gaz_package_free(workbook->package);
    g_free(workbook);
}

/* A target is relative to the folder of the part that names it, or begins at the root. */
static char *resolve(const char *folder, const char *target)
{
    g_autofree char *root = g_strconcat("/", folder, NULL);
    g_autofree char *canonical = g_canonicalize_filename(target, root);

    return g_strdup(canonical + 1);
}

/* What a part refers to. */
typedef struct {
    GHashTable *by_id; /* char * to char *: part; "": of another kind than a sheet of cells */
    char *book, *strings, *styles;
} Relations;

static void clear_relations(Relations *relations)
{
    g_clear_pointer(&relations->by_id, g_hash_table_unref);
    g_free(relations->book);
    g_free(relations->strings);
    g_free(relations->styles);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(Relations, clear_relations)

/* The type is an address that ends differently in the two editions of the standard, but for its last word. */
static void add_relation(Relations *relations, const GazPart *part, const char *folder)
{
    g_autofree char *id = gaz_part_attribute(part, "Id", false);
    g_autofree char *type = gaz_part_attribute(part, "Type", false);
    g_autofree char *target = gaz_part_attribute(part, "Target", false);
    const char *word = type == NULL || strrchr(type, '/') == NULL ? "" : strrchr(type, '/') + 1;
    char **known = strcmp(word, "officeDocument") == 0  ? &relations->book
                   : strcmp(word, "sharedStrings") == 0 ? &relations->strings
                   : strcmp(word, "styles") == 0        ? &relations->styles
                                                        : NULL;

    if (id == NULL || target == NULL)
        return;
    if (known != NULL && *known == NULL)
        *known = resolve(folder, target);
    g_hash_table_insert(relations->by_id, g_steal_pointer(&id),
                        strcmp(word, "worksheet") == 0 ? resolve(folder, target) : g_strdup(""));
}

static bool read_relations(GazPackage *package, const char *name, const char *folder, Relations *relations)
{
    g_autoptr(GazPart) part = gaz_part_open(package, name);

    relations->by_id = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    if (part == NULL)
        return false;
    for (GazPartEvent event; (event = gaz_part_next(part)) != GAZ_PART_DONE;)
        if (event == GAZ_PART_START && gaz_part_is(part, "Relationship"))
            add_relation(relations, part, folder);
    return !gaz_package_is_broken(package);
}

/* A name with invisible marks could make a message read otherwise: U+FFFD stands for each. */
static char *shown_name(const char *name)
{
    GString *shown = g_string_new(NULL);

    for (const char *found; (found = gaz_forbidden_character(name)) != NULL; name = g_utf8_next_char(found)) {
        g_string_append_len(shown, name, found - name);
        g_string_append(shown, "\xEF\xBF\xBD");
    }
    g_string_append(shown, name);
    return g_string_free(shown, FALSE);
}

/* A sheet of charts or macros has no rows: it is no worksheet by its relationship. */
static void add_sheet(GazWorkbook *workbook, const GazPart *part, const Relations *relations)
{
    g_autofree char *id = gaz_part_attribute(part, "id", true);
    g_autofree char *state = gaz_part_attribute(part, "state", false);
    g_autofree char *name = gaz_part_attribute(part, "name", false);
    const char *target = id == NULL ? NULL : g_hash_table_lookup(relations->by_id, id);
    GazSheet sheet = {.hidden = state != NULL && strcmp(state, "visible") != 0};

    if (target == NULL || name == NULL || workbook->sheets->len >= MOST_SHEETS)
        gaz_package_break(workbook->package, target == NULL ? "a sheet without its part"
                                             : name == NULL ? "a sheet without a name"
                                                            : "more than 1000 sheets");
    if (gaz_package_is_broken(workbook->package) || *target == '\0')
        return;
    sheet.name = shown_name(name);
    sheet.place = (GazPlace){.file = workbook->file, .sheet = sheet.name};
    g_array_append_val(workbook->sheets, sheet);
    g_ptr_array_add(workbook->parts, g_strdup(target));
}

static bool read_book(GazWorkbook *workbook, const char *name, const Relations *relations)
{
    g_autoptr(GazPart) part = gaz_part_open(workbook->package, name);

    if (part == NULL)
        return false;
    for (GazPartEvent event; (event = gaz_part_next(part)) != GAZ_PART_DONE;) {
        if (event != GAZ_PART_START)
            continue;
        if (gaz_part_is(part, "workbookPr"))
            workbook->since_1904 = gaz_part_flag(part, "date1904");
        else if (gaz_part_is(part, "sheet"))
            add_sheet(workbook, part, relations);
    }
    if (workbook->sheets->len == 0)
        gaz_package_break(workbook->package, "no sheet in it");
    return !gaz_package_is_broken(workbook->package);
}

/* The relationships of "xl/workbook.xml" stand in "xl/_rels/workbook.xml.rels". */
static bool read_parts(GazWorkbook *workbook)
{
    g_auto(Relations) root = {0}, own = {0};
    g_autofree char *folder = NULL, *base = NULL, *name = NULL;

    if (!read_relations(workbook->package, "_rels/.rels", "", &root))
        return false;
    if (root.book == NULL) {
        gaz_package_break(workbook->package, "no workbook in it");
        return false;
    }
    folder = g_path_get_dirname(root.book);
    base = g_path_get_basename(root.book);
    name = g_strdup_printf("%s/_rels/%s.rels", folder, base);
    return read_relations(workbook->package, name, folder, &own) && read_book(workbook, root.book, &own) &&
           (own.strings == NULL || gaz_shared_read(workbook, own.strings)) &&
           (own.styles == NULL || gaz_styles_read(workbook, own.styles));
}

GazWorkbook *gaz_workbook_open(const char *path, const char *file, GazReport *report, GError **error)
{
    g_autoptr(GazWorkbook) workbook = new_workbook(file, report);

    workbook->package = gaz_package_open(path, file, report, error);
    if (workbook->package == NULL || !read_parts(workbook))
        return NULL;
    return g_steal_pointer(&workbook);
}

unsigned gaz_workbook_count(const GazWorkbook *workbook)
{
    return workbook->sheets->len;
}

const GazSheet *gaz_workbook_sheet(const GazWorkbook *workbook, unsigned index)
{
    return &g_array_index(workbook->sheets, GazSheet, index);
}
