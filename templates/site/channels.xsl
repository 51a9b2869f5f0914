<?xml version="1.0" encoding="UTF-8"?>
<!-- Complaint channels: the document, and the poster to hang up. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="words.xsl"/>

  <xsl:template match="page" mode="after">
    <p class="more"><a href="{$root}poster.html"><xsl:value-of select="g:say('channels.poster')"/></a></p>
  </xsl:template>
</xsl:stylesheet>
