# SPDX-License-Identifier: GPL-3.0-or-later
"""An interrupted plan: status 130, no plan kept, and the project as it was."""
import os
import signal
import subprocess
import unittest

import support
from support import CLI, CliTest, folder_bytes


class Interrupts(CliTest):
    def interrupted(self, signal_number, *words):
        """Starts the program with the signal already pending, so that no timing is involved: it is
        blocked until the program has its own way of waiting for it, and the plan has hardly begun."""
        def send_to_itself():
            signal.pthread_sigmask(signal.SIG_BLOCK, {signal_number})
            os.kill(os.getpid(), signal_number)
        return subprocess.run([CLI, *words], capture_output=True, text=True, check=False,
                              cwd=self.folder, env=support.environment(),
                              preexec_fn=send_to_itself)

    def test_an_interrupted_plan_is_not_kept(self):
        self.cli("new", "starter.groeiplan")
        self.cli("export", "starter.groeiplan", "before")
        for number in (signal.SIGINT, signal.SIGTERM):
            with self.subTest(number):
                done = self.interrupted(number, "plan", "starter.groeiplan", "--output", "out")
                self.assertEqual(done.returncode, 130, done.stderr)
                self.assertEqual(done.stderr.count("\n"), 1, done.stderr)
                self.assertEqual(done.stdout, "")
        self.assertIn("\nplans\t0\n", self.cli("info", "starter.groeiplan").out)
        self.cli("export", "starter.groeiplan", "after")
        self.assertEqual(folder_bytes(self.path("before")), folder_bytes(self.path("after")))

    def test_an_interrupted_import_stores_nothing(self):
        done = self.interrupted(signal.SIGINT, "import", "x.groeiplan", support.STARTER)
        self.assertIn(done.returncode, (0, 130))
        if done.returncode == 130:
            self.cli("info", "x.groeiplan", status=4)


if __name__ == "__main__":
    unittest.main()
