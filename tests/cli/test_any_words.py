# SPDX-License-Identifier: GPL-3.0-or-later
"""Any words after the program's name: every command with its own options and files, given values
that fit and values that fit nothing, in any number. The program ends by itself with a status of its
table; what it has to complain about is said in lines that a person can read, the last one with what
to do. Which words is drawn by a seed that is printed (GP_SEED, and GP_CALLS how many)."""
import os
import random
import re
import shutil
import signal
import subprocess
import unittest

from support import CLI, CliTest, environment, small_files, write_folder

SEED = int(os.environ.get("GP_SEED", "1"))
CALLS = int(os.environ.get("GP_CALLS", "40"))
SECONDS = 20  # then it is interrupted, as a person would
STATUSES = (0, 1, 2, 3, 4, 130)

ODD = [b"", b"-", b"--", b"-1", b"0", b"1", b"999999999999999999999", b"1e400", b"NaN", b"0x10",
       b"2026-2027", b"2026-13-45", b"2026-11-22", b"base", b"tight", b"B0", b"B0S1", b"E1",
       b"text", b"json", b"pdf,xlsx,,csv", b"board", b"1/2", b"3/2", b"0/0", b"a" * 5000,
       b"\xff\xfe", b"\x1b[31mred", b"two\nlines", b"%s%n%n", b"'; DROP TABLE boards; --",
       "—é日本".encode(), b"--help", b"--version", b"=", b"--=", b"--no-such-option"]


def ask(*words):
    return subprocess.run([CLI, *words], capture_output=True, check=True, env=environment(),
                          stdin=subprocess.DEVNULL).stdout.decode()


def commands():
    """Each command with its options, as the program itself tells them."""
    names = re.findall(r"^  ([a-z][a-z-]+)  ", ask("--help"), re.M)
    return {name: sorted(set(re.findall(r"(--[a-z-]+=?)", ask(name, "--help")))) for name in names}


class AnyWords(CliTest):
    def setUp(self):
        super().setUp()
        self.random = random.Random(SEED)
        self.project = self.small_project("kept.groeiplan")
        self.exchange = write_folder(self.path("kept-folder"), small_files())

    def prepare(self):
        """A folder with one of each thing that a call can name, as it was."""
        shutil.rmtree(self.path("here"), True)
        os.mkdir(self.path("here"))
        shutil.copy(self.project, self.path("here", "p.groeiplan"))
        shutil.copytree(self.exchange, self.path("here", "folder"))
        with open(self.path("here", "text.csv"), "w", encoding="utf-8") as file:
            file.write("a,b\n1,2\n")
        with open(self.path("here", "empty"), "w", encoding="utf-8"):
            pass
        return [b"p.groeiplan", b"p.groeiplan", b"p.groeiplan", b"folder", b"text.csv", b"empty",
                b"none", b"none/below", b".", b"folder/boards.csv", b"/dev/null"]

    def value(self, files):
        return self.random.choice(files if self.random.random() < 0.4 else ODD)

    def words(self, command, options, files):
        words = [command.encode()]
        if self.random.random() < 0.8:
            words.append(b"p.groeiplan")
        for _ in range(self.random.randrange(5)):
            option = self.random.choice(options).encode() if self.random.random() < 0.7 else b""
            if option.endswith(b"="):
                words.append(option + self.value(files))
            else:
                words.append(option or self.value(files))
        return words

    def call(self, words):
        child = subprocess.Popen([CLI.encode(), *words], stdin=subprocess.DEVNULL,
                                 stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 env=environment(), cwd=self.path("here"))
        try:
            out, err = child.communicate(timeout=SECONDS)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGINT)
            try:
                out, err = child.communicate(timeout=300)
            except subprocess.TimeoutExpired:
                child.kill()
                self.fail(f"seed {SEED}: {words} does not end when it is interrupted")
        return child.returncode, out, err

    def judge(self, words, status, out, err):
        where = f"seed {SEED}: {words}: {status}: {err[-1500:]!r}"
        self.assertIn(status, STATUSES, where)
        out.decode()
        text = err.decode()
        self.assertNotIn("Sanitizer", text, where)
        self.assertNotIn("CRITICAL", text, where)
        lines = text.splitlines()
        for line in lines:
            self.assertTrue(line.isprintable(), where)
        if status in (2, 3, 4):
            # a sentence; or, of wrong data, the place and what is wrong there
            told = lines and re.search(r"^.{15,}\.$" if status != 3 else r"^.{15,}\.$|^[^:]+:.{5,}", lines[-1])
            self.assertTrue(told, where)

    def test_any_words(self):
        known = commands()
        self.assertGreater(len(known), 15)
        said = {}
        for number in range(CALLS):
            command = list(known)[number % len(known)] if self.random.random() < 0.95 else "nothing"
            words = self.words(command, known.get(command, ["--help"]), self.prepare())
            if any(b"\0" in word for word in words):
                continue
            status, out, err = self.call(words)
            self.judge(words, status, out, err)
            said[status] = said.get(status, 0) + 1
        print(f"seed {SEED}, {CALLS} calls; how often each status: {said}", flush=True)
        self.assertGreater(len(said), 2)  # else nothing was reached


if __name__ == "__main__":
    unittest.main()
