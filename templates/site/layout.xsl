<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page: head, and the marks where navigation and foot go (frame.xsl). A page's stylesheet imports this one and gives, for
     match="page", the modes title, description and main, and where it has them here (what its crumbs end with) and head.
     Words come from strings.xml by g:say(); facts come from C as element page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:variable name="title"><xsl:apply-templates select="/page" mode="title"/></xsl:variable>
  <xsl:variable name="description"><xsl:apply-templates select="/page" mode="description"/></xsl:variable>

  <!-- Each page names itself, its counterpart and the way to it; full addresses only where the site's own is known. -->
  <xsl:template match="/page">
    <html lang="{g:say('tag')}">
      <head>
        <g:part name="head"/>
        <title><xsl:value-of select="$title"/><xsl:if test="@kind != 'home'"><g:part name="of-site"/></xsl:if></title>
        <meta name="description" content="{$description}"/>
        <xsl:if test="site/draft and @path != '404.html'"><meta name="robots" content="noindex"/></xsl:if>
        <meta property="og:title" content="{$title}"/>
        <meta property="og:description" content="{$description}"/>
        <xsl:choose>
          <xsl:when test="@kind = 'notice'"><meta property="og:type" content="article"/></xsl:when>
          <xsl:otherwise><meta property="og:type" content="website"/></xsl:otherwise>
        </xsl:choose>
        <xsl:if test="@url-home">
          <meta property="og:url" content="{@address}"/>
          <link rel="canonical" href="{@address}"/>
          <xsl:if test="@url-zh and @url-en">
            <link rel="alternate" hreflang="zh-Hans" href="{@url-zh}"/>
            <link rel="alternate" hreflang="en" href="{@url-en}"/>
            <link rel="alternate" hreflang="x-default" href="{@url-zh}"/>
          </xsl:if>
          <xsl:if test="@belongs-to"><script type="application/ld+json"><g:part name="trail-" of="@belongs-to"/><g:json of="$title"/>}]}</script></xsl:if>
        </xsl:if>
        <xsl:apply-templates select="." mode="head"/>
      </head>
      <body class="page-{@kind}">
        <g:part name="skip"/>
        <header class="masthead">
          <g:part name="standing"/>
          <div class="wide">
            <g:part name="nav"/>
            <xsl:if test="@other">
              <a class="language" href="{@other}" rel="alternate" lang="{g:say('tag.other')}" hreflang="{g:say('tag.other')}"><g:say text="language.other"/></a>
            </xsl:if>
          </div>
        </header>
        <xsl:text>&#10;</xsl:text>
        <xsl:if test="@belongs-to">
          <!-- The way back up: home, then the list the page belongs to. -->
          <nav class="crumbs" aria-label="{g:say('crumbs.label')}">
            <ol>
              <g:part name="crumbs-" of="@belongs-to"/>
              <li aria-current="page"><xsl:apply-templates select="." mode="here"/></li>
            </ol>
          </nav>
        </xsl:if>
        <main id="main" tabindex="-1">
          <xsl:apply-templates select="." mode="main"/>
          <!-- As of when, from where, and what to do where something is wrong: at the end of every page. -->
          <footer class="colophon">
            <g:part name="as-of"/>
            <p class="screen"><xsl:call-template name="correction-mail"><xsl:with-param name="about" select="$title"/><xsl:with-param name="label" select="'colophon.wrong'"/></xsl:call-template><g:part name="corrections"/></p>
            <xsl:if test="@url-home"><p class="print"><xsl:value-of select="@address"/></p></xsl:if>
          </footer>
        </main>
        <xsl:text>&#10;</xsl:text>
        <g:part name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- What a page may leave out. -->
  <xsl:template match="page" mode="title"/>
  <xsl:template match="page" mode="description"/>
  <xsl:template match="page" mode="here"/>
  <xsl:template match="page" mode="head"/>

  <xsl:template name="policy">
    <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"/>
  </xsl:template>

  <!-- A mail with the page, what it is about and the date of the data filled in; without an address, the rules. `label`: the
       text of the link. -->
  <xsl:template name="correction-mail">
    <xsl:param name="about"/>
    <xsl:param name="label"/>
    <xsl:variable name="subject"><g:say text="correction.subject" about="$about"/></xsl:variable>
    <xsl:variable name="body"><g:say text="correction.body" where="/page/@address" date="date /page/@as-of"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="/page/site/@email"><a href="mailto:{/page/site/@email}?subject={g:uri($subject)}&amp;body={g:uri($body)}"><g:say text="$label"/></a></xsl:when>
      <xsl:otherwise><a href="{/page/@root}corrections.html"><g:say text="$label"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A way to reach an authority, ready to be tapped. -->
  <xsl:template match="channel" mode="link">
    <xsl:variable name="value"><xsl:value-of select="value/*"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="kind/@code = 'phone'"><a class="phone" href="tel:{translate($value, ' -()（）', '')}"><xsl:value-of select="$value"/></a></xsl:when>
      <xsl:when test="kind/@code = 'fax'"><span class="phone"><xsl:value-of select="$value"/></span></xsl:when>
      <xsl:when test="kind/@code = 'email'"><a href="mailto:{$value}?subject={g:uri(g:say('channel.subject'))}"><xsl:call-template name="address"><xsl:with-param name="text" select="$value"/></xsl:call-template></a></xsl:when>
      <xsl:when test="kind/@code = 'web' and (starts-with($value, 'https://') or starts-with($value, 'http://'))"><a href="{$value}" rel="external"><xsl:call-template name="address"><xsl:with-param name="text" select="$value"/></xsl:call-template></a></xsl:when>
      <xsl:otherwise><g:text of="value"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- An address of mail or web, too long for many a line: it breaks where its parts meet. -->
  <xsl:template name="address">
    <xsl:param name="text"/>
    <xsl:variable name="mark"><xsl:choose><xsl:when test="contains($text, '//')">//</xsl:when><xsl:when test="contains($text, '@')">@</xsl:when></xsl:choose></xsl:variable>
    <xsl:variable name="place" select="substring-after($text, $mark)"/>
    <xsl:if test="$mark != ''"><xsl:value-of select="concat(substring-before($text, $mark), $mark)"/><wbr/></xsl:if>
    <xsl:choose>
      <xsl:when test="$mark = '//' and contains($place, '/')"><xsl:value-of select="substring-before($place, '/')"/><wbr/><xsl:value-of select="concat('/', substring-after($place, '/'))"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="$place"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A text in the page's language; where it is only in the other, it says so by its lang. -->
  <xsl:template match="*" mode="text"><g:text/></xsl:template>

  <xsl:template match="*" mode="plain"><xsl:value-of select="*"/></xsl:template>

  <!-- A title as a heading: on a narrow screen a line doesn't end within the name of what all this is about. -->
  <xsl:template match="title" mode="heading">
    <xsl:choose>
      <xsl:when test="@only"><g:text/></xsl:when>
      <xsl:otherwise><xsl:call-template name="unbroken"><xsl:with-param name="text" select="string(*)"/></xsl:call-template></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="unbroken">
    <xsl:param name="text"/>
    <xsl:variable name="name"><xsl:choose>
      <xsl:when test="contains($text, '错峰生产')">错峰生产</xsl:when>
      <xsl:when test="contains($text, 'Off-Peak')">Off-Peak</xsl:when>
      <xsl:otherwise>Off-peak</xsl:otherwise>
    </xsl:choose></xsl:variable>
    <xsl:choose>
      <xsl:when test="contains($text, $name)">
        <xsl:value-of select="substring-before($text, $name)"/>
        <span class="whole"><xsl:value-of select="$name"/></span>
        <xsl:call-template name="unbroken"><xsl:with-param name="text" select="substring-after($text, $name)"/></xsl:call-template>
      </xsl:when>
      <xsl:otherwise><xsl:value-of select="$text"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A text as a link, where it has a way. -->
  <xsl:template match="*" mode="named-link">
    <xsl:choose>
      <xsl:when test="@href"><a href="{@href}"><g:text/></a></xsl:when>
      <xsl:otherwise><g:text/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="bytes">
    <xsl:param name="bytes"/>
    <xsl:choose>
      <xsl:when test="$bytes &gt;= 1048576"><xsl:value-of select="concat(format-number($bytes div 1048576, '0.0'), ' MB')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(ceiling($bytes div 1024), ' kB')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
