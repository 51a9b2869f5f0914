"""peers.py - the same announcement for Typst and WeasyPrint, and a website of as many pages for Hugo.

The announcement is read from the document tree that gazette sets (`gazette compose`), so that every cell is the same.
Both set it as gazette does: A4, the tables across, each cell in Chinese above English, tagged for PDF/UA-1. Their columns
are given, which saves them the search for widths that gazette does."""
import html
import json
import os
import shutil
import xml.etree.ElementTree as ElementTree

TYPST = r"""
#let all = json("announcement.json")
#set document(title: all.title, author: all.issuer, date: datetime(year: 2022, month: 3, day: 10))
#set text(lang: "zh", region: "cn", font: ("TeX Gyre Termes", "Noto Serif CJK SC"), size: 16pt)
#set page(paper: "a4", margin: (top: 37mm, left: 28mm, right: 26mm, bottom: 35mm), numbering: "1")
#let both(cell) = [#cell.zh#if cell.en != "" [#linebreak()#text(lang: "en", size: 7.5pt)[#cell.en]]]
#align(center, text(size: 22pt, weight: "bold")[#all.title])
#for words in all.paragraphs [#par(first-line-indent: 2em)[#words]]
#set page(flipped: true)
#set text(size: 9pt)
#for grid in all.tables [
  #table(columns: grid.widths.map(width => width * 1fr), stroke: 0.2pt,
    table.header(..grid.head.map(both)),
    ..grid.rows.map(row => if row.len() == 1 { (table.cell(colspan: grid.head.len(), both(row.at(0))),) } else
      { row.map(both) }).flatten())
]
"""

# Compiles and says how long that alone took, without the start of Python.
TYPST_RUN = """
import resource, sys, time
import typst
start, used = time.monotonic(), time.process_time()
typst.compile(sys.argv[1], output=sys.argv[2], pdf_standards="ua-1", font_paths=sys.argv[3:])
print(time.monotonic() - start, time.process_time() - used)
"""

WEASYPRINT_RUN = """
import sys, time
import weasyprint
start, used = time.monotonic(), time.process_time()
weasyprint.HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
print(time.monotonic() - start, time.process_time() - used)
"""

STYLE = """@page { size: A4; margin: 37mm 26mm 35mm 28mm; @bottom-center { content: counter(page) } }
@page wide { size: A4 landscape } section { page: wide }
body { font: 16pt "TeX Gyre Termes", "Noto Serif CJK SC" } p { text-indent: 2em }
table { font-size: 9pt; border-collapse: collapse; table-layout: fixed; width: 100% } td, th { border: 0.2pt solid }
[lang=en] { font-size: 7.5pt }"""


def read_text(node):
    """A cell's two texts; English is left out where it is the same."""
    zh, en = node.findtext("zh") or "", node.findtext("en") or ""
    return {"zh": zh, "en": en}


def read_table(node):
    rows = [[read_text(cell) for cell in row.findall("cell")] for row in node if row.find("cell") is not None]
    columns = node.findall("column")
    return {"head": [read_text(column.find("heading")) for column in columns], "rows": rows,
            "widths": [max([2] + [min(len(row[i]["zh"]), 12) for row in rows if len(row) == len(columns)])
                       for i in range(len(columns))]}


def read_announcement(tree):
    root = ElementTree.fromstring(tree)
    paragraphs = ["".join(run.text or "" for run in node.iter("run")) for node in root.iter("paragraph")]
    return {"title": root.findtext("title/zh"), "issuer": root.findtext("issuer/zh"), "paragraphs": paragraphs,
            "tables": [read_table(node) for node in root.iter("table")]}


def write(folder, name, text):
    with open(os.path.join(folder, name), "w", encoding="utf-8") as file:
        file.write(text)


def write_typst(announcement, folder):
    write(folder, "announcement.json", json.dumps(announcement, ensure_ascii=False))
    write(folder, "announcement.typ", TYPST)
    write(folder, "run_typst.py", TYPST_RUN)


def as_html(tag, text):
    english = '<br><span lang="en">%s</span>' % html.escape(text["en"]) if text["en"] else ""
    return "<%s>%s%s</%s>" % (tag, html.escape(text["zh"]), english, tag.split()[0])


def table_as_html(table):
    def row(cells):
        span = 'td colspan="%d"' % len(table["head"]) if len(cells) == 1 else "td"
        return "<tr>%s</tr>" % "".join(as_html(span, cell) for cell in cells)
    return "<table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>" % (
        "".join(as_html('th scope="col"', cell) for cell in table["head"]), "".join(map(row, table["rows"])))


def write_weasyprint(announcement, folder):
    write(folder, "announcement.html", '<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title>'
          "<style>%s</style></head><body><h1>%s</h1>%s<section>%s</section></body></html>" % (
              html.escape(announcement["title"]), STYLE, html.escape(announcement["title"]),
              "".join("<p>%s</p>" % html.escape(words) for words in announcement["paragraphs"]),
              "".join(map(table_as_html, announcement["tables"]))))
    write(folder, "run_weasyprint.py", WEASYPRINT_RUN)


HUGO_CONFIG = """baseURL = "https://bench.example/"
defaultContentLanguage = "zh"
disableKinds = ["taxonomy", "term", "RSS"]
[languages.zh]
contentDir = "content/zh"
[languages.en]
contentDir = "content/en"
"""

# A page of ours has such a head, navigation, list of facts, table and foot; Hugo's is simpler.
HUGO_PAGE = """<!DOCTYPE html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title>
<link rel="canonical" href="{{ .Permalink }}">{{ range .Translations }}<link rel="alternate" href="{{ .Permalink }}">
{{ end }}</head><body><nav><ul>{{ range $.Site.Home.Pages }}<li><a href="{{ .RelPermalink }}">{{ .Title }}</a></li>{{ end }}
</ul></nav><main><h1>{{ .Title }}</h1><dl>{{ range .Params.facts }}<dt>{{ .name }}</dt><dd>{{ .value }}</dd>{{ end }}</dl>
<table>{{ range .Params.rows }}<tr>{{ range . }}<td>{{ . }}</td>{{ end }}</tr>{{ end }}</table>{{ .Content }}</main>
<footer>{{ .Site.Title }}</footer></body></html>
"""

HUGO_LIST = """<!DOCTYPE html><html lang="{{ .Language.Lang }}"><head><meta charset="utf-8"><title>{{ .Title }}</title></head>
<body><main><h1>{{ .Title }}</h1><table>{{ range .Pages }}<tr><td><a href="{{ .RelPermalink }}">{{ .Title }}</a></td>{{ range
.Params.facts }}<td>{{ .value }}</td>{{ end }}</tr>{{ end }}</table></main></body></html>
"""


def hugo_page(row, language, number):
    names = [cell[language] or cell["zh"] for cell in row]
    front = {"title": names[1], "facts": [{"name": "fact %d" % i, "value": value} for i, value in enumerate(names)],
             "rows": [[str(day), "2021-11-%02d" % (day + 1), names[1], names[2]] for day in range(6)]}
    return json.dumps(front, ensure_ascii=False) + "\n\n" + "%s (%d)\n" % (" ".join(names), number)


def write_hugo(announcement, folder, pages):
    """Content for `pages` pages, half of them in each language."""
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "layouts", "_default"))
    write(folder, "config.toml", HUGO_CONFIG)
    write(folder, "layouts/_default/single.html", HUGO_PAGE)
    write(folder, "layouts/_default/list.html", HUGO_LIST)
    rows = [row for table in announcement["tables"] for row in table["rows"] if len(row) > 3]
    for language in ("zh", "en"):
        for kind in ("lines", "enterprises"):
            os.makedirs(os.path.join(folder, "content", language, kind))
        for number in range(pages // 2):
            kind = "lines" if number % 5 < 3 else "enterprises"
            write(os.path.join(folder, "content", language, kind), "p%05d.md" % number,
                  hugo_page(rows[number % len(rows)], language, number))
