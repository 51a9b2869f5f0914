<?xml version="1.0" encoding="UTF-8"?>
<!-- Findings: what one is and isn't, how many stand where, the findings, the lines barred, clean checks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="record.xsl"/>
  <xsl:import href="finding.xsl"/>
  <xsl:template match="page" mode="title"><g:say text="nav.violations"/></xsl:template>
  <xsl:template match="page" mode="description"><xsl:value-of select="g:say('violations.summary', 'n', count(finding[@stands]), 'date', g:date(@as-of))"/></xsl:template>
  <xsl:template match="page" mode="main">
    <header class="title"><h1><g:say text="nav.violations"/></h1>
      <p class="lead"><xsl:value-of select="g:say('violations.summary', 'n', count(finding[@stands]), 'date', g:date(@as-of))"/></p></header>
    <p><g:say text="violations.what"/></p>
    <ol class="ladder">
      <xsl:for-each select="count"><li><span class="n"><xsl:value-of select="@n"/></span><xsl:text> </xsl:text><g:text/></li></xsl:for-each>
    </ol>
    <xsl:if test="count(finding[@result = 'breach']) &gt; 2">
      <div class="scroll" tabindex="0" role="region" aria-labelledby="overview"><table>
        <caption id="overview"><g:say text="violations.overview"/></caption>
        <thead><tr><th scope="col" class="pin"><g:say text="column.line"/></th><th scope="col"><g:say text="violations.first"/></th><th scope="col"><g:say text="violations.stage"/></th><th scope="col" class="n"><g:say text="numbers.short"/></th><th scope="col"><xsl:value-of select="/page/site/city-heading/*"/></th></tr></thead>
        <tbody><xsl:for-each select="finding[@result = 'breach']"><tr>
          <th scope="row" class="pin"><a href="#{@id}"><g:text of="owner"/><xsl:text> </xsl:text><span class="line"><g:text of="line-name"/></span></a></th>
          <td class="d"><xsl:if test="step"><xsl:value-of select="g:date(substring(step[1]/@at, 1, 10))"/></xsl:if></td>
          <td><span class="tag {stage/@tone}"><g:text of="stage"/></span></td>
          <td class="n"><xsl:if test="@short"><g:days of="@short"/></xsl:if></td>
          <td><xsl:for-each select="city"><a href="{@href}"><g:text/></a></xsl:for-each></td>
        </tr></xsl:for-each></tbody>
      </table></div>
    </xsl:if>
    <section><h2 id="findings"><g:say text="line.findings"/></h2>
      <xsl:choose>
        <xsl:when test="finding[@result = 'breach']"><xsl:apply-templates select="finding[@result = 'breach']" mode="card"/></xsl:when>
        <xsl:otherwise><p><g:say text="line.no-finding" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section><h2 id="barred"><g:say text="violations.barred"/></h2>
      <p><g:say text="violations.barred-text"/></p>
      <xsl:variable name="barred" select="finding[@barred]"/>
      <xsl:choose>
        <xsl:when test="$barred"><ul><xsl:for-each select="$barred[not(line-name/@id = preceding-sibling::finding[@barred]/line-name/@id)]"><li><a href="{line-name/@href}"><g:text of="owner"/><xsl:text> </xsl:text><span class="line"><g:text of="line-name"/></span></a></li></xsl:for-each></ul></xsl:when>
        <xsl:otherwise><p><g:say text="violations.none-barred" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
    <section><h2 id="clean"><g:say text="violations.clean"/></h2>
      <xsl:choose>
        <xsl:when test="finding[@result = 'clean']">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="clean"><table>
            <thead><tr><th scope="col" class="pin"><g:say text="column.line"/></th><th scope="col"><g:say text="violations.checked"/></th><th scope="col"><g:say text="finding.duty"/></th><th scope="col"><g:say text="violations.checked-by"/></th></tr></thead>
            <tbody><xsl:for-each select="finding[@result = 'clean']"><tr id="{@id}">
              <th scope="row" class="pin"><a href="{line-name/@href}"><g:text of="owner"/><xsl:text> </xsl:text><span class="line"><g:text of="line-name"/></span></a></th>
              <td class="d"><xsl:for-each select="step[1]"><xsl:value-of select="g:date(substring(@at, 1, 10))"/></xsl:for-each></td>
              <td><g:text of="duty"/></td>
              <td><xsl:apply-templates select="step[1]/by" mode="text"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
        </xsl:when>
        <xsl:otherwise><p><g:say text="violations.none-clean" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>
</xsl:stylesheet>
