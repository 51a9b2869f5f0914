<?xml version="1.0" encoding="UTF-8"?>
<!-- An enterprise: its year in one sentence, a strip a line, findings with its statement, notices naming it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="strips.xsl"/>
  <xsl:import href="finding.xsl"/>
  <xsl:import href="changes.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="enterprise/name/*"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:apply-templates select="enterprise" mode="year"/></xsl:template>
  <xsl:template match="page" mode="here"><g:text of="enterprise/name"/></xsl:template>

  <xsl:template match="enterprise" mode="year">
    <g:say text="enterprise.year" year="/page/site/@year" n="number sums/@lines" required="days sums/@required" verified="days sums/@verified"/>
    <xsl:choose>
      <xsl:when test="finding[@stands]"><xsl:value-of select="g:say('enterprise.breaches', 'n', count(finding[@stands]))"/></xsl:when>
      <xsl:when test="finding[@result = 'breach']"><g:say text="enterprise.annulled" date="date /page/@as-of"/></xsl:when>
      <xsl:otherwise><g:say text="enterprise.no-breach" date="date /page/@as-of"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="page" mode="main"><xsl:apply-templates select="enterprise" mode="main"/></xsl:template>

  <xsl:template match="enterprise" mode="main">
    <header class="title">
      <p class="kind"><xsl:apply-templates select="." mode="place"/></p>
      <h1><g:text of="name"/></h1>
      <xsl:if test="/page/@lang = 'en'"><p class="chinese-title" lang="zh-CN"><xsl:value-of select="name/zh"/></p></xsl:if>
      <xsl:for-each select="former"><p class="quiet"><g:say text="enterprise.former"/><g:text/><g:say text="enterprise.former-until" date="date @until"/></p></xsl:for-each>
      <p class="lead"><xsl:value-of select="$description"/></p>
      <xsl:for-each select="change[kind/@code = 'merged'][of/@href = ../@href]"><p class="card"><g:say text="changes.merged" date="date @date"/><xsl:apply-templates select="to" mode="named-link"/></p></xsl:for-each>
    </header>
    <xsl:if test="line">
      <section><h2 id="lines"><g:say text="enterprise.lines"/></h2>
        <xsl:call-template name="strips"><xsl:with-param name="lines" select="line"/></xsl:call-template>
      </section>
    </xsl:if>
    <section><h2 id="findings"><g:say text="line.findings"/></h2>
      <xsl:choose>
        <xsl:when test="finding"><xsl:apply-templates select="finding" mode="card"><xsl:sort select="step[1]/@at" order="descending"/></xsl:apply-templates></xsl:when>
        <xsl:otherwise><p><g:say text="line.no-finding" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:if test="practice">
      <section><h2 id="practices"><g:say text="enterprise.practices"/></h2>
        <xsl:for-each select="practice"><h3><g:text of="title"/></h3><p><g:text of="text"/></p></xsl:for-each>
      </section>
    </xsl:if>
    <section><h2 id="notices"><g:say text="enterprise.notices"/></h2>
      <xsl:choose>
        <xsl:when test="notice"><ul class="notices"><xsl:for-each select="notice"><g:part name="notice-" of="@id"/></xsl:for-each></ul></xsl:when>
        <xsl:otherwise><p><g:say text="enterprise.no-notice"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <xsl:call-template name="changes"/>
    <section><h2 id="identity"><g:say text="line.identity"/></h2>
      <dl class="facts">
        <div><dt><g:say text="enterprise.code"/></dt><dd class="code"><xsl:value-of select="@code"/></dd></div>
        <div><dt><g:say text="enterprise.member"/></dt><dd><xsl:choose><xsl:when test="@member"><g:say text="yes"/></xsl:when><xsl:otherwise><g:say text="no"/></xsl:otherwise></xsl:choose></dd></div>
      </dl>
    </section>
  </xsl:template>
</xsl:stylesheet>
