/* labels.c - a label is never cut and never runs into what is drawn beside it: where one line is too short
 * for the widest, all are set in lines. */
#include "layout/labels.h"

#include "layout/paragraph.h"

static const double pitch = 9, clear = 6; /* [pt] from line to line; above and below them together */

/* One row's, by language; NULL: not said. */
typedef struct {
    GazParagraph *in[GAZ_LANGUAGES];
    unsigned lines;
} Stack;

struct GazLabels {
    const GazSpeech *speech;
    const GArray *rows;
    GArray *stacks; /* of Stack, one a row; NULL: each label has one line */
    double width;
};

bool gaz_speech_says(const GazSpeech *speech, const GazText *text, GazLanguage language)
{
    if (text->in[language] == NULL)
        return false;
    if (language == GAZ_EN)
        return speech->en && !(speech->zh && text->in[GAZ_EN] == text->in[GAZ_ZH]);
    return speech->zh || text->in[GAZ_EN] == NULL;
}

static GazFace face_of(GazLanguage language)
{
    return language == GAZ_ZH ? GAZ_FACE_SONG : GAZ_FACE_LATIN;
}

double gaz_speech_width(const GazSpeech *speech, const GazText *text)
{
    double width = 0;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (gaz_speech_says(speech, text, language))
            width += (width > 0 ? GAZ_LABEL_GAP / 2 : 0) +
                     gaz_fonts_shape(speech->flow->fonts, text->in[language], face_of(language),
                                     GAZ_LABEL_SIZE, language)
                         ->width;
    return width;
}

void gaz_speech_place(const GazSpeech *speech, const GazText *text, double x, double y)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if (gaz_speech_says(speech, text, language))
            x += GAZ_LABEL_GAP / 2 + gaz_flow_text(speech->flow, text->in[language], face_of(language),
                                                   GAZ_LABEL_SIZE, language, x, y, 0, GAZ_INK_BLACK);
}

static void clear_stack(void *data)
{
    Stack *stack = data;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        gaz_paragraph_free(stack->in[language]);
}

static Stack new_stack(const GazSpeech *speech, const GazText *text, double measure)
{
    GazSetting setting = {.size = GAZ_LABEL_SIZE, .measure = measure, .fill = GAZ_FILL_RAGGED};
    Stack stack = {0};

    setting.faces[0] = face_of(GAZ_ZH);
    setting.faces[1] = face_of(GAZ_EN);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        GazRun *run;

        if (!gaz_speech_says(speech, text, language))
            continue;
        run = gaz_arena_new0(speech->flow->arena, GazRun, 1);
        *run = (GazRun){.text = text->in[language], .language = language};
        setting.language = language;
        stack.in[language] = gaz_paragraph_new(speech->flow->fonts, run, &setting);
        stack.lines += stack.in[language]->lines->len;
    }
    return stack;
}

static void stack_up(GazLabels *labels, double most)
{
    double widest = 0;

    labels->stacks = g_array_new(FALSE, FALSE, sizeof(Stack));
    g_array_set_clear_func(labels->stacks, clear_stack);
    for (unsigned r = 0; r < labels->rows->len; r++) {
        Stack stack = new_stack(labels->speech, &g_array_index(labels->rows, GazFigureRow, r).label,
                                most - GAZ_LABEL_GAP);

        for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
            widest = MAX(widest, stack.in[language] == NULL ? 0 : stack.in[language]->widest);
        g_array_append_val(labels->stacks, stack);
    }
    labels->width = MIN(widest + GAZ_LABEL_GAP, most);
}

GazLabels *gaz_labels_new(const GazSpeech *speech, const GArray *rows, double most)
{
    GazLabels *labels = g_new0(GazLabels, 1);

    labels->speech = speech;
    labels->rows = rows;
    for (unsigned r = 0; r < rows->len; r++)
        labels->width =
            MAX(labels->width,
                GAZ_LABEL_GAP + gaz_speech_width(speech, &g_array_index(rows, GazFigureRow, r).label));
    if (labels->width > most)
        stack_up(labels, most);
    return labels;
}

void gaz_labels_free(GazLabels *labels)
{
    if (labels->stacks != NULL)
        g_array_unref(labels->stacks);
    g_free(labels);
}

double gaz_labels_width(const GazLabels *labels)
{
    return labels->width;
}

double gaz_labels_height(const GazLabels *labels, unsigned r)
{
    return labels->stacks == NULL ? 0 : g_array_index(labels->stacks, Stack, r).lines * pitch + clear;
}

static void place_stack(GazFlow *flow, const Stack *stack, double top)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++) {
        const GArray *lines = stack->in[language] == NULL ? NULL : stack->in[language]->lines;

        for (unsigned i = 0; lines != NULL && i < lines->len; i++, top += pitch)
            gaz_flow_line(flow, &g_array_index(lines, GazLine, i), flow->left,
                          gaz_baseline(top, GAZ_LABEL_SIZE), GAZ_INK_BLACK);
    }
}

void gaz_labels_place(const GazLabels *labels, unsigned r, double height)
{
    GazFlow *flow = labels->speech->flow;
    const Stack *stack = labels->stacks == NULL ? NULL : &g_array_index(labels->stacks, Stack, r);

    if (stack != NULL)
        place_stack(flow, stack, flow->y + (height - (stack->lines - 1) * pitch - GAZ_LABEL_SIZE) / 2);
    else
        gaz_speech_place(labels->speech, &g_array_index(labels->rows, GazFigureRow, r).label, flow->left,
                         flow->y + (height + GAZ_LABEL_SIZE) / 2 - 1);
}
