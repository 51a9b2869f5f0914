/* faults.h - what can be wrong with a publication, or a copy of one. */
#ifndef GAZETTE_PUBLISH_FAULTS_H
#define GAZETTE_PUBLISH_FAULTS_H
#include "base/report.h"

typedef enum {
    /* files */
    GAZ_PUBLISH_SUMS_MISSING,
    GAZ_PUBLISH_SUMS_LINE,
    GAZ_PUBLISH_FILE_MISSING,
    GAZ_PUBLISH_FILE_EXTRA,
    GAZ_PUBLISH_FILE_CHANGED,
    /* the record */
    GAZ_PUBLISH_RECORD_MISSING,
    GAZ_PUBLISH_MANIFEST_FAULTY,
    GAZ_PUBLISH_MANIFEST_GAP,
    GAZ_PUBLISH_CHAIN_BROKEN,
    GAZ_PUBLISH_NOTICE_DROPPED,
    GAZ_PUBLISH_NOTICE_ALTERED,
    GAZ_PUBLISH_NOTICE_FILE,
    /* a build that would change what was announced */
    GAZ_PUBLISH_ANNOUNCED_CHANGED,
    GAZ_PUBLISH_ANNOUNCED_LAYOUT,
    GAZ_PUBLISH_ANNOUNCED_MISSING,
    GAZ_PUBLISH_FAULTS
} GazPublishFault;

extern const GazFaultKind gaz_publish_faults[GAZ_PUBLISH_FAULTS];

#endif
