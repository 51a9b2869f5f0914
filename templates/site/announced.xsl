<?xml version="1.0" encoding="UTF-8"?>
<!-- The record of what was announced, and how anyone can check it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="nav.announced"/></xsl:template>
  <xsl:template match="page" mode="description"><g:say text="announced.description"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:value-of select="$title"/></h1><p class="lead"><xsl:value-of select="$description"/></p></header>
    <section><h2 id="how"><g:say text="announced.how"/></h2>
      <ol><li><g:say text="announced.how-pdf"/></li><li><g:say text="announced.how-chain"/></li><li><g:say text="announced.how-tree"/></li></ol>
      <p><g:say text="announced.how-all"/><xsl:text> </xsl:text><code>gazette verify</code></p></section>
    <section><h2 id="manifests"><g:say text="announced.manifests"/></h2>
      <xsl:choose>
        <xsl:when test="manifest">
          <ul><xsl:for-each select="manifest"><li><p><a href="{@href}"><xsl:value-of select="@name"/></a><xsl:text> </xsl:text><span class="quiet"><xsl:call-template name="bytes"><xsl:with-param name="bytes" select="@bytes"/></xsl:call-template></span></p><p class="quiet sum"><g:say text="announced.sum"/><code><xsl:value-of select="@sha256"/></code></p></li></xsl:for-each></ul>
        </xsl:when>
        <xsl:otherwise><p><g:say text="announced.none"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
