/* seals.c - GB/T 9704 7.3.5.1: each name under its seal, the date below the last name. Names fill rows in the
 * agencies' order, at most three a row; the last stands at the date's place. Seals are in line, clear of each
 * other and of the text, and within the type area. */
#include "layout/seals.h"

#include "layout/blocks.h"
#include <math.h>

enum { MOST_IN_ROW = 3 };
static const double usual = GAZ_MM(45); /* a seal whose diameter isn't given: the largest of a department */
static const double clear = GAZ_MM(2);  /* between seals */
static const double below_text = GAZ_MM(1); /* a seal's top, at least; at most one line */
static const double date_right = 4;         /* [字] */

typedef struct {
    const GazNode *node;
    GazParagraph *line;
    double diameter; /* of its seal [pt] */
} Name;

typedef struct {
    GArray *names; /* of Name */
    const GazNode *date;
    GazParagraph *date_line;
    unsigned columns;
    double middles[MOST_IN_ROW]; /* of the columns, from the type area's left edge */
} Signing;

bool gaz_seals_wanted(const GazNode *signature)
{
    return signature->first != NULL && signature->first->stamp != NULL;
}

static void clear_name(void *data)
{
    gaz_paragraph_free(((Name *)data)->line);
}

static const Name *name_at(const Signing *signing, unsigned at)
{
    return &g_array_index(signing->names, Name, at);
}

static double width_of(const Name *name)
{
    return MAX(name->line->widest, name->diameter);
}

static void read_names(GazFlow *flow, Signing *signing, const GazNode *signature)
{
    signing->names = g_array_new(FALSE, TRUE, sizeof(Name));
    g_array_set_clear_func(signing->names, clear_name);
    for (const GazNode *node = signature->first; node != NULL; node = node->next) {
        double given = node->stamp == NULL ? 0 : GAZ_MM(node->stamp->diameter);
        Name name = {node, gaz_blocks_single(flow, node), given > 0 ? given : usual};

        g_array_append_val(signing->names, name);
    }
}

/* A short last row stands at the right, where the date is. */
static unsigned column_of(const Signing *signing, unsigned at, unsigned columns)
{
    unsigned count = signing->names->len, last = (count - 1) / columns * columns;

    return at % columns + (at >= last ? columns - (count - last) : 0);
}

/* Of the widest in each column. */
static void widths_of(const Signing *signing, unsigned columns, double widths[MOST_IN_ROW])
{
    for (unsigned i = 0; i < MOST_IN_ROW; i++)
        widths[i] = 0;
    for (unsigned i = 0; i < signing->names->len; i++) {
        double *width = &widths[column_of(signing, i, columns)];

        *width = MAX(*width, width_of(name_at(signing, i)));
    }
}

static double width_of_all(const Signing *signing, unsigned columns)
{
    double widths[MOST_IN_ROW], sum = (columns - 1) * GAZ_CELL;

    widths_of(signing, columns, widths);
    for (unsigned i = 0; i < columns; i++)
        sum += widths[i];
    return sum;
}

/* As many as find room, in rows as equal as can be: four stand two and two. */
static void choose_columns(GazFlow *flow, Signing *signing)
{
    unsigned count = signing->names->len;

    signing->columns = MIN(count, MOST_IN_ROW);
    while (signing->columns > 1) {
        unsigned rows = (count + signing->columns - 1) / signing->columns;

        signing->columns = (count + rows - 1) / rows;
        if (width_of_all(signing, signing->columns) <= flow->width)
            return;
        signing->columns--;
    }
}

/* The last column is centred on the date, which ends four 字 from the right; three columns share the width
 * instead, as seals would touch otherwise. What doesn't fit moves right, or left from what stands there. */
static void find_middles(GazFlow *flow, Signing *signing)
{
    unsigned last = signing->columns - 1;
    double date = signing->date_line == NULL ? 0 : signing->date_line->widest, widths[MOST_IN_ROW];
    double right = flow->width - date_right * GAZ_CELL - date / 2;

    widths_of(signing, signing->columns, widths);
    if (last == 2)
        right = flow->width * 5 / 6;
    right = MAX(right, width_of_all(signing, signing->columns) - widths[last] / 2);
    signing->middles[last] = MIN(right, flow->width - MAX(widths[last], date) / 2);
    for (unsigned i = last; i-- > 0;) {
        double wanted = flow->width * (i + 0.5) / signing->columns;
        double beside = signing->middles[i + 1] - (widths[i + 1] + widths[i]) / 2 - GAZ_CELL;

        signing->middles[i] = MIN(wanted, beside);
    }
}

/* The image of a seal around a place, as a figure; `width`, `height`: of what it shows. */
static void place_image(GazFlow *flow, const GazStamp *stamp, double x, double y, double width, double height)
{
    GazElement element = {.alternative = stamp->alternative.in[flow->language]};
    GazMark *mark;

    gaz_flow_open_as(flow, "Figure", &element);
    mark = gaz_flow_mark(flow, GAZ_MARK_IMAGE, GAZ_INK_RED);
    mark->image = stamp->image;
    mark->width = width;
    mark->height = height;
    mark->x = x - width / 2;
    mark->y = y - height / 2;
    gaz_flow_close(flow, "Figure");
}

static unsigned row_end(const Signing *signing, unsigned from)
{
    return MIN(from + signing->columns, signing->names->len);
}

static double largest_in(const Signing *signing, unsigned from, unsigned to)
{
    double largest = 0;

    for (unsigned i = from; i < to; i++)
        largest = MAX(largest, name_at(signing, i)->diameter);
    return largest;
}

/* The middle of the seals below the top of their row's names: a name alone lies a little below it; so do name
 * and date of a single agency. In a joint row the seals are in line, whether or not a date is below. */
static double seal_middle(const GazFlow *flow, const Signing *signing)
{
    if (signing->names->len == 1 && signing->date != NULL)
        return (flow->pitch + GAZ_SIZE) / 2 - GAZ_MM(3);
    return GAZ_SIZE / 2 - GAZ_MM(0.5);
}

static void place_line(GazFlow *flow, GazParagraph *text, double middle, double y)
{
    double x = flow->left + middle - text->widest / 2;

    gaz_flow_open(flow, "P");
    for (unsigned i = 0; i < text->lines->len; i++)
        gaz_flow_line(flow, &g_array_index(text->lines, GazLine, i), x,
                      gaz_baseline(y + i * flow->pitch, GAZ_SIZE), GAZ_INK_BLACK);
    gaz_flow_close(flow, "P");
}

/* `x`, `y`: the seal's middle. What the image shows fills the circle by its longer side. */
static void place_seal(GazFlow *flow, const Name *name, double x, double y)
{
    const GazStamp *stamp = name->node->stamp;
    const GazImage *image = stamp == NULL ? NULL : stamp->image;
    double scale;

    flow->taken_left = flow->taken == 0 ? x : flow->taken_left;
    flow->taken_left = MIN(flow->taken_left, x - name->diameter / 2);
    flow->taken = MAX(flow->taken, y + name->diameter / 2);
    if (image == NULL)
        return;
    scale = name->diameter / MAX(image->width, image->height);
    place_image(flow, stamp, x, y, image->width * scale, image->height * scale);
}

/* Top of the names of a row that begins below the text, or below the seals of the row above; the middle of
 * its seals goes into `middle`. A first seal's top lies within one line below the text. */
static double row_top(const GazFlow *flow, const Signing *signing, unsigned from, double *middle)
{
    double radius = largest_in(signing, from, row_end(signing, from)) / 2;
    double edge = flow->taken > 0 ? flow->taken + clear : flow->y - flow->pitch + GAZ_SIZE + below_text;
    double lines = ceil((edge + radius - seal_middle(flow, signing) - flow->y) / flow->pitch);
    double top = flow->y + MAX(lines, 1) * flow->pitch;

    *middle = top + seal_middle(flow, signing);
    if (flow->taken == 0)
        *middle = MIN(*middle, edge - below_text + flow->pitch + radius);
    return top;
}

static void set_row(GazFlow *flow, const Signing *signing, unsigned from)
{
    unsigned end = row_end(signing, from);
    double middle, top = row_top(flow, signing, from, &middle);

    if (gaz_flow_need(flow, middle + largest_in(signing, from, end) / 2 - flow->y))
        top = row_top(flow, signing, from, &middle);
    for (unsigned i = from; i < end; i++) {
        const Name *name = name_at(signing, i);
        double x = signing->middles[column_of(signing, i, signing->columns)];

        place_line(flow, name->line, x, top);
        place_seal(flow, name, flow->left + x, middle);
    }
    flow->y = top + flow->pitch;
}

void gaz_seals_layout(GazFlow *flow, const GazNode *signature, const GazNode *date)
{
    Signing signing = {.date = date, .date_line = date == NULL ? NULL : gaz_blocks_single(flow, date)};

    read_names(flow, &signing, signature);
    choose_columns(flow, &signing);
    find_middles(flow, &signing);
    for (unsigned i = 0; i < signing.names->len; i += signing.columns)
        set_row(flow, &signing, i);
    if (date != NULL) {
        place_line(flow, signing.date_line, signing.middles[signing.columns - 1], flow->y);
        flow->y += flow->pitch;
    }
    gaz_paragraph_free(signing.date_line);
    g_array_unref(signing.names);
}

/* What a signature seal takes below flow->y: two empty lines above the first, one above the next. */
static double signature_height(const GazStamp *stamp)
{
    const GazImage *image = stamp->image;

    return image == NULL ? GAZ_SIZE : GAZ_MM(stamp->diameter) * image->height / image->width;
}

/* The office two 字 left of the seal, at its middle; the seal four 字 from the right. */
static void set_signature(GazFlow *flow, const GazNode *office)
{
    g_autoptr(GazParagraph) line = gaz_blocks_single(flow, office);
    double width = GAZ_MM(office->stamp->diameter), height = signature_height(office->stamp);
    double right = flow->width - date_right * GAZ_CELL, middle = flow->y + height / 2;

    place_line(flow, line, right - width - 2 * GAZ_CELL - line->widest / 2, middle - GAZ_SIZE / 2);
    if (office->stamp->image != NULL)
        place_image(flow, office->stamp, flow->left + right - width / 2, middle, width, height);
    flow->y += height;
}

bool gaz_seals_sign(const GazNode *signature)
{
    return gaz_seals_wanted(signature) && signature->first->stamp->signature;
}

void gaz_seals_layout_signatures(GazFlow *flow, const GazNode *signature, const GazNode *date)
{
    g_autoptr(GazParagraph) line = date == NULL ? NULL : gaz_blocks_single(flow, date);
    double leading = flow->pitch - GAZ_SIZE;

    for (const GazNode *office = signature->first; office != NULL; office = office->next) {
        double above = office == signature->first ? 2 * flow->pitch : flow->pitch;

        if (office->stamp == NULL)
            continue;
        if (!gaz_flow_need(flow, above + signature_height(office->stamp) + 2 * flow->pitch))
            flow->y += above;
        set_signature(flow, office);
    }
    flow->y += flow->pitch + leading;
    if (line != NULL) {
        place_line(flow, line, flow->width - date_right * GAZ_CELL - line->widest / 2, flow->y);
        flow->y += flow->pitch;
    }
}
