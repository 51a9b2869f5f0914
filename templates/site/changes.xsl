<?xml version="1.0" encoding="UTF-8"?>
<!-- Changes of lines and enterprises. It is imported beside a page's frame. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <!-- What happened to a line or an enterprise over the years. -->
  <xsl:template name="changes">
    <xsl:if test="change">
      <section><h2 id="changes"><g:say text="changes.title"/></h2>
        <ol class="steps"><xsl:for-each select="change"><xsl:sort select="@date"/><li>
          <time datetime="{@date}"><g:date of="@date"/></time>
          <div><p><strong><g:text of="kind"/></strong><xsl:if test="name"><g:say text="colon"/><g:text of="name"/></xsl:if></p>
            <xsl:if test="of"><p><xsl:apply-templates select="of" mode="named-link"/></p></xsl:if>
            <xsl:if test="line-of and (by or to)"><p><a href="{line-of/@href}"><g:text of="line-of/owner"/><xsl:text> </xsl:text><g:text of="line-of"/></a></p></xsl:if>
            <xsl:if test="to"><p><g:say text="changes.to"/><xsl:apply-templates select="to" mode="named-link"/></p></xsl:if>
            <xsl:if test="by"><p><g:say text="changes.by"/><a href="{by/@href}"><g:text of="by/owner"/><xsl:text> </xsl:text><g:text of="by"/></a></p></xsl:if>
            <xsl:if test="@capacity"><p><g:say text="unit.tpd" n="number @capacity"/></p></xsl:if>
            <p class="quiet"><xsl:if test="reason"><g:text of="reason"/><g:say text="list.separator"/></xsl:if><span lang="zh-CN"><xsl:value-of select="@approval"/></span></p></div>
        </li></xsl:for-each></ol>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
