# SPDX-License-Identifier: GPL-3.0-or-later
"""HiGHS, where there is one: its own program `highs`, or the one inside python3-scipy.

Debian 12 has no package of HiGHS, but its scipy carries version 1.2. For that one this file is
also a program: highs.py METHOD MODEL.mps, which reads the model and prints value, wall and cpu of the
solving alone (so that the reading, in Python, does not count against it).
"""
import os
import re
import shutil
import subprocess
import sys
import time

VALUE = re.compile(r"^ *(?:Objective value|Objective) *:? +([-+.0-9eE]+)", re.MULTILINE)
IN_PYTHON = ("HiGHS (scipy) ipm", "HiGHS (scipy) dual")
SCIPY = ["/usr/bin/python3", "-B", os.path.abspath(__file__)]
REPORT = re.compile(r"^value (\S+) wall (\S+) cpu (\S+)$", re.MULTILINE)


def has_scipy():
    try:
        return subprocess.run([*SCIPY, "--there"], stdin=subprocess.DEVNULL, check=False,
                              stderr=subprocess.DEVNULL).returncode == 0
    except OSError:
        return False


def methods():
    if shutil.which("highs"):
        return [("HiGHS ipm", ["highs", "--solver", "ipm", "FILE"]),
                ("HiGHS simplex", ["highs", "--solver", "simplex", "FILE"])]
    if has_scipy():
        return [(IN_PYTHON[0], [*SCIPY, "highs-ipm", "FILE"]),
                (IN_PYTHON[1], [*SCIPY, "highs-ds", "FILE"])]
    return []


def reported(text):
    """Value, wall and cpu of a run inside scipy; the value None when there is no optimum."""
    found = REPORT.search(text)
    if not found:
        return None, 0.0, 0.0
    value = None if found[1] == "none" else float(found[1])
    return value, float(found[2]), float(found[3])


def read_mps(path):
    """A free MPS file with rows N, L, G and E and bounds, as scipy's linprog takes it."""
    import numpy
    from scipy.sparse import csr_matrix

    rows, kinds, columns, cost = {}, [], {}, {}
    at_row, at_column, entries = [], [], []
    right, low, high = {}, {}, {}
    section = objective = None
    with open(path, encoding="utf-8") as file:
        for line in file:
            words = line.split()
            if not words:
                continue
            if not line.startswith((" ", "\t")):
                section = words[0]
            elif section == "ROWS" and words[0] == "N":
                objective = words[1]
            elif section == "ROWS":
                rows[words[1]] = len(rows)
                kinds.append(words[0])
            elif section == "COLUMNS":
                column = columns.setdefault(words[0], len(columns))
                for row, value in zip(words[1::2], words[2::2]):
                    if row == objective:
                        cost[column] = float(value)
                    else:
                        at_row.append(rows[row])
                        at_column.append(column)
                        entries.append(float(value))
            elif section == "RHS":
                right.update((rows[row], float(value)) for row, value in zip(words[1::2], words[2::2]))
            elif section == "BOUNDS":
                read_bound(words, columns[words[2]], low, high)
            elif section == "RANGES":
                raise ValueError("ranges are not read here")
    kinds = numpy.array(kinds)
    matrix = csr_matrix((entries, (at_row, at_column)), (len(rows), len(columns)))
    rhs = numpy.array([right.get(row, 0.0) for row in range(len(rows))])
    costs = numpy.array([cost.get(column, 0.0) for column in range(len(columns))])
    bounds = [(low.get(column, 0.0), high.get(column)) for column in range(len(columns))]
    return kinds, matrix, rhs, costs, bounds


def read_bound(words, column, low, high):
    kind = words[0]
    if kind in ("FR", "MI"):
        low[column] = None
    if kind in ("LO", "FX"):
        low[column] = float(words[3])
    if kind in ("UP", "FX"):
        high[column] = float(words[3])


def main(method, path):
    from scipy.optimize import linprog
    from scipy.sparse import vstack

    kinds, matrix, rhs, costs, bounds = read_mps(path)
    less, more, same = kinds == "L", kinds == "G", kinds == "E"
    above = vstack([matrix[less], -matrix[more]])
    limits = list(rhs[less]) + list(-rhs[more])
    wall, cpu = time.monotonic(), time.process_time()
    found = linprog(costs, above, limits, matrix[same], rhs[same], bounds, method=method)
    wall, cpu = time.monotonic() - wall, time.process_time() - cpu
    value = repr(found.fun) if found.status == 0 else "none"
    print(f"value {value} wall {wall:.3f} cpu {cpu:.3f}")


if __name__ == "__main__":
    if sys.argv[1:] == ["--there"]:
        import scipy.optimize  # noqa: F401
    else:
        main(sys.argv[1], sys.argv[2])
