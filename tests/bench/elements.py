"""elements.py - reads a page that gazette has written: its elements, each with its place in the page."""
import html
import re

TAG = re.compile(r'<(/?)([a-z][a-z0-9]*)((?: [\w:-]+(?:="[^"]*")?)*)>')
SKIPPED = re.compile(r"<(svg|script)\b.*?</\1>", re.DOTALL)
ATTRIBUTE = re.compile(r' ([\w:-]+)(?:="([^"]*)")?')
EMPTY = {"meta", "link", "input", "br", "wbr", "hr", "img"}


class Element:
    def __init__(self, source, tag, attributes, start, inside):
        self.source, self.tag, self.start, self.inside = source, tag, start, inside
        self.written = attributes.strip()
        self.attributes = {name: html.unescape(value) for name, value in ATTRIBUTE.findall(attributes)}
        self.children, self.inside_end, self.end = [], inside, inside

    @property
    def inner(self):
        return self.source[self.inside:self.inside_end]

    @property
    def opening(self):
        return self.source[self.start:self.inside]

    @property
    def outer(self):
        return self.source[self.start:self.end]

    @property
    def text(self):
        return html.unescape(self.inner)

    @property
    def style(self):
        return self.attributes.get("class")

    def all(self, tag):
        for child in self.children:
            if child.tag == tag:
                yield child
            yield from child.all(tag)

    def first(self, tag, style=None):
        return next((found for found in self.all(tag) if style in (None, found.style)), None)


def parse(source):
    """The page's elements; what is in a figure or a script is none."""
    page = Element(source, "", "", 0, 0)
    open_elements, at = [page], 0
    while match := TAG.search(source, at):
        closing, tag, attributes = match.groups()
        at = match.end()
        if closing:
            element = open_elements.pop()
            element.inside_end, element.end = match.start(), at
            continue
        element = Element(source, tag, attributes, match.start(), at)
        open_elements[-1].children.append(element)
        if tag in ("svg", "script"):
            at = element.end = SKIPPED.match(source, match.start()).end()
            element.inside_end = at - len("</%s>" % tag)
        elif tag not in EMPTY:
            open_elements.append(element)
    return page
