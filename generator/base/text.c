/* text.c - names of the two languages. */
#include "base/text.h"

const char *gaz_language_tag(GazLanguage language)
{
    return language == GAZ_ZH ? "zh-CN" : "en";
}

const char *gaz_language_code(GazLanguage language)
{
    return language == GAZ_ZH ? "zh" : "en";
}
