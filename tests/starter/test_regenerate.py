#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The script writes what is committed, byte for byte, whatever the order of Python's sets."""

import filecmp
import os
import subprocess
import sys
import tempfile
import unittest

from starter import GENERATED, HAND_KEPT, SCRIPT, STARTER


class Regenerate(unittest.TestCase):
    def check(self, seed):
        with tempfile.TemporaryDirectory() as folder:
            env = dict(os.environ, PYTHONHASHSEED=seed, LC_ALL="C", PYTHONDONTWRITEBYTECODE="1")
            subprocess.run([sys.executable, SCRIPT, folder], check=True, env=env)
            self.assertEqual(set(os.listdir(folder)), GENERATED)
            same, other, missing = filecmp.cmpfiles(folder, STARTER, GENERATED, shallow=False)
            self.assertEqual((other, missing), ([], []), "run data/make-starter/make-starter.py again")
            self.assertEqual(set(same), GENERATED)

    def test_same_bytes(self):
        self.check("0")

    def test_same_bytes_in_another_order_of_sets(self):
        self.check("4711")

    def test_folder_is_an_exchange_folder_and_nothing_else(self):
        self.assertEqual(set(os.listdir(STARTER)), GENERATED | HAND_KEPT)


if __name__ == "__main__":
    unittest.main()
