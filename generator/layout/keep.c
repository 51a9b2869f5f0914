/* keep.c - lines, headings and endings that stay together. */
#include "layout/keep.h"

#include "layout/blocks.h"

/* How many lines of a paragraph of `count` stay together at its beginning: a page doesn't begin with a last
 * line; in English it doesn't end with a first one either. */
static unsigned first_lines(unsigned count, GazLanguage language)
{
    if (language == GAZ_ZH)
        return count == 2 ? 2 : 1;
    return MIN(count, count == 3 ? 3 : 2);
}

void gaz_keep_line(GazFlow *flow, unsigned i, unsigned count, const GazSetting *setting, double pitch)
{
    bool bare = flow->bare && i == 0 && count > 1; /* 7.3.3: page 1 shows a line of the text in any case */
    unsigned first = bare ? 1 : first_lines(count, setting->language);
    bool last = !bare && count - i <= (i == 0 ? first : 2);
    unsigned together = last ? count - i : i == 0 ? first : 1;
    double height = (together - 1) * pitch + setting->size;

    gaz_flow_need(flow, last && flow->ending > 0 ? together * pitch + flow->ending : height);
}

/* A line such as 经查： that what follows begins. */
static bool leads_on(const GazNode *node)
{
    g_autofree char *text = node->kind == GAZ_NODE_PARAGRAPH ? gaz_node_text(node) : NULL;

    return text != NULL && (g_str_has_suffix(text, "：") || g_str_has_suffix(text, ":"));
}

/* Height of text that stays together, and how far it goes on: whether with the next node. */
static double least_of_text(const GazFlow *flow, const GazNode *node, bool *goes_on)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    g_autoptr(GazParagraph) text = gaz_paragraph_new(flow->fonts, node->runs, &setting);
    unsigned count = text->lines->len, first = first_lines(count, node->language);
    double pitch = gaz_blocks_pitch(flow, node->language), ending = 0;

    *goes_on = first >= count && leads_on(node);
    if (first >= count && !*goes_on)
        ending = gaz_keep_ending(flow, node, 0);
    return (MAX(first, 1) - 1) * pitch + (*goes_on || ending > 0 ? pitch : setting.size) + ending;
}

static const GazNode *innermost_first(const GazNode *node)
{
    while (node->first != NULL &&
           (node->kind == GAZ_NODE_LIST || node->kind == GAZ_NODE_ITEM || node->kind == GAZ_NODE_FACTS))
        node = node->first;
    return node;
}

/* A chain of headings or colons is followed so far, and no farther: longer ones don't fit on a page anyway.
 */
double gaz_keep_least(const GazFlow *flow, const GazNode *node)
{
    double height = 0;
    bool goes_on = true;

    for (unsigned links = 0; goes_on && node != NULL && links < 6; links++, node = node->next) {
        double pitch = gaz_blocks_pitch(flow, node->language);

        node = innermost_first(node);
        if (node->kind == GAZ_NODE_HEADING) {
            height += pitch * (node->language == GAZ_ZH ? 1 : 1.5);
            continue;
        }
        goes_on = false;
        height += node->runs == NULL ? pitch : least_of_text(flow, node, &goes_on);
    }
    return height;
}

/* [pt] from the next line to the lower edge of all from `first` on, set on a page that is thrown away. */
static double measure(const GazFlow *flow, const GazNode *first)
{
    g_autoptr(GHashTable) reached = g_hash_table_new(g_str_hash, g_str_equal);
    g_autoptr(GHashTable) noted = g_hash_table_new(NULL, NULL);
    g_autoptr(GPtrArray) linked = g_ptr_array_new();
    GazFlow trial = *flow;
    double leading = gaz_blocks_pitch(flow, first->language) - gaz_blocks_setting(flow, first->language).size;

    trial.measuring = true;
    trial.taken = 0;
    trial.reached = reached;
    trial.noted = noted;
    trial.linked = linked;
    trial.page.marks = gaz_marks_new();
    gaz_blocks_from(&trial, first);
    g_array_unref(trial.page.marks);
    return MAX(trial.y - leading, trial.taken) - flow->y;
}

static bool ends_text(const GazNode *node)
{
    return node != NULL && (node->kind == GAZ_NODE_SIGNATURE || node->kind == GAZ_NODE_ANNEX_LIST);
}

static bool is_one_line(const GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);
    g_autoptr(GazParagraph) text = gaz_paragraph_new(flow->fonts, node->runs, &setting);

    return text->lines->len == 1;
}

/* A last line such as 特此公告。: it would be all the text above the signature. */
static bool is_last_line(const GazFlow *flow, const GazNode *node)
{
    return node->kind == GAZ_NODE_PARAGRAPH && ends_text(node->next) && is_one_line(flow, node);
}

/* The last fact of a list that the signature follows, such as an e-mail address. In Chinese the line pace
 * sees to it that there is text enough. */
static bool is_last_fact(const GazFlow *flow, const GazNode *node)
{
    return node->kind == GAZ_NODE_FACT && node->next == NULL && node->language == GAZ_EN &&
           is_one_line(flow, node);
}

double gaz_keep_ending(const GazFlow *flow, const GazNode *node, double inherited)
{
    double below = node->language == GAZ_EN ? GAZ_ENGLISH_SPACE : 0;

    if (node->next == NULL)
        return inherited;
    if (inherited > 0 && is_last_fact(flow, node->next))
        return gaz_blocks_pitch(flow, node->language) + below + inherited;
    if (leads_on(node) && !ends_text(node->next))
        return gaz_keep_least(flow, node->next);
    if (ends_text(node) || (!ends_text(node->next) && !is_last_line(flow, node->next)))
        return 0;
    return measure(flow, node->next) + flow->tail + below;
}
