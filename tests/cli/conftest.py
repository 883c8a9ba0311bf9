"""A small record about an invented harbour, read by a reader that knows one sentence, and the commands to look at it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from deconflict.cli import main
from deconflict.read import READERS
from deconflict.record import Claim, Count, ReaderName, Report

Invoke = Callable[..., Result]
KILLED = re.compile(r"killed (\d+) people")


class HarbourReader:
    """Knows "killed N people" and nothing else."""

    name = ReaderName("harbour", "1")

    def read(self, report: Report) -> tuple[Claim, ...]:
        claims = []
        for sentence in report.sentences:
            found = KILLED.search(report.body(sentence.part), sentence.start, sentence.end)
            if found and sentence.part == "text" and sentence.kind == "body":
                count = Count(report.span(*found.span(1)), "killed")
                whole = report.span(sentence.start, sentence.end)
                claims.append(Claim(report.id, "ASSAULT", report.span(found.start(), found.start() + 6), whole, counts=(count,)))
        return tuple(claims)


@pytest.fixture(autouse=True)
def harbour_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(READERS, "harbour", HarbourReader)


@pytest.fixture
def invoke() -> Invoke:
    def invoked(*arguments: object, stdin: str | None = None) -> Result:
        return CliRunner().invoke(main, [str(argument) for argument in arguments], input=stdin)

    return invoked


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    texts = {
        "one.txt": "Shells hit the old harbour of Port Lune on Friday. The blasts killed 4 people, the harbour master said.",
        "two.txt": "A second attack on the harbour of Port Lune killed 9 people. Fishing boats burned until the morning.",
        "calm.txt": "The ferry to Port Lune runs again from Monday. Tickets are sold at the pier and on board.",
    }
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def record(tmp_path: Path, reports: Path, invoke: Invoke) -> Path:
    path = tmp_path / "lune.db"
    done = invoke("read", reports, "--record", path, "--reader", "harbour", "--published", "2019-05-07")
    assert done.exit_code == 0, done.output
    return path
