<?xml version="1.0" encoding="UTF-8"?>
<!-- sitemap.xml: each page with its counterpart and the date of its newest fact. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:template match="/addresses">
    <urlset>
      <xsl:for-each select="address">
        <xsl:if test="../@zh"><url><loc><xsl:value-of select="concat(../@base, @path)"/></loc><xsl:call-template name="rest"/></url></xsl:if>
        <xsl:if test="../@en"><url><loc><xsl:value-of select="concat(../@base, 'en/', @path)"/></loc><xsl:call-template name="rest"/></url></xsl:if>
      </xsl:for-each>
    </urlset>
  </xsl:template>
  <xsl:template name="rest">
    <lastmod><xsl:value-of select="@changed"/></lastmod>
    <xsl:if test="../@zh and ../@en">
      <xhtml:link rel="alternate" hreflang="zh-Hans" href="{../@base}{@path}"/>
      <xhtml:link rel="alternate" hreflang="en" href="{../@base}en/{@path}"/>
      <xhtml:link rel="alternate" hreflang="x-default" href="{../@base}{@path}"/>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
