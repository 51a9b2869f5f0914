<?xml version="1.0" encoding="UTF-8"?>
<!-- How to ask for a correction, and what becomes of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="nav.corrections"/></xsl:template>
  <xsl:template match="page" mode="description"><g:say text="corrections.description"/></xsl:template>
  <xsl:template match="page" mode="head"><xsl:if test="@url-home"><link rel="alternate" type="application/atom+xml" href="{/page/@root}corrections.atom" title="{g:say('nav.corrections')}"/></xsl:if></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say text="nav.corrections"/></h1><p class="lead"><g:say text="corrections.description"/></p></header>
    <section><h2 id="record"><g:say text="corrections.record"/></h2>
      <xsl:choose>
        <xsl:when test="correction">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="record"><table>
            <thead><tr><th scope="col" class="pin"><g:say text="corrections.where"/></th><th scope="col"><g:say text="corrections.change"/></th><th scope="col"><g:say text="corrections.since"/></th><th scope="col"><g:say text="corrections.why"/></th></tr></thead>
            <tbody><xsl:for-each select="correction"><tr id="{@id}">
              <th scope="row" class="pin"><xsl:choose><xsl:when test="words"><a href="{@href}"><g:text of="words"/></a></xsl:when><xsl:otherwise><g:text of="table"/><xsl:text> </xsl:text><xsl:choose><xsl:when test="@href"><a class="id" href="{@href}"><xsl:value-of select="@row"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@row"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><span class="quiet"><g:text of="column"/></span></xsl:otherwise></xsl:choose></th>
              <td><xsl:choose><xsl:when test="words"><a href="{@notice}"><g:say text="corrections.words"/></a></xsl:when><xsl:otherwise><p><span class="quiet"><g:say text="corrections.was"/></span><xsl:text> </xsl:text><del><xsl:copy-of select="@lang"/><xsl:value-of select="@was"/></del></p>
                <p><span class="quiet"><g:say text="corrections.is"/></span><xsl:text> </xsl:text><ins><xsl:copy-of select="@lang"/><xsl:value-of select="@becomes"/></ins></p></xsl:otherwise></xsl:choose></td>
              <td class="d"><a href="{@notice}"><g:date of="@date"/></a></td><td><g:text of="reason"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
        </xsl:when>
        <xsl:otherwise><p><g:say text="corrections.none" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section><h2 id="who"><g:say text="corrections.who"/></h2>
      <ul><li><g:say text="corrections.who-enterprise"/></li><li><g:say text="corrections.who-anyone"/></li></ul></section>
    <section><h2 id="what"><g:say text="corrections.what"/></h2>
      <ul><li><g:say text="corrections.what-page"/></li><li><g:say text="corrections.what-wrong"/></li><li><g:say text="corrections.what-evidence"/></li></ul>
      <p><xsl:call-template name="correction-mail"><xsl:with-param name="about" select="g:say('nav.corrections')"/><xsl:with-param name="label" select="'corrections.mail'"/></xsl:call-template></p>
      <p><a href="{/page/@root}channels.html"><g:say text="foot.all-channels"/></a></p></section>
    <section><h2 id="then"><g:say text="corrections.then"/></h2>
      <ul><li><g:say text="corrections.then-checked"/></li><li><g:say text="corrections.then-shown"/></li><li><g:say text="corrections.then-kept"/></li></ul></section>
    <section><h2 id="reply"><g:say text="corrections.reply"/></h2><p><g:say text="corrections.reply-text"/></p></section>
  </xsl:template>
</xsl:stylesheet>
