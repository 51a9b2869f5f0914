<?xml version="1.0" encoding="UTF-8"?>
<!-- Complaint channels: the document, and the poster to hang up. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="words.xsl"/>

  <xsl:template match="page" mode="before">
    <xsl:if test="poster">
      <p class="download"><a href="{poster/@href}"><g:say text="channels.poster"/></a><xsl:text> </xsl:text><span class="quiet"><xsl:call-template name="bytes"><xsl:with-param name="bytes" select="poster/@bytes"/></xsl:call-template></span></p>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
