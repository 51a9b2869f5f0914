/* pdf_text.c - a content stream cut into words, and the few operators that show text or mark it. */
#include "pdf_text.h"

#include <check.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

struct PdfText {
    qpdf_data pdf;
    GHashTable *fonts; /* object to map: code to char * */
    GHashTable *pages; /* object to pieces: GPtrArray of GString * by number */
};

static void free_piece(void *piece)
{
    if (piece != NULL)
        g_string_free(piece, TRUE);
}

PdfText *pdf_text_new(qpdf_data pdf)
{
    PdfText *text = g_new0(PdfText, 1);

    text->pdf = pdf;
    text->fonts = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_hash_table_unref);
    text->pages = g_hash_table_new_full(NULL, NULL, NULL, (GDestroyNotify)g_ptr_array_unref);
    return text;
}

void pdf_text_free(PdfText *text)
{
    g_hash_table_unref(text->fonts);
    g_hash_table_unref(text->pages);
    g_free(text);
}

/* Words of a stream: "/Name", "12", "BDC", "[", "<<"; a string is "(" with its bytes after it. */
typedef struct {
    const char *at, *end;
    GString *word;
} Words;

static int hex_pair(const char *at)
{
    return g_ascii_xdigit_value(at[0]) * 16 + g_ascii_xdigit_value(at[1]);
}

static void take_hex(Words *words)
{
    g_string_assign(words->word, "(");
    for (; words->at < words->end && *words->at != '>'; words->at += g_ascii_isxdigit(*words->at) ? 2 : 1)
        if (g_ascii_isxdigit(*words->at))
            g_string_append_c(words->word, (char)hex_pair(words->at));
    words->at++;
}

static void take_escape(Words *words)
{
    static const char from[] = "nrtbf", to[] = "\n\r\t\b\f";
    const char *known = strchr(from, *words->at);

    if (*words->at >= '0' && *words->at <= '7') {
        int value = 0;

        for (unsigned i = 0; i < 3 && words->at < words->end && *words->at >= '0' && *words->at <= '7'; i++)
            value = value * 8 + *words->at++ - '0';
        g_string_append_c(words->word, (char)value);
        return;
    }
    g_string_append_c(words->word, known != NULL && *words->at != '\0' ? to[known - from] : *words->at);
    words->at++;
}

static void take_literal(Words *words)
{
    unsigned depth = 1;

    g_string_assign(words->word, "(");
    while (words->at < words->end && depth > 0) {
        char byte = *words->at++;

        depth += byte == '(';
        depth -= byte == ')';
        if (byte == '\\')
            take_escape(words);
        else if (depth > 0)
            g_string_append_c(words->word, byte);
    }
}

static bool is_delimiter(char byte)
{
    return byte != '\0' && strchr("()<>[]{}/%", byte) != NULL;
}

static void take_regular(Words *words)
{
    g_string_truncate(words->word, 0);
    do
        g_string_append_c(words->word, *words->at++);
    while (words->at < words->end && !g_ascii_isspace(*words->at) && !is_delimiter(*words->at));
}

static bool next_word(Words *words)
{
    while (words->at < words->end && g_ascii_isspace(*words->at))
        words->at++;
    if (words->at >= words->end)
        return false;
    if (*words->at == '(') {
        words->at++;
        take_literal(words);
    } else if (g_str_has_prefix(words->at, "<<") || g_str_has_prefix(words->at, ">>")) {
        g_string_assign(words->word, *words->at == '<' ? "<<" : ">>");
        words->at += 2;
    } else if (*words->at == '<') {
        words->at++;
        take_hex(words);
    } else {
        take_regular(words);
    }
    return true;
}

/* Bytes of UTF-16, the mark before them left out. */
static char *from_utf16(const char *bytes, size_t length)
{
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0) {
        bytes += 2;
        length -= 2;
    }
    return g_convert(bytes, (gssize)length, "UTF-8", "UTF-16BE", NULL, NULL, NULL);
}

static unsigned code_of(const char *bytes)
{
    return (unsigned)(guchar)bytes[0] << 8 | (guchar)bytes[1];
}

static char *stream_of(qpdf_data pdf, qpdf_oh stream, size_t *length)
{
    unsigned char *content = NULL;

    ck_assert_int_eq(qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_all, NULL, &content, length), QPDF_SUCCESS);
    return (char *)content;
}

/* The pairs between beginbfchar and endbfchar, as this program's files have no ranges. */
static GHashTable *read_map(qpdf_data pdf, qpdf_oh font)
{
    GHashTable *map = g_hash_table_new_full(NULL, NULL, NULL, g_free);
    size_t length = 0;
    char *content = stream_of(pdf, qpdf_oh_get_key(pdf, font, "/ToUnicode"), &length);
    Words words = {content, content + length, g_string_new(NULL)};
    bool inside = false;
    gint64 code = -1;

    while (next_word(&words)) {
        ck_assert_str_ne(words.word->str, "beginbfrange");
        if (g_str_has_suffix(words.word->str, "bfchar"))
            inside = g_str_has_prefix(words.word->str, "begin");
        else if (inside && code < 0)
            code = code_of(words.word->str + 1);
        else if (inside) {
            g_hash_table_insert(map, GUINT_TO_POINTER((unsigned)code),
                                from_utf16(words.word->str + 1, words.word->len - 1));
            code = -1;
        }
    }
    g_string_free(words.word, TRUE);
    free(content);
    return map;
}

static const GHashTable *map_of(PdfText *text, qpdf_oh page, const char *name)
{
    qpdf_oh resources = qpdf_oh_get_key(text->pdf, page, "/Resources");
    qpdf_oh font = qpdf_oh_get_key(text->pdf, qpdf_oh_get_key(text->pdf, resources, "/Font"), name);
    gpointer key = GINT_TO_POINTER(qpdf_oh_get_object_id(text->pdf, font));
    GHashTable *map = g_hash_table_lookup(text->fonts, key);

    if (map == NULL) {
        map = read_map(text->pdf, font);
        g_hash_table_insert(text->fonts, key, map);
    }
    return map;
}

/* A page while it is read. */
typedef struct {
    PdfText *text;
    qpdf_oh page;
    GPtrArray *pieces;
    const GHashTable *map;
    GString *piece; /* at hand; NULL: an artifact */
    int depth;      /* of marked content */
    int spoken;     /* depth of content whose text is said instead of it; 0: none */
} Reading;

static void begin_content(Reading *reading, int number, const char *said)
{
    reading->depth++;
    if (number >= 0) {
        ck_assert_int_eq(reading->depth, 1);
        if (reading->pieces->len <= (unsigned)number)
            g_ptr_array_set_size(reading->pieces, number + 1);
        ck_assert_ptr_null(reading->pieces->pdata[number]);
        reading->piece = reading->pieces->pdata[number] = g_string_new(NULL);
    } else if (said != NULL) {
        reading->spoken = reading->depth;
        g_string_append(reading->piece, said);
    }
}

static void end_content(Reading *reading)
{
    ck_assert_int_gt(reading->depth, 0);
    if (reading->spoken == reading->depth)
        reading->spoken = 0;
    if (--reading->depth == 0)
        reading->piece = NULL;
}

static void show(Reading *reading, const char *bytes, size_t length)
{
    ck_assert_int_gt(reading->depth, 0); /* nothing is shown outside of elements and artifacts */
    if (reading->piece == NULL || reading->spoken > 0)
        return;
    for (size_t i = 0; i + 1 < length; i += 2) {
        const char *said =
            g_hash_table_lookup((GHashTable *)reading->map, GUINT_TO_POINTER(code_of(bytes + i)));

        ck_assert_msg(said != NULL && *said != '\0', "a glyph says nothing");
        g_string_append(reading->piece, said);
    }
}

/* What is known of the operands before an operator. */
typedef struct {
    int number; /* after /MCID; -1: none */
    char *said; /* after /ActualText; NULL: none */
    char *name; /* last seen */
} Operands;

static void take_operand(Operands *operands, const GString *word)
{
    bool of_said = g_strcmp0(operands->name, "/ActualText") == 0;

    if (*word->str == '/') {
        g_free(operands->name);
        operands->name = g_strdup(word->str);
    } else if (*word->str == '(' && of_said) {
        g_free(operands->said);
        operands->said = from_utf16(word->str + 1, word->len - 1);
    } else if (g_strcmp0(operands->name, "/MCID") == 0 && g_ascii_isdigit(*word->str)) {
        operands->number = atoi(word->str);
    }
}

static void operate(Reading *reading, const char *operator, Operands * operands)
{
    if (strcmp(operator, "BDC") == 0 || strcmp(operator, "BMC") == 0)
        begin_content(reading, operands->number, operands->said);
    else if (strcmp(operator, "EMC") == 0)
        end_content(reading);
    else if (strcmp(operator, "Tf") == 0)
        reading->map = map_of(reading->text, reading->page, operands->name);
    g_clear_pointer(&operands->said, g_free);
    g_clear_pointer(&operands->name, g_free);
    operands->number = -1;
}

static GPtrArray *read_page(PdfText *text, qpdf_oh page)
{
    Reading reading = {.text = text, .page = page, .pieces = g_ptr_array_new_with_free_func(free_piece)};
    Operands operands = {.number = -1};
    size_t length = 0;
    char *content = stream_of(text->pdf, qpdf_oh_get_key(text->pdf, page, "/Contents"), &length);
    Words words = {content, content + length, g_string_new(NULL)};

    while (next_word(&words)) {
        const GString *word = words.word;

        if (*word->str == '(' && g_strcmp0(operands.name, "/ActualText") != 0)
            show(&reading, word->str + 1, word->len - 1);
        else if (g_ascii_isalpha(*word->str))
            operate(&reading, word->str, &operands);
        else
            take_operand(&operands, word);
    }
    ck_assert_int_eq(reading.depth, 0);
    operate(&reading, "", &operands);
    g_string_free(words.word, TRUE);
    free(content);
    return reading.pieces;
}

const char *pdf_text_piece(PdfText *text, qpdf_oh page, unsigned number)
{
    gpointer key = GINT_TO_POINTER(qpdf_oh_get_object_id(text->pdf, page));
    GPtrArray *pieces = g_hash_table_lookup(text->pages, key);

    if (pieces == NULL) {
        pieces = read_page(text, page);
        g_hash_table_insert(text->pages, key, pieces);
    }
    return number < pieces->len && pieces->pdata[number] != NULL ? ((GString *)pieces->pdata[number])->str
                                                                 : NULL;
}
