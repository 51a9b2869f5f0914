/* run.c - the records by owner, city and name. */
#include "site/run.h"
#include "model/view.h"
#include "site/facts.h"
#include <string.h>

static GPtrArray *list_for(GHashTable *lists, const void *key)
{
    GPtrArray *list = g_hash_table_lookup(lists, key);

    if (list == NULL) {
        list = g_ptr_array_new();
        g_hash_table_insert(lists, (void *)(guintptr)key, list);
    }
    return list;
}

const GazLine *gaz_site_run_seen(const GazSiteRun *run, const GazLine *line)
{
    return run->past == NULL ? line : gaz_data_lookup(run->past, "lines", line->record.id);
}

static void index_accounts(GazSiteRun *run)
{
    const GPtrArray *accounts = gaz_assessment_accounts(run->assessment);

    for (unsigned i = 0; i < accounts->len; i++) {
        GazAccount *account = accounts->pdata[i];
        const GazEnterprise *owner = gaz_site_run_seen(run, account->line)->enterprise;

        g_ptr_array_add(list_for(run->by_owner, owner), account);
        g_ptr_array_add(list_for(run->by_city, owner->city), account);
    }
}

static void index_findings(GazSiteRun *run)
{
    const GPtrArray *findings = run->assessment->findings;

    for (unsigned i = 0; i < findings->len; i++)
        g_ptr_array_add(list_for(run->findings, gaz_finding_enterprise(run->data, findings->pdata[i])),
                        findings->pdata[i]);
}

static void index_tables(GazSiteRun *run)
{
    const GazData *data = run->data;

    for (unsigned i = 0; i < data->ledger->len; i++) {
        GazLedgerEntry *entry = data->ledger->pdata[i];

        g_ptr_array_add(list_for(run->of_line[GAZ_OF_LINE_LEDGER], entry->line), entry);
    }
    for (unsigned i = 0; i < data->swaps->len; i++) {
        GazSwap *swap = data->swaps->pdata[i];

        g_ptr_array_add(list_for(run->of_line[GAZ_OF_LINE_SWAPS], swap->line), swap);
        if (swap->partner != swap->line)
            g_ptr_array_add(list_for(run->of_line[GAZ_OF_LINE_SWAPS], swap->partner), swap);
    }
    for (unsigned i = 0; i < data->adjustments->len; i++) {
        GazAdjustment *adjustment = data->adjustments->pdata[i];

        g_ptr_array_add(list_for(run->of_line[GAZ_OF_LINE_ADJUSTMENTS], adjustment->line), adjustment);
    }
    for (unsigned i = 0; i < data->tasks->len; i++) {
        GazTask *task = data->tasks->pdata[i];

        g_ptr_array_add(list_for(run->of_line[GAZ_OF_LINE_TASKS], task->line), task);
    }
}

/* A change is told where it began and where it leads. */
static void index_changes(GazSiteRun *run)
{
    GHashTable *of_line = run->of_line[GAZ_OF_LINE_CHANGES];

    for (unsigned i = 0; i < run->data->changes->len; i++) {
        GazRegisterChange *change = run->data->changes->pdata[i];

        if (change->line != NULL)
            g_ptr_array_add(list_for(of_line, change->line), change);
        if (change->by_line != NULL)
            g_ptr_array_add(list_for(of_line, change->by_line), change);
        if (change->enterprise != NULL)
            g_ptr_array_add(list_for(run->of_owner, change->enterprise), change);
        if (change->to_enterprise != NULL)
            g_ptr_array_add(list_for(run->of_owner, change->to_enterprise), change);
    }
}

/* A notice that names several of a city's enterprises is one of it. */
static void index_city(GazSiteRun *run, const char *enterprise, GazSiteNotice *notice)
{
    const GazEnterprise *named = gaz_data_lookup(run->data, "enterprises", enterprise);
    GPtrArray *of_city = named == NULL ? NULL : list_for(run->naming_city, named->city);

    if (of_city != NULL && (of_city->len == 0 || of_city->pdata[of_city->len - 1] != notice))
        g_ptr_array_add(of_city, notice);
}

/* Whom the notice names; a correction or withdrawal names whom the exposure names that it is about. */
static const GPtrArray *named_by(const GazSiteRun *run, const GazSiteNotice *notice)
{
    const char *of = notice->notice->withdraws != NULL ? notice->notice->withdraws : notice->notice->corrects;

    for (unsigned i = 0; of != NULL && i < run->site->notices->len; i++) {
        const GazSiteNotice *other = run->site->notices->pdata[i];

        if (strcmp(other->notice->id, of) == 0 && other->notice->kind == GAZ_NOTICE_EXPOSURE)
            return other->document->enterprises;
    }
    return notice->document->enterprises;
}

/* Interview notices go to the enterprise alone, and what is dated later isn't out yet: no page ever sees
 * them. */
static void index_notices(GazSiteRun *run)
{
    for (unsigned i = 0; i < run->site->notices->len; i++) {
        GazSiteNotice *notice = run->site->notices->pdata[i];
        const GPtrArray *named = named_by(run, notice);

        if (!notice->document->on_website || notice->notice->kind == GAZ_NOTICE_INTERVIEW ||
            notice->notice->date > run->assessment->as_of)
            continue;
        g_ptr_array_add(run->notices, notice);
        for (unsigned n = 0; n < named->len; n++) {
            g_ptr_array_add(list_for(run->naming, named->pdata[n]), notice);
            index_city(run, named->pdata[n], notice);
        }
    }
}

static void annotate(GazSiteRun *run, int list_year)
{
    g_autoptr(GPtrArray) states = gaz_assessment_annotations(run->assessment, list_year);

    for (unsigned i = 0; i < states->len; i++) {
        GazAnnotation annotation = {list_year, states->pdata[i]};
        const GazLine *line = annotation.finding->finding->line;
        GArray *of_line = g_hash_table_lookup(run->annotations, line);

        if (of_line == NULL) {
            of_line = g_array_new(FALSE, FALSE, sizeof(GazAnnotation));
            g_hash_table_insert(run->annotations, (void *)(guintptr)line, of_line);
        }
        g_array_append_val(of_line, annotation);
    }
}

/* A year is noted once its list is out, and the publication's own year always. */
static void index_annotations(GazSiteRun *run)
{
    int own = run->data->publication->year;

    for (unsigned i = run->notices->len; i-- > 0;) {
        const GazSiteNotice *notice = run->notices->pdata[i];

        if (notice->notice->kind == GAZ_NOTICE_LINE_LIST && notice->notice->year != own)
            annotate(run, notice->notice->year);
    }
    annotate(run, own);
}

static void free_address(void *data)
{
    GazAddress *address = data;

    g_free(address->path);
    g_free(address);
}

static void free_text(void *text)
{
    g_string_free(text, TRUE);
}

static GHashTable *new_lists(GHashFunc hash, GEqualFunc equal)
{
    return g_hash_table_new_full(hash, equal, NULL, (GDestroyNotify)g_ptr_array_unref);
}

static bool name_months(GazSiteRun *run, GError **error)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        for (unsigned month = 1; month <= 12; month++) {
            GazMonths *months = &run->months[language];
            g_autofree char *name = g_strdup_printf("month.%u", month);
            g_autofree char *initial = g_strdup_printf("initial.%u", month);

            months->names[month - 1] = gaz_strings_say(run->strings, language, name, NULL, 0, error);
            months->initials[month - 1] =
                months->names[month - 1] == NULL
                    ? NULL
                    : gaz_strings_say(run->strings, language, initial, NULL, 0, error);
            if (months->initials[month - 1] == NULL)
                return false;
        }
    return true;
}

static void begin_calendars(GazSiteRun *run)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        run->calendars[language] =
            gaz_calendars_new(run->months[language].names, run->months[language].initials);
}

static void clear_months(GazMonths *months)
{
    for (unsigned i = 0; i < G_N_ELEMENTS(months->names); i++) {
        g_free((char *)months->names[i]);
        g_free((char *)months->initials[i]);
    }
}

/* The site's, or those of the run that this is another year of, or its own. */
static bool take_tools(GazSiteRun *run, GazSiteTools *tools, GError **error)
{
    if (tools == NULL)
        tools = run->own = gaz_site_tools_new(run->site->templates, error);
    if (tools == NULL)
        return false;
    run->tools = tools;
    run->strings = tools->strings;
    run->sheets = tools->sheets;
    return name_months(run, error);
}

/* Enterprises and lines as they were on a day, where something has happened to them since; what was wrong of
 * them then is corrected. NULL: they are those of the assessment. */
static GazData *past_of(const GazAssessment *assessment, GazDate day)
{
    const GazData *data = assessment->data;
    GazViewDay then = {
        .year = data->publication->year, .changes_until = day, .corrections_until = assessment->as_of};

    for (unsigned i = 0; data->of != NULL && i < data->changes->len; i++)
        if (((const GazRegisterChange *)data->changes->pdata[i])->date > day)
            return gaz_data_register(data->of, &then);
    return NULL;
}

static GazSiteRun *new_run(const GazSite *site, GazSiteTools *tools, const GazAssessment *assessment,
                           GazDate seen_on, const char *folder, GError **error)
{
    GazSiteRun *run = g_new0(GazSiteRun, 1);

    run->site = site;
    run->assessment = assessment;
    run->data = assessment->data;
    run->seen_on = seen_on;
    run->past = past_of(assessment, seen_on);
    run->folder = folder;
    run->notices = g_ptr_array_new();
    run->by_owner = new_lists(g_direct_hash, g_direct_equal);
    run->by_city = new_lists(g_direct_hash, g_direct_equal);
    run->of_owner = new_lists(g_direct_hash, g_direct_equal);
    run->findings = new_lists(g_direct_hash, g_direct_equal);
    run->naming = new_lists(g_str_hash, g_str_equal);
    run->naming_city = new_lists(g_direct_hash, g_direct_equal);
    for (unsigned i = 0; i < GAZ_OF_LINE; i++)
        run->of_line[i] = new_lists(g_direct_hash, g_direct_equal);
    run->annotations =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_array_unref);
    run->packer = gaz_packer_new();
    run->search = gaz_search_new();
    run->shared = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)gaz_facts_free);
    run->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_text);
    run->addresses = g_ptr_array_new_with_free_func(free_address);
    run->known = site->known != NULL ? site->known : gaz_known_documents_new();
    if (!take_tools(run, tools, error)) {
        gaz_site_run_free(run);
        return NULL;
    }
    begin_calendars(run);
    index_accounts(run);
    index_findings(run);
    index_tables(run);
    index_changes(run);
    index_notices(run);
    index_annotations(run);
    return run;
}

GazSiteRun *gaz_site_run_new(const GazSite *site, const char *folder, GError **error)
{
    return new_run(site, site->tools, site->assessment, site->assessment->as_of, folder, error);
}

static GazDate last_day(const GazData *data)
{
    return gaz_rules_year_begin(data->rules, data->publication->year + 1) - 1;
}

GazSiteRun *gaz_site_run_new_year(const GazSiteRun *run, const GazAssessment *assessment, GError **error)
{
    GazDate seen_on = MIN(assessment->as_of, last_day(assessment->data));
    GazSiteRun *year = new_run(run->site, run->tools, assessment, seen_on, run->folder, error);

    if (year == NULL)
        return NULL;
    year->turns = run->turns;
    g_ptr_array_unref(year->addresses);
    year->addresses = g_ptr_array_ref(run->addresses);
    return year;
}

void gaz_site_run_free(GazSiteRun *run)
{
    if (run == NULL)
        return;
    g_clear_error(&run->trouble);
    gaz_search_free(run->search);
    gaz_site_tools_free(run->own);
    gaz_packer_free(run->packer);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        gaz_calendars_free(run->calendars[language]);
        clear_months(&run->months[language]);
    }
    g_hash_table_unref(run->parts);
    g_hash_table_unref(run->shared);
    g_ptr_array_unref(run->notices);
    g_hash_table_unref(run->by_owner);
    g_hash_table_unref(run->by_city);
    g_hash_table_unref(run->of_owner);
    g_hash_table_unref(run->findings);
    g_hash_table_unref(run->naming);
    g_hash_table_unref(run->naming_city);
    for (unsigned i = 0; i < GAZ_OF_LINE; i++)
        g_hash_table_unref(run->of_line[i]);
    g_hash_table_unref(run->annotations);
    g_ptr_array_unref(run->addresses);
    if (run->known != run->site->known)
        gaz_known_documents_free(run->known);
    gaz_data_free(run->past);
    g_free(run->links);
    g_free(run);
}

bool gaz_site_run_has(const GazSiteRun *run, GazLanguage language)
{
    return (run->site->languages & (1u << language)) != 0;
}

const GPtrArray *gaz_site_run_owned(const GazSiteRun *run, const GazEnterprise *enterprise)
{
    return list_for(run->by_owner, enterprise);
}

const GPtrArray *gaz_site_run_findings(const GazSiteRun *run, const GazEnterprise *enterprise)
{
    return list_for(run->findings, enterprise);
}

const GPtrArray *gaz_site_run_in_city(const GazSiteRun *run, const GazCity *city)
{
    return list_for(run->by_city, city);
}

const GPtrArray *gaz_site_run_naming(const GazSiteRun *run, const GazEnterprise *enterprise)
{
    return g_hash_table_lookup(run->naming, enterprise->record.id);
}

const GPtrArray *gaz_site_run_naming_city(const GazSiteRun *run, const GazCity *city)
{
    return g_hash_table_lookup(run->naming_city, city);
}

const GPtrArray *gaz_site_run_of_line(const GazSiteRun *run, GazOfLine table, const GazLine *line)
{
    return list_for(run->of_line[table], line);
}

const GPtrArray *gaz_site_run_changes(const GazSiteRun *run, const GazEnterprise *enterprise)
{
    return list_for(run->of_owner, enterprise);
}

const GArray *gaz_site_run_annotations(const GazSiteRun *run, const GazLine *line)
{
    return g_hash_table_lookup(run->annotations, line);
}

bool gaz_site_run_turn(GazSiteRun *run)
{
    return run->turns == NULL || gaz_turns_take(run->turns);
}
