#!/usr/bin/env python3
"""Draws .github/demarc.svg, the picture in the README: what the program prints on a sample, as text in SVG.

Usage: python3 cmake/picture.py BINARY [--check]     (--check: draw nothing, fail if the picture is not what it prints now)
"""
import html
import os
import pathlib
import re
import struct
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
PICTURE = ROOT / ".github" / "demarc.svg"
COMMAND = ["check", "--select", "rds-instance-public,s3-policy-public", "fixtures/three-tier/three-tier.template.yaml"]
COLUMNS, LINE, CHARACTER, MARGIN = 100, 19, 8.4, 18
STYLES = {"1": "fill:#ffffff;font-weight:bold", "2": "fill:#8b949e", "1;31": "fill:#ff7b72;font-weight:bold", "33": "fill:#e3b341",
          "34": "fill:#79c0ff", "36": "fill:#76e3ea", "32": "fill:#7ee787"}


def printed(binary):
    """The output on a terminal of so many columns."""
    import fcntl
    import pty
    import termios
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 50, COLUMNS, 0, 0))
    child = subprocess.Popen([binary, *COMMAND, "--as-of", "2026-11-25"], cwd=ROOT, stdout=theirs, stderr=theirs,
                             env={**os.environ, "TERM": "xterm"} | {"NO_COLOR": ""})
    os.close(theirs)
    output = b""
    while True:
        try:
            some = os.read(ours, 65536)
        except OSError:  # the other end is closed
            break
        if not some:
            break
        output += some
    child.wait()
    return output.decode().replace("\r\n", "\n").rstrip("\n")


def spans(line):
    style, result = None, ""
    for part in re.split("(\x1b\\[[0-9;]*m)", line):
        code = re.fullmatch("\x1b\\[([0-9;]*)m", part)
        if code:
            style = STYLES.get(code[1])
        elif part:
            text = html.escape(part, quote=False)
            result += f'<tspan style="{style}">{text}</tspan>' if style else text
    return result


def drawn(text):
    lines = ["\x1b[2m$\x1b[0m demarc " + " ".join(COMMAND), *text.split("\n")]
    width, height = int(COLUMNS * CHARACTER + 2 * MARGIN), len(lines) * LINE + 2 * MARGIN
    rows = "\n".join(f'<text x="{MARGIN}" y="{MARGIN + (i + 1) * LINE - 5}">{spans(line)}</text>' for i, line in enumerate(lines) if line)
    return (f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">\n'
            f'<title>demarc on the sample of a three-tier application</title>\n'
            f'<rect width="100%" height="100%" rx="8" fill="#0d1117"/>\n'
            f'<g xml:space="preserve" style="font:14px ui-monospace,Menlo,Consolas,\'DejaVu Sans Mono\',monospace;fill:#c9d1d9">\n'
            f"{rows}\n</g>\n</svg>\n")


def main(binary, *options):
    picture = drawn(printed(os.path.abspath(binary)))
    if "--check" not in options:
        PICTURE.write_text(picture)
    elif PICTURE.read_text() != picture:
        sys.exit("demarc.svg is not what demarc prints now: draw it again with python3 cmake/picture.py build/demarc")


main(*sys.argv[1:])
