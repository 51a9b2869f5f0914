<?xml version="1.0" encoding="UTF-8"?>
<!-- What many pages share, rendered once for all of them: most of the head, navigation, foot, the key to the calendars, a notice in a list. What stands here may
     depend on nothing but the language, the ways to the roots, the entry of the navigation and the city (frame.c says which on which). -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:import href="listed.xsl"/>

  <xsl:template match="/page">
    <part>
      <xsl:choose>
        <xsl:when test="@part = 'nav'"><xsl:call-template name="navigation"/></xsl:when>
        <xsl:when test="@part = 'foot'"><xsl:call-template name="footer"/></xsl:when>
        <xsl:when test="@part = 'head'"><xsl:call-template name="head"/></xsl:when>
        <xsl:when test="@part = 'of-site'"><g:say text="title.separator"/><xsl:value-of select="/page/site/title/*"/></xsl:when>
        <xsl:when test="@part = 'skip'"><a class="skip" href="#main"><g:say text="skip"/></a><xsl:text>&#10;</xsl:text></xsl:when>
        <xsl:when test="@part = 'standing'"><xsl:call-template name="standing"/></xsl:when>
        <xsl:when test="@part = 'key'"><xsl:call-template name="calendar-key"/></xsl:when>
        <xsl:when test="@part = 'as-of'"><xsl:call-template name="as-of"/></xsl:when>
        <xsl:when test="@part = 'windows-head'"><xsl:call-template name="windows-head"/></xsl:when>
        <xsl:when test="@part = 'stops-head'"><xsl:call-template name="stops-head"/></xsl:when>
        <xsl:when test="@part = 'corrections'"><xsl:text> · </xsl:text><a href="{/page/@root}corrections.html"><g:say text="nav.corrections"/></a></xsl:when>
        <xsl:when test="starts-with(@part, 'crumbs-')"><xsl:call-template name="crumb-links"><xsl:with-param name="to" select="substring-after(@part, '-')"/></xsl:call-template></xsl:when>
        <xsl:when test="starts-with(@part, 'notice-')"><xsl:apply-templates select="notice" mode="item"><xsl:with-param name="brief" select="false()"/></xsl:apply-templates></xsl:when>
        <xsl:when test="starts-with(@part, 'trail-')"><xsl:call-template name="trail"><xsl:with-param name="to" select="substring-after(@part, '-')"/></xsl:call-template></xsl:when>
        <xsl:otherwise><xsl:message terminate="yes">There is no such part: <xsl:value-of select="@part"/></xsl:message></xsl:otherwise>
      </xsl:choose>
    </part>
  </xsl:template>

  <!-- Of the head, all that isn't the page's own. Chinese government sites name themselves in meta elements; what isn't
       given is left out. -->
  <xsl:template name="head">
    <meta charset="utf-8"/>
    <xsl:call-template name="policy"/>
    <meta name="viewport" content="width=device-width, initial-scale=1"/>
    <meta name="color-scheme" content="light dark"/>
    <link rel="stylesheet" href="{/page/@base}style.css"/>
    <link rel="icon" type="image/svg+xml" href="{/page/@base}icon.svg"/>
    <xsl:if test="@url-home">
      <link rel="alternate" type="application/atom+xml" href="{/page/@root}notices.atom" title="{g:say('nav.notices')}"/>
      <link rel="alternate" type="application/atom+xml" href="{/page/@root}findings.atom" title="{g:say('nav.violations')}"/>
      <meta property="og:image" content="{@url-site}share.png"/>
      <meta property="og:image:width" content="1200"/><meta property="og:image:height" content="630"/>
      <meta property="og:image:alt" content="{g:say('share.alt', 'year', /page/site/@year)}"/>
    </xsl:if>
    <meta property="og:site_name"><xsl:attribute name="content"><xsl:value-of select="/page/site/title/*"/></xsl:attribute></meta>
    <meta property="og:locale" content="{g:say('locale')}"/>
    <xsl:if test="@other"><meta property="og:locale:alternate" content="{g:say('locale.other')}"/></xsl:if>
    <meta name="SiteName"><xsl:attribute name="content"><xsl:value-of select="/page/site/title/*"/></xsl:attribute></meta>
    <xsl:for-each select="/page/site/meta[@name = 'site-domain']"><meta name="SiteDomain"><xsl:attribute name="content"><xsl:apply-templates select="." mode="plain"/></xsl:attribute></meta></xsl:for-each>
    <xsl:for-each select="/page/site/meta[@name = 'site-id-code']"><meta name="SiteIDCode"><xsl:attribute name="content"><xsl:apply-templates select="." mode="plain"/></xsl:attribute></meta></xsl:for-each>
  </xsl:template>

  <!-- That this is a draft, or a demonstration. -->
  <xsl:template name="standing">
    <xsl:if test="/page/site/draft"><p class="disclaimer draft"><span><xsl:apply-templates select="/page/site/draft" mode="text"/></span></p></xsl:if>
    <xsl:if test="/page/site/disclaimer"><p class="disclaimer"><span><xsl:apply-templates select="/page/site/disclaimer" mode="text"/></span></p></xsl:if>
  </xsl:template>

  <xsl:template name="crumb-links">
    <xsl:param name="to"/>
    <li><a href="{/page/@root}index.html"><g:say text="nav.home"/></a></li>
    <li><a href="{/page/@root}{$to}.html"><xsl:value-of select="g:say(concat('nav.', $to))"/></a></li>
  </xsl:template>

  <xsl:template name="navigation">
    <a class="name" href="{/page/@root}index.html"><xsl:call-template name="emblem"/><span><xsl:apply-templates select="/page/site/title" mode="heading"/></span></a>
    <nav aria-label="{g:say('nav.label')}">
      <ul>
        <xsl:call-template name="nav-item"><xsl:with-param name="to" select="'lines'"/><xsl:with-param name="kinds" select="' lines line enterprises enterprise city '"/></xsl:call-template>
        <xsl:call-template name="nav-item"><xsl:with-param name="to" select="'notices'"/><xsl:with-param name="kinds" select="' notices notice '"/></xsl:call-template>
        <xsl:call-template name="nav-item"><xsl:with-param name="to" select="'violations'"/></xsl:call-template>
        <xsl:call-template name="nav-item"><xsl:with-param name="to" select="'consultations'"/></xsl:call-template>
        <xsl:call-template name="nav-item"><xsl:with-param name="to" select="'channels'"/></xsl:call-template>
      </ul>
    </nav>
  </xsl:template>

  <xsl:template name="nav-item">
    <xsl:param name="to"/>
    <xsl:param name="kinds" select="concat(' ', $to, ' ')"/>
    <li><a href="{/page/@root}{$to}.html">
      <xsl:choose>
        <xsl:when test="/page/@path = concat($to, '.html')"><xsl:attribute name="aria-current">page</xsl:attribute></xsl:when>
        <xsl:when test="contains($kinds, concat(' ', /page/@kind, ' '))"><xsl:attribute name="aria-current">true</xsl:attribute></xsl:when>
      </xsl:choose>
      <xsl:value-of select="g:say(concat('nav.', $to))"/>
    </a></li>
  </xsl:template>

  <!-- Three years of strips: the site's own sign. -->
  <xsl:template name="emblem">
    <svg xmlns="http://www.w3.org/2000/svg" class="emblem" viewBox="0 0 24 24" aria-hidden="true"><path class="a" d="M2 3h20v5H2zM2 10h20v5H2zM2 17h20v5H2z"/><path class="b" d="M2 3h7v5H2zM17 3h5v5h-5zM2 10h9v5H2zM18 10h4v5h-4zM2 17h6v5H2zM15 17h7v5h-7z"/></svg>
  </xsl:template>

  <xsl:template name="footer">
    <footer class="foot">
      <div class="wide">
        <h2><g:say text="foot.channels"/></h2>
        <xsl:call-template name="foot-channels"/>
        <p class="more"><a href="{/page/@root}channels.html"><g:say text="foot.all-channels"/></a></p>
        <ul class="links">
          <li><a href="{/page/@root}index.html"><g:say text="nav.home"/></a></li>
          <li><a href="{/page/@root}enterprises.html"><g:say text="nav.enterprises"/></a></li>
          <li><a href="{/page/@root}data/index.html"><g:say text="nav.data"/></a></li>
          <li><a href="{/page/@root}legal.html"><g:say text="nav.legal"/></a></li>
          <li><a href="{/page/@root}about.html"><g:say text="nav.about"/></a></li>
          <li><a href="{/page/@root}announced.html"><g:say text="nav.announced"/></a></li>
          <li><a href="{/page/@root}corrections.html"><g:say text="nav.corrections"/></a></li>
        </ul>
        <p><g:say text="foot.publisher"/>
          <xsl:for-each select="/page/site/publisher">
            <xsl:if test="position() &gt; 1"><g:say text="list.separator"/></xsl:if>
            <g:text/>
          </xsl:for-each>
        </p>
        <xsl:variable name="registers" select="/page/site/meta[@name = 'site-id-code' or @name = 'icp' or @name = 'police-record']"/>
        <xsl:if test="$registers">
          <p>
            <xsl:for-each select="$registers">
              <xsl:if test="position() &gt; 1"><xsl:text> · </xsl:text></xsl:if>
              <xsl:value-of select="g:say(concat('foot.', @name))"/><g:text/>
            </xsl:for-each>
          </p>
        </xsl:if>
        <xsl:if test="/page/site/disclaimer"><p><xsl:apply-templates select="/page/site/disclaimer" mode="text"/></p></xsl:if>
      </div>
    </footer>
  </xsl:template>

  <!-- In the foot: what serves the whole province, and the page's own city where it has one. -->
  <xsl:template name="foot-channels">
    <ul class="hotlines">
      <xsl:for-each select="/page/channels/authority[channel]">
        <xsl:variable name="shown" select="channel[not(city) or city/@code = /page/@city]"/>
        <xsl:if test="$shown">
          <li><h3><g:text of="name"/></h3>
            <dl>
              <xsl:for-each select="$shown">
                <div><dt><g:text of="kind"/></dt>
                  <dd><xsl:apply-templates select="." mode="link"/></dd></div>
              </xsl:for-each>
            </dl>
          </li>
        </xsl:if>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <xsl:template name="as-of">
    <p><g:say text="colophon.as-of" date="date /page/@as-of"/>
      <xsl:text> </xsl:text><g:say text="colophon.source"/></p>
  </xsl:template>

  <!-- The way back up for machines, but for its last step; g:json() leaves nothing to be escaped. -->
  <xsl:template name="trail">
    <xsl:param name="to"/>
    <xsl:text>{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": [{"@type": "ListItem", "position": 1, "name": </xsl:text><xsl:value-of select="g:json(g:say('nav.home'))"/>, "item": <xsl:value-of select="g:json(concat(@url-home, 'index.html'))"/>}, {"@type": "ListItem", "position": 2, "name": <xsl:value-of select="g:json(g:say(concat('nav.', $to)))"/>, "item": <xsl:value-of select="g:json(concat(@url-home, $to, '.html'))"/><xsl:text>}, {"@type": "ListItem", "position": 3, "name": </xsl:text>
  </xsl:template>

  <!-- The heads of a line's tables of windows and stops. -->
  <xsl:template name="windows-head">
    <thead><tr>
      <th scope="col" class="pin"><g:say text="column.from"/></th><th scope="col"><g:say text="column.to"/></th>
      <th scope="col" class="n"><g:say text="column.length"/></th><th scope="col"><g:say text="column.asked"/></th><th scope="col"><g:say text="column.season"/></th>
    </tr></thead>
  </xsl:template>

  <xsl:template name="stops-head">
    <thead><tr>
      <th scope="col" class="pin"><g:say text="column.from"/></th><th scope="col"><g:say text="column.to"/></th>
      <th scope="col" class="n"><g:say text="column.length"/></th><th scope="col"><g:say text="column.counts"/></th>
      <th scope="col"><g:say text="column.why"/></th><th scope="col"><g:say text="column.by"/></th><th scope="col"><g:say text="column.evidence"/></th>
    </tr></thead>
  </xsl:template>

  <!-- The key to the calendars. -->
  <xsl:template name="calendar-key">
    <ul class="key">
      <xsl:call-template name="key-item"><xsl:with-param name="style" select="'planned'"/></xsl:call-template>
      <xsl:call-template name="key-item"><xsl:with-param name="style" select="'make-up'"/></xsl:call-template>
      <xsl:call-template name="key-item"><xsl:with-param name="style" select="'limited'"/></xsl:call-template>
      <xsl:call-template name="key-item"><xsl:with-param name="style" select="'verified'"/></xsl:call-template>
      <xsl:call-template name="key-item"><xsl:with-param name="style" select="'not-counted'"/></xsl:call-template>
      <xsl:call-template name="key-item"><xsl:with-param name="style" select="'running'"/></xsl:call-template>
      <xsl:call-template name="key-item"><xsl:with-param name="style" select="'empty'"/></xsl:call-template>
    </ul>
  </xsl:template>

  <xsl:template name="key-item">
    <xsl:param name="style"/>
    <li><svg xmlns="http://www.w3.org/2000/svg" class="swatch" viewBox="0 0 24 12" aria-hidden="true">
      <rect class="lane" x="0" y="1" width="24" height="10"/>
      <xsl:choose>
        <xsl:when test="$style = 'running'"><path class="running" d="M8 2L16 10M8 10L16 2"/></xsl:when>
        <xsl:when test="$style = 'limited'"><rect class="limit" x="1" y="1" width="22" height="10"/><rect class="limited" x="1" y="6" width="22" height="5"/></xsl:when>
        <xsl:when test="$style = 'empty'"/>
        <xsl:otherwise><rect class="{$style}" x="1" y="1.5" width="22" height="9"/></xsl:otherwise>
      </xsl:choose>
    </svg><span><xsl:value-of select="g:say(concat('key.', $style))"/></span></li>
  </xsl:template>
</xsl:stylesheet>
