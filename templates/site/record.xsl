<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines and their sums, the same wherever they stand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>

  <!-- Annotation and stage of a line, each a word in a frame. -->
  <xsl:template match="line" mode="badges">
    <xsl:for-each select="annotation">
      <a class="tag breach" href="{/page/@root}violations.html#{@finding}"><g:say text="badge.annotated" year="@list-year"/></a><xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:for-each select="mark[@result = 'breach' and not(@noted) and @code != 'annulled']">
      <a href="{/page/@root}violations.html#{@finding}" class="tag {@tone}"><g:text/></a><xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:template>

  <!-- Where it is: Chinese goes from the larger to the smaller, English the other way. -->
  <xsl:template match="line | enterprise" mode="place">
    <xsl:if test="county and /page/@lang = 'en'"><g:text of="county"/><g:say text="list.separator"/></xsl:if>
    <xsl:for-each select="city"><a href="{@href}"><g:text/></a></xsl:for-each>
    <xsl:if test="county and /page/@lang = 'zh'"><g:text of="county"/></xsl:if>
  </xsl:template>

  <!-- The year of a line in one sentence. -->
  <xsl:template match="line" mode="year">
    <xsl:choose>
      <xsl:when test="not(@takes-part)"><g:say text="year.none"/></xsl:when>
      <xsl:when test="@over and @short &gt; 0"><g:say text="year.short" from="date @year-from" to="date @year-to" required="days @required" verified="days @verified" short="days @short"/></xsl:when>
      <xsl:when test="@over"><g:say text="year.kept" from="date @year-from" to="date @year-to" required="days @required" verified="days @verified"/></xsl:when>
      <xsl:otherwise><g:say text="year.running" date="date /page/@as-of" to="date @year-to" required="days @required" verified="days @verified"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A table of lines: columns by weight, so that the answer is on the first screen of a phone. -->
  <xsl:template name="lines-head">
    <thead>
      <tr>
        <th scope="col" class="pin"><g:say text="column.line"/></th>
        <th scope="col" class="n"><g:say text="column.days"/></th>
        <th scope="col"><g:say text="column.status"/></th>
        <xsl:if test="/page/@kind != 'city'"><th scope="col"><xsl:value-of select="/page/site/city-heading/*"/></th></xsl:if>
        <th scope="col" class="n"><g:say text="column.capacity"/></th>
        <th scope="col" class="n"><g:say text="column.annual"/></th>
        <th scope="col"><g:say text="column.kiln"/></th>
      </tr>
    </thead>
  </xsl:template>

  <!-- In the list with what list.js finds, filters and sorts by; codes, so that an address means the same in both
       languages. -->
  <xsl:template match="line" mode="row">
    <tr id="{@id}">
      <xsl:if test="@search">
        <g:attribute name="data-q" of="@search"/>
        <g:attribute name="data-city" of="city/@code"/>
        <g:attribute name="data-status" of="status/@code"/>
        <xsl:if test="@marks"><g:attribute name="data-mark" of="@marks"/></xsl:if>
        <g:attribute name="data-verified" of="@verified"/>
        <g:attribute name="data-missing" of="@missing"/>
        <g:attribute name="data-capacity" of="@capacity"/>
      </xsl:if>
      <th scope="row" class="pin"><a class="owner" href="{owner/@href}"><g:text of="owner"/></a><xsl:text> </xsl:text><a class="line" href="{@href}"><g:text of="name"/></a></th>
      <td class="n"><xsl:choose>
        <xsl:when test="@takes-part"><g:days of="@verified"/><span class="of"><xsl:text> / </xsl:text><g:days of="@required"/></span></xsl:when>
        <xsl:otherwise><span class="quiet"><g:say text="not-applicable"/></span></xsl:otherwise>
      </xsl:choose></td>
      <td class="state"><g:text of="status"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="badges"/></td>
      <xsl:if test="/page/@kind != 'city'"><td class="d"><xsl:for-each select="city"><a href="{@href}"><g:text/></a></xsl:for-each></td></xsl:if>
      <td class="n"><g:number of="@capacity"/></td>
      <td class="n"><g:number of="@annual"/></td>
      <td><g:text of="kiln"/><xsl:if test="@carbide-slag"><g:say text="list.separator"/><g:say text="line.carbide-slag"/></xsl:if></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="sums" mode="row">
    <tr class="subtotal">
      <th scope="row" class="pin"><g:say text="lines.subtotal"/></th>
      <td class="n"><g:days of="@verified"/><span class="of"><xsl:text> / </xsl:text><g:days of="@required"/></span></td>
      <td><g:say text="lines.operating" n="number @operating" lines="number @lines"/></td>
      <xsl:if test="/page/@kind != 'city'"><td></td></xsl:if>
      <td class="n"><g:number of="@capacity"/></td>
      <td class="n"><g:number of="@annual"/></td>
      <td></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- The four numbers of a group of lines. -->
  <xsl:template match="sums" mode="numbers">
    <dl class="numbers">
      <div><dt><g:say text="numbers.lines"/></dt><dd><g:number of="@lines"/></dd></div>
      <div><dt><g:say text="numbers.capacity"/></dt><dd><g:number of="@capacity"/></dd></div>
      <div><dt><g:say text="numbers.required"/></dt><dd><g:days of="@required"/></dd></div>
      <div><dt><g:say text="numbers.verified"/></dt><dd><g:days of="@verified"/></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
