#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a GTK test program on a display of its own: on_display.py PROGRAM [ARGUMENT...]"""
import os
import subprocess
import sys
import tempfile

import desktop


def main():
    try:
        display = desktop.Display(1280, 900)
    except (OSError, RuntimeError) as error:
        print(f"not run: {error}")
        return 0
    with tempfile.TemporaryDirectory(prefix="groeiplan-home-") as home:
        environment = dict(
            os.environ, HOME=home, XDG_RUNTIME_DIR=home, DISPLAY=display.name, GDK_BACKEND="x11",
            GSK_RENDERER="cairo", GSETTINGS_BACKEND="memory", ADW_DISABLE_PORTAL="1",
            GTK_A11Y="none", G_DEBUG="fatal-warnings", LC_ALL="C.UTF-8", CK_FORK="no",
            LSAN_OPTIONS="print_suppressions=0:suppressions="
                         + os.path.join(desktop.HERE, "lsan.supp"))
        try:
            return subprocess.run(sys.argv[1:], env=environment, check=False).returncode
        finally:
            display.close()


if __name__ == "__main__":
    sys.exit(main())
