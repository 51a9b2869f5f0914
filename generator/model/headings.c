/* headings.c - headings are compared by a key: their text in compatibility form, small letters, without
 * blanks; a unit in brackets at its end is looked at on its own. */
#include "model/headings.h"

#include "model/nearest.h"

#include <string.h>

typedef struct {
    const char *of; /* the unit of columns it is turned into */
    int shift;
} Unit;

struct GazHeadings {
    GArray *units;            /* of Unit */
    GHashTable *units_by_key; /* char * to GArray of index + 1: "吨" is none alone, so one each */
    GHashTable *own;          /* "lines/窑径(米)" to index + 1 of a column: the tables' own headings */
    GHashTable *columns;      /* "lines/窑径" to GArray of guint: columns */
    GHashTable *column_units; /* "lines/4" to char * */
    GHashTable *sheets;       /* char * to const GazTable * */
    GHashTable *words;        /* "是" to "yes", "no" or "nothing" */
    GHashTable *then;         /* "lines/4" to index + 1 of a column */
    GHashTable *totals, *ignored, *instructions, *nameless;
    GPtrArray *remarks;
    GazReport *report; /* while it is read */
};

/* In compatibility form and small letters. Yours: g_free(). */
static char *fold(const char *text)
{
    g_autofree char *form = NULL;

    if (gaz_text_is_plain(text))
        return g_ascii_strdown(text, -1);
    form = g_utf8_normalize(text, -1, G_NORMALIZE_NFKC);
    return form == NULL ? g_strdup("") : g_utf8_strdown(form, -1);
}

char *gaz_heading_key(const char *text)
{
    g_autofree char *small = fold(text);
    GString *key = g_string_new(NULL);

    for (const char *at = small; *at != '\0'; at = g_utf8_next_char(at))
        if (!g_unichar_isspace(g_utf8_get_char(at)) && *at != '*')
            g_string_append_len(key, at, g_utf8_next_char(at) - at);
    return g_string_free(key, FALSE);
}

/* Cuts "(米)" off the end of a key; NULL: there is none. Lent, from `key`. */
static const char *cut_unit(char *key)
{
    size_t length = strlen(key);
    char *open = strrchr(key, '(');

    if (length == 0 || key[length - 1] != ')' || open == NULL || open == key)
        return NULL;
    key[length - 1] = '\0';
    *open = '\0';
    return open + 1;
}

static GArray *columns_at(GHashTable *columns, const GazTable *table, const char *key)
{
    g_autofree char *path = g_strdup_printf("%s/%s", table->name, key);

    return g_hash_table_lookup(columns, path);
}

static void add_heading(GazHeadings *headings, const GazTable *table, unsigned column, const char *text)
{
    g_autofree char *key = gaz_heading_key(text);
    char *path = g_strdup_printf("%s/%s", table->name, key);
    GArray *columns = g_hash_table_lookup(headings->columns, path);

    if (columns == NULL) {
        columns = g_array_new(FALSE, FALSE, sizeof(guint));
        g_hash_table_insert(headings->columns, path, columns);
    } else {
        g_free(path);
    }
    g_array_append_val(columns, column);
}

static void add_word(GHashTable *words, const char *text)
{
    g_hash_table_add(words, gaz_heading_key(text));
}

static void add_unit(GazHeadings *headings, const GazElement *element)
{
    Unit unit = {.of = g_intern_string(gaz_element_value(element, "of")),
                 .shift = (int)g_ascii_strtoll(gaz_element_value(element, "shift"), NULL, 10)};

    g_array_append_val(headings->units, unit);
    g_hash_table_insert(headings->units_by_key, gaz_heading_key(element->text),
                        GUINT_TO_POINTER(headings->units->len));
}

static const GazTable *find_table(const char *name)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (strcmp(gaz_tables[i].name, name) == 0)
            return &gaz_tables[i];
    return NULL;
}

static int find_column(const GazTable *table, const char *name)
{
    for (unsigned i = 0; i < table->column_count; i++)
        if (strcmp(table->columns[i].name, name) == 0)
            return (int)i;
    return -1;
}

static void refuse(const GazHeadings *headings, const GazElement *element, const char *expected)
{
    gaz_report_add(headings->report, &element->place, &gaz_read_faults[GAZ_READ_XML_INVALID], "name",
                   gaz_element_value(element, "name"), "%s", expected);
}

static void add_column(GazHeadings *headings, const GazTable *table, const GazElement *element)
{
    int column = find_column(table, gaz_element_value(element, "name"));
    const char *unit = gaz_element_value(element, "unit"), *then = gaz_element_value(element, "then");

    if (column < 0) {
        refuse(headings, element, "a column of the table");
        return;
    }
    if (unit != NULL)
        g_hash_table_insert(headings->column_units, g_strdup_printf("%s/%d", table->name, column),
                            g_strdup(unit));
    if (then != NULL)
        g_hash_table_insert(headings->then, g_strdup_printf("%s/%d", table->name, column),
                            GINT_TO_POINTER(find_column(table, then) + 1));
    for (const GazElement *child = element->first; child != NULL; child = child->next)
        add_heading(headings, table, (unsigned)column, child->text);
}

static void add_table(GazHeadings *headings, const GazElement *element)
{
    const GazTable *table = find_table(gaz_element_value(element, "name"));

    if (table == NULL) {
        refuse(headings, element, "the name of a table");
        return;
    }
    for (const GazElement *child = element->first; child != NULL; child = child->next)
        if (strcmp(child->name, "sheet") == 0)
            g_hash_table_insert(headings->sheets, gaz_heading_key(child->text), (gpointer)table);
        else
            add_column(headings, table, child);
}

static void add_element(GazHeadings *headings, const GazElement *element)
{
    if (strcmp(element->name, "total") == 0)
        add_word(headings->totals, element->text);
    else if (strcmp(element->name, "yes") == 0 || strcmp(element->name, "no") == 0 ||
             strcmp(element->name, "nothing") == 0)
        g_hash_table_insert(headings->words, gaz_heading_key(element->text),
                            (gpointer)g_intern_string(element->name));
    else if (strcmp(element->name, "remark") == 0)
        g_ptr_array_add(headings->remarks, gaz_heading_key(element->text));
    else if (strcmp(element->name, "ignored") == 0)
        add_word(headings->ignored, element->text);
    else if (strcmp(element->name, "instructions") == 0)
        add_word(headings->instructions, element->text);
    else if (strcmp(element->name, "nameless") == 0)
        add_word(headings->nameless, element->text);
    else if (strcmp(element->name, "unit") == 0)
        add_unit(headings, element);
    else
        add_table(headings, element);
}

static void add_sheets(GazHeadings *headings)
{
    for (unsigned i = 0; i < gaz_table_count; i++) {
        const GazTable *table = &gaz_tables[i];

        g_hash_table_insert(headings->sheets, gaz_heading_key(table->name), (gpointer)table);
        for (int language = 0; language < GAZ_LANGUAGES; language++)
            g_hash_table_insert(headings->sheets, gaz_heading_key(table->title.in[language]),
                                (gpointer)table);
    }
}

/* Of two columns with one heading the first has it. */
static void add_own(GazHeadings *headings, const GazTable *table)
{
    for (unsigned i = table->column_count; i-- > 0;)
        for (int language = 0; language < GAZ_LANGUAGES; language++) {
            g_autofree char *key = gaz_heading_key(table->columns[i].heading.in[language]);

            g_hash_table_insert(headings->own, g_strconcat(table->name, "/", key, NULL),
                                GUINT_TO_POINTER(i + 1));
        }
}

static GazHeadings *new_headings(void)
{
    GazHeadings *headings = g_new0(GazHeadings, 1);

    headings->units = g_array_new(FALSE, FALSE, sizeof(Unit));
    headings->units_by_key = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->own = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->columns = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_array_unref);
    headings->column_units = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
    headings->sheets = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->then = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->totals = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->ignored = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->instructions = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->nameless = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    headings->remarks = g_ptr_array_new_with_free_func(g_free);
    return headings;
}

void gaz_headings_free(GazHeadings *headings)
{
    if (headings == NULL)
        return;
    g_array_unref(headings->units);
    g_hash_table_unref(headings->units_by_key);
    g_hash_table_unref(headings->own);
    g_hash_table_unref(headings->columns);
    g_hash_table_unref(headings->column_units);
    g_hash_table_unref(headings->sheets);
    g_hash_table_unref(headings->words);
    g_hash_table_unref(headings->then);
    g_hash_table_unref(headings->totals);
    g_hash_table_unref(headings->ignored);
    g_hash_table_unref(headings->instructions);
    g_hash_table_unref(headings->nameless);
    g_ptr_array_unref(headings->remarks);
    g_free(headings);
}

const GazHeadings *gaz_reading_headings(GazReading *reading, GError **error)
{
    g_autofree char *path = NULL;
    const GazElement *root;
    bool valid;

    if (reading->headings != NULL || reading->no_headings) /* asked of each row */
        return reading->headings;
    path = g_build_filename(reading->rules_folder, "..", "headings", "headings.xml", NULL);
    root = gaz_reading_xml(reading, path, "headings.xml", "headings.rng", true, &valid, error);
    reading->no_headings = root == NULL || !valid;
    if (reading->no_headings)
        return NULL;
    reading->headings = new_headings();
    reading->headings->report = reading->report;
    add_sheets(reading->headings);
    for (unsigned i = 0; i < gaz_table_count; i++)
        add_own(reading->headings, &gaz_tables[i]);
    for (const GazElement *element = root->first; element != NULL; element = element->next)
        add_element(reading->headings, element);
    return reading->headings;
}

/* No name is another column's heading. */
static bool is_name(const GazTable *table, const char *text, GazHeading *heading)
{
    int column = find_column(table, text);

    if (column >= 0)
        *heading = (GazHeading){.kind = GAZ_HEADING_NAME, .column = (unsigned)column};
    return column >= 0;
}

static bool is_own(const GazHeadings *headings, const GazTable *table, const char *key, GazHeading *heading)
{
    g_autofree char *path = g_strconcat(table->name, "/", key, NULL);
    guint column = GPOINTER_TO_UINT(g_hash_table_lookup(headings->own, path));

    if (column > 0)
        *heading = (GazHeading){.kind = GAZ_HEADING_OWN, .column = column - 1};
    return column > 0;
}

/* Of the columns with this heading, the one with a unit that this one can be turned into. */
static bool choose_column(const GazHeadings *headings, const GazTable *table, const GArray *columns,
                          const char *unit_key, GazHeading *heading)
{
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(headings->units_by_key, unit_key));
    const Unit *unit = index == 0 ? NULL : &g_array_index(headings->units, Unit, index - 1);

    heading->column = g_array_index(columns, guint, 0);
    heading->kind = GAZ_HEADING_UNIT;
    for (guint i = 0; unit != NULL && i < columns->len; i++) {
        g_autofree char *path = g_strdup_printf("%s/%u", table->name, g_array_index(columns, guint, i));

        if (g_strcmp0(g_hash_table_lookup(headings->column_units, path), unit->of) != 0)
            continue;
        *heading = (GazHeading){GAZ_HEADING_OFFICE, g_array_index(columns, guint, i), unit->shift};
        return true;
    }
    return false;
}

/* A heading of two columns that differ by their unit alone says nothing without one. */
static bool find_known(const GazHeadings *headings, const GazTable *table, const char *text,
                       GazHeading *heading)
{
    g_autofree char *key = gaz_heading_key(text);
    const GArray *columns = columns_at(headings->columns, table, key);
    const char *unit;

    if (columns != NULL) {
        *heading = (GazHeading){.kind = columns->len == 1 ? GAZ_HEADING_OFFICE : GAZ_HEADING_UNIT,
                                .column = g_array_index(columns, guint, 0)};
        return true;
    }
    unit = cut_unit(key);
    columns = unit == NULL ? NULL : columns_at(headings->columns, table, key);
    if (columns == NULL)
        return false;
    choose_column(headings, table, columns, unit, heading);
    return true;
}

/* "窑径（毫米）" where the table itself says "窑径（米）". */
static bool find_own_unit(const GazHeadings *headings, const GazTable *table, const char *text,
                          GazHeading *heading)
{
    g_autofree char *key = gaz_heading_key(text);
    const char *unit = cut_unit(key);

    for (unsigned i = 0; i < table->column_count && unit != NULL; i++)
        for (int language = 0; language < GAZ_LANGUAGES; language++) {
            g_autofree char *own = gaz_heading_key(table->columns[i].heading.in[language]);
            g_autoptr(GArray) columns = g_array_new(FALSE, FALSE, sizeof(guint));

            if (cut_unit(own) == NULL || strcmp(own, key) != 0)
                continue;
            g_array_append_val(columns, i);
            if (choose_column(headings, table, columns, unit, heading))
                return true;
        }
    return false;
}

GazHeading gaz_heading_find(const GazHeadings *headings, const GazTable *table, const char *text)
{
    GazHeading heading = {0};
    g_autofree char *key = NULL;

    if (*text == '\0' || is_name(table, text, &heading) || headings == NULL)
        return heading;
    key = gaz_heading_key(text);
    if (is_own(headings, table, key, &heading))
        return heading;
    if (find_own_unit(headings, table, text, &heading))
        return heading;
    heading = (GazHeading){0};
    if (find_known(headings, table, text, &heading))
        return heading;
    heading = (GazHeading){0};
    if (g_hash_table_contains(headings->ignored, key))
        heading.kind = GAZ_HEADING_IGNORED;
    return heading;
}

static void compare_known(const GazHeadings *headings, const GazTable *table, GazNearest *nearest)
{
    g_autoptr(GList) paths = g_list_sort(g_hash_table_get_keys(headings->columns), (GCompareFunc)strcmp);
    size_t length = strlen(table->name);

    for (const GList *at = paths; at != NULL; at = at->next) {
        const char *path = at->data;
        const GArray *columns = g_hash_table_lookup(headings->columns, path);

        if (strncmp(path, table->name, length) == 0 && path[length] == '/')
            gaz_nearest_try(nearest, path + length + 1, g_array_index(columns, guint, 0));
    }
}

char *gaz_heading_nearest(const GazHeadings *headings, const GazTable *table, const char *text,
                          unsigned *column)
{
    g_auto(GazNearest) nearest = {0};

    gaz_nearest_init(&nearest, text);
    for (unsigned i = 0; i < table->column_count; i++) {
        gaz_nearest_try(&nearest, table->columns[i].name, i);
        for (int language = 0; language < GAZ_LANGUAGES; language++)
            gaz_nearest_try(&nearest, table->columns[i].heading.in[language], i);
    }
    if (headings != NULL)
        compare_known(headings, table, &nearest);
    *column = nearest.index;
    return g_steal_pointer(&nearest.found);
}

bool gaz_heading_same(const char *one, const char *other)
{
    g_autofree char *first = gaz_heading_key(one), *second = gaz_heading_key(other);

    return strcmp(first, second) == 0;
}

bool gaz_headings_unit(const GazHeadings *headings, const GazTable *table, const GazColumn *column,
                       const char *unit, int *shift)
{
    g_autofree char *path = g_strdup_printf("%s/%d", table->name, (int)(column - table->columns));
    g_autofree char *key = gaz_heading_key(unit);
    guint index = GPOINTER_TO_UINT(g_hash_table_lookup(headings->units_by_key, key));
    const Unit *found = index == 0 ? NULL : &g_array_index(headings->units, Unit, index - 1);

    if (found == NULL || g_strcmp0(g_hash_table_lookup(headings->column_units, path), found->of) != 0)
        return false;
    *shift = found->shift;
    return true;
}

const char *gaz_headings_word(const GazHeadings *headings, const char *word)
{
    g_autofree char *key = gaz_heading_key(word);

    return g_hash_table_lookup(headings->words, key);
}

int gaz_headings_then(const GazHeadings *headings, const GazTable *table, unsigned column)
{
    g_autofree char *path = g_strdup_printf("%s/%u", table->name, column);

    return GPOINTER_TO_INT(g_hash_table_lookup(headings->then, path)) - 1;
}

const GazTable *gaz_headings_sheet(const GazHeadings *headings, const char *name)
{
    g_autofree char *key = gaz_heading_key(name);

    return g_hash_table_lookup(headings->sheets, key);
}

static bool has_word(GHashTable *words, const char *text)
{
    g_autofree char *key = gaz_heading_key(text);

    return g_hash_table_contains(words, key);
}

bool gaz_headings_is_instructions(const GazHeadings *headings, const char *name)
{
    return has_word(headings->instructions, name);
}

/* 附件1, 附件二, Sheet1 (2). */
bool gaz_headings_is_nameless(const GazHeadings *headings, const char *name)
{
    g_autoptr(GRegex) number = g_regex_new("[\\d一二三四五六七八九十()\\-_.\\s]+$", 0, 0, NULL);
    g_autofree char *key = gaz_heading_key(name);
    g_autofree char *bare = g_regex_replace_literal(number, key, -1, 0, "", 0, NULL);

    return bare != NULL && has_word(headings->nameless, bare);
}

/* 合计（3家）, 济南市小计. */
bool gaz_headings_is_total(const GazHeadings *headings, const char *text)
{
    g_autofree char *key = gaz_heading_key(text);
    GHashTableIter at;
    gpointer word;

    g_hash_table_iter_init(&at, headings->totals);
    while (g_hash_table_iter_next(&at, &word, NULL))
        if (g_str_has_prefix(key, word) || g_str_has_suffix(key, word))
            return true;
    return false;
}

bool gaz_headings_is_remark(const GazHeadings *headings, const char *text)
{
    g_autofree char *key = gaz_heading_key(text);

    for (guint i = 0; i < headings->remarks->len; i++)
        if (g_str_has_prefix(key, headings->remarks->pdata[i]))
            return true;
    return false;
}
