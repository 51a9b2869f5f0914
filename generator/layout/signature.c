/* signature.c - who signs and when (GB/T 9704 7.3.5). */
#include "layout/signature.h"

#include "layout/blocks.h"
#include "layout/pace.h"
#include "layout/seals.h"

static double width_of(GazFlow *flow, const GazNode *node)
{
    g_autoptr(GazParagraph) line = node == NULL ? NULL : gaz_blocks_single(flow, node);

    return line == NULL ? 0 : line->widest;
}

/* The date that belongs to a signature: the next node. */
static const GazNode *date_after(const GazNode *signature)
{
    return signature->next != NULL && signature->next->kind == GAZ_NODE_DATE ? signature->next : NULL;
}

/* 7.3.5.2, without seal: the longest name ends two 字 from the right, and the date begins two 字 right of the
 * name's first letter; where the date is the longer one, it is the date that ends two 字 from the right. */
static double name_left(GazFlow *flow, const GazNode *signature)
{
    double right = flow->left + flow->width - 2 * GAZ_CELL, longest = 0;
    double date_width = width_of(flow, date_after(signature));

    for (const GazNode *name = signature->first; name != NULL; name = name->next)
        longest = MAX(longest, width_of(flow, name));
    return right - (date_width > longest ? date_width + 2 * GAZ_CELL : longest);
}

/* 7.3.5.2: one empty line below the text; joint: the lead first, one a line. The date stays with the names.
 */
static void without_seals(GazFlow *flow, const GazNode *node, const GazNode *date)
{
    double pitch = gaz_blocks_pitch(flow, node->language), left = name_left(flow, node);
    unsigned lines = date == NULL ? 1 : 2;

    for (const GazNode *name = node->first; name != NULL; name = name->next)
        lines++;
    /* The last line's leading may hang below the type area. */
    if (!gaz_flow_need(flow, (lines - 1) * pitch + gaz_blocks_setting(flow, node->language).size))
        flow->y += pitch;
    for (const GazNode *name = node->first; name != NULL; name = name->next) {
        g_autoptr(GazParagraph) line = gaz_blocks_single(flow, name);

        gaz_blocks_place_single(flow, line, name, left);
    }
    if (date != NULL) {
        g_autoptr(GazParagraph) line = gaz_blocks_single(flow, date);

        gaz_blocks_place_single(flow, line, date, left + 2 * GAZ_CELL);
    }
}

void gaz_signature_layout(GazFlow *flow, const GazNode *node)
{
    if (gaz_seals_sign(node))
        gaz_seals_layout_signatures(flow, node, date_after(node));
    else if (gaz_seals_wanted(node))
        gaz_seals_layout(flow, node, date_after(node));
    else
        without_seals(flow, node, date_after(node));
    gaz_pace_signed(flow);
}

/* A date without a signature before it. */
void gaz_signature_date(GazFlow *flow, const GazNode *node)
{
    g_autoptr(GazParagraph) line = gaz_blocks_single(flow, node);

    gaz_blocks_place_single(flow, line, node, flow->left + flow->width - 2 * GAZ_CELL - line->widest);
}
