# SPDX-License-Identifier: GPL-3.0-or-later
"""The table of tests/coverage/run, from gcovr's JSON: per folder the share of lines and branches that ran."""
import json
import sys
from collections import Counter

# Folder -> the shares asked of it, in per cent; of the others nothing is asked.
ASKED = {room: (95, 85) for room in ("model", "store", "exchange", "planner", "audit", "finance")}


def ranges(numbers):
    """3, 4, 5, 9 -> "3-5, 9"."""
    parts = []
    for n in numbers:
        if parts and parts[-1][1] == n - 1:
            parts[-1][1] = n
        else:
            parts.append([n, n])
    return ", ".join(str(a) if a == b else f"{a}-{b}" for a, b in parts)


def share(done, total):
    return 100 * done / total if total else 100.0


def main(path, wanted):
    folders, files = {}, []
    for file in json.load(open(path))["files"]:
        folder = file["file"].split("/")[1]
        lines = [line for line in file["lines"] if not line.get("gcovr/noncode")]
        branches = [branch["count"] > 0 for line in lines for branch in line["branches"]]
        missed = [line["line_number"] for line in lines if line["count"] == 0]
        count = Counter(lines=len(lines), ran=len(lines) - len(missed), branches=len(branches), taken=sum(branches))
        folders.setdefault(folder, Counter()).update(count)
        files.append((file["file"], count, missed))
    reached = True
    print("folder   |  lines |  ran % | branches | taken % | asked")
    for folder in [*ASKED, *sorted(set(folders) - set(ASKED))]:
        count = folders.get(folder, Counter())
        ran, taken = share(count["ran"], count["lines"]), share(count["taken"], count["branches"])
        asked = ASKED.get(folder)
        reached = reached and (not asked or (ran >= asked[0] and taken >= asked[1]))
        word = "-" if not asked else "yes" if ran >= asked[0] and taken >= asked[1] else f"NO ({asked[0]}, {asked[1]})"
        print(f"{folder:9}| {count['lines']:6} | {ran:6.1f} | {count['branches']:8} | {taken:7.1f} | {word}")
    if wanted == "all":
        for name, count, missed in sorted(files):
            if name.split("/")[1] in ASKED and (missed or count["taken"] < count["branches"]):
                print(f"{name}: {len(missed)} lines not run ({ranges(missed)}), "
                      f"{count['branches'] - count['taken']} of {count['branches']} branches not taken")
    return 0 if reached else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ""))
