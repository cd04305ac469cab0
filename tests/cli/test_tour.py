# SPDX-License-Identifier: GPL-3.0-or-later
"""The tour of the README works as printed: its commands are taken from there and run in order."""
import os
import re
import subprocess
import unittest

import support
from support import CLI, SOURCE, CliTest, read_csv


def tour_blocks():
    with open(os.path.join(SOURCE, "README.md"), encoding="utf-8") as file:
        readme = file.read()
    tour = readme.split("\n## A five-minute tour\n", 1)[1].split("\n## ", 1)[0]
    return re.findall(r"^```sh\n(.*?)^```$", tour, re.MULTILINE | re.DOTALL)


class Tour(CliTest):
    def run_block(self, block):
        env = support.environment(PATH=os.path.dirname(CLI) + os.pathsep + os.environ["PATH"])
        done = subprocess.run(["bash", "-euo", "pipefail", "-c", block], cwd=self.folder, env=env,
                              capture_output=True, text=True, check=False, timeout=900,
                              stdin=subprocess.DEVNULL)
        self.assertEqual(done.returncode, 0, f"{block}\n{done.stdout[-2000:]}\n{done.stderr}")
        kept = ("The whole-school plan that was there is kept; this one is only shown.\n"
                if "plan tour.groeiplan --relaxed" in block else "")
        self.assertEqual(done.stderr, kept, block)
        return done.stdout

    def test_every_command_of_the_tour(self):
        blocks = tour_blocks()
        commands = re.findall(r"^groeiplan-cli (\S+)", "".join(blocks), re.MULTILINE)
        self.assertEqual(set(commands), {"new", "info", "plan", "audit", "compare", "export",
                                         "import", "model", "import-register", "coaching", "report",
                                         "finance"})
        out = "".join(self.run_block(block) for block in blocks)
        self.assertIn("The plan passes.", out)
        # rough stands beside rough, and fewer hand-overs do not bring more schools
        before, after = (int(number.replace(",", "")) for number in
                         re.findall(r"~([\d,]+) schools take part", out))
        self.assertLess(after, before)
        self.assertIn("schools take part", out)
        self.assertTrue(any(name.endswith(".pdf") for name in os.listdir(self.path("packs"))))
        self.assertTrue(any(name.endswith(".html") for name in os.listdir(self.path("report"))))
        self.assertGreater(len(read_csv(self.path("allocation", "allocation.csv"))), 100)
        with open(self.path("folder", "parameters.csv"), encoding="utf-8") as file:
            self.assertRegex(file.read(), r"(?m)^base,handover_share,,[^,]*,0\.33,")


if __name__ == "__main__":
    unittest.main()
