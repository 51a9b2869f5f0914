<?xml version="1.0" encoding="UTF-8"?>
<!-- The document tree (document/xml.h) as HTML: the body in the page's language, and the annexes both share.
     What belongs to paper alone (imprint, form) stays in the PDF. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>

  <xsl:variable name="tag-of-page" select="g:say('tag')"/>

  <xsl:template match="document" mode="text-proper">
    <div class="document">
      <xsl:apply-templates select="body[@lang = $tag-of-page]/*" mode="node"/>
      <xsl:apply-templates select="annexes/*" mode="node"/>
    </div>
  </xsl:template>

  <!-- In the annexes, what is in the other language is left to its page; tables and figures are in both. -->
  <xsl:template match="*" mode="node">
    <xsl:if test="not(parent::annex) or self::table or self::figure or @lang = $tag-of-page">
      <xsl:apply-templates select="." mode="html"/>
      <xsl:text>&#10;</xsl:text>
    </xsl:if>
  </xsl:template>

  <!-- Said by the page itself: title, number, that it is a demonstration. -->
  <xsl:template match="title | issuer | number | marking | signers | disclaimer | translation-note" mode="html"/>

  <xsl:template match="addressee | remark | copies | printed" mode="html">
    <p class="{name()}"><xsl:call-template name="id"/><xsl:apply-templates select="run"/></p>
  </xsl:template>

  <xsl:template match="paragraph" mode="html">
    <p><xsl:call-template name="id"/><xsl:apply-templates select="run"/></p>
  </xsl:template>

  <xsl:template match="date" mode="html">
    <p class="date"><xsl:apply-templates select="run"/></p>
  </xsl:template>

  <xsl:template match="signature" mode="html">
    <div class="signature"><xsl:apply-templates select="*" mode="node"/></div>
  </xsl:template>

  <!-- An annex's title has its label above it: 附件1. -->
  <xsl:template match="heading[@level = 0]" mode="html">
    <xsl:if test="@number"><p class="annex-number"><xsl:value-of select="@number"/></p></xsl:if>
    <h2><xsl:call-template name="id"/><xsl:apply-templates select="run"/></h2>
  </xsl:template>

  <xsl:template match="heading" mode="html">
    <xsl:variable name="depth">
      <xsl:choose>
        <xsl:when test="ancestor::annexes"><xsl:value-of select="@level + 2"/></xsl:when>
        <xsl:otherwise><xsl:value-of select="@level + 1"/></xsl:otherwise>
      </xsl:choose>
    </xsl:variable>
    <xsl:element name="h{$depth}">
      <xsl:call-template name="id"/>
      <xsl:if test="@number"><xsl:value-of select="@number"/><xsl:if test="/page/@lang = 'en'"><xsl:text> </xsl:text></xsl:if></xsl:if>
      <xsl:apply-templates select="run"/>
    </xsl:element>
  </xsl:template>

  <xsl:template match="list" mode="html">
    <xsl:choose>
      <xsl:when test="@number or item/@number"><ol class="written"><xsl:apply-templates select="item" mode="item"/></ol></xsl:when>
      <xsl:otherwise><ul><xsl:apply-templates select="item" mode="item"/></ul></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="annex-list" mode="html">
    <div class="annex-list"><p><xsl:value-of select="@number"/></p>
      <ol class="written"><xsl:apply-templates select="item" mode="item"/></ol></div>
  </xsl:template>

  <!-- Numbers are written out in the tree, as they are printed. -->
  <xsl:template match="item" mode="item">
    <li><xsl:call-template name="id"/>
      <xsl:if test="@number"><span class="number"><xsl:value-of select="@number"/></span><xsl:text> </xsl:text></xsl:if>
      <xsl:apply-templates select="run"/>
      <xsl:choose>
        <xsl:when test="count(*) = 1 and paragraph"><xsl:apply-templates select="paragraph/run"/></xsl:when>
        <xsl:otherwise><xsl:apply-templates select="*[not(self::run)]" mode="node"/></xsl:otherwise>
      </xsl:choose>
    </li>
  </xsl:template>

  <xsl:template match="notes" mode="html">
    <ol class="notes">
      <xsl:for-each select="note">
        <li><xsl:call-template name="id"/><span class="number"><xsl:value-of select="@number"/></span><xsl:text> </xsl:text><xsl:apply-templates select="run"/></li>
      </xsl:for-each>
    </ol>
  </xsl:template>

  <!-- A label and its value stand apart here, so that the colon between them isn't needed. -->
  <xsl:template match="facts" mode="html">
    <dl class="facts">
      <xsl:for-each select="fact">
        <xsl:variable name="label" select="normalize-space(run[1])"/>
        <xsl:variable name="last" select="substring($label, string-length($label))"/>
        <div><dt><xsl:choose>
          <xsl:when test="run[1]/@href"><xsl:apply-templates select="run[1]"/></xsl:when>
          <xsl:when test="$last = '：' or $last = ':'"><xsl:value-of select="substring($label, 1, string-length($label) - 1)"/></xsl:when>
          <xsl:otherwise><xsl:value-of select="$label"/></xsl:otherwise>
        </xsl:choose></dt><dd><xsl:apply-templates select="run[position() &gt; 1]" mode="value"/></dd></div>
      </xsl:for-each>
    </dl>
  </xsl:template>

  <xsl:template match="run" mode="value"><xsl:apply-templates select="."/></xsl:template>
  <xsl:template match="fact/run[2][not(@href)][starts-with(normalize-space(.), '：') or starts-with(normalize-space(.), ':')]" mode="value">
    <xsl:value-of select="substring(normalize-space(.), 2)"/>
  </xsl:template>

  <xsl:template match="annex" mode="html">
    <section class="annex"><xsl:call-template name="id"/>
      <xsl:apply-templates select="*" mode="node"/>
    </section>
  </xsl:template>

  <!-- An id that both languages share stands once on a page; anchors of the other language aren't here. -->
  <xsl:template name="id">
    <xsl:if test="@id"><xsl:attribute name="id"><xsl:value-of select="@id"/></xsl:attribute></xsl:if>
  </xsl:template>

  <xsl:template match="heading/run[not(@*)]"><xsl:call-template name="unbroken"><xsl:with-param name="text" select="string(.)"/></xsl:call-template></xsl:template>

  <xsl:template match="run">
    <xsl:choose>
      <xsl:when test="@note"><a class="mark" href="#{@note}"><xsl:call-template name="styled"/></a></xsl:when>
      <xsl:when test="not(@href)"><xsl:call-template name="styled"/></xsl:when>
      <xsl:when test="@href = . or @href = concat('mailto:', .)"><a href="{@href}"><xsl:call-template name="address"><xsl:with-param name="text" select="."/></xsl:call-template></a></xsl:when>
      <xsl:otherwise><a href="{@href}"><xsl:call-template name="styled"/></a></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="styled">
    <xsl:choose>
      <xsl:when test="@strong"><strong><xsl:call-template name="language-of-run"/></strong></xsl:when>
      <xsl:when test="@emphasis"><em><xsl:call-template name="language-of-run"/></em></xsl:when>
      <xsl:when test="@lang"><span><xsl:call-template name="language-of-run"/></span></xsl:when>
      <xsl:otherwise><xsl:value-of select="."/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template name="language-of-run">
    <xsl:copy-of select="@lang"/>
    <xsl:value-of select="."/>
  </xsl:template>

  <!-- Tables; their rows are HTML already (site/grid.h). -->
  <xsl:template match="table" mode="html">
    <div class="scroll" tabindex="0" role="region" aria-labelledby="table-{@n}">
      <table>
        <xsl:if test="@wide"><xsl:attribute name="class">wide-table</xsl:attribute></xsl:if>
        <caption id="table-{@n}"><xsl:call-template name="hidden-below-heading"/><g:text of="caption"/></caption>
        <thead><tr>
          <xsl:for-each select="column">
            <th scope="col"><xsl:copy-of select="@class"/><g:text of="heading"/><xsl:if test="joined"><xsl:text> / </xsl:text><g:text of="joined"/></xsl:if></th>
          </xsl:for-each>
        </tr></thead>
        <xsl:value-of select="bodies" disable-output-escaping="yes"/>
      </table>
    </div>
  </xsl:template>

  <!-- A caption in the words of the heading right above it, whatever their case, is for those who don't see that. -->
  <xsl:template name="hidden-below-heading">
    <xsl:variable name="above" select="preceding-sibling::*[self::table or self::figure or not(@lang) or @lang = $tag-of-page][1]"/>
    <xsl:variable name="upper" select="'ABCDEFGHIJKLMNOPQRSTUVWXYZ'"/>
    <xsl:variable name="lower" select="'abcdefghijklmnopqrstuvwxyz'"/>
    <xsl:if test="$above/self::heading and translate($above, $upper, $lower) = translate(caption/*[1], $upper, $lower)"><xsl:attribute name="class">hidden</xsl:attribute></xsl:if>
  </xsl:template>

  <!-- Figures: each row its name as text and its strip; what they show is said in words below. -->
  <xsl:template match="figure" mode="html">
    <figure class="figure">
      <xsl:call-template name="id"/>
      <figcaption id="figure-{@n}"><xsl:call-template name="hidden-below-heading"/><g:text of="caption"/></figcaption>
      <xsl:if test="@kind = 'calendar'"><g:part name="key"/></xsl:if>
      <div role="img">
        <xsl:attribute name="class">strips<xsl:if test="@kind = 'bars'"> bars</xsl:if></xsl:attribute>
        <xsl:attribute name="aria-label"><xsl:value-of select="alternative/*"/></xsl:attribute>
        <xsl:for-each select="row">
          <div class="strip-row"><span class="label"><g:text of="label"/></span>
            <xsl:value-of select="drawing" disable-output-escaping="yes"/>
            <xsl:if test="../@kind = 'bars'"><span class="value"><g:number of="@value"/><span class="of"><xsl:text> / </xsl:text><g:number of="@required"/></span></span></xsl:if>
          </div>
        </xsl:for-each>
      </div>
      <p class="alternative"><g:text of="alternative"/></p>
    </figure>
  </xsl:template>
</xsl:stylesheet>
