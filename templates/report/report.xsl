<?xml version="1.0" encoding="UTF-8"?>
<!-- The report of faults as one page in both languages: by file and sheet, each fault at its cell. It stands
     alone: no other file, no script. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">

  <xsl:template match="/report">
    <html lang="zh-Hans">
      <head>
        <meta charset="utf-8"/>
        <meta name="viewport" content="width=device-width, initial-scale=1"/>
        <title><xsl:value-of select="g:say-in('zh', 'title')"/> · <xsl:value-of select="g:say-in('en', 'title')"/> · <xsl:value-of select="@folder"/></title>
        <style><xsl:text>
:root { --paper: #fff; --raised: #f3f5f7; --ink: #14181d; --quiet: #4a5560; --rule: #c3cad1; --breach: #a61b1b; --good: #1b6b3a; color-scheme: light dark; }
@media (prefers-color-scheme: dark) { :root { --paper: #12161b; --raised: #1b2128; --ink: #e9edf1; --quiet: #aab4be; --rule: #3b4651; --breach: #ff8f85; --good: #7fd09b; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 80rem; padding: 2rem 1.5rem 4rem; background: var(--paper); color: var(--ink); font: 1rem/1.6 "PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "Segoe UI", sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.75rem; line-height: 1.3; margin: 0 0 .5rem; }
h1 [lang=en], h2 [lang=en] { font-weight: 400; color: var(--quiet); font-size: .75em; margin-left: .5em; }
h2 { font-size: 1.25rem; line-height: 1.4; margin: 2.5rem 0 .75rem; }
p { margin: 0 0 .5rem; max-width: 48rem; }
[lang=en] { font-family: "Segoe UI", "Noto Sans", "Helvetica Neue", sans-serif; }
p [lang=en], td [lang=en], th [lang=en] { font-weight: 400; display: block; color: var(--quiet); font-size: .875rem; line-height: 1.45; }
.count { font-size: 1.25rem; font-weight: 600; color: var(--breach); margin-top: 1.25rem; }
.count.none { color: var(--good); }
.scroll { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; min-width: 46rem; }
th, td { text-align: left; vertical-align: top; padding: .5rem .75rem .5rem 0; border-bottom: 1px solid var(--rule); }
th { font-weight: 600; border-bottom-width: 2px; white-space: nowrap; }
td.cell { white-space: nowrap; font-variant-numeric: tabular-nums; font-weight: 600; width: 7rem; }
td.column { width: 12rem; }
td.clause, .whole { white-space: nowrap; }
code { font-family: ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .9375em; background: var(--raised); padding: .0625rem .3125rem; border-radius: 2px; white-space: pre-wrap; }
.id { display: block; color: var(--quiet); font-size: .8125rem; font-family: ui-monospace, Consolas, monospace; }
.notes { margin-top: 4rem; padding-top: .5rem; border-top: 4px solid var(--rule); }
@media print { body { padding: 0; max-width: none; font-size: 10pt; } .scroll { overflow: visible; } table { min-width: 0; } tr { break-inside: avoid; } }
</xsl:text></style>
      </head>
      <body>
        <h1><xsl:call-template name="both"><xsl:with-param name="id" select="'title'"/></xsl:call-template></h1>
        <p><xsl:value-of select="of/zh"/><span lang="en"><xsl:value-of select="of/en"/></span></p>
        <xsl:choose>
          <xsl:when test="@faults &gt; 0">
            <p class="count"><xsl:value-of select="count/zh"/><span lang="en"><xsl:value-of select="count/en"/></span></p>
            <p><xsl:call-template name="both"><xsl:with-param name="id" select="'how'"/></xsl:call-template></p>
          </xsl:when>
          <xsl:otherwise>
            <p class="count none"><xsl:call-template name="both"><xsl:with-param name="id" select="'none'"/></xsl:call-template></p>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:apply-templates select="faults/sheet"/>
        <xsl:if test="notes/sheet">
          <section class="notes">
            <h2><xsl:call-template name="both"><xsl:with-param name="id" select="'notes'"/></xsl:call-template></h2>
            <p><xsl:call-template name="both"><xsl:with-param name="id" select="'notes.how'"/></xsl:call-template></p>
            <xsl:apply-templates select="notes/sheet"/>
          </section>
        </xsl:if>
      </body>
    </html>
  </xsl:template>

  <!-- A text in both languages, the English quieter beside or below the Chinese. -->
  <xsl:template name="both">
    <xsl:param name="id"/>
    <xsl:value-of select="g:say-in('zh', $id)"/><xsl:text> </xsl:text><span lang="en"><xsl:value-of select="g:say-in('en', $id)"/></span>
  </xsl:template>

  <xsl:template name="head">
    <xsl:param name="id"/>
    <th scope="col"><xsl:call-template name="both"><xsl:with-param name="id" select="$id"/></xsl:call-template></th>
  </xsl:template>

  <xsl:template match="sheet">
    <h2>
      <xsl:value-of select="@file"/>
      <xsl:if test="@name"><xsl:text> </xsl:text>› <xsl:value-of select="@name"/></xsl:if>
    </h2>
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'cell'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'column'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id" select="'found'"/></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id"><xsl:choose><xsl:when test="parent::notes">note</xsl:when><xsl:otherwise>fault</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
            <xsl:call-template name="head"><xsl:with-param name="id"><xsl:choose><xsl:when test="parent::notes">taken</xsl:when><xsl:otherwise>expected</xsl:otherwise></xsl:choose></xsl:with-param></xsl:call-template>
            <xsl:if test="fault/clause"><xsl:call-template name="head"><xsl:with-param name="id" select="'clause'"/></xsl:call-template></xsl:if>
          </tr>
        </thead>
        <tbody><xsl:apply-templates select="fault"/></tbody>
      </table>
    </div>
  </xsl:template>

  <xsl:template match="fault">
    <tr>
      <td class="cell"><xsl:value-of select="cell/zh"/><xsl:if test="cell/en != cell/zh"><span lang="en"><xsl:value-of select="cell/en"/></span></xsl:if></td>
      <td class="column"><xsl:value-of select="column/zh"/><xsl:if test="column/en != ''"><span lang="en"><xsl:value-of select="column/en"/></span></xsl:if></td>
      <td><xsl:if test="found"><code><xsl:value-of select="found"/></code></xsl:if></td>
      <td><xsl:value-of select="text/zh"/><span lang="en"><xsl:value-of select="text/en"/></span><span class="id"><xsl:value-of select="@id"/></span></td>
      <td><xsl:value-of select="expected/zh"/><xsl:if test="expected/en"><span lang="en"><xsl:value-of select="expected/en"/></span></xsl:if></td>
      <xsl:if test="../fault/clause"><td class="clause"><xsl:value-of select="clause"/></td></xsl:if>
    </tr>
  </xsl:template>
</xsl:stylesheet>
