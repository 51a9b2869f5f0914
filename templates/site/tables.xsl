<?xml version="1.0" encoding="UTF-8"?>
<!-- The tables behind a line's calendar, and its ledger, swaps, adjustments and tasks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="record.xsl"/>

  <xsl:template match="windows" mode="table">
    <section><h2 id="plan"><g:say id="windows.title"/></h2>
      <xsl:choose>
        <xsl:when test="window">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="plan"><table>
            <g:part name="windows-head"/>
            <tbody><xsl:for-each select="window"><tr>
              <th scope="row" class="pin d"><g:moment of="@from"/></th><td class="d"><g:moment of="@to"/></td>
              <td class="n"><g:days of="@days"/></td>
              <td><xsl:choose>
                <xsl:when test="@quota"><xsl:value-of select="g:say('windows.quota', 'n', g:days(@quota))"/></xsl:when>
                <xsl:when test="@load"><xsl:value-of select="g:say('windows.load', 'n', g:number(@load))"/></xsl:when>
                <xsl:when test="purpose/@code = 'make-up'"><g:say id="windows.make-up"/></xsl:when>
                <xsl:otherwise><g:say id="windows.stop"/></xsl:otherwise>
              </xsl:choose><xsl:if test="reason"><g:say id="list.separator"/><g:text of="reason"/></xsl:if></td>
              <td class="d"><g:text of="season"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
        </xsl:when>
        <xsl:otherwise><p><g:say id="windows.none"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="stops" mode="table">
    <section><h2 id="stops"><g:say id="stops.title"/></h2>
      <xsl:choose>
        <xsl:when test="stop|late">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="stops"><table>
            <g:part name="stops-head"/>
            <tbody><xsl:for-each select="late|stop"><tr>
              <th scope="row" class="pin d"><g:moment of="@from"/></th><td class="d"><g:moment of="@to"/></td>
              <td class="n"><g:days of="@days"/></td>
              <td><xsl:choose><xsl:when test="@counts"><g:say id="yes"/></xsl:when><xsl:otherwise><g:say id="no"/></xsl:otherwise></xsl:choose></td>
              <td><g:text of="why"/></td><td><g:text of="by"/><xsl:if test="@verified-on"><xsl:value-of select="g:say('stops.verified-on', 'date', g:date(@verified-on))"/></xsl:if></td><td><g:text of="evidence"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
          <p class="quiet"><g:say id="stops.note"/></p>
        </xsl:when>
        <xsl:otherwise><p><xsl:value-of select="g:say('stops.none', 'date', g:date($as-of))"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="ledger">
    <xsl:if test="entry">
      <section><h2 id="ledger"><g:say id="ledger.title"/></h2>
        <p><xsl:value-of select="g:say('ledger.sums', 'owed', g:days(@owed), 'earned', g:days(@earned))"/></p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="ledger"><table>
          <thead><tr><th scope="col" class="pin"><g:say id="ledger.kind"/></th><th scope="col" class="n"><g:say id="ledger.days"/></th><th scope="col"><g:say id="ledger.reason"/></th><th scope="col"><g:say id="ledger.due"/></th><th scope="col"><g:say id="ledger.approval"/></th></tr></thead>
          <tbody><xsl:for-each select="entry"><tr>
            <th scope="row" class="pin"><g:text of="kind"/></th><td class="n"><g:days of="@days"/></td>
            <td><g:text of="reason"/></td>
            <td class="d"><xsl:if test="@due"><g:date of="@due"/></xsl:if></td>
            <td><xsl:if test="@approval"><span lang="zh-CN"><xsl:value-of select="@approval"/></span></xsl:if><xsl:if test="@cap"><xsl:text> </xsl:text><xsl:value-of select="g:say('ledger.cap', 'n', g:days(@cap))"/></xsl:if></td>
          </tr></xsl:for-each></tbody>
        </table></div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="swaps">
    <xsl:if test="swap">
      <section><h2 id="swaps"><g:say id="swaps.title"/></h2>
        <ul><xsl:for-each select="swap"><li>
          <xsl:value-of select="g:say(concat('swaps.', @role), 'n', g:days(@days))"/><a href="{partner/@href}"><g:text of="partner-owner"/><xsl:text> </xsl:text><g:text of="partner"/></a>
          <span class="quiet"><xsl:value-of select="g:say('swaps.filed', 'agreement', @agreement, 'date', g:date(@filed))"/><g:text of="by"/></span>
        </li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="adjustments">
    <xsl:if test="adjustment">
      <section><h2 id="adjustments"><g:say id="adjustments.title"/></h2>
        <ul><xsl:for-each select="adjustment"><li><xsl:value-of select="g:say('adjustments.item', 'batch', @batch, 'open-from', g:moment(@open-from), 'open-to', g:moment(@open-to), 'stop-from', g:moment(@stop-from), 'stop-to', g:moment(@stop-to))"/><xsl:text> </xsl:text><span class="quiet"><xsl:value-of select="g:say('adjustments.approved', 'approval', @approval, 'date', g:date(@approved))"/></span></li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tasks">
    <xsl:if test="special">
      <section><h2 id="tasks"><g:say id="line.tasks"/></h2>
        <xsl:for-each select="special">
          <dl class="facts">
            <div><dt><g:say id="task.task"/></dt><dd><g:text of="task"/><xsl:if test="@year-round"><xsl:value-of select="concat(g:say('list.separator'), g:say('task.year-round'))"/></xsl:if></dd></div>
            <xsl:if test="@measure"><div><dt><g:say id="task.measure"/></dt><dd><g:number of="@measure"/><xsl:if test="$lang = 'en'"><xsl:text> </xsl:text></xsl:if><g:text of="unit"/></dd></div></xsl:if>
            <div><dt><g:say id="task.recognised"/></dt><dd><g:text of="by"/><xsl:if test="@recognised"><xsl:value-of select="concat(g:say('list.separator'), g:date(@recognised))"/></xsl:if></dd></div>
            <xsl:if test="@voted"><div><dt><g:say id="task.vote"/></dt><dd><xsl:value-of select="g:say('task.votes', 'for', g:number(@for), 'entitled', g:number(@entitled), 'date', g:date(@voted))"/></dd></div></xsl:if>
          </dl>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
