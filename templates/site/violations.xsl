<?xml version="1.0" encoding="UTF-8"?>
<!-- Findings: what one is and isn't, how many stand where, the findings, the lines barred, clean checks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="record.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="g:say('nav.violations')"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('violations.summary', 'n', count(finding[@result = 'breach']), 'date', g:date(@as-of))"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:value-of select="g:say('nav.violations')"/></h1>
      <p class="lead"><xsl:value-of select="g:say('violations.summary', 'n', count(finding[@result = 'breach']), 'date', g:date(@as-of))"/></p></header>
    <p><xsl:value-of select="g:say('violations.what')"/></p>
    <ol class="ladder">
      <xsl:for-each select="count"><li><span class="n"><xsl:value-of select="@n"/></span><xsl:text> </xsl:text><xsl:apply-templates select="." mode="text"/></li></xsl:for-each>
    </ol>
    <section><h2 id="findings"><xsl:value-of select="g:say('line.findings')"/></h2>
      <xsl:choose>
        <xsl:when test="finding[@result = 'breach']"><xsl:apply-templates select="finding[@result = 'breach']" mode="card"><xsl:with-param name="level" select="3"/></xsl:apply-templates></xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('line.no-finding', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section><h2 id="barred"><xsl:value-of select="g:say('violations.barred')"/></h2>
      <p><xsl:value-of select="g:say('violations.barred-text')"/></p>
      <xsl:variable name="barred" select="finding[@barred]"/>
      <xsl:choose>
        <xsl:when test="$barred"><ul><xsl:for-each select="$barred"><li><a href="{line-name/@href}"><xsl:apply-templates select="owner" mode="text"/><xsl:text> </xsl:text><xsl:apply-templates select="line-name" mode="text"/></a></li></xsl:for-each></ul></xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('violations.none-barred', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section><h2 id="clean"><xsl:value-of select="g:say('violations.clean')"/></h2>
      <xsl:choose>
        <xsl:when test="finding[@result = 'clean']"><xsl:apply-templates select="finding[@result = 'clean']" mode="card"><xsl:with-param name="level" select="3"/></xsl:apply-templates></xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('violations.none-clean', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
