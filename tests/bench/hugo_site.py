"""hugo_site.py - the website that gazette has published, as a project for Hugo that gives the same pages.

Each page is a content file with its facts as JSON front matter: titles, crumbs, sections, tables by row and cell, facts,
lists. The layouts (hugo/layouts) write them. Ready-made go in what would only cost Hugo time: figures, prose with marks
in it, forms, attributes of rows, addresses of mails, what few pages have in their head. What is the same on every page
of a language is in the configuration."""
import html
import json
import os
import re
import shutil

from elements import parse

LAYOUTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "hugo", "layouts")
REDIRECT = "zh/index.html"  # written by Hugo where there are languages; it can't be turned off
LANGUAGES = {"zh": {"tag": "zh-CN", "locale": "zh_CN", "othertag": "en", "otherlocale": "en_GB"},
             "en": {"tag": "en", "locale": "en_GB", "othertag": "zh-CN", "otherlocale": "zh_CN"}}
BREADCRUMBS = re.compile(r'<script type="application/ld\+json">\{"@context": "https://schema.org", "@type": '
                         r'"BreadcrumbList".*?</script>')

# Blocks of a page

def words(element):
    """Plain text, a link, or prose with marks in it."""
    children = element.children
    if not children:
        return {"text": element.text}
    link = children[0]
    if (link.outer == element.inner and link.tag == "a" and not link.children and list(link.attributes) == ["href"] and
            ":" not in link.attributes["href"]):
        return {"text": link.text, "href": link.attributes["href"]}
    return {"html": element.inner}


def plain(fact):
    """Without what is empty, which a template takes for absent."""
    return {name: value for name, value in fact.items() if value not in (None, "", [])}


def cell_layout(element, number):
    """As the author of a kind of table writes its cells: their markup, and where the row's words go."""
    said = words(element)
    inner = "{{ .c%d }}" % number
    if "href" in said:
        inner = '<a href="{{ .h%d }}">%s</a>' % (number, inner)
    elif "html" in said:
        inner = "{{ .c%d | safeHTML }}" % number
    return "%s%s</%s>" % (element.opening, inner, element.tag)


def row_layout(element):
    cells = "".join(cell_layout(child, number) for number, child in enumerate(element.children))
    return "<tr%s>%s</tr>" % (" {{ .attributes | safeHTMLAttr }}" if element.written else "", cells)


def row(element):
    fact = {"attributes": element.written}
    for number, child in enumerate(element.children):
        said = words(child)
        fact["c%d" % number] = said.get("html", said.get("text"))
        fact["h%d" % number] = said.get("href")
    return plain(fact)


def strip(element):
    label, figure, said = element.children
    return {"label": words(label), "figure": figure.outer, "id": said.attributes["id"], "said": words(said)}


class Blocks:
    """Makes the blocks of pages; `layouts` are those of all tables' rows, each with its name, `heads` their heads."""

    def __init__(self):
        self.layouts, self.heads = {}, {}

    def title(self, element):
        fact = {"kind": "title", "blocks": []}
        for child in element.children:
            if child.tag == "h1":
                fact["heading"] = words(child)
            elif child.style in ("kind", "chinese-title", "state", "lead"):
                fact[{"kind": "above", "chinese-title": "chinese"}.get(child.style, child.style)] = words(child)
            else:
                fact["blocks"].append(self.block(child))
        return fact

    def section(self, element):
        heading = element.children[0]
        if heading.tag != "h2":
            return self.group(element)
        return {"kind": "section", "attributes": element.written, "id": heading.attributes.get("id"),
                "heading": words(heading), "blocks": self.blocks(element.children[1:])}

    def group(self, element):
        return {"kind": "group", "opening": element.opening, "blocks": self.blocks(element.children),
                "closing": "</%s>" % element.tag}

    def div(self, element):
        if element.style == "scroll" and [child.tag for child in element.children] == ["table"]:
            return dict(self.table(element.children[0]), label=element.attributes["aria-labelledby"])
        return self.group(element)

    def table(self, element):
        parts = {"thead": [], "tbody": [], "tfoot": []}
        caption = element.first("caption")
        for part in element.children:
            if part.tag in parts:
                parts[part.tag].append(self.rows(part.children))
        head = sum(parts["thead"], [])
        key = self.heads.setdefault(json.dumps(head), str(len(self.heads)))
        return {"kind": "table", "style": element.style, "head": head, "key": key, "bodies": parts["tbody"],
                "foot": sum(parts["tfoot"], []),
                "caption": caption and dict(words(caption), id=caption.attributes["id"], style=caption.style)}

    def rows(self, elements):
        """Runs of rows of the same layout."""
        runs = []
        for element in elements:
            layout = self.layouts.setdefault(row_layout(element), "rows/%d.html" % len(self.layouts))
            if not runs or runs[-1]["layout"] != layout:
                runs.append({"layout": layout, "rows": []})
            runs[-1]["rows"].append(row(element))
        return runs

    def facts(self, element):
        items = []
        for child in element.children:
            if [part.tag for part in child.children] != ["dt", "dd"]:
                return self.html(element)
            term, value = child.children
            items.append(plain(dict(words(value), term=html.unescape(term.inner) if not term.children else None,
                                    marked=term.inner if term.children else None, style=value.style)))
        return {"kind": "facts", "style": element.style, "items": items}

    def list(self, element):
        if element.style == "key":
            return {"kind": "key"}
        if element.style == "year-strips":
            return {"kind": "strips", "items": [strip(child) for child in element.children]}
        return {"kind": "list", "attributes": element.written, "ordered": element.tag == "ol" or None,
                "items": [plain(dict(words(child), attributes=child.written)) for child in element.children]}

    def figure(self, element):
        if [child.tag for child in element.children] != ["ul", "svg", "figcaption"]:
            return self.html(element)
        _, figure, caption = element.children
        return {"kind": "figure", "style": element.style, "figure": figure.outer, "id": caption.attributes["id"],
                "caption": words(caption)}

    def heading(self, element):
        return {"kind": element.tag, "id": element.attributes.get("id"), "heading": words(element)}

    def html(self, element):
        return {"kind": "html", "html": element.outer}

    KINDS = {"section": section, "article": group, "nav": group, "div": div, "table": table, "dl": facts, "ul": list,
             "ol": list, "figure": figure, "header": title, "h2": heading, "h3": heading}

    def block(self, element):
        return plain(self.KINDS.get(element.tag, Blocks.html)(self, element))

    def blocks(self, elements):
        found = []
        for element in elements:
            fact = self.block(element)
            if fact["kind"] == "html" and found and found[-1]["kind"] == "html":
                found[-1]["html"] += fact["html"]
            else:
                found.append(fact)
        return found


# Facts of a page

def metas(head, name):
    return {meta.attributes[name]: meta.attributes["content"] for meta in head.all("meta") if name in meta.attributes}


def links(head, name, value=None):
    """Attributes of the links that have such an attribute."""
    return [link.attributes for link in head.all("link") if name in link.attributes and value in
            (None, link.attributes[name])]


def feeds(head):
    return [{"href": link["href"], "name": link["title"]} for link in links(head, "type", "application/atom+xml")]


def head_facts(head):
    """`rest`: what follows the links of every page, such as a notice's."""
    shared = metas(head, "property")
    last = [link for link in head.all("link") if link.attributes["rel"] in ("canonical", "alternate") and
            "type" not in link.attributes][-1]
    return {"title": shared["og:title"], "description": shared["og:description"], "address": shared["og:url"],
            "alternates": [{"hreflang": link["hreflang"], "address": link["href"]} for link in links(head, "hreflang")],
            "base": links(head, "rel", "stylesheet")[0]["href"][:-len("style.css")],
            "rest": BREADCRUMBS.sub("", head.source[last.end:head.inside_end])}


def crumbs(page):
    """The way to the page, with titles and full addresses for machines."""
    data = BREADCRUMBS.search(page.source)
    if data is None:
        return []
    steps = json.loads(re.sub("<.*?>", "", data.group()))["itemListElement"]
    return [plain(dict(words(shown), title=step["name"], address=step.get("item")))
            for step, shown in zip(steps, page.first("nav", "crumbs").all("li"))]


def entry_facts(masthead, root):
    """The entry of the navigation that the page belongs to."""
    for link in masthead.first("nav").all("a"):
        if "aria-current" in link.attributes:
            return {"entry": link.attributes["href"][len(root):], "current": link.attributes["aria-current"]}
    return {}


def page_facts(page, makes):
    masthead, (*parts, colophon) = page.first("header", "masthead"), page.first("main").children
    root = masthead.first("a", "name").attributes["href"][:-len("index.html")]
    return dict(head_facts(page.first("head")), **entry_facts(masthead, root), root=root,
                style=page.first("body").style[len("page-"):], other=masthead.first("a", "language").attributes["href"],
                crumbs=crumbs(page), mail=colophon.first("p", "screen").children[0].attributes["href"],
                blocks=makes.blocks(parts))


def moved_facts(page):
    head, link = page.first("head"), page.first("main").first("a")
    return {"layout": "moved", "title": page.first("h1").text, "label": link.text, "target": link.attributes["href"],
            "address": links(head, "rel", "canonical")[0]["href"], "sheet": links(head, "rel", "stylesheet")[0]["href"]}


# What is the same on every page of a language

def named_links(element):
    return [{"name": link.text, "to": link.attributes["href"]} for link in element.all("a")]


def foot_facts(foot):
    return {"channels": foot.first("h2").text, "hotlines": foot.first("ul", "hotlines").outer,
            "more": named_links(foot.first("p", "more"))[0], "links": named_links(foot.first("ul", "links")),
            "foot": [child.text for child in foot.children[0].children if child.tag == "p" and child.style is None]}


def home_facts(home):
    """The home page stands at its language's root, so that its links are those below it."""
    masthead, head, colophon = home.first("header", "masthead"), home.first("head"), home.first("footer", "colophon")
    shared, wrong = metas(head, "property"), colophon.first("p", "screen").children
    return dict(foot_facts(home.first("footer", "foot")), site=shared["og:site_name"], image=shared["og:image"],
                alt=shared["og:image:alt"], feeds=feeds(head), skip=home.first("a", "skip").text,
                disclaimer=masthead.first("p", "disclaimer").children[0].text,
                main=masthead.first("nav").attributes["aria-label"], entries=named_links(masthead.first("nav")),
                language=masthead.first("a", "language").text, as_of=colophon.children[0].text, wrong=wrong[0].text,
                corrections=wrong[1].text)


def line_facts(line):
    """What the home page lacks."""
    title, own = line.first("title").text, metas(line.first("head"), "property")
    return {"you_are_here": line.first("nav", "crumbs").attributes["aria-label"], "key": line.first("ul", "key").outer,
            "separator": title[len(own["og:title"]):-len(own["og:site_name"])]}


def configuration(languages):
    """Neither feeds nor a site map: what Hugo would write by itself isn't what gazette writes."""
    return {"baseURL": "https://bench.example/", "defaultContentLanguage": "zh", "disableAliases": True,
            "disableKinds": ["home", "section", "taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"],
            "languages": {code: {"languageCode": LANGUAGES[code]["tag"], "weight": weight, "title": facts["site"],
                                 "contentDir": "content/" + code, "params": dict(facts, **LANGUAGES[code])}
                          for weight, (code, facts) in enumerate(languages.items(), 1)}}


# The project

def paths_of(site):
    """Addresses of the pages below the site."""
    return sorted(os.path.relpath(os.path.join(folder, name), site)
                  for folder, _, names in os.walk(site) for name in names if name.endswith(".html"))


def read(*names):
    with open(os.path.join(*names), encoding="utf-8") as file:
        return file.read()


def write(text, *names):
    path = os.path.join(*names)
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)


def write_layouts(makes, folder):
    shutil.copytree(LAYOUTS, os.path.join(folder, "layouts"))
    for layout, name in makes.layouts.items():
        write("{{- range . }}%s{{ end -}}\n" % layout, folder, "layouts", "partials", name)


def write_project(site, folder):
    """Into `folder`, which isn't there yet, from the website at `site`."""
    languages, makes = {"zh": {}, "en": {}}, Blocks()
    for path in paths_of(site):
        language, own = ("en", path[len("en/"):]) if path.startswith("en/") else ("zh", path)
        page = parse(read(site, path))
        facts = moved_facts(page) if page.first("body").style is None else page_facts(page, makes)
        if facts.get("style") == "home":
            languages[language].update(home_facts(page))
        elif facts.get("style") == "line":
            languages[language].update(line_facts(page))
        # Hugo would take a file named index for its folder's own page.
        write(json.dumps(plain(dict(facts, url="/" + path)), ensure_ascii=False), folder, "content", language,
              own[:-len(".html")].replace("index", "home") + ".md")
    write_layouts(makes, folder)
    write(json.dumps(configuration(languages), ensure_ascii=False), folder, "config.json")


# The check

BLOCK_TAGS = re.compile(r"\s*(</?(?:article|body|caption|dd|div|dl|dt|figcaption|figure|footer|form|h\d|head|header|html|"
                        r"li|link|main|meta|nav|ol|p|script|section|table|tbody|td|tfoot|th|thead|title|tr|ul)\b[^>]*>)\s*")


WHOLE = re.compile(r'<span class="whole">(.*?)</span>')


def squeezed(page):
    """The page as it is read: characters for their escapes, no white space that says nothing, and not the spans that
    keep some words in one line, which Hugo's layouts don't write."""
    page = WHOLE.sub(r"\1", page)
    return re.sub(r"\s+", " ", html.unescape(BLOCK_TAGS.sub(r"\1", page))).strip()


def check(site, output):
    """Ends the run where a page isn't that of ours, tags, attributes and text. Returns the bytes of each."""
    paths, sums = paths_of(site), [0, 0]
    odd = set(paths) ^ set(paths_of(output)) - {REDIRECT}
    if odd:
        raise SystemExit("%s: not the pages of %s: %s" % (output, site, sorted(odd)[:5]))
    for path in paths:
        own, other = read(site, path), read(output, path)
        sums[0] += len(own.encode())
        sums[1] += len(other.encode())
        own, other = squeezed(own), squeezed(other)
        if own != other:
            at = max(0, len(os.path.commonprefix([own, other])) - 60)
            raise SystemExit("%s differs: %r, and Hugo's: %r" % (path, own[at:at + 140], other[at:at + 140]))
    if abs(sums[1] - sums[0]) > sums[0] / 10:
        raise SystemExit("%s: %d bytes of pages, %d by gazette" % (output, sums[1], sums[0]))
    return sums
