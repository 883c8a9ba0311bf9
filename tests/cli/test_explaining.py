"""`deconflict read --explain`: a report with what was read in it, for a person who checks the reader."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest
from click.testing import Result
from rich.console import Console

from deconflict.cli import out
from deconflict.cli.claim_text import place
from deconflict.cli.marking import COLOURS, marked
from deconflict.cli.not_known import Known
from deconflict.cli.paragraph import Paragraph
from deconflict.cli.reading_text import ReadingText
from deconflict.packs import SHIPPED, load
from deconflict.publish.marks import Mark, bounds, marks_of
from deconflict.record import (
    Attribution,
    Block,
    Claim,
    Count,
    Flag,
    Issue,
    ReaderName,
    Reading,
    Relation,
    Report,
    Role,
    Sentence,
    Source,
    Span,
    When,
    Where,
)
from deconflict.resolve import Gazetteer

Invoke = Callable[..., Result]

FIRST, SECOND = (
    "On Friday an army unit shelled Port Lune, killing at least 4 fishermen.",
    "It also wounded 2 others, a baker said.",
)
TEXT = f"{FIRST} {SECOND} Share this"
REPORT = Report(
    "r-1",
    "lune.txt",
    Source("lantern", "Daily Lantern"),
    "Shells on Port Lune",
    TEXT,
    "0",
    published="2019-05-10",
    published_from="given",
    blocks=(Block("body", 0, 111), Block("prompt", 112, 122)),
    sentences=(
        Sentence(0, 19, "headline", "title"),
        Sentence(0, len(FIRST)),
        Sentence(len(FIRST) + 1, len(FIRST) + 1 + len(SECOND)),
        Sentence(len(FIRST) + len(SECOND) + 2, len(TEXT), "prompt"),
    ),
)
READER = ReaderName("harbour", "1")


def span(words: str, report: Report = REPORT) -> Span:
    at = report.text.index(words)
    return report.span(at, at + len(words))


SHELLED = Claim(
    "r-1",
    "ASSAULT",
    span("shelled"),
    span(FIRST),
    "heavy-weapons",
    roles=(Role("actor", span("an army unit")), Role("place", span("Port Lune")), Role("time", span("Friday"))),
    counts=(Count(span("at least 4"), "killed", 4, None, of=span("fishermen"), category="civilian"),),
    where=Where("Port Lune", None, None, None, 7),
    when=When("2019-05-10", "2019-05-10", "2019-05-10", 1),
    reader=READER,
)
WOUNDED = Claim(
    "r-1",
    "ASSAULT",
    span("wounded"),
    span(SECOND),
    roles=(Role("actor", span("an army unit")), Role("recipient", span("others"))),
    counts=(Count(span("2"), "wounded", 2, 2, of=span("others")),),
    attribution=(Attribution(span("a baker"), span("said")),),
    status="possible",
    background=True,
    reader=READER,
)


@pytest.fixture(scope="module")
def known() -> Known:
    return Known(load(SHIPPED), Gazetteer.open(None))


def lines(reading: Reading, known: Known, width: int = 160, terminal: bool = False) -> list[str]:
    console = Console(width=width, force_terminal=terminal, highlight=False, color_system=None, record=True, quiet=False)
    with console.capture() as captured:
        for item in ReadingText(reading, known):
            console.print(item, soft_wrap=not terminal)
    return [line.rstrip() for line in captured.get().splitlines()]


def line_with(words: str, shown: list[str]) -> str:
    """The only line with the words, but for those that say what is taken from another sentence."""
    (found,) = [line for line in shown if words in line and not line.startswith(" to claim")]
    return found


READING = Reading(REPORT, (SHELLED, WOUNDED), READER)


def test_a_sentence_says_what_each_word_was_read_as(known: Known) -> None:
    shown = lines(READING, known)
    assert (
        "   1 On [time Friday] [actor an army unit] [ASSAULT/heavy-weapons shelled] [place Port Lune], "
        "killing [killed=4.. at least 4] [counted fishermen]."
    ) in shown
    assert "   2 It also [ASSAULT wounded] [wounded=2 2] [recipient others], [speaker a baker] [cue said]." in shown


def test_a_claim_is_one_line_with_its_words_and_what_they_came_to(known: Known) -> None:
    claim = line_with("claim 1:", lines(READING, known))
    for part in (
        'ASSAULT/heavy-weapons "shelled", asserted; actor "an army unit"',
        '; time "Friday" = 2019-05-10; killed=4.. "at least 4" of "fishermen", civilian; says the outlet;',
        "; confidence 0.50, harbour 1",
    ):
        assert part in claim
    assert 'place "Port Lune" = Port Lune point not known: no pack and no gazetteer has this name;' in claim


def test_words_from_another_sentence_say_from_which_and_there_for_which_claim(known: Known) -> None:
    shown = lines(READING, known)
    claim = line_with("claim 2: ASSAULT", shown)
    assert 'ASSAULT "wounded", possible, background; actor "an army unit" (sentence 1) not known: no pack has this name;' in claim
    assert 'says "a baker" not known: no pack has this name, cue "said"' in claim
    assert shown.index(' to claim 2: actor "an army unit"') < shown.index(claim)


def test_what_is_not_known_says_why(known: Known) -> None:
    timed = msgspec.structs.replace(
        WOUNDED, roles=(Role("time", span("Friday")), Role("place", span("fishermen"))), attribution=()
    )
    undated = msgspec.structs.replace(REPORT, published=None, published_from=None)
    claim = line_with("claim 1:", lines(Reading(undated, (timed,), READER), known))
    assert "actor not known: none read;" in claim
    assert 'place "fishermen" (sentence 1) not known: the words name no place;' in claim
    assert 'time "Friday" (sentence 1) not known: told from the day of publication, which is not known;' in claim
    vague = msgspec.structs.replace(timed, roles=(Role("time", span("others")),))
    claim = line_with("claim 1:", lines(Reading(REPORT, (vague,), READER), known))
    assert "place not known: none read; time" in claim
    assert 'time "others" not known: the words name no day of their own;' in claim


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        ("31 February", "the calendar has no such day"),
        ("two days after the blast", "told from another event or day, and the report does not say when that was"),
    ],
)
def test_a_day_that_is_not_known_says_why(words: str, reason: str, known: Known) -> None:
    timed = msgspec.structs.replace(WOUNDED, roles=(Role("time", Span(0, len(words), words)),))
    assert known.why_no_day(timed, REPORT) == reason


def test_a_name_that_packs_or_gazetteer_have_is_not_said_to_be_unknown(known: Known) -> None:
    assert known.why_no_actor("army") == "may be Syrian Arab Army, and nothing in the report says that it is meant"
    assert known.why_no_point(Where("Raqqa", None, None, None, 7)) == "places of this name are known and none fits this report"


def test_the_head_says_what_was_not_read_and_why(known: Known) -> None:
    doubtful = msgspec.structs.replace(REPORT, flags=(Flag("garbled_names", "One name in two ways.", (span("baker"),)),))
    shown = lines(Reading(doubtful, (SHELLED,), READER), known)
    assert "Shells on Port Lune" in shown
    assert "Daily Lantern, 2019-05-10 (from given), lune.txt" in shown
    assert 'doubt: garbled_names: One name in two ways. "baker"' in shown
    assert "2 sentences read, 1 not (1 page furniture); 1 claim by the reader harbour 1" in shown
    assert not any("Share this" in line for line in shown)


def test_a_report_in_another_language_says_that_nothing_was_read(known: Known) -> None:
    issue = Issue("not_english", "lune.txt", "The report is kept but was not read.", "Give a translation.")
    shown = lines(Reading(REPORT, (), READER, (issue,)), known)
    assert "0 sentences read, 3 not (2 not English, 1 not English); 0 claims by the reader harbour 1" not in shown
    assert "0 sentences read, 3 not (not English); 0 claims by the reader harbour 1" in shown
    assert shown[-1] == "note: The report is kept but was not read. Give a translation."


def test_a_title_that_makes_a_claim_is_shown_with_it(known: Known) -> None:
    title = Claim("r-1", "ASSAULT", REPORT.span(0, 6, "title"), REPORT.span(0, 19, "title"), reader=READER)
    shown = lines(Reading(REPORT, (SHELLED, title), READER), known)
    assert "title [ASSAULT Shells] on Port Lune" in shown


@pytest.mark.parametrize("width", [30, 50, 80, 200])
def test_on_a_terminal_every_line_fits_and_no_word_is_lost(known: Known, width: int) -> None:
    shown = lines(READING, known, width, terminal=True)
    assert max(map(len, shown)) <= width
    words = re.sub(r"\s", "", "".join(shown))
    assert "[ASSAULT/heavy-weaponsshelled]" in words
    assert "confidence0.50,harbour1" in words


def test_in_a_file_lines_stay_whole(known: Known) -> None:
    long = msgspec.structs.replace(REPORT, text=TEXT.replace("Friday", "Friday" + " and Friday" * 60))
    moved = Claim("r-1", "ASSAULT", span("shelled", long), long.span(0, long.text.index(" It also")), reader=READER)
    sentences = (Sentence(0, long.text.index(" It also")),)
    shown = lines(Reading(msgspec.structs.replace(long, sentences=sentences), (moved,), READER), known)
    assert line_with("[ASSAULT shelled]", shown).endswith("killing at least 4 fishermen.")


def test_marks_that_overlap_nest_and_those_that_cross_go_on() -> None:
    text = "The army of the north"
    whole = Span.of(text, 0, len(text))

    def mark(start: int, end: int, label: str) -> Mark:
        return Mark(Span.of(text, start, end), "actor", label)

    inner = [mark(0, 8, "actor"), mark(4, 8, "speaker")]
    assert marked(whole, inner).plain == "[actor The [speaker army]] of the north"
    crossing = [mark(0, 8, "actor"), mark(4, 11, "speaker")]
    assert marked(whole, crossing).plain == "[actor The [speaker army]][speaker...  of] the north"
    twice = [mark(0, 8, "actor"), mark(0, 8, "actor")]
    assert marked(whole, twice).plain == "[actor The army] of the north"


def test_no_report_can_write_a_mark_of_its_own() -> None:
    text = "He [ASSAULT shelled] it."
    assert marked(Span.of(text, 0, len(text)), []).plain == r"He \[ASSAULT shelled\] it."


def test_a_sentence_over_several_lines_becomes_one() -> None:
    text = "In all 4 died\n\n and 9\tfled."
    marks = [Mark(Span.of(text, 7, 8), "count", "killed=4"), Mark(Span.of(text, 20, 21), "count", "displaced=9")]
    assert marked(Span.of(text, 0, len(text)), marks).plain == "In all [killed=4 4] died and [displaced=9 9] fled."


@pytest.mark.parametrize(
    ("low", "high", "approximate", "label"),
    [
        (4, 4, False, "4"),
        (4, None, False, "4.."),
        (None, 9, False, "..9"),
        (4, 9, False, "4..9"),
        (100, 100, True, "~100"),
        (None, None, False, "?"),
    ],
)
def test_bounds_have_a_label_without_a_space(low: int | None, high: int | None, approximate: bool, label: str) -> None:
    assert bounds(Count(span("2"), "killed", low, high, approximate)) == label


def test_every_part_of_a_claim_is_marked_and_has_a_colour() -> None:
    parts = {mark.part for claim in (SHELLED, WOUNDED) for mark in marks_of(claim)}
    assert parts == set(COLOURS) - {"instrument"}
    assert all(" " not in mark.label for mark in marks_of(SHELLED))


def test_a_place_told_from_another_keeps_the_reports_words() -> None:
    where = Where(
        "Port Lune", 1.5, 2.25, 3, 2, admin1="North", country="XL", relation=Relation("Port Lune", 5, None, "5 km off Port Lune")
    )
    assert place(where) == "5 km off Port Lune, Port Lune, North, XL (1.50, 2.25, within 3 km)"


def test_reading_to_explain_writes_no_record(reports: Path, tmp_path: Path, invoke: Invoke) -> None:
    before = sorted(tmp_path.rglob("*"))
    done = invoke(
        "read", "--explain", reports / "one.txt", reports / "two.txt", "--reader", "harbour", "--published", "2019-05-07"
    )
    assert (done.exit_code, done.stderr) == (0, "")
    assert "   2 The blasts [ASSAULT killed] [killed=4 4] people, the harbour master said." in done.stdout.splitlines()
    assert "[ASSAULT killed] [killed=9 9] people" in done.stdout
    assert "unknown, 2019-05-07 (from given)" in done.stdout
    assert "\x1b[" not in done.stdout
    assert sorted(tmp_path.rglob("*")) == before


def test_standard_input_and_tables_are_explained_too(tmp_path: Path, invoke: Invoke) -> None:
    done = invoke(
        "read", "--explain", "-", "--reader", "harbour", stdin="The raid on the mill killed 7 people on Sunday morning."
    )
    assert "[killed=7 7]" in done.stdout
    table = tmp_path / "table.csv"
    table.write_text("words,name\nThe raid on the mill killed 8 people on Sunday morning.,Mill raided\n")
    done = invoke("read", "--explain", table, "--reader", "harbour", "--columns", "text=words,title=name")
    assert "Mill raided" in done.stdout
    assert "[killed=8 8]" in done.stdout


def test_a_report_without_claims_says_why(reports: Path, invoke: Invoke) -> None:
    done = invoke("read", "--explain", reports / "calm.txt", "--reader", "harbour")
    assert done.exit_code == 0
    assert "note: None of its sentences of news (2) tells of an event that the harbour reader knows." in done.stdout
    assert "   1 The ferry to Port Lune runs again from Monday." in done.stdout.splitlines()


def test_what_cannot_be_read_is_said_and_the_rest_explained(reports: Path, invoke: Invoke) -> None:
    (reports / "empty.txt").touch()
    done = invoke("read", "--explain", reports, "--reader", "harbour")
    assert done.exit_code == 1
    assert "skipped: " in done.stderr
    assert done.stdout.count("claims by the reader") + done.stdout.count("claim by the reader") == 3


def test_reading_either_keeps_or_explains(reports: Path, tmp_path: Path, invoke: Invoke) -> None:
    assert "Missing option '--record' (or '--explain'" in invoke("read", reports).stderr
    done = invoke("read", reports, "--explain", "--record", tmp_path / "r.db")
    assert done.exit_code == 2
    assert "--explain keeps nothing" in done.stderr
    assert not (tmp_path / "r.db").exists()


def test_nothing_in_a_report_steers_the_terminal(invoke: Invoke) -> None:
    hostile = "\x1b]0;owned\x07\x1b[31m\x9b5m\u202eThe raid killed 7 people at the mill.\x1b[2J"
    shown = invoke("read", "--explain", "-", "--reader", "harbour", stdin=hostile).output
    assert "[killed=7 7]" in shown
    assert not set(shown) & set("\x1b\x07\x9b\u202e")


def test_a_paragraph_hangs_from_its_number_on_a_terminal() -> None:
    from rich.text import Text

    console = Console(width=70, force_terminal=True, color_system=None)
    with console.capture() as captured:
        console.print(Paragraph("7", Text("word " * 20)))
    first, second = (line.rstrip() for line in captured.get().splitlines())
    assert first.startswith("   7 word")
    assert second.startswith("     word")


def test_lines_are_broken_on_a_terminal_alone(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    from rich.text import Text

    out.show(Text("word " * 60), wrap=False)
    assert capsys.readouterr().out.count("\n") == 1
    out.show(Text("word " * 60))
    assert capsys.readouterr().out.count("\n") == 2


def test_a_provisional_actor_is_said_to_be_in_no_pack(known: Known) -> None:
    assert known.name("named:ada-oskenby") == "named by reports, in no pack (named:ada-oskenby)"
    assert known.name("nobody.known") == "nobody.known"
