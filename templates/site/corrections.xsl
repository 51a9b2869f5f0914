<?xml version="1.0" encoding="UTF-8"?>
<!-- How to ask for a correction, and what becomes of it. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="record.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="g:say('nav.corrections')"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('corrections.description')"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:value-of select="g:say('nav.corrections')"/></h1><p class="lead"><xsl:value-of select="g:say('corrections.description')"/></p></header>
    <section><h2 id="record"><xsl:value-of select="g:say('corrections.record')"/></h2>
      <xsl:choose>
        <xsl:when test="correction">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="record"><table>
            <thead><tr><th scope="col" class="pin"><xsl:value-of select="g:say('corrections.where')"/></th><th scope="col"><xsl:value-of select="g:say('corrections.change')"/></th><th scope="col"><xsl:value-of select="g:say('corrections.since')"/></th><th scope="col"><xsl:value-of select="g:say('corrections.why')"/></th></tr></thead>
            <tbody><xsl:for-each select="correction"><tr id="{@id}">
              <th scope="row" class="pin"><xsl:choose><xsl:when test="words"><a href="{@href}"><xsl:apply-templates select="words" mode="text"/></a></xsl:when><xsl:otherwise><xsl:apply-templates select="table" mode="text"/><xsl:text> </xsl:text><xsl:choose><xsl:when test="@href"><a class="id" href="{@href}"><xsl:value-of select="@row"/></a></xsl:when><xsl:otherwise><xsl:value-of select="@row"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><span class="quiet"><xsl:apply-templates select="column" mode="text"/></span></xsl:otherwise></xsl:choose></th>
              <td><xsl:choose><xsl:when test="words"><a href="{@notice}"><xsl:value-of select="g:say('corrections.words')"/></a></xsl:when><xsl:otherwise><p><span class="quiet"><xsl:value-of select="g:say('corrections.was')"/></span><xsl:text> </xsl:text><del><xsl:copy-of select="@lang"/><xsl:value-of select="@was"/></del></p>
                <p><span class="quiet"><xsl:value-of select="g:say('corrections.is')"/></span><xsl:text> </xsl:text><ins><xsl:copy-of select="@lang"/><xsl:value-of select="@becomes"/></ins></p></xsl:otherwise></xsl:choose></td>
              <td class="d"><a href="{@notice}"><xsl:value-of select="g:date(@date)"/></a></td><td><xsl:apply-templates select="reason" mode="text"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('corrections.none', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section><h2 id="who"><xsl:value-of select="g:say('corrections.who')"/></h2>
      <ul><li><xsl:value-of select="g:say('corrections.who-enterprise')"/></li><li><xsl:value-of select="g:say('corrections.who-anyone')"/></li></ul></section>
    <section><h2 id="what"><xsl:value-of select="g:say('corrections.what')"/></h2>
      <ul><li><xsl:value-of select="g:say('corrections.what-page')"/></li><li><xsl:value-of select="g:say('corrections.what-wrong')"/></li><li><xsl:value-of select="g:say('corrections.what-evidence')"/></li></ul>
      <p><xsl:call-template name="correction-mail"><xsl:with-param name="about" select="g:say('nav.corrections')"/><xsl:with-param name="label" select="g:say('corrections.mail')"/></xsl:call-template></p>
      <p><a href="{$root}channels.html"><xsl:value-of select="g:say('foot.all-channels')"/></a></p></section>
    <section><h2 id="then"><xsl:value-of select="g:say('corrections.then')"/></h2>
      <ul><li><xsl:value-of select="g:say('corrections.then-checked')"/></li><li><xsl:value-of select="g:say('corrections.then-shown')"/></li><li><xsl:value-of select="g:say('corrections.then-kept')"/></li></ul></section>
    <section><h2 id="reply"><xsl:value-of select="g:say('corrections.reply')"/></h2><p><xsl:value-of select="g:say('corrections.reply-text')"/></p></section>
  </xsl:template>
</xsl:stylesheet>
