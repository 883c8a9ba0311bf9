"""The page: one file, nothing hostile in it, every value with its way to its words."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import msgspec
import pytest

from deconflict.errors import WriteFailed
from deconflict.publish import Published, page
from deconflict.publish.webpage import render
from deconflict.publish.webpage.event_view import view
from deconflict.publish.webpage.index import Index
from deconflict.publish.webpage.report_view import web_address
from deconflict.record import Entity, Finding, Issue, Report, Source, Voice

VOID = {"meta", "link", "input", "br", "hr", "img"}
HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(1)>\"'&\u2028\x00\ud800\u202e"


class Structure(HTMLParser):
    """Ids, links within the page, addresses, headings, elements and attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.targets: set[str] = set()
        self.addresses: set[str] = set()
        self.headings: list[int] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.tags.add(tag)
        self.attributes |= found.keys()
        if name := found.get("id"):
            self.ids.append(name)
        if re.fullmatch(r"h[1-6]", tag):
            self.headings.append(int(tag[1]))
        address = found.get("href") or found.get("src") or ""
        (self.targets if address.startswith("#") else self.addresses).add(address.removeprefix("#"))


def structure(html: str) -> Structure:
    found = Structure()
    found.feed(html)
    return found


@pytest.fixture
def html(story: Published) -> str:
    return render(story).decode()


def test_every_link_leads_to_an_id_and_no_id_is_given_twice(html: str) -> None:
    found = structure(html)
    assert found.targets - set(found.ids) == set()
    assert len(found.ids) == len(set(found.ids))


def test_every_claim_can_be_linked_to(html: str, story: Published) -> None:
    assert {claim.id for claim in story.claims} <= set(structure(html).ids)


def test_headings_go_down_one_step_at_a_time(html: str) -> None:
    levels = structure(html).headings
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_nothing_is_fetched_from_anywhere(html: str) -> None:
    assert structure(html).addresses - {""} == {"data:,", "https://wire.example/ostrel"}
    assert "@import" not in html
    assert re.findall(r"url\((?!#)", html) == []


def test_the_policy_allows_this_script_and_style_and_no_other(html: str) -> None:
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', html)
    assert policy
    assert policy[1].startswith("default-src &#39;none&#39;; style-src &#39;sha256-")
    assert "unsafe" not in policy[1]
    assert " style=" not in html
    assert not any(name.startswith("on") for name in structure(html).attributes)


def test_hostile_words_stay_words(story: Published) -> None:
    (wire, *others), event, origin = story.reports, story.events[0], story.origins[0]
    wire = msgspec.structs.replace(wire, title=HOSTILE, source=Source("x", HOSTILE, HOSTILE, HOSTILE), published=HOSTILE)
    voice = Voice("o-x", HOSTILE, HOSTILE, "asserts", ("c-wire",), low=1, high=1, value=HOSTILE)
    where = msgspec.structs.replace(event.where, name=HOSTILE)  # type: ignore[type-var]
    finding = Finding("killed", "single", HOSTILE, (voice,), HOSTILE)
    event = msgspec.structs.replace(event, title=HOSTILE, where=where, actors=(finding,), tolls={HOSTILE: finding}, mode=HOSTILE)
    hostile = msgspec.structs.replace(
        story,
        title=HOSTILE,
        made_at=HOSTILE,
        reports=(wire, *others),
        events=(event,),
        origins=(msgspec.structs.replace(origin, name=HOSTILE, side=HOSTILE),),
        issues=(Issue(HOSTILE, HOSTILE, HOSTILE, HOSTILE),),
        sides={HOSTILE: HOSTILE},
    )
    html = render(hostile).decode()
    assert html.count("<script") == 1
    assert html.count("</script") == 1
    assert "<img" not in html
    assert "\x00" not in html


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//host", "", None, "http://[", " "]
)
def test_an_address_no_browser_should_follow_is_not_linked(url: str | None) -> None:
    assert web_address(url) == ""


def test_a_web_address_is_linked(html: str) -> None:
    assert web_address("https://wire.example/a?b=c") == "https://wire.example/a?b=c"
    assert '<a href="https://wire.example/ostrel" rel="noopener noreferrer nofollow">' in html
    assert "javascript:" not in html


def test_copies_are_one_voice_with_a_link_to_each_report(story: Published) -> None:
    event = view(story.events[0], Index(story), {})
    first = event.tolls[0].rows[0]
    assert first.claims == ("c-wire", "c-reprint")
    assert first.reports == "2 reports"


def test_a_superseded_figure_names_the_newer_one(story: Published) -> None:
    first, newer, *_ = view(story.events[0], Index(story), {}).tolls[0].rows
    assert first.newer
    assert (first.newer.target, first.newer.label) == ("c-later", "31 (8 May 2019)")
    assert newer.newer is None


def test_a_denial_is_drawn_as_one(story: Published) -> None:
    denial = view(story.events[0], Index(story), {}).tolls[0].rows[-1]
    assert denial.denies
    assert denial.value == "denies it"


def test_the_words_of_a_number_are_quoted_only_for_that_very_number(story: Published) -> None:
    index = Index(story)
    wounded = view(story.events[0], index, {}).tolls[1]
    assert [row.said for row in wounded.rows] == ["Dozens"]
    other = msgspec.structs.replace(story.events[0].tolls["wounded"].voices[0], low=6)
    event = msgspec.structs.replace(story.events[0], tolls={"wounded": Finding("wounded", "single", "", (other,), low=6)})
    assert [row.said for row in view(event, index, {}).tolls[0].rows] == [""]


def test_doubts_about_a_report_follow_its_figures(story: Published) -> None:
    velm = view(story.events[2], Index(story), {})
    assert velm.flags == ("acronyms change within the report", "carries no date")
    assert velm.tolls[0].rows[0].flags == "acronyms change within the report; carries no date"


def test_the_same_wording_in_two_reports_is_quoted_once(story: Published) -> None:
    copied = story.claims[3]
    first = msgspec.structs.replace(story.claims[0], sentence=copied.sentence)
    quotes = view(story.events[0], Index(msgspec.structs.replace(story, claims=(first, *story.claims[1:]))), {}).quotes
    assert [link.target for link in quotes[0].places] == ["c-wire", "c-reprint"]


def test_a_claim_whose_report_is_not_published_is_not_linked(story: Published) -> None:
    fewer = msgspec.structs.replace(story, reports=story.reports[1:])
    found = structure(render(fewer).decode())
    assert found.targets - set(found.ids) == set()


def test_background_comes_after_what_happened(html: str) -> None:
    assert html.index("Fighting near Velm bridge</a></h4>") < html.index("<h3>Told as background</h3>")


def test_what_could_not_be_read_is_listed_with_what_helps(html: str) -> None:
    assert "notes/blank.txt" in html
    assert "Remove it or fill it." in html


def test_an_empty_record_says_why(story: Published) -> None:
    assert "No report has been read into it yet." in render(Published("Empty", "2026-11-20")).decode()
    unread = Published("Empty", "2026-11-20", issues=story.issues)
    assert "Nothing that was given could be read" in render(unread).decode()
    silent = Published("Empty", "2026-11-20", reports=(Report("r", "k", Source("s", "S"), "T", "Rain fell.", "0"),))
    assert "1 report read, and none holds a claim" in render(silent).decode()


def test_the_page_is_written_whole(story: Published, tmp_path: Path) -> None:
    page(story, tmp_path / "page.html")
    assert (tmp_path / "page.html").read_bytes().endswith(b"</html>")
    with pytest.raises(WriteFailed):
        page(story, tmp_path / "nowhere" / "page.html")


def test_an_actor_whom_reports_name_and_no_pack_knows_is_shown_as_one(story: Published) -> None:
    event = story.events[0]
    named = Entity("named:dorrin-relief-command", "Dorrin Relief Command", "unknown", provisional=True)
    acted = (msgspec.structs.replace(event.actors[0], value=named.name),)
    event = msgspec.structs.replace(event, actors=acted)
    own = msgspec.structs.replace(story, events=(event, *story.events[1:]), entities={**story.entities, named.id: named})
    assert view(event, Index(own), {}).actors[0].side == "named by reports, in no pack"
    assert 'title="named by reports, in no pack"' in render(own).decode()
