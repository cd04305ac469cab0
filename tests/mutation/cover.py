# SPDX-License-Identifier: GPL-3.0-or-later
"""Which tests run which line, by gcov: the others cannot notice a change of it.

Kept per test (covered.json), and measured again when the sources or that test have changed.
"""
import hashlib
import json
import re
import subprocess

# What the tests of those rooms are linked with.
MADE_OF = ("model", "planner", "audit", "finance", "futures", "report")


def digest(paths):
    """Of the files' bytes."""
    whole = hashlib.sha256()
    for path in paths:
        whole.update(path.read_bytes())
    return whole.hexdigest()


def of_test(tree, name):
    """Of all that one test is made of: its own file and what that includes, sources with their headers."""
    room, short = name.split("-share-")[0].split("-", 2)[1:]
    folders = [tree / "tests/unit" / folder for folder in (room, "support", "planner")]
    found, open_ones = set(), [folders[0] / f"test-{short}.c"]
    while open_ones:
        path = open_ones.pop()
        if path in found or not path.is_file():
            continue
        found.add(path)
        names = re.findall(r'^#include "([\w.-]+)"', path.read_text(), re.M)
        open_ones += [folder / n for n in names for folder in folders]
        open_ones += [folder / n for n in ([path.stem + ".c"] if path.suffix == ".h" else [])
                      for folder in folders]
    return digest(sorted(found))


class Cover:
    """lines[test][path] -> {line: was it run?} of the lines that hold code."""

    def __init__(self, folder, tree, configure):
        self.tree, self.build, self.path = tree, folder / "covered", folder / "covered.json"
        self.sources = digest(sorted(path for room in MADE_OF for path in tree.glob(f"src/{room}/**/*.[ch]")))
        self.known = json.loads(self.path.read_text()) if self.path.exists() else {}
        self.configure, self.ready = configure, False

    def measure(self, test, run):
        """Once per test: run (build, test) runs its program."""
        name, target = test[0], test[1]
        of = self.sources + of_test(self.tree, name)
        if self.known.get(name, {}).get("of") == of:
            return
        if not self.ready:
            self.configure(self.build, "-O0 --coverage")
            self.ready = True
        subprocess.run(["ninja", "-C", self.build, "-j1", target], check=True, stdout=subprocess.DEVNULL)
        for old in self.build.rglob("*.gcda"):
            old.unlink()
        run(self.build, test)
        self.known[name] = {"of": of, "lines": self.read()}
        self.path.write_text(json.dumps(self.known))

    def read(self):
        """path -> [[lines that ran], [lines that did not]] of the sources under src."""
        data = [str(path) for path in (self.build / "src").rglob("*.gcda")]
        told = subprocess.run(["gcov", "--json-format", "--stdout", *data], cwd=self.build, check=True,
                              capture_output=True).stdout.decode().splitlines()
        found = {}
        for line in told:
            for file in json.loads(line)["files"] if line.startswith("{") else []:
                path = (self.build / file["file"]).resolve()
                if path.suffix == ".c" and path.is_relative_to(self.tree / "src"):
                    ran, idle = found.setdefault(str(path.relative_to(self.tree)), [[], []])
                    for told_line in file["lines"]:
                        (ran if told_line["count"] else idle).append(told_line["line_number"])
        return found

    def may_notice(self, test, mutant):
        """Does the test run the mutant's line (or, where gcov sees no code in it, its file)?"""
        ran, idle = self.known[test[0]]["lines"].get(mutant.path, [[], []])
        return mutant.line in ran if mutant.line in ran or mutant.line in idle else bool(ran)
