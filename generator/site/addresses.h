/* addresses.h - the lasting addresses of pages, and those that links of documents lead to. */
#ifndef GAZETTE_SITE_ADDRESSES_H
#define GAZETTE_SITE_ADDRESSES_H
#include "site/run.h"

/* Addresses below a language's root, from what lasts (ids, codes), never from names. Yours: g_free(). */
char *gaz_address_line(const GazLine *line);
char *gaz_address_enterprise(const GazEnterprise *enterprise);
char *gaz_address_of_code(const char *credit_code);
char *gaz_address_city(const GazCity *city);
char *gaz_address_list(int year); /* of lines */
char *gaz_address_notice(const GazNotice *notice);

/* A link of a document: "site:enterprises/ID" becomes its page's address, others NULL. Yours: g_free(). */
char *gaz_address_of_link(const GazSiteRun *run, const char *link);

/* The sum, as text, of all that gaz_address_of_link() goes by. Lent. */
const char *gaz_site_run_links(GazSiteRun *run);

#endif
