/* announced.c - a text is only compared when it is the one that was announced. */
#include "publish/announced.h"

#include "publish/chain.h"
#include "publish/publish.h"
#include <libxml/parser.h>
#include <string.h>

static void refuse(GError **error, const char *path, const char *why)
{
    g_set_error(error, GAZ_PUBLISH_ERROR, GAZ_PUBLISH_TAMPERED, "%s: %s", path, why);
}

char *gaz_announced_read(const char *root, const GazAnnounced *announced, GError **error)
{
    g_autofree char *path = g_build_filename(root, announced->tree, NULL);
    g_autofree char *text = NULL;
    g_autofree char *sum = NULL;
    gsize length;

    if (!g_file_get_contents(path, &text, &length, error))
        return NULL;
    sum = g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
    if (strcmp(sum, announced->tree_sha256) == 0)
        return g_steal_pointer(&text);
    refuse(error, path, "it is not the text that was announced; gazette verify says what else is wrong");
    return NULL;
}

/* Ours have none. Entities, which could make of a short text one that no memory holds, need one. */
static void on_doctype(void *context, const xmlChar *name, const xmlChar *external, const xmlChar *system)
{
    xmlParserCtxtPtr parser = context;

    (void)name;
    (void)external;
    (void)system;
    parser->wellFormed = 0; /* or the beginning would be taken for the whole */
    xmlStopParser(parser);
}

/* Somebody else's copy can say anything. NULL where it is no XML. */
static xmlDocPtr parse(const char *text)
{
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    xmlDocPtr document;

    if (context == NULL)
        g_error("libxml2 has no memory");
    context->sax->internalSubset = on_doctype;
    document = xmlCtxtReadMemory(context, text, (int)strlen(text), NULL, "UTF-8",
                                 XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_HUGE);
    xmlFreeParserCtxt(context);
    return document;
}

GazComparison *gaz_texts_compare(const char *was, const char *is, GError **error)
{
    xmlDocPtr before = parse(was), now = parse(is);
    GazComparison *comparison = NULL;

    if (before != NULL && now != NULL)
        comparison = gaz_compare(xmlDocGetRootElement(before), xmlDocGetRootElement(now));
    else
        refuse(error, GAZ_RECORD_TREES, "a text of the record is not XML");
    xmlFreeDoc(before);
    xmlFreeDoc(now);
    return comparison;
}

GazComparison *gaz_announced_compare(const char *old_root, const GazAnnounced *old, const char *new_root,
                                     const GazAnnounced *new, GError **error)
{
    g_autofree char *was = gaz_announced_read(old_root, old, error);
    g_autofree char *is = was == NULL ? NULL : gaz_announced_read(new_root, new, error);

    return is == NULL ? NULL : gaz_texts_compare(was, is, error);
}
