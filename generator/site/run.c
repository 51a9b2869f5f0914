/* run.c - the records by owner, city and name, and addresses. */
#include "site/run.h"
#include <errno.h>
#include <glib/gstdio.h>
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

static void index_accounts(GazSiteRun *run)
{
    for (unsigned i = 0; i < run->assessment->accounts->len; i++) {
        GazAccount *account = run->assessment->accounts->pdata[i];

        g_ptr_array_add(list_for(run->by_owner, account->line->enterprise), account);
        g_ptr_array_add(list_for(run->by_city, account->line->enterprise->city), account);
    }
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

/* Interview notices go to the enterprise alone, and what is dated later isn't out yet: no page ever sees
 * them. */
static void index_notices(GazSiteRun *run)
{
    for (unsigned i = 0; i < run->site->notices->len; i++) {
        GazSiteNotice *notice = run->site->notices->pdata[i];
        const GPtrArray *named = notice->document->enterprises;

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

static GazSiteRun *new_run(const GazSite *site, GazSiteTools *tools, const GazAssessment *assessment,
                           const char *folder, GazTurns *turns, GError **error)
{
    GazSiteRun *run = g_new0(GazSiteRun, 1);

    run->site = site;
    run->assessment = assessment;
    run->data = assessment->data;
    run->folder = folder;
    run->turns = turns;
    run->notices = g_ptr_array_new();
    run->by_owner = new_lists(g_direct_hash, g_direct_equal);
    run->by_city = new_lists(g_direct_hash, g_direct_equal);
    run->of_owner = new_lists(g_direct_hash, g_direct_equal);
    run->naming = new_lists(g_str_hash, g_str_equal);
    run->naming_city = new_lists(g_direct_hash, g_direct_equal);
    for (unsigned i = 0; i < GAZ_OF_LINE; i++)
        run->of_line[i] = new_lists(g_direct_hash, g_direct_equal);
    run->annotations =
        g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, (GDestroyNotify)g_array_unref);
    run->packer = gaz_packer_new();
    run->parts = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_text);
    run->addresses = g_ptr_array_new_with_free_func(free_address);
    run->known = site->known != NULL ? site->known : gaz_known_documents_new();
    if (!take_tools(run, tools, error)) {
        gaz_site_run_free(run);
        return NULL;
    }
    index_accounts(run);
    index_tables(run);
    index_changes(run);
    index_notices(run);
    index_annotations(run);
    return run;
}

GazSiteRun *gaz_site_run_new(const GazSite *site, const char *folder, GazTurns *turns, GError **error)
{
    return new_run(site, site->tools, site->assessment, folder, turns, error);
}

GazSiteRun *gaz_site_run_new_year(const GazSiteRun *run, const GazAssessment *assessment, GError **error)
{
    GazSiteRun *year = new_run(run->site, run->tools, assessment, run->folder, run->turns, error);

    if (year == NULL)
        return NULL;
    g_ptr_array_unref(year->addresses);
    year->addresses = g_ptr_array_ref(run->addresses);
    return year;
}

void gaz_site_run_free(GazSiteRun *run)
{
    if (run == NULL)
        return;
    g_clear_error(&run->trouble);
    if (run->tools != NULL && run->tools->search != NULL)
        gaz_search_forget(run->tools->search);
    gaz_site_tools_free(run->own);
    gaz_packer_free(run->packer);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        clear_months(&run->months[language]);
    g_hash_table_unref(run->parts);
    g_ptr_array_unref(run->notices);
    g_hash_table_unref(run->by_owner);
    g_hash_table_unref(run->by_city);
    g_hash_table_unref(run->of_owner);
    g_hash_table_unref(run->naming);
    g_hash_table_unref(run->naming_city);
    for (unsigned i = 0; i < GAZ_OF_LINE; i++)
        g_hash_table_unref(run->of_line[i]);
    g_hash_table_unref(run->annotations);
    g_ptr_array_unref(run->addresses);
    if (run->known != run->site->known)
        gaz_known_documents_free(run->known);
    g_free(run->links);
    g_free(run);
}

const GPtrArray *gaz_site_run_owned(const GazSiteRun *run, const GazEnterprise *enterprise)
{
    return list_for(run->by_owner, enterprise);
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

/* "folder/KEY.html"; whatever in the key isn't a plain character of an id can't lead out of the folder. */
static char *address(const char *folder, const char *key)
{
    g_autofree char *plain = g_strcanon(g_strdup(key), G_CSET_a_2_z G_CSET_A_2_Z G_CSET_DIGITS "-_.", '_');

    return g_strconcat(folder, "/", plain, ".html", NULL);
}

char *gaz_address_line(const GazLine *line)
{
    return address("lines", line->record.id);
}

char *gaz_address_enterprise(const GazEnterprise *enterprise)
{
    return address("enterprises", enterprise->credit_code);
}

char *gaz_address_of_code(const char *credit_code)
{
    return address("enterprises", credit_code);
}

char *gaz_address_city(const GazCity *city)
{
    return address("cities", city->code);
}

char *gaz_address_list(int year)
{
    return g_strdup_printf("lines/%d.html", year);
}

char *gaz_address_notice(const GazNotice *notice)
{
    int year, month, day;
    g_autofree char *folder = NULL;

    gaz_date_split(notice->date, &year, &month, &day);
    folder = g_strdup_printf("notices/%d", year);
    return address(folder, notice->id);
}

/* The public notice with this id; NULL: none. */
static const GazNotice *public_notice(const GazSiteRun *run, const char *id)
{
    for (unsigned i = 0; i < run->notices->len; i++) {
        const GazSiteNotice *notice = run->notices->pdata[i];

        if (strcmp(notice->notice->id, id) == 0)
            return notice->notice;
    }
    return NULL;
}

char *gaz_address_of_link(const GazSiteRun *run, const char *link)
{
    g_auto(GStrv) parts = g_str_has_prefix(link, "site:") ? g_strsplit(link + strlen("site:"), "/", 2) : NULL;
    const void *record;

    if (parts == NULL || parts[0] == NULL)
        return NULL;
    if (parts[1] == NULL)
        return g_strconcat(parts[0], ".html", NULL);
    if (strcmp(parts[0], "notices") == 0) {
        const GazNotice *notice = public_notice(run, parts[1]);

        return notice == NULL ? NULL : gaz_address_notice(notice);
    }
    if (strcmp(parts[0], "cities") == 0)
        return address(parts[0], parts[1]);
    record = gaz_data_lookup(run->data, parts[0], parts[1]);
    if (record != NULL && strcmp(parts[0], "enterprises") == 0)
        return gaz_address_enterprise(record);
    return record != NULL && strcmp(parts[0], "lines") == 0 ? gaz_address_line(record) : NULL;
}

GazSearch *gaz_site_run_search(GazSiteRun *run)
{
    return gaz_site_tools_search(run->tools, run->trouble == NULL ? &run->trouble : NULL);
}

/* A notice's address is of its date and id, an enterprise's of its code, a line's of its id. */
const char *gaz_site_run_links(GazSiteRun *run)
{
    g_autoptr(GString) all = g_string_new(NULL);

    if (run->links != NULL)
        return run->links;
    for (unsigned i = 0; i < run->notices->len; i++) {
        const GazNotice *notice = ((const GazSiteNotice *)run->notices->pdata[i])->notice;
        g_autofree char *path = gaz_address_notice(notice);

        g_string_append_printf(all, "%s\2%s\1", notice->id, path);
    }
    for (unsigned i = 0; i < run->data->enterprises->len; i++) {
        const GazEnterprise *enterprise = run->data->enterprises->pdata[i];

        g_string_append_printf(all, "%s\2%s\1", enterprise->record.id, enterprise->credit_code);
    }
    for (unsigned i = 0; i < run->data->lines->len; i++)
        g_string_append_printf(all, "%s\1", ((const GazLine *)run->data->lines->pdata[i])->record.id);
    run->links = g_strdup(gaz_sum_of(all->str, all->len).text);
    return run->links;
}

bool gaz_site_run_turn(GazSiteRun *run)
{
    return run->turns == NULL || gaz_turns_take(run->turns);
}

static bool write_file(const char *path, const GString *text, GError **error)
{
    return g_file_set_contents_full(path, text->str, (gssize)text->len, G_FILE_SET_CONTENTS_NONE, 0644,
                                    error);
}

static bool write_packed(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    GString *packed = gaz_packer_gzip(run->packer, text);
    g_autofree char *beside = g_strconcat(path, ".gz", NULL);
    bool written = packed == NULL || write_file(beside, packed, error);

    if (packed != NULL)
        g_string_free(packed, TRUE);
    return written;
}

bool gaz_site_run_write(const GazSiteRun *run, const char *path, const GString *text, GError **error)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    g_autofree char *folder = g_path_get_dirname(full);

    if (g_mkdir_with_parents(folder, 0755) != 0) {
        g_set_error(error, G_FILE_ERROR, (gint)g_file_error_from_errno(errno), "%s: %s", folder,
                    g_strerror(errno));
        return false;
    }
    return write_file(full, text, error) && write_packed(run, full, text, error);
}

/* The file and, as its number says, the packed one beside it. */
static bool take_both(GazKept *kept, const char *path, const char *beside, const GazSum *key)
{
    unsigned packed;

    if (!gaz_kept_take(kept, path, key, &packed))
        return false;
    if (packed == 0 || gaz_kept_take(kept, beside, key, NULL))
        return true;
    (void)g_unlink(path); /* not to be written through */
    return false;
}

bool gaz_site_run_take(const GazSiteRun *run, const char *path, const GazSum *key)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    g_autofree char *beside = g_strconcat(full, ".gz", NULL);

    return run->site->kept != NULL && take_both(run->site->kept, full, beside, key);
}

void gaz_site_run_note(const GazSiteRun *run, const char *path, const GazSum *key)
{
    g_autofree char *full = g_build_filename(run->folder, path, NULL);
    g_autofree char *beside = g_strconcat(full, ".gz", NULL);
    bool packed = g_file_test(beside, G_FILE_TEST_EXISTS);

    if (run->site->kept == NULL)
        return;
    gaz_kept_note(run->site->kept, full, key, packed);
    if (packed)
        gaz_kept_note(run->site->kept, beside, key, 0);
}

/* What is for those who write a style sheet, not for those who load it. */
static void strip_style(GString *text)
{
    g_autoptr(GRegex) idle = g_regex_new("/\\*.*?\\*/\\s*|(?<=\n)\\s+", G_REGEX_DOTALL, 0, NULL);
    g_autofree char *stripped = g_regex_replace_literal(idle, text->str, (gssize)text->len, 0, "", 0, NULL);

    g_string_assign(text, stripped);
}

bool gaz_site_run_copy(const GazSiteRun *run, const char *name, const char *path, GError **error)
{
    g_autofree char *source = g_build_filename(run->site->templates, name, NULL);
    g_autofree char *bytes = NULL;
    gsize length;
    GString *text;
    bool written;

    if (!g_file_get_contents(source, &bytes, &length, error))
        return false;
    text = g_string_new_len(bytes, (gssize)length);
    if (g_str_has_suffix(name, ".css"))
        strip_style(text);
    written = gaz_site_run_write(run, path, text, error);
    g_string_free(text, TRUE);
    return written;
}
