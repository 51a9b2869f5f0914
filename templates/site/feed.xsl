<?xml version="1.0" encoding="UTF-8"?>
<!-- A feed: notices, findings, or the notices of a city. Full addresses throughout, as readers have no base. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform" xmlns="http://www.w3.org/2005/Atom"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:output method="xml" encoding="UTF-8"/>
  <xsl:variable name="lang" select="/page/@lang"/>
  <xsl:variable name="home" select="/page/@url-home"/>
  <xsl:variable name="midnight" select="'T00:00:00+08:00'"/>

  <xsl:template match="/page">
    <feed>
      <xsl:attribute name="xml:lang"><xsl:choose><xsl:when test="$lang = 'zh'">zh-Hans</xsl:when><xsl:otherwise>en</xsl:otherwise></xsl:choose></xsl:attribute>
      <id><xsl:value-of select="concat($home, @path)"/></id>
      <title><xsl:choose><xsl:when test="@kind = 'city'"><xsl:apply-templates select="city" mode="text"/></xsl:when><xsl:otherwise><xsl:value-of select="g:say(concat('nav.', @kind))"/></xsl:otherwise></xsl:choose><g:say text="title.separator"/><xsl:apply-templates select="site/title" mode="text"/></title>
      <updated><xsl:call-template name="newest"/></updated>
      <author><name><xsl:for-each select="site/publisher"><xsl:if test="position() &gt; 1"><g:say text="list.separator"/></xsl:if><xsl:apply-templates select="." mode="text"/></xsl:for-each><xsl:if test="not(site/publisher)"><xsl:apply-templates select="site/title" mode="text"/></xsl:if></name></author>
      <link rel="self" type="application/atom+xml" href="{$home}{@path}"/>
      <link rel="alternate" type="text/html" href="{$home}{@of}"/>
      <xsl:apply-templates select="notice | finding[step] | correction"/>
    </feed>
  </xsl:template>

  <!-- Of the newest entry; of a feed without any, the as-of date. -->
  <xsl:template name="newest">
    <xsl:variable name="dates" select="notice/@date | correction/@date | finding/step[last()]/@at"/>
    <xsl:variable name="sorted"><xsl:for-each select="$dates"><xsl:sort select="." order="descending"/><xsl:if test="position() = 1"><xsl:value-of select="substring(., 1, 10)"/></xsl:if></xsl:for-each></xsl:variable>
    <xsl:choose><xsl:when test="$dates"><xsl:value-of select="$sorted"/></xsl:when><xsl:otherwise><xsl:value-of select="@as-of"/></xsl:otherwise></xsl:choose><xsl:value-of select="$midnight"/>
  </xsl:template>

  <xsl:template match="notice">
    <entry>
      <id><xsl:value-of select="concat($home, @path)"/></id>
      <title><xsl:apply-templates select="title" mode="text"/></title>
      <updated><xsl:value-of select="concat(@date, $midnight)"/></updated>
      <published><xsl:value-of select="concat(@date, $midnight)"/></published>
      <link rel="alternate" type="text/html" href="{$home}{@path}"/>
      <xsl:if test="@pdf-path"><link rel="enclosure" type="application/pdf" length="{@pdf-bytes}" href="{/page/@url-site}{@pdf-path}"/></xsl:if>
      <category term="{@kind}"><xsl:attribute name="label"><xsl:apply-templates select="kind-name" mode="text"/></xsl:attribute></category>
      <xsl:if test="brief"><summary><xsl:apply-templates select="brief" mode="text"/></summary></xsl:if>
    </entry>
  </xsl:template>

  <xsl:template match="finding">
    <entry>
      <id><xsl:value-of select="concat($home, 'violations.html#', @id)"/></id>
      <title><xsl:apply-templates select="owner" mode="text"/><xsl:text> </xsl:text><xsl:apply-templates select="line-name" mode="text"/><g:say text="title.separator"/><xsl:choose><xsl:when test="@result = 'clean'"><g:say text="finding.clean"/></xsl:when><xsl:otherwise><xsl:apply-templates select="stage" mode="text"/></xsl:otherwise></xsl:choose></title>
      <updated><xsl:value-of select="concat(substring(step[last()]/@at, 1, 10), $midnight)"/></updated>
      <published><xsl:value-of select="concat(substring(step[1]/@at, 1, 10), $midnight)"/></published>
      <link rel="alternate" type="text/html" href="{$home}violations.html#{@id}"/>
      <summary><xsl:apply-templates select="duty" mode="text"/></summary>
    </entry>
  </xsl:template>

  <xsl:template match="correction">
    <entry>
      <id><xsl:value-of select="concat($home, 'corrections.html#', @id)"/></id>
      <title><xsl:apply-templates select="table" mode="text"/><xsl:text> </xsl:text><xsl:value-of select="@row"/><g:say text="title.separator"/><xsl:apply-templates select="column" mode="text"/></title>
      <updated><xsl:value-of select="concat(@date, $midnight)"/></updated>
      <published><xsl:value-of select="concat(@date, $midnight)"/></published>
      <link rel="alternate" type="text/html" href="{$home}corrections.html#{@id}"/>
      <summary><xsl:value-of select="concat(g:say('corrections.was'), g:say('colon'), @was, g:say('list.separator'), g:say('corrections.is'), g:say('colon'), @becomes)"/></summary>
    </entry>
  </xsl:template>

  <xsl:template match="correction[words]">
    <entry>
      <id><xsl:value-of select="concat($home, 'corrections.html#', @id)"/></id>
      <title><xsl:apply-templates select="words" mode="text"/></title>
      <updated><xsl:value-of select="concat(@date, $midnight)"/></updated>
      <published><xsl:value-of select="concat(@date, $midnight)"/></published>
      <link rel="alternate" type="text/html" href="{$home}corrections.html#{@id}"/>
      <summary><g:say text="corrections.words"/></summary>
    </entry>
  </xsl:template>

  <!-- That of the feed's language comes first. -->
  <xsl:template match="*" mode="text"><xsl:value-of select="*[1]"/></xsl:template>
</xsl:stylesheet>
