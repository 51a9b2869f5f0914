/* difference.h - what differs between two trees, in words of both languages:
 * 附件1“时间”表“一号”行“天数”栏：由“120” 改为“121”. The words are labels of the glossary, "differ. ...". */
#ifndef GAZETTE_COMPOSE_DIFFERENCE_H
#define GAZETTE_COMPOSE_DIFFERENCE_H
#include "compose/glossary.h"
#include "document/compare.h"

/* Where it is: "Annex 1, table “Periods”, row “No. 1”, column “Days”"; `say_language`: and in the text of
 * which language, where it is one's alone. In `arena`. */
GazText gaz_difference_place(const GazGlossary *glossary, GazArena *arena, const GazDifference *difference,
                             bool say_language);

/* Where it is, what it was and is. In `arena`. */
GazText gaz_difference_words(const GazGlossary *glossary, GazArena *arena, const GazDifference *difference);

/* `text` without what it has in common with `other` at its beginning and end but for a few characters, "……"
 * in their place: the words that differ, to be quoted. Short texts stay whole. In `arena`. */
const char *gaz_difference_excerpt(GazArena *arena, const char *text, const char *other,
                                   GazLanguage language);

#endif
