# SPDX-License-Identifier: GPL-3.0-or-later
"""What the bench's programs share: running one under a stopwatch, and tables.

Time is told twice: wall (what a person waits) and cpu (user and system time of the process, which a
busy machine disturbs less). Peak memory is the process's largest resident set.
"""
import math
import os
import resource
import signal
import subprocess
import tempfile
import time


class Run:
    """One finished process: status (None: stopped at its limit), output, wall, cpu, memory (MiB)."""

    def __init__(self, words, cpu_limit=None, env=None):
        def limit():
            if cpu_limit:
                whole = max(1, math.ceil(cpu_limit))
                resource.setrlimit(resource.RLIMIT_CPU, (whole, whole + 1))

        with tempfile.TemporaryFile() as out, tempfile.TemporaryFile() as err:
            begin = time.monotonic()
            child = subprocess.Popen(words, stdin=subprocess.DEVNULL, stdout=out, stderr=err,
                                     env=env, preexec_fn=limit)
            _, status, usage = os.wait4(child.pid, 0)
            self.wall = time.monotonic() - begin
            child.returncode = os.waitstatus_to_exitcode(status)
            out.seek(0)
            err.seek(0)
            self.out = out.read().decode("utf-8", "replace")
            self.err = err.read().decode("utf-8", "replace")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        stopped = child.returncode in (-signal.SIGXCPU, -signal.SIGKILL)
        self.status = None if stopped else child.returncode

    def need(self, *statuses):
        """Itself, or an exception that says what went wrong."""
        if self.status not in (statuses or (0,)):
            raise RuntimeError(f"ended with {self.status}\n{self.out[-1000:]}\n{self.err[-2000:]}")
        return self


def median(values):
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def exponent(sizes, values):
    """The slope of the straight line through the logarithms: values grow like sizes to that power."""
    x = [math.log(size) for size in sizes]
    y = [math.log(max(value, 1e-9)) for value in values]
    x_mean, y_mean = sum(x) / len(x), sum(y) / len(y)
    above = sum((a - x_mean) * (b - y_mean) for a, b in zip(x, y))
    return above / sum((a - x_mean) ** 2 for a in x)


def seconds(value):
    """A time with three digits that say something."""
    if value is None:
        return "-"
    if value < 0.0995:
        return f"{value * 1000:.3g} ms"
    return f"{value:.3g} s" if value < 1000 else f"{value:.0f} s"


def print_table(rows, out=print, left=(0,)):
    """Rows of text in columns, the first row the heads; the columns of left are set left."""
    widths = [max(len(row[i]) for row in rows if i < len(row)) for i in range(len(rows[0]))]
    for number, row in enumerate(rows):
        cells = [cell.ljust(widths[i]) if i in left else cell.rjust(widths[i])
                 for i, cell in enumerate(row)]
        out("  ".join(cells).rstrip())
        if number == 0:
            out("  ".join("-" * width for width in widths))
