#!/usr/bin/env python3
"""peer_size.py GAZETTE DATA NOTICE - the size of a notice's PDF beside that of the same notice set by Typst.

GAZETTE is the program, DATA a data folder, NOTICE the id of one of its notices. Needs the Python package typst. Both are
tagged to PDF/UA-1 in the same faces, both languages, tables as they stand in the tree; Typst gets a plain page without
red head and rules, and as many bytes for furniture as it likes. Prints bytes, pages and the ratios."""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

REPO = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
FONTS = [os.path.join(REPO, "fonts", "files"), "/usr/share/fonts/opentype/noto",
         "/usr/share/texmf/fonts/opentype/public/tex-gyre"]
HEAD = """#set document(title: "%s", date: none)
#set page(paper: "a4", flipped: %s, margin: (x: 35mm, y: 28mm), numbering: "— 1 —")
#set text(font: ("TeX Gyre Termes", "FandolFang R", "FandolFang", "Noto Serif CJK SC"), size: 16pt, lang: "zh")
#show table: set text(font: ("TeX Gyre Termes", "Noto Serif CJK SC"), size: 9pt)
#show table.cell.where(y: 0): strong
"""
BLOCKS = {"title": "= ", "heading": "== "}


def escaped(text):
    return re.sub(r"([\\#*_`$<>@\[\]/~=+\-])", r"\\\1", " ".join(text.split()))


def words_of(node):
    return escaped("".join(run.text or "" for run in node.findall("run")))


def both(node):
    """The Chinese over the English; once where one serves both."""
    zh, en = ((node.findtext(language) or "").strip() for language in ("zh", "en"))
    parts = [escaped(zh)] if zh else []
    if en and en != zh:
        parts.append('#text(lang: "en", size: 7.5pt)[%s]' % escaped(en))
    return " \\ ".join(parts)


def table(node):
    columns = node.findall("column")
    cells = "".join("[%s]," % both(column.find("heading")) for column in columns)
    lines = ["#table(columns: %d, stroke: (y: 0.2pt), table.header(%s)," % (len(columns), cells)]
    for row in node.findall("row"):
        texts = [both(cell) for cell in row.findall("cell")]
        span = len(columns) if len(texts) == 1 else 1
        lines.append("".join("table.cell(colspan: %d)[*%s*]," % (span, t) if span > 1 else "[%s]," % t for t in texts))
    return "\n".join(lines) + ")\n"


def source(document):
    wide = any(node.get("wide") == "yes" for node in document.iter("table"))
    text = [HEAD % (document.findtext("title/zh"), "true" if wide else "false")]
    for node in document.iter():
        if node.tag == "table":
            text.append(table(node))
        elif node.findall("run"):
            text.append(BLOCKS.get(node.tag, "") + words_of(node) + "\n")
    return "\n".join(text)


def pages_of(path):
    told = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    return int(re.search(r"^Pages:\s+(\d+)", told, re.M).group(1))


def main(gazette, data, notice):
    import typst

    tree = ElementTree.fromstring(subprocess.run([gazette, "compose", data, notice], capture_output=True,
                                                 check=True).stdout)
    with tempfile.TemporaryDirectory() as folder:
        peer, main_file, own = (os.path.join(folder, name) for name in ("peer.pdf", "main.typ", "own"))
        with open(main_file, "w", encoding="utf-8") as file:
            file.write(source(tree))
        typst.compile(main_file, output=peer, font_paths=FONTS, pdf_standards=["ua-1"])
        subprocess.run([gazette, "build", "--quiet", data, "--output", own], check=True)
        ours = next(os.path.join(at, name) for at, _, names in os.walk(own) for name in names
                    if name == notice + ".pdf")
        sizes = {"gazette": ours, "typst": peer}
        for name, path in sizes.items():
            size, pages = os.path.getsize(path), pages_of(path)
            print("%-8s %9d bytes %5d pages %7d bytes a page" % (name, size, pages, size // pages))
        print("ratio    %.2f" % (os.path.getsize(ours) / os.path.getsize(peer)))


if __name__ == "__main__":
    if len(sys.argv) != 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
