<?xml version="1.0" encoding="UTF-8"?>
<!-- The complete line list, grouped by city. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="record.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="g:say('lines.title')"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('lines.summary', 'n', g:number(sums/@lines), 'operating', g:number(sums/@operating), 'date', g:date(@as-of))"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:value-of select="g:say('lines.title')"/></h1>
      <p class="lead"><xsl:value-of select="g:say('lines.summary', 'n', g:number(sums/@lines), 'operating', g:number(sums/@operating), 'date', g:date(@as-of))"/></p></header>
    <nav class="jump" aria-label="{g:say('lines.jump')}"><ul>
      <xsl:for-each select="group"><li><a href="#city-{city/@code}"><xsl:apply-templates select="city" mode="text"/></a></li></xsl:for-each>
    </ul></nav>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="list">
      <table class="lines">
        <caption id="list"><xsl:value-of select="g:say('lines.caption', 'n', g:number(sums/@lines))"/><xsl:text> </xsl:text><span class="caption-note"><xsl:value-of select="g:say('lines.caption-note', 'date', g:date(@as-of))"/></span></caption>
        <xsl:call-template name="lines-head"/>
        <xsl:text>&#10;</xsl:text>
        <xsl:for-each select="group">
          <tbody>
            <tr class="group"><th scope="rowgroup" colspan="8" id="city-{city/@code}"><span><xsl:apply-templates select="city" mode="text"/><xsl:text> </xsl:text><span class="quiet"><xsl:value-of select="g:say('lines.count', 'n', g:number(sums/@lines))"/></span></span></th></tr>
            <xsl:text>&#10;</xsl:text>
            <xsl:apply-templates select="line" mode="row"/>
            <xsl:apply-templates select="sums" mode="row"><xsl:with-param name="label" select="g:say('lines.subtotal')"/></xsl:apply-templates>
          </tbody>
        </xsl:for-each>
        <tfoot><xsl:apply-templates select="sums" mode="row"><xsl:with-param name="label" select="g:say('lines.total')"/><xsl:with-param name="class" select="'total'"/></xsl:apply-templates></tfoot>
      </table>
    </div>
    <section aria-labelledby="badges"><h2 id="badges"><xsl:value-of select="g:say('lines.key')"/></h2>
      <dl class="clauses">
        <div><dt><span class="tag breach"><xsl:value-of select="g:say('badge.annotated', 'year', g:say('lines.key-year'))"/></span></dt><dd><xsl:value-of select="g:say('lines.key-annotated')"/></dd></div>
        <div><dt><xsl:value-of select="g:say('column.days')"/></dt><dd><xsl:value-of select="g:say('lines.key-days')"/></dd></div>
      </dl>
      <p class="more"><a href="{$root}data/index.html#lines"><xsl:value-of select="g:say('lines.download')"/></a></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
