<?xml version="1.0" encoding="UTF-8"?>
<!-- The frame of every page: head, and the marks where navigation and foot go (frame.xsl). A page's stylesheet imports this one and gives, for
     match="page", the modes title, description and main, and where it has them crumbs and head.
     Words come from strings.xml by g:say(); facts come from C as element page. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:output method="html" encoding="UTF-8" indent="no"/>

  <xsl:variable name="lang" select="/page/@lang"/>
  <xsl:variable name="root" select="/page/@root"/>
  <xsl:variable name="base" select="/page/@base"/>
  <xsl:variable name="as-of" select="/page/@as-of"/>
  <xsl:variable name="site" select="/page/site"/>
  <xsl:variable name="title"><xsl:apply-templates select="/page" mode="title"/></xsl:variable>
  <xsl:variable name="description"><xsl:apply-templates select="/page" mode="description"/></xsl:variable>

  <xsl:template match="/page">
    <html>
      <xsl:attribute name="lang"><xsl:call-template name="tag"/></xsl:attribute>
      <head>
        <meta charset="utf-8"/>
        <xsl:call-template name="policy"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:call-template name="full-title"/></title>
        <meta name="description" content="{$description}"/>
        <meta name="color-scheme" content="light dark"/>
        <xsl:if test="$site/draft and @path != '404.html'"><meta name="robots" content="noindex"/></xsl:if>
        <link rel="stylesheet" href="{$base}style.css"/>
        <link rel="icon" type="image/svg+xml" href="{$base}icon.svg"/>
        <xsl:call-template name="alternates"/>
        <xsl:call-template name="feeds"/>
        <xsl:call-template name="shared"/>
        <xsl:call-template name="site-metas"/>
        <xsl:apply-templates select="." mode="head"/>
        <xsl:call-template name="breadcrumb-data"/>
      </head>
      <body class="page-{@kind}">
        <a class="skip" href="#main"><g:say id="skip"/></a>
        <xsl:text>&#10;</xsl:text>
        <header class="masthead">
          <xsl:if test="$site/draft">
            <p class="disclaimer draft"><span><xsl:apply-templates select="$site/draft" mode="text"/></span></p>
          </xsl:if>
          <xsl:if test="$site/disclaimer">
            <p class="disclaimer"><span><xsl:apply-templates select="$site/disclaimer" mode="text"/></span></p>
          </xsl:if>
          <div class="wide">
            <g:part name="nav"/>
            <xsl:if test="@other">
              <a class="language" href="{@other}" rel="alternate">
                <xsl:attribute name="lang"><xsl:call-template name="other-tag"/></xsl:attribute>
                <xsl:attribute name="hreflang"><xsl:call-template name="other-tag"/></xsl:attribute>
                <g:say id="language.other"/>
              </a>
            </xsl:if>
          </div>
        </header>
        <xsl:text>&#10;</xsl:text>
        <xsl:apply-templates select="." mode="crumbs"/>
        <main id="main" tabindex="-1">
          <xsl:apply-templates select="." mode="main"/>
          <xsl:call-template name="colophon"/>
        </main>
        <xsl:text>&#10;</xsl:text>
        <g:part name="foot"/>
      </body>
    </html>
  </xsl:template>

  <!-- What a page may leave out. -->
  <xsl:template match="page" mode="title"/>
  <xsl:template match="page" mode="description"/>
  <xsl:template match="page" mode="crumbs"/>
  <xsl:template match="page" mode="head"/>

  <xsl:template name="policy">
    <meta http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; base-uri 'none'; form-action 'self'"/>
  </xsl:template>

  <xsl:template name="full-title">
    <xsl:value-of select="$title"/>
    <xsl:if test="@kind != 'home'">
      <g:say id="title.separator"/>
      <xsl:apply-templates select="$site/title" mode="plain"/>
    </xsl:if>
  </xsl:template>

  <!-- Each page names itself and its counterpart; full addresses only where the site's own is known. -->
  <xsl:template name="alternates">
    <xsl:if test="@url-zh and $lang = 'zh'"><link rel="canonical" href="{@url-zh}"/></xsl:if>
    <xsl:if test="@url-en and $lang = 'en'"><link rel="canonical" href="{@url-en}"/></xsl:if>
    <xsl:if test="@url-zh and @url-en">
      <link rel="alternate" hreflang="zh-Hans" href="{@url-zh}"/>
      <link rel="alternate" hreflang="en" href="{@url-en}"/>
      <link rel="alternate" hreflang="x-default" href="{@url-zh}"/>
    </xsl:if>
  </xsl:template>

  <xsl:template name="feeds">
    <xsl:if test="@url-home">
      <link rel="alternate" type="application/atom+xml" href="{$root}notices.atom" title="{g:say('nav.notices')}"/>
      <link rel="alternate" type="application/atom+xml" href="{$root}findings.atom" title="{g:say('nav.violations')}"/>
      <xsl:if test="@kind = 'corrections'"><link rel="alternate" type="application/atom+xml" href="{$root}corrections.atom" title="{g:say('nav.corrections')}"/></xsl:if>
      <xsl:if test="@kind = 'city'"><link rel="alternate" type="application/atom+xml" href="{$root}cities/{group/city/@code}.atom"><xsl:attribute name="title"><xsl:apply-templates select="group/city" mode="plain"/></xsl:attribute></link></xsl:if>
    </xsl:if>
  </xsl:template>

  <!-- What others show when the page is shared. -->
  <xsl:template name="shared">
    <meta property="og:title" content="{$title}"/>
    <meta property="og:site_name"><xsl:attribute name="content"><xsl:apply-templates select="$site/title" mode="plain"/></xsl:attribute></meta>
    <meta property="og:description" content="{$description}"/>
    <meta property="og:type"><xsl:attribute name="content"><xsl:choose><xsl:when test="@kind = 'notice'">article</xsl:when><xsl:otherwise>website</xsl:otherwise></xsl:choose></xsl:attribute></meta>
    <meta property="og:locale"><xsl:attribute name="content"><xsl:choose><xsl:when test="$lang = 'zh'">zh_CN</xsl:when><xsl:otherwise>en_GB</xsl:otherwise></xsl:choose></xsl:attribute></meta>
    <xsl:if test="@other"><meta property="og:locale:alternate"><xsl:attribute name="content"><xsl:choose><xsl:when test="$lang = 'zh'">en_GB</xsl:when><xsl:otherwise>zh_CN</xsl:otherwise></xsl:choose></xsl:attribute></meta></xsl:if>
    <xsl:if test="@url-home">
      <meta property="og:url" content="{@url-home}{@path}"/>
      <meta property="og:image" content="{@url-site}share.png"/>
      <meta property="og:image:width" content="1200"/><meta property="og:image:height" content="630"/>
      <meta property="og:image:alt" content="{g:say('share.alt', 'year', $site/@year)}"/>
    </xsl:if>
  </xsl:template>

  <!-- Chinese government sites name themselves and the column in meta elements; what isn't given is left out. -->
  <xsl:template name="site-metas">
    <meta name="SiteName"><xsl:attribute name="content"><xsl:apply-templates select="$site/title" mode="plain"/></xsl:attribute></meta>
    <xsl:for-each select="$site/meta[@name = 'site-domain']"><meta name="SiteDomain"><xsl:attribute name="content"><xsl:apply-templates select="." mode="plain"/></xsl:attribute></meta></xsl:for-each>
    <xsl:for-each select="$site/meta[@name = 'site-id-code']"><meta name="SiteIDCode"><xsl:attribute name="content"><xsl:apply-templates select="." mode="plain"/></xsl:attribute></meta></xsl:for-each>
  </xsl:template>

  <!-- As of when, from where, and what to do where something is wrong: at the end of every page. -->
  <xsl:template name="colophon">
    <footer class="colophon">
      <g:part name="as-of"/>
      <p class="screen"><xsl:call-template name="correction-mail"><xsl:with-param name="about" select="$title"/><xsl:with-param name="label" select="g:say('colophon.wrong')"/></xsl:call-template><xsl:text> · </xsl:text><a href="{$root}corrections.html"><g:say id="nav.corrections"/></a></p>
      <xsl:variable name="url" select="@url-zh[$lang = 'zh'] | @url-en[$lang = 'en']"/>
      <xsl:if test="$url"><p class="print"><xsl:value-of select="$url"/></p></xsl:if>
    </footer>
  </xsl:template>

  <!-- A mail with the page, what it is about and the date of the data filled in; without an address, the rules. -->
  <xsl:template name="correction-mail">
    <xsl:param name="about"/>
    <xsl:param name="label"/>
    <xsl:variable name="address" select="$site/@email"/>
    <xsl:variable name="where"><xsl:choose><xsl:when test="/page/@url-home"><xsl:value-of select="concat(/page/@url-home, /page/@path)"/></xsl:when><xsl:otherwise><xsl:value-of select="/page/@path"/></xsl:otherwise></xsl:choose></xsl:variable>
    <xsl:choose>
      <xsl:when test="$address"><a href="mailto:{$address}?subject={g:uri(g:say('correction.subject', 'about', string($about)))}&amp;body={g:uri(g:say('correction.body', 'where', string($where), 'date', g:date($as-of)))}"><xsl:value-of select="$label"/></a></xsl:when>
      <xsl:otherwise><a href="{$root}corrections.html"><xsl:value-of select="$label"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A way to reach an authority, ready to be tapped. -->
  <xsl:template match="channel" mode="link">
    <xsl:variable name="value"><xsl:apply-templates select="value" mode="plain"/></xsl:variable>
    <xsl:choose>
      <xsl:when test="kind/@code = 'phone'"><a class="phone" href="tel:{translate($value, ' -()（）', '')}"><xsl:value-of select="$value"/></a></xsl:when>
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
    <xsl:variable name="name" select="'错峰生产'"/>
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

  <xsl:template name="tag">
    <xsl:choose><xsl:when test="$lang = 'zh'">zh-CN</xsl:when><xsl:otherwise>en</xsl:otherwise></xsl:choose>
  </xsl:template>

  <xsl:template name="other-tag">
    <xsl:choose><xsl:when test="$lang = 'zh'">en</xsl:when><xsl:otherwise>zh-CN</xsl:otherwise></xsl:choose>
  </xsl:template>

  <!-- The way back up: home, then the list the page belongs to. -->
  <xsl:template name="crumbs">
    <xsl:param name="to"/>
    <xsl:param name="here"/>
    <nav class="crumbs" aria-label="{g:say('crumbs.label')}">
      <ol>
        <li><a href="{$root}index.html"><g:say id="nav.home"/></a></li>
        <li><a href="{$root}{$to}.html"><xsl:value-of select="g:say(concat('nav.', $to))"/></a></li>
        <li aria-current="page"><xsl:copy-of select="$here"/></li>
      </ol>
    </nav>
  </xsl:template>

  <!-- The same way for machines. -->
  <xsl:template name="breadcrumb-data">
    <xsl:variable name="to"><xsl:apply-templates select="." mode="belongs-to"/></xsl:variable>
    <xsl:if test="@url-home and $to != ''">
      <script type="application/ld+json"><xsl:processing-instruction name="part">trail-<xsl:value-of select="$to"/></xsl:processing-instruction><xsl:value-of select="g:json(string($title))"/>}]}</script>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="belongs-to"/>
  <xsl:template match="page[@kind = 'line' or @kind = 'city']" mode="belongs-to">lines</xsl:template>
  <xsl:template match="page[@kind = 'enterprise']" mode="belongs-to">enterprises</xsl:template>
  <xsl:template match="page[@kind = 'notice']" mode="belongs-to">notices</xsl:template>

  <!-- A named fact. -->
  <xsl:template name="fact">
    <xsl:param name="label"/>
    <xsl:param name="value"/>
    <div><dt><xsl:value-of select="$label"/></dt><dd><xsl:copy-of select="$value"/></dd></div>
  </xsl:template>

  <xsl:template name="bytes">
    <xsl:param name="bytes"/>
    <xsl:choose>
      <xsl:when test="$bytes &gt;= 1048576"><xsl:value-of select="concat(format-number($bytes div 1048576, '0.0'), ' MB')"/></xsl:when>
      <xsl:otherwise><xsl:value-of select="concat(ceiling($bytes div 1024), ' kB')"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
