"""Set one sheet by Typst: JSON comes in, a PDF goes out. Run as a program of its own, without the rest of quizsite.

Typst keeps what it has set for the next time, in the end some 200 MB, which a web process must not hold.
"""

from __future__ import annotations

import sys
from pathlib import Path

import typst

UNPRINTABLE = 3
"""How the program ends when a text has letters or signs that no font here can show."""


def typeset(sheet: bytes) -> bytes:
    """Return the PDF of a sheet, by sheet.typ beside this file, in the fonts of Typst and then those of the machine."""
    layout = Path(__file__).with_name("sheet.typ").read_bytes()
    # PDF/UA-1: tagged for screen readers, and nothing in it is printed as an empty box.
    return typst.compile(layout, sys_inputs={"sheet": sheet.decode()}, pdf_standards=["ua-1"])


def main() -> int:
    """Read a sheet from the standard input and write its PDF to the standard output."""
    try:
        sys.stdout.buffer.write(typeset(sys.stdin.buffer.read()))
    except typst.TypstError as problem:
        if "could not be displayed with font" not in problem.message:
            raise
        return UNPRINTABLE
    return 0


if __name__ == "__main__":
    sys.exit(main())
