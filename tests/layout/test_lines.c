/* test_lines.c - lines of Chinese as W3C clreq and GB/T 15834 part 5 ask for them, looked at as they are set.
 */
#include "../support/suite.h"
#include "fonts.h"
#include "layout/boxes.h"
#include "layout/flow.h"
#include <check.h>
#include <math.h>
#include <string.h>

static const char *const never_first = "，。、；：？！》）〕”’】·～/";
static const char *const never_last = "《（〔“‘【/";

static GazSetting body_setting(void)
{
    return (GazSetting){.language = GAZ_ZH,
                        .size = GAZ_SIZE,
                        .cell = GAZ_CELL,
                        .measure = GAZ_WIDTH,
                        .indent = 2 * GAZ_CELL,
                        .fill = GAZ_FILL_JUSTIFIED,
                        .faces = {GAZ_FACE_FANGSONG, GAZ_FACE_FANGSONG, GAZ_FACE_HEI}};
}

/* Yours: g_free(). */
static char *text_of(const GazLine *line)
{
    GString *text = g_string_new(NULL);

    for (unsigned i = 0; i < line->segments->len; i++) {
        const GazSegment *segment = &g_array_index(line->segments, GazSegment, i);

        g_string_append_len(text, segment->text + segment->glyphs->start, segment->glyphs->length);
    }
    return g_string_free(text, FALSE);
}

static bool is_among(const char *character, const char *set)
{
    return g_utf8_strchr(set, -1, g_utf8_get_char(character)) != NULL;
}

static const char *last_of(const char *text)
{
    const char *end = text + strlen(text);

    do
        end = g_utf8_prev_char(end);
    while (end > text && *end == ' ');
    return end;
}

/* Widest advance [em] of a character that isn't a blank: what stretching made of it. */
static double widest_advance(const GazLine *line)
{
    double widest = 0;

    for (unsigned i = 0; i < line->segments->len; i++) {
        const GazSegment *segment = &g_array_index(line->segments, GazSegment, i);
        const GazGlyphs *all = segment->glyphs;

        for (int k = 0; k < all->count; k++)
            if (segment->text[all->start + all->glyphs[k].cluster] != ' ')
                widest = MAX(widest, all->glyphs[k].width / (double)PANGO_SCALE / GAZ_SIZE);
    }
    return widest;
}

/* Every rule that holds for every line. `widest` [em]: no character may be set wider. */
static void check_lines(const GazParagraph *paragraph, const char *source, double widest)
{
    g_autoptr(GString) all = g_string_new(NULL);
    bool address =
        strstr(source, ".example") != NULL; /* it may end after its slashes, and leave a line short */

    for (unsigned i = 0; i < paragraph->lines->len; i++) {
        const GazLine *line = &g_array_index(paragraph->lines, GazLine, i);
        g_autofree char *text = text_of(line);
        bool last = i + 1 == paragraph->lines->len;
        const char *next = source + all->len + strlen(text);

        g_string_append(all, text);
        ck_assert_msg(i == 0 || !is_among(text, never_first), "a line begins so: %s", text);
        ck_assert_msg(last || !is_among(last_of(text), never_last) || (address && *last_of(text) == '/'),
                      "a line ends so: %s", text);
        ck_assert_msg(last || !g_ascii_isdigit(*last_of(text)) ||
                          !(g_ascii_isdigit(*next) || is_among(next, "年月日号天")),
                      "a number is cut: %s|%s", text, next);
        ck_assert_msg(last || address || fabs(line->x + line->width - GAZ_WIDTH) < 0.05,
                      "%.2f pt off the measure: %s", line->x + line->width - GAZ_WIDTH, text);
        ck_assert_msg(line->x + line->width < GAZ_WIDTH + 0.05, "past the edge: %s", text);
        ck_assert_msg(last || address || widest_advance(line) <= widest, "%.2f em wide: %s|%.60s",
                      widest_advance(line), text, next);
    }
    ck_assert_str_eq(all->str, source); /* nothing lost, nothing added */
}

static const struct {
    const char *name, *text;
    unsigned lines; /* 0: not looked at */
} hard[] = {
    {"a comma comes after the 26th character of the first line",
     "全面贯彻落实工业和信息化部生态环境部关于进一步做好水泥常，态化错峰生产的通知精神结合我省实际现就有关事"
     "项通知如下。",
     0},
    {"a bracket would end a line",
     "各市工业和信息化主管部门要按照关于进一步做好水泥常态化错峰（工信部联原〔2020〕201号）的要求认真抓好落实"
     "。",
     0},
    {"marks in a row: 》（〔 and 〕）。”",
     "根据《关于进一步做好水泥常态化错峰生产的通知》（工信部联原〔2020〕201号）、《实施方案》（“方案”），“错"
     "峰置换（电石渣）。”",
     0},
    {"a date lies on the line's end",
     "本方案所称采暖季错峰生产时段统一为自每年的十一月也即2021年11月15日至2022年3月15日止，国家另有规定的从其"
     "规定。",
     0},
    {"a word of Latin letters lies on the line's end",
     "请各企业于规定时间之内将错峰生产实施方案发送至电子邮箱cuofeng@industry.shandong.example并电话确认。",
     0},
    {"a dash of two may not be cut",
     "各企业要把错峰生产作为改善行业运行质量的一项根本的措施——不是权宜之计——长期坚持下去，不得放松。", 0},
    {"a last line of one character is drawn up", "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌，乙、丙，丁。",
     1},
};

/* Facts: what can't fill its line stays short; no letter is left alone on one for that. */
START_TEST(before_a_long_word_lines_stay_short)
{
    static const char text[] = "企业名称：Donaudampfschifffahrtselektrizitätenhauptbetriebswerk水泥";
    g_autoptr(GazFonts) fonts = open_fonts();
    GazRun run = {.text = text, .language = GAZ_ZH};
    GazSetting setting = body_setting();
    g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(fonts, &run, &setting);
    g_autofree char *first = text_of(&g_array_index(paragraph->lines, GazLine, 0));

    ck_assert_str_eq(first, "企业名称：");
    ck_assert(widest_advance(&g_array_index(paragraph->lines, GazLine, 0)) < 1.05);
}
END_TEST

/* A date may part after its year or month rather than tear a line: wherever it lies, no character is set
 * wider than its em, a tenth, and the gap to a figure after it. */
START_TEST(dates_give_way_before_a_line_is_torn)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazSetting setting = body_setting();

    for (unsigned lead = 0; lead < 28; lead++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(GazParagraph) paragraph = NULL;
        GazRun run = {.language = GAZ_ZH};

        for (unsigned i = 0; i < lead; i++)
            g_string_append(text, "举");
        g_string_append(text, "规模380万平方米供暖面积，2022年8月15日申报，2022年8月22日经市人民政府认可，"
                              "2022年12月15日公示。");
        run.text = text->str;
        paragraph = gaz_paragraph_new(fonts, &run, &setting);
        check_lines(paragraph, text->str, 1.45);
    }
}
END_TEST

/* [em] of the blank in the line; 0: it has none, or none but at its end. */
static double width_of_blank(const GazLine *line)
{
    for (unsigned i = 0; i < line->segments->len; i++) {
        const GazSegment *segment = &g_array_index(line->segments, GazSegment, i);
        const GazGlyphs *all = segment->glyphs;

        for (int k = 0; k + 1 < all->count; k++)
            if (segment->text[all->start + all->glyphs[k].cluster] == ' ')
                return all->glyphs[k].width / (double)PANGO_SCALE / GAZ_SIZE;
    }
    return 0;
}

START_TEST(a_blank_between_names_has_one_width)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazSetting setting = body_setting();
    unsigned seen = 0;

    for (unsigned lead = 1; lead < 28; lead++) {
        g_autoptr(GString) text = g_string_new(NULL);
        g_autoptr(GazParagraph) paragraph = NULL;
        GazRun run = {.language = GAZ_ZH};

        for (unsigned i = 0; i < lead; i++)
            g_string_append(text, i % 5 == 4 ? "，" : "举");
        g_string_append(text, "工业和信息化部 生态环境部关于进一步做好水泥常态化错峰生产的通知。");
        run.text = text->str;
        paragraph = gaz_paragraph_new(fonts, &run, &setting);
        for (unsigned i = 0; i < paragraph->lines->len; i++) {
            double width = width_of_blank(&g_array_index(paragraph->lines, GazLine, i));

            seen += width > 0;
            ck_assert_msg(width == 0 || fabs(width - 0.5) < 0.01, "%.2f em wide", width);
        }
    }
    ck_assert_uint_gt(seen, 20);
}
END_TEST

START_TEST(hard_paragraphs)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazRun run = {.text = hard[_i].text, .language = GAZ_ZH};
    GazSetting setting = body_setting();
    g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(fonts, &run, &setting);

    check_lines(paragraph, hard[_i].text, 1.6);
    ck_assert_msg(hard[_i].lines == 0 || paragraph->lines->len == hard[_i].lines, "%s: %u lines",
                  hard[_i].name, paragraph->lines->len);
}
END_TEST

/* A telephone number isn't cut; an address is, where it must be, after one of its marks: never after http://,
 * and without a hyphen that isn't there. `lead`: Han characters before it. Gives how many lines begin with
 * the @ of an address. */
static unsigned check_link(GazFonts *fonts, unsigned lead, const char *value, const char *link, bool cut)
{
    g_autoptr(GString) han = g_string_new(NULL), all = g_string_new(NULL);
    GazRun after = {.text = "，受理单位对举报人信息予以保密，并在规定的期限内答复。", .language = GAZ_ZH};
    GazRun run = {.next = &after, .text = value, .language = GAZ_ZH, .link = link}, before = {.next = &run};
    GazSetting setting = body_setting();
    g_autoptr(GazParagraph) paragraph = NULL;
    unsigned at_signs = 0;

    for (unsigned i = 0; i < lead; i++)
        g_string_append(han, "举");
    before.text = han->str;
    paragraph = gaz_paragraph_new(fonts, &before, &setting);
    g_string_append_printf(all, "%s%s%s", before.text, value, after.text);
    check_lines(paragraph, all->str, 1.6);
    for (unsigned i = 0; i < paragraph->lines->len; i++) {
        g_autofree char *text = text_of(&g_array_index(paragraph->lines, GazLine, i));
        const char *end = last_of(text);
        bool last = i + 1 == paragraph->lines->len;
        g_autofree char *next = last ? NULL : text_of(&g_array_index(paragraph->lines, GazLine, i + 1));

        at_signs += next != NULL && next[0] == '@';
        ck_assert_msg(!g_str_has_suffix(text, "//") && !g_str_has_suffix(text, ":"), "cut at %s", text);
        ck_assert_msg(last || !g_ascii_isalnum(*end) || strstr(text, value) != NULL || next[0] == '@',
                      "%s is cut: %s", value, text);
        ck_assert_msg(cut || last || *end != '-', "%s is cut: %s", value, text);
    }
    return at_signs;
}

START_TEST(numbers_to_dial_and_addresses)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    unsigned at_signs = 0;

    for (unsigned lead = 1; lead < 27; lead++) {
        check_link(fonts, lead, "0531-0000 0001", "tel:053100000001", false);
        check_link(fonts, lead, "0531-0000 0003", NULL, false); /* a fax isn't dialled */
        check_link(fonts, lead, "https://industry.shandong.example/cuofeng/report", "https://x.example",
                   true);
        at_signs += check_link(fonts, lead, "cuofeng-report@industry.shandong.example", "mailto:x", true);
    }
    ck_assert_uint_gt(at_signs, 0);
}
END_TEST

/* A paragraph like those of notices: Han, marks, brackets, figures and Latin words, always the same. */
static char *made_up(guint32 seed)
{
    static const char *const pieces[] = {"水泥",
                                         "错峰生产",
                                         "企业",
                                         "，",
                                         "、",
                                         "。",
                                         "《清单》",
                                         "（见附件）",
                                         "2021年9月28日",
                                         "120天",
                                         "〔2021〕212号",
                                         "的",
                                         "是",
                                         "“六稳”",
                                         "DCS",
                                         "：",
                                         "；",
                                         "4.5m",
                                         "63%～68%",
                                         "——",
                                         "要",
                                         "严格落实",
                                         "产能"};
    g_autoptr(GRand) random = g_rand_new_with_seed(seed);
    GString *text = g_string_new("省");
    bool mark = false, figures = false;

    for (int left = g_rand_int_range(random, 20, 160); left > 0; left--) {
        const char *piece = pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))];
        bool is_mark = is_among(piece, "，、。：；—");

        bool is_figures = strpbrk(piece, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") != NULL;

        if ((mark && is_mark) || (figures && (is_figures || g_rand_boolean(random))))
            continue; /* figures after figures can't be filled well by anybody */
        mark = is_mark;
        figures = is_figures || (figures && is_mark);
        g_string_append(text, piece);
    }
    g_string_append(text, "。");
    return g_string_free(text, FALSE);
}

START_TEST(made_up_paragraphs)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazSetting setting = body_setting();

    for (guint32 seed = 1; seed <= 400; seed++) {
        g_autofree char *text = made_up(seed);
        GazRun run = {.text = text, .language = GAZ_ZH};
        g_autoptr(GazParagraph) paragraph = gaz_paragraph_new(fonts, &run, &setting);

        check_lines(paragraph, text, 1.6); /* dates aren't cut */
    }
}
END_TEST

/* Width [em] of a pair of marks between two Han characters, set loosely. */
static const struct {
    const char *name, *marks;
    double width;
} pairs[] = {
    {"one mark alone keeps its em", "，", 1}, {"。” lose half an em", "。”", 1.5},
    {"）。 lose half an em", "）。", 1.5},    {"：“ lose half an em", "：“", 1.5},
    {"《（ lose half an em", "《（", 1.5},    {"）。” keep two ems of three", "）。”", 2},
    {"—— keeps its two ems", "——", 2},        {"an interpunct takes half an em", "·", 0.5},
};

START_TEST(neighbours_give_way)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    g_autofree char *text = g_strdup_printf("水%s泥", pairs[_i].marks);
    GazRun run = {.text = text, .language = GAZ_ZH};
    GazSetting setting = body_setting();
    g_autoptr(GArray) boxes = gaz_boxes_new(fonts, &run, &setting);
    double width = 0;

    for (unsigned i = 1; i + 1 < boxes->len; i++)
        width += g_array_index(boxes, GazBox, i).width;
    ck_assert_msg(fabs(width / GAZ_CELL - pairs[_i].width) < 0.03, "%s: %.2f em", pairs[_i].name,
                  width / GAZ_CELL);
}
END_TEST

START_TEST(han_and_figures_stand_a_quarter_em_apart)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazRun run = {.text = "共120天（A）级", .language = GAZ_ZH};
    GazSetting setting = body_setting();
    g_autoptr(GArray) boxes = gaz_boxes_new(fonts, &run, &setting);
    static const double gaps[] = {GAZ_SIZE / 4, GAZ_SIZE / 4, 0, 0, 0, 0, 0};

    ck_assert_uint_eq(boxes->len, G_N_ELEMENTS(gaps));
    for (unsigned i = 0; i < boxes->len; i++)
        ck_assert_double_eq_tol(g_array_index(boxes, GazBox, i).gap, gaps[i], 0.001);
}
END_TEST

/* 5.2.3: 28 characters a line, 字 of 156/28 mm each. */
START_TEST(twenty_eight_cells_fill_the_measure)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GString *han = g_string_new(NULL);
    GazRun run = {.language = GAZ_ZH};
    GazSetting setting = body_setting();
    g_autoptr(GazParagraph) paragraph = NULL;

    for (unsigned i = 0; i < 60; i++)
        g_string_append(han, "水");
    run.text = han->str;
    setting.indent = 0;
    paragraph = gaz_paragraph_new(fonts, &run, &setting);
    ck_assert_uint_eq(paragraph->lines->len, 3);
    for (unsigned i = 0; i < 2; i++) {
        g_autofree char *text = text_of(&g_array_index(paragraph->lines, GazLine, i));

        ck_assert_int_eq(g_utf8_strlen(text, -1), 28);
    }
    g_string_free(han, TRUE);
}
END_TEST

/* A rare character comes from the substitute at the same size, in the same cell, on the same baseline. */
START_TEST(rare_character_keeps_its_cell)
{
    g_autoptr(GazFonts) fonts = open_fonts();
    GazRun run = {.text = "硚", .language = GAZ_ZH};
    GazSetting setting = body_setting();
    g_autoptr(GArray) boxes = gaz_boxes_new(fonts, &run, &setting);
    const GazBox *box = &g_array_index(boxes, GazBox, 0);
    g_autoptr(PangoFontDescription) font =
        pango_font_describe_with_absolute_size(box->piece->item.item->analysis.font);

    ck_assert_double_eq_tol(box->width, GAZ_CELL, 0.001);
    ck_assert_str_eq(pango_font_description_get_family(font), "Noto Serif CJK SC");
    ck_assert_int_eq(pango_font_description_get_size(font), (int)(GAZ_SIZE * PANGO_SCALE));
}
END_TEST

static Suite *suite(void)
{
    Suite *suite = suite_create("lines");
    TCase *chinese = tcase_create("Chinese");

    tcase_set_timeout(chinese, 0);
    tcase_add_test(chinese, dates_give_way_before_a_line_is_torn);
    tcase_add_test(chinese, a_blank_between_names_has_one_width);
    tcase_add_test(chinese, before_a_long_word_lines_stay_short);
    tcase_add_loop_test(chinese, hard_paragraphs, 0, G_N_ELEMENTS(hard));
    tcase_add_test(chinese, made_up_paragraphs);
    tcase_add_test(chinese, numbers_to_dial_and_addresses);
    tcase_add_loop_test(chinese, neighbours_give_way, 0, G_N_ELEMENTS(pairs));
    tcase_add_test(chinese, han_and_figures_stand_a_quarter_em_apart);
    tcase_add_test(chinese, twenty_eight_cells_fill_the_measure);
    tcase_add_test(chinese, rare_character_keeps_its_cell);
    suite_add_tcase(suite, chinese);
    return suite;
}

int main(void)
{
    return suite_run(suite());
}
