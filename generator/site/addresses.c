/* addresses.c - where pages stand. */
#include "site/addresses.h"
#include <string.h>

/* "folder/KEY.html"; whatever in the key isn't a plain character of an id can't lead out of the folder. */
static char *address(const char *folder, const char *key)
{
    char *path = g_strconcat(folder, "/", key, ".html", NULL);

    for (char *at = path + strlen(folder) + 1; *at != '\0'; at++)
        if (!g_ascii_isalnum(*at) && *at != '-' && *at != '_' && *at != '.')
            *at = '_';
    return path;
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
    run->links = g_strdup(gaz_key_of(all->str, all->len).text);
    return run->links;
}
