"""The marked text is the report's text, and a mark stands exactly where its claim does."""

from __future__ import annotations

import re
from html import unescape

import msgspec
from hypothesis import given
from hypothesis import strategies as st

from deconflict.publish import Published
from deconflict.publish.webpage.marking import marked
from deconflict.record import Attribution, Block, Claim, Count, Report, Role, Source

SOURCE = Source("s", "Source")


def told(text: str, **more: object) -> Report:
    return Report("r", "key", SOURCE, "", text, "0", **more)  # type: ignore[arg-type]


def claimed(report: Report, name: str, sentence: tuple[int, int], trigger: tuple[int, int], *counts: tuple[int, int]) -> Claim:
    numbers = tuple(Count(report.span(*count), "killed", 1, 1) for count in counts)
    return Claim("r", "ASSAULT", report.span(*trigger), report.span(*sentence), counts=numbers, id=name)


def words_of(markup: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", markup))


def test_the_words_are_unchanged(story: Published) -> None:
    for report in story.reports:
        claims = [claim for claim in story.claims if claim.report == report.id]
        assert words_of(marked(report, claims, {})) == report.text


def test_a_mark_holds_the_claims_sentence(story: Published) -> None:
    claim = next(claim for claim in story.claims if claim.id == "c-medics")
    report = next(report for report in story.reports if report.id == claim.report)
    markup = str(marked(report, [claim], {claim.id: "e-market"}))
    found = re.search(r'<mark id="c-medics" data-k="0">(.*?)</mark>', markup)
    assert found
    assert words_of(found[1]) == claim.sentence.text
    assert '<a class="up" href="#e-market" aria-label="to the event"></a>' in markup


def test_two_claims_of_one_sentence_each_have_their_own_id() -> None:
    report = told("Two were killed and three hurt.")
    claims = [claimed(report, "c-1", (0, 31), (9, 15), (0, 3)), claimed(report, "c-2", (0, 31), (26, 30), (20, 25))]
    markup = marked(report, claims, {"c-1": "e", "c-2": "e"})
    number = '<b class="n" data-c="0n" data-l="0:killed" title="killed: 1">Two</b>'
    assert markup.startswith(f'<mark id="c-1" data-k="0"><mark id="c-2" data-k="1">{number}')
    assert markup.count('class="up"') == 1


def test_each_part_says_what_it_was_read_as_and_only_where_it_ends() -> None:
    report = told("The army said it never fired.")
    army, said = report.span(0, 8), report.span(9, 13)
    told_by = (Attribution(army, said),)
    fired = Claim(
        "r", "ASSAULT", report.span(23, 28), report.span(0, 29), "firearms", status="denied", attribution=told_by, id="c"
    )
    second = msgspec.structs.replace(fired, roles=(Role("actor", report.span(4, 8)),), attribution=(), id="c-2")
    markup = str(marked(report, [fired, second], {}))
    assert re.findall(r'data-l="(.*?)"', markup) == [
        "0:speaker|1:by",
        "0:says so",
        "0:armed violence, firearms, denied|1:armed violence, firearms, denied",
    ]
    assert '<b data-c="0s" title="speaker">The </b>' in markup
    assert 'title="speaker; by">army</b>' in markup


def test_boilerplate_is_greyed_and_named() -> None:
    report = told("News. Share this", blocks=(Block("body", 0, 5), Block("prompt", 6, 16)))
    assert marked(report, [], {}) == 'News. <span class="grey" title="page furniture">Share this</span>'


def test_hostile_words_stay_words() -> None:
    text = "<script>alert('x')</script> was killed & \"buried\"."
    report = told(text)
    markup = marked(report, [claimed(report, 'c-"><b>', (0, len(text)), (0, 8))], {})
    assert "<script" not in markup
    assert '"><b>' not in markup
    assert words_of(markup) == text


@given(st.text("ab <&\n", max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=6), st.data())
def test_any_overlap_of_spans_keeps_words_and_nesting(text: str, pairs: list[tuple[int, int]], data: st.DataObject) -> None:
    report = told(text)
    spans = [tuple(sorted((a % (len(text) + 1), b % (len(text) + 1)))) for a, b in pairs]
    claims = [claimed(report, f"c-{n}", span, data.draw(st.sampled_from(spans))) for n, span in enumerate(spans)]  # type: ignore[arg-type]
    markup = str(marked(report, claims, {}))
    assert words_of(markup) == text
    stack: list[str] = []
    for closing, tag in re.findall(r"<(/?)(\w+)", markup):
        if closing:
            assert stack.pop() == tag
        else:
            stack.append(tag)
    assert not stack
