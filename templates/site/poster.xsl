<?xml version="1.0" encoding="UTF-8"?>
<!-- A sheet of A4 to hang up, in both languages whatever the page's own: only the frame around it differs. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" xmlns:svg="http://www.w3.org/2000/svg" exclude-result-prefixes="g svg">
  <xsl:import href="record.xsl"/>
  <xsl:template match="page" mode="title"><xsl:value-of select="g:say('poster.title')"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('poster.description')"/></xsl:template>
  <xsl:template match="page" mode="head"><link rel="stylesheet" href="{$base}poster.css"/></xsl:template>
  <xsl:template match="page" mode="belongs-to">channels</xsl:template>
  <xsl:template match="page" mode="crumbs">
    <xsl:call-template name="crumbs"><xsl:with-param name="to" select="'channels'"/><xsl:with-param name="here"><xsl:value-of select="g:say('poster.title')"/></xsl:with-param></xsl:call-template>
  </xsl:template>

  <xsl:template match="page" mode="main">
    <p class="screen"><xsl:value-of select="g:say('poster.print')"/></p>
    <div class="sheet">
      <p class="sheet-site"><span lang="zh-CN"><xsl:value-of select="site/title/zh"/></span><br/><span lang="en"><xsl:value-of select="site/title/en"/></span></p>
      <h1><span lang="zh-CN"><xsl:value-of select="g:say-in('zh', 'poster.headline')"/></span><xsl:text> </xsl:text><span lang="en"><xsl:value-of select="g:say-in('en', 'poster.headline')"/></span></h1>
      <div class="sheet-body">
        <ul class="sheet-ways">
          <xsl:for-each select="site/channels/authority[channel[not(city)][kind/@code = 'phone' or kind/@code = 'email']]">
            <li><p><strong lang="zh-CN"><xsl:value-of select="name/zh"/></strong><br/><span lang="en"><xsl:value-of select="name/en"/></span></p>
              <xsl:for-each select="channel[not(city)][kind/@code = 'phone' or kind/@code = 'email']"><p class="sheet-way"><xsl:apply-templates select="." mode="link"/></p></xsl:for-each>
            </li>
          </xsl:for-each>
        </ul>
        <xsl:if test="code/svg:svg">
          <div class="sheet-code"><xsl:apply-templates select="code/svg:svg" mode="figure"/><p><span lang="zh-CN"><xsl:value-of select="g:say-in('zh', 'poster.scan')"/></span><br/><span lang="en"><xsl:value-of select="g:say-in('en', 'poster.scan')"/></span></p><p><a href="{$root}channels.html"><xsl:value-of select="code/@url"/></a></p></div>
        </xsl:if>
      </div>
      <div class="sheet-tell">
        <div lang="zh-CN"><h2><xsl:value-of select="g:say-in('zh', 'channels.say')"/></h2><ul><li><xsl:value-of select="g:say-in('zh', 'channels.say-line')"/></li><li><xsl:value-of select="g:say-in('zh', 'channels.say-time')"/></li><li><xsl:value-of select="g:say-in('zh', 'channels.say-seen')"/></li></ul><p><xsl:value-of select="g:say-in('zh', 'poster.privacy')"/></p></div>
        <div lang="en"><h2><xsl:value-of select="g:say-in('en', 'channels.say')"/></h2><ul><li><xsl:value-of select="g:say-in('en', 'channels.say-line')"/></li><li><xsl:value-of select="g:say-in('en', 'channels.say-time')"/></li><li><xsl:value-of select="g:say-in('en', 'channels.say-seen')"/></li></ul><p><xsl:value-of select="g:say-in('en', 'poster.privacy')"/></p></div>
      </div>
      <xsl:if test="site/disclaimer"><p class="sheet-note"><span lang="zh-CN"><xsl:value-of select="site/disclaimer/zh"/></span><xsl:text> </xsl:text><span lang="en"><xsl:value-of select="site/disclaimer/en"/></span></p></xsl:if>
    </div>
  </xsl:template>
</xsl:stylesheet>
