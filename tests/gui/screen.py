# SPDX-License-Identifier: GPL-3.0-or-later
"""What a screen reader sees of a program started by desktop.py, through at-spi.

The at-spi library knows one bus a process: one program a test process.

What is on the screen is read by a process of its own, this file run as a program: libatspi 2.46 can
come to hold a node among its own descendants, and then ends whoever clears its cache.
"""
import json
import os
import subprocess
import sys
import time

ROLES_WITH_NAME = ("push button", "toggle button", "check box", "combo box", "entry", "text",
                   "list box", "progress bar", "image", "page tab", "table")
PAGE_TITLES = {"Overview", "Capacity", "Plan", "Why", "Scenarios", "Compare", "Futures", "Finance", "Boards",
               "Schools", "Coaches", "Exports"}


class Screen:
    def __init__(self, program):
        for name in ("DBUS_SESSION_BUS_ADDRESS", "XDG_RUNTIME_DIR", "DISPLAY") if program else ():
            os.environ[name] = program.environment[name]
        import gi
        gi.require_version("Atspi", "2.0")
        from gi.repository import Atspi, GLib
        self.atspi, self.glib, self.program = Atspi, GLib, program
        self.reader = None
        Atspi.init()

    def nodes(self, top=None, leave_out=()):
        """(role, name, node) of everything, windows in front last; without the pages left out."""
        if top is None:
            desktop = self.atspi.get_desktop(0)
            desktop.clear_cache()
            tops = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        else:
            tops = [top]
        for node in tops:
            yield from self._walk(node, leave_out)

    def _walk(self, node, leave_out):
        if node is None:
            return
        try:
            role, name = node.get_role_name(), node.get_name() or ""
            if role == "panel" and name in leave_out:
                return
            yield role, name, node
            children = [node.get_child_at_index(i) for i in range(node.get_child_count())]
        except self.glib.Error:  # gone while we looked
            return
        for child in children:
            yield from self._walk(child, leave_out)

    def read(self):
        """(role, name) of everything; a reader that has ended is followed by another one."""
        for _ in range(5):
            if self.reader is None:
                self.reader = subprocess.Popen([sys.executable, "-B", __file__], text=True,
                                               stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            try:
                self.reader.stdin.write("\n")
                self.reader.stdin.flush()
                answer = self.reader.stdout.readline()
            except BrokenPipeError:
                answer = ""
            if answer:
                return json.loads(answer)
            self.reader.communicate()
            self.reader = None
        raise AssertionError("the screen cannot be read")

    def labels(self):
        return [name for role, name in self.read() if role == "label"]

    def has(self, text):
        return any(text in name for _, name in self.read())

    def wait(self, text, seconds=90):
        self.program.wait(lambda: self.has(text), f"“{text}” on the screen", seconds)

    def wait_gone(self, text, seconds=30):
        self.program.wait(lambda: not self.has(text), f"“{text}” to go from the screen", seconds)

    def press(self, name):
        """Presses the first button with that label in the window opened last."""
        application = self.atspi.get_desktop(0).get_child_at_index(0)
        window = application.get_child_at_index(application.get_child_count() - 1)
        found = [node for role, text, node in self.nodes(window)
                 if role == "push button" and name in text]
        assert found, f"there is no button “{name}”"
        found[0].get_action_iface().do_action(0)
        time.sleep(0.2)

    def unnamed(self, page=None):
        """Controls without a name of their own: GTK then gives the class's. Of all pages that were ever
        in front, or of one alone and what is around it."""
        wrong = []
        for role, name, node in self.nodes(leave_out=PAGE_TITLES - {page} if page else ()):
            if (role, name) == ("image", "GtkImage") or role == "page tab":
                continue  # GTK's own decorations; our pictures are charts, our pages a list
            if role in ROLES_WITH_NAME and (not name or name.startswith(("Gtk", "Gp", "Adw"))):
                wrong.append(f"{role} {name!r} in {self.where(node)}")
        return wrong

    def where(self, node):
        names = []
        for _ in range(6):
            node = node.get_parent()
            if node is None:
                break
            names.append(f"{node.get_role_name()} {node.get_name()!r}")
        return " < ".join(names)

    def window_size(self):
        for role, _, node in self.nodes():
            if role == "frame":
                box = node.get_component_iface().get_extents(self.atspi.CoordType.WINDOW)
                return box.width, box.height
        return None


def main():
    """Answers each line with what is on the screen then; ends where that cannot be told."""
    screen = Screen(None)
    for _ in sys.stdin:
        print(json.dumps([(role, name) for role, name, _ in screen.nodes()]), flush=True)


if __name__ == "__main__":
    main()
