<?xml version="1.0" encoding="UTF-8"?>
<!-- A finding with its steps. It is imported beside a page's frame. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <!-- A finding: what was seen, the steps since, where it stands, and what the enterprise says. -->
  <xsl:template match="finding" mode="card">
    <article class="finding" id="{@id}" aria-labelledby="t-{@id}">
      <h3 id="t-{@id}">
        <xsl:choose>
          <xsl:when test="/page/@kind != 'line'">
            <a href="{owner/@href}"><g:text of="owner"/></a><xsl:text> </xsl:text>
            <a class="line" href="{line-name/@href}"><g:text of="line-name"/></a>
          </xsl:when>
          <xsl:otherwise><g:say text="finding.of-year" year="@year" id="@id"/></xsl:otherwise>
        </xsl:choose>
      </h3>
      <p class="state">
        <xsl:choose>
          <xsl:when test="@result = 'clean'"><span class="tag good"><g:say text="finding.clean"/></span></xsl:when>
          <xsl:otherwise>
            <span class="tag {stage/@tone}"><g:text of="stage"/></span>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
        <span class="quiet"><xsl:if test="/page/@kind != 'line'"><g:say text="finding.meta" year="@year" id="@id"/><g:say text="list.separator"/></xsl:if><g:text of="source-name"/></span>
      </p>
      <dl class="facts">
        <xsl:if test="/page/@kind != 'line'"><div><dt><xsl:value-of select="/page/site/city-heading/*"/></dt><dd><xsl:for-each select="city"><a href="{@href}"><g:text/></a></xsl:for-each></dd></div></xsl:if>
        <div><dt><g:say text="finding.duty"/></dt><dd><g:text of="duty"/></dd></div>
        <xsl:if test="@short &gt; 0"><div><dt><g:say text="finding.short"/></dt><dd><g:say text="days" n="days @short"/></dd></div></xsl:if>
        <xsl:if test="@fine"><div><dt><g:say text="finding.fine"/></dt><dd><g:say text="yuan" n="number @fine"/></dd></div></xsl:if>
        <xsl:if test="fine-ground"><div><dt><g:say text="finding.fine-ground"/></dt><dd><g:text of="fine-ground"/></dd></div></xsl:if>
      </dl>
      <xsl:if test="step">
        <ol class="steps"><xsl:apply-templates select="step"/></ol>
      </xsl:if>
      <xsl:if test="@list-year or @barred">
        <p class="consequence"><g:say text="finding.exposed"/>
          <xsl:if test="@list-year"><g:say text="finding.noted" year="@list-year"/></xsl:if>
          <xsl:if test="@barred"><g:say text="finding.barred"/></xsl:if></p>
      </xsl:if>
      <xsl:for-each select="restriction"><p class="consequence"><xsl:choose><xsl:when test="@lifted"><g:say text="restriction.lifted" from="date @from" lifted="date @lifted"/></xsl:when><xsl:otherwise><g:say text="restriction.holds" from="date @from"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><span class="quiet"><span lang="zh-CN"><xsl:value-of select="@approval"/></span><xsl:if test="@lift-approval"><g:say text="list.separator"/><span lang="zh-CN"><xsl:value-of select="@lift-approval"/></span></xsl:if></span></p></xsl:for-each>
      <xsl:for-each select="objection"><blockquote><p class="label"><g:text of="kind"/><xsl:text> </xsl:text><span class="quiet"><g:date of="@filed"/></span></p><p><g:text of="grounds"/></p>
        <p><strong><xsl:choose><xsl:when test="outcome"><g:text of="outcome"/></xsl:when><xsl:otherwise><g:say text="objection.pending"/></xsl:otherwise></xsl:choose></strong><xsl:if test="@decided"><xsl:text> </xsl:text><span class="quiet"><g:date of="@decided"/></span></xsl:if></p>
        <xsl:if test="decision"><p><g:text of="decision"/></p></xsl:if></blockquote></xsl:for-each>
      <xsl:choose>
        <xsl:when test="statement">
          <blockquote><p class="label"><g:say text="finding.statement"/></p><p><g:text of="statement"/></p></blockquote>
        </xsl:when>
        <xsl:when test="@result = 'breach'"><p class="quiet"><g:say text="finding.no-statement"/></p></xsl:when>
      </xsl:choose>
      <p class="screen aside"><xsl:call-template name="correction-mail"><xsl:with-param name="about" select="@id"/><xsl:with-param name="label" select="'finding.wrong'"/></xsl:call-template></p>
    </article>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <xsl:template match="step">
    <li>
      <time datetime="{@at}"><g:moment of="@at"/></time>
      <div>
        <xsl:choose>
          <xsl:when test="@kind = 'interview'">
            <p><strong><xsl:choose>
              <xsl:when test="outcome"><g:say text="step.interviewed"/><g:text of="outcome"/></xsl:when>
              <xsl:otherwise><g:say text="step.interview"/></xsl:otherwise>
            </xsl:choose></strong></p>
            <xsl:if test="@correct-by"><p><g:say text="step.correct-by" date="date @correct-by"/></p></xsl:if>
          </xsl:when>
          <xsl:when test="@kind = 'exposure'"><p><strong><a href="{@href}"><g:say text="step.exposed"/></a></strong></p></xsl:when>
          <xsl:when test="@kind = 'withdrawal'"><p><strong><a href="{@href}"><g:say text="step.withdrawn"/></a></strong></p></xsl:when>
          <xsl:otherwise><p><strong><g:text of="what"/></strong></p></xsl:otherwise>
        </xsl:choose>
        <p class="quiet"><xsl:for-each select="by"><xsl:if test="position() &gt; 1"><g:say text="list.separator"/></xsl:if><g:text/></xsl:for-each><xsl:if test="how"><g:say text="step.how"/><g:text of="how"/></xsl:if><xsl:if test="@evidence"><g:say text="step.evidence"/><span lang="zh-CN"><xsl:value-of select="@evidence"/></span></xsl:if></p>
      </div>
    </li>
  </xsl:template>
</xsl:stylesheet>
