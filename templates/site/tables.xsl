<?xml version="1.0" encoding="UTF-8"?>
<!-- The tables behind a line's calendar, and its ledger, swaps, adjustments and tasks. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="record.xsl"/>

  <xsl:template match="windows" mode="table">
    <section><h2 id="plan"><g:say text="windows.title"/></h2>
      <xsl:choose>
        <xsl:when test="window">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="plan"><table>
            <g:part name="windows-head"/>
            <tbody><xsl:for-each select="window"><tr>
              <th scope="row" class="pin d"><g:moment of="@from"/></th><td class="d"><g:moment of="@to"/></td>
              <td class="n"><g:days of="@days"/></td>
              <td><xsl:choose>
                <xsl:when test="@quota"><g:say text="windows.quota" n="days @quota"/></xsl:when>
                <xsl:when test="@load"><g:say text="windows.load" n="number @load"/></xsl:when>
                <xsl:when test="purpose/@code = 'make-up'"><g:say text="windows.make-up"/></xsl:when>
                <xsl:otherwise><g:say text="windows.stop"/></xsl:otherwise>
              </xsl:choose><xsl:if test="reason"><g:say text="list.separator"/><g:text of="reason"/></xsl:if></td>
              <td class="d"><g:text of="season"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
        </xsl:when>
        <xsl:otherwise><p><g:say text="windows.none"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template match="stops" mode="table">
    <section><h2 id="stops"><g:say text="stops.title"/></h2>
      <xsl:choose>
        <xsl:when test="stop or late">
          <div class="scroll" tabindex="0" role="region" aria-labelledby="stops"><table>
            <g:part name="stops-head"/>
            <tbody><xsl:for-each select="*"><tr>
              <th scope="row" class="pin d"><g:moment of="@from"/></th><td class="d"><g:moment of="@to"/></td>
              <td class="n"><g:days of="@days"/></td>
              <td><xsl:choose><xsl:when test="@counts"><g:say text="yes"/></xsl:when><xsl:otherwise><g:say text="no"/></xsl:otherwise></xsl:choose></td>
              <td><g:text of="why"/></td><td><g:text of="by"/><xsl:if test="@verified-on"><g:say text="stops.verified-on" date="date @verified-on"/></xsl:if></td><td><g:text of="evidence"/></td>
            </tr></xsl:for-each></tbody>
          </table></div>
          <p class="quiet"><g:say text="stops.note"/></p>
        </xsl:when>
        <xsl:otherwise><p><g:say text="stops.none" date="date /page/@as-of"/></p></xsl:otherwise>
      </xsl:choose>
    </section>
  </xsl:template>

  <xsl:template name="ledger">
    <xsl:if test="entry">
      <section><h2 id="ledger"><g:say text="ledger.title"/></h2>
        <p><g:say text="ledger.sums" owed="days @owed" earned="days @earned"/></p>
        <div class="scroll" tabindex="0" role="region" aria-labelledby="ledger"><table>
          <thead><tr><th scope="col" class="pin"><g:say text="ledger.kind"/></th><th scope="col" class="n"><g:say text="ledger.days"/></th><th scope="col"><g:say text="ledger.reason"/></th><th scope="col"><g:say text="ledger.due"/></th><th scope="col"><g:say text="ledger.approval"/></th></tr></thead>
          <tbody><xsl:for-each select="entry"><tr>
            <th scope="row" class="pin"><g:text of="kind"/></th><td class="n"><g:days of="@days"/></td>
            <td><g:text of="reason"/></td>
            <td class="d"><xsl:if test="@due"><g:date of="@due"/></xsl:if></td>
            <td><xsl:if test="@approval"><span lang="zh-CN"><xsl:value-of select="@approval"/></span></xsl:if><xsl:if test="@cap"><xsl:text> </xsl:text><g:say text="ledger.cap" n="days @cap"/></xsl:if></td>
          </tr></xsl:for-each></tbody>
        </table></div>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="swaps">
    <xsl:if test="swap">
      <section><h2 id="swaps"><g:say text="swaps.title"/></h2>
        <ul><xsl:for-each select="swap"><li>
          <xsl:value-of select="g:say(concat('swaps.', @role), 'n', g:days(@days))"/><a href="{partner/@href}"><g:text of="partner-owner"/><xsl:text> </xsl:text><g:text of="partner"/></a>
          <span class="quiet"><g:say text="swaps.filed" agreement="@agreement" date="date @filed"/><g:say text="swaps.by"/><g:text of="by"/></span>
        </li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="adjustments">
    <xsl:if test="adjustment">
      <section><h2 id="adjustments"><g:say text="adjustments.title"/></h2>
        <ul><xsl:for-each select="adjustment"><li><g:say text="adjustments.item" batch="@batch" open-from="moment @open-from" open-to="moment @open-to" stop-from="moment @stop-from" stop-to="moment @stop-to"/><xsl:text> </xsl:text><span class="quiet"><g:say text="adjustments.approved" approval="@approval" date="date @approved"/><xsl:if test="@changes"><xsl:text> </xsl:text><g:say text="adjustments.changes"/><a href="{@href}" lang="zh-CN"><xsl:value-of select="@changes"/></a></xsl:if></span></li></xsl:for-each></ul>
      </section>
    </xsl:if>
  </xsl:template>

  <xsl:template name="tasks">
    <xsl:if test="special">
      <section><h2 id="tasks"><g:say text="line.tasks"/></h2>
        <xsl:for-each select="special">
          <dl class="facts">
            <div><dt><g:say text="task.task"/></dt><dd><g:text of="task"/><xsl:if test="@year-round"><g:say text="list.separator"/><g:say text="task.year-round"/></xsl:if></dd></div>
            <xsl:if test="measure"><div><dt><g:say text="task.measure"/></dt><dd><g:text of="measure"/></dd></div></xsl:if>
            <div><dt><g:say text="task.recognised"/></dt><dd><g:text of="by"/><xsl:if test="@recognised"><g:say text="list.separator"/><g:date of="@recognised"/></xsl:if></dd></div>
            <xsl:if test="@voted"><div><dt><g:say text="task.vote"/></dt><dd><g:say text="task.votes" for="number @for" entitled="number @entitled" date="date @voted"/></dd></div></xsl:if>
          </dl>
        </xsl:for-each>
      </section>
    </xsl:if>
  </xsl:template>
</xsl:stylesheet>
