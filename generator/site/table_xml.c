/* table_xml.c - rows through libxml2's writer, which does all escaping. */
#include "site/table_xml.h"
#include "site/cell.h"
#include <libxml/xmlwriter.h>

static void add_row(xmlTextWriterPtr writer, const GazTable *table, const void *record)
{
    xmlTextWriterStartElement(writer, BAD_CAST "row");
    for (unsigned i = 0; i < table->column_count; i++) {
        g_autofree char *text = gaz_open_data_text(&table->columns[i], record);

        if (text[0] != '\0')
            xmlTextWriterWriteElement(writer, BAD_CAST table->columns[i].name, BAD_CAST text);
    }
    xmlTextWriterEndElement(writer);
}

GString *gaz_table_xml_write(const GazTable *table, const GPtrArray *rows, GazDate as_of)
{
    xmlBufferPtr buffer = xmlBufferCreate();
    xmlTextWriterPtr writer = xmlNewTextWriterMemory(buffer, 0);
    char date[11];
    GString *xml;

    xmlTextWriterSetIndent(writer, 1);
    xmlTextWriterStartDocument(writer, NULL, "UTF-8", NULL);
    xmlTextWriterStartElement(writer, BAD_CAST "table");
    xmlTextWriterWriteAttribute(writer, BAD_CAST "name", BAD_CAST table->name);
    xmlTextWriterWriteAttribute(writer, BAD_CAST "as-of", BAD_CAST gaz_date_write(as_of, date));
    for (unsigned i = 0; i < rows->len; i++)
        add_row(writer, table, rows->pdata[i]);
    xmlTextWriterEndDocument(writer);
    xmlFreeTextWriter(writer);
    xml = g_string_new_len((const char *)xmlBufferContent(buffer), xmlBufferLength(buffer));
    xmlBufferFree(buffer);
    return xml;
}
