<?xml version="1.0" encoding="UTF-8"?>
<!-- A line: days due, verified, missing; the calendar; the tables behind it; ledger, swaps, identity. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="tables.xsl"/>
  <xsl:import href="finding.xsl"/>
  <xsl:import href="changes.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="line/owner/*"/><xsl:text> </xsl:text><xsl:value-of select="line/name/*"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:apply-templates select="line" mode="year"/></xsl:template>
  <xsl:template match="page" mode="here"><g:text of="line/owner"/><xsl:text> </xsl:text><g:text of="line/name"/></xsl:template>

  <xsl:template match="page" mode="main"><xsl:apply-templates select="line" mode="main"/></xsl:template>

  <xsl:template match="line" mode="main">
    <header class="title">
      <p class="kind"><a href="{owner/@href}"><g:text of="owner"/></a></p>
      <h1><g:text of="name"/></h1>
      <xsl:if test="/page/@lang = 'en'"><p class="chinese-title" lang="zh-CN"><xsl:value-of select="owner/zh"/><xsl:text> </xsl:text><xsl:value-of select="name/zh"/></p></xsl:if>
      <p class="state"><span class="tag"><g:text of="status"/></span><xsl:text> </xsl:text><xsl:apply-templates select="." mode="badges"/></p>
      <p class="lead"><xsl:value-of select="$description"/></p>
    </header>
    <xsl:if test="@takes-part">
      <dl class="numbers">
        <div><dt><g:say text="numbers.required"/></dt><dd><g:days of="@required"/></dd></div>
        <div><dt><g:say text="numbers.verified"/></dt><dd><g:days of="@verified"/></dd></div>
        <div><dt><xsl:choose><xsl:when test="@over"><g:say text="numbers.short"/></xsl:when><xsl:otherwise><g:say text="numbers.open"/></xsl:otherwise></xsl:choose></dt><dd><xsl:choose><xsl:when test="@over"><g:days of="@short"/></xsl:when><xsl:otherwise><g:days of="@missing"/></xsl:otherwise></xsl:choose></dd></div>
      </dl>
    </xsl:if>
    <section><h2 id="calendar"><g:say text="line.calendar"/></h2>
      <figure class="calendar-figure">
        <g:part name="key"/>
        <xsl:value-of select="calendar" disable-output-escaping="yes"/>
        <figcaption id="calendar-caption"><xsl:apply-templates select="." mode="calendar-words"/></figcaption>
      </figure>
    </section>
    <xsl:apply-templates select="windows" mode="table"/>
    <xsl:apply-templates select="stops" mode="table"/>
    <section><h2 id="findings"><g:say text="line.findings"/></h2>
      <xsl:choose>
        <xsl:when test="finding"><xsl:apply-templates select="finding" mode="card"><xsl:sort select="step[1]/@at" order="descending"/></xsl:apply-templates></xsl:when>
        <xsl:otherwise><p><g:say text="line.no-finding" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:call-template name="ledger"/>
    <xsl:call-template name="swaps"/>
    <xsl:call-template name="adjustments"/>
    <xsl:call-template name="tasks"/>
    <xsl:call-template name="changes"/>
    <xsl:call-template name="identity"/>
  </xsl:template>

  <!-- The caption says all that the picture shows, and no more. -->
  <xsl:template match="line" mode="calendar-words">
    <xsl:variable name="first" select="translate(calendar/@from, '-', '')"/>
    <xsl:variable name="last" select="translate(calendar/@to, '-', '')"/>
    <xsl:variable name="shown" select="(windows/window | stops/stop[@counts] | gap)[translate(substring(@to, 1, 10), '-', '') &gt;= $first and translate(substring(@from, 1, 10), '-', '') &lt;= $last]"/>
    <g:say text="calendar.words" from="date calendar/@from" to="date calendar/@to"/>
    <xsl:for-each select="$shown[self::window]">
      <xsl:choose>
        <xsl:when test="@quota"><g:say text="calendar.quota" from="moment @from" to="moment @to" n="days @quota"/></xsl:when>
        <xsl:when test="@load"><g:say text="calendar.load" from="moment @from" to="moment @to" n="number @load"/></xsl:when>
        <xsl:when test="purpose/@code = 'make-up'"><g:say text="calendar.make-up" from="moment @from" to="moment @to"/></xsl:when>
        <xsl:otherwise><g:say text="calendar.window" from="moment @from" to="moment @to"/></xsl:otherwise>
      </xsl:choose>
    </xsl:for-each>
    <xsl:for-each select="$shown[self::stop]"><g:say text="calendar.stop" from="moment @from" to="moment @to" n="days @days"/></xsl:for-each>
    <xsl:if test="not($shown[self::stop])"><g:say text="calendar.no-stop"/></xsl:if>
    <xsl:for-each select="$shown[self::gap]"><g:say text="calendar.gap" from="moment @from" to="moment @to" n="days @days"/></xsl:for-each>
    <xsl:for-each select="finding[stage/@code != 'annulled']/step[@code = 'found-running' or @code = 'second-breach'][translate(substring(@at, 1, 10), '-', '') &gt;= $first and translate(substring(@at, 1, 10), '-', '') &lt;= $last]"><xsl:sort select="@at"/><g:say text="calendar.running" at="moment @at"/></xsl:for-each>
  </xsl:template>

  <xsl:template name="identity">
    <section><h2 id="identity"><g:say text="line.identity"/></h2>
      <dl class="facts">
        <div><dt><g:say text="line.id"/></dt><dd><xsl:value-of select="@id"/></dd></div>
        <div><dt><g:say text="column.owner"/></dt><dd><xsl:for-each select="owner"><a href="{@href}"><g:text/></a></xsl:for-each></dd></div>
        <div><dt><g:say text="line.place"/></dt><dd><xsl:apply-templates select="." mode="place"/></dd></div>
        <div><dt><g:say text="line.capacity"/></dt><dd><g:say text="unit.tpd" n="number @capacity"/></dd></div>
        <div><dt><g:say text="line.annual"/></dt><dd><g:say text="unit.annual" n="annual @annual"/></dd></div>
        <div><dt><g:say text="column.kiln"/></dt><dd><g:text of="kiln"/><xsl:if test="@carbide-slag"><g:say text="list.separator"/><g:say text="line.carbide-slag"/></xsl:if></dd></div>
        <div><dt><g:say text="line.size"/></dt><dd><xsl:choose><xsl:when test="@length"><g:say text="unit.size" diameter="@diameter" length="@length"/></xsl:when><xsl:otherwise><g:say text="unit.diameter" diameter="@diameter"/></xsl:otherwise></xsl:choose></dd></div>
        <xsl:if test="@commissioned"><div><dt><g:say text="line.commissioned"/></dt><dd><g:date of="@commissioned"/></dd></div></xsl:if>
        <xsl:if test="task"><div><dt><g:say text="line.tasks"/></dt><dd><xsl:for-each select="task"><xsl:if test="position() &gt; 1"><g:say text="list.separator"/></xsl:if><g:text/></xsl:for-each></dd></div></xsl:if>
        <xsl:if test="note"><div><dt><g:say text="line.note"/></dt><dd><g:text of="note"/></dd></div></xsl:if>
      </dl>
    </section>
  </xsl:template>
</xsl:stylesheet>
