from __future__ import annotations

import pytest

BODY = "Ten people were wounded when shells fell on the market on Friday a medic said."


@pytest.mark.parametrize(
    "date",
    [
        "30-04-2016",
        "Saturday 15 April 2017",
        "Wed 05 Apr 2017",
        "Sat 24 Aug 2013 at 2354",
        "Last updated at Jul 012016",
        "August 13 2016 2037 UTC+3",
        "Published June 3, 2016",
        "Date of publication 5 July 2016",
        "2019-05-09T10:00:00Z",
        "24.07.2016(updated 2042 24.07.2016)",
    ],
)
def test_a_date_before_the_story_is_a_dateline(parts, date):
    assert parts(f"{date} {BODY}") == [("dateline", date), ("body", BODY)]


@pytest.mark.parametrize(
    "place",
    ["KELVAT, Oct 3 (Reuters) -", "KELVAT (SANA) -", "MERENTOWN October 1 (RIA Novosti) -", "Kelvat, Dorrin (AP) —", "KELVAT —"],
)
def test_a_place_before_the_story_is_a_dateline(parts, place):
    assert parts(f"{place} {BODY}") == [("dateline", place), ("body", BODY)]


@pytest.mark.parametrize(
    "text",
    [
        "On Friday 12 Sep 2014 the army left Kelvat.",
        "12 September 2014 was the day the army left Kelvat.",
        "Northern Defence Front (NDF) Commander Vale left Kelvat.",
        "Kelvat was shelled. The report of 3 May 2016 did not say so.",
    ],
)
def test_a_date_or_name_within_a_sentence_is_no_dateline(parts, text):
    assert [kind for kind, _ in parts(text)] == ["body"]


def test_the_words_that_bound_a_number_stay_with_the_story(parts):
    assert parts("Last updated at Jun 062016 KELVAT Nearly 50 strikes hit the town on Sunday.") == [
        ("dateline", "Last updated at Jun 062016"),
        ("dateline", "KELVAT"),
        ("body", "Nearly 50 strikes hit the town on Sunday."),
    ]


def test_a_title_at_the_start_of_one_line_of_text_is_a_headline(parts):
    title = "Kelvat market's dead now ten, medics say"
    assert parts(f"Wed 05 Apr 2017 Kelvat markets dead now ten medics say. {BODY}", title) == [
        ("dateline", "Wed 05 Apr 2017"),
        ("headline", "Kelvat markets dead now ten medics say."),
        ("body", BODY),
    ]


def test_a_site_name_in_the_title_is_not_expected_in_the_text(parts):
    found = parts(
        f"Ten hurt in Kelvat market AFP Friday 12 Sep 2014 {BODY}", "Ten hurt in Kelvat market - Region - World - Quill Online"
    )
    assert found == [
        ("headline", "Ten hurt in Kelvat market"),
        ("byline", "AFP"),
        ("dateline", "Friday 12 Sep 2014"),
        ("body", BODY),
    ]


def test_a_sentence_that_opens_with_the_titles_words_is_no_headline(parts):
    text = "Shells hit Kelvat market on Friday and ten people were hurt."
    assert parts(text, "Shells hit Kelvat market") == [("body", text)]


def test_a_headline_in_title_case_is_known_without_a_title(parts):
    assert parts(f"01-11-2014 Ten Wounded in Kelvat Market Shelling. {BODY}")[1] == (
        "headline",
        "Ten Wounded in Kelvat Market Shelling.",
    )


def test_writers_named_after_the_date_are_a_byline(parts):
    assert parts(f"Posted on August 3 2013 by Orrin Vale {BODY}".replace("Ten people", "At least ten people"))[:2] == [
        ("dateline", "Posted on August 3 2013"),
        ("byline", "by Orrin Vale"),
    ]


def test_a_share_counter_is_a_prompt(parts):
    assert parts(f"09.05.2019 Get short URL 0 3 0 {BODY}")[1] == ("prompt", "Get short URL 0 3 0")


def test_a_standfirst_said_again_word_for_word_is_a_teaser(parts):
    assert [kind for kind, _ in parts(f"09-05-2019 {BODY} {BODY} Two of them died.")] == ["dateline", "teaser", "body"]


def test_a_standfirst_with_a_number_of_its_own_stays_story(parts):
    lead = "Shells on the Kelvat market wounded 12 people."
    text = f"09-05-2019 {lead} Tags Kelvat market shells Ten people were wounded by shells in Kelvat."
    assert ("body", lead) in parts(text)


def test_two_like_sentences_with_different_news_are_both_story(parts):
    text = "A source at Kelvat police told Quill two died in the mill. A source at Kelvat police said six were hurt in the camp."
    assert parts(text) == [("body", text)]


def test_tags_end_where_the_sentence_begins(parts):
    found = parts(
        "Date of publication 5 July 2016 The market was shelled. Tags Kelvat market ceasefire At least 11 people among them two"
    )
    assert found[2:] == [("tags", "Tags Kelvat market ceasefire"), ("body", "At least 11 people among them two")]
