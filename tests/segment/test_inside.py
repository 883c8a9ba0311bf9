from __future__ import annotations

import pytest

STORY = "Ten people were wounded when shells fell on the market."
AFTER = "Nobody claimed the attack on Friday."


@pytest.mark.parametrize(
    "caption",
    [
        "A woman carries water past the burned mill in Kelvat (AFP photo)",
        "Smoke over the river Meren on May 9 2019. (Reuters)",
        "Children wait at the Kelvat bridge. (File photo)",
        "A medic at the market in Kelvat May 9 2019. REUTERS/Orrin Vale",
        "Shells hit the market Ann Ostrom reports - YouTube",
    ],
)
def test_a_credited_picture_within_the_story_is_a_caption(parts, caption):
    assert parts(f"{STORY} {caption} {AFTER}") == [("body", STORY), ("caption", caption), ("body", AFTER)]


def test_a_photographer_glued_to_a_headline_and_a_sentence(parts):
    caption = "AP Photo Orrin Vale Army Takes Kelvat Ridge From Dorrin Front"
    assert parts(f"{STORY} {caption} The ministry said nobody was hurt.")[1:] == [
        ("caption", caption),
        ("body", "The ministry said nobody was hurt."),
    ]


def test_an_agency_that_a_sentence_names_is_no_credit(parts):
    text = "Ten were hurt, a medic told Agence France Presse (AFP). The Dorrin Relief Corps (DRC) said nobody died."
    assert parts(text) == [("body", text)]


def test_a_report_before_a_lone_credit_stays_story(parts):
    text = f"{STORY} He added that two of the wounded had died in hospital. (Reuters) {AFTER}"
    assert ("caption", "(Reuters)") in parts(text)
    assert parts(text)[0][1].endswith("had died in hospital.")


def test_a_pull_quote_is_a_teaser_only_if_the_story_holds_its_words():
    from deconflict.segment.teasers import pull_quotes

    said = "we carried the wounded out one by one until the road was shut for good"
    assert pull_quotes(f"The medic said {said} on Friday. \t \t {said} \t \t More came later.")
    assert not pull_quotes(f"The medic spoke. \t \t {said} \t \t More came later.")
