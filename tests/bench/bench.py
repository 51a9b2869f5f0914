#!/usr/bin/env python3
"""bench.py BUILD [--rounds N] [--large] [--huge] [--write FILE] - measures gazette beside its peers, in the same run
and turn about, and prints a report in Markdown; --large has Typst set 20,000 rows too, --huge gazette alone 100,000,
for which Typst took 18 GB."""
import argparse
import glob
import os
import platform
import re
import shutil
import subprocess
import sys
import time

import hugo_site
import make_data
import peers
from measure import Run, Series

REPO = make_data.REPO
FONTS = ["/usr/share/fonts/opentype/noto", "/usr/share/texmf/fonts/opentype/public/tex-gyre"]
SIZES = (90, 2000, 20000)
YEAR = 600  # lines of the year that is published whole: a large province has a hundred


class Bench:
    def __init__(self, arguments):
        self.gazette = os.path.join(os.path.abspath(arguments.build), "gazette")
        self.work = os.path.join(os.path.abspath(arguments.build), "bench")
        self.python = os.path.join(self.work, "venv", "bin", "python")
        self.rounds, self.large, self.huge = arguments.rounds, arguments.large, arguments.huge
        self.out = []
        os.makedirs(self.work, exist_ok=True)

    def path(self, *names):
        return os.path.join(self.work, *names)

    def say(self, text=""):
        self.out.append(text)
        print(text, flush=True)

    def table(self, heads, rows):
        self.say("| " + " | ".join(heads) + " |")
        self.say("|" + "---|" * len(heads))
        for row in rows:
            self.say("| " + " | ".join(row) + " |")
        self.say()

    # Data and runs

    def data(self, name, make):
        folder = self.path("data", name)
        if not os.path.isdir(folder):
            make(folder)
        return folder

    def announcement(self, rows):
        return self.data("announcement-%d" % rows, lambda folder: make_data.main(["--announcement", folder, str(rows)]))

    def year(self, rows):
        return self.data("year-%d" % rows, lambda folder: make_data.main([folder, str(rows)]))

    def put_away(self, folder):
        """Out of the way, to be removed in the end: ext4 is slow to make files where others were just removed."""
        if os.path.isdir(folder):
            os.makedirs(self.path("away"), exist_ok=True)
            os.rename(folder, self.path("away", "%d" % time.monotonic_ns()))

    def build(self, data, name, *options, anew=True):
        """Publishes; `anew`: as if for the first time."""
        output = self.path("out", name)
        if anew:
            self.put_away(output)
            for left in glob.glob(self.path("out", "." + name + ".gazette-*")):
                os.unlink(left)
        return output, Run([self.gazette, "build", data, "--as-of", make_data.AS_OF, "-o", output, *options])

    def build_announcement(self, rows):
        output, run = self.build(self.announcement(rows), "announcement-%d" % rows, "--only", "line-list", "-q")
        return glob.glob(output + "/notices/*/*.pdf")[0], run.wall, run

    def peer_announcement(self, which, rows):
        folder = self.path("peers", str(rows))
        pdf = os.path.join(folder, which + ".pdf")
        source = {"typst": "announcement.typ", "weasyprint": "announcement.html"}[which]
        fonts = FONTS if which == "typst" else []
        run = Run([self.python, os.path.join(folder, "run_%s.py" % which), os.path.join(folder, source), pdf, *fonts])
        return pdf, float(run.out.split()[0]), run

    def prepare_peers(self, rows):
        folder = self.path("peers", str(rows))
        os.makedirs(folder, exist_ok=True)
        tree = Run([self.gazette, "compose", self.announcement(rows), "line-list-2022", "--as-of", make_data.AS_OF]).out
        announcement = peers.read_announcement(tree)
        peers.write_typst(announcement, folder)
        peers.write_weasyprint(announcement, folder)
        return announcement

    # Parts of the report

    def check_pdf(self, pdf, announcement):
        """Ends the run where a cell's Chinese or English isn't in the file."""
        squeeze = re.compile(r"\s+|\u00ad|-(?=\n)")
        text = squeeze.sub("", subprocess.run(["pdftotext", "-raw", pdf, "-"], capture_output=True, check=True,
                                              text=True).stdout)
        count = at = 0
        for table in announcement["tables"]:
            for row in table["rows"]:
                count += len(row) > 3
                for cell in row[:3]: # one after the other, as they are written
                    at = text.find(squeeze.sub("", cell["zh"]), at)
                    if at < 0:
                        raise SystemExit("%s lacks %s" % (pdf, cell["zh"]))
        return count

    def announcements(self):
        self.say("## One announcement, a table of rows in both languages\n")
        rows_of_peers = [90, 2000] + ([20000] if self.large else [])
        for rows in SIZES + ((100000,) if self.huge else ()):
            tools = ["gazette"] + (["typst"] if rows in rows_of_peers else [])
            tools += ["weasyprint"] if rows in (90,) or (rows == 2000 and self.large) else []
            self.announcement_of(rows, tools)

    def announcement_of(self, rows, tools):
        announcement = self.prepare_peers(rows)
        series = {tool: Series() for tool in tools}
        for turn in range(self.rounds if rows < 20000 else max(1, self.rounds // 2)):
            for tool in tools:
                if tool == "weasyprint" and turn > 0 and rows > 90:
                    continue
                pdf, wall, run = (self.build_announcement(rows) if tool == "gazette" else
                                  self.peer_announcement(tool, rows))
                cpu = run.cpu if tool == "gazette" else float(run.out.split()[1])
                series[tool].add(wall, cpu, run.memory, os.path.getsize(pdf))
                if turn == 0 and rows <= 20000: # to read a file of 100,000 back takes longer than all the rest
                    found = self.check_pdf(pdf, announcement)
        own = series["gazette"]
        self.say("### %s lines\n" % format(rows, ","))
        self.table(["", "wall s", "processor s", "memory MB", "file MB", "times the wall", "the processor", "the memory",
                    "the file"], [
            [tool, one.spread("wall"), one.spread("cpu"), one.spread("memory"), "%.2f" % (one.bytes / 1e6),
             "%.1f" % (one.median("wall") / own.median("wall")), "%.1f" % (one.median("cpu") / own.median("cpu")),
             "%.1f" % (one.median("memory") / own.median("memory")), "%.1f" % (one.bytes / own.bytes)]
            for tool, one in series.items()])
        if rows <= 20000:
            self.say("Every name in each of the %s files, %s rows each.\n" % (len(tools), format(found, ",")))

    # As gazette does it, with two processes.
    PACK = 'find "$1" -type f -print0 | xargs -0 -P2 -n100 gzip -3 -k'
    PACKED = "hugo, each text packed by gzip -3, which leaves a fortieth more bytes, by two processes"

    WEBSITES = """The same pages: the same elements, attributes and text on each but for the spans that keep a few words \
of ours in one line, %.1f MB by gazette and %.1f MB by Hugo. \
gazette makes them from the records and draws their figures, and writes besides: feeds, a site map, tables as CSV, XLSX, \
JSON and XML, and every text packed beside itself. It is measured from the first page to the last; its memory is that of \
the largest process of the whole run. Hugo reads a content file for each page and writes the pages alone, what is the same \
on many of them made once; figures, prose with marks in it and addresses of mails stand ready-made in its files. It is \
measured over the whole run, which begins with reading them.
"""

    def websites(self):
        project, output = self.path("hugo"), self.path("out", "hugo")
        series = {tool: Series() for tool in ("gazette", "hugo", self.PACKED)}
        for turn in range(max(1, self.rounds // 2)):
            published, run = self.build(self.year(YEAR), "year-%d" % YEAR)
            site = os.path.join(published, "site")
            pages = len(hugo_site.paths_of(site))
            series["gazette"].add(*run.between("Writing the website", "Publishing"), run.memory, 0, pages)
            if turn == 0:
                self.put_away(project)
                hugo_site.write_project(site, project)
            self.put_away(output)
            run = Run(["hugo", "--quiet", "-s", project, "-d", output])
            series["hugo"].add(run.wall, run.cpu, run.memory, 0, pages)
            if turn == 0:
                sizes = hugo_site.check(site, output)
            packing = Run(["sh", "-c", self.PACK, "sh", output])
            series[self.PACKED].add(run.wall + packing.wall, run.cpu + packing.cpu, max(run.memory, packing.memory), 0,
                                    pages)
        own = series["gazette"]
        self.say("## The website of %s lines\n" % format(YEAR, ","))
        self.table(["", "pages", "wall s", "processor s", "pages a second", "memory MB", "times the wall",
                    "the processor"], [
            [tool, format(one.pages, ","), one.spread("wall"), one.spread("cpu"),
             "%.0f" % (one.pages / one.median("wall")), one.spread("memory"),
             "%.1f" % (one.median("wall") / own.median("wall")), "%.1f" % (one.median("cpu") / own.median("cpu"))]
            for tool, one in series.items()])
        self.say(self.WEBSITES % (sizes[0] / 1e6, sizes[1] / 1e6))

    def country(self):
        folder = self.data("country", lambda folder: make_data.main(["--national", folder]))
        provinces = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
        outputs = [self.path("out", name) for name in ("country", "provinces")]
        together, apart = Series(), Series()
        for _ in range(max(1, self.rounds // 2)):
            for output in outputs:
                self.put_away(output)
            run = Run([self.gazette, "build", *provinces, "--as-of", make_data.AS_OF, "-q", "-o", outputs[0]])
            together.add(run.wall, run.cpu, run.memory)
            runs = [self.build(province, os.path.join("provinces", os.path.basename(province)), "-q")[1]
                    for province in provinces]
            apart.add(sum(run.wall for run in runs), sum(run.cpu for run in runs), max(run.memory for run in runs))
        for province in provinces:
            sums = [read(os.path.join(output, os.path.basename(province), "SHA256SUMS")) for output in outputs]
            if sums[0] != sums[1]:
                raise SystemExit("%s: not the bytes of a run of its own" % province)
        self.say("## A country's year: 31 provinces, 1,600 lines, %d PDFs, %s pages of websites\n" % (
            len(glob.glob(outputs[0] + "/**/*.pdf", recursive=True)),
            format(len(glob.glob(outputs[0] + "/*/site/**/*.html", recursive=True)), ",")))
        self.table(["", "wall s", "processor s", "memory MB of the largest process"],
                   [[how, one.spread("wall"), one.spread("cpu"), one.spread("memory")]
                    for how, one in (("in one run", together), ("in 31 runs, one after the other", apart))])
        self.say("The same bytes either way.\n")

    CHANGES = (("nothing", None, None, None),
               ("a stoppage's evidence", "stoppages.csv", "用电量记录", "用电量台账"),
               ("a channel's words, on every page", "channels.csv", "不执行错峰生产计划", "未执行错峰生产计划"))

    def begin_anew(self, data, rows):
        """A folder of data as it was made, published; and its sums."""
        shutil.rmtree(data, ignore_errors=True)
        shutil.copytree(self.year(rows), data)
        self.put_away(self.path("out", ".changed.gazette-last"))
        return read(self.build(data, "changed", "-q")[0] + "/SHA256SUMS")

    def build_fresh(self, data):
        """The same publication, with nothing known of its files; and its sums."""
        copy = self.path("out", "fresh")
        self.put_away(copy)
        self.put_away(self.path("out", ".fresh.gazette-last"))
        shutil.copytree(self.path("out", "changed"), copy)
        for left in glob.glob(self.path("out", ".fresh.gazette-*")):
            os.unlink(left)
        output, run = self.build(data, "fresh", "-q", anew=False)
        return run, read(output + "/SHA256SUMS")

    def change_and_back(self, change, rows, runs):
        """Adds the runs of a build after the change, after that undone, and of a whole one."""
        what, file, before, after = change
        data = self.path("data", "changed")
        first = self.begin_anew(data, rows)
        for series, words in ((runs[0], (before, after)), (runs[1], (after, before))):
            if file is not None:
                replace_once(os.path.join(data, file), *words)
            output, run = self.build(data, "changed", "-q", anew=False)
            series.add(run.wall, run.cpu, run.memory)
            sums = read(output + "/SHA256SUMS")
            expected = first
            if series is runs[0]:
                whole, expected = self.build_fresh(data)
                runs[2].add(whole.wall, whole.cpu, whole.memory)
            if sums != expected:
                raise SystemExit("%s: not the bytes of a whole build" % what)

    def rebuilds(self):
        rows = YEAR
        self.say("## Again after a change, %s lines\n" % format(rows, ","))
        table = []
        for change in self.CHANGES:
            runs = again, back, whole = Series(), Series(), Series()
            for _ in range(max(1, self.rounds // 2)):
                self.change_and_back(change, rows, runs)
            table.append([change[0], again.spread("wall"), back.spread("wall"), whole.spread("wall")] +
                         ["%.1f" % (whole.median(what) / series.median(what))
                          for what in ("wall", "cpu") for series in (again, back)])
        self.table(["changed", "again, wall s", "once more, wall s", "whole, wall s", "times as fast", "once more",
                    "in processor time", "once more"], table)
        self.say("Again: the first build after a whole one. Once more: the change undone, as all builds from then on, which "
                 "begin with the publication before the last. The same bytes each time.\n")

    def processes(self):
        rows, table = YEAR, []
        for jobs in (1, 2):
            series = Series()
            for _ in range(max(1, self.rounds // 2)):
                _, run = self.build(self.year(rows), "jobs", "-q", "--jobs", str(jobs))
                series.add(run.wall, run.cpu, run.memory)
            table.append([str(jobs), series.spread("wall"), series.spread("cpu"), series.spread("memory")])
        self.say("## Processes, %s lines, everything\n" % format(rows, ","))
        self.table(["--jobs", "wall s", "processor s", "memory MB of the largest"], table)

    def profile(self, title, data, *options):
        if shutil.which("perf") is None:
            self.say("No profile: there is no perf here.\n")
            return
        record = self.path("perf.data")
        self.put_away(self.path("out", "profile"))
        Run(["perf", "record", "-q", "-F", "499", "-o", record, self.gazette, "build", data, "--as-of", make_data.AS_OF, "-q",
             "--jobs", "1", "-o", self.path("out", "profile"), *options])
        report = Run(["perf", "report", "-i", record, "--no-children", "--sort", "dso", "-g", "none"]).out
        shares = {}
        for percent, object_name in re.findall(r"^\s+([0-9.]+)%\s+(\S+)", report, re.MULTILINE):
            part = next((name for pattern, name in PARTS if re.match(pattern, object_name)), "other libraries")
            shares[part] = shares.get(part, 0) + float(percent)
        self.put_away(self.path("out", "profile"))
        for left in glob.glob(self.path("out", ".profile.gazette-*")):
            os.unlink(left)
        self.say("### %s\n" % title)
        self.table(["share %", "in"], [["%.0f" % share, part] for part, share in
                                       sorted(shares.items(), key=lambda item: -item[1]) if share >= 0.5])

    def profiles(self):
        self.say("## Where the time goes\n")
        self.profile("The announcement of 20,000 lines", self.announcement(20000), "--only", "line-list")
        self.profile("Everything of %d lines" % YEAR, self.year(YEAR))


PARTS = ((r"gazette$", "gazette's own code"), (r"libharfbuzz-subset", "HarfBuzz: subsets of fonts"),
         (r"libharfbuzz|libpango|libfreetype|libfontconfig|libgraphite|libfribidi|libthai", "shaping: Pango, HarfBuzz, FreeType"),
         (r"libdeflate|libz\.", "deflate"), (r"libxslt|libexslt|libxml2", "XSLT: libxslt, libxml2"), (r"libicu", "ICU"),
         (r"libcrypto", "SHA-256"), (r"libc\.|ld-linux|libm\.", "C library: memory and strings"),
         (r"\[kernel|\[unknown", "the system: files and pages of memory"), (r"libglib|libgobject|libgio", "GLib"))


def read(path):
    with open(path, encoding="utf-8") as file:
        return file.read()


def replace_once(path, before, after):
    text = read(path)
    if before not in text:
        raise SystemExit("%s has no %s" % (path, before))
    with open(path, "w", encoding="utf-8") as file:
        file.write(text.replace(before, after, 1))


def first_line(*argv):
    return subprocess.run(argv, capture_output=True, text=True, check=True).stdout.splitlines()[0]


def machine(bench):
    model = re.search(r"model name\s*: (.*)", read("/proc/cpuinfo"))
    memory = int(re.search(r"MemTotal:\s+(\d+)", read("/proc/meminfo")).group(1)) // 1024
    versions = subprocess.run([bench.python, "-m", "pip", "list", "--format=freeze"], capture_output=True, text=True,
                              check=True).stdout
    named = re.findall(r"^((?:typst|weasyprint)==\S+)", versions, re.MULTILINE)
    return "%s, %d cores, %d MB; Linux %s. %s; %s; %s." % (
        model.group(1) if model else platform.machine(), os.cpu_count(), memory, platform.release(),
        first_line(bench.gazette, "--version"), ", ".join(name.replace("==", " ") for name in named),
        " ".join(first_line("hugo", "version").split()[:2]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("build")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--large", action="store_true")
    parser.add_argument("--huge", action="store_true")
    parser.add_argument("--write")
    arguments = parser.parse_args()
    bench = Bench(arguments)
    bench.say("# Benchmarks\n")
    bench.say("Written by `make bench`; medians, with the least and the most. What else the machine does while it measures "
              "shows in all alike: they run in turn.\n")
    bench.say(machine(bench) + "\n")
    for part in (bench.announcements, bench.websites, bench.country, bench.rebuilds, bench.processes, bench.profiles):
        part()
    shutil.rmtree(bench.path("away"), ignore_errors=True)
    bench.say(read(os.path.join(os.path.dirname(os.path.abspath(__file__)), "notes.md")).strip())
    if arguments.write:
        with open(arguments.write, "w", encoding="utf-8") as file:
            file.write("\n".join(bench.out) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
