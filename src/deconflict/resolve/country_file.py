"""What the gazetteer keeps of a country that was added: one zip archive with GeoNames' own lines and where they come from.

The index is made anew from these archives whenever it is missing or of another version; what was added is not lost with a cache.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

import msgspec

from deconflict.errors import BadRequest, Unreadable
from deconflict.resolve.geonames import ATTRIBUTION, Division, GeonamesPlace, read_divisions, read_places

DIVISIONS = "admin1CodesASCII.txt"
_ABOUT = "about.json"
_PLAIN = 1980, 1, 1, 0, 0, 0
MAX_BYTES = 1 << 30
"""No country's lines come near it: those of the United States, the longest file, have some 0.3 GB."""


class About(msgspec.Struct, frozen=True):
    """Where a country's places come from.

    `changed`: the newest day on which GeoNames changed one of them; `taken`: the day they were added here; `kept` of `lines` are
    of a kind the gazetteer holds; `off_earth` have coordinates that do not exist. `sha256` is that of all lines.
    """

    country: str
    origin: str
    taken: str
    changed: str
    lines: int
    kept: int
    off_earth: int
    sha256: str
    attribution: str = ATTRIBUTION


class CountryFile(msgspec.Struct, frozen=True):
    """A country's archive."""

    path: Path

    def about(self) -> About:
        """Errors: `BadRequest` if it is no archive that `write` made."""
        with self._open(_ABOUT) as text:
            return msgspec.json.decode(text.read(), type=About)

    def places(self) -> Iterator[GeonamesPlace]:
        """The places that the gazetteer holds. Errors: `BadRequest`."""
        about = self.about()
        with self._open(f"{about.country}.txt") as text:
            for _, place in read_places(text, about.country):
                if place.is_kept() and place.is_on_earth():
                    yield place

    def divisions(self) -> tuple[Division, ...]:
        """The first-order divisions by their English names; () if they were not at hand. Errors: `BadRequest`."""
        with self._open(DIVISIONS) as text:
            return tuple(read_divisions(text, self.about().country))

    @contextmanager
    def _open(self, member: str) -> Iterator[IO[str]]:
        try:
            with opened_text(self.path, member) as text:
                yield text
        except (Unreadable, msgspec.MsgspecError, OSError) as error:
            advice = f"Remove {self.path} and add the country again."
            raise BadRequest(f"What the gazetteer keeps of a country cannot be read: {error}", advice) from error


def write(path: Path, country: str, places: Iterable[str], divisions: Iterable[str], origin: str, today: str) -> About:
    """Checks every line of GeoNames' files and keeps those of the country in a new archive at `path`.

    Errors: `Unreadable` if one is none of the country's file or there is no place among them; OSError.
    """
    tally = _Tally(country)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open(_member(f"{country}.txt"), "w", force_zip64=True) as kept:
            for line in tally.watch(places):
                kept.write(line.encode())
        named = "".join(f"{land}.{code}\t{name}\t{name}\t{at}\n" for land, code, name, at in read_divisions(divisions, country))
        tally.digest.update(named.encode())
        archive.writestr(_member(DIVISIONS), named)
        about = tally.about(origin, today)
        archive.writestr(_member(_ABOUT), msgspec.json.encode(about))
    return about


@contextmanager
def opened_text(path: Path, member: str) -> Iterator[IO[str]]:
    """A text of GeoNames, plain or in an archive. Errors: `Unreadable` for what is neither, or breaks off; OSError."""
    try:
        with path.open(encoding="utf-8", newline="\n") if path.suffix != ".zip" else _unzipped(path, member) as text:
            yield text
    except (zipfile.BadZipFile, zlib.error, EOFError, UnicodeDecodeError) as error:
        raise Unreadable(f"{path.name} {_looks(path)} ({error}).") from error


@contextmanager
def _unzipped(path: Path, member: str) -> Iterator[IO[str]]:
    with zipfile.ZipFile(path) as archive:
        try:
            size, raw = archive.getinfo(member).file_size, archive.open(member)
        except (KeyError, RuntimeError, NotImplementedError) as error:  # not there; encrypted; packed in an unknown way
            raise Unreadable(f"{path.name} holds no {member} that can be read.") from error
        if size > MAX_BYTES:
            raise Unreadable(f"{member} in {path.name} has {size:,} bytes, more than any country's file.")
        with io.TextIOWrapper(raw, encoding="utf-8", newline="\n") as text:
            yield text


class _Tally:
    """Counts the lines of a country file while they pass."""

    def __init__(self, country: str) -> None:
        self.country, self.digest = country, hashlib.sha256()
        self.lines = self.kept = self.off_earth = 0
        self.changed = ""

    def watch(self, lines: Iterable[str]) -> Iterator[str]:
        for line, place in read_places(lines, self.country):
            whole = f"{line}\n"
            self.digest.update(whole.encode())
            self.lines += 1
            self.kept += place.is_kept() and place.is_on_earth()
            self.off_earth += not place.is_on_earth()
            self.changed = max(self.changed, place.changed)
            yield whole

    def about(self, origin: str, today: str) -> About:
        if not self.kept:
            raise Unreadable(f"GeoNames' country file {self.country} holds no place that the gazetteer takes.")
        counts = (self.lines, self.kept, self.off_earth)
        return About(self.country, origin, today, self.changed, *counts, self.digest.hexdigest())


def _member(name: str) -> zipfile.ZipInfo:
    """A member that is the same whenever it is written."""
    member = zipfile.ZipInfo(name, _PLAIN)
    member.compress_type = zipfile.ZIP_DEFLATED
    return member


def _looks(path: Path) -> str:
    with path.open("rb") as raw:
        start = raw.read(200).lstrip(b"\xef\xbb\xbf \r\n\t").lower()
    if start.startswith((b"<!doctype", b"<html", b"<?xml", b"<head")):
        return "is a web page, not a file of GeoNames"
    if not start:
        return "is empty"
    return "is broken or cut short" if path.suffix != ".zip" or start.startswith(b"pk") else "is no zip archive"
