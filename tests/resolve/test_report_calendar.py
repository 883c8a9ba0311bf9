from __future__ import annotations

import time

import pytest

from deconflict.record import Claim, Report, Role, Sentence, Source, When
from deconflict.resolve import Calendar

SATURDAY = "2016-08-13"


def report_of(*sentences: str, published: str | None = SATURDAY) -> Report:
    """A report of these sentences."""
    text = " ".join(sentences)
    at, found = 0, []
    for each in sentences:
        found.append(Sentence(at, at + len(each)))
        at += len(each) + 1
    return Report("r", "r", Source("", ""), "", text, "", published=published, sentences=tuple(found))


def claim_of(report: Report, trigger: str, *times: str, status: str = "asserted") -> Claim:
    """A claim of that trigger and time words, each where it stands first."""
    spans = [report.span(start, start + len(words)) for words in (trigger, *times) for start in [report.text.index(words)]]
    return Claim(
        "r", "ASSAULT", spans[0], spans[0], roles=tuple(Role("time", span) for span in spans[1:]), status=status  # type: ignore[arg-type]
    )  # fmt: skip


def told(words: str, *sentences: str, published: str | None = SATURDAY, claims: tuple[tuple[str, str], ...] = ()) -> When | None:
    """The time of the last `words` in the report; `claims`: trigger and time of what else was read in it."""
    report = report_of(*sentences, published=published)
    start = report.text.rindex(words)
    calendar = Calendar(report, [claim_of(report, trigger, time) for trigger, time in claims])
    return calendar.told([report.span(start, start + len(words))])


def edtf(*asked: str, published: str | None = SATURDAY, claims: tuple[tuple[str, str], ...] = ()) -> str | None:
    when = told(*asked, published=published, claims=claims)
    return when.edtf if when else None


@pytest.mark.parametrize(
    "sentence",
    [
        "Ministers will meet in the capital on Thursday.",
        "The truce is due to begin Thursday.",
        "Elections are scheduled for Thursday.",
        "On Thursday the ministers will meet.",
        "They said a truce would take hold on Thursday.",
        "Families are expected to be moved on Thursday.",
    ],
)
def test_a_weekday_of_what_is_to_come_is_the_next_one(sentence: str) -> None:
    assert edtf("Thursday", sentence) == "2016-08-18"


@pytest.mark.parametrize(
    "sentence",
    [
        "Ministers met in the capital on Thursday.",
        "The road was closed due to shelling by both sides on Thursday.",
        "Ministers will discuss the raid launched on Thursday.",
        "As listeners will recall, the town fell on Thursday.",
        "On Thursday the army said it will withdraw.",
        "The army would have withdrawn on Thursday.",
    ],
)
def test_a_weekday_of_what_happened_is_the_last_one(sentence: str) -> None:
    assert edtf("Thursday", sentence) == "2016-08-11"


@pytest.mark.parametrize(
    ("words", "sentence", "expected"),
    [
        ("August 2", "The draft would condemn an August 2 raid.", "2016-08-02"),
        ("March 19", "It would be the worst raid since that of March 19.", "2016-03-19"),
        ("October 18", "Talks will begin on October 18.", "2016-10-18"),
        ("since July 18", "The army will go on with the halt in place since July 18.", "2016-07-18/2016-08-13"),
    ],
)
def test_by_its_sentence_alone_no_date_lies_far_ahead(words: str, sentence: str, expected: str) -> None:
    assert edtf(words, sentence) == expected


def test_what_was_to_come_is_counted_from_the_day_it_was_said() -> None:
    assert edtf("Thursday", "The army on Wednesday declared a truce set to begin on Thursday.") == "2016-08-11"


def test_the_status_of_a_claim_tells_what_lies_ahead() -> None:
    report = report_of("A raid on Monday is feared.")
    planned = claim_of(report, "raid", "Monday", status="planned")
    when = Calendar(report, [planned]).when(planned)
    assert when is not None
    assert when.edtf == "2016-08-15"


def test_a_deadline_of_a_demand_lies_ahead() -> None:
    assert edtf("before 31 January", "They propose a halt to the fighting before 31 January.") == "../2017-01-31"
    assert edtf("By Friday", "By Friday two villages had been retaken.") == "../2016-08-12"


def test_a_time_after_an_event_is_counted_from_its_day_and_doubtful() -> None:
    told_of = ("A blast hit the market on Tuesday.", "Two days after the blast, shops opened.")
    assert edtf("Two days after the blast", *told_of, claims=(("blast", "Tuesday"),)) == "2016-08-11?"


def test_the_event_may_stand_behind_the_words_that_were_read() -> None:
    told_of = ("A blast hit the market on Tuesday.", "Shops opened two days after the blast.")
    assert edtf("two days after", *told_of, claims=(("blast", "Tuesday"),)) == "2016-08-11?"
    assert edtf("two days after", "A blast hit the market on Tuesday.", "It came two days after shells fell.") is None


def test_words_that_go_on_with_others_are_told_with_them() -> None:
    report = report_of("Since the truce came into effect on February 27 2016 raids have killed 90 people.")
    raids = claim_of(report, "raids", "Since the truce came into effect on", "February 27 2016")
    when = Calendar(report, [raids]).when(raids)
    assert when is not None
    assert when.edtf == "2016-02-27/2016-08-13"


def test_a_time_after_an_event_of_no_known_day_is_not_known() -> None:
    assert edtf("Two days after the blast", "Two days after the blast, shops opened.") is None


def test_an_event_of_two_days_dates_nothing() -> None:
    told_of = ("A blast hit the market on Tuesday and a blast the port on Monday.", "A day after the blast, shops opened.")
    report = report_of(*told_of)
    second = claim_of(report, "blast", "Monday")
    asking = report.span(report.text.index("A day after"), report.text.index(", shops"))
    assert Calendar(report, [claim_of(report, "blast", "Tuesday"), second]).told([asking]) is None


def test_a_blast_is_not_the_blast() -> None:
    told_of = ("A blast hit the market on Tuesday.", "Two days after a blast in the capital, shops opened.")
    assert edtf("Two days after a blast in the capital", *told_of, claims=(("blast", "Tuesday"),)) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("two days after the February 7 attack", "2016-02-09?"),
        ("a week before the August 8 vote", "2016-08-01?"),
        ("hours after the August 8 vote", "2016-08-08?"),
        ("several days after the August 8 vote", None),
        ("more than two weeks after the August 8 vote", None),
        ("two months after the August 8 vote", None),
    ],
)
def test_a_date_in_the_name_of_an_event_is_not_the_time_itself(words: str, expected: str | None) -> None:
    assert edtf(words, f"It came {words}.") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("the same day", "2016-08-09?"),
        ("the previous day", "2016-08-08?"),
        ("the following day", "2016-08-10?"),
        ("a day earlier", "2016-08-08?"),
        ("three days later", "2016-08-12?"),
        ("the day before", "2016-08-08?"),
        ("Earlier in the day", "2016-08-09?"),
        ("At dawn", "2016-08-09?"),
    ],
)
def test_the_day_told_last_is_what_others_are_counted_from(words: str, expected: str) -> None:
    assert edtf(words, "On Tuesday shells hit the port.", f"They had come {words}.") == expected


def test_the_month_told_last_is_what_the_following_one_is_counted_from() -> None:
    assert edtf("the following month", "The town was taken in May.", "It was lost the following month.") == "2016-06"
    assert edtf("the following month", "Taken in May.", "Lost the following month.", published=None) == "XXXX-06"


def test_a_part_of_a_day_alone_is_of_the_day_of_publication_and_doubtful() -> None:
    assert edtf("At dawn", "At dawn the two sides clashed.") == "2016-08-13?"
    assert edtf("At dawn", "At dawn the two sides clashed.", published=None) is None


@pytest.mark.parametrize("words", ["early " * 3000, "the hours of " * 3000, "just about " * 3000, "since " * 3000, "a" * 20_000])
def test_long_words_take_no_long_time(words: str) -> None:
    began = time.perf_counter()
    told(words.strip(), words.strip())
    assert time.perf_counter() - began < 1


def test_words_within_other_words_of_the_claim_tell_no_time_of_their_own() -> None:
    report = report_of("Raids killed 90 people since the war began in March 2011.")
    raids = claim_of(report, "Raids", "since the war began in March 2011", "March 2011")
    when = Calendar(report, [raids]).when(raids)
    assert when is not None
    assert when.edtf == "2011-03/2016-08-13"


def test_a_report_without_a_day_takes_the_year_of_a_date_beside() -> None:
    sentence = "She was in the capital on 4 April and in the south from 5-6 April 2016."
    assert edtf("4 April", sentence, published=None) == "2016-04-04"
    assert edtf("4 April", "She came on 4 April.", "He came on 6 April 2016.", published=None) == "XXXX-04-04"
    assert edtf("4 April", "From 2 May 2015 and 4 April to 6 May 2016.", published=None) == "XXXX-04-04"
    assert edtf("29 February", "She came on 29 February, he on 3 May 2015.", published=None) is None
