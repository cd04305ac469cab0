# SPDX-License-Identifier: GPL-3.0-or-later
"""The relaxed plan against other solvers: see the program solvers for what is compared."""
import json
import os
import re
import shutil
import tempfile

import highs
from measure import Run, print_table, seconds

TOLERANCE = 1e-6
FOUND = re.compile(r"^(?:Optimal objective|Optimal - objective value|Objective value:)"
                   r" +([-+.0-9eE]+)", re.MULTILINE)


def methods():
    """What can be run here: (name, words with FILE for the model)."""
    found = []
    if shutil.which("clp"):
        found += [("clp barrier", ["clp", "FILE", "-barrier"]),
                  ("clp primal", ["clp", "FILE", "-primalsimplex"]),
                  ("clp either", ["clp", "FILE", "-eithersimplex"]),
                  ("clp dual", ["clp", "FILE", "-dualsimplex"])]
    if shutil.which("cbc"):
        found.append(("cbc", ["cbc", "FILE", "-solve"]))
    return found + highs.methods()


class Solved:
    """One method on one model."""

    def __init__(self, name, words, path, limit):
        self.name = name
        if name in highs.IN_PYTHON:
            limit += 3  # to start Python and read the model, which is not counted
        run = Run([path if word == "FILE" else word for word in words], cpu_limit=limit)
        self.cpu, self.wall, self.value = run.cpu, run.wall, None
        if name in highs.IN_PYTHON and run.status == 0:
            self.value, self.wall, self.cpu = highs.reported(run.out)
        elif run.status == 0:
            values = FOUND.findall(run.out) or highs.VALUE.findall(run.out)
            self.value = float(values[-1]) if values else None

    def difference(self, ours):
        return abs(self.value - ours) / max(1, abs(ours))

    def agrees(self, ours):
        return self.value is not None and self.difference(ours) <= TOLERANCE


def solve_all(path, ours, limit, names=None):
    """Every method (of these names) on one model: those that finished or not, and the fastest that
    agrees."""
    best, tried = None, []
    for name, words in methods():
        if names and name not in names:
            continue
        one = Solved(name, words, path, best.cpu + 1 if best else limit)
        tried.append(one)
        if one.agrees(ours) and (best is None or one.cpu < best.cpu):
            best = one
    return tried, best


def head_of(path):
    """Rows, columns and entries of a free MPS file."""
    section, counts, last = "", {"ROWS": 0, "entries": 0, "columns": 0}, None
    with open(path, encoding="utf-8") as file:
        for line in file:
            if not line.startswith((" ", "\t")):
                section = line.split()[0] if line.strip() else section
            elif section == "ROWS":
                counts["ROWS"] += 1
            elif section == "COLUMNS":
                words = line.split()
                counts["columns"] += words[0] != last
                last = words[0]
                counts["entries"] += len(words) // 2
    return counts["ROWS"] - 1, counts["columns"], counts["entries"]


def lines_of(name, ours, tried, best):
    rows = []
    for one in tried:
        if one.value is None:
            outcome = ["-", "stopped or no optimum"]
        else:
            outcome = [f"{one.value:.6f}", f"{one.difference(ours):.1e}"]
        mark = "*" if one is best else ">" if one.value is None else ""
        rows.append([name, one.name + (" " + mark if mark else ""), seconds(one.wall),
                     seconds(one.cpu), *outcome])
        name = ""
    return rows


class Sum:
    """What the fastest methods took, all priorities together."""

    def __init__(self):
        self.wall = self.cpu = 0
        self.any_cpu, self.worst = 0, 0.0  # of those that ended first, and how far off they were
        self.names = set()
        self.complete = True  # FALSE: of some priority nobody found the value, so "at least"

    def add(self, tried, best, limit, ours):
        ended = min((one for one in tried if one.value is not None), default=best,
                    key=lambda one: one.cpu)
        if ended:
            self.any_cpu += ended.cpu
            self.worst = max(self.worst, ended.difference(ours))
        self.complete = self.complete and best is not None
        self.wall += best.wall if best else min(one.wall for one in tried)
        self.cpu += best.cpu if best else min(limit, min(one.cpu for one in tried))
        if best:
            self.names.add(best.name)

    def text(self, number):
        return number if self.complete else "at least " + number


def write_model(cli, project, scenario, priority, path):
    """FALSE for the priority `change` without a published plan, which has no model."""
    run = Run([cli, "model", project, "--scenario", scenario, "--priority", priority, "--output",
               path])
    return run.need(0, 3 if priority == "change" else 0).status == 0


def compare(cli, project, scenario, limit, out=print, names=None):
    """Prints the table of one project, with the methods of these names (default: all). Returns our
    run and the sum of the others."""
    words = [cli, "plan", project, "--relaxed", "--format", "json", "--scenario", scenario]
    ours = sorted((Run(words).need() for _ in range(3)), key=lambda run: run.cpu)[1]
    rows = [["priority", "solver", "wall", "cpu", "value", "difference"]]
    others, size = Sum(), (0, 0, 0)
    with tempfile.TemporaryDirectory(prefix="groeiplan-bench-") as folder:
        for priority in json.loads(ours.out)["priorities"]:
            path = os.path.join(folder, "model.mps")
            if not write_model(cli, project, scenario, priority["name"], path):
                continue
            value = priority["relaxed"] * (-1 if priority["name"] == "reach" else 1)
            tried, best = solve_all(path, value, limit, names)
            rows.append([priority["name"], "groeiplan", "", "", f"{value:.6f}", ""])
            rows += lines_of("", value, tried, best)
            others.add(tried, best, limit, value)
            size = head_of(path)
    out(f"{os.path.basename(project)}, scenario {scenario}: the last model has {size[0]} rows, "
        f"{size[1]} columns, {size[2]} entries")
    print_table(rows, out)
    out(f"groeiplan, whole process (median of 3): wall {seconds(ours.wall)}, "
        f"cpu {seconds(ours.cpu)}; fastest others (*) in sum: "
        f"{others.text('wall ' + seconds(others.wall))}, cpu {seconds(others.cpu)}")
    out(f"ratio: {others.text(f'{others.cpu / ours.cpu:.1f}')} by cpu, "
        f"{others.wall / ours.wall:.1f} by wall")
    if others.worst > TOLERANCE:
        out(f"with those that ended first, whatever their value (off by up to {others.worst:.1e}): "
            f"{others.any_cpu / ours.cpu:.1f} by cpu")
    out("")
    return ours, others
