<?xml version="1.0" encoding="UTF-8"?>
<!-- Enterprises by city. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="nav.enterprises"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('enterprises.summary', 'n', g:number(string(count(group/enterprise))))"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say text="nav.enterprises"/></h1><p class="lead"><xsl:value-of select="g:say('enterprises.summary', 'n', g:number(string(count(group/enterprise))))"/></p></header>
    <xsl:for-each select="group[enterprise]">
      <section><h2 id="city-{city/@code}"><a href="{city/@href}"><g:text of="city"/></a></h2>
        <ul class="columns"><xsl:for-each select="enterprise"><li><a href="{@href}"><g:text of="name"/></a><xsl:text> </xsl:text><span class="quiet"><g:say text="lines.count" n="sums/@lines"/></span></li></xsl:for-each></ul>
      </section>
    </xsl:for-each>
  </xsl:template>
</xsl:stylesheet>
