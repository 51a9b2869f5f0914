<?xml version="1.0" encoding="UTF-8"?>
<!-- All notices by date, newest first, under their years. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:import href="listed.xsl"/>
  <xsl:import href="filter.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="nav.notices"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('notices.description', 'n', count(notice))"/></xsl:template>
  <xsl:template match="page" mode="head"><script src="{/page/@base}list.js" defer="defer"></script></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say text="nav.notices"/></h1>
      <p class="lead"><xsl:value-of select="g:say('notices.description', 'n', count(notice))"/></p></header>
    <xsl:call-template name="filter">
      <xsl:with-param name="list" select="'list'"/>
      <xsl:with-param name="words" select="g:say('filter.words')"/>
      <xsl:with-param name="fields">
        <xsl:call-template name="options"><xsl:with-param name="name" select="'kind'"/><xsl:with-param name="options"><xsl:for-each select="notice[not(@kind = preceding-sibling::notice/@kind)]"><option value="{@kind}"><xsl:value-of select="kind-name/*"/></option></xsl:for-each></xsl:with-param></xsl:call-template>
        <xsl:call-template name="options"><xsl:with-param name="name" select="'year'"/><xsl:with-param name="options"><xsl:for-each select="notice[not(substring(@date, 1, 4) = substring(preceding-sibling::notice[1]/@date, 1, 4))]"><option value="{substring(@date, 1, 4)}"><xsl:value-of select="substring(@date, 1, 4)"/></option></xsl:for-each></xsl:with-param></xsl:call-template>
      </xsl:with-param>
    </xsl:call-template>
    <div id="list">
    <xsl:for-each select="notice">
      <xsl:variable name="year" select="substring(@date, 1, 4)"/>
      <xsl:if test="not(preceding-sibling::notice[1]) or substring(preceding-sibling::notice[1]/@date, 1, 4) != $year">
        <section><h2 id="y{$year}"><xsl:value-of select="g:say('year', 'year', $year)"/></h2>
          <ul class="notices"><xsl:apply-templates select="../notice[substring(@date, 1, 4) = $year]" mode="item"/></ul>
        </section>
      </xsl:if>
    </xsl:for-each>
    </div>
    <xsl:if test="@url-home"><p class="more"><a href="{/page/@root}notices.atom"><g:say text="feed.notices"/></a></p></xsl:if>
  </xsl:template>
</xsl:stylesheet>
