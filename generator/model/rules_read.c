/* rules_read.c - the rule files become rules: the national ones, then the region's, then those of the data
 * folder and of its later years, each from its year on; what a later file says holds. */
#include "model/reading.h"

#include <stdlib.h>
#include <string.h>

static void add_clause(GazReading *reading, const GazElement *element, GazText document, GazDate issued)
{
    GazClause *clause = gaz_arena_new0(reading->data->arena, GazClause, 1);

    clause->id = gaz_element_value(element, "id");
    clause->document = document;
    clause->issued = issued;
    clause->text = gaz_element_text(element);
    if (gaz_reading_claim(reading, element, "id", clause))
        g_ptr_array_add(reading->data->rules->clauses, clause);
}

static void read_document(GazReading *reading, const GazElement *element)
{
    GazText title = gaz_element_text(gaz_element_child(element, "title"));
    GazDate issued;

    gaz_attribute_date(reading, gaz_element_attribute(element, "date"), &issued);
    for (const GazElement *clause = gaz_element_child(element, "clause"); clause != NULL;
         clause = gaz_element_again(clause))
        add_clause(reading, clause, title, issued);
}

/* The clause a value comes from, which the legal basis must hold; NULL: none given. */
static const char *clause_of(GazReading *reading, const GazElement *element)
{
    const GazAttribute *clause = gaz_element_attribute(element, "clause");

    if (clause == NULL)
        return NULL;
    if (gaz_reading_named(reading, "clause", clause->value) == NULL)
        gaz_report_add(reading->report, &clause->place, GAZ_MODEL_FAULT(CLAUSE_UNKNOWN), clause->name,
                       clause->value, "the id of a <clause> of a rule file");
    return clause->value;
}

/* By rules with a fault every line would be judged wrongly. */
static void refuse(GazReading *reading, const GazAttribute *attribute, const GazFaultKind *kind,
                   const char *found, const char *expected)
{
    gaz_report_add(reading->report, &attribute->place, kind, attribute->name, found, "%s", expected);
    reading->no_rules = true;
}

/* "11-15", or "02-last": its last day. The schema has seen to the form. */
static GazMonthDay month_day(GazReading *reading, const GazElement *element, const char *name)
{
    const GazAttribute *attribute = gaz_element_attribute(element, name);
    GazMonthDay day = {0};

    if (attribute == NULL)
        return day;
    day.month = atoi(attribute->value);
    day.day = atoi(attribute->value + 3);
    /* Any leap year will do. */
    if (day.month > 12 || (day.day > 0 && gaz_date_make(2000, day.month, day.day) == GAZ_NO_DATE))
        refuse(reading, attribute, GAZ_MODEL_FAULT(DATE_UNKNOWN), attribute->value,
               "a day of the year such as 11-15 or 02-last");
    return day;
}

static void read_window(GazReading *reading, const GazElement *element)
{
    GPtrArray *windows = reading->data->rules->windows;
    const char *region = gaz_element_value(element, "region");
    GazRegionWindow *window = (GazRegionWindow *)gaz_rules_window(reading->data->rules, region);

    if (window == NULL) {
        window = gaz_arena_new0(reading->data->arena, GazRegionWindow, 1);
        g_ptr_array_add(windows, window);
    }
    window->region = region;
    window->start = month_day(reading, element, "start");
    window->end = month_day(reading, element, "end");
    window->local = window->start.month == 0;
    window->clause = clause_of(reading, element);
}

static unsigned bits_of(GazReading *reading, const GazElement *element, const char *name,
                        const GazCode *codes)
{
    const GazAttribute *attribute = gaz_element_attribute(element, name);
    g_auto(GStrv) words = g_strsplit_set(attribute->value, " \t\r\n", -1);
    g_autofree char *expected = gaz_codes_in_words(codes);
    unsigned bits = 0;

    for (char **word = words; *word != NULL; word++) {
        int index = **word == '\0' ? 0 : gaz_code_find(codes, *word);

        if (index < 0)
            refuse(reading, attribute, GAZ_MODEL_FAULT(CODE_UNKNOWN), *word, expected);
        else if (**word != '\0')
            bits |= 1u << index;
    }
    return bits;
}

static const char *const roundings[] = {"none", "half", "down", "up", "nearest"};

static void read_counting(GazReading *reading, const GazElement *element)
{
    GazCounting *counting = gaz_arena_new0(reading->data->arena, GazCounting, 1);
    int rounding = 0;

    while (strcmp(roundings[rounding], gaz_element_value(element, "rounding")) != 0)
        rounding++;
    counting->at = element->place;
    counting->id = gaz_element_value(element, "id");
    counting->end_inclusive = strcmp(gaz_element_value(element, "end"), "inclusive") == 0;
    counting->days_as_dates = strcmp(gaz_element_value(element, "days"), "dates") == 0;
    counting->rounding = (GazRounding)rounding;
    counting->counts = bits_of(reading, element, "counts", gaz_stop_why);
    counting->clause = clause_of(reading, element);
    if (gaz_reading_claim(reading, element, "id", counting))
        g_ptr_array_add(reading->data->rules->countings, counting);
}

static void read_accounting(GazReading *reading, const GazElement *element)
{
    reading->data->rules->accounting_start = month_day(reading, element, "start");
}

static void read_vote(GazReading *reading, const GazElement *element)
{
    GazRules *rules = reading->data->rules;
    g_auto(GStrv) parts = g_strsplit(gaz_element_value(element, "more-than"), "/", 2);
    const char *clause = clause_of(reading, element);

    rules->vote_numerator = (GazRuleNumber){atoi(parts[0]) * GAZ_DECIMAL_ONE, clause};
    rules->vote_denominator = (GazRuleNumber){atoi(parts[1]) * GAZ_DECIMAL_ONE, clause};
}

static void read_make_up(GazReading *reading, const GazElement *element)
{
    GazRules *rules = reading->data->rules;

    rules->make_up_tasks = bits_of(reading, element, "tasks", gaz_task_kind);
    rules->make_up = (GazRuleNumber){GAZ_DECIMAL_ONE, clause_of(reading, element)};
}

/* Values of the law that are one number or one day. */
static const struct {
    const char *element;
    size_t number, day; /* offset in GazRules of a GazRuleNumber or a GazRuleDay; 0: not it */
} values[] = {
    {"annual-days", offsetof(GazRules, annual_days), 0},
    {"heating-plan", 0, offsetof(GazRules, heating_plan_by)},
    {"other-plan", offsetof(GazRules, notice_days), 0},
    {"special-task-plan", 0, offsetof(GazRules, special_plan_by)},
    {"voluntary-plan", offsetof(GazRules, voluntary_plan), 0},
    {"exposure", offsetof(GazRules, exposure), 0},
    {"exposure-after-interview", offsetof(GazRules, ladder), 0},
    {"annotation", offsetof(GazRules, annotation_delay), 0},
    {"trade-restriction", offsetof(GazRules, trade_restriction), 0},
    {"comment-period", offsetof(GazRules, comment_days), 0},
};

/* "120", or "yes": 1 ("no": 0). */
static GazDecimal number_value(const char *text)
{
    GazDecimal value;

    if (gaz_decimal_parse(text, &value))
        return value;
    return strcmp(text, "yes") == 0 ? GAZ_DECIMAL_ONE : 0;
}

static bool read_value(GazReading *reading, const GazElement *element)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(values); i++) {
        char *rules = (char *)reading->data->rules;

        if (strcmp(values[i].element, element->name) != 0)
            continue;
        if (values[i].number != 0)
            *(GazRuleNumber *)(rules + values[i].number) = (GazRuleNumber){
                number_value(gaz_element_value(element, "value")), clause_of(reading, element)};
        else
            *(GazRuleDay *)(rules + values[i].day) =
                (GazRuleDay){month_day(reading, element, "by"), clause_of(reading, element)};
        return true;
    }
    return false;
}

static const struct {
    const char *name;
    void (*read)(GazReading *reading, const GazElement *element);
} parts[] = {{"document", read_document},     {"window", read_window}, {"counting", read_counting},
             {"accounting", read_accounting}, {"vote", read_vote},     {"make-up", read_make_up}};

static void read_part(GazReading *reading, const GazElement *element)
{
    if (read_value(reading, element))
        return;
    for (unsigned i = 0; i < G_N_ELEMENTS(parts); i++)
        if (strcmp(parts[i].name, element->name) == 0)
            parts[i].read(reading, element);
}

static GPtrArray *copy_list(GazReading *reading, const GPtrArray *list)
{
    GPtrArray *copy = gaz_reading_array(reading);

    for (unsigned i = 0; i < list->len; i++)
        g_ptr_array_add(copy, list->pdata[i]);
    return copy;
}

/* Windows are changed where they stand; countings and clauses are only added to. */
static GazRules *copy_rules(GazReading *reading, const GazRules *rules)
{
    GazArena *arena = reading->data->arena;
    GazRules *copy = gaz_arena_new0(arena, GazRules, 1);

    *copy = *rules;
    copy->before = rules;
    copy->windows = copy_list(reading, rules->windows);
    copy->countings = copy_list(reading, rules->countings);
    copy->clauses = copy_list(reading, rules->clauses);
    for (unsigned i = 0; i < copy->windows->len; i++) {
        GazRegionWindow *window = gaz_arena_new0(arena, GazRegionWindow, 1);

        *window = *(const GazRegionWindow *)copy->windows->pdata[i];
        copy->windows->pdata[i] = window;
    }
    return copy;
}

static bool read_file(GazReading *reading, const char *folder, const char *name, bool required,
                      GError **error)
{
    g_autofree char *path = g_build_filename(folder, name, NULL);
    bool own = strcmp(folder, reading->folder) == 0;
    const char *file = own ? gaz_reading_file(reading, name) : gaz_arena_strdup(reading->data->arena, path);
    GError *failure = NULL;
    bool valid;
    const GazElement *root = gaz_reading_xml(reading, path, file, "rules.rng", required, &valid, &failure);

    if (failure != NULL) {
        g_propagate_error(error, failure);
        return false;
    }
    reading->no_rules = reading->no_rules || !valid;
    if (root == NULL || !valid)
        return true;
    reading->data->rules = copy_rules(reading, reading->data->rules);
    for (const GazElement *element = root->first; element != NULL; element = element->next)
        read_part(reading, element);
    return true;
}

static GazText names_of(const GazElement *element)
{
    return gaz_text(gaz_element_value(element, "zh"), gaz_element_value(element, "en"));
}

/* How offices call the whole region and its cities. */
static void read_words(GazRegion *region, const GazElement *element, GazArena *arena)
{
    GazText unit = gaz_text(gaz_element_value(element, "unit-zh"), gaz_element_value(element, "unit-en"));
    const char *heading = gaz_element_value(element, "heading-zh"), *one = unit.in[GAZ_EN];

    region->whole = gaz_text(gaz_element_value(element, "whole-zh"), gaz_element_value(element, "whole-en"));
    region->unit = unit;
    region->units = gaz_text(unit.in[GAZ_ZH], gaz_element_value(element, "units-en"));
    region->heading = gaz_text(heading == NULL ? unit.in[GAZ_ZH] : heading,
                               gaz_arena_printf(arena, "%c%s", g_ascii_toupper(one[0]), one + 1));
}

static const GazRegion *read_region(GazReading *reading, const char *code, const GazElement *element)
{
    GazArena *arena = reading->data->arena;
    GazRegion *region = gaz_arena_new0(arena, GazRegion, 1);

    region->code = code;
    region->gb = gaz_element_value(element, "gb");
    region->name = names_of(element);
    read_words(region, element, arena);
    region->cities = gaz_reading_array(reading);
    for (const GazElement *child = element->first; child != NULL; child = child->next) {
        GazCity *city = gaz_arena_new0(arena, GazCity, 1);

        city->code = gaz_element_value(child, "code");
        city->name = names_of(child);
        g_ptr_array_add(region->cities, city);
    }
    return region;
}

/* The path of the region's file; NULL: it has none. No other text is to lead to one. Yours: g_free(). */
static char *find_region(const GazReading *reading, const char *code)
{
    g_autofree char *file = g_strconcat(code, ".xml", NULL);
    g_autofree char *path = g_build_filename(reading->rules_folder, "regions", file, NULL);
    bool is_code = g_ascii_isupper(code[0]) && g_ascii_isupper(code[1]) && code[2] == '\0';

    return is_code && g_file_test(path, G_FILE_TEST_EXISTS) ? g_steal_pointer(&path) : NULL;
}

/* Reads the region that the publication names. The name of its own rule file; NULL: it has none, or it isn't
 * known, with a fault where one was named. */
static const char *read_own_region(GazReading *reading, const GazAttribute *named, GError **error)
{
    g_autofree char *path = named == NULL ? NULL : find_region(reading, named->value);
    const GazElement *root;
    bool valid;

    reading->no_rules = true;
    if (named != NULL && path == NULL)
        gaz_report_add(reading->report, &named->place, GAZ_MODEL_FAULT(REGION_UNKNOWN), named->name,
                       named->value, "the code of a region of data/rules/regions, such as SD");
    if (path == NULL)
        return NULL;
    root = gaz_reading_xml(reading, path, gaz_arena_strdup(reading->data->arena, path), "region.rng", true,
                           &valid, error);
    if (root == NULL || !valid)
        return NULL;
    reading->no_rules = false;
    reading->data->rules->region = read_region(reading, named->value, root);
    return gaz_element_value(root, "rules");
}

static GazRules *new_rules(GazReading *reading)
{
    GazRules *rules = gaz_arena_new0(reading->data->arena, GazRules, 1);

    rules->windows = gaz_reading_array(reading);
    rules->countings = gaz_reading_array(reading);
    rules->clauses = gaz_reading_array(reading);
    rules->accounting_start = (GazMonthDay){1, 1}; /* the calendar year, where no rule file says otherwise */
    return rules;
}

bool gaz_reading_rules(GazReading *reading, const GazAttribute *region, GError **error)
{
    GError *failure = NULL;
    const char *own;

    reading->data->rules = new_rules(reading);
    own = read_own_region(reading, region, &failure);
    if (failure != NULL) {
        g_propagate_error(error, failure);
        return false;
    }
    return read_file(reading, reading->rules_folder, "national.xml", true, error) &&
           (own == NULL || read_file(reading, reading->rules_folder, own, true, error)) &&
           read_file(reading, reading->data->folder, "rules.xml", false, error);
}

bool gaz_reading_later_rules(GazReading *reading, GError **error)
{
    return read_file(reading, reading->folder, "rules.xml", false, error);
}
