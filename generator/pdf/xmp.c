/* xmp.c - the document information once more, as XMP (ISO 16684-1), with what the file claims to be. */
#include "pdf/information.h"

#include <libxml/xmlwriter.h>
#include <string.h>

static void element(xmlTextWriterPtr to, const char *name, const char *text)
{
    xmlTextWriterWriteElement(to, BAD_CAST name, BAD_CAST text);
}

static void begin(xmlTextWriterPtr to, const char *name)
{
    xmlTextWriterStartElement(to, BAD_CAST name);
}

static void begin_resource(xmlTextWriterPtr to, const char *name)
{
    begin(to, name);
    xmlTextWriterWriteAttribute(to, BAD_CAST "rdf:parseType", BAD_CAST "Resource");
}

static void end(xmlTextWriterPtr to, unsigned levels)
{
    for (unsigned i = 0; i < levels; i++)
        xmlTextWriterEndElement(to);
}

static void item(xmlTextWriterPtr to, const char *language, const char *text)
{
    begin(to, "rdf:li");
    if (language != NULL)
        xmlTextWriterWriteAttribute(to, BAD_CAST "xml:lang", BAD_CAST language);
    xmlTextWriterWriteString(to, BAD_CAST text);
    end(to, 1);
}

/* `text` of the information as the default, and what the document says in each of the file's languages. */
static void alternatives(xmlTextWriterPtr to, const char *name, const char *text, const GazText *each,
                         GazLanguageSet languages)
{
    if (text == NULL)
        return;
    begin(to, name);
    begin(to, "rdf:Alt");
    item(to, "x-default", text);
    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if ((languages & 1u << language) != 0 && each->in[language] != NULL)
            item(to, gaz_language_tag(language), each->in[language]);
    end(to, 2);
}

static void list(xmlTextWriterPtr to, const char *name, const char *kind, const char *const *texts)
{
    if (texts[0] == NULL)
        return;
    begin(to, name);
    begin(to, kind);
    for (; *texts != NULL; texts++)
        item(to, NULL, *texts);
    end(to, 2);
}

static void languages_of(xmlTextWriterPtr to, GazLanguageSet languages)
{
    const char *texts[GAZ_LANGUAGES + 1] = {NULL};
    unsigned count = 0;

    for (GazLanguage language = GAZ_ZH; language < GAZ_LANGUAGES; language++)
        if ((languages & 1u << language) != 0)
            texts[count++] = gaz_language_tag(language);
    list(to, "dc:language", "rdf:Bag", texts);
}

/* PDF/A 6.6.2.3: a schema that it doesn't know is described in the file: pdfuaid is none of its own. */
static void extension(xmlTextWriterPtr to)
{
    begin(to, "pdfaExtension:schemas");
    begin(to, "rdf:Bag");
    begin_resource(to, "rdf:li");
    element(to, "pdfaSchema:schema", "PDF/UA Universal Accessibility Schema");
    element(to, "pdfaSchema:namespaceURI", "http://www.aiim.org/pdfua/ns/id/");
    element(to, "pdfaSchema:prefix", "pdfuaid");
    begin(to, "pdfaSchema:property");
    begin(to, "rdf:Seq");
    begin_resource(to, "rdf:li");
    element(to, "pdfaProperty:name", "part");
    element(to, "pdfaProperty:valueType", "Integer");
    element(to, "pdfaProperty:category", "internal");
    element(to, "pdfaProperty:description", "Part of ISO 14289 to which the file conforms");
    end(to, 7);
}

static void namespaces(xmlTextWriterPtr to)
{
    static const char *const names[][2] = {{"xmlns:dc", "http://purl.org/dc/elements/1.1/"},
                                           {"xmlns:xmp", "http://ns.adobe.com/xap/1.0/"},
                                           {"xmlns:pdf", "http://ns.adobe.com/pdf/1.3/"},
                                           {"xmlns:pdfaid", "http://www.aiim.org/pdfa/ns/id/"},
                                           {"xmlns:pdfuaid", "http://www.aiim.org/pdfua/ns/id/"},
                                           {"xmlns:pdfaExtension", "http://www.aiim.org/pdfa/ns/extension/"},
                                           {"xmlns:pdfaSchema", "http://www.aiim.org/pdfa/ns/schema#"},
                                           {"xmlns:pdfaProperty", "http://www.aiim.org/pdfa/ns/property#"}};

    xmlTextWriterWriteAttribute(to, BAD_CAST "rdf:about", BAD_CAST "");
    for (unsigned i = 0; i < G_N_ELEMENTS(names); i++)
        xmlTextWriterWriteAttribute(to, BAD_CAST names[i][0], BAD_CAST names[i][1]);
}

static void describe(const GazInformation *information, xmlTextWriterPtr to)
{
    const char *authors[] = {information->author, NULL};
    g_autofree char *date = gaz_information_date(information->document->date, false);

    alternatives(to, "dc:title", information->title, &information->document->title, information->languages);
    list(to, "dc:creator", "rdf:Seq", authors);
    alternatives(to, "dc:description", information->subject, &information->document->subject,
                 information->languages);
    languages_of(to, information->languages);
    element(to, "xmp:CreatorTool", GAZ_PROGRAM);
    element(to, "xmp:CreateDate", date);
    element(to, "xmp:ModifyDate", date);
    element(to, "pdf:Producer", GAZ_PROGRAM);
    element(to, "pdfaid:part", "2");
    element(to, "pdfaid:conformance", "A");
    element(to, "pdfuaid:part", "1");
    extension(to);
}

char *gaz_information_xmp(const GazInformation *information)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr to = xmlNewTextWriterMemory(buffer, 0);
    char *packet;

    xmlTextWriterSetIndent(to, 1);
    xmlTextWriterWritePI(to, BAD_CAST "xpacket", BAD_CAST "begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\"");
    begin(to, "x:xmpmeta");
    xmlTextWriterWriteAttribute(to, BAD_CAST "xmlns:x", BAD_CAST "adobe:ns:meta/");
    begin(to, "rdf:RDF");
    xmlTextWriterWriteAttribute(to, BAD_CAST "xmlns:rdf",
                                BAD_CAST "http://www.w3.org/1999/02/22-rdf-syntax-ns#");
    begin(to, "rdf:Description");
    namespaces(to);
    describe(information, to);
    end(to, 3);
    xmlTextWriterWritePI(to, BAD_CAST "xpacket", BAD_CAST "end=\"w\"");
    xmlFreeTextWriter(to);
    packet = g_strdup((const char *)xmlBufferContent(buffer));
    xmlBufferFree(buffer);
    return packet;
}
