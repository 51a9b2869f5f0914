/* known.c - a table. */
#include "document/known.h"

struct GazKnownDocuments {
    GHashTable *sums; /* const GazDocument * to GazSum * */
};

GazKnownDocuments *gaz_known_documents_new(void)
{
    GazKnownDocuments *known = g_new0(GazKnownDocuments, 1);

    known->sums = g_hash_table_new_full(g_direct_hash, g_direct_equal, NULL, g_free);
    return known;
}

void gaz_known_documents_free(GazKnownDocuments *known)
{
    if (known == NULL)
        return;
    g_hash_table_unref(known->sums);
    g_free(known);
}

const GazSum *gaz_known_document(GazKnownDocuments *known, const GazDocument *document)
{
    GazSum *sum = g_hash_table_lookup(known->sums, document);

    if (sum != NULL)
        return sum;
    sum = g_new(GazSum, 1);
    *sum = gaz_document_sum(document);
    g_hash_table_insert(known->sums, (void *)(guintptr)document, sum);
    return sum;
}
