<?xml version="1.0" encoding="UTF-8"?>
<!-- About: the document, and what only the website has to say. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="words.xsl"/>

  <xsl:template match="page" mode="after">
    <section><h2 id="accessibility"><g:say text="about.accessibility"/></h2><p><g:say text="about.accessibility-text"/></p></section>
    <p class="more"><a href="{/page/@root}corrections.html"><g:say text="nav.corrections"/></a></p>
  </xsl:template>
</xsl:stylesheet>
