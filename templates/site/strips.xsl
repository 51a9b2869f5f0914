<?xml version="1.0" encoding="UTF-8"?>
<!-- A strip a line, its name and its days beside it; the same in words for those who don't see it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="record.xsl"/>

  <xsl:template name="strips">
    <xsl:param name="lines"/>
    <g:part name="key"/>
    <ul class="year-strips">
      <xsl:for-each select="$lines">
        <li>
          <p class="label"><a href="{@href}"><xsl:if test="/page/@kind = 'city'"><g:text of="owner"/><xsl:text> </xsl:text></xsl:if><g:text of="name"/></a><xsl:text> </xsl:text><xsl:if test="status/@code != 'operating'"><span class="tag"><g:text of="status"/></span><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="." mode="badges"/></p>
          <xsl:value-of select="calendar" disable-output-escaping="yes"/>
          <p class="words" id="strip-{@id}"><xsl:apply-templates select="." mode="year"/></p>
        </li>
      </xsl:for-each>
    </ul>
  </xsl:template>
</xsl:stylesheet>
