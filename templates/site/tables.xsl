<?xml version="1.0" encoding="UTF-8"?>
<!-- The tables behind a line's calendar, and its ledger, swaps, adjustments and tasks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" exclude-result-prefixes="g">
  <xsl:import href="record.xsl"/>

  <xsl:template match="windows" mode="table">
    <section><h2 id="plan"><xsl:value-of select="g:say('windows.title')"/></h2>
      <xsl:choose>
        <xsl:when test="window">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="plan"><table>
            <xsl:processing-instruction name="part">windows-head</xsl:processing-instruction>
            <tbody><xsl:for-each select="window"><tr>
              <th scope="row" class="pin d"><xsl:value-of select="g:moment(@from)"/></th><td class="d"><xsl:value-of select="g:moment(@to)"/></td>
              <td class="n"><xsl:value-of select="g:days(@days)"/></td>
              <td><xsl:choose>
                <xsl:when test="@quota"><xsl:value-of select="g:say('windows.quota', 'n', g:days(@quota))"/></xsl:when>
                <xsl:when test="@load"><xsl:value-of select="g:say('windows.load', 'n', g:number(@load))"/></xsl:when>
                <xsl:when test="purpose/@code = 'make-up'"><xsl:value-of select="g:say('windows.make-up')"/></xsl:when>
                <xsl:otherwise><xsl:value-of select="g:say('windows.stop')"/></xsl:otherwise>
              </xsl:choose><xsl:if test="reason"><xsl:value-of select="g:say('list.separator')"/><xsl:apply-templates select="reason" mode="text"/></xsl:if></td>
              <td class="d"><xsl:apply-templates select="season" mode="text"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('windows.none')"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="stops" mode="table">
    <section><h2 id="stops"><xsl:value-of select="g:say('stops.title')"/></h2>
      <xsl:choose>
        <xsl:when test="stop|late">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="stops"><table>
            <xsl:processing-instruction name="part">stops-head</xsl:processing-instruction>
            <tbody><xsl:for-each select="late|stop"><tr>
              <th scope="row" class="pin d"><xsl:value-of select="g:moment(@from)"/></th><td class="d"><xsl:value-of select="g:moment(@to)"/></td>
              <td class="n"><xsl:value-of select="g:days(@days)"/></td>
              <td><xsl:choose><xsl:when test="@counts"><xsl:value-of select="g:say('yes')"/></xsl:when><xsl:otherwise><xsl:value-of select="g:say('no')"/></xsl:otherwise></xsl:choose></td>
              <td><xsl:apply-templates select="why" mode="text"/></td><td><xsl:apply-templates select="by" mode="text"/><xsl:if test="@verified-on"><xsl:value-of select="g:say('stops.verified-on', 'date', g:date(@verified-on))"/></xsl:if></td><td><xsl:apply-templates select="evidence" mode="text"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
          <p class="quiet"><xsl:value-of select="g:say('stops.note')"/></p>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('stops.none', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="ledger">
    <xsl:if test="entry">
      <section><h2 id="ledger"><xsl:value-of select="g:say('ledger.title')"/></h2>
        <p><xsl:value-of select="g:say('ledger.sums', 'owed', g:days(@owed), 'earned', g:days(@earned))"/></p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="ledger"><table>
          <thead><tr><th scope="col" class="pin"><xsl:value-of select="g:say('ledger.kind')"/></th><th scope="col" class="n"><xsl:value-of select="g:say('ledger.days')"/></th><th scope="col"><xsl:value-of select="g:say('ledger.reason')"/></th><th scope="col"><xsl:value-of select="g:say('ledger.due')"/></th><th scope="col"><xsl:value-of select="g:say('ledger.approval')"/></th></tr></thead>
          <tbody><xsl:for-each select="entry"><tr>
            <th scope="row" class="pin"><xsl:apply-templates select="kind" mode="text"/></th><td class="n"><xsl:value-of select="g:days(@days)"/></td>
            <td><xsl:apply-templates select="reason" mode="text"/></td>
            <td class="d"><xsl:if test="@due"><xsl:value-of select="g:date(@due)"/></xsl:if></td>
            <td><xsl:if test="@approval"><span lang="zh-CN"><xsl:value-of select="@approval"/></span></xsl:if><xsl:if test="@cap"><xsl:text> </xsl:text><xsl:value-of select="g:say('ledger.cap', 'n', g:days(@cap))"/></xsl:if></td>
          </tr></xsl:for-each></tbody>
        </table></div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="swaps">
    <xsl:if test="swap">
      <section><h2 id="swaps"><xsl:value-of select="g:say('swaps.title')"/></h2>
        <ul><xsl:for-each select="swap"><li>
          <xsl:value-of select="g:say(concat('swaps.', @role), 'n', g:days(@days))"/><a href="{partner/@href}"><xsl:apply-templates select="partner-owner" mode="text"/><xsl:text> </xsl:text><xsl:apply-templates select="partner" mode="text"/></a>
          <span class="quiet"><xsl:value-of select="g:say('swaps.filed', 'agreement', @agreement, 'date', g:date(@filed))"/><xsl:apply-templates select="by" mode="text"/></span>
        </li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="adjustments">
    <xsl:if test="adjustment">
      <section><h2 id="adjustments"><xsl:value-of select="g:say('adjustments.title')"/></h2>
        <ul><xsl:for-each select="adjustment"><li><xsl:value-of select="g:say('adjustments.item', 'batch', @batch, 'open-from', g:moment(@open-from), 'open-to', g:moment(@open-to), 'stop-from', g:moment(@stop-from), 'stop-to', g:moment(@stop-to))"/><xsl:text> </xsl:text><span class="quiet"><xsl:value-of select="g:say('adjustments.approved', 'approval', @approval, 'date', g:date(@approved))"/></span></li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tasks">
    <xsl:if test="special">
      <section><h2 id="tasks"><xsl:value-of select="g:say('line.tasks')"/></h2>
        <xsl:for-each select="special">
          <dl class="facts">
            <div><dt><xsl:value-of select="g:say('task.task')"/></dt><dd><xsl:apply-templates select="task" mode="text"/><xsl:if test="@year-round"><xsl:value-of select="concat(g:say('list.separator'), g:say('task.year-round'))"/></xsl:if></dd></div>
            <xsl:if test="@measure"><div><dt><xsl:value-of select="g:say('task.measure')"/></dt><dd><xsl:value-of select="g:number(@measure)"/><xsl:if test="$lang = 'en'"><xsl:text> </xsl:text></xsl:if><xsl:apply-templates select="unit" mode="text"/></dd></div></xsl:if>
            <div><dt><xsl:value-of select="g:say('task.recognised')"/></dt><dd><xsl:apply-templates select="by" mode="text"/><xsl:if test="@recognised"><xsl:value-of select="concat(g:say('list.separator'), g:date(@recognised))"/></xsl:if></dd></div>
            <xsl:if test="@voted"><div><dt><xsl:value-of select="g:say('task.vote')"/></dt><dd><xsl:value-of select="g:say('task.votes', 'for', g:number(@for), 'entitled', g:number(@entitled), 'date', g:date(@voted))"/></dd></div></xsl:if>
          </dl>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
