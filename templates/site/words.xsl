<?xml version="1.0" encoding="UTF-8"?>
<!-- Pages that are words: about, legal basis, complaint channels. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="document.xsl"/>

  <xsl:template match="page" mode="title"><xsl:value-of select="g:say(concat('nav.', @kind))"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say(concat(@kind, '.description'))"/></xsl:template>

  <xsl:template match="page" mode="main">
    <header class="title"><h1><xsl:choose><xsl:when test="document/title"><xsl:apply-templates select="document/title" mode="text"/></xsl:when><xsl:otherwise><xsl:value-of select="g:say(concat('nav.', @kind))"/></xsl:otherwise></xsl:choose></h1></header>
    <xsl:if test="@kind = 'channels'"><xsl:call-template name="channels"/></xsl:if>
    <xsl:apply-templates select="document" mode="text-proper"/>
    <xsl:if test="@kind = 'channels'"><xsl:call-template name="telling"/></xsl:if>
    <xsl:if test="@kind = 'legal'"><xsl:call-template name="clauses"/></xsl:if>
    <xsl:if test="@kind = 'about'"><xsl:call-template name="policies"/></xsl:if>
  </xsl:template>

  <!-- Each authority with its telephone first; what it takes; when. -->
  <xsl:template name="channels">
    <xsl:for-each select="$site/channels/authority[channel[not(city)]]">
      <section class="authority" aria-labelledby="authority-{@id}">
        <h2 id="authority-{@id}"><xsl:apply-templates select="name" mode="text"/></h2>
        <xsl:if test="channel[not(city)]">
          <ul class="channels"><xsl:for-each select="channel[not(city)]"><xsl:call-template name="channel"/></xsl:for-each></ul>
        </xsl:if>
      </section>
    </xsl:for-each>
    <xsl:if test="$site/channels/authority/channel[city]">
      <section><h2 id="by-city"><xsl:value-of select="g:say('channels.by-city')"/></h2>
        <ul class="offices"><xsl:for-each select="$site/channels/authority[channel[city]]">
          <li><h3><xsl:apply-templates select="name" mode="text"/></h3>
            <xsl:for-each select="channel[city]">
              <p id="{@id}"><span class="quiet"><xsl:apply-templates select="kind" mode="text"/></span><xsl:text> </xsl:text><xsl:apply-templates select="." mode="link"/><xsl:if test="hours and not(hours/zh = preceding-sibling::channel[1]/hours/zh)"><xsl:text> </xsl:text><span class="quiet"><xsl:apply-templates select="hours" mode="text"/></span></xsl:if></p>
            </xsl:for-each>
          </li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="channel">
    <li id="{@id}">
      <p class="way"><span class="quiet"><xsl:apply-templates select="kind" mode="text"/><xsl:if test="city"><xsl:value-of select="g:say('list.separator')"/><xsl:apply-templates select="city" mode="text"/></xsl:if></span><xsl:text> </xsl:text><strong><xsl:apply-templates select="." mode="link"/></strong></p>
      <xsl:if test="hours"><p class="quiet"><xsl:value-of select="g:say('channels.hours')"/><xsl:apply-templates select="hours" mode="text"/></p></xsl:if>
      <xsl:if test="takes"><p><xsl:apply-templates select="takes" mode="text"/></p></xsl:if>
    </li>
  </xsl:template>

  <xsl:template name="telling">
    <section><h2 id="say"><xsl:value-of select="g:say('channels.say')"/></h2>
      <ul>
        <li><xsl:value-of select="g:say('channels.say-line')"/></li>
        <li><xsl:value-of select="g:say('channels.say-time')"/></li>
        <li><xsl:value-of select="g:say('channels.say-seen')"/></li>
      </ul>
      <p><xsl:value-of select="g:say('channels.privacy')"/></p>
      <p class="more"><a href="{$root}poster.html"><xsl:value-of select="g:say('channels.poster')"/></a></p>
    </section>
  </xsl:template>

  <xsl:template name="clauses">
    <xsl:if test="clause">
      <section><h2 id="clauses"><xsl:value-of select="g:say('legal.clauses')"/></h2>
        <dl class="clauses">
          <xsl:for-each select="clause">
            <div><dt><span class="clause" lang="zh-CN"><xsl:value-of select="@id"/></span><xsl:text> </xsl:text><xsl:apply-templates select="document" mode="text"/></dt><dd><xsl:apply-templates select="text" mode="text"/></dd></div>
          </xsl:for-each>
        </dl>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="policies">
    <section><h2 id="corrections"><xsl:value-of select="g:say('about.corrections')"/></h2>
      <p><xsl:value-of select="g:say('about.corrections-how')"/><xsl:text> </xsl:text><a href="{$root}channels.html"><xsl:value-of select="g:say('foot.all-channels')"/></a></p>
      <p><xsl:value-of select="g:say('about.corrections-kept')"/></p></section>
    <section><h2 id="accessibility"><xsl:value-of select="g:say('about.accessibility')"/></h2><p><xsl:value-of select="g:say('about.accessibility-text')"/></p></section>
    <section><h2 id="privacy"><xsl:value-of select="g:say('about.privacy')"/></h2><p><xsl:value-of select="g:say('about.privacy-text')"/></p></section>
  </xsl:template>
</xsl:stylesheet>
