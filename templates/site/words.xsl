<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages that are words: about, legal basis, complaint channels. What they say comes from the document tree. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="document.xsl"/>

  <xsl:template match="page" mode="title"><xsl:choose><xsl:when test="document/title/zh"><xsl:value-of select="document/title/*"/></xsl:when><xsl:otherwise><xsl:value-of select="g:say(concat('nav.', @kind))"/></xsl:otherwise></xsl:choose></xsl:template>
  <xsl:template match="page" mode="description"><xsl:choose><xsl:when test="document/brief/zh"><xsl:value-of select="document/brief/*"/></xsl:when><xsl:otherwise><xsl:apply-templates select="." mode="title"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:apply-templates select="." mode="title"/></h1>
      <xsl:if test="document/brief/zh"><p class="lead"><g:text of="document/brief"/></p></xsl:if></header>
    <xsl:apply-templates select="." mode="before"/>
    <xsl:apply-templates select="document" mode="text-proper"/>
    <xsl:apply-templates select="." mode="after"/>
  </xsl:template>

  <xsl:template match="page" mode="before"/>
  <xsl:template match="page" mode="after"/>
</xsl:stylesheet>
