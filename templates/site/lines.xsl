<?xml version="1.0" encoding="UTF-8"?>
<!-- The complete line list, grouped by city. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="record.xsl"/>
  <xsl:import href="filter.xsl"/>
  <xsl:template match="page" mode="title"><xsl:choose><xsl:when test="@list-year"><g:say text="lines.title-year" year="@list-year"/></xsl:when><xsl:otherwise><g:say text="lines.title"/></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="page" mode="description"><xsl:choose>
    <xsl:when test="@seen-on"><g:say text="lines.summary-year" n="number sums/@lines" operating="number sums/@operating" day="date @seen-on" date="date @as-of"/></xsl:when>
    <xsl:otherwise><g:say text="lines.summary" n="number sums/@lines" operating="number sums/@operating" date="date @as-of"/></xsl:otherwise>
  </xsl:choose></xsl:template>
  <xsl:template match="page" mode="head"><script src="{/page/@base}list.js" defer="defer"></script></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:value-of select="$title"/></h1>
      <p class="lead"><xsl:value-of select="$description"/></p>
      <p class="screen"><g:say text="lines.years"/><xsl:for-each select="year"><xsl:if test="position() &gt; 1"><xsl:text> · </xsl:text></xsl:if><xsl:choose><xsl:when test="@href"><a href="{@href}"><xsl:value-of select="@n"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@n"/></xsl:otherwise></xsl:choose></xsl:for-each></p></header>
    <xsl:apply-templates select="sums" mode="numbers"/>
    <xsl:call-template name="filter">
      <xsl:with-param name="list" select="'lines'"/>
      <xsl:with-param name="words" select="g:say('filter.search')"/>
      <xsl:with-param name="fields">
        <xsl:call-template name="options"><xsl:with-param name="name" select="'city'"/><xsl:with-param name="label" select="/page/site/city-heading/*"/><xsl:with-param name="options"><xsl:for-each select="group"><option value="{city/@code}"><g:text of="city"/></option></xsl:for-each></xsl:with-param></xsl:call-template>
        <xsl:call-template name="options"><xsl:with-param name="name" select="'status'"/><xsl:with-param name="options"><xsl:call-template name="statuses"><xsl:with-param name="lines" select="group/line"/></xsl:call-template></xsl:with-param></xsl:call-template>
        <xsl:call-template name="options"><xsl:with-param name="name" select="'mark'"/><xsl:with-param name="options">
          <option value="short"><g:say text="filter.short"/></option><option value="breach"><g:say text="filter.breach"/></option><option value="exposed"><g:say text="filter.exposed"/></option><option value="annotated"><g:say text="filter.annotated"/></option>
        </xsl:with-param></xsl:call-template>
        <xsl:call-template name="options"><xsl:with-param name="name" select="'sort'"/><xsl:with-param name="options">
          <option value=""><xsl:value-of select="g:say('filter.by-city', 'heading', /page/site/city-heading/*)"/></option><option value="-missing"><g:say text="filter.by-missing"/></option><option value="-verified"><g:say text="filter.by-verified"/></option><option value="-capacity"><g:say text="filter.by-capacity"/></option>
        </xsl:with-param></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <nav class="jump" aria-label="{g:say('lines.jump', 'unit', /page/site/city-unit/*)}"><ul>
      <xsl:for-each select="group"><li><a href="#city-{city/@code}"><g:text of="city"/></a></li></xsl:for-each>
    </ul></nav>
    <p class="caption" id="list"><g:say text="lines.caption" n="number sums/@lines"/><xsl:if test="not(@seen-on)"><xsl:text> </xsl:text><span class="caption-note"><g:say text="lines.caption-note" date="date @as-of"/></span></xsl:if></p>
    <!-- A table a city, each a part that the browser can leave alone while it is out of sight: rows of one table can't
         be. All have the same columns, so that they are read as one. -->
    <div class="scroll parts" id="lines" tabindex="0" role="region" aria-labelledby="list">
      <xsl:for-each select="group">
        <div class="part"><table class="lines listed">
          <caption id="city-{city/@code}"><span><xsl:for-each select="city"><a href="{@href}"><g:text/></a></xsl:for-each><xsl:text> </xsl:text><span class="caption-note"><g:say text="lines.count" n="number sums/@lines"/></span></span></caption>
          <xsl:call-template name="lines-head"/>
          <xsl:text>&#10;</xsl:text>
          <tbody>
            <xsl:apply-templates select="line" mode="row"/>
          </tbody>
          <tfoot><xsl:apply-templates select="sums" mode="row"/></tfoot>
        </table></div>
        <xsl:text>&#10;</xsl:text>
      </xsl:for-each>
    </div>
    <section><h2 id="badges"><g:say text="lines.key"/></h2>
      <dl class="clauses">
        <div><dt><span class="tag breach"><xsl:value-of select="g:say('badge.annotated', 'year', g:say('lines.key-year'))"/></span></dt><dd><g:say text="lines.key-annotated"/></dd></div>
        <div><dt><g:say text="column.days"/></dt><dd><g:say text="lines.key-days"/></dd></div>
        <div><dt><g:say text="column.capacity"/></dt><dd><g:say text="lines.key-capacity"/></dd></div>
      </dl>
      <p class="more"><a href="{/page/@root}data/index.html#lines"><g:say text="lines.download"/></a></p>
    </section>
  </xsl:template>

  <!-- Each status that a line has, once. -->
  <xsl:template name="statuses">
    <xsl:param name="lines"/>
    <xsl:variable name="code" select="string($lines[1]/status/@code)"/>
    <xsl:if test="$lines">
      <option value="{$code}"><xsl:apply-templates select="$lines[1]/status" mode="plain"/></option>
      <xsl:call-template name="statuses"><xsl:with-param name="lines" select="$lines[status/@code != $code]"/></xsl:call-template>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
