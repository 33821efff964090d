"""Types into an interactive program, as a person does, and reads what the terminal shows."""
import os
import pty
import re
import select
import signal
import time

CONTROL = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b[=>]|\x1b\][^\x07]*\x07|[\x07\r]")


class Terminal:
    def __init__(self, *words, env=None, cwd=None):
        self.process, self.terminal = pty.fork()
        if self.process == 0:
            if cwd:
                os.chdir(cwd)
            os.execvpe(words[0], words, {**os.environ, "TERM": "dumb", **(env or {})})

    def type(self, text):
        os.write(self.terminal, text.encode())

    def read_until(self, text, seconds=20):
        """What is shown until `text` is; all that was shown where it never is."""
        shown = b""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if select.select([self.terminal], [], [], 0.1)[0]:
                try:
                    shown += os.read(self.terminal, 65536)
                except OSError:
                    break
            if text in CONTROL.sub("", shown.decode("utf-8", "replace")):
                break
        return CONTROL.sub("", shown.decode("utf-8", "replace"))

    def close(self):
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self.terminal)
