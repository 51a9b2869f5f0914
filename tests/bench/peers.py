"""peers.py - the same announcement for Typst and WeasyPrint.

The announcement is read from the document tree that gazette sets (`gazette compose`), so that every cell is the same.
Both set it as gazette does: A4, the tables across, each cell in Chinese above English, tagged for PDF/UA-1. Their columns
are given, which saves them the search for widths that gazette does."""
import html
import json
import os
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
