"""Which encoding bytes of another script are in, where nothing says so, and how far that guess can be trusted."""

from __future__ import annotations

import msgspec

from deconflict.record import Issue

OTHER_SCRIPTS = (
    "cp1251", "cp1253", "cp1255", "cp1256", "iso8859_5", "iso8859_6", "iso8859_7", "iso8859_8", "koi8_r", "koi8_u",
    "mac_cyrillic", "cp866", "gb18030", "big5", "big5hkscs", "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "cp874",
)  # fmt: skip
_READ = 200_000  # bytes
_COHERENT = 0.5
"""How much the letters are distributed as in a language, by charset-normalizer. Of 20 sentences in 13 of these encodings, those
read rightly have 0.52 or more, or 0 (short ones and East Asian ones); those read as another script have at most 0.39."""
_AS_GOOD = 0.1  # mess; for 18 of those 20 sentences some other reading comes within it


class Guess(msgspec.Struct, frozen=True):
    """The likeliest encoding, and others that would read the bytes as other words; () if it can be trusted."""

    encoding: str
    others: tuple[str, ...] = ()


def guessed(data: bytes) -> Guess | None:
    """By script and language; None if no encoding fits."""
    from charset_normalizer import from_bytes

    found = from_bytes(data[:_READ], cp_isolation=list(OTHER_SCRIPTS))
    best = found.best()
    if best is None:
        return None
    near = [each for each in found if str(each) != str(best) and each.chaos <= best.chaos + _AS_GOOD]
    return Guess(best.encoding, tuple(each.encoding for each in near) if best.coherence < _COHERENT else ())


def doubt_of(data: bytes, encoding: str, name: str) -> Issue | None:
    """A word about a text in that encoding, where that was guessed and could well be wrong."""
    if encoding not in OTHER_SCRIPTS:
        return None
    guess = guessed(data)
    if guess is None or guess.encoding != encoding or not guess.others:
        return None  # the page itself declares another than one would guess, or it is sure
    others = ", ".join(guess.others[:3])
    reason = f"The encoding of {name} is a guess: it is read as {encoding}, but could be {others}."
    advice = f"If its letters are wrong, save it as UTF-8 (such as with `iconv -f {guess.others[0]} -t utf-8`) and read that."
    return Issue("encoding", name, reason, advice, skipped=False)
