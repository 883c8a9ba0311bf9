"""From bytes to text: which encoding, and what to do where none fits quite."""

from __future__ import annotations

import codecs
import re

import msgspec

from deconflict.ingest import faults
from deconflict.ingest.guessing import guessed
from deconflict.ingest.language import language_of
from deconflict.ingest.magic import format_of
from deconflict.record import Issue

REPLACEMENT = "\ufffd"
SURROGATE = re.compile("[\ud800-\udfff]")

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]+)""", re.IGNORECASE)
_OF_THE_WEB = re.compile(
    r"windows|cp|iso|koi8|gb|big5|shift|sjis|euc|mac"
)  # Python also knows codecs that are no encoding of text
_DECLARED_WITHIN = 2_048  # bytes; the HTML standard asks for the first 1,024
_CONTROL = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x84\x86-\x9f]")
_NEWLINE = re.compile("\r\n?")
_MOST_CONTROL = 0.1  # share; all texts of FA-KES, MUC-4 and the saved pages have 0, random bytes as Latin-1 have 0.25

_LETTER = re.compile(rb"[a-z]", re.IGNORECASE)
_LATIN_LETTERS = 3  # ASCII letters for each byte that is none: Polish and Turkish have 8 or more, other scripts below 1
_CODE_PAGE = {"az": "cp1254", "tr": "cp1254"} | dict.fromkeys(("bs", "cs", "hr", "hu", "pl", "ro", "sk", "sl", "sq"), "cp1250")
_CODE_PAGE |= dict.fromkeys(("et", "lt", "lv"), "cp1257")


class Decoded(msgspec.Struct, frozen=True):
    """Text with newlines normalised, its encoding, and how many of its bytes could not be decoded (each a U+FFFD)."""

    text: str
    encoding: str
    damage: int = 0


def decoded(data: bytes, name: str) -> Decoded | Issue:
    """`data` as text. An Issue of kind empty, binary or encoding says why it is none."""
    if not data:
        return faults.empty(name)
    encoding = encoding_of(data, name)
    if isinstance(encoding, Issue):
        return encoding
    text, damage = mended(data.decode(encoding, errors_for(encoding)), encoding)
    text = with_newlines(text.removeprefix("\ufeff"))
    if is_mostly_control(text):
        return faults.binary(name, "control characters")
    return Decoded(text, encoding, damage) if text.strip() else faults.empty(name)


def encoding_of(data: bytes, name: str) -> str | Issue:
    """The name of the encoding of `data`, which may be the beginning of something longer. An Issue if it is no text.

    UTF-8 comes first, because nothing else passes for it by chance; then what the page itself declares; then a guess by script
    and language.
    """
    if kind := format_of(data):
        return faults.binary(name, kind)
    encoding = _marked(data) or _without_mark(data)
    if encoding is None and data.count(0) > _MOST_CONTROL * len(data):
        return faults.binary(name, "a binary file")
    return encoding or _utf8(data) or _declared(data) or _guessed(data) or faults.unknown_encoding(name)


def errors_for(encoding: str) -> str:
    """The error handler under which `mended` finds what was lost."""
    return "surrogateescape" if encoding.startswith("utf-8") else "replace"


def mended(text: str, encoding: str = "utf-8") -> tuple[str, int]:
    """`text` with U+FFFD for each byte that could not be decoded, and their number."""
    if text.isascii():
        return text, 0
    return SURROGATE.subn(REPLACEMENT, text) if encoding.startswith("utf-8") else (text, text.count(REPLACEMENT))


def with_newlines(text: str) -> str:
    r"""`text` with `\n` for every end of line."""
    return _NEWLINE.sub("\n", text) if "\r" in text else text


def is_mostly_control(text: str) -> bool:
    """Whether so many characters are control characters that it is no text."""
    sample = text[:100_000]
    return len(_CONTROL.findall(sample)) > _MOST_CONTROL * len(sample)


def _marked(data: bytes) -> str | None:
    return next((encoding for mark, encoding in _MARKS if data.startswith(mark)), None)


def _without_mark(data: bytes) -> str | None:
    """UTF-16 without its mark: every other byte of mostly Latin text is zero."""
    sample = data[:4_000]
    for encoding, zeros in (("utf-16-le", sample[1::2]), ("utf-16-be", sample[::2])):
        if zeros and zeros.count(0) > 0.5 * len(zeros) and sample.count(0) == zeros.count(0):
            return encoding
    return None


def _utf8(data: bytes) -> str | None:
    """utf-8 if `data` is, or if more of its other characters than not are: one torn letter does not make it another encoding."""
    text = codecs.getincrementaldecoder("utf-8")("surrogateescape").decode(data)
    if text.isascii():
        return "utf-8"
    bad = len(SURROGATE.findall(text))
    good = len(text) - len(text.encode("ascii", "ignore")) - bad
    return "utf-8" if good > bad else None


def _declared(data: bytes) -> str | None:
    match = _DECLARED.search(data[:_DECLARED_WITHIN])
    if match is None:
        return None
    name = match[1].decode("ascii", "replace").lower()
    name = "cp1252" if name in ("iso-8859-1", "latin1", "latin-1") else name  # as browsers do
    return name if _OF_THE_WEB.match(name) and _decodes(data, name) else None


def _guessed(data: bytes) -> str | None:
    """By script, and for Latin letters by language: code pages for it differ in few letters, which say little by themselves."""
    letters = len(_LETTER.findall(data))
    if letters >= _LATIN_LETTERS * (len(data) - len(data.decode("ascii", "ignore"))):
        page = _CODE_PAGE.get(language_of(data.decode("ascii", "ignore")) or "", "cp1252")
        return next((name for name in (page, "cp1252") if _decodes(data, name)), None)
    guess = guessed(data)
    return guess.encoding if guess and _decodes(data, guess.encoding) else None


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether all of `data` is text in `encoding`, but for a letter cut at the end."""
    try:
        codecs.getincrementaldecoder(encoding)("strict").decode(data)
    except (LookupError, UnicodeError):
        return False
    return True
