from __future__ import annotations

import pytest

BODY = "Ten people were wounded when shells fell on the market on Friday. No one claimed the attack."


@pytest.mark.parametrize(
    "byline",
    [
        "Reporting by Orrin Vale; Editing by A. Ostrom",
        "Additional reporting by Orrin Vale in Kelvat and Ann Ostrom in Orrest; Writing by Tom Reed",
        "Vale/Ostrom",
        "O. Vale / A. al-Reed/Ostrom",
        "Orrin Vale",
        "--Reuters",
        "-AFP",
        "(Source: Quill Media Office)",
        "(With AFP and Reuters)",
        "Source Quill World and agencies",
        "218-11",
    ],
)
def test_who_wrote_or_published_at_the_end_is_a_byline(parts, byline):
    assert parts(f"{BODY} {byline}") == [("body", BODY), ("byline", byline)]


@pytest.mark.parametrize(
    "prompt", ["Twitter", "Read Also", "English bulletin", "Our Standards:The Thomson Reuters Trust Principles."]
)
def test_a_word_to_the_visitor_at_the_end_is_a_prompt(parts, prompt):
    assert parts(f"{BODY} {prompt}") == [("body", BODY), ("prompt", prompt)]


@pytest.mark.parametrize(
    "text",
    [
        "The strikes were condemned by the U.N. Security Council.",
        "The minister met Dr. Orrin Vale.",
        "The group published its claim on Twitter",
        "The shelling killed a teacher and wounded her sister also",
    ],
)
def test_a_sentence_that_ends_in_names_is_story(parts, text):
    assert parts(text) == [("body", text)]


def test_related_headlines_tags_and_prompts_after_the_story(parts):
    related = "... 48 Related Army Takes Kelvat Ridge Ministry Denies Strike on Mill"
    text = f"{BODY} {related} Tags shelling market Kelvat Community standardsDiscussion Comment via Quill"
    assert parts(text) == [
        ("body", BODY),
        ("teaser", related),
        ("tags", "Tags shelling market Kelvat"),
        ("prompt", "Community standardsDiscussion Comment via Quill"),
    ]
