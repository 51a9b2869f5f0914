/* chain.h - the manifests of a record, one after the other, each naming the sum of the one before it.
 *
 * A record stands in the folder `record` of what it is the record of: the website (site/record), which
 * everyone may copy with it, and apart from it the interview notices (interviews/record), which are not
 * public. In it:
 * - manifests/0001.json, 0002.json ..., the chain;
 * - manifests/0002.json.asc, .sig, signatures, put there by the office, never written here;
 * - trees/ID.v1.xml, the text of every version announced. */
#ifndef GAZETTE_PUBLISH_CHAIN_H
#define GAZETTE_PUBLISH_CHAIN_H
#include "publish/manifest.h"

#define GAZ_RECORD_FOLDER "record"
#define GAZ_RECORD_MANIFESTS GAZ_RECORD_FOLDER "/manifests"
#define GAZ_RECORD_TREES GAZ_RECORD_FOLDER "/trees"

typedef struct {
    GPtrArray *manifests;  /* of GazManifest *, in their order; as read, at least one */
    GPtrArray *texts;      /* of char *: the bytes of each */
    GPtrArray *sums;       /* of char *: of each */
    GPtrArray *signatures; /* of char *: "0002.json.asc" */
} GazChain;

GazChain *gaz_chain_new(void); /* empty; yours: gaz_chain_free() */

/* Whether there is a record in `root`. */
bool gaz_chain_exists(const char *root);

/* Reads the record in `root`, which messages name `shown` ("site/", or "" for the folder itself), and checks
 * that it is whole: no manifest missing or unreadable, each naming the one before it, and no notice that a
 * manifest lists dropped or altered by the next. NULL after a fault in `report`, or with `error` set where
 * the machine fails. Yours: gaz_chain_free(). */
GazChain *gaz_chain_read(const char *root, const char *shown, GazReport *report, GError **error);
void gaz_chain_free(GazChain *chain);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(GazChain, gaz_chain_free)

/* The newest manifest; lent. */
const GazManifest *gaz_chain_newest(const GazChain *chain);

/* Checks that every file the newest manifest lists is there as announced. Names of files that aren't go into
 * `told` as well (NULL: nowhere), which takes copies. False with `error` set where the machine fails. */
bool gaz_chain_check_files(const GazChain *chain, const char *root, const char *shown, GHashTable *told,
                           GazReport *report, GError **error);

/* Whether `name` is that of a manifest's signature, which the office adds: "record/manifests/0002.json.asc".
 */
bool gaz_is_signature(const char *name);

#endif
