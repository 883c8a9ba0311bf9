from __future__ import annotations

import pytest

PROSE = "Ten people were wounded when shells fell on the market, a medic said."
MORE = "Nobody claimed the attack, and the road out of the town stayed shut."
PAGE = f"{PROSE}\n\n{MORE}\n\nThe army denied that it had fired at the town on that day."


def kinds(found: list[tuple[str, str]]) -> list[str]:
    return [kind for kind, _ in found]


def test_a_first_line_without_a_stop_is_the_headline(parts):
    assert parts(f"Shells hit Kelvat market\n\n{PAGE}") == [("headline", "Shells hit Kelvat market"), ("body", PAGE)]


def test_sections_before_a_headline_printed_twice(parts):
    found = parts(f"• News\n  • World Media\n\nShells hit Kelvat market\n\nShells hit Kelvat market\n\n{PAGE}")
    assert kinds(found) == ["tags", "tags", "headline", "headline", "body"]


def test_a_caption_glued_to_an_agency_and_said_again(parts):
    found = parts(f"{PROSE}\nThe two ministers in KelvatGETTY\n\nThe two ministers in Kelvat\n\n{MORE}\nIt ended.")
    assert kinds(found) == ["body", "caption", "caption", "body"]


def test_a_line_without_a_stop_between_prose_is_a_caption_or_a_subhead(parts):
    caption = "The mill by the river had been hit by shells twice in the same week"
    assert parts(f"{PROSE}\n{caption}\n{MORE}\n{PROSE}\n{MORE}")[1] == ("caption", caption)
    assert parts(f"{PROSE}\nA road shut\n{MORE}\n{PROSE}\n{MORE}")[1] == ("headline", "A road shut")


def test_lines_without_stops_tell_nothing_where_no_line_has_them(parts):
    text = "ten people were hurt in the market\nnobody claimed the attack\nthe road stayed shut all day\nit is open again"
    assert kinds(parts(text)) == ["body"]


def test_items_of_a_list_are_story(parts):
    text = f"{PROSE}\n\nThe monitor counted:\n\n- two killed in Kelvat\n- six wounded in Orrest\n\n{MORE}"
    assert parts(text) == [("body", text)]


@pytest.mark.parametrize("line", ["Slideshow (3 Images)", "Share on Facebook", "Read more: Army takes ridge", "Advertisement"])
def test_a_line_to_the_visitor_is_a_prompt(parts, line):
    assert parts(f"{PROSE}\n\n{line}\n\n{MORE}") == [("body", PROSE), ("prompt", line), ("body", MORE)]


def test_what_follows_the_call_for_comments_is_not_read(parts):
    found = parts(f"{PAGE}\n\nLeave a Reply\n\nGood read, thank you.\n\nI was there and saw twenty dead.")
    assert kinds(found) == ["body", "prompt", "other", "other"]


def test_a_link_to_comments_above_the_story_does_not_end_it(parts):
    assert kinds(parts(f"{PROSE}\n\nLeave a Reply\n\n{PAGE}\n\n{PAGE}")) == ["body", "prompt", "body"]


def test_an_empty_tag_line_is_tags(parts):
    assert parts(f"{PAGE}\n\nTags: Categories: Most Popular")[-1] == ("tags", "Tags: Categories: Most Popular")


def test_a_date_and_a_writer_on_lines_of_their_own(parts):
    found = parts(f"Shells hit Kelvat market\nBy Orrin Vale\nSaturday 15 April 2017\n\n{PAGE}")
    assert kinds(found) == ["headline", "byline", "dateline", "body"]


def test_a_stitched_page_ends_where_the_comments_begin(parts):
    stories = "\n\n".join(
        f"Team {n} wins the cup\n\nThe match in week {n} was decided late. Its captain was glad." for n in range(6)
    )
    found = parts(f"{PAGE}\n\nLeave Your Comment\n\nLatest News\n\nBreaking News\n\n{stories}")
    assert kinds(found)[:4] == ["body", "prompt", "other", "other"]
    assert set(kinds(found)[4:]) == {"teaser"}
    assert found[0][1] == PAGE


def test_other_stories_named_within_the_story_do_not_end_it(parts):
    tail = "\n".join([PROSE, MORE] * 4)
    found = parts(f"{PAGE}\n\nDON'T MISS\nTeam wins the cup\nMill opens again\n{tail}")
    assert kinds(found) == ["body", "other", "teaser", "teaser", "body"]


def test_a_paragraph_in_quotation_marks_is_a_quotation(parts):
    quoted = '"We carried the wounded out one by one. The road was shut by then."'
    assert parts(f"{PROSE}\n\n{quoted}\n\n{MORE}")[1] == ("quotation", quoted)
