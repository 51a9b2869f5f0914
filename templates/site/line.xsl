<?xml version="1.0" encoding="UTF-8"?>
<!-- A line: days due, verified, missing; the calendar; the tables behind it; ledger, swaps, identity. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="tables.xsl"/>
  <xsl:template match="page" mode="title"><xsl:apply-templates select="line/owner" mode="plain"/><xsl:text> </xsl:text><xsl:apply-templates select="line/name" mode="plain"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:apply-templates select="line" mode="year"/></xsl:template>
  <xsl:variable name="belongs-to" select="'lines'"/>
  <xsl:template match="page" mode="here"><g:text of="line/owner"/><xsl:text> </xsl:text><g:text of="line/name"/></xsl:template>

  <xsl:template match="page" mode="main"><xsl:apply-templates select="line" mode="main"/></xsl:template>

  <xsl:template match="line" mode="main">
    <header class="title">
      <p class="kind"><a href="{owner/@href}"><g:text of="owner"/></a></p>
      <h1><g:text of="name"/></h1>
      <xsl:if test="$lang = 'en'"><p class="chinese-title" lang="zh-CN"><xsl:value-of select="owner/zh"/><xsl:text> </xsl:text><xsl:value-of select="name/zh"/></p></xsl:if>
      <p class="state"><span class="tag"><g:text of="status"/></span><xsl:text> </xsl:text><xsl:apply-templates select="." mode="badges"/></p>
      <p class="lead"><xsl:value-of select="$description"/></p>
    </header>
    <xsl:if test="@takes-part">
      <dl class="numbers">
        <div><dt><g:say id="numbers.required"/></dt><dd><g:days of="@required"/></dd></div>
        <div><dt><g:say id="numbers.verified"/></dt><dd><g:days of="@verified"/></dd></div>
        <div><dt><xsl:choose><xsl:when test="@over"><g:say id="numbers.short"/></xsl:when><xsl:otherwise><g:say id="numbers.open"/></xsl:otherwise></xsl:choose></dt><dd><xsl:choose><xsl:when test="@over"><g:days of="@short"/></xsl:when><xsl:otherwise><g:days of="@missing"/></xsl:otherwise></xsl:choose></dd></div>
      </dl>
    </xsl:if>
    <section><h2 id="calendar"><g:say id="line.calendar"/></h2>
      <figure class="calendar-figure">
        <xsl:call-template name="key"/>
        <xsl:value-of select="calendar" disable-output-escaping="yes"/>
        <figcaption id="calendar-caption"><xsl:apply-templates select="." mode="calendar-words"/></figcaption>
      </figure>
    </section>
    <xsl:apply-templates select="windows" mode="table"/>
    <xsl:apply-templates select="stops" mode="table"/>
    <section><h2 id="findings"><g:say id="line.findings"/></h2>
      <xsl:choose>
        <xsl:when test="finding"><xsl:apply-templates select="finding" mode="card"><xsl:with-param name="level" select="3"/><xsl:with-param name="with-line" select="false()"/></xsl:apply-templates></xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('line.no-finding', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:call-template name="ledger"/>
    <xsl:call-template name="swaps"/>
    <xsl:call-template name="adjustments"/>
    <xsl:call-template name="tasks"/>
    <xsl:call-template name="changes"/>
    <xsl:call-template name="identity"/>
  </xsl:template>

  <!-- The caption says all that the picture shows. -->
  <xsl:template match="line" mode="calendar-words">
    <xsl:value-of select="g:say('calendar.words', 'from', g:date(calendar/@from), 'to', g:date(calendar/@to))"/>
    <xsl:for-each select="windows/window">
      <xsl:choose>
        <xsl:when test="@quota"><xsl:value-of select="g:say('calendar.quota', 'from', g:moment(@from), 'to', g:moment(@to), 'n', g:days(@quota))"/></xsl:when>
        <xsl:when test="@load"><xsl:value-of select="g:say('calendar.load', 'from', g:moment(@from), 'to', g:moment(@to), 'n', g:number(@load))"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="g:say('calendar.window', 'from', g:moment(@from), 'to', g:moment(@to))"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="stops/stop[@counts]"><xsl:value-of select="g:say('calendar.stop', 'from', g:moment(@from), 'to', g:moment(@to), 'n', g:days(@days))"/></xsl:for-each>
    <xsl:if test="not(stops/stop[@counts])"><g:say id="calendar.no-stop"/></xsl:if>
    <xsl:for-each select="gap"><xsl:value-of select="g:say('calendar.gap', 'from', g:moment(@from), 'to', g:moment(@to), 'n', g:days(@days))"/></xsl:for-each>
    <xsl:for-each select="finding/step[@code = 'found-running' or @code = 'second-breach']"><xsl:value-of select="g:say('calendar.running', 'at', g:moment(@at))"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="identity">
    <section><h2 id="identity"><g:say id="line.identity"/></h2>
      <dl class="facts">
        <div><dt><g:say id="line.id"/></dt><dd><xsl:value-of select="@id"/></dd></div>
        <div><dt><g:say id="column.owner"/></dt><dd><xsl:apply-templates select="owner" mode="named-link"/></dd></div>
        <div><dt><g:say id="column.city"/></dt><dd><xsl:apply-templates select="city" mode="named-link"/><xsl:if test="county"><xsl:text> </xsl:text><g:text of="county"/></xsl:if></dd></div>
        <div><dt><g:say id="line.capacity"/></dt><dd><xsl:value-of select="g:say('unit.tpd', 'n', g:number(@capacity))"/></dd></div>
        <div><dt><g:say id="line.annual"/></dt><dd><xsl:value-of select="g:say('unit.10kt', 'n', g:number(@annual))"/></dd></div>
        <div><dt><g:say id="column.kiln"/></dt><dd><g:text of="kiln"/><xsl:if test="@carbide-slag"><xsl:value-of select="concat(g:say('list.separator'), g:say('line.carbide-slag'))"/></xsl:if></dd></div>
        <div><dt><g:say id="line.size"/></dt><dd><xsl:choose><xsl:when test="@length"><xsl:value-of select="g:say('unit.size', 'diameter', @diameter, 'length', @length)"/></xsl:when><xsl:otherwise><xsl:value-of select="g:say('unit.diameter', 'diameter', @diameter)"/></xsl:otherwise></xsl:choose></dd></div>
        <xsl:if test="@commissioned"><div><dt><g:say id="line.commissioned"/></dt><dd><g:date of="@commissioned"/></dd></div></xsl:if>
        <xsl:if test="task"><div><dt><g:say id="line.tasks"/></dt><dd><xsl:for-each select="task"><xsl:if test="position() &gt; 1"><g:say id="list.separator"/></xsl:if><g:text/></xsl:for-each></dd></div></xsl:if>
        <xsl:if test="note"><div><dt><g:say id="line.note"/></dt><dd><g:text of="note"/></dd></div></xsl:if>
      </dl>
    </section>
  </xsl:template>
</xsl:stylesheet>
