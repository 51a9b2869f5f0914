/* align.c - first what occurs once in both, the longest run of it in the same order standing for the frame
 * (patience diff); then, between two members of the frame, what is equal or alike. Small stretches are
 * weighed exactly, large ones taken in order, so that the work stays near to linear whatever comes. */
#include "document/align.h"

#include <string.h>

enum {
    STRETCH = 4096, /* pairs weighed at most between two members of the frame */
    EQUAL = 100000, /* weight of an equal pair; an alike one weighs its share of PERCENT */
    PERCENT = 100,
    ALIKE = 35 /* [%] of the longer text that must be common at its ends */
};

typedef struct {
    unsigned was, is; /* how often */
    int last_was, last_is;
} Count;

typedef struct {
    const GPtrArray *was, *is;
    GazAlignment *alignment;
    bool pair;
} Work;

static const GazAligned *member(const GPtrArray *members, int index)
{
    return members->pdata[index];
}

static void join(GazAlignment *alignment, int was, int is)
{
    alignment->was[was] = is;
    alignment->is[is] = was;
}

static Count *count_of(GHashTable *counts, const char *key)
{
    Count *count = g_hash_table_lookup(counts, key);

    if (count == NULL) {
        count = g_new0(Count, 1);
        g_hash_table_insert(counts, (gpointer)key, count);
    }
    return count;
}

/* Joins the keys that occur once in both. */
static void join_unique(const Work *work)
{
    g_autoptr(GHashTable) counts = g_hash_table_new_full(NULL, NULL, NULL, g_free);

    for (int i = 0; i < (int)work->was->len; i++) {
        Count *count = count_of(counts, member(work->was, i)->key);

        count->was++;
        count->last_was = i;
    }
    for (int i = 0; i < (int)work->is->len; i++) {
        Count *count = count_of(counts, member(work->is, i)->key);

        count->is++;
        count->last_is = i;
    }
    for (int i = 0; i < (int)work->was->len; i++) {
        const Count *count = g_hash_table_lookup(counts, member(work->was, i)->key);

        if (count->was == 1 && count->is == 1)
            join(work->alignment, i, count->last_is);
    }
    work->alignment->steps += work->was->len + work->is->len;
}

/* The place of `is` among the ends of the runs found so far. */
static unsigned end_before(const GazAlignment *alignment, const int *ends, unsigned count, int is)
{
    unsigned low = 0, high = count;

    while (low < high) {
        unsigned middle = (low + high) / 2;

        if (alignment->was[ends[middle]] < is)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Of what is joined, the longest part in the same order stays; the rest has moved. */
static void mark_moved(const Work *work)
{
    GazAlignment *alignment = work->alignment;
    g_autofree int *ends = g_new(int, work->was->len + 1), *before = g_new(int, work->was->len + 1);
    unsigned length = 0;

    for (int i = 0; i < (int)work->was->len; i++) {
        unsigned at;

        if (alignment->was[i] == GAZ_UNALIGNED)
            continue;
        at = end_before(alignment, ends, length, alignment->was[i]);
        before[i] = at == 0 ? GAZ_UNALIGNED : ends[at - 1];
        ends[at] = i;
        length = MAX(length, at + 1);
        alignment->moved[alignment->was[i]] = true;
    }
    for (int i = length == 0 ? GAZ_UNALIGNED : ends[length - 1]; i != GAZ_UNALIGNED; i = before[i])
        alignment->moved[alignment->was[i]] = false;
}

/* [%] of the longer text that both begin and end with. */
static int likeness(const char *one, const char *other)
{
    size_t first = strlen(one), second = strlen(other), shorter = MIN(first, second), start = 0, end = 0;

    while (start < shorter && one[start] == other[start])
        start++;
    while (end < shorter - start && one[first - end - 1] == other[second - end - 1])
        end++;
    return first + second == 0 ? PERCENT : (int)(PERCENT * (start + end) / MAX(first, second));
}

static int weigh(const Work *work, int was, int is)
{
    const GazAligned *one = member(work->was, was), *other = member(work->is, is);
    int alike;

    if (one->key == other->key)
        return EQUAL;
    if (!work->pair || strcmp(one->kind, other->kind) != 0)
        return 0;
    alike = likeness(one->text, other->text);
    return alike < ALIKE ? 0 : alike;
}

/* Members of one stretch that are not joined yet. */
static GArray *rest_of(const int *joined, int from, int to)
{
    GArray *rest = g_array_new(FALSE, FALSE, sizeof(int));

    for (int i = from; i < to; i++)
        if (joined[i] == GAZ_UNALIGNED)
            g_array_append_val(rest, i);
    return rest;
}

#define AT(array, index) g_array_index((array), int, (index))

/* The heaviest pairs in the same order: best[i][j] is what the members from i and j on can weigh. */
static void join_heaviest(const Work *work, const GArray *was, const GArray *is)
{
    unsigned width = is->len + 1;
    g_autofree int *best = g_new0(int, (was->len + 1) * width);
    g_autofree int *weights = g_new0(int, was->len *width + 1);

    for (unsigned i = was->len; i-- > 0;)
        for (unsigned j = is->len; j-- > 0;) {
            int weight = weights[i * width + j] = weigh(work, AT(was, i), AT(is, j));
            int without = MAX(best[(i + 1) * width + j], best[i * width + j + 1]);
            int with = weight == 0 ? 0 : weight + best[(i + 1) * width + j + 1];

            best[i * width + j] = MAX(with, without);
        }
    for (unsigned i = 0, j = 0; i < was->len && j < is->len;) {
        int weight = weights[i * width + j], here = best[i * width + j];

        if (weight > 0 && here == weight + best[(i + 1) * width + j + 1])
            join(work->alignment, AT(was, i++), AT(is, j++));
        else if (here == best[(i + 1) * width + j])
            i++;
        else
            j++;
    }
    work->alignment->steps += was->len * is->len;
}

/* A stretch too large to weigh: each with the next of its kind that is equal or alike. */
static void join_in_order(const Work *work, const GArray *was, const GArray *is)
{
    for (unsigned i = 0; i < MIN(was->len, is->len); i++)
        if (weigh(work, AT(was, i), AT(is, i)) > 0)
            join(work->alignment, AT(was, i), AT(is, i));
    work->alignment->steps += MIN(was->len, is->len);
}

static void join_stretch(const Work *work, int was_from, int was_to, int is_from, int is_to)
{
    g_autoptr(GArray) was = rest_of(work->alignment->was, was_from, was_to);
    g_autoptr(GArray) is = rest_of(work->alignment->is, is_from, is_to);

    if (was->len == 0 || is->len == 0)
        return;
    if ((gsize)was->len * is->len <= STRETCH)
        join_heaviest(work, was, is);
    else
        join_in_order(work, was, is);
}

/* Between one member of the frame and the next. */
static void join_stretches(const Work *work)
{
    const GazAlignment *alignment = work->alignment;
    int was_from = 0, is_from = 0;

    for (int i = 0; i < (int)work->was->len; i++) {
        int is = alignment->was[i];

        if (is == GAZ_UNALIGNED || is < is_from || alignment->moved[is])
            continue;
        join_stretch(work, was_from, i, is_from, is);
        was_from = i + 1;
        is_from = is + 1;
    }
    join_stretch(work, was_from, (int)work->was->len, is_from, (int)work->is->len);
}

/* What is equal and still alone has moved too. */
static void join_leftovers(const Work *work)
{
    GazAlignment *alignment = work->alignment;
    g_autoptr(GHashTable) alone = g_hash_table_new(NULL, NULL); /* key to index + 1 of an old member */

    for (int i = (int)work->was->len - 1; i >= 0; i--)
        if (alignment->was[i] == GAZ_UNALIGNED)
            g_hash_table_insert(alone, (gpointer)member(work->was, i)->key, GINT_TO_POINTER(i + 1));
    for (int i = 0; i < (int)work->is->len; i++) {
        const char *key = member(work->is, i)->key;
        int was = GPOINTER_TO_INT(g_hash_table_lookup(alone, key)) - 1;

        if (alignment->is[i] != GAZ_UNALIGNED || was < 0)
            continue;
        join(alignment, was, i);
        alignment->moved[i] = true;
        g_hash_table_remove(alone, key);
    }
}

static int *unaligned(unsigned count)
{
    int *indices = g_new(int, count + 1);

    for (unsigned i = 0; i <= count; i++)
        indices[i] = GAZ_UNALIGNED;
    return indices;
}

GazAlignment gaz_align(const GPtrArray *was, const GPtrArray *is, bool pair)
{
    GazAlignment alignment = {.was = unaligned(was->len),
                              .is = unaligned(is->len),
                              .moved = g_new0(bool, is->len + 1),
                              .was_count = was->len,
                              .is_count = is->len};
    Work work = {was, is, &alignment, pair};

    join_unique(&work);
    mark_moved(&work);
    join_stretches(&work);
    join_leftovers(&work);
    return alignment;
}

void gaz_alignment_clear(GazAlignment *alignment)
{
    g_free(alignment->was);
    g_free(alignment->is);
    g_free(alignment->moved);
    *alignment = (GazAlignment){0};
}
