<?xml version="1.0" encoding="UTF-8"?>
<!-- A notice: in brief, its PDF, the full text, what belongs to it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="document.xsl"/>
  <xsl:import href="listed.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="notice/title/*"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:choose><xsl:when test="notice/brief"><xsl:value-of select="notice/brief/*"/></xsl:when><xsl:otherwise><xsl:value-of select="notice/title/*"/></xsl:otherwise></xsl:choose></xsl:template>

  <xsl:template match="page" mode="here"><g:text of="notice/kind-name"/></xsl:template>

  <xsl:template match="page" mode="head">
    <meta name="ArticleTitle"><xsl:attribute name="content"><xsl:value-of select="notice/title/*"/></xsl:attribute></meta>
    <meta name="PubDate" content="{notice/@date}"/>
    <script type="application/ld+json">{"@context": "https://schema.org", "@type": "Article", "headline": <xsl:call-template name="json"><xsl:with-param name="of" select="notice/title"/></xsl:call-template>, "datePublished": "<xsl:value-of select="notice/@date"/>", "inLanguage": "<xsl:choose><xsl:when test="/page/@lang = 'zh'">zh-Hans</xsl:when><xsl:otherwise>en</xsl:otherwise></xsl:choose>", "publisher": {"@type": "GovernmentOrganization", "name": <xsl:call-template name="json"><xsl:with-param name="of" select="notice/issuer"/></xsl:call-template>}<xsl:if test="notice/@number">, "identifier": <xsl:value-of select="g:json(string(notice/@number))"/></xsl:if><xsl:if test="notice/@pdf-path and @url-site">, "encoding": {"@type": "MediaObject", "encodingFormat": "application/pdf", "contentUrl": <xsl:value-of select="g:json(concat(@url-site, notice/@pdf-path))"/>, "contentSize": "<xsl:value-of select="notice/@pdf-bytes"/> B"<xsl:if test="notice/@pdf-sha256">, "sha256": "<xsl:value-of select="notice/@pdf-sha256"/>"</xsl:if>}</xsl:if>}</script>
    <meta name="ContentSource"><xsl:attribute name="content"><xsl:value-of select="notice/issuer/*"/></xsl:attribute></meta>
  </xsl:template>

  <xsl:template match="page" mode="main">
    <article>
      <header class="title">
        <p class="kind"><g:text of="notice/kind-name"/></p>
        <h1><xsl:apply-templates select="notice/title" mode="heading"/></h1>
        <xsl:if test="/page/@lang = 'en'">
          <p class="chinese-title" lang="zh-CN"><xsl:value-of select="notice/title/zh"/></p>
          <p class="authoritative"><g:say text="authoritative"/></p>
        </xsl:if>
        <dl class="facts">
          <div><dt><g:say text="notice.issuer"/></dt><dd><g:text of="notice/issuer"/></dd></div>
          <xsl:if test="notice/@number"><div><dt><g:say text="notice.number"/></dt><dd lang="zh-CN"><xsl:value-of select="notice/@number"/></dd></div></xsl:if>
          <div><dt><g:say text="notice.date"/></dt><dd><time datetime="{notice/@date}"><g:date of="notice/@date"/></time></dd></div>
          <xsl:if test="notice/@comment-to"><div><dt><g:say text="notice.comment"/></dt><dd><g:say text="notice.comment-period" from="date notice/@comment-from" to="date notice/@comment-to"/><xsl:text> </xsl:text><xsl:for-each select="notice"><xsl:call-template name="consultation-state"/></xsl:for-each></dd></div></xsl:if>
        </dl>
      </header>
      <xsl:for-each select="notice/ended"><p class="card warning"><strong><g:say text="notice.withdrawn" date="date @date"/></strong><xsl:text> </xsl:text><a href="{@href}"><g:say text="notice.withdrawal"/></a><xsl:if test="reason"><g:say text="notice.why"/><g:text of="reason"/></xsl:if></p></xsl:for-each>
      <xsl:for-each select="notice/version[last()]/ended"><p class="card warning"><strong><xsl:value-of select="g:say('notice.corrected', 'n', ../../@version, 'date', g:date(@date))"/></strong><xsl:text> </xsl:text><a href="{@href}"><g:say text="notice.correction"/></a><xsl:if test="reason"><g:say text="notice.why"/><g:text of="reason"/></xsl:if></p></xsl:for-each>
      <xsl:if test="notice/brief"><section class="brief" aria-labelledby="brief"><h2 id="brief"><g:say text="notice.brief"/></h2><p><g:text of="notice/brief"/></p></section></xsl:if>
      <xsl:if test="notice/@pdf">
        <p class="download"><a href="{notice/@pdf}"><xsl:choose><xsl:when test="@other"><g:say text="notice.pdf"/></xsl:when><xsl:otherwise><g:say text="notice.pdf-alone"/></xsl:otherwise></xsl:choose></a><xsl:text> </xsl:text><span class="quiet"><g:say text="notice.pdf-pages" n="notice/@pdf-pages"/><g:say text="list.separator"/><xsl:call-template name="bytes"><xsl:with-param name="bytes" select="notice/@pdf-bytes"/></xsl:call-template></span></p>
      </xsl:if>
      <xsl:if test="notice/@pdf-sha256"><p class="quiet sum"><g:say text="notice.sum"/><code><xsl:value-of select="notice/@pdf-sha256"/></code></p></xsl:if>
      <xsl:apply-templates select="related[notice]" mode="related"/>
      <xsl:call-template name="contents"/>
      <xsl:apply-templates select="document" mode="text-proper"/>
      <xsl:if test="named/enterprise">
        <section class="named"><h2 id="named"><xsl:value-of select="g:say('notice.named', 'n', count(named/enterprise))"/></h2>
          <ul class="columns"><xsl:for-each select="named/enterprise"><li><a href="{@href}"><g:text/></a></li></xsl:for-each></ul>
        </section>
      </xsl:if>
      <xsl:if test="notice/version">
        <section><h2 id="versions"><g:say text="notice.versions"/></h2>
          <ul><xsl:for-each select="notice/version"><li><p><a href="{@pdf}"><g:say text="notice.version" n="@n"/></a><xsl:text> </xsl:text><span class="quiet"><g:say text="notice.pdf-pages" n="@pdf-pages"/><g:say text="list.separator"/><xsl:call-template name="bytes"><xsl:with-param name="bytes" select="@pdf-bytes"/></xsl:call-template><xsl:if test="ended"><g:say text="list.separator"/><g:say text="notice.until" date="date ended/@date"/></xsl:if></span></p>
            <xsl:if test="@pdf-sha256"><p class="quiet sum"><g:say text="notice.sum"/><code><xsl:value-of select="@pdf-sha256"/></code></p></xsl:if></li></xsl:for-each></ul>
        </section>
      </xsl:if>
      <p class="screen"><a href="{/page/@root}announced.html"><g:say text="announced.check"/></a></p>
      <section><h2 id="object"><g:say text="notice.object"/></h2>
        <p><g:say text="notice.object-how"/><xsl:text> </xsl:text><a href="{/page/@root}channels.html"><g:say text="foot.all-channels"/></a></p>
      </section>
    </article>
  </xsl:template>

  <xsl:template name="json">
    <xsl:param name="of"/>
    <xsl:variable name="text"><xsl:apply-templates select="$of" mode="plain"/></xsl:variable>
    <xsl:value-of select="g:json(string($text))"/>
  </xsl:template>

  <xsl:template name="consultation-state">
    <xsl:choose>
      <xsl:when test="@consultation = 'open'"><span class="tag note"><xsl:call-template name="days-left"/></span></xsl:when>
      <xsl:when test="@consultation = 'closed'"><span class="tag"><g:say text="consultation.closed"/></span></xsl:when>
      <xsl:otherwise><span class="tag"><g:say text="consultation.ahead"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="related" mode="related">
    <ul class="related">
      <xsl:for-each select="notice">
        <li><xsl:value-of select="g:say(concat('notice.', @order))"/><a href="{@href}"><g:text of="title"/></a></li>
      </xsl:for-each>
    </ul>
  </xsl:template>

  <!-- Section links, where there are enough sections to need them. -->
  <xsl:template name="contents">
    <xsl:variable name="heads" select="document/body[@lang = $tag-of-page]/heading[@level = 1][@id]"/>
    <xsl:variable name="annexes" select="document/annexes/annex[@id]"/>
    <xsl:if test="count($heads) + count($annexes) &gt; 2">
      <nav class="contents" aria-labelledby="contents"><h2 id="contents"><g:say text="notice.contents"/></h2>
        <ul>
          <xsl:for-each select="$heads">
            <li><a href="#{@id}"><xsl:value-of select="@number"/><xsl:if test="/page/@lang = 'en' and @number"><xsl:text> </xsl:text></xsl:if><xsl:value-of select="."/></a></li>
          </xsl:for-each>
          <xsl:for-each select="$annexes">
            <xsl:variable name="head" select="heading[@level = 0][@lang = $tag-of-page][1]"/>
            <li><a href="#{@id}"><xsl:value-of select="$head/@number"/><xsl:text> </xsl:text><xsl:value-of select="$head"/></a></li>
          </xsl:for-each>
        </ul>
      </nav>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
