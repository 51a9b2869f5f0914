<?xml version="1.0" encoding="UTF-8"?>
<!-- No such page, said in both languages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="g:say('missing.title')"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('missing.title')"/></xsl:template>
  <xsl:template match="page" mode="head"><meta name="robots" content="noindex"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:value-of select="g:say('missing.title')"/></h1></header>
    <p><xsl:value-of select="g:say('missing.text')"/></p>
    <p><xsl:attribute name="lang"><xsl:call-template name="other-tag"/></xsl:attribute><xsl:value-of select="g:say('missing.other')"/></p>
    <form class="search" role="search" method="get" action="{$root}lines.html">
      <label for="q"><xsl:value-of select="g:say('home.search')"/></label>
      <div><input id="q" name="q" type="search" autocomplete="off" spellcheck="false"/><button type="submit"><xsl:value-of select="g:say('home.search-go')"/></button></div>
    </form>
    <ul>
      <li><a href="{$root}lines.html"><xsl:value-of select="g:say('nav.lines')"/></a></li>
      <li><a href="{$root}notices.html"><xsl:value-of select="g:say('nav.notices')"/></a></li>
      <li><a href="{$root}violations.html"><xsl:value-of select="g:say('nav.violations')"/></a></li>
      <li><a href="{$root}consultations.html"><xsl:value-of select="g:say('nav.consultations')"/></a></li>
      <li><a href="{$root}channels.html"><xsl:value-of select="g:say('nav.channels')"/></a></li>
    </ul>
  </xsl:template>
</xsl:stylesheet>
