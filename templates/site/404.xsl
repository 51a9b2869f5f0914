<?xml version="1.0" encoding="UTF-8"?>
<!-- No such page, said in both languages. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="missing.title"/></xsl:template>
  <xsl:template match="page" mode="description"><g:say text="missing.title"/></xsl:template>
  <xsl:template match="page" mode="head"><meta name="robots" content="noindex"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say text="missing.title"/></h1></header>
    <p><g:say text="missing.text"/></p>
    <p lang="{g:say('tag.other')}"><g:say text="missing.other"/></p>
    <form class="search" role="search" method="get" action="{/page/@root}lines.html">
      <label for="q"><g:say text="home.search"/></label>
      <div><input id="q" name="q" type="search" autocomplete="off" spellcheck="false"/><button type="submit"><g:say text="home.search-go"/></button></div>
    </form>
    <ul>
      <li><a href="{/page/@root}lines.html"><g:say text="nav.lines"/></a></li>
      <li><a href="{/page/@root}notices.html"><g:say text="nav.notices"/></a></li>
      <li><a href="{/page/@root}violations.html"><g:say text="nav.violations"/></a></li>
      <li><a href="{/page/@root}consultations.html"><g:say text="nav.consultations"/></a></li>
      <li><a href="{/page/@root}channels.html"><g:say text="nav.channels"/></a></li>
    </ul>
  </xsl:template>
</xsl:stylesheet>
