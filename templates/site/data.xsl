<?xml version="1.0" encoding="UTF-8"?>
<!-- Open data: every table with its rows, size and files, and what each column means. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="nav.data"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('data.summary', 'n', count(table))"/></xsl:template>
  <xsl:template match="page" mode="head"><script type="application/ld+json"><xsl:value-of select="ld"/></script></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say text="nav.data"/></h1><p class="lead"><xsl:value-of select="g:say('data.summary', 'n', count(table))"/></p></header>
    <p><g:say text="data.format"/></p>
    <p class="download"><a href="{whole/@href}"><g:say text="data.whole"/></a><xsl:text> </xsl:text><span class="quiet"><xsl:call-template name="bytes"><xsl:with-param name="bytes" select="whole/@bytes"/></xsl:call-template></span></p>
    <div class="scroll" tabindex="0" role="region" aria-labelledby="tables"><table>
      <caption id="tables"><g:say text="data.tables"/></caption>
      <thead><tr><th scope="col" class="pin"><g:say text="data.table"/></th><th scope="col" class="n"><g:say text="data.rows"/></th><th scope="col"><g:say text="data.files"/></th></tr></thead>
      <tbody><xsl:for-each select="table"><tr>
        <th scope="row" class="pin"><a href="#{@name}"><g:text of="title"/></a></th><td class="n"><g:number of="@rows"/></td>
        <td><xsl:call-template name="files"/></td>
      </tr></xsl:for-each></tbody>
    </table></div>
    <h2><g:say text="data.dictionary"/></h2>
    <xsl:for-each select="table">
      <section><h3 id="{@name}"><g:text of="title"/><xsl:text> </xsl:text><code><xsl:value-of select="@name"/></code></h3>
        <xsl:call-template name="files"/>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="{@name}"><table>
          <thead><tr><th scope="col" class="pin"><g:say text="data.column"/></th><th scope="col"><g:say text="data.meaning"/></th><th scope="col"><g:say text="data.kind"/></th><th scope="col"><g:say text="data.values"/></th></tr></thead>
          <tbody><xsl:for-each select="column"><tr>
            <th scope="row" class="pin"><code><xsl:value-of select="@name"/></code></th><td><g:text of="heading"/></td>
            <td><xsl:value-of select="g:say(concat('data.kind-', @kind))"/><xsl:if test="@required"><xsl:value-of select="concat(g:say('list.separator'), g:say('data.required'))"/></xsl:if></td>
            <td><xsl:if test="@target"><a href="#{@target}"><code><xsl:value-of select="@target"/></code></a></xsl:if><xsl:for-each select="code"><xsl:if test="position() &gt; 1"><g:say text="list.separator"/></xsl:if><code><xsl:value-of select="@code"/></code><xsl:text> </xsl:text><g:text/></xsl:for-each></td>
          </tr></xsl:for-each></tbody>
        </table></div>
      </section>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="files">
    <ul class="files"><xsl:for-each select="file"><li><a href="{@href}"><xsl:value-of select="g:say(concat('data.', @format))"/><span class="hidden"><xsl:text> </xsl:text><xsl:apply-templates select="../title" mode="text"/></span></a><xsl:text> </xsl:text><span class="quiet"><xsl:call-template name="bytes"><xsl:with-param name="bytes" select="@bytes"/></xsl:call-template></span></li></xsl:for-each></ul>
  </xsl:template>
</xsl:stylesheet>
