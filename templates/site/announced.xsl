<?xml version="1.0" encoding="UTF-8"?>
<!-- The record of what was announced, and how anyone can check it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="record.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="g:say('nav.announced')"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('announced.description')"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:value-of select="$title"/></h1><p class="lead"><xsl:value-of select="$description"/></p></header>
    <section><h2 id="how"><xsl:value-of select="g:say('announced.how')"/></h2>
      <ol><li><xsl:value-of select="g:say('announced.how-pdf')"/></li><li><xsl:value-of select="g:say('announced.how-chain')"/></li><li><xsl:value-of select="g:say('announced.how-tree')"/></li></ol>
      <p><xsl:value-of select="g:say('announced.how-all')"/><xsl:text> </xsl:text><code>gazette verify</code></p></section>
    <section><h2 id="manifests"><xsl:value-of select="g:say('announced.manifests')"/></h2>
      <xsl:choose>
        <xsl:when test="manifest">
          <ul><xsl:for-each select="manifest"><li><p><a href="{@href}"><xsl:value-of select="@name"/></a><xsl:text> </xsl:text><span class="quiet"><xsl:call-template name="bytes"><xsl:with-param name="bytes" select="@bytes"/></xsl:call-template></span></p><p class="quiet sum"><xsl:value-of select="g:say('announced.sum')"/><code><xsl:value-of select="@sha256"/></code></p></li></xsl:for-each></ul>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('announced.none')"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
