/* known.c - a table. */
#include "document/known.h"

struct GazKnownDocuments {
    GHashTable *keys; /* const GazDocument * to GazKey * */
};

GazKnownDocuments *gaz_known_documents_new(void)
{
    GazKnownDocuments *known = g_new0(GazKnownDocuments, 1);

    known->keys = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    return known;
}

void gaz_known_documents_free(GazKnownDocuments *known)
{
    if (known == NULL)
        return;
    g_hash_table_unref(known->keys);
    g_free(known);
}

const GazKey *gaz_known_document(GazKnownDocuments *known, const GazDocument *document)
{
    GazKey *key = g_hash_table_lookup(known->keys, document);

    if (key != NULL)
        return key;
    key = g_new(GazKey, 1);
    *key = gaz_document_key(document);
    g_hash_table_insert(known->keys, (void *)(guintptr)document, key);
    return key;
}
