<?xml version="1.0" encoding="UTF-8"?>
<!-- Consultations: open ones with the days left, how to comment, closed ones and what came after. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:import href="listed.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="nav.consultations"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:choose>
    <xsl:when test="notice[@consultation = 'open']"><xsl:value-of select="g:say('consultations.summary', 'n', count(notice[@consultation = 'open']), 'date', g:date(@as-of))"/></xsl:when>
    <xsl:otherwise><g:say text="consultation.none-open" date="date @as-of"/></xsl:otherwise>
  </xsl:choose></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say text="nav.consultations"/></h1>
      <p class="lead"><xsl:apply-templates select="." mode="description"/></p></header>
    <xsl:if test="notice[@consultation = 'open']">
      <section><h2 id="open"><g:say text="consultations.open"/></h2>
        <ul class="cards"><xsl:apply-templates select="notice[@consultation = 'open']" mode="consultation"/></ul></section>
    </xsl:if>
    <xsl:if test="notice[@consultation = 'ahead']">
      <section><h2 id="ahead"><g:say text="consultations.ahead"/></h2>
        <ul class="cards"><xsl:apply-templates select="notice[@consultation = 'ahead']" mode="consultation"/></ul></section>
    </xsl:if>
    <section><h2 id="how"><g:say text="consultations.how"/></h2>
      <p><g:say text="consultations.how-text"/><xsl:text> </xsl:text><a href="{/page/@root}channels.html"><g:say text="foot.all-channels"/></a></p>
      <ul><li><g:say text="consultations.needs-what"/></li><li><g:say text="consultations.needs-why"/></li><li><g:say text="consultations.needs-who"/></li></ul></section>
    <section><h2 id="closed"><g:say text="consultations.closed"/></h2>
      <xsl:choose>
        <xsl:when test="notice[@consultation = 'closed']"><ul class="cards"><xsl:apply-templates select="notice[@consultation = 'closed']" mode="consultation"/></ul></xsl:when>
        <xsl:otherwise><p><g:say text="consultations.none-closed" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose></section>
  </xsl:template>

  <xsl:template match="notice" mode="consultation">
    <li class="card" id="{@id}">
      <p class="meta"><xsl:choose>
        <xsl:when test="@consultation = 'open'"><span class="tag note"><xsl:call-template name="days-left"/></span></xsl:when>
        <xsl:when test="@consultation = 'ahead'"><span class="tag"><g:say text="consultation.ahead"/></span></xsl:when>
        <xsl:otherwise><span class="tag"><g:say text="consultation.closed"/></span></xsl:otherwise>
      </xsl:choose></p>
      <p class="title"><a href="{@href}"><xsl:apply-templates select="title" mode="heading"/></a></p>
      <p><g:say text="notice.comment-period" from="date @comment-from" to="date @comment-to"/></p>
      <xsl:for-each select="result/notice"><p><g:say text="notice.after"/><a href="{@href}"><g:text of="title"/></a></p></xsl:for-each>
    </li>
  </xsl:template>
</xsl:stylesheet>
