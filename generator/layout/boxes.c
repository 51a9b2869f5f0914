/* boxes.c - classes, cells, trims between neighbours, gaps, and where a line may end. */
#include "layout/boxes.h"

#include "layout/words.h"
#include <math.h>
#include <string.h>

/* Costs of ending a line: in the units of paragraph.c, where a line stretched by a tenth of an em costs 100.
 */
static const double part_never = INFINITY, part_number = 30000, part_word = 40, part_kept = 60,
                    part_date = 100, part_address = 50, part_torn = 2000;

static bool is_one_of(gunichar character, const char *set)
{
    return character != 0 && g_utf8_strchr(set, -1, character) != NULL;
}

static bool is_ideograph(gunichar character)
{
    return character >= 0x3400 && character < 0xA000;
}

static GazClass class_of_mark(gunichar character)
{
    static const struct {
        const char *marks;
        GazClass class;
    } classes[] = {
        {"“‘（《〈〔【「『［", GAZ_CLASS_OPEN},
        {"”’）》〉〕】」』］", GAZ_CLASS_CLOSE},
        {"，、；：", GAZ_CLASS_PAUSE},
        {"。！？", GAZ_CLASS_STOP},
        {"·～－–", GAZ_CLASS_MID},
        {"—…", GAZ_CLASS_DASH},
    };

    if (is_ideograph(character)) /* most are, and none is a mark */
        return GAZ_CLASS_HAN;
    for (unsigned i = 0; i < G_N_ELEMENTS(classes); i++)
        if (is_one_of(character, classes[i].marks))
            return classes[i].class;
    return character < 0x2E80 ? GAZ_CLASS_LATIN : GAZ_CLASS_HAN;
}

static GazClass class_of(gunichar character, GazLanguage language)
{
    if (character == 0xA0)
        return GAZ_CLASS_LATIN; /* a blank that keeps its neighbours together */
    if (g_unichar_isspace(character))
        return GAZ_CLASS_SPACE;
    if (character == '/')
        return GAZ_CLASS_SLASH;
    if (character < 0x2000)
        return character == 0xB7 && language == GAZ_ZH ? GAZ_CLASS_MID : GAZ_CLASS_LATIN;
    if (language == GAZ_EN && character < 0x2E80)
        return GAZ_CLASS_LATIN; /* English quotes and dashes are letters of their word */
    return class_of_mark(character);
}

static bool is_mark(GazClass class)
{
    return class == GAZ_CLASS_CLOSE || class == GAZ_CLASS_PAUSE || class == GAZ_CLASS_STOP;
}

static bool is_dense(GazClass class)
{
    return class == GAZ_CLASS_LATIN || class == GAZ_CLASS_SLASH;
}

/* A note's mark is set small. */
static double size_of(const GazRun *run, const GazSetting *setting)
{
    return run->note != NULL ? setting->size * 0.7 : setting->size;
}

/* Full-width characters take the grid's cell; an interpunct takes half an em, whatever its face gives it. */
static void fit_to_cell(GazBox *box, const GazSetting *setting, double size)
{
    double cell = setting->cell > 0 ? setting->cell : size;

    if (box->class == GAZ_CLASS_MID && box->first == 0xB7) {
        box->offset = (box->width - size / 2) / 2;
        box->width = size / 2;
        return;
    }
    if (box->width < 0.9 * size || box->width > 1.1 * size || box->class == GAZ_CLASS_LATIN)
        return;
    if (setting->cell > 0 && box->run->note == NULL)
        box->width = cell;
    if (box->class == GAZ_CLASS_OPEN || is_mark(box->class))
        box->give = box->width / 2;
}

/* A web or email address, of which a line may end after some marks, and before @. */
static bool is_in_address(const GazBox *box)
{
    const char *link = box->run->link;

    return link != NULL && (g_str_has_prefix(link, "http") || g_str_has_prefix(link, "mailto:"));
}

static bool may_part_address(const GazBox *one, const GazBox *two)
{
    if (!is_in_address(one) || one->run != two->run)
        return false;
    return two->first == '@' || (is_one_of(one->last, ".-_?&=") && g_unichar_isalnum(two->first));
}

/* A word goes on where Latin follows Latin in one font, unless it is wider than any line. */
static bool continues_word(const GazBox *box, const GazBox *next, const GazSetting *setting)
{
    if (box->class != GAZ_CLASS_LATIN || next->class != GAZ_CLASS_LATIN || box->piece != next->piece)
        return false;
    if (may_part_address(box, next))
        return false;
    if (setting->measure > 0 && box->width + next->width > setting->measure * 0.98)
        return false;
    /* After a hyphen or a dash between letters a line may end. */
    return !is_one_of(box->last, "-–—@") || g_unichar_isdigit(next->first);
}

static void add_cluster(GArray *boxes, const GazBox *cluster, const GazSetting *setting)
{
    GazBox *before = boxes->len > 0 ? &g_array_index(boxes, GazBox, boxes->len - 1) : NULL;
    GazBox box = *cluster;

    for (int i = 0; i < box.glyph_count; i++)
        box.width += box.piece->item.glyphs->glyphs[box.glyph + i].geometry.width / (double)PANGO_SCALE;
    if (before != NULL && continues_word(before, &box, setting)) {
        before->end = box.end;
        before->glyph_count += box.glyph_count;
        before->width += box.width;
        before->last = box.last;
        return;
    }
    fit_to_cell(&box, setting, size_of(box.run, setting));
    if (box.fixed)
        box.give = 0;
    if (box.class == GAZ_CLASS_SPACE)
        box.give = MAX(0, box.width - size_of(box.run, setting) / 5);
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
    const GazShaped *shaped =
        gaz_fonts_shape(fonts, run->text, face_of(run, setting), size_of(run, setting), run->language);

    for (unsigned i = 0; i < shaped->count; i++) {
        PangoGlyphItemIter at;
        PangoGlyphItem *item = (PangoGlyphItem *)&shaped->pieces[i].item; /* only read */

        for (gboolean more = pango_glyph_item_iter_init_start(&at, item, shaped->text); more;
             more = pango_glyph_item_iter_next_cluster(&at)) {
            gunichar first = g_utf8_get_char(shaped->text + at.start_index);
            const char *end = g_utf8_prev_char(shaped->text + at.end_index);
            GazBox box = {.shaped = shaped,
                          .piece = &shaped->pieces[i],
                          .run = run,
                          .start = at.start_index,
                          .end = at.end_index,
                          .glyph = at.start_glyph,
                          .glyph_count = at.end_glyph - at.start_glyph,
                          .first = first,
                          .last = g_utf8_get_char(end),
                          .class = class_of(first, run->language),
                          .fixed = (run->style & GAZ_RUN_FIXED) != 0};

            add_cluster(boxes, &box, setting);
        }
    }
}

/* clreq: of two marks that turn blanks to each other, one blank goes; brackets stay near what they hold. */
static void trim_pair(GazBox *one, GazBox *two)
{
    if (is_mark(one->class) && is_mark(two->class)) {
        one->width -= one->give;
        one->give = 0;
    } else if (two->class == GAZ_CLASS_OPEN && (is_mark(one->class) || one->class == GAZ_CLASS_OPEN)) {
        two->width -= two->give;
        two->offset += two->give;
        two->give = 0;
    }
}

static bool is_digit(gunichar character)
{
    return character < 0x80 && g_unichar_isdigit(character);
}

/* Whether a dash at `at` stands alone, as between the years of a range; —— parts from what is around it. */
static bool is_lone_dash(const GArray *boxes, unsigned at)
{
    const GazBox *box = &g_array_index(boxes, GazBox, at);

    return box->first == 0x2014 && box->end - box->start == 3 &&
           (at == 0 || box[-1].class != GAZ_CLASS_DASH) &&
           (at + 1 == boxes->len || box[1].class != GAZ_CLASS_DASH);
}

/* Between the members of a date: 2021年|9月|28日. They stay together unless the line would be torn for it. */
static bool is_date_within(const GazBox *one, const GazBox *two)
{
    return is_one_of(one->last, "年月日") && is_digit(two->first);
}

/* 28日, 120天, 第3条, 212号, 2020—2021: figures and what belongs to them. Characters of the language, not
 * wording. */
static bool is_number_within(const GArray *boxes, unsigned at)
{
    const GazBox *one = &g_array_index(boxes, GazBox, at), *two = one + 1;

    if (is_digit(one->last) && (is_one_of(two->first, "年月日时分秒号天条家吨万亿米个项起次期批届％%‰℃～") ||
                                is_lone_dash(boxes, at + 1)))
        return true;
    return is_digit(two->first) && (is_one_of(one->last, "时第件表图￥¥～－φΦ") || is_lone_dash(boxes, at));
}

static double part_between_latin(const GazBox *one, const GazBox *two)
{
    if (may_part_address(one, two))
        return part_address;
    if (is_one_of(one->last, "-–—@") && !is_digit(two->first))
        return part_kept;
    return one->piece == two->piece ? part_torn : part_never;
}

/* A blank between figures belongs to them: 0531-0000 0001. One after a figure keeps its unit or month with it
 * where the line can afford it. */
static double part_after_blank(const GArray *boxes, unsigned at)
{
    const GazBox *before = at > 0 ? &g_array_index(boxes, GazBox, at - 1) : NULL;
    const GazBox *after = &g_array_index(boxes, GazBox, at + 1);

    if (before != NULL && is_digit(before->last) && is_digit(after->first))
        return part_never;
    return before != NULL && is_digit(before->last) && before->run->language == GAZ_EN ? part_kept : 0;
}

/* After the single slash of an address; never inside http://, nor between figures as in t/d. */
static double part_at_slash(const GArray *boxes, unsigned at)
{
    const GazBox *one = &g_array_index(boxes, GazBox, at), *two = one + 1;

    if (one->class != GAZ_CLASS_SLASH || two->class == GAZ_CLASS_SLASH)
        return part_never;
    if (is_in_address(one) && one->run == two->run)
        return at > 0 && one[-1].class == GAZ_CLASS_SLASH ? part_never : part_address;
    return is_digit(two->first) ? part_never : part_torn;
}

static double part_between(const GArray *boxes, unsigned at)
{
    const GazBox *one = &g_array_index(boxes, GazBox, at), *two = one + 1;

    if (two->class == GAZ_CLASS_SPACE || two->run->note != NULL)
        return part_never;
    if (is_ideograph(one->last) && is_ideograph(two->first))
        return one->fixed ? part_kept : 0;
    if (one->class == GAZ_CLASS_SPACE)
        return part_after_blank(boxes, at);
    if (one->class == GAZ_CLASS_OPEN || is_mark(two->class) || two->class == GAZ_CLASS_MID)
        return part_never;
    if (is_one_of(one->last, "([“‘") ||
        is_one_of(two->first, ")],.;:”’")) /* Western marks, between scripts too */
        return part_never;
    if (one->class == GAZ_CLASS_SLASH || two->class == GAZ_CLASS_SLASH)
        return part_at_slash(boxes, at);
    if (one->class == GAZ_CLASS_DASH && two->class == GAZ_CLASS_DASH)
        return part_never;
    if (one->class == GAZ_CLASS_LATIN && two->class == GAZ_CLASS_LATIN)
        return part_between_latin(one, two);
    if (is_number_within(boxes, at))
        return part_number;
    if (is_date_within(one, two))
        return part_date;
    if (one->last == 0x3015 && is_digit(two->first)) /* 〔2021〕|212号 */
        return part_kept;
    return one->fixed ? part_kept : 0;
}

/* Letters and figures stand off from Han characters; %, /, brackets and the like don't. */
static bool begins_word(gunichar character)
{
    return character < 0x2E80 && g_unichar_isalnum(character);
}

static bool ends_word(gunichar character)
{
    return begins_word(character) || is_one_of(character, "%‰℃");
}

static void join_pair(GArray *boxes, unsigned at, const GazSetting *setting)
{
    GazBox *one = &g_array_index(boxes, GazBox, at), *two = one + 1;
    bool meets = (one->class == GAZ_CLASS_HAN && begins_word(two->first)) ||
                 (ends_word(one->last) && two->class == GAZ_CLASS_HAN);

    trim_pair(one, two);
    one->part = part_between(boxes, at);
    if (setting->language == GAZ_EN && one->run == two->run && one->class != GAZ_CLASS_SPACE &&
        one->run->language == GAZ_ZH)
        one->part = MAX(one->part, part_number); /* 错核〔2020〕0102: a word among English ones */
    if (meets && two->run->note == NULL && !one->fixed)
        one->gap = setting->size / 4;
}

/* A blank typed between Han and Latin is the gap: a quarter em (clreq). One between the names of two agencies
 * is half an em, whatever the line has to spare. */
static void settle_blanks(GArray *boxes, const GazSetting *setting)
{
    for (unsigned i = 1; i + 1 < boxes->len; i++) {
        GazBox *box = &g_array_index(boxes, GazBox, i);
        GazClass before = box[-1].class, after = box[1].class;

        if (box->class != GAZ_CLASS_SPACE || setting->language == GAZ_EN)
            continue;
        if (before == GAZ_CLASS_HAN && after == GAZ_CLASS_HAN) {
            box->width = setting->size / 2;
            box->give = 0;
            box->fixed = true;
        } else if ((before == GAZ_CLASS_HAN && is_dense(after)) ||
                   (is_dense(before) && after == GAZ_CLASS_HAN)) {
            box->width = setting->size / 4;
            box->give = box->width / 2;
        }
    }
}

static bool is_wider(const GArray *boxes, double measure)
{
    double width = 0;

    for (unsigned i = 0; i < boxes->len && width <= measure; i++)
        width += g_array_index(boxes, GazBox, i).width + g_array_index(boxes, GazBox, i).gap;
    return width > measure;
}

/* Titles and cells part between words where they can. */
static void respect_words(GArray *boxes, GazFonts *fonts)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autofree bool *ends = NULL;
    gsize at = 0;

    for (unsigned i = 0; i < boxes->len; i++) {
        const GazBox *box = &g_array_index(boxes, GazBox, i);

        g_string_append_len(text, box->shaped->text + box->start, box->end - box->start);
    }
    ends = g_new0(bool, text->len + 1);
    gaz_words_find(gaz_fonts_words(fonts), text->str, text->len, ends);
    for (unsigned i = 0; i < boxes->len; i++) {
        GazBox *box = &g_array_index(boxes, GazBox, i);

        at += (gsize)(box->end - box->start);
        if (!ends[at] && box->class == GAZ_CLASS_HAN)
            box->part += part_word;
    }
}

GArray *gaz_boxes_new(GazFonts *fonts, const GazRun *runs, const GazSetting *setting)
{
    GArray *boxes = g_array_new(FALSE, TRUE, sizeof(GazBox));

    gaz_fonts_drop_shapes(fonts);
    for (const GazRun *run = runs; run != NULL; run = run->next)
        add_run(boxes, fonts, run, setting);
    for (unsigned i = 0; i + 1 < boxes->len; i++)
        join_pair(boxes, i, setting);
    settle_blanks(boxes, setting);
    if (setting->fill != GAZ_FILL_JUSTIFIED && setting->measure > 0 && is_wider(boxes, setting->measure))
        respect_words(boxes, fonts);
    if (boxes->len > 0)
        g_array_index(boxes, GazBox, boxes->len - 1).part = 0;
    return boxes;
}
