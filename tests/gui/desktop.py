# SPDX-License-Identifier: GPL-3.0-or-later
"""Starts the real program on its own display and session bus, and reaches its actions.

Used by the screenshot script and by the tests; needs dbus-daemon, Xvfb and gdbus, and no Python
package beyond the standard library.
"""
import ctypes
import os
import shutil
import struct
import subprocess
import tempfile
import time
import zlib

HERE = os.path.dirname(os.path.abspath(__file__))
BUS_NAME = "nl.groeiplan.Groeiplan"
APP_PATH = "/nl/groeiplan/Groeiplan"
SETTINGS = """[nl/groeiplan/Groeiplan]
window-width={width}
window-height={height}
theme='{theme}'
"""


class Display:
    """An Xvfb of one size, whose screen can be read as a picture."""

    def __init__(self, width, height):
        self.folder = tempfile.mkdtemp(prefix="groeiplan-display-")
        read, write = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{width}x{height}x24",
             "-fbdir", self.folder, "-nolisten", "tcp", "-noreset"],
            pass_fds=[write], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        os.close(write)
        with os.fdopen(read) as number:
            self.name = ":" + number.readline().strip()
        if self.name == ":":
            raise RuntimeError("Xvfb does not start")

    def picture(self, path):
        """Writes the screen as a PNG."""
        width, height, lines = self.lines()
        write_png(path, width, height, b"".join(b"\0" + line for line in lines))

    def brightness(self):
        """Mean of the screen, 0 black to 255 white."""
        width, height, lines = self.lines()
        return sum(sum(line) for line in lines) / (3 * width * height)

    def lines(self):
        """Width, height, and each line as red, green, blue bytes; Xvfb keeps an XWD file."""
        with open(os.path.join(self.folder, "Xvfb_screen0"), "rb") as file:
            data = file.read()
        head = struct.unpack(">25I", data[:100])
        header, width, height, stride, colours = head[0], head[4], head[5], head[12], head[19]
        start = header + 12 * colours
        lines = []
        for y in range(height):
            row = data[start + y * stride:start + y * stride + 4 * width]
            pixels = bytearray(3 * width)
            pixels[0::3], pixels[1::3], pixels[2::3] = row[2::4], row[1::4], row[0::4]
            lines.append(bytes(pixels))
        return width, height, lines

    def close(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder, ignore_errors=True)


def set_resolution(display, dots):
    """The text's dots per inch, as a desktop's setting for large text sets them."""
    x11 = ctypes.CDLL("libX11.so.6")
    x11.XOpenDisplay.restype = ctypes.c_void_p
    x11.XDefaultRootWindow.restype = ctypes.c_ulong
    x11.XDefaultRootWindow.argtypes = [ctypes.c_void_p]
    x11.XChangeProperty.argtypes = [ctypes.c_void_p, ctypes.c_ulong, ctypes.c_ulong, ctypes.c_ulong,
                                    ctypes.c_int, ctypes.c_int, ctypes.c_char_p, ctypes.c_int]
    x11.XCloseDisplay.argtypes = [ctypes.c_void_p]
    text = f"Xft.dpi: {dots}\n".encode()
    connection = x11.XOpenDisplay(display.encode())
    resource_manager, string = 23, 31  # predefined atoms
    x11.XChangeProperty(connection, x11.XDefaultRootWindow(connection), resource_manager, string,
                        8, 0, text, len(text))
    x11.XCloseDisplay(connection)


def write_png(path, width, height, rows):
    def chunk(kind, content):
        crc = zlib.crc32(kind + content)
        return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", crc)

    with open(path, "wb") as file:
        file.write(b"\x89PNG\r\n\x1a\n")
        file.write(chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)))
        file.write(chunk(b"IDAT", zlib.compress(rows, 9)))
        file.write(chunk(b"IEND", b""))


class Program:
    """The program, running on its own display, bus, home and settings."""

    def __init__(self, program, arguments=(), width=1280, height=800, theme="light", language="en",
                 text_scale=1.0, accessible=False, high_contrast=False, more=None, settings=""):
        self.home = tempfile.mkdtemp(prefix="groeiplan-home-")
        self.display = Display(width, height)
        self.errors = open(os.path.join(self.home, "stderr"), "w+")
        self.environment = self._environment(language, accessible)
        self.more = more or {}  # for the program alone, not for the bus and what that starts
        if high_contrast:
            self.environment["ADW_DEBUG_HIGH_CONTRAST"] = "1"  # as if the system asked for it
        if text_scale != 1:
            set_resolution(self.display.name, int(96 * text_scale))
        self._write_settings(width, height, theme, settings)
        self._start_bus()
        self.program = program
        self._start(arguments)

    def _start(self, arguments):
        self.process = subprocess.Popen([self.program, *arguments],
                                        env={**self.environment, **self.more},
                                        stdout=subprocess.DEVNULL, stderr=self.errors)

    def again(self, arguments=()):
        """Quits, and starts it with the same home and settings."""
        self.call(APP_PATH, "Activate", "quit", "@av []", "{}")
        self.wait_end()
        assert self.process.returncode == 0, self.error_text()
        self._start(arguments)
        self.wait_window()

    def _environment(self, language, accessible):
        environment = {key: value for key, value in os.environ.items()
                       if key in ("PATH", "ASAN_OPTIONS", "UBSAN_OPTIONS", "GROEIPLAN_DATA_DIR",
                                  "GROEIPLAN_LOCALE_DIR")}
        environment.update(
            HOME=self.home, XDG_CONFIG_HOME=self.home + "/config", XDG_DATA_HOME=self.home + "/data",
            XDG_CACHE_HOME=self.home + "/cache", XDG_RUNTIME_DIR=self.home + "/run",
            DISPLAY=self.display.name, GDK_BACKEND="x11", GSK_RENDERER="cairo",
            GSETTINGS_BACKEND="keyfile", ADW_DISABLE_PORTAL="1", G_DEBUG="fatal-warnings",
            LC_ALL="C.UTF-8", LANGUAGE=language,
            LSAN_OPTIONS="print_suppressions=0:suppressions=" + os.path.join(HERE, "lsan.supp"))
        if not accessible:
            environment["GTK_A11Y"] = "none"
        for name in ("config", "data", "cache", "run"):
            os.makedirs(os.path.join(self.home, name), mode=0o700)
        return environment

    def _write_settings(self, width, height, theme, more):
        folder = self.home + "/config/glib-2.0/settings"
        os.makedirs(folder)
        with open(folder + "/keyfile", "w") as file:
            file.write(SETTINGS.format(width=width, height=height, theme=theme) + more)
        os.makedirs(self.home + "/config/gtk-4.0")
        with open(self.home + "/config/gtk-4.0/settings.ini", "w") as file:
            file.write(f"[Settings]\ngtk-enable-animations=false\n"
                       f"gtk-font-name=Cantarell 11\n")

    def _start_bus(self):
        self.bus = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--print-address=1"],
            env=self.environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = self.bus.stdout.readline().strip()

    def call(self, path, method, *arguments):
        """A D-Bus call to the program; what gdbus prints, or None when it fails."""
        done = subprocess.run(
            ["gdbus", "call", "--session", "--dest", BUS_NAME, "--object-path", path,
             "--method", "org.gtk.Actions." + method, *arguments],
            env=self.environment, capture_output=True, text=True, timeout=120)
        return done.stdout.strip() if done.returncode == 0 else None

    def wait(self, condition, what, seconds=120):
        """Until condition () is true; an error when it never is or the program stops."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if condition():
                return
            if self.process.poll() is not None:
                raise AssertionError(f"the program stopped ({self.process.returncode}) while "
                                     f"waiting for {what}:\n{self.error_text()}")
            time.sleep(0.1)
        raise AssertionError(f"waited {seconds} s for {what}\n{self.error_text()}")

    def wait_window(self, number=1):
        path = f"{APP_PATH}/window/{number}"
        self.wait(lambda: self.call(path, "List"), f"window {number}")
        return path

    def activate(self, action, parameter=None, window=1):
        path = APP_PATH if action.startswith("app.") else f"{APP_PATH}/window/{window}"
        values = f"[<{parameter}>]" if parameter is not None else "@av []"
        result = self.call(path, "Activate", action.split(".", 1)[1], values, "{}")
        assert result is not None, f"{action} could not be activated\n{self.error_text()}"

    def is_enabled(self, action, window=1):
        answer = self.call(f"{APP_PATH}/window/{window}", "Describe", action)
        return answer is not None and answer.startswith("((true")

    def state(self, action, window=1):
        answer = self.call(f"{APP_PATH}/window/{window}", "Describe", action) or ""
        return answer.split("[<", 1)[1].split(">]")[0].strip("'") if "[<" in answer else None

    def settle(self, seconds=0.7):
        """Until the screen stays the same for a while."""
        path = os.path.join(self.display.folder, "Xvfb_screen0")
        before, same = None, 0
        for _ in range(100):
            time.sleep(0.1)
            with open(path, "rb") as file:
                now = zlib.crc32(file.read())
            same = same + 1 if now == before else 0
            before = now
            if same >= seconds * 10:
                return

    def picture(self, path):
        self.settle()
        self.display.picture(path)

    def error_text(self):
        self.errors.flush()
        with open(self.errors.name) as file:
            return file.read()

    def wait_end(self, seconds=60):
        """Until the program, asked to quit, is gone."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise AssertionError(f"the program does not end\n{self.error_text()}") from None

    def close(self):
        """Ends the program as a person would, and returns its exit status."""
        try:
            if self.process.poll() is None:
                self.call(APP_PATH, "Activate", "quit", "@av []", "{}")
                try:
                    self.process.wait(30)
                except subprocess.TimeoutExpired:
                    self.process.kill()
                    self.process.wait()
            return self.process.returncode
        finally:
            self.errors.close()
            self.bus.terminate()
            self.bus.wait()
            self.display.close()
            shutil.rmtree(self.home, ignore_errors=True)

    def __enter__(self):
        return self

    def __exit__(self, kind, value, trace):
        self.close()
