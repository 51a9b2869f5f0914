/* faults.c - the ids are stable: scripts depend on them. */
#include "publish/faults.h"

const GazFaultKind gaz_publish_faults[GAZ_PUBLISH_FAULTS] = {
    [GAZ_PUBLISH_SUMS_MISSING] = {"sums-missing", NULL, "there is no SHA256SUMS to compare with"},
    [GAZ_PUBLISH_SUMS_LINE] = {"sums-line", NULL, "not a line of SHA256SUMS"},
    [GAZ_PUBLISH_FILE_MISSING] = {"file-gone", NULL, "the file is missing"},
    [GAZ_PUBLISH_FILE_EXTRA] = {"file-extra", NULL, "nothing lists this file"},
    [GAZ_PUBLISH_FILE_CHANGED] = {"file-changed", NULL, "the file is not the one published"},
    [GAZ_PUBLISH_RECORD_MISSING] = {"record-missing", NULL, "there is no record of what was announced"},
    [GAZ_PUBLISH_MANIFEST_FAULTY] = {"manifest-faulty", NULL, "not a manifest"},
    [GAZ_PUBLISH_MANIFEST_GAP] = {"manifest-gap", NULL, "a manifest of the chain is missing"},
    [GAZ_PUBLISH_CHAIN_BROKEN] = {"chain-broken", NULL,
                                  "not the sum of the manifest before it: that one was edited or replaced"},
    [GAZ_PUBLISH_NOTICE_DROPPED] = {"notice-dropped", NULL,
                                    "a notice of the manifest before it is no longer listed"},
    [GAZ_PUBLISH_NOTICE_ALTERED] = {"notice-altered", NULL,
                                    "not what the manifest before it says of the same notice"},
    [GAZ_PUBLISH_NOTICE_FILE] = {"notice-file", NULL, "not the file that was announced"},
    [GAZ_PUBLISH_ANNOUNCED_CHANGED] = {"announced-changed", NULL, "this was announced otherwise"},
    [GAZ_PUBLISH_ANNOUNCED_LAYOUT] = {"announced-layout", NULL,
                                      "the text is as announced, but the file would be another"},
    [GAZ_PUBLISH_ANNOUNCED_MISSING] = {"announced-missing", NULL,
                                       "a notice already announced would be missing"},
};
