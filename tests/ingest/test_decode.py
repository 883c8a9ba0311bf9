"""Bytes become text without a letter changed, or an issue says why not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from deconflict.ingest.decode import Decoded, decoded, with_newlines
from deconflict.record import Issue

ENGLISH = "“At least 12 soldiers were killed,” a spokesman said – nobody claimed the attack near the café."
PROSE = st.text(st.characters(exclude_categories=("Cs", "Cc")), min_size=1).filter(
    lambda text: text.strip(" \ufeff") and text.strip()
)


def text_of(data: bytes) -> str:
    result = decoded(data, "report.txt")
    assert isinstance(result, Decoded), result
    return result.text


def issue_of(data: bytes) -> Issue:
    result = decoded(data, "report.txt")
    assert isinstance(result, Issue), result
    return result


@given(PROSE)
def test_utf8_comes_back_as_it_was(text: str) -> None:
    result = decoded(b"A report: " + text.encode(), "report.txt")
    assert isinstance(result, Decoded)
    assert result.text == "A report: " + text
    assert result.damage == 0


@given(PROSE, st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_a_byte_order_mark_tells_the_encoding_and_is_no_letter(text: str, encoding: str) -> None:
    result = decoded(("Report " + text).encode(encoding), "report.txt")
    assert isinstance(result, Decoded)
    assert result.text == "Report " + text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_without_its_mark_is_seen(encoding: str) -> None:
    assert text_of("Seven villages were shelled.".encode(encoding)) == "Seven villages were shelled."


@pytest.mark.parametrize(
    ("encoding", "text"),
    [
        ("cp1252", ENGLISH),
        ("cp1252", "It’s over."),
        ("latin-1", "Die Soldaten erklärten, daß zwölf Häuser zerstört wurden."),
        (
            "cp1252",
            "Les soldats ont été aperçus à l’entrée du village après le départ des blessés, a déclaré un témoin à l’hôpital.",
        ),
        (
            "cp1254",
            "Köylüler gazetecilere yaptıkları açıklamada askerlerin salı günü köyden çekildiğini ve şehre döndüğünü söyledi.",
        ),
        (
            "cp1250",
            "Żołnierze wycofali się z wsi we wtorek po dwóch dniach ostrzału, powiedzieli mieszkańcy dziennikarzom.",
        ),
        ("cp1251", "Солдаты покинули деревню во вторник после двух дней обстрела, сообщили журналистам местные жители."),
        ("koi8-r", "Солдаты покинули деревню во вторник после двух дней обстрела, сообщили журналистам местные жители."),
        ("cp1256", "انسحب الجنود من القرية يوم الثلاثاء بعد يومين من القصف كما قال السكان للصحفيين عبر الهاتف"),
        ("shift_jis", "兵士たちは火曜日に村から撤退したと住民が電話で記者団に語った。"),
        ("gb18030", "居民通过电话告诉记者，士兵们星期二撤出了村庄。"),
    ],
)
def test_older_encodings_are_told_by_script_and_language(encoding: str, text: str) -> None:
    assert text_of(text.encode(encoding)) == text


def test_a_page_declares_its_encoding() -> None:
    page = '<html><head><meta charset="windows-1256"></head><body><p>{}</p></body></html>'.format("قال" * 3)
    assert text_of(page.encode("cp1256")) == page


def test_a_declared_encoding_that_does_not_fit_is_not_believed() -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>' + ENGLISH + "</p></body></html>"
    assert text_of(page.encode("utf-8")) == page


@pytest.mark.parametrize("name", ["hex", "rot13", "unicode_escape", "no-such-thing", "utf-7"])
def test_a_declared_encoding_that_is_none_is_passed_over(name: str) -> None:
    page = f'<html><head><meta charset="{name}"></head><body><p>It’s over.</p></body></html>'
    assert text_of(page.encode("cp1252")) == page


def test_a_torn_letter_does_not_lose_the_report() -> None:
    result = decoded("Ville assiégée, «Là où».".encode() + b"\xc3 And on.", "report.txt")
    assert isinstance(result, Decoded)
    assert result.text == "Ville assiégée, «Là où».\ufffd And on."
    assert result.damage == 1


@given(st.lists(st.sampled_from(["a", "b ", "\n", "\r", "\r\n", "é"]), max_size=40).map("".join))
def test_every_line_end_is_one_newline(text: str) -> None:
    normal = with_newlines(text)
    assert "\r" not in normal
    assert normal == "\n".join(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))
    assert with_newlines(normal) == normal


def test_other_control_characters_stay_where_they_are() -> None:
    assert text_of(b"Page one\x0cPage two, and a bell \x07.") == "Page one\x0cPage two, and a bell \x07."


@pytest.mark.parametrize("data", [b"", b"  \r\n\t ", b"\xef\xbb\xbf"])
def test_nothing_but_white_space_is_empty(data: bytes) -> None:
    assert issue_of(data).kind == "empty"


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7 ...",
        b"PK\x03\x04word/document.xml",
        b"\x89PNG\r\n\x1a\n",
        b"\x1f\x8b\x08truncated",
        b"{\\rtf1 text}",
        b"text and\x00\x00\x00zero bytes",
        b"\x01\x02\x03\x04 text \x05\x06\x07\x08",
    ],
)
def test_what_is_no_text_is_binary(data: bytes) -> None:
    issue = issue_of(data)
    assert issue.kind == "binary"
    assert issue.advice


def test_bytes_in_no_encoding_are_an_issue() -> None:
    issue = issue_of(bytes(range(128, 256)) * 4)
    assert issue.kind == "encoding"
    assert "UTF-8" in issue.advice


def test_one_zero_byte_makes_no_text_binary() -> None:
    text = f"{ENGLISH}\0 The villagers came back."
    assert text_of(text.encode()) == text


@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_an_issue(data: bytes) -> None:
    result = decoded(data, "report.txt")
    if isinstance(result, Decoded):
        assert "\r" not in result.text
        result.text.encode("utf-8")
    else:
        assert result.reason.endswith(".")
