/* printing.c - what a process at work tells: "p" and which PDF it wrote, of how many pages and bytes; in the
 * end "k" and what its files were made from. */
#include "program/printing.h"

#include "base/tree.h"
#include "program/jobs.h"
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

/* What all processes know. */
typedef struct {
    const GazPrinting *printing;
    GPtrArray *missing; /* of GazPrint *: those to be made */
    bool beside;        /* whether there is a core for a thread of each process */
    unsigned notices;   /* of all that are told of */
} Work;

static void clear_print(void *data)
{
    g_free(((GazPrint *)data)->address);
}

GArray *gaz_prints_new(void)
{
    GArray *prints = g_array_new(FALSE, TRUE, sizeof(GazPrint));

    g_array_set_clear_func(prints, clear_print);
    return prints;
}

bool gaz_print_is_told(const GazPrint *print)
{
    return print->issue != NULL && !print->announced;
}

const GazPrint *gaz_prints_lookup(const GArray *prints, const GazIssue *issue, bool announced)
{
    for (unsigned i = 0; i < prints->len; i++) {
        const GazPrint *print = &g_array_index(prints, GazPrint, i);

        if (print->issue == issue && print->announced == announced)
            return print;
    }
    return NULL;
}

/* Rows and blocks of a document. */
static size_t weigh(const GazDocument *document)
{
    const GazNode *roots[] = {document->bodies[GAZ_ZH], document->bodies[GAZ_EN], document->annexes};
    size_t weight = 0;

    for (unsigned i = 0; i < G_N_ELEMENTS(roots); i++)
        for (const GazNode *node = roots[i]; node != NULL; node = gaz_node_next(node, roots[i]))
            weight += 1 + (node->table == NULL ? 0 : node->table->rows->len);
    return weight;
}

/* The longest work begins first, so that none is left alone with it at the end. */
static int compare_weights(const void *a, const void *b)
{
    const GazPrint *first = a, *second = b;

    if (first->weight != second->weight)
        return first->weight > second->weight ? -1 : 1;
    return strcmp(first->address, second->address);
}

/* With its NUL. */
static void add_string(GazKeying *to, const char *text)
{
    gaz_keying_add(to, text, strlen(text) + 1);
}

static void add_text(GazKeying *to, const GazText *text)
{
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        add_string(to, text->in[language] == NULL ? "" : text->in[language]);
}

static void add_stamp(GazKeying *to, const GazStamp *stamp)
{
    char diameter[G_ASCII_DTOSTR_BUF_SIZE];
    GazKey image = {""};

    if (stamp->image != NULL)
        image = gaz_key_of(stamp->image->bytes, stamp->image->length);
    add_string(to, image.text);
    add_string(to, g_ascii_dtostr(diameter, sizeof diameter, stamp->diameter));
    add_string(to, stamp->signature ? "signature" : "seal");
    add_text(to, &stamp->alternative);
}

/* What the pages show though the tree as announced doesn't say it. */
static void add_unwritten(GazKeying *to, const GazDocument *document)
{
    const GazNode *bodies[] = {document->bodies[GAZ_ZH], document->bodies[GAZ_EN]};

    add_text(to, &document->continued);
    add_text(to, &document->figure_continued);
    add_text(to, &document->standing);
    for (unsigned i = 0; i < G_N_ELEMENTS(bodies); i++)
        for (const GazNode *node = bodies[i]; node != NULL; node = gaz_node_next(node, bodies[i]))
            if (node->stamp != NULL)
                add_stamp(to, node->stamp);
}

/* As its PDF is set: what it says of itself may differ. The rest is lent. */
static GazDocument document_of(const GazPrint *print)
{
    GazDocument document = *print->document;

    if (print->announced)
        document.standing = gaz_text(NULL, NULL);
    return document;
}

/* Of all that the document is set from, and the languages it is set in; of its tree by the key known. */
static GazKey find_key(const GazPrinting *printing, const GazPrint *print)
{
    const GazDocument document = document_of(print);
    GazKeying *keying = gaz_keying_new();

    gaz_keying_add(keying, &printing->languages, sizeof printing->languages);
    add_unwritten(keying, &document);
    add_string(keying, gaz_known_document(printing->known, print->document)->text);
    return gaz_keying_end(keying);
}

static char *path_of(const GazPrint *print)
{
    return g_build_filename(print->folder, print->address, NULL);
}

/* The PDF of last time, where its document is the same. */
static bool take_pdf(const GazPrinting *printing, GazPrint *print)
{
    g_autofree char *path = path_of(print);
    struct stat file;

    if (!gaz_kept_take(printing->kept, path, &print->key, &print->facts.pages) || stat(path, &file) != 0)
        return false;
    print->facts.bytes = (size_t)file.st_size;
    return true;
}

static bool write_pdf(const Work *work, const GazPrint *print, GazPdfFacts *facts, GError **error)
{
    const GazPrinting *printing = work->printing;
    g_autofree char *path = path_of(print);
    g_autofree char *parent = g_path_get_dirname(path);
    const GazDocument document = document_of(print);
    const GazPress press = {printing->fonts, printing->languages, work->beside};

    if (g_mkdir_with_parents(parent, 0777) != 0)
        return gaz_tree_fail(error, parent, "create the folder");
    if (!gaz_pdf_write(&document, &press, path, facts, error))
        return false;
    if (print->announced) /* made for its sum alone, and removed again (program/recording.c) */
        return true;
    gaz_kept_note_sum(printing->kept, path, &facts->sum);
    gaz_kept_note(printing->kept, path, &print->key, facts->pages);
    return true;
}

/* One process's part. */
static bool print_some(GazTurns *turns, const GazTeller *teller, void *user, GError **error)
{
    const Work *work = user;
    g_autofree char *notes = NULL;
    g_autofree char *last = NULL;

    gaz_kept_begin(work->printing->kept);
    for (unsigned i = 0; i < work->missing->len; i++) {
        GazPdfFacts facts;
        g_autofree char *text = NULL;

        if (!gaz_turns_take(turns))
            continue;
        if (!write_pdf(work, work->missing->pdata[i], &facts, error))
            return false;
        text = g_strdup_printf("p%u %u %zu", i, facts.pages, facts.bytes);
        if (!gaz_jobs_tell(teller, text, error))
            return false;
    }
    notes = gaz_kept_tell(work->printing->kept);
    last = g_strconcat("k", notes, NULL);
    return gaz_jobs_tell(teller, last, error);
}

static void tell(const Work *work, const GazPrint *print)
{
    if (gaz_print_is_told(print))
        work->printing->done(print, work->notices, work->printing->user);
}

static void take_note(const char *text, void *user)
{
    const Work *work = user;
    GazPdfFacts facts = {0};
    unsigned at;
    GazPrint *print;

    if (text[0] == 'k')
        gaz_kept_hear(work->printing->kept, text + 1);
    if (sscanf(text, "p%u %u %zu", &at, &facts.pages, &facts.bytes) != 3)
        return;
    print = work->missing->pdata[at];
    print->facts = facts;
    tell(work, print);
}

bool gaz_prints_write(GArray *prints, const GazPrinting *printing, GError **error)
{
    g_autoptr(GPtrArray) missing = g_ptr_array_new();
    Work work = {.printing = printing, .missing = missing};
    GazJobs jobs = {print_some, take_note, &work};

    for (unsigned i = 0; i < prints->len; i++) {
        GazPrint *print = &g_array_index(prints, GazPrint, i);

        print->weight = weigh(print->document);
        print->key = find_key(printing, print);
        work.notices += gaz_print_is_told(print);
    }
    g_array_sort(prints, compare_weights);
    for (unsigned i = 0; i < prints->len; i++) {
        GazPrint *print = &g_array_index(prints, GazPrint, i);

        if (take_pdf(printing, print))
            tell(&work, print);
        else
            g_ptr_array_add(missing, print);
    }
    work.beside = 2 * missing->len <= printing->jobs;
    return missing->len == 0 || gaz_jobs_run(&jobs, MIN(printing->jobs, missing->len), error);
}
