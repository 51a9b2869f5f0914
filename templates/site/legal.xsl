<?xml version="1.0" encoding="UTF-8"?>
<!-- The legal basis. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="words.xsl"/>
</xsl:stylesheet>
