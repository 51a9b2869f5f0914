/* faces.c - a fontconfig configuration of our own, a Pango font map upon it, and what each face covers. */
#include "layout/coverage.h"
#include "layout/shapes.h"
#include "layout/words.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

/* A face's name in fonts.conf and what is asked of it there. */
static const struct {
    const char *alias;
    PangoWeight weight;
    PangoStyle style;
} faces[] = {
    [GAZ_FACE_XIAOBIAOSONG] = {"Gazette Xiaobiaosong", PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
    [GAZ_FACE_FANGSONG] = {"Gazette Fangsong", PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [GAZ_FACE_KAI] = {"Gazette Kai", PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [GAZ_FACE_HEI] = {"Gazette Hei", PANGO_WEIGHT_MEDIUM, PANGO_STYLE_NORMAL},
    [GAZ_FACE_SONG] = {"Gazette Song", PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [GAZ_FACE_LATIN] = {"Gazette Serif", PANGO_WEIGHT_NORMAL, PANGO_STYLE_NORMAL},
    [GAZ_FACE_LATIN_BOLD] = {"Gazette Serif", PANGO_WEIGHT_BOLD, PANGO_STYLE_NORMAL},
    [GAZ_FACE_LATIN_ITALIC] = {"Gazette Serif", PANGO_WEIGHT_NORMAL, PANGO_STYLE_ITALIC},
};
G_STATIC_ASSERT(G_N_ELEMENTS(faces) == GAZ_FACES);

enum { LONGEST_CHAIN = 4 };

/* The characters of the families named for one face, in their order. Lent by the configuration. */
typedef struct {
    const FcCharSet *has[LONGEST_CHAIN];
    unsigned count;
} Chain;

struct GazFonts {
    char *folder;
    FcConfig *config;
    PangoFontMap *map;
    PangoContext *context;
    Chain chains[GAZ_FACES];
    GazCoverage *coverage;
    GazShapes *shapes;
    GazWords *words;
};

static GQuark fonts_error(void)
{
    return g_quark_from_static_string("gaz-fonts-error");
}

static const FcCharSet *characters_of_family(const FcConfig *config, const char *family)
{
    const FcFontSet *set = FcConfigGetFonts((FcConfig *)config, FcSetSystem);

    for (int i = 0; set != NULL && i < set->nfont; i++) {
        FcChar8 *name;
        FcCharSet *characters;

        for (int k = 0; FcPatternGetString(set->fonts[i], FC_FAMILY, k, &name) == FcResultMatch; k++)
            if (strcmp((const char *)name, family) == 0 &&
                FcPatternGetCharSet(set->fonts[i], FC_CHARSET, 0, &characters) == FcResultMatch)
                return characters;
    }
    return NULL;
}

/* Asks fontconfig what fonts.conf makes of the face's name. A family that isn't installed is left out, but
 * the first must be there: a page set in substitutes alone is nothing to publish. */
static bool find_chain(GazFonts *fonts, GazFace face, GError **error)
{
    FcPattern *pattern = FcPatternCreate();
    Chain *chain = &fonts->chains[face];
    FcChar8 *family;
    bool first_missing = false;
    g_autofree char *first = NULL;

    FcPatternAddString(pattern, FC_FAMILY, (const FcChar8 *)faces[face].alias);
    FcConfigSubstitute(fonts->config, pattern, FcMatchPattern);
    for (int i = 0; FcPatternGetString(pattern, FC_FAMILY, i, &family) == FcResultMatch; i++) {
        const FcCharSet *has = characters_of_family(fonts->config, (const char *)family);

        if (strcmp((const char *)family, faces[face].alias) == 0)
            continue;
        if (first == NULL) {
            first = g_strdup((const char *)family);
            first_missing = has == NULL;
        }
        if (has != NULL && chain->count < LONGEST_CHAIN)
            chain->has[chain->count++] = has;
    }
    FcPatternDestroy(pattern);
    if (chain->count > 0 && !first_missing)
        return true;
    g_set_error(error, fonts_error(), 0,
                "no font of the family “%s” is there, which fonts.conf names for “%s”: run `make setup`",
                first == NULL ? "" : first, faces[face].alias);
    return false;
}

static bool read_configuration(GazFonts *fonts, const char *folder, GError **error)
{
    g_autofree char *path = g_build_filename(folder, "fonts.conf", NULL);
    g_autofree char *whole = g_canonicalize_filename(path, NULL);

    fonts->config = FcConfigCreate();
    if (!g_file_test(whole, G_FILE_TEST_IS_REGULAR) ||
        !FcConfigParseAndLoad(fonts->config, (const FcChar8 *)whole, FcTrue) ||
        !FcConfigBuildFonts(fonts->config)) {
        g_set_error(error, fonts_error(), 0, "%s can't be read as a fontconfig file", path);
        return false;
    }
    return true;
}

/* Made when the first text is shaped: Pango starts threads of its own then, and a process must have none when
 * it forks. Positions are as the outlines have them: rounding to pixels is for screens. */
static void make_context(GazFonts *fonts)
{
    FcConfigSetCurrent(
        fonts->config); /* else Pango has the machine's own fonts read, which serve nothing here */
    fonts->map = pango_ft2_font_map_new();
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map), fonts->config);
    pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(fonts->map), 72.0,
                                      72.0); /* so that sizes are points */
    fonts->context = pango_font_map_create_context(fonts->map);
    pango_context_set_round_glyph_positions(fonts->context, FALSE);
    pango_context_set_base_dir(fonts->context, PANGO_DIRECTION_LTR);
    pango_context_set_language(fonts->context, pango_language_from_string("zh-cn"));
}

GazFonts *gaz_fonts_open(const char *fonts_folder, GError **error)
{
    g_autoptr(GazFonts) fonts = g_new0(GazFonts, 1);

    fonts->folder = g_strdup(fonts_folder);
    fonts->coverage = gaz_coverage_new();
    fonts->words = gaz_words_new();
    if (!read_configuration(fonts, fonts_folder, error))
        return NULL;
    for (GazFace face = 0; face < GAZ_FACES; face++)
        if (!find_chain(fonts, face, error))
            return NULL;
    return g_steal_pointer(&fonts);
}

void gaz_fonts_free(GazFonts *fonts)
{
    if (fonts == NULL)
        return;
    gaz_shapes_free(fonts->shapes);
    gaz_coverage_free(fonts->coverage);
    gaz_words_free(fonts->words);
    g_clear_object(&fonts->context);
    if (fonts->map != NULL)
        pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(fonts->map),
                                     NULL); /* Pango 1.50 never lets go of it */
    g_clear_object(&fonts->map);
    g_clear_pointer(&fonts->config, FcConfigDestroy);
    g_free(fonts->folder);
    g_free(fonts);
}

const char *gaz_fonts_folder(const GazFonts *fonts)
{
    return fonts->folder;
}

static int compare_paths(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

GPtrArray *gaz_fonts_files(const GazFonts *fonts)
{
    const FcFontSet *set = FcConfigGetFonts(fonts->config, FcSetSystem);
    GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
    FcChar8 *path;

    for (int i = 0; set != NULL && i < set->nfont; i++)
        if (FcPatternGetString(set->fonts[i], FC_FILE, 0, &path) == FcResultMatch &&
            !g_ptr_array_find_with_equal_func(paths, path, g_str_equal, NULL))
            g_ptr_array_add(paths, g_strdup((const char *)path));
    g_ptr_array_sort(paths, compare_paths);
    return paths;
}

GazCoverage *gaz_fonts_coverage(GazFonts *fonts)
{
    return fonts->coverage;
}

GazWords *gaz_fonts_words(GazFonts *fonts)
{
    return fonts->words;
}

GazShapes *gaz_fonts_shapes(GazFonts *fonts)
{
    if (fonts->shapes == NULL) {
        make_context(fonts);
        fonts->shapes = gaz_shapes_new(fonts->context);
    }
    return fonts->shapes;
}

PangoFontDescription *gaz_face_describe(GazFace face, double size)
{
    PangoFontDescription *description = pango_font_description_new();

    pango_font_description_set_family_static(description, faces[face].alias);
    pango_font_description_set_weight(description, faces[face].weight);
    pango_font_description_set_style(description, faces[face].style);
    pango_font_description_set_absolute_size(description, size * PANGO_SCALE);
    return description;
}

bool gaz_fonts_has(const GazFonts *fonts, GazFace face, gunichar character, bool *substituted)
{
    const Chain *chain = &fonts->chains[face];

    for (unsigned i = 0; i < chain->count; i++)
        if (FcCharSetHasChar(chain->has[i], character)) {
            *substituted = i > 0;
            return true;
        }
    return false;
}
