/* tag.c - attributes have no place in libxml2's tree: it is found again in the start tag. */
#include "read/schema.h"

#include <string.h>

/* A name begins after white space or a prefix, outside quotes, and ends before "=". */
static bool is_name_at(const char *at, const char *name)
{
    size_t length = strlen(name);

    return strchr(" \t\r\n:", at[-1]) != NULL && strncmp(at, name, length) == 0 &&
           strchr(" \t\r\n=", at[length]) != NULL;
}

GazPlace gaz_tag_attribute(GazInput *input, const GazTag *tag, const char *name, size_t *from)
{
    char quote = '\0';

    for (size_t i = *from == 0 ? tag->start + 1 : *from; i < tag->end; i++) {
        char byte = input->text[i];

        if (quote != '\0') {
            quote = byte == quote ? '\0' : quote;
        } else if (byte == '"' || byte == '\'') {
            quote = byte;
        } else if (is_name_at(input->text + i, name)) {
            *from = i + strlen(name);
            return gaz_input_place(input, i);
        }
    }
    return tag->place;
}
