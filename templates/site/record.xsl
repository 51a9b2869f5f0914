<?xml version="1.0" encoding="UTF-8"?>
<!-- Lines, findings, notices and sums, the same wherever they stand. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns:g="urn:gazette:site" extension-element-prefixes="g">
  <xsl:import href="layout.xsl"/>

  <!-- Annotation and stage of a line, each a word in a frame. -->
  <xsl:template match="line" mode="badges">
    <xsl:for-each select="annotation">
      <a class="tag breach" href="{$root}violations.html#{@finding}"><g:say text="badge.annotated" year="@list-year"/></a><xsl:text> </xsl:text>
    </xsl:for-each>
    <xsl:for-each select="mark[@result = 'breach'][not(@finding = ../annotation/@finding)]">
      <a href="{$root}violations.html#{@finding}">
        <xsl:attribute name="class"><xsl:call-template name="stage-class"><xsl:with-param name="stage" select="@code"/></xsl:call-template></xsl:attribute>
        <g:text/>
      </a><xsl:text> </xsl:text>
    </xsl:for-each>
  </xsl:template>

  <xsl:template name="stage-class">
    <xsl:param name="stage"/>
    <xsl:choose>
      <xsl:when test="$stage = 'exposed' or $stage = 'refused'">tag breach</xsl:when>
      <xsl:when test="$stage = 'corrected'">tag good</xsl:when>
      <xsl:otherwise>tag note</xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="line" mode="days">
    <xsl:choose>
      <xsl:when test="@takes-part"><g:days of="@verified"/><span class="of"><xsl:text> / </xsl:text><g:days of="@required"/></span></xsl:when>
      <xsl:otherwise><span class="quiet"><g:say text="not-applicable"/></span></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- The year of a line in one sentence. -->
  <xsl:template match="line" mode="year">
    <xsl:choose>
      <xsl:when test="not(@takes-part)"><g:say text="year.none"/></xsl:when>
      <xsl:when test="@over and @short &gt; 0"><g:say text="year.short" from="date @year-from" to="date @year-to" required="days @required" verified="days @verified" short="days @short"/></xsl:when>
      <xsl:when test="@over"><g:say text="year.kept" from="date @year-from" to="date @year-to" required="days @required" verified="days @verified"/></xsl:when>
      <xsl:otherwise><g:say text="year.running" date="date /page/@as-of" to="date @year-to" required="days @required" verified="days @verified"/></xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <!-- A table of lines: columns by weight, so that the answer is on the first screen of a phone. -->
  <xsl:template name="lines-head">
    <xsl:param name="with-city" select="true()"/>
    <thead>
      <tr>
        <th scope="col" class="pin"><g:say text="column.line"/></th>
        <th scope="col" class="n"><g:say text="column.days"/></th>
        <th scope="col"><g:say text="column.status"/></th>
        <xsl:if test="$with-city"><th scope="col"><g:say text="column.city"/></th></xsl:if>
        <th scope="col" class="n"><g:say text="column.capacity"/></th>
        <th scope="col" class="n"><g:say text="column.annual"/></th>
        <th scope="col"><g:say text="column.kiln"/></th>
      </tr>
    </thead>
  </xsl:template>

  <xsl:template match="line" mode="row">
    <xsl:param name="with-city" select="true()"/>
    <tr id="{@id}">
      <xsl:if test="@search"><xsl:call-template name="search-data"/></xsl:if>
      <th scope="row" class="pin"><a class="owner" href="{owner/@href}"><g:text of="owner"/></a><xsl:text> </xsl:text><a class="line" href="{@href}"><g:text of="name"/></a></th>
      <td class="n"><xsl:apply-templates select="." mode="days"/></td>
      <td class="state"><g:text of="status"/><xsl:text> </xsl:text><xsl:apply-templates select="." mode="badges"/></td>
      <xsl:if test="$with-city"><td class="d"><xsl:apply-templates select="city" mode="named-link"/></td></xsl:if>
      <td class="n"><g:number of="@capacity"/></td>
      <td class="n"><g:number of="@annual"/></td>
      <td><g:text of="kiln"/><xsl:if test="@carbide-slag"><xsl:value-of select="concat(g:say('list.separator'), g:say('line.carbide-slag'))"/></xsl:if></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- What list.js finds, filters and sorts by; codes, so that an address means the same in both languages. -->
  <xsl:template name="search-data">
    <g:attribute name="data-q" of="@search"/>
    <g:attribute name="data-city" of="city/@code"/>
    <g:attribute name="data-status" of="status/@code"/>
    <xsl:if test="annotation or mark or @short &gt; 0">
      <xsl:variable name="marks"><xsl:if test="@short &gt; 0">short </xsl:if><xsl:if test="annotation">annotated </xsl:if><xsl:if test="mark[@result = 'breach'][@code = 'exposed']">exposed </xsl:if><xsl:if test="mark[@result = 'breach']">breach</xsl:if></xsl:variable>
      <xsl:if test="$marks != ''"><xsl:attribute name="data-mark"><xsl:value-of select="normalize-space($marks)"/></xsl:attribute></xsl:if>
    </xsl:if>
    <g:attribute name="data-verified" of="@verified"/>
    <g:attribute name="data-missing" of="@missing"/>
    <g:attribute name="data-capacity" of="@capacity"/>
  </xsl:template>

  <!-- The frame of a filter: shown by list.js alone, as it does nothing without it. -->
  <xsl:template name="filter">
    <xsl:param name="list"/>
    <xsl:param name="words"/>
    <xsl:param name="fields"/>
    <form class="filter" hidden="hidden" role="search" aria-label="{g:say('filter.label')}" data-list="{$list}" data-shown="{g:say('filter.shown', 'n', '{n}', 'all', '{all}')}" data-none="{g:say('filter.none')}" data-remove="{g:say('filter.remove', 'what', '{what}')}" data-clear="{g:say('filter.clear')}">
      <div class="field wide-field"><label for="f-q"><xsl:value-of select="$words"/></label><input id="f-q" name="q" type="search" autocomplete="off" spellcheck="false"/></div>
      <xsl:copy-of select="$fields"/>
    </form>
    <p class="shown" role="status"></p>
    <ul class="chips" hidden="hidden"></ul>
  </xsl:template>

  <xsl:template name="options">
    <xsl:param name="name"/>
    <xsl:param name="options"/>
    <div class="field"><label for="f-{$name}"><xsl:value-of select="g:say(concat('filter.', $name))"/></label>
      <select id="f-{$name}" name="{$name}"><xsl:if test="$name != 'sort'"><option value=""><g:say text="filter.all"/></option></xsl:if><xsl:copy-of select="$options"/></select></div>
  </xsl:template>

  <xsl:template match="sums" mode="row">
    <xsl:param name="label"/>
    <xsl:param name="class" select="'subtotal'"/>
    <xsl:param name="with-city" select="true()"/>
    <tr class="{$class}">
      <th scope="row" class="pin"><xsl:value-of select="$label"/></th>
      <td class="n"><g:days of="@verified"/><span class="of"><xsl:text> / </xsl:text><g:days of="@required"/></span></td>
      <td><g:say text="lines.operating" n="number @operating" lines="number @lines"/></td>
      <xsl:if test="$with-city"><td></td></xsl:if>
      <td class="n"><g:number of="@capacity"/></td>
      <td class="n"><g:number of="@annual"/></td>
      <td></td>
    </tr>
    <xsl:text>&#10;</xsl:text>
  </xsl:template>

  <!-- A finding: what was seen, the steps since, where it stands, and what the enterprise says. -->
  <xsl:template match="finding" mode="card">
    <xsl:param name="level" select="2"/>
    <xsl:param name="with-line" select="true()"/>
    <article class="finding" id="{@id}" aria-labelledby="t-{@id}">
      <xsl:element name="h{$level}">
        <xsl:attribute name="id"><xsl:value-of select="concat('t-', @id)"/></xsl:attribute>
        <xsl:choose>
          <xsl:when test="$with-line">
            <a href="{owner/@href}"><g:text of="owner"/></a><xsl:text> </xsl:text>
            <a class="line" href="{line-name/@href}"><g:text of="line-name"/></a>
          </xsl:when>
          <xsl:otherwise><g:say text="finding.of-year" year="@year" id="@id"/></xsl:otherwise>
        </xsl:choose>
      </xsl:element>
      <p class="state">
        <xsl:choose>
          <xsl:when test="@result = 'clean'"><span class="tag good"><g:say text="finding.clean"/></span></xsl:when>
          <xsl:otherwise>
            <span><xsl:attribute name="class"><xsl:call-template name="stage-class"><xsl:with-param name="stage" select="stage/@code"/></xsl:call-template></xsl:attribute>
            <g:text of="stage"/></span>
          </xsl:otherwise>
        </xsl:choose>
        <xsl:text> </xsl:text>
        <span class="quiet"><g:say text="finding.meta" year="@year" id="@id"/><g:say text="list.separator"/><g:text of="source-name"/></span>
      </p>
      <dl class="facts">
        <xsl:if test="$with-line"><div><dt><g:say text="column.city"/></dt><dd><xsl:apply-templates select="city" mode="named-link"/></dd></div></xsl:if>
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
      <xsl:for-each select="restriction"><p class="consequence"><xsl:choose><xsl:when test="@lifted"><g:say text="restriction.lifted" from="date @from" lifted="date @lifted"/></xsl:when><xsl:otherwise><g:say text="restriction.holds" from="date @from"/></xsl:otherwise></xsl:choose><xsl:text> </xsl:text><span class="quiet" lang="zh-CN"><xsl:value-of select="@approval"/><xsl:if test="@lift-approval"><xsl:value-of select="concat('、', @lift-approval)"/></xsl:if></span></p></xsl:for-each>
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
          <xsl:otherwise><p><strong><g:text of="what"/></strong></p></xsl:otherwise>
        </xsl:choose>
        <p class="quiet"><g:text of="by"/><xsl:if test="how"><g:say text="list.separator"/><g:text of="how"/></xsl:if><xsl:if test="@evidence"><g:say text="step.evidence"/><span lang="zh-CN"><xsl:value-of select="@evidence"/></span></xsl:if></p>
      </div>
    </li>
  </xsl:template>

  <!-- A notice in a list: what, when, by whom, in one line of content. -->
  <xsl:template match="notice" mode="item">
    <xsl:param name="brief" select="true()"/>
    <li class="notice" data-kind="{@kind}" data-year="{substring(@date, 1, 4)}">
      <xsl:if test="/page/@kind = 'notices'"><xsl:attribute name="data-q"><xsl:value-of select="concat(title/zh, ' ', title/en, ' ', @number, ' ', issuer/zh, ' ', issuer/en)"/></xsl:attribute></xsl:if>
      <p class="meta"><time datetime="{@date}"><g:date of="@date"/></time><xsl:text> </xsl:text><span class="tag"><g:text of="kind-name"/></span><xsl:if test="@consultation = 'open'"><xsl:text> </xsl:text><span class="tag note"><xsl:call-template name="days-left"/></span></xsl:if><xsl:if test="@corrected"><xsl:text> </xsl:text><span class="tag note"><g:say text="notice.tag-corrected"/></span></xsl:if><xsl:if test="@withdrawn"><xsl:text> </xsl:text><span class="tag breach"><g:say text="notice.tag-withdrawn"/></span></xsl:if></p>
      <p class="title"><a href="{@href}"><g:text of="title"/></a></p>
      <xsl:if test="@number"><p class="quiet"><xsl:choose><xsl:when test="$lang = 'zh'"><xsl:value-of select="@number"/></xsl:when><xsl:otherwise><span lang="zh-CN"><xsl:value-of select="@number"/></span></xsl:otherwise></xsl:choose></p></xsl:if>
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

  <!-- The key to the calendars: the same on all pages (frame.xsl). -->
  <xsl:template name="key"><g:part name="key"/></xsl:template>

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

  <!-- The four numbers of a group of lines. -->
  <xsl:template match="sums" mode="numbers">
    <dl class="numbers">
      <div><dt><g:say text="numbers.lines"/></dt><dd><g:number of="@lines"/></dd></div>
      <div><dt><g:say text="numbers.capacity"/></dt><dd><g:number of="@capacity"/></dd></div>
      <div><dt><g:say text="numbers.required"/></dt><dd><g:days of="@required"/></dd></div>
      <div><dt><g:say text="numbers.verified"/></dt><dd><g:days of="@verified"/></dd></div>
    </dl>
  </xsl:template>
</xsl:stylesheet>
