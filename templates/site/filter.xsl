<?xml version="1.0" encoding="UTF-8"?>
<!-- The filter of a list. It is imported beside a page's frame. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <!-- The frame of a filter: shown by list.js alone, as it does nothing without it. -->
  <xsl:template name="filter">
    <xsl:param name="list"/>
    <xsl:param name="words"/>
    <xsl:param name="fields"/>
    <form class="filter" hidden="hidden" role="search" aria-label="{g:say('filter.label')}" data-list="{$list}" data-shown="{g:say('filter.shown', 'n', '{n}', 'all', '{all}')}" data-none="{g:say('filter.none')}" data-remove="{g:say('filter.remove', 'what', '{what}')}" data-clear="{g:say('filter.clear')}">
      <div class="field wide-field"><label for="f-q"><xsl:value-of select="$words"/></label><input id="f-q" name="q" type="search" autocomplete="off" spellcheck="false"/></div>
      <xsl:copy-of select="$fields"/>
    </form>
    <p class="shown" role="status"></p>
    <ul class="chips" hidden="hidden"></ul>
  </xsl:template>

  <xsl:template name="options">
    <xsl:param name="name"/>
    <xsl:param name="options"/>
    <xsl:param name="label" select="g:say(concat('filter.', $name))"/>
    <div class="field"><label for="f-{$name}"><xsl:value-of select="$label"/></label>
      <select id="f-{$name}" name="{$name}"><xsl:if test="$name != 'sort'"><option value=""><g:say text="filter.all"/></option></xsl:if><xsl:copy-of select="$options"/></select></div>
  </xsl:template>
</xsl:stylesheet>
