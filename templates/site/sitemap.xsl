<?xml version="1.0" encoding="UTF-8"?>
<!-- sitemap.xml: each page with its counterpart and the date of its newest fact. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:variable name="base" select="/addresses/@base"/>
  <xsl:variable name="zh" select="boolean(/addresses/@zh)"/>
  <xsl:variable name="en" select="boolean(/addresses/@en)"/>
  <xsl:template match="/addresses">
    <urlset>
      <xsl:for-each select="address">
        <xsl:variable name="chinese" select="concat($base, @path)"/>
        <xsl:variable name="english" select="concat($base, 'en/', @path)"/>
        <xsl:if test="$zh"><url><loc><xsl:value-of select="$chinese"/></loc><xsl:call-template name="rest"><xsl:with-param name="chinese" select="$chinese"/><xsl:with-param name="english" select="$english"/></xsl:call-template></url></xsl:if>
        <xsl:if test="$en"><url><loc><xsl:value-of select="$english"/></loc><xsl:call-template name="rest"><xsl:with-param name="chinese" select="$chinese"/><xsl:with-param name="english" select="$english"/></xsl:call-template></url></xsl:if>
      </xsl:for-each>
    </urlset>
  </xsl:template>
  <xsl:template name="rest">
    <xsl:param name="chinese"/>
    <xsl:param name="english"/>
    <lastmod><xsl:value-of select="@changed"/></lastmod>
    <xsl:if test="$zh and $en">
      <xhtml:link rel="alternate" hreflang="zh-Hans" href="{$chinese}"/>
      <xhtml:link rel="alternate" hreflang="en" href="{$english}"/>
      <xhtml:link rel="alternate" hreflang="x-default" href="{$chinese}"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
