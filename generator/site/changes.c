/* changes.c - what happened to enterprises and lines over the years, and what was corrected, as facts. */
#include "site/addresses.h"
#include "site/known.h"
#include "site/subjects.h"
#include <string.h>

static void set_enterprise(const GazPage *page, GazFact *node, const char *name,
                           const GazEnterprise *enterprise)
{
    g_autofree char *path = enterprise == NULL ? NULL : gaz_address_enterprise(enterprise);

    if (enterprise != NULL)
        gaz_page_set_link(page, gaz_fact_both(node, name, &enterprise->name), "href", path);
}

static void set_line(const GazPage *page, GazFact *node, const char *name, const GazLine *line)
{
    g_autofree char *path = line == NULL ? NULL : gaz_address_line(line);
    GazFact *element;

    if (line == NULL)
        return;
    element = gaz_fact_both(node, name, &line->name);
    gaz_page_set_link(page, element, "href", path);
    gaz_fact_both(element, "owner", &line->enterprise->name);
}

static void add_change(const GazPage *page, GazFact *parent, const GazRegisterChange *change)
{
    GazFact *node = gaz_fact(parent, "change");

    gaz_fact_set_date(node, "date", change->date);
    gaz_fact_set(node, "approval", change->approval);
    gaz_fact_set_decimal(node, "capacity", change->approved_capacity_tpd);
    gaz_fact_set_decimal(node, "annual", change->annual_capacity_10kt);
    gaz_fact_set_decimal(node, "diameter", change->kiln_diameter_m);
    gaz_fact_code(node, "kind", gaz_change_kind, change->kind);
    gaz_fact_both(node, "name", &change->name);
    gaz_fact_both(node, "reason", &change->reason);
    set_enterprise(page, node, "of", change->enterprise);
    set_enterprise(page, node, "to", change->to_enterprise);
    set_line(page, node, "line-of", change->line);
    set_line(page, node, "by", change->by_line);
}

void gaz_subject_changes(const GazPage *page, GazFact *parent, const GPtrArray *changes)
{
    for (unsigned i = 0; i < changes->len; i++) {
        const GazRegisterChange *change = changes->pdata[i];

        if (change->date <= page->run->assessment->as_of)
            add_change(page, parent, change);
    }
}

static int compare_changes(const void *a, const void *b)
{
    const GazRegisterChange *first = *(const GazRegisterChange *const *)a;
    const GazRegisterChange *second = *(const GazRegisterChange *const *)b;

    return first->date < second->date ? -1 : first->date > second->date;
}

/* The data keep the first name; each change says the next. */
void gaz_subject_former_names(const GazPage *page, GazFact *node, const GazEnterprise *enterprise)
{
    const GPtrArray *changes = gaz_site_run_changes(page->run, enterprise);
    const GazData *all = page->run->data->of;
    const GazEnterprise *first =
        all == NULL ? NULL : gaz_data_lookup(all, "enterprises", enterprise->record.id);
    const GazText *name = first == NULL ? NULL : &first->name;
    g_autoptr(GPtrArray) renamed = g_ptr_array_new();

    for (unsigned i = 0; i < changes->len; i++) {
        GazRegisterChange *change = changes->pdata[i];

        if (change->kind == GAZ_CHANGE_RENAMED && change->enterprise == enterprise &&
            change->date <= page->run->assessment->as_of)
            g_ptr_array_add(renamed, change);
    }
    g_ptr_array_sort(renamed, compare_changes);
    for (unsigned i = 0; i < renamed->len && name != NULL; i++) {
        const GazRegisterChange *change = renamed->pdata[i];

        gaz_fact_set_date(gaz_fact_both(node, "former", name), "until", change->date - 1);
        name = &change->name;
    }
}

static const GazTable *table_named(const char *name)
{
    for (unsigned i = 0; i < gaz_table_count; i++)
        if (strcmp(gaz_tables[i].name, name) == 0)
            return &gaz_tables[i];
    return NULL;
}

/* Where the corrected row is shown; nowhere: no link. */
static void link_row(const GazPage *page, GazFact *node, const GazCorrection *correction)
{
    g_autofree char *link = g_strdup_printf("site:%s/%s", correction->table, correction->row);
    bool is_finding = strcmp(correction->table, "findings") == 0;
    g_autofree char *path = is_finding ? g_strconcat("violations.html#", correction->row, NULL)
                                       : gaz_address_of_link(page->run, link);

    if (path != NULL)
        gaz_page_set_link(page, node, "href", path);
}

/* What was corrected is in the language of its column, whatever the page's. */
static void say_language(GazFact *node, GazColumnKind kind)
{
    if (kind == GAZ_COLUMN_ZH)
        gaz_fact_set_in(node, GAZ_EN, "lang", gaz_language_tag(GAZ_ZH));
    if (kind == GAZ_COLUMN_EN)
        gaz_fact_set_in(node, GAZ_ZH, "lang", gaz_language_tag(GAZ_EN));
}

static bool is_dated(const GazColumn *column)
{
    return column != NULL && (column->kind == GAZ_COLUMN_DATE || column->kind == GAZ_COLUMN_MOMENT);
}

static void set_moment(GazFact *node, const char *name, GazMoment moment)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        g_autofree char *words = gaz_moment_in_words(moment, (int)language);

        gaz_fact_set_in(node, language, name, words);
    }
}

/* A number or a date as the pages write it elsewhere: 50,000; 5 June 2022. */
static void set_cell(GazFact *node, const char *name, const GazColumn *column, const char *text)
{
    GazMoment moment;
    GazDecimal number;
    char written[32];

    if (is_dated(column) && text != NULL && gaz_moment_parse(text, &moment)) {
        set_moment(node, name, moment);
        return;
    }
    if (column != NULL && column->kind == GAZ_COLUMN_DECIMAL && text != NULL &&
        gaz_decimal_parse(text, &number))
        text = gaz_decimal_write(number, true, written);
    gaz_fact_set(node, name, text);
}

void gaz_subject_correction(const GazPage *page, GazFact *parent, const GazCorrection *correction)
{
    const GazTable *table = table_named(correction->table);
    const GazNotice *notice = correction->made_known;
    g_autofree char *address = gaz_address_notice(notice);
    GazFact *node = gaz_fact(parent, "correction");

    gaz_fact_set(node, "id", correction->record.id);
    gaz_fact_set_date(node, "date", notice->date);
    gaz_fact_set(node, "row", correction->row);
    set_cell(node, "was", correction->cell, correction->was);
    set_cell(node, "becomes", correction->cell, correction->becomes);
    gaz_page_set_link(page, node, "notice", address);
    link_row(page, node, correction);
    if (table != NULL)
        gaz_fact_both(node, "table", &table->title);
    if (correction->cell != NULL) {
        gaz_fact_both(node, "column", &correction->cell->heading);
        say_language(node, correction->cell->kind);
    }
    gaz_fact_both(node, "reason", &notice->reason);
}

static const GazDocument *document_of(const GazPage *page, const char *notice)
{
    const GPtrArray *notices = page->run->site->notices;

    for (unsigned i = 0; i < notices->len; i++) {
        const GazSiteNotice *one = notices->pdata[i];

        if (strcmp(one->notice->id, notice) == 0)
            return one->document;
    }
    return NULL; /* of an interview, which isn't public */
}

/* A correction of a notice's own words, which its notice sets out. */
static void add_rewording(const GazPage *page, GazFact *parent, const GazNotice *notice)
{
    const GazDocument *target = document_of(page, notice->corrects);
    const GazNotice *corrected = gaz_publication_notice(page->run->data->publication, notice->corrects);
    g_autofree char *address = gaz_address_notice(notice);
    g_autofree char *id = g_strconcat("words-", notice->id, NULL);
    g_autofree char *page_of_it = corrected == NULL ? NULL : gaz_address_notice(corrected);
    GazFact *node;

    if (target == NULL || page_of_it == NULL)
        return;
    node = gaz_fact(parent, "correction");
    gaz_fact_set(node, "id", id);
    gaz_fact_set_date(node, "date", notice->date);
    gaz_page_set_link(page, node, "notice", address);
    gaz_page_set_link(page, node, "href", page_of_it);
    gaz_fact_both(node, "words", &target->title);
    gaz_fact_both(node, "reason", &notice->reason);
}

/* What was corrected: a cell, or the words of a notice. */
typedef struct {
    const GazNotice *made_known;
    const GazCorrection *cell; /* NULL: words */
} Corrected;

/* Newest first; of one day, as written, words last. */
static int compare_corrected(const void *a, const void *b)
{
    const Corrected *first = a, *second = b;

    if (first->made_known->date != second->made_known->date)
        return first->made_known->date > second->made_known->date ? -1 : 1;
    if (first->cell == NULL || second->cell == NULL)
        return (first->cell == NULL) - (second->cell == NULL);
    return strcmp(first->cell->record.id, second->cell->record.id);
}

static GArray *list_corrected(const GazSiteRun *run)
{
    GArray *list = g_array_new(FALSE, FALSE, sizeof(Corrected));

    for (unsigned i = 0; i < run->data->corrections->len; i++) {
        Corrected one = {.cell = run->data->corrections->pdata[i]};

        one.made_known = one.cell->made_known;
        if (gaz_known_correction(run->assessment, one.cell))
            g_array_append_val(list, one);
    }
    for (unsigned i = 0; i < run->data->rewordings->len; i++) {
        Corrected one = {.made_known = run->data->rewordings->pdata[i]};

        if (one.made_known->date <= run->assessment->as_of)
            g_array_append_val(list, one);
    }
    g_array_sort(list, compare_corrected);
    return list;
}

void gaz_subject_corrections(const GazPage *page, GazFact *parent)
{
    g_autoptr(GArray) list = list_corrected(page->run);

    for (unsigned i = 0; i < list->len; i++) {
        const Corrected *one = &g_array_index(list, Corrected, i);

        if (one->cell == NULL)
            add_rewording(page, parent, one->made_known);
        else
            gaz_subject_correction(page, parent, one->cell);
    }
}
