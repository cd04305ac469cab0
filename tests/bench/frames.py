# SPDX-License-Identifier: GPL-3.0-or-later
"""Keys, wheel and pointer as from a person, and how long the window's frames took meanwhile: what
bench-stalls.c wrote."""
import ctypes
import time

from measure import median, print_table

FRAME = 16  # ms
DOWN, PAGE_DOWN, BACKSPACE = 0xff54, 0xff56, 0xff08


class Hand:
    """Through XTest; the pointer stands on what is scrolled."""

    def __init__(self, display, width, height):
        self.x11, self.test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self.x11.XOpenDisplay.restype = ctypes.c_void_p
        self.connection = ctypes.c_void_p(self.x11.XOpenDisplay(display.encode()))
        self.rest = (width * 2 // 3, height * 2 // 3)
        pointer_root, to_parent = 1, 2
        self.move(*self.rest)
        self.x11.XSetInputFocus(self.connection, ctypes.c_ulong(pointer_root), to_parent,
                                ctypes.c_ulong(0))
        self.x11.XFlush(self.connection)

    def move(self, x, y):
        self.test.XTestFakeMotionEvent(self.connection, -1, x, y, ctypes.c_ulong(0))
        self.x11.XFlush(self.connection)

    def button(self, button):
        for down in (1, 0):
            self.test.XTestFakeButtonEvent(self.connection, button, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.connection)

    def click(self, x, y):
        self.move(x, y)
        time.sleep(0.1)
        self.button(1)
        time.sleep(0.1)

    def key(self, symbol):
        code = self.x11.XKeysymToKeycode(self.connection, ctypes.c_ulong(symbol)) & 0xff
        for down in (1, 0):
            self.test.XTestFakeKeyEvent(self.connection, code, down, ctypes.c_ulong(0))
        self.x11.XFlush(self.connection)

    # ---- what people do with a table ----

    def scroll(self):
        for button in [5] * 120 + [4] * 60:  # down, and half of it up again
            self.button(button)
            time.sleep(0.02)

    def write(self, text):
        for letter in text:
            self.key(ord(letter))
            time.sleep(0.15)

    def hold(self, symbol, times):
        """As a key that repeats 30 times a second."""
        for _ in range(times):
            self.key(symbol)
            time.sleep(1 / 30)


class Stalls:
    """How long the window did not answer: see bench-stalls.c. Judged by the processor time of its
    thread, as other work on the machine lengthens the rest."""

    def __init__(self, path):
        self.path = path
        self.frames = [["frames while", "frames", "median", "95%", "worst", "over 16 ms", "worst wall",
                        "over, wall", "worst: update", "layout", "paint"]]
        self.turns = [["turns of the main loop while", "median", "95%", "worst", "over 16 ms",
                       "worst wall", "over, wall"]]

    def _since(self, begin, end):
        found = {"turn": [], "frame": []}
        with open(self.path, encoding="utf-8") as file:
            for line in file:
                kind, at, *times = line.split()
                if line.endswith("\n") and begin <= float(at) <= end:
                    found[kind].append(tuple(map(float, times)))
        return found

    @staticmethod
    def _row(times):
        """Median, 95%, worst, and how many are over, by processor time; worst and how many by wall."""
        cpu = sorted(time[1] for time in times)
        walls = [time[0] for time in times]
        return [f"{median(cpu):.1f}", f"{cpu[len(cpu) * 95 // 100]:.1f}", f"{cpu[-1]:.1f}",
                str(sum(time > FRAME for time in cpu)), f"{max(walls):.1f}",
                str(sum(time > FRAME for time in walls))]

    def during(self, what, act, rest=0.5):
        """Worst and median processor time of a turn while act () is done, in ms."""
        begin = time.monotonic()
        act()
        time.sleep(rest)
        found = self._since(begin, time.monotonic())
        turns = found["turn"] or [(0, 0)]
        frames = found["frame"] or [(0, 0, 0, 0, 0)]
        worst = max(frames, key=lambda frame: frame[1])
        self.frames.append([what, str(len(found["frame"]))] + self._row(frames) +
                           [f"{phase:.1f}" for phase in worst[2:]])
        self.turns.append([what] + self._row(turns))
        return max(turn[1] for turn in turns), median([turn[1] for turn in turns])

    def print(self):
        print("frames by the frame clock; ms of processor time, of real time where it says wall")
        print_table(self.frames)
        print("\nturns of the main loop that took over 2 ms; ms")
        print_table(self.turns)
