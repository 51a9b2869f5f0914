/* boxes.c - classes, cells, trims between neighbours, gaps, and where a line may end. */
#include "layout/boxes.h"

#include <string.h>

static bool is_one_of(gunichar character, const char *set)
{
    return character != 0 && g_utf8_strchr(set, -1, character) != NULL;
}

static GazClass class_of(gunichar character, GazLanguage language)
{
    if (g_unichar_isspace(character))
        return GAZ_CLASS_SPACE;
    if (character == '/')
        return GAZ_CLASS_SLASH;
    if (character < 0x2000)
        return character == 0xB7 ? GAZ_CLASS_MID : GAZ_CLASS_LATIN;
    if (language == GAZ_EN && character < 0x2E80)
        return GAZ_CLASS_LATIN;
    if (is_one_of(character, "“‘（《〈〔【「『［"))
        return GAZ_CLASS_OPEN;
    if (is_one_of(character, "”’）》〉〕】」』］"))
        return GAZ_CLASS_CLOSE;
    if (is_one_of(character, "，、；："))
        return GAZ_CLASS_PAUSE;
    if (is_one_of(character, "。！？"))
        return GAZ_CLASS_STOP;
    if (is_one_of(character, "·～－–"))
        return GAZ_CLASS_MID;
    if (is_one_of(character, "—…"))
        return GAZ_CLASS_DASH;
    return character < 0x2E80 ? GAZ_CLASS_LATIN : GAZ_CLASS_HAN;
}

/* A word goes on where Latin follows Latin; a hyphen or @ ends it, so that long addresses can part there. */
static bool continues_word(const GazBox *box, const GazPiece *piece, gunichar next, GazClass class)
{
    return box->class == GAZ_CLASS_LATIN && class == GAZ_CLASS_LATIN && box->piece == piece &&
           !is_one_of(box->last, "-@–") && next != 0x2014;
}

static void widen_to_cell(GazBox *box, const GazSetting *setting)
{
    if (setting->cell > 0 && box->width > 0.9 * setting->size && box->width < 1.1 * setting->size)
        box->width = setting->cell;
}

static double blank_of(const GazBox *box, const GazSetting *setting)
{
    return box->width > 0.9 * setting->size ? box->width / 2 : 0;
}

static double give_of(const GazBox *box, const GazSetting *setting)
{
    switch (box->class) {
    case GAZ_CLASS_OPEN:
    case GAZ_CLASS_CLOSE:
    case GAZ_CLASS_PAUSE:
    case GAZ_CLASS_STOP:
        return blank_of(box, setting);
    case GAZ_CLASS_SPACE:
        return MAX(0, box->width - setting->size / 4);
    default:
        return 0;
    }
}

static void add_cluster(GArray *boxes, const GazShaped *shaped, const GazPiece *piece, const GazRun *run,
                        const PangoGlyphItemIter *at, const GazSetting *setting)
{
    gunichar character = g_utf8_get_char(shaped->text + at->start_index);
    GazClass class = class_of(character, run->language);
    GazBox box = {shaped,
                  piece,
                  run,
                  at->start_index,
                  at->end_index,
                  at->start_glyph,
                  at->end_glyph - at->start_glyph,
                  character,
                  character,
                  class,
                  0,
                  0,
                  0,
                  0,
                  false};
    GazBox *before = boxes->len > 0 ? &g_array_index(boxes, GazBox, boxes->len - 1) : NULL;

    for (int i = at->start_glyph; i < at->end_glyph; i++)
        box.width += piece->item.glyphs->glyphs[i].geometry.width / (double)PANGO_SCALE;
    if (before != NULL && continues_word(before, piece, character, class)) {
        before->end = box.end;
        before->glyph_count += box.glyph_count;
        before->width += box.width;
        before->last = character;
        return;
    }
    widen_to_cell(&box, setting);
    g_array_append_val(boxes, box);
}

static GazFace face_of(const GazRun *run, const GazSetting *setting)
{
    if (run->style & GAZ_RUN_STRONG)
        return run->language == GAZ_ZH ? setting->faces[2] : GAZ_FACE_LATIN_BOLD;
    if (run->language == GAZ_EN && run->style & GAZ_RUN_EMPHASIS)
        return GAZ_FACE_LATIN_ITALIC;
    return setting->faces[run->language == GAZ_ZH ? 0 : 1];
}

static void add_run(GArray *boxes, GazFonts *fonts, const GazRun *run, const GazSetting *setting)
{
    double size =
        run->note != NULL ? setting->size * 0.7 : setting->size; /* a mark is set small and raised */
    const GazShaped *shaped = gaz_fonts_shape(fonts, run->text, face_of(run, setting), size, run->language);

    for (unsigned i = 0; i < shaped->count; i++) {
        PangoGlyphItemIter at;
        PangoGlyphItem *item = (PangoGlyphItem *)&shaped->pieces[i].item;

        for (gboolean more = pango_glyph_item_iter_init_start(&at, item, shaped->text); more;
             more = pango_glyph_item_iter_next_cluster(&at))
            add_cluster(boxes, shaped, &shaped->pieces[i], run, &at, setting);
    }
}

static bool is_mark(GazClass class)
{
    return class == GAZ_CLASS_CLOSE || class == GAZ_CLASS_PAUSE || class == GAZ_CLASS_STOP;
}

static bool is_dense(GazClass class)
{
    return class == GAZ_CLASS_LATIN || class == GAZ_CLASS_SLASH;
}

/* clreq, neighbours: of two marks that turn blanks to each other, one blank goes. */
static void trim_pair(GazBox *one, GazBox *two)
{
    if (is_mark(one->class) && is_mark(two->class) && one->shrink > 0) {
        one->width -= one->shrink;
        one->shrink = 0;
    } else if (two->class == GAZ_CLASS_OPEN && (is_mark(one->class) || one->class == GAZ_CLASS_OPEN) &&
               two->shrink > 0) {
        two->width -= two->shrink;
        two->offset += two->shrink;
        two->shrink = 0;
    }
}

static bool is_unit(gunichar character)
{
    return is_one_of(character, "年月日时分号天条家吨万米个项起批％%");
}

static bool parts_number(const GazBox *one, const GazBox *two)
{
    if (g_unichar_isdigit(one->last) && is_unit(two->first))
        return true;
    if (g_unichar_isdigit(two->first) && is_one_of(one->last, "年月〕第￥"))
        return true;
    return false;
}

static bool may_part(const GazBox *one, const GazBox *two)
{
    if (two->class == GAZ_CLASS_SPACE)
        return false;
    if (one->class == GAZ_CLASS_SPACE)
        return true;
    if (one->class == GAZ_CLASS_OPEN || is_mark(two->class) || two->class == GAZ_CLASS_MID)
        return false;
    if (one->class == GAZ_CLASS_SLASH || two->class == GAZ_CLASS_SLASH)
        return false;
    if (one->class == GAZ_CLASS_DASH && two->class == GAZ_CLASS_DASH)
        return false;
    if (one->class == GAZ_CLASS_LATIN && two->class == GAZ_CLASS_LATIN)
        return is_one_of(one->last, "-@–") && !g_unichar_isdigit(two->first);
    if (two->run->note != NULL)
        return false;
    return !parts_number(one, two);
}

static void pair(GazBox *one, GazBox *two, const GazSetting *setting)
{
    bool meets = (one->class == GAZ_CLASS_HAN && g_unichar_isalnum(two->first) && is_dense(two->class)) ||
                 (is_dense(one->class) && g_unichar_isalnum(one->last) && two->class == GAZ_CLASS_HAN);

    trim_pair(one, two);
    one->may_break = may_part(one, two);
    if (meets && two->run->note == NULL)
        two->gap = setting->size / 4;
}

GArray *gaz_boxes_new(GazFonts *fonts, const GazRun *runs, const GazSetting *setting)
{
    GArray *boxes = g_array_new(FALSE, TRUE, sizeof(GazBox));

    for (const GazRun *run = runs; run != NULL; run = run->next)
        add_run(boxes, fonts, run, setting);
    for (unsigned i = 0; i < boxes->len; i++) {
        GazBox *box = &g_array_index(boxes, GazBox, i);

        box->shrink = give_of(box, setting);
    }
    for (unsigned i = 1; i < boxes->len; i++)
        pair(&g_array_index(boxes, GazBox, i - 1), &g_array_index(boxes, GazBox, i), setting);
    if (boxes->len > 0)
        g_array_index(boxes, GazBox, boxes->len - 1).may_break = true;
    return boxes;
}
