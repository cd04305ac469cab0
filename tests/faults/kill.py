# SPDX-License-Identifier: GPL-3.0-or-later
"""Kills programs (SIGKILL) at random moments of what they do to a project or its exports, and looks at
what is left.

    kill.py [--kills N] [--seed N]

The programs are $GROEIPLAN_CLI and $FAULT_EDITOR. Half of the kills come at any moment, half soon after
something changes in the folder. At the end an editor that says "done" too early must be found out.
"""
import argparse
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.path.insert(0, os.path.join(SOURCE, "tests", "cli"))
import support  # noqa: E402

CLI = support.CLI
EDITOR = os.environ.get("FAULT_EDITOR", "fault-editor")
REGISTER = [os.path.join(SOURCE, "tests", "fixtures", "register", name)
            for name in ("primary-2026.csv", "secondary-2020.csv")]
PROVINCES = ["Drenthe", "Flevoland", "Fryslân", "Friesland", "Gelderland", "Groningen", "Limburg",
             "Noord-Brabant", "Noord-Holland", "Overijssel", "Utrecht", "Zeeland", "Zuid-Holland"]
ENVIRONMENT = support.environment()


class Wrong(Exception):
    """What a kill left is not as it should be."""


def run(*words, statuses=(0,)):
    done = subprocess.run(words, capture_output=True, check=False, stdin=subprocess.DEVNULL,
                          env=ENVIRONMENT, timeout=300)
    out, err = done.stdout.decode(), done.stderr.decode()
    if done.returncode not in statuses:
        raise Wrong(f"{' '.join(words[:2])} ends with {done.returncode}: {err[-400:]}")
    return out, done.returncode


def check_sqlite(path):
    """The file, with SQLite alone."""
    with sqlite3.connect(path) as file:
        for pragma, good in (("integrity_check", [("ok",)]), ("foreign_key_check", [])):
            said = file.execute("PRAGMA " + pragma).fetchall()
            if said != good:
                raise Wrong(f"{pragma} says {said[:3]}")
    file.close()


class State:
    """A project file, opened for writing: its digest, and what undo and redo give step by step."""

    def __init__(self, path):
        lines = [line.split() for line in run(EDITOR, "check", path)[0].splitlines()]
        if lines[-1] != ["sound"]:
            raise Wrong("the check ends early")
        self.digest, self.version, self.plans, self.history = lines[0][1:]
        self.plans, self.history = int(self.plans), int(self.history)
        self.undo = [line[1] for line in lines if line[0] == "undo"]
        self.redo = [line[1] for line in lines if line[0] == "redo"]
        check_sqlite(path)
        forth = list(reversed(self.undo[:-1])) + [self.digest] if self.undo else []
        if self.redo[:len(forth)] != forth:
            raise Wrong("redo does not give what undo took")
        if os.path.exists(path + "-journal"):
            raise Wrong("a journal is left behind")


# ---- killing --------------------------------------------------------------------------------------

def names(folders):
    found = set()
    for folder in folders:
        for place, _, files in os.walk(folder):
            found.update((place, name) for name in files)
            found.add((place, ""))
    return found


def pause(process, seconds):
    try:
        process.wait(timeout=seconds)
    except subprocess.TimeoutExpired:
        pass


def kill_somewhen(process, folders, longest, rand):
    """TRUE when it was killed before it ended by itself."""
    if rand.random() < 0.5:
        pause(process, rand.random() * longest * 1.05)
    else:
        before, end = names(folders), time.monotonic() + 20 * longest + 5
        while process.poll() is None and names(folders) == before and time.monotonic() < end:
            time.sleep(0.0002)
        pause(process, rand.random() ** 2 * longest / 4)
    process.send_signal(signal.SIGKILL)
    process.wait()
    return process.returncode == -signal.SIGKILL


class Scene:
    """One call of the command line: prepare () once, begin () before every kill, judge () after it."""
    longest = 1

    def __init__(self, root, name):
        self.name = name
        self.folder = os.path.join(root, name)
        self.made = os.path.join(root, name + ".made")
        os.makedirs(self.made)
        self.file = os.path.join(self.folder, "plan.groeiplan")
        self.start = os.path.join(self.made, "plan.groeiplan")

    def begin(self):
        shutil.rmtree(self.folder, True)
        shutil.copytree(self.made, self.folder)

    def learn(self):
        """Runs it without a kill."""
        self.begin()
        self.before = State(self.file) if os.path.exists(self.file) else None
        self.begin()
        begun = time.monotonic()
        run(*self.call())
        self.longest = time.monotonic() - begun
        self.after = State(self.file) if os.path.exists(self.file) else None

    def attempt(self, rand):
        """TRUE when there was a kill to judge."""
        self.begin()
        with subprocess.Popen(self.call(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                              stdin=subprocess.DEVNULL, env=ENVIRONMENT) as process:
            killed = kill_somewhen(process, [self.folder], self.longest, rand)
        if not killed:
            self.longest *= 0.9  # it was learned while the machine had more to do
            return False
        self.judge()
        self.judge_others()
        self.again()
        return True

    def judge(self):
        now = State(self.file)
        if (now.digest, now.history, now.plans) not in (
                (self.before.digest, self.before.history, self.before.plans),
                (self.after.digest, self.after.history, self.after.plans)):
            raise Wrong("it is between before and after")
        if now.history > self.before.history and now.undo[0] != self.before.digest:
            raise Wrong("undo does not bring back what was before")

    def judge_others(self):
        """Any other project file under a name of its own is whole."""
        for name in os.listdir(self.folder):
            path = os.path.join(self.folder, name)
            if name.endswith(".groeiplan") and not name.startswith(".") and path != self.file:
                digest = run(EDITOR, "digest", path)[0].split()[1]
                check_sqlite(path)
                if self.before and digest not in (self.before.digest, self.after.digest):
                    raise Wrong(f"{name} is not whole")

    def again(self):
        """The same call, after it."""
        if os.path.exists(self.file):
            run(*self.call(), statuses=(0, 1))


class Import(Scene):
    def __init__(self, root, name):
        super().__init__(root, name)
        self.take = support.write_folder(os.path.join(root, name + ".folder"), changed_files())

    def call(self):
        return [CLI, "import", self.file, self.take, "--replace"]


class New(Import):
    def learn(self):
        os.remove(self.start)
        super().learn()

    def judge(self):
        if os.path.exists(self.file) and State(self.file).digest != self.after.digest:
            raise Wrong("a new file is not whole")


class Register(Scene):
    def call(self):
        return [CLI, "import-register", self.file, *REGISTER, "--apply"]


class Plan(Scene):
    def call(self):
        return [CLI, "plan", self.file]

    def judge(self):
        super().judge()
        if State(self.file).plans > 0:
            run(CLI, "audit", self.file)


class Publish(Plan):
    """The plan is stored, then published: two steps."""
    def call(self):
        return [CLI, "plan", self.file, "--publish"]

    def judge(self):
        now = State(self.file)
        if (now.digest, now.history, now.plans) != (self.before.digest, self.before.history, 1):
            super().judge()
        else:
            run(CLI, "audit", self.file)


class Migrate(Scene):
    def learn(self):
        newest = int(State(self.start).version)
        os.remove(self.start)
        run(EDITOR, "make-old", self.start, str(newest - 1))
        super().learn()

    def call(self):
        return [CLI, "plan", self.file, "--relaxed"]

    def judge(self):
        with sqlite3.connect(self.file) as file:
            version = str(file.execute("PRAGMA user_version").fetchone()[0])
        file.close()
        if version == self.after.version and len(os.listdir(self.folder)) < 2:
            raise Wrong("it is migrated, and there is no copy of the older file")
        if State(self.file).digest != self.before.digest:
            raise Wrong("migrated, it holds something else")


class Backup(Scene):
    def call(self):
        return [CLI, "backup", self.file, os.path.join(self.folder, "copy.groeiplan")]

    def again(self):
        copy = os.path.join(self.folder, "copy.groeiplan")
        if not os.path.exists(copy):
            run(*self.call())


def files_below(folder):
    """What has its final name: path below the folder -> bytes. What begins with a point has not."""
    found = {}
    for place, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith("."):
                path = os.path.join(place, name)
                found[os.path.relpath(path, folder)] = support.read_bytes(path)
    return found


class Written(Scene):
    """Files for people: each is whole, as a run without a kill writes it."""
    def out(self):
        return os.path.join(self.folder, "out")

    def learn(self):
        run(CLI, "plan", self.start)
        super().learn()
        self.right = files_below(self.out())

    def judge(self):
        if State(self.file).digest != self.before.digest:
            raise Wrong("the project is another")
        self.judge_files()

    def judge_files(self):
        for name, written in files_below(self.out()).items():
            if written != self.right.get(name):
                raise Wrong(f"{name} is not whole")

    def again(self):
        """Whatever lies there, the next run writes all of it."""
        run(*self.call())
        for name, written in files_below(self.out()).items():
            if written != self.right.get(name):
                raise Wrong(f"the next run does not write {name}")
        if len(files_below(self.out())) < len(self.right):
            raise Wrong("the next run does not write all files")


class Director(Written):
    def call(self):
        return [CLI, "report", self.file, "--kind", "director", "--output", self.out(), "--format",
                "pdf,html"]


class Packs(Written):
    def call(self):
        return [CLI, "report", self.file, "--kind", "board", "--all", "--output", self.out(),
                "--format", "pdf,xlsx"]


class Export(Written):
    """Over an export of another project: the folder is one of the two, or nobody reads it."""
    def begin(self):
        super().begin()
        support.write_folder(self.out(), changed_files())

    def call(self):
        return [CLI, "export", self.file, self.out()]

    def judge_files(self):
        copy = os.path.join(self.folder, "back.groeiplan")
        if run(CLI, "import", copy, self.out(), statuses=(0, 3))[1] == 0:
            if run(EDITOR, "digest", copy)[0].split()[1] not in (self.before.digest, self.other):
                raise Wrong("the folder is a mix of two exports")
            os.remove(copy)

    def learn(self):
        self.begin()
        copy = os.path.join(self.folder, "other.groeiplan")
        run(CLI, "import", copy, self.out())
        self.other = run(EDITOR, "digest", copy)[0].split()[1]
        super().learn()


# ---- edits ----------------------------------------------------------------------------------------

class Stack:
    """The states that undo and redo go through, as the editor reported them."""

    def __init__(self, first):
        self.states, self.at = [first], 0

    def step(self, what, digest):
        if what == "edit":
            self.states[self.at + 1:] = [digest]
            self.at += 1
        else:
            self.at += 1 if what == "redo" else -1
            if self.states[self.at] != digest:
                raise Wrong(f"{what} gives another state")

    def fits(self, state):
        """Whether undo goes back through these states."""
        below = list(reversed(self.states[:self.at]))
        return state.digest == self.states[self.at] and state.undo == below


class Edit(Scene):
    lie = ()

    def learn(self):
        self.longest = 0.7

    def attempt(self, rand):
        self.begin()
        out = os.path.join(self.folder, "said")
        with open(out, "wb") as said:
            with subprocess.Popen([EDITOR, "edit", self.file, str(rand.randrange(1 << 30)), *self.lie],
                                  stdout=said, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
                                  env=ENVIRONMENT) as process:
                end = time.monotonic() + 60
                while os.path.getsize(out) == 0 and time.monotonic() < end:
                    time.sleep(0.002)
                kill_somewhen(process, [self.folder], self.longest, rand)
        if process.returncode != -signal.SIGKILL:
            raise Wrong(support.read_bytes(out).decode()[-300:])
        self.judge_edits(support.read_bytes(out).decode().split("\n"))
        return True

    def judge_edits(self, lines):
        stack, pending = None, None
        for line in lines[:-1]:
            word, rest = line.split()
            if word == "open":
                stack = Stack(rest)
            elif word == "try":
                pending = rest
            else:
                stack.step(pending, rest)
                pending = None
        state = State(self.file)
        if stack is None or stack.fits(state):
            return
        if pending is None:
            raise Wrong("an edit that was reported done is lost")
        # the one under way may have happened
        stack.step(pending, state.digest)
        if not stack.fits(state):
            raise Wrong("an edit that was reported done is lost, or undo goes another way")


class LyingEdit(Edit):
    lie = ("--lie",)


# ---- all ------------------------------------------------------------------------------------------

def changed_files():
    files = support.small_files()
    files["boards.csv"][1][1] = "Bestuur Anders"
    files["schools.csv"] = files["schools.csv"][:-3]
    files["provinces.csv"] = [["province", "region"], *[[name, "noord"] for name in PROVINCES]]
    return files


def make_base(root):
    files = support.small_files()
    files["provinces.csv"] = [["province", "region"], *[[name, "noord"] for name in PROVINCES]]
    path = os.path.join(root, "base.groeiplan")
    run(CLI, "import", path, support.write_folder(os.path.join(root, "base.folder"), files))
    return path


# what, and how often out of twenty
SCENES = [("edits", Edit, 7), ("import of a folder", Import, 2), ("import into a new file", New, 1),
          ("import of a register", Register, 2), ("plan", Plan, 1), ("publish", Publish, 1),
          ("migration", Migrate, 2), ("report of the director", Director, 1), ("board packs", Packs, 1),
          ("export", Export, 1), ("backup", Backup, 1)]


def kill_often(scene, wanted, rand):
    """Tried and survived; what was wrong goes to standard error."""
    tried = survived = 0
    for _ in range(wanted * 6 + 10):
        if tried == wanted:
            break
        try:
            if scene.attempt(rand):
                tried += 1
                survived += 1
        except (Wrong, OSError, sqlite3.Error, subprocess.TimeoutExpired) as wrong:
            tried += 1
            print(f"killed in {scene.name}: {wrong}", file=sys.stderr)
    return tried, survived


def make_scene(kind, root, name, base):
    scene = kind(root, name)
    shutil.copyfile(base, scene.start)
    scene.learn()
    return scene


def lies_are_seen(root, base, rand):
    scene = make_scene(LyingEdit, root, "lies", base)
    with open(os.devnull, "w", encoding="utf-8") as nowhere:
        kept, sys.stderr = sys.stderr, nowhere
        tried, survived = kill_often(scene, 4, rand)
        sys.stderr = kept
    return survived < tried


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    rand = random.Random(asked.seed)
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    root = tempfile.mkdtemp(prefix="groeiplan-kills-", dir=place)
    good, all_tried = True, 0
    try:
        base = make_base(root)
        print(f"seed {asked.seed}")
        for name, kind, share in SCENES:
            wanted = max(1, round(asked.kills * share / 20))
            tried, survived = kill_often(make_scene(kind, root, name, base), wanted, rand)
            print(f"{'killed in ' + name:<40} {tried:8} tried {survived:8} survived", flush=True)
            good = good and tried == survived == wanted
            all_tried += tried
        print(f"{all_tried} kills")
        if not lies_are_seen(root, base, rand):
            print("an editor that says done too early is not noticed", file=sys.stderr)
            good = False
    finally:
        shutil.rmtree(root, True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
