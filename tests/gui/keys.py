# SPDX-License-Identifier: GPL-3.0-or-later
"""Real keys and a real mouse wheel for a program started by desktop.py: pressed and turned on its display
through XTEST (xdotool), as a hand does it. There is no window manager: the keyboard goes to a window when it is told to.
"""
import shutil
import subprocess
import time


def missing():
    """Why this cannot run here, or None."""
    return None if shutil.which("xdotool") else "no xdotool (package xdotool)"


class Keys:
    def __init__(self, program, screen):
        self.program, self.screen = program, screen

    def _xdotool(self, *arguments):
        return subprocess.run(["xdotool", *arguments], env=self.program.environment,
                              capture_output=True, text=True, timeout=60)

    def windows(self, name="."):
        return self._xdotool("search", "--onlyvisible", "--name", name).stdout.split()

    def to_window(self, name=".", seconds=30):
        """Gives the keyboard to the window of that name, the newest of several."""
        self.program.wait(lambda: self.windows(name), f"a window “{name}”", seconds)
        self._xdotool("windowfocus", "--sync", self.windows(name)[-1])
        time.sleep(0.3)

    def press(self, *keys):
        """Keys such as "Tab", "ctrl+f", "Down", one after another."""
        for key in keys:
            done = self._xdotool("key", "--delay", "30", key)
            assert done.returncode == 0, done.stderr
            time.sleep(0.15)

    def type(self, text):
        self._xdotool("type", "--delay", "40", text)
        time.sleep(0.3)

    def centre(self, role, name):
        """Where on the window the middle of that node is."""
        for kind, text, node in self.screen.nodes():
            if kind == role and name in text:
                box = node.get_component_iface().get_extents(self.screen.atspi.CoordType.WINDOW)
                if box.width > 0:
                    return box.x + box.width // 2, box.y + box.height // 2
        raise AssertionError(f"there is no {role} “{name}” to point at")

    def click(self, place):
        self._xdotool("mousemove", str(place[0]), str(place[1]))
        time.sleep(0.2)
        self._xdotool("click", "1")
        time.sleep(0.3)

    def wheel(self, place, notches, *, keys=()):
        """Turns the wheel there, down or (notches below 0) up, as a hand does: with the keys held."""
        self._xdotool("mousemove", str(place[0]), str(place[1]))
        time.sleep(0.3)
        for key in keys:
            self._xdotool("keydown", key)
        for _ in range(abs(notches)):
            self._xdotool("click", "5" if notches > 0 else "4")
            time.sleep(0.1)
        for key in keys:
            self._xdotool("keyup", key)
        time.sleep(0.5)

    def focused(self):
        """(role, name, node) of what has the keyboard, or None."""
        atspi = self.screen.atspi
        desktop = atspi.get_desktop(0)
        desktop.clear_cache()
        tops = [desktop.get_child_at_index(i) for i in range(desktop.get_child_count())]
        windows = [top.get_child_at_index(i) for top in tops for i in range(top.get_child_count())]
        for window in reversed(windows):
            found = self._focused_in(window)
            if found is not None:
                return found.get_role_name(), found.get_name() or "", found
        return None

    def _focused_in(self, node):
        atspi = self.screen.atspi
        try:
            for i in range(node.get_child_count()):
                child = node.get_child_at_index(i)
                if child.get_state_set().contains(atspi.StateType.FOCUSED):
                    return child
                found = self._focused_in(child)
                if found is not None:
                    return found
        except (self.screen.glib.Error, AttributeError):  # gone while we looked
            pass
        return None

    def tab_to(self, wanted, most=80, key="Tab"):
        """Presses Tab until what wanted (role, name) accepts has the keyboard; what was passed."""
        passed = []
        for _ in range(most):
            now = self.focused()
            if now is not None and wanted(now[0], now[1]):
                return passed
            passed.append(now[:2] if now is not None else None)
            self.press(key)
        raise AssertionError(f"Tab does not get there: {passed}")
