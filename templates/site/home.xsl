<?xml version="1.0" encoding="UTF-8"?>
<!-- Home: search, what is open now, what comes next, the newest notices, the year in four numbers. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:import href="listed.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="site/title/*"/></xsl:template>
  <xsl:template match="page" mode="description"><g:say text="home.description" year="site/@year"/></xsl:template>

  <xsl:template match="page" mode="head">
    <xsl:if test="@url-home">
      <xsl:variable name="name"><xsl:value-of select="site/title/*"/></xsl:variable>
      <xsl:variable name="publisher"><xsl:apply-templates select="site/publisher[1]" mode="plain"/></xsl:variable>
      <script type="application/ld+json">{"@context": "https://schema.org", "@type": "WebSite", "name": <xsl:value-of select="g:json(string($name))"/>, "url": <xsl:value-of select="g:json(string(@url-home))"/>, "inLanguage": "<xsl:choose><xsl:when test="/page/@lang = 'zh'">zh-Hans</xsl:when><xsl:otherwise>en</xsl:otherwise></xsl:choose>"<xsl:if test="$publisher != ''">, "publisher": {"@type": "GovernmentOrganization", "name": <xsl:value-of select="g:json(string($publisher))"/>}</xsl:if>, "potentialAction": {"@type": "SearchAction", "target": <xsl:value-of select="g:json(concat(@url-home, 'lines.html?q={q}'))"/>, "query-input": "required name=q"}}</script>
    </xsl:if>
  </xsl:template>

  <xsl:template match="page" mode="main">
    <div class="hero">
      <h1><xsl:apply-templates select="site/title" mode="heading"/></h1>
      <p class="lead"><g:say text="home.lead"/></p>
      <form class="search" role="search" method="get" action="{/page/@root}lines.html">
        <label for="q"><g:say text="home.search"/></label>
        <div><input id="q" name="q" type="search" autocomplete="off" spellcheck="false" aria-describedby="q-hint"/><button type="submit"><g:say text="home.search-go"/></button></div>
        <p id="q-hint" class="quiet"><g:say text="home.search-hint"/></p>
      </form>
    </div>
    <div class="two">
      <section><h2 id="now"><g:say text="home.now"/></h2>
        <ul class="cards">
          <xsl:for-each select="notice[@consultation = 'open']">
            <li class="card"><p class="meta"><span class="tag note"><xsl:call-template name="days-left"/></span></p>
              <p class="title"><a href="{@href}"><xsl:apply-templates select="title" mode="heading"/></a></p>
              <p><g:say text="consultation.closes" date="date @comment-to"/></p></li>
          </xsl:for-each>
          <xsl:if test="not(notice[@consultation = 'open'])"><li class="card"><p><g:say text="consultation.none-open" date="date @as-of"/><xsl:text> </xsl:text><a href="{/page/@root}consultations.html"><g:say text="consultation.past"/></a></p></li></xsl:if>
          <li class="card">
            <xsl:choose>
              <xsl:when test="next"><p class="meta"><span class="tag"><xsl:choose><xsl:when test="next/@begun"><g:say text="home.window-begun"/></xsl:when><xsl:otherwise><g:say text="home.window-ahead"/></xsl:otherwise></xsl:choose></span></p>
                <p class="title"><g:text of="next/season"/><xsl:if test="next/@purpose = 'make-up'"><g:say text="home.make-up"/></xsl:if></p>
                <p><g:say text="home.window" from="moment next/@from" to="moment next/@to" n="number next/@lines"/></p></xsl:when>
              <xsl:otherwise><p><g:say text="home.no-window" date="date @as-of"/></p></xsl:otherwise>
            </xsl:choose>
          </li>
          <li class="card complain"><p class="title"><a href="{/page/@root}channels.html"><g:say text="home.complain"/></a></p><p><g:say text="home.complain-text"/></p></li>
        </ul>
      </section>
      <section><h2 id="newest"><g:say text="home.newest"/></h2>
        <ul class="notices"><xsl:apply-templates select="notice[@newest]" mode="item"><xsl:with-param name="brief" select="false()"/></xsl:apply-templates></ul>
        <p class="more"><a href="{/page/@root}notices.html"><xsl:value-of select="g:say('home.all-notices', 'n', count(notice))"/></a></p>
      </section>
    </div>
    <section><h2 id="year"><g:say text="home.year" year="site/@year"/></h2>
      <dl class="numbers">
        <div><dt><a href="{/page/@root}lines.html"><g:say text="numbers.lines"/></a></dt><dd><g:number of="sums/@lines"/></dd></div>
        <div><dt><g:say text="numbers.required"/></dt><dd><g:days of="sums/@required"/></dd></div>
        <div><dt><g:say text="numbers.verified"/></dt><dd><g:days of="sums/@verified"/></dd></div>
        <div><dt><a href="{/page/@root}violations.html"><g:say text="numbers.breaches"/></a></dt><dd><g:number of="findings/@breaches"/></dd></div>
      </dl>
      <xsl:if test="days">
        <figure class="year"><xsl:value-of select="days" disable-output-escaping="yes"/>
          <figcaption id="year-words"><g:say text="home.days" date="date days/@peak" n="number days/@due" verified="number days/@verified"/></figcaption></figure>
      </xsl:if>
      <p class="quiet"><g:say text="numbers.note" date="date @as-of"/></p>
    </section>
    <section><h2 id="cities"><xsl:value-of select="g:say('home.cities', 'unit', /page/site/city-unit/*)"/></h2>
      <ul class="cities"><xsl:for-each select="city"><li><a href="{@href}"><g:text/></a><xsl:text> </xsl:text><span class="quiet"><g:say text="lines.count" n="@lines"/></span></li></xsl:for-each></ul>
      <p class="more"><a href="{/page/@root}data/index.html"><g:say text="home.data"/></a></p>
    </section>
  </xsl:template>
</xsl:stylesheet>
