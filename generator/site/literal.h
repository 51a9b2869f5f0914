/* literal.h - what a stylesheet says literally, made ready before libxslt compiles it. Elements that stand in
 * a template as they are to stand on the page become text of HTML, with what is asked of C among it
 * (asked.h):
 *
 *   <td class="n"><g:days of="@days"/></td>
 *   <g:html>[<td class="n">]<g:days of="@days"/>[</td>]</g:html>     [...] being text
 *
 * libxslt makes each such element, its attributes and their values for every page anew: that is half of its
 * work. Elements stay elements where they are the root of what a stylesheet makes ("/page" is matched for),
 * scripts or style sheets, or where something within gives them an attribute or an attribute asks for more
 * than a value or a text ("{owner/@href}", "{$title}", "{g:say('skip')}"). */
#ifndef GAZETTE_SITE_LITERAL_H
#define GAZETTE_SITE_LITERAL_H
#include <libxml/tree.h>

/* Changes `sheet`, as it was parsed; nothing where its output is XML, or it asks C for nothing. */
void gaz_literal_write_out(xmlDocPtr sheet);

#endif
