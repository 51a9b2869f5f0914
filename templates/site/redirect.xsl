<?xml version="1.0" encoding="UTF-8"?>
<!-- An address that something once had: it leads on to where that is now, by itself and by hand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>

  <xsl:template match="/page">
    <html lang="{g:say('tag')}">
      <head>
        <meta charset="utf-8"/>
        <xsl:call-template name="policy"/>
        <meta http-equiv="refresh" content="0; url={to/@href}"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <meta name="robots" content="noindex"/>
        <title><g:say text="redirect.title"/><g:say text="title.separator"/><xsl:value-of select="/page/site/title/*"/></title>
        <xsl:if test="@url-home"><link rel="canonical" href="{@url-home}{to/@path}"/></xsl:if>
        <link rel="stylesheet" href="{/page/@base}style.css"/>
      </head>
      <body>
        <main id="main"><h1><g:say text="redirect.title"/></h1>
          <p><a href="{to/@href}"><g:say text="redirect.here"/></a></p></main>
      </body>
    </html>
  </xsl:template>
</xsl:stylesheet>
