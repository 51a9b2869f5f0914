/* frontmatter.c - what stands around the wording of every document. */
#include "compose/frontmatter.h"

#include "compose/render.h"
#include "compose/runs.h"
#include <string.h>

static GazForm form_of(const GazNotice *notice)
{
    const GazAuthority *lead = notice->issuers->len > 0 ? notice->issuers->pdata[0] : NULL;

    if (notice->kind == GAZ_NOTICE_INTERVIEW)
        return GAZ_FORM_LETTER;
    return lead != NULL && lead->kind == GAZ_AUTHORITY_ASSOCIATION ? GAZ_FORM_PUBLICITY : GAZ_FORM_OFFICIAL;
}

static GazText join_issuers(const GazComposing *work)
{
    const GPtrArray *issuers = work->notice->issuers;
    GazValue value = {0};

    for (unsigned i = 0; i < issuers->len; i++)
        gaz_value_add_member(work->arena, work->glossary, &value, i, issuers->len,
                             ((const GazAuthority *)issuers->pdata[i])->name, NULL);
    return gaz_text(gaz_value_text(work->arena, &value, GAZ_ZH), gaz_value_text(work->arena, &value, GAZ_EN));
}

void gaz_frontmatter_notice(GazComposing *work)
{
    const GazNotice *notice = work->notice;
    GazDocument *document = work->document;
    g_autofree char *number = gaz_document_number_write(&notice->number);

    document->id = notice->id;
    document->kind = gaz_notice_kinds[notice->kind].code;
    document->kind_name = gaz_notice_kinds[notice->kind].name;
    document->form = form_of(notice);
    document->on_website = notice->kind != GAZ_NOTICE_INTERVIEW;
    document->number = gaz_arena_strdup(document->arena, number);
    document->date = notice->date;
    document->comment_from = notice->comment_from;
    document->comment_to = notice->comment_to;
    document->issuer = join_issuers(work);
    document->subject = gaz_label(work, "document.subject");
    document->continued = gaz_label(work, "document.continued");
    document->figure_continued = gaz_label(work, "document.figure-continued");
}

void gaz_frontmatter_page(GazComposing *work, const char *page)
{
    GazDocument *document = work->document;

    document->id = gaz_arena_strdup(document->arena, page);
    document->kind = "page";
    document->kind_name = gaz_label(work, "document.page");
    document->form = GAZ_FORM_PUBLICITY;
    document->on_website = true;
    document->date = work->assessment->as_of;
}

/* A node with one text. */
static GazNode *add_words(GazComposing *work, GazNode *parent, GazNodeKind kind, const GazText *text)
{
    GazNode *node = gaz_node_add(work->document, parent, kind, parent->language);

    gaz_runs_add(work->document, node, text->in[parent->language], 0, NULL);
    return node;
}

static void add_label(GazComposing *work, GazNode *parent, GazNodeKind kind, const char *id)
{
    GazText label = gaz_label(work, id);

    add_words(work, parent, kind, &label);
}

static void add_warnings(GazComposing *work, GazNode *body)
{
    const GazText *disclaimer = &work->data->publication->disclaimer;

    if (body->language == GAZ_EN && work->document->form != GAZ_FORM_POSTER)
        add_label(work, body, GAZ_NODE_TRANSLATION_NOTE,
                  work->notice == NULL ? "translation-note.page" : "translation-note");
    if (disclaimer->in[body->language] != NULL)
        add_words(work, body, GAZ_NODE_DISCLAIMER, disclaimer);
}

/* The Chinese number stays Chinese in English text, with a gloss. */
static void add_number(GazComposing *work, GazNode *body)
{
    const GazDocumentNumber *number = &work->notice->number;
    g_autofree char *written = gaz_document_number_write(number);
    const char *chinese = gaz_arena_strdup(work->arena, written);
    GazNode *node;
    GazText parts[3];

    if (chinese == NULL)
        return;
    parts[0] = gaz_text(chinese, chinese);
    parts[1] = gaz_text_year(work->arena, number->serial);
    parts[2] = gaz_text_year(work->arena, number->year);
    node = gaz_node_add(work->document, body, GAZ_NODE_NUMBER, body->language);
    gaz_runs_add(work->document, node,
                 gaz_glossary_format(work->glossary, work->arena, "number", parts, 3).in[body->language], 0,
                 NULL);
}

/* 7.2.1, 7.2.3: copy number, urgency. */
static void add_markings(GazComposing *work, GazNode *body)
{
    static const char *const labels[] = {
        [GAZ_URGENCY_URGENT] = "urgency.urgent", [GAZ_URGENCY_EXTRA] = "urgency.extra"};
    const GazNotice *notice = work->notice;
    GazText number = gaz_text(notice->copy_number, notice->copy_number), urgency;
    GazNode *node;

    if (notice->copy_number != NULL) {
        number = gaz_glossary_format(work->glossary, work->arena, "copy-number", &number, 1);
        add_words(work, body, GAZ_NODE_MARKING, &number);
    }
    if (notice->urgency != GAZ_URGENCY_NONE) {
        urgency = gaz_label(work, labels[notice->urgency]);
        node = gaz_node_add(work->document, body, GAZ_NODE_MARKING, body->language);
        gaz_runs_add(work->document, node, urgency.in[body->language], GAZ_RUN_STRONG, NULL);
    }
}

/* A label that ends with a colon, and in English with the blank that follows one. */
static const char *label_before(GazComposing *work, const GazText *label, GazLanguage language)
{
    return gaz_arena_printf(work->arena, language == GAZ_EN ? "%s " : "%s", label->in[language]);
}

/* 7.2.6, of a document to a higher authority. */
static void add_signers(GazComposing *work, GazNode *body)
{
    const GPtrArray *signers = work->notice->signers;
    GazText label = gaz_label(work, "signers");
    GazText between = gaz_glossary_between(work->glossary, work->arena, "signers.between");
    GazNode *node;

    if (signers->len == 0)
        return;
    node = gaz_node_add(work->document, body, GAZ_NODE_SIGNERS, body->language);
    gaz_runs_add(work->document, node, label_before(work, &label, body->language), 0, NULL);
    for (unsigned i = 0; i < signers->len; i++) {
        if (i > 0)
            gaz_runs_add(work->document, node, between.in[body->language], 0, NULL);
        gaz_runs_add(work->document, node, ((const GazText *)signers->pdata[i])->in[body->language], 0, NULL);
    }
}

/* The mark at the head: the issuers' names, the lead first; 文件 belongs to the form and is layout's. */
static void add_head(GazComposing *work, GazNode *body)
{
    const GPtrArray *issuers = work->notice->issuers;

    add_markings(work, body);
    if (work->document->form != GAZ_FORM_PUBLICITY)
        for (unsigned i = 0; i < issuers->len; i++)
            add_words(work, body, GAZ_NODE_ISSUER, &((const GazAuthority *)issuers->pdata[i])->name);
    if (work->document->form == GAZ_FORM_OFFICIAL)
        add_signers(work, body);
    add_number(work, body);
}

/* A notice with a red head names its issuers in the Chinese title too: 甲厅 乙厅 关于……的通知. */
static void add_title_issuers(GazComposing *work, GazNode *title, const char *words)
{
    const GPtrArray *issuers = work->notice == NULL ? NULL : work->notice->issuers;

    if (issuers == NULL || title->language != GAZ_ZH || work->document->form != GAZ_FORM_OFFICIAL)
        return;
    for (unsigned i = 0; i < issuers->len; i++) {
        const char *name = ((const GazAuthority *)issuers->pdata[i])->name.in[GAZ_ZH];
        g_autofree char *spaced = g_strconcat(name, issuers->len > 1 ? " " : "", NULL);

        if (i == 0 && g_str_has_prefix(words, name))
            return;
        gaz_runs_add(work->document, title, spaced, 0, NULL);
    }
}

/* The title's words alone, the notice's own before the wording's. */
static const char *title_words(GazComposing *work, GazLanguage language)
{
    GazNode *scratch = gaz_node_add(work->document, NULL, GAZ_NODE_TITLE, language);
    g_autofree char *text = NULL;

    if (work->notice != NULL && work->notice->title.in[language] != NULL)
        return work->notice->title.in[language];
    if (!gaz_render_title(work, gaz_words(work, language)->root, scratch))
        return NULL;
    text = gaz_node_text(scratch);
    return gaz_arena_strdup(work->arena, text);
}

static bool add_title(GazComposing *work, GazNode *body)
{
    const char *words = title_words(work, body->language);
    GazNode *title;

    if (words == NULL)
        return false;
    if (work->notice == NULL ||
        strcmp(work->notice->id, work->document->id) == 0) /* not one that it carries */
        work->document->title.in[body->language] = words;
    title = gaz_node_add(work->document, body, GAZ_NODE_TITLE, body->language);
    add_title_issuers(work, title, words);
    gaz_runs_add(work->document, title, words, 0, NULL);
    return true;
}

/* Adds texts of `names` to `node`, with marks between them and after the last. */
static void add_names(GazComposing *work, GazNode *node, const GPtrArray *names, const char *between,
                      const char *after)
{
    GazText middle = gaz_glossary_between(work->glossary, work->arena, between);
    GazText last = gaz_label(work, after);

    for (unsigned i = 0; i < names->len; i++) {
        const GazText *mark = i + 1 == names->len ? &last : &middle;

        gaz_runs_add(work->document, node, ((const GazText *)names->pdata[i])->in[node->language], 0, NULL);
        gaz_runs_add(work->document, node, mark->in[node->language], 0, NULL);
    }
}

static void add_addressees(GazComposing *work, GazNode *body)
{
    if (work->notice->addressees->len > 0)
        add_names(work, gaz_node_add(work->document, body, GAZ_NODE_ADDRESSEE, body->language),
                  work->notice->addressees, "addressee.between", "addressee.end");
}

static const GazNode *annex_title(const GazNode *annex, GazLanguage language)
{
    const GazNode *node = annex->first;

    while (node != NULL && (node->kind != GAZ_NODE_HEADING || node->language != language))
        node = node->next;
    return node;
}

/* 附件：1. …… 2. ……, each a link to its annex. */
static void add_annex_list(GazComposing *work, GazNode *body)
{
    const GazNode *annexes = work->document->annexes;
    bool only = annexes->first == annexes->last;
    GazNode *list;

    if (annexes->first == NULL)
        return;
    list = gaz_node_add(work->document, body, GAZ_NODE_ANNEX_LIST, body->language);
    list->number = gaz_label(work, only ? "annex-list.one" : "annex-list.many").in[body->language];
    for (const GazNode *annex = annexes->first; annex != NULL; annex = annex->next) {
        g_autofree char *title = gaz_node_text(annex_title(annex, body->language));
        g_autofree char *link = g_strconcat("#", annex->id, NULL);
        GazNode *item = gaz_node_add(work->document, list, GAZ_NODE_ITEM, body->language);

        item->number = annex->number;
        gaz_runs_add(work->document, gaz_node_add(work->document, item, GAZ_NODE_PARAGRAPH, body->language),
                     title, 0, link);
    }
}

/* 7.3.5.1: the seal of the Chinese text; a translation has none. */
static const GazStamp *stamp_of(GazComposing *work, const GazAuthority *authority)
{
    GazStamp *stamp = gaz_arena_new0(work->arena, GazStamp, 1);

    stamp->alternative = gaz_glossary_format(work->glossary, work->arena, "seal.of", &authority->name, 1);
    if (authority->seal != NULL) {
        stamp->image = authority->seal->image;
        stamp->diameter = authority->seal->diameter;
    }
    return stamp;
}

static void add_issuer(GazComposing *work, GazNode *signature, const GazAuthority *issuer)
{
    GazNode *name = add_words(work, signature, GAZ_NODE_PARAGRAPH, &issuer->name);

    if (work->notice->sealed && signature->language == GAZ_ZH)
        name->stamp = stamp_of(work, issuer);
}

/* 7.3.5.3: the office, and the person's seal for a signature. */
static void add_signatory(GazComposing *work, GazNode *signature, const GazText *office, const GazSeal *seal)
{
    GazNode *node = add_words(work, signature, GAZ_NODE_PARAGRAPH, office);
    GazStamp *stamp;

    if (seal == NULL || signature->language != GAZ_ZH)
        return;
    stamp = gaz_arena_new0(work->arena, GazStamp, 1);
    *stamp = (GazStamp){.image = seal->image, .diameter = seal->diameter, .signature = true};
    stamp->alternative = gaz_glossary_format(work->glossary, work->arena, "seal.signature", office, 1);
    node->stamp = stamp;
}

static void add_signature(GazComposing *work, GazNode *body)
{
    const GazNotice *notice = work->notice;
    GazNode *signature = gaz_node_add(work->document, body, GAZ_NODE_SIGNATURE, body->language);
    GazText date = gaz_text_date(work->arena, notice->date);

    for (unsigned i = 0; i < notice->signatories->len; i++)
        add_signatory(work, signature, notice->signatories->pdata[i], notice->signature_seals->pdata[i]);
    for (unsigned i = 0; notice->signatories->len == 0 && i < notice->issuers->len; i++)
        add_issuer(work, signature, notice->issuers->pdata[i]);
    add_words(work, body, GAZ_NODE_DATE, &date);
    if (notice->remark.in[body->language] != NULL)
        add_words(work, body, GAZ_NODE_REMARK, &notice->remark);
    else if (notice->public_text)
        add_label(work, body, GAZ_NODE_REMARK, "remark.public");
}

static void add_copies(GazComposing *work, GazNode *imprint)
{
    GazText label = gaz_label(work, "copies");
    GazNode *copies;

    if (work->notice->copies->len == 0)
        return;
    copies = gaz_node_add(work->document, imprint, GAZ_NODE_COPIES, imprint->language);
    gaz_runs_add(work->document, copies, label_before(work, &label, imprint->language), 0, NULL);
    add_names(work, copies, work->notice->copies, "copies.between", "copies.end");
}

static void add_printed(GazComposing *work, GazNode *imprint)
{
    const GazAuthority *lead = work->notice->issuers->len > 0 ? work->notice->issuers->pdata[0] : NULL;
    const GazText *office;
    GazText date, printed;
    GazNode *node;

    if (work->notice->printed_on == GAZ_NO_DATE || lead == NULL)
        return;
    office = lead->office.in[imprint->language] != NULL ? &lead->office : &lead->name;
    date = gaz_text_date(work->arena, work->notice->printed_on);
    printed = gaz_glossary_format(work->glossary, work->arena, "printed", &date, 1);
    node = add_words(work, imprint, GAZ_NODE_PRINTED, office);
    gaz_runs_add(work->document, node, printed.in[imprint->language], 0, NULL);
}

/* 版记: of the document form; a letter has 抄送 only (GB/T 9704 10.1). */
static void add_imprint(GazComposing *work, GazLanguage language)
{
    GazNode *imprint = gaz_node_add(work->document, NULL, GAZ_NODE_IMPRINT, language);

    if (work->document->form == GAZ_FORM_PUBLICITY)
        return;
    add_copies(work, imprint);
    if (work->document->form == GAZ_FORM_OFFICIAL)
        add_printed(work, imprint);
    if (imprint->first != NULL)
        work->document->imprints[language] = imprint;
}

/* What a notice carries whole: its text, with everything around it, and its imprint, in one language. */
static bool add_carried(GazComposing *inner, GazNode *annex, GazLanguage language)
{
    GazNode *body = gaz_node_add(inner->document, annex, GAZ_NODE_BODY, language), *imprint;
    bool ok;

    add_head(inner, body);
    ok = add_title(inner, body);
    add_addressees(inner, body);
    ok &= gaz_render(inner, gaz_words(inner, language)->root, language, body);
    add_signature(inner, body);
    imprint = gaz_node_add(inner->document, annex, GAZ_NODE_IMPRINT, language);
    add_copies(inner, imprint);
    add_printed(inner, imprint);
    return ok;
}

bool gaz_carried_add(const GazComposing *work, const GazNotice *notice, GazNode *annex)
{
    GazComposing inner = *work;
    bool ok = true;

    inner.notice = notice;
    inner.name = gaz_notice_kinds[notice->kind].code;
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        ok &= add_carried(&inner, annex, language);
    return ok;
}

bool gaz_body_add(GazComposing *work, GazLanguage language)
{
    GazNode *body = work->document->bodies[language];
    bool ok;

    add_warnings(work, body);
    if (work->notice != NULL)
        add_head(work, body);
    ok = add_title(work, body);
    if (work->notice != NULL)
        add_addressees(work, body);
    ok &= gaz_render(work, gaz_words(work, language)->root, language, body);
    if (work->notice == NULL)
        return ok;
    add_annex_list(work, body);
    add_signature(work, body);
    add_imprint(work, language);
    return ok;
}
