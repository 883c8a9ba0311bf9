"""Text that steers no terminal: what reports and file names hold is shown, never obeyed."""

from __future__ import annotations

REPLACED = "\ufffd"
_SHOWN = {code: chr(0x2400 + code) for code in range(0x20) if chr(code) not in "\n\t"} | {0x7F: "\u2421"}
_SHOWN |= dict.fromkeys(range(0x80, 0xA0), REPLACED)
_SHOWN |= dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), REPLACED)  # turn the direction of what follows
_SHOWN |= dict.fromkeys(range(0xD800, 0xE000), REPLACED)  # halves of characters, which no terminal takes
_OF_ONE_LINE = _SHOWN | {0x0A: "\u240a", 0x09: " "}


def printable(text: str) -> str:
    """Each control character as the picture Unicode has for it (ESC as ␛), or as �; line ends and tabs stay."""
    return text if text.isascii() and text.isprintable() else text.translate(_SHOWN)


def one_line(text: str) -> str:
    """The same without line ends."""
    return printable(text).translate(_OF_ONE_LINE).rstrip("\u240a")
