"""measure.py - runs a program and says what it took: wall and processor time [s], most memory of one process [MB]."""
import os
import statistics
import subprocess
import sys
import tempfile
import time


# A program starts with the memory of who started it on its account: that has to be a small one.
STARTER = """
import resource, subprocess, sys, time
start = time.monotonic()
code = subprocess.call(sys.argv[2:])
wall, used = time.monotonic() - start, resource.getrusage(resource.RUSAGE_CHILDREN)
with open(sys.argv[1], "w") as file:
    print(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024, file=file)
sys.exit(code)
"""


def used_below(process):
    """Processor time of all below `process`, with what those waited for; nothing once it has ended."""
    used = 0
    try:
        with open("/proc/%d/task/%d/children" % (process, process), encoding="ascii") as file:
            children = file.read().split()
        for child in children:
            with open("/proc/%s/stat" % child, encoding="utf-8") as file:
                used += sum(map(int, file.read().rpartition(")")[2].split()[11:15])) / os.sysconf("SC_CLK_TCK")
            used += used_below(int(child))
    except (FileNotFoundError, ProcessLookupError):
        pass
    return used


class Run:
    """One run: `phases` are the lines it said on standard error, with the seconds at which it did and the processor
    time it had used by then."""

    def __init__(self, argv):
        os.sync() # what others wrote isn't to be waited for
        with tempfile.TemporaryFile("w+", encoding="utf-8") as out, tempfile.NamedTemporaryFile("r") as told:
            process = subprocess.Popen([sys.executable, "-c", STARTER, told.name, *argv], stdout=out,
                                       stderr=subprocess.PIPE, text=True)
            self.phases = [(time.monotonic(), used_below(process.pid), line.rstrip("\n")) for line in process.stderr]
            if process.wait() != 0:
                raise SystemExit("%s: exit status %d\n%s" % (" ".join(argv), process.returncode, "\n".join(
                    line for _, _, line in self.phases[-20:])))
            out.seek(0)
            self.out = out.read()
            self.wall, self.cpu, self.memory = map(float, told.read().split())

    def between(self, first, last):
        """Seconds from the line that begins with `first` to the one that begins with `last`, and the processor's."""
        at = {word: (seconds, used) for seconds, used, line in self.phases for word in (first, last)
              if line.startswith(word)}
        return at[last][0] - at[first][0], at[last][1] - at[first][1]


class Series:
    """The same thing several times."""

    def __init__(self):
        self.wall, self.cpu, self.memory, self.bytes, self.pages = [], [], [], 0, 0

    def add(self, wall, cpu, memory, size=0, pages=0):
        self.wall.append(wall)
        self.cpu.append(cpu)
        self.memory.append(memory)
        self.bytes, self.pages = size, pages

    def median(self, what):
        return statistics.median(getattr(self, what))

    def spread(self, what):
        """Median, with the least and the most."""
        values = getattr(self, what)
        form = "%.0f" if what == "memory" else "%.2f"
        if len(values) == 1:
            return form % values[0]
        return (form + " (" + form + "–" + form + ")") % (self.median(what), min(values), max(values))
