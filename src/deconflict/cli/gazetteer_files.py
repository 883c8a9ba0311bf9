"""Where GeoNames' files come from: a folder, or the web. The only part of the program that downloads."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from deconflict import __version__
from deconflict.errors import BadRequest, Unreadable
from deconflict.resolve.country_file import DIVISIONS, About, opened_text, write

if TYPE_CHECKING:
    import urllib3

MAX_BYTES = 1 << 29
"""No country's archive comes near it: that of the United States, the largest, has some 70 MB."""

_PIECE = 1 << 16
_BY_HAND = "Try again, or get the files another way and name their folder with --from."


class Source(Protocol):
    """Gives GeoNames' files as files on this machine. `advice`: what to do when one of them is broken."""

    advice: str

    def country(self, code: str) -> tuple[Path, str]:
        """A country's file and where it came from. Errors: `Unreadable`."""

    def divisions(self) -> Path | None:
        """The names of divisions, None if they are not to be had. Errors: `Unreadable`."""


def archived(code: str, source: Source, drafts: Path) -> About:
    """Checks a country's files and packs them into `drafts`. Errors: `Unreadable`."""
    path, origin = source.country(code)
    names = source.divisions()
    with opened_text(path, f"{code}.txt") as places:
        if names is None:
            return write(drafts / f"{code}.zip", code, places, (), origin, date.today().isoformat())
        with opened_text(names, DIVISIONS) as divisions:
            return write(drafts / f"{code}.zip", code, places, divisions, origin, date.today().isoformat())


class Folder:
    """A folder with the files, zipped or plain."""

    advice = "Get the file from GeoNames again."

    def __init__(self, folder: Path) -> None:
        if not folder.is_dir():
            raise BadRequest(f"There is no folder {folder}.", "It should hold GeoNames' files, such as SY.zip.")
        self._folder = folder

    def country(self, code: str) -> tuple[Path, str]:
        for path in (self._folder / f"{code}.zip", self._folder / f"{code}.txt"):
            if path.is_file():
                return path, path.name
        raise Unreadable(f"{self._folder} holds neither {code}.zip nor {code}.txt.", f"Get {code}.zip from GeoNames.")

    def divisions(self) -> Path | None:
        path = self._folder / DIVISIONS
        return path if path.is_file() else None


class Web:
    """GeoNames' server, or a mirror of it. What is fetched goes into a folder below `drafts`."""

    advice = _BY_HAND

    def __init__(self, base: str, seconds: float, drafts: Path) -> None:
        if not base.lower().startswith(("https://", "http://")):
            raise BadRequest(f"{base!r} is no address on the web.", "It begins with https:// or http://.")
        self._base, self._seconds = base.rstrip("/"), seconds
        self._folder = drafts / "fetched"
        self._folder.mkdir()

    def country(self, code: str) -> tuple[Path, str]:
        from urllib3.util import parse_url

        url = f"{self._base}/{code}.zip"
        return self._fetched(f"{code}.zip"), parse_url(url)._replace(auth=None, query=None).url

    def divisions(self) -> Path | None:
        kept = self._folder / DIVISIONS
        return kept if kept.exists() else self._fetched(DIVISIONS)

    def _fetched(self, name: str) -> Path:
        from urllib3.exceptions import HTTPError

        url, path = f"{self._base}/{name}", self._folder / name
        try:
            answer = self._pool().request("GET", url, preload_content=False)
            if answer.status != 200:
                raise _refused(url, answer.status)
            _save(answer, path, url)
        except HTTPError as error:
            raise Unreadable(f"{url} could not be fetched ({_why(error)}).", _BY_HAND) from error
        return path

    def _pool(self) -> urllib3.PoolManager:
        from urllib.request import getproxies

        import urllib3

        wait = urllib3.Timeout(connect=self._seconds, read=self._seconds)
        retries = urllib3.Retry(connect=1, read=0, other=0, redirect=5, status=0)
        headers = {"User-Agent": f"deconflict/{__version__}"}
        proxy = getproxies().get(self._base.partition(":")[0].lower())
        if proxy and not _goes_direct(self._base):
            return urllib3.ProxyManager(proxy, timeout=wait, retries=retries, headers=headers)
        return urllib3.PoolManager(timeout=wait, retries=retries, headers=headers)


def _save(answer: urllib3.BaseHTTPResponse, path: Path, url: str) -> None:
    """Writes what a server sends; that it is all of it the library sees by the length the server gave."""
    size = 0
    with path.open("wb") as file:
        for piece in answer.stream(_PIECE):
            size += len(piece)
            if size > MAX_BYTES:
                raise Unreadable(f"{url} sends more than {MAX_BYTES:,} bytes, which no country has.")
            file.write(piece)


def _refused(url: str, status: int) -> Unreadable:
    if status == 404:
        return Unreadable(f"{url} does not exist (404).", "Check the country's code (Britain's is GB) and the address.")
    return Unreadable(f"{url} was not given (status {status}).", _BY_HAND)


def _why(error: Exception) -> str:
    reason = getattr(error, "reason", None) or error
    return " ".join(str(reason).split(": ", 1)[-1].split()) or type(reason).__name__


def _goes_direct(base: str) -> bool:
    from urllib.parse import urlsplit
    from urllib.request import proxy_bypass

    return bool(proxy_bypass(urlsplit(base).hostname or ""))
