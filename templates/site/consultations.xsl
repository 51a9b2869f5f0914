<?xml version="1.0" encoding="UTF-8"?>
<!-- Consultations: open ones with the days left, how to comment, closed ones and what came after. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="record.xsl"/>
  <xsl:template match="page" mode="title"><g:say id="nav.consultations"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:choose>
    <xsl:when test="notice[@consultation = 'open']"><xsl:value-of select="g:say('consultations.summary', 'n', count(notice[@consultation = 'open']), 'date', g:date(@as-of))"/></xsl:when>
    <xsl:otherwise><xsl:value-of select="g:say('consultation.none-open', 'date', g:date(@as-of))"/></xsl:otherwise>
  </xsl:choose></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say id="nav.consultations"/></h1>
      <p class="lead"><xsl:apply-templates select="." mode="description"/></p></header>
    <xsl:if test="notice[@consultation = 'open']">
      <section><h2 id="open"><g:say id="consultations.open"/></h2>
        <ul class="cards"><xsl:apply-templates select="notice[@consultation = 'open']" mode="consultation"/></ul></section>
    </xsl:if>
    <xsl:if test="notice[@consultation = 'ahead']">
      <section><h2 id="ahead"><g:say id="consultations.ahead"/></h2>
        <ul class="cards"><xsl:apply-templates select="notice[@consultation = 'ahead']" mode="consultation"/></ul></section>
    </xsl:if>
    <section><h2 id="how"><g:say id="consultations.how"/></h2>
      <p><g:say id="consultations.how-text"/><xsl:text> </xsl:text><a href="{$root}channels.html"><g:say id="foot.all-channels"/></a></p>
      <ul><li><g:say id="consultations.needs-what"/></li><li><g:say id="consultations.needs-why"/></li><li><g:say id="consultations.needs-who"/></li></ul></section>
    <section><h2 id="closed"><g:say id="consultations.closed"/></h2>
      <xsl:choose>
        <xsl:when test="notice[@consultation = 'closed']"><ul class="cards"><xsl:apply-templates select="notice[@consultation = 'closed']" mode="consultation"/></ul></xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('consultations.none-closed', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose></section>
  </xsl:template>

  <xsl:template match="notice" mode="consultation">
    <li class="card" id="{@id}">
      <p class="meta"><xsl:choose>
        <xsl:when test="@consultation = 'open'"><span class="tag note"><xsl:call-template name="days-left"/></span></xsl:when>
        <xsl:when test="@consultation = 'ahead'"><span class="tag"><g:say id="consultation.ahead"/></span></xsl:when>
        <xsl:otherwise><span class="tag"><g:say id="consultation.closed"/></span></xsl:otherwise>
      </xsl:choose></p>
      <p class="title"><a href="{@href}"><g:text of="title"/></a></p>
      <p><xsl:value-of select="g:say('notice.comment-period', 'from', g:date(@comment-from), 'to', g:date(@comment-to))"/></p>
      <xsl:for-each select="result/notice"><p><g:say id="notice.after"/><a href="{@href}"><g:text of="title"/></a></p></xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
