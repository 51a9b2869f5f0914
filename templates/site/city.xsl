<?xml version="1.0" encoding="UTF-8"?>
<!-- A city: its lines, enterprises, channels (in the foot) and the notices that name them. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="strips.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="group/city/*"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="group/city/*"/><g:say text="title.separator"/><g:say text="lines.count" n="number group/sums/@lines"/></xsl:template>
  <xsl:template match="page" mode="here"><g:text of="group/city"/></xsl:template>
  <xsl:template match="page" mode="head"><xsl:if test="@url-home"><link rel="alternate" type="application/atom+xml" href="{/page/@root}cities/{group/city/@code}.atom"><xsl:attribute name="title"><xsl:value-of select="group/city/*"/></xsl:attribute></link></xsl:if></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:text of="group/city"/></h1></header>
    <xsl:choose>
      <xsl:when test="group/line">
        <xsl:apply-templates select="group/sums" mode="numbers"/>
        <section><h2 id="strips"><g:say text="city.strips"/></h2>
          <xsl:call-template name="strips"><xsl:with-param name="lines" select="group/line"/></xsl:call-template></section>
        <section><h2 id="list"><g:say text="city.list"/></h2>
          <div class="scroll" tabindex="0" role="region" aria-labelledby="list"><table class="lines">
            <xsl:call-template name="lines-head"/>
            <tbody><xsl:apply-templates select="group/line" mode="row"/></tbody>
            <tfoot><xsl:apply-templates select="group/sums" mode="row"/></tfoot>
          </table></div></section>
      </xsl:when>
      <xsl:otherwise><p><g:say text="city.none"/></p></xsl:otherwise>
    </xsl:choose>
    <xsl:if test="notice">
      <section><h2 id="notices"><g:say text="city.notices"/></h2>
        <ul class="notices"><xsl:for-each select="notice"><g:part name="notice-" of="@id"/></xsl:for-each></ul>
        <xsl:if test="@url-home"><p class="more"><a href="{/page/@root}cities/{group/city/@code}.atom"><g:say text="feed.city"/></a></p></xsl:if></section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
