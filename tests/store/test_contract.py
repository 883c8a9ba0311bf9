"""What every store must do. A further kind of store is one more entry of `OPENERS` in conftest.py."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from deconflict.errors import BadRequest, OurBug
from deconflict.record import Claim, Entity, Issue, ReaderName, Reading, Weighed
from deconflict.store import Kept, Knowledge, Store

Make = Callable[..., Reading]
Weigh = Callable[..., Weighed]


def ids_of(claims: tuple[Claim, ...]) -> list[str]:
    return [claim.id for claim in claims]


def test_what_is_kept_comes_back_as_it_was(store: Store, reading: Make) -> None:
    kept = reading()
    assert store.keep(kept, "n-1", "m-1") == Kept(new_report=True, new_claims=2)
    assert tuple(store.reports()) == (kept.report,)
    assert tuple(store.claims()) == kept.claims


def test_what_is_kept_is_there_after_reopening(reopen: Callable[[], Store], reading: Make) -> None:
    with reopen() as store:
        store.keep(reading(), "n-1", "m-1")
    with reopen() as store:
        assert store.counts() == {"reports": 1, "claims": 2, "events": 0, "issues": 0}


def test_the_same_reading_again_adds_no_report_and_no_claim(store: Store, reading: Make) -> None:
    store.keep(reading(), "n-1", "m-1")
    assert store.keep(reading(), "n-1", "m-1") == Kept(new_report=False, new_claims=0)
    assert store.counts()["reports"] == 1
    assert store.counts()["claims"] == 2


def test_an_input_is_known_once_it_was_read_by_that_method(store: Store, reading: Make) -> None:
    assert not store.knows("n-1", "m-1")
    store.keep(reading(), "n-1", "m-1")
    assert store.knows("n-1", "m-1")
    assert not store.knows("n-1", "m-2")
    assert not store.knows("n-2", "m-1")


def test_an_input_is_not_known_by_a_method_that_another_reading_has_overtaken(store: Store, reading: Make) -> None:
    store.keep(reading(), "n-1", "m-1")
    store.keep(reading(reader=ReaderName("fake", "2")), "n-1", "m-2")
    assert not store.knows("n-1", "m-1")
    assert store.knows("n-1", "m-2")


def test_two_inputs_that_give_one_report_are_both_known(store: Store, reading: Make) -> None:
    store.keep(reading(), "n-1", "m-1")
    store.keep(reading(), "n-2", "m-1")
    assert store.knows("n-1", "m-1")
    assert store.knows("n-2", "m-1")


def test_the_newest_reading_of_a_report_is_the_live_one(store: Store, reading: Make) -> None:
    newer = reading(reader=ReaderName("fake", "2"), counted=False)
    store.keep(reading(), "n-1", "m-1")
    store.keep(newer, "n-1", "m-2")
    assert tuple(store.claims()) == newer.claims


def test_an_older_reading_can_become_live_again(store: Store, reading: Make) -> None:
    first = reading()
    store.keep(first, "n-1", "m-1")
    store.keep(reading(reader=ReaderName("fake", "2")), "n-1", "m-2")
    assert store.keep(first, "n-1", "m-1").new_claims == 0
    assert tuple(store.claims()) == first.claims


def test_one_report_never_comes_with_two_texts(store: Store, reading: Make) -> None:
    kept = reading()
    store.keep(kept, "n-1", "m-1")
    other = replace(kept, report=replace(kept.report, text=kept.report.text + " More."), claims=())
    with pytest.raises(OurBug, match="another text"):
        store.keep(other, "n-2", "m-1")
    assert store.last_reading() == 1


def test_a_reading_that_cannot_be_kept_whole_is_not_kept_at_all(store: Store, reading: Make) -> None:
    kept = reading()
    stray = replace(kept.claims[0], report="r-nowhere").identified()
    with pytest.raises(OurBug, match="does not fit"):
        store.keep(replace(kept, claims=(*kept.claims, stray)), "n-1", "m-1")
    assert store.counts() == {"reports": 0, "claims": 0, "events": 0, "issues": 0}


def test_views_are_in_the_order_of_first_reading(store: Store, reading: Make) -> None:
    readings = [reading(number) for number in (3, 1, 2)]
    for number, kept in enumerate(readings):
        store.keep(kept, f"n-{number}", "m-1")
    store.keep(reading(3, reader=ReaderName("fake", "2")), "n-0", "m-2")
    assert [report.key for report in store.reports()] == ["bulletin-3.txt", "bulletin-1.txt", "bulletin-2.txt"]
    assert [claim.report for claim in store.claims()][::2] == [kept.report.id for kept in readings]


def test_a_view_may_be_open_while_more_is_kept(store: Store, reading: Make) -> None:
    store.keep(reading(1), "n-1", "m-1")
    seen = []
    for report in store.reports():
        store.keep(reading(2), "n-2", "m-1")
        seen.append(report.key)
    assert seen == ["bulletin-1.txt"]


def test_an_issue_is_noted_once(store: Store) -> None:
    issue = Issue("empty", "nothing.txt", "nothing.txt is empty.")
    assert store.note(issue)
    assert not store.note(issue)
    assert tuple(store.issues()) == (issue,)


def test_an_issue_of_a_reading_goes_when_a_newer_one_has_none(store: Store, reading: Make) -> None:
    issue = Issue("no_claims", "bulletin-1.txt", "Nothing found.", skipped=False)
    store.keep(reading(issues=(issue,)), "n-1", "m-1")
    assert tuple(store.issues()) == (issue,)
    store.keep(reading(), "n-1", "m-2")
    assert tuple(store.issues()) == ()


def test_a_record_is_weighed_until_something_is_added(store: Store, reading: Make, weighed: Weigh) -> None:
    assert store.is_weighed()
    store.keep(reading(1), "n-1", "m-1")
    assert not store.is_weighed()
    store.replace_weighed(weighed(reading(1)), Knowledge(), store.last_reading())
    assert store.is_weighed()
    store.keep(reading(2), "n-2", "m-1")
    assert not store.is_weighed()


def test_weighed_results_come_back_and_claims_know_their_origin(store: Store, reading: Make, weighed: Weigh) -> None:
    store.keep(reading(1), "n-1", "m-1")
    results = weighed(reading(1))
    store.replace_weighed(results, Knowledge(), 1)
    assert tuple(store.events()) == results.events
    assert tuple(store.origins()) == results.trace.origins
    assert tuple(store.copies()) == results.trace.copies
    assert tuple(store.links()) == results.links
    assert {claim.origin for claim in store.claims()} == {"o-1"}


def test_new_results_replace_the_old_ones_whole(store: Store, reading: Make, weighed: Weigh) -> None:
    store.keep(reading(1), "n-1", "m-1")
    store.replace_weighed(weighed(reading(1)), Knowledge(packs=("world", "lune")), 1)
    store.replace_weighed(replace(weighed(reading(1)), events=(), links=()), Knowledge(packs=("world",)), 1)
    assert tuple(store.events()) == ()
    assert tuple(store.links()) == ()
    assert store.knowledge().packs == ("world",)


def test_results_that_do_not_fit_leave_the_old_ones(store: Store, reading: Make, weighed: Weigh) -> None:
    store.keep(reading(1), "n-1", "m-1")
    store.replace_weighed(weighed(reading(1)), Knowledge(), 1)
    with pytest.raises(OurBug, match="does not fit"):
        store.replace_weighed(weighed(reading(2)), Knowledge(), 1)
    assert [event.id for event in store.events()] == ["e-1"]


def test_the_claims_of_one_event_are_found_by_the_beginning_of_its_id(store: Store, reading: Make, weighed: Weigh) -> None:
    store.keep(reading(1), "n-1", "m-1")
    store.keep(reading(2), "n-2", "m-1")
    store.replace_weighed(weighed(reading(2)), Knowledge(), 2)
    assert ids_of(tuple(store.claims(event="e-"))) == ids_of(reading(2).claims)


def test_an_event_that_is_not_there_is_said_so(store: Store, reading: Make, weighed: Weigh) -> None:
    store.keep(reading(1), "n-1", "m-1")
    first = weighed(reading(1))
    two = (*first.events, replace(first.events[0], id="e-2"))
    store.replace_weighed(replace(first, events=two), Knowledge(), 1)
    assert store.event("e-2").id == "e-2"
    with pytest.raises(BadRequest, match="no event 'x'"):
        store.event("x")
    with pytest.raises(BadRequest, match="More than one"):
        store.event("e-")
    with pytest.raises(BadRequest, match="no event '%'"):
        store.event("%")


def test_what_the_packs_knew_travels_with_the_record(reopen: Callable[[], Store], reading: Make, weighed: Weigh) -> None:
    known = Knowledge(
        ("world",), {"north": "the north"}, {"lune": Entity("lune", "Lune", "state", "north")}, ({"type": "Feature"},)
    )
    with reopen() as store:
        store.keep(reading(), "n-1", "m-1")
        store.replace_weighed(weighed(reading()), known, 1)
    with reopen() as store:
        assert store.knowledge() == known


def test_an_empty_record_knows_nothing(store: Store) -> None:
    assert store.knowledge() == Knowledge()
    assert tuple(store.reports()) == tuple(store.claims()) == tuple(store.events()) == tuple(store.issues()) == ()


def test_an_issue_that_is_settled_is_no_longer_shown_and_can_come_again(store: Store) -> None:
    issue, other = Issue("empty", "a.txt", "a.txt is empty."), Issue("empty", "b.txt", "b.txt is empty.")
    for noted in (issue, other):
        store.note(noted)
    assert list(store.open_issues()) == ["a.txt", "b.txt"]
    for _ in range(2):
        store.settle(store.open_issues().get("a.txt", {}).values())
    assert tuple(store.issues()) == (other,)
    assert store.counts()["issues"] == 1
    assert store.note(issue)
    assert tuple(store.issues()) == (other, issue)


def test_the_day_the_user_gave_is_known_by_the_bytes_it_was_given_for(store: Store, reading: Make) -> None:
    kept = reading()
    assert store.given_date("sha-1") is None
    store.keep(replace(kept, report=replace(kept.report, published="2020-01-02", published_from="given")), "n-1", "m-1")
    assert store.given_date("sha-1") == "2020-01-02"
    assert store.given_date("sha-2") is None
    store.keep(replace(kept, report=replace(kept.report, published="2020-01-05", published_from="dateline")), "n-1", "m-2")
    assert store.given_date("sha-1") is None


def test_an_older_weighing_never_takes_the_place_of_a_newer(store: Store, reading: Make, weighed: Weigh) -> None:
    store.keep(reading(1), "n-1", "m-1")
    store.keep(reading(2), "n-2", "m-1")
    newer = weighed(reading(1), reading(2))
    store.replace_weighed(newer, Knowledge(("world", "syria")), 2)
    store.replace_weighed(weighed(reading(1)), Knowledge(), 1)
    assert tuple(store.events()) == newer.events
    assert store.knowledge().packs == ("world", "syria")
    assert store.is_weighed()
