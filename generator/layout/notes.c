/* notes.c - notes to a table: small, their number as at the mark. */
#include "layout/blocks.h"

static const double note_space = 2; /* [pt] above each */

/* Notes stand small; the number is written as at its mark. */
static GazSetting note_setting(const GazFlow *flow, const GazNode *node)
{
    GazSetting setting = gaz_blocks_setting(flow, node->language);

    setting.size = node->language == GAZ_ZH ? 9 : 8.5;
    setting.cell = 0;
    setting.indent = 0;
    setting.hang = 2 * setting.size;
    if (node->language == GAZ_ZH)
        setting.faces[0] = setting.faces[1] = GAZ_FACE_SONG; /* 仿宋 is too thin at this size */
    return setting;
}

static double note_pitch(const GazSetting *setting)
{
    return setting->size * (setting->language == GAZ_ZH ? 1.45 : 1.3);
}

static const GazRun *note_runs(const GazFlow *flow, const GazNode *node)
{
    GazNode numbered = *node;

    if (node->number != NULL)
        numbered.number = gaz_arena_printf(flow->arena, "[%s]", node->number);
    return gaz_blocks_numbered(flow, &numbered, " ");
}

double gaz_note_height(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = note_setting(flow, node);
    g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(flow->fonts, note_runs(flow, node), &setting);

    return paragraph->lines->len * note_pitch(&setting) + note_space;
}

void gaz_note_layout(GazFlow *flow, const GazNode *node)
{
    GazSetting setting = note_setting(flow, node);

    flow->y += note_space;
    gaz_blocks_runs(flow, node, note_runs(flow, node), &setting, "Note", note_pitch(&setting));
}
