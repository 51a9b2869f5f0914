<?xml version="1.0" encoding="UTF-8"?>
<!-- A notice in a list. It is imported beside a page's frame. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <!-- A notice in a list: what, when, by whom, in one line of content. -->
  <xsl:template match="notice" mode="item">
    <xsl:param name="brief" select="true()"/>
    <li class="notice" data-kind="{@kind}" data-year="{substring(@date, 1, 4)}">
      <xsl:if test="/page/@kind = 'notices'"><xsl:attribute name="data-q"><xsl:value-of select="concat(title/zh, ' ', title/en, ' ', @number, ' ', issuer/zh, ' ', issuer/en)"/></xsl:attribute></xsl:if>
      <p class="meta"><time datetime="{@date}"><g:date of="@date"/></time><xsl:text> </xsl:text><span class="tag"><g:text of="kind-name"/></span><xsl:if test="@consultation = 'open'"><xsl:text> </xsl:text><span class="tag note"><xsl:call-template name="days-left"/></span></xsl:if><xsl:if test="@corrected"><xsl:text> </xsl:text><span class="tag note"><g:say text="notice.tag-corrected"/></span></xsl:if><xsl:if test="@withdrawn"><xsl:text> </xsl:text><span class="tag breach"><g:say text="notice.tag-withdrawn"/></span></xsl:if></p>
      <p class="title"><a href="{@href}"><xsl:apply-templates select="title" mode="heading"/></a></p>
      <xsl:if test="@number"><p class="quiet"><xsl:choose><xsl:when test="/page/@lang = 'zh'"><xsl:value-of select="@number"/></xsl:when><xsl:otherwise><span lang="zh-CN"><xsl:value-of select="@number"/></span></xsl:otherwise></xsl:choose></p></xsl:if>
      <xsl:if test="$brief and brief"><p><g:text of="brief"/></p></xsl:if>
    </li>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template name="days-left">
    <xsl:choose>
      <xsl:when test="@days-left = 0"><g:say text="consultation.last-day"/></xsl:when>
      <xsl:otherwise><g:say text="consultation.days-left" n="@days-left" date="date /page/@as-of"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>
</xsl:stylesheet>
