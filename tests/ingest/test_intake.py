"""Every input is read or said to be unreadable, and no input stops the others."""

from __future__ import annotations

import hashlib
import io
import tracemalloc
from pathlib import Path

import msgspec
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from deconflict.errors import BadRequest
from deconflict.ingest import IngestOptions, inputs
from deconflict.record import Issue, Raw

TEXT = "Shells fell on the market of Arrun at noon, residents said."
PAGE = f"<!DOCTYPE html>\n<html><head><title>Arrun</title></head><body><p>{TEXT}</p></body></html>"


def read(*paths: str | Path, options: IngestOptions | None = None, stdin: bytes | None = None) -> list[Raw | Issue]:
    pipe = None if stdin is None else io.BytesIO(stdin)
    return list(inputs([str(path) for path in paths], options or IngestOptions(), pipe))


def raws(found: list[Raw | Issue]) -> list[Raw]:
    return [item for item in found if isinstance(item, Raw)]


def issue(*paths: str | Path, options: IngestOptions | None = None, stdin: bytes | None = None) -> Issue:
    (found,) = read(*paths, options=options, stdin=stdin)
    assert isinstance(found, Issue), found
    assert found.reason.endswith(".")
    assert "\n" not in found.reason
    assert found.advice
    return found


def placeless(raw: Raw) -> Raw:
    return msgspec.structs.replace(raw, places=())


def write(path: Path, content: str | bytes) -> Path:
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", TEXT, "text"),
        ("a", TEXT, "text"),
        ("a.TXT", TEXT, "text"),
        ("a.md", f"# Arrun\n\n{TEXT}", "markdown"),
        ("a.html", PAGE, "html"),
        ("a.htm", f"<p>{TEXT}</p>", "html"),
        ("a.xhtml", f'<?xml version="1.0"?>\n{PAGE}', "html"),
        ("a.txt", PAGE, "html"),
        ("a", "<!-- saved -->\n<html lang='en'>" + TEXT, "html"),
        ("a.md", PAGE, "markdown"),
    ],
)
def test_a_file_is_read_as_what_it_is(tmp_path: Path, name: str, content: str, kind: str) -> None:
    path = write(tmp_path / name, content)
    (raw,) = raws(read(path))
    assert (raw.key, raw.content, raw.format) == (str(path), content, kind)
    assert raw.raw_sha256 == hashlib.sha256(content.encode()).hexdigest()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("t.csv", f'id,text\n7,"{TEXT}"\n'),
        ("t.tsv", f"id\ttext\n7\t{TEXT}\n"),
        ("t.jsonl", f'{{"id": 7, "text": "{TEXT}"}}\n'),
        ("t.ndjson", f'{{"id": 7, "text": "{TEXT}"}}\n'),
        ("t.json", f'[{{"id": 7, "text": "{TEXT}"}}]'),
    ],
)
def test_the_same_row_is_the_same_report_in_every_format(tmp_path: Path, name: str, content: str) -> None:
    pq.write_table(pa.table({"id": [7], "text": [TEXT]}), tmp_path / "t.parquet")
    (raw,) = raws(read(write(tmp_path / name, content)))
    assert [placeless(raw)] == list(map(placeless, raws(read(tmp_path / "t.parquet"))))
    assert (raw.key, raw.content) == ("7", TEXT)


@pytest.mark.parametrize(
    ("stdin", "kind", "key"),
    [
        (TEXT.encode(), "text", "stdin"),
        (PAGE.encode(), "html", "stdin"),
        (f'{{"text": "{TEXT}"}}\n{{"text": "{TEXT}"}}'.encode(), "text", "stdin#1"),
        (f'[{{"text": "{TEXT}"}}]'.encode(), "text", "stdin#1"),
    ],
)
def test_standard_input_is_read_as_what_it_is(stdin: bytes, kind: str, key: str) -> None:
    raw = raws(read("-", stdin=stdin))[0]
    assert (raw.format, raw.key) == (kind, key)


def test_a_text_that_begins_with_a_bracket_is_a_text() -> None:
    (raw,) = raws(read("-", stdin=b"[Arrun, 19 May] Shells fell."))
    assert raw.content == "[Arrun, 19 May] Shells fell."


def test_columns_make_standard_input_a_table() -> None:
    (raw,) = raws(read("-", stdin=b"no,words\n7,Shells fell.\n", options=IngestOptions.of("text=words,id=no")))
    assert (raw.key, raw.content) == ("7", "Shells fell.")


def test_a_text_is_unchanged_but_for_its_line_ends(tmp_path: Path) -> None:
    (raw,) = raws(read(write(tmp_path / "a.txt", "\ufeff Title\r\n\r\nBody  \rEnd\n\n")))
    assert raw.content == " Title\n\nBody  \nEnd\n\n"
    assert raw.title == ""


def test_a_date_for_all_is_given_to_all(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "t.csv", f'text\n"{TEXT}"\n')
    assert {raw.published_given for raw in raws(read(tmp_path, options=IngestOptions(published="2031-05-19")))} == {"2031-05-19"}


def test_a_wrong_column_of_the_only_input_stops_before_anything_is_read(tmp_path: Path) -> None:
    path = write(tmp_path / "t.csv", "id,body\n1,A\n")
    with pytest.raises(BadRequest, match=r"'story'.*Its columns are id, body"):
        inputs([str(tmp_path / "a.txt"), str(path)], IngestOptions.of("text=story"))


def test_a_bad_table_beside_other_inputs_is_an_issue_and_they_are_read(tmp_path: Path) -> None:
    good, bad = write(tmp_path / "a.txt", TEXT), write(tmp_path / "t.csv", "id,body2\n1,A\n")
    raw, missing = read(good, bad)
    assert isinstance(raw, Raw)
    assert isinstance(missing, Issue)
    assert (missing.kind, missing.skipped) == ("missing_column", True)
    assert "--columns text=NAME" in missing.advice


def test_columns_that_fit_one_of_two_tables_read_that_one(tmp_path: Path) -> None:
    fits, other = write(tmp_path / "a.csv", f'story\n"{TEXT}"\n'), write(tmp_path / "b.csv", f'words\n"{TEXT}"\n')
    raw, missing = read(fits, other, options=IngestOptions.of("text=story"))
    assert isinstance(raw, Raw)
    assert isinstance(missing, Issue)


def test_tables_of_which_none_fits_stop_before_anything_is_read(tmp_path: Path) -> None:
    tables = [write(tmp_path / name, "no,words\n1,A\n") for name in ("a.csv", "b.csv")]
    with pytest.raises(BadRequest, match=r"a\.csv has no column"):
        read(*tables)


def test_a_table_that_lacks_the_columns_is_skipped_in_a_folder(tmp_path: Path) -> None:
    write(tmp_path / "a.csv", "id,x\n1,A\n")
    write(tmp_path / "b.csv", f'id,text\n1,"{TEXT}"\n')
    missing, raw = read(tmp_path)
    assert isinstance(missing, Issue)
    assert missing.kind == "missing_column"
    assert isinstance(raw, Raw)


@pytest.mark.parametrize("options", [IngestOptions(), IngestOptions.of("text=text")])
def test_a_parquet_whose_text_is_numbers_has_no_text(tmp_path: Path, options: IngestOptions) -> None:
    pq.write_table(pa.table({"text": [1, 2], "words": ["A", "B"]}), tmp_path / "t.parquet")
    with pytest.raises(BadRequest, match=r"'text' holds numbers.*text, words.*--columns text=NAME"):
        read(tmp_path / "t.parquet", options=options)


def test_a_text_of_numbers_is_no_text(tmp_path: Path) -> None:
    number, raw = read(write(tmp_path / "t.csv", f'id,text\n1,"12,5"\n2,"{TEXT}"\n'))
    assert isinstance(number, Issue)
    assert number.kind == "no_text"
    assert isinstance(raw, Raw)


def test_a_torn_line_of_json_lines_is_skipped_alone_whether_piped_or_saved(tmp_path: Path) -> None:
    good = f'{{"id": 7, "text": "{TEXT}"}}\n'
    data = (good + '{"id": 8, "text": "torn\n' + good.replace("7", "9")).encode()
    for found in (read("-", stdin=data), *(read(write(tmp_path / name, data)) for name in ("t.jsonl", "t.json"))):
        assert [item.key if isinstance(item, Raw) else item.kind for item in found] == ["7", "unreadable", "9"]


@pytest.mark.parametrize(
    "data",
    [
        f'{{"id": 7,\n "text": "{TEXT}"\n}}\n{{"id": 8,\n "text": "{TEXT}"\n}}',
        f'[\n{{"id": 7, "text": "{TEXT}"}},\n{{"id": 8, "text": "{TEXT}"}}\n]',
    ],
)
def test_json_over_several_lines_is_read_from_a_pipe(data: str) -> None:
    assert [raw.key for raw in raws(read("-", stdin=data.encode()))] == ["7", "8"]


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_a_table_is_told_in_a_pipe(mark: str) -> None:
    (raw,) = raws(read("-", stdin=f'id{mark}text\n7{mark}"{TEXT}"\n'.encode()))
    assert (raw.key, raw.content) == ("7", TEXT)


def test_a_table_in_a_pipe_without_a_telling_column_names_those_it_has() -> None:
    with pytest.raises(BadRequest, match="columns are no, words"):
        read("-", stdin=f'no,words\n7,"{TEXT}"\n8,"{TEXT}"\n'.encode())


@pytest.mark.parametrize(
    "text",
    [
        "Shelling kills four, wounds nine\nThe market of Arrun was hit, residents said.\nOn Friday, it was calm.\n",
        "Arrun\nShells fell, residents said.\n",
        "text\nShells fell on the market of Arrun.\n",
        "Story; content\n\nShells fell; nobody was hurt.\n",
    ],
)
def test_prose_in_a_pipe_is_no_table(text: str) -> None:
    (raw,) = raws(read("-", stdin=text.encode()))
    assert raw.content == text


def test_a_zero_byte_drops_no_row(tmp_path: Path) -> None:
    (raw,) = read(write(tmp_path / "t.jsonl", f'{{"text": "{TEXT}\\u0000"}}\n'))
    assert isinstance(raw, Raw)
    assert raw.content == TEXT + "\0"


def test_a_parquet_without_text_names_the_columns_it_has(tmp_path: Path) -> None:
    pq.write_table(pa.table({"lat": [1.5], "lon": [2.5]}), tmp_path / "t.parquet")
    with pytest.raises(BadRequest, match=r"lat, lon.*--columns text=NAME"):
        inputs([str(tmp_path / "t.parquet")], IngestOptions())


@pytest.mark.parametrize(
    ("name", "content", "kind"),
    [
        ("a.txt", b"", "empty"),
        ("a.html", b" \n", "empty"),
        ("t.csv", b"", "empty"),
        ("t.csv", b"id,text\n", "empty"),
        ("t.jsonl", b"", "empty"),
        ("t.jsonl", b"Shells fell.\n", "unreadable"),
        ("t.parquet", b"id,text\n", "unreadable"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\0\0\0", "binary"),
        ("t.csv", b"PK\x03\x04\x14\0", "binary"),
        ("a.txt", bytes(range(128, 256)), "encoding"),
        ("a.txt.gz", b"\x1f\x8b\x08\0\0", "unsupported"),
        ("a.pdf", b"%PDF-1.4", "unsupported"),
        ("a.png", b"\x89PNG", "unsupported"),
    ],
)
def test_bad_input_is_one_clear_sentence_and_what_to_do(tmp_path: Path, name: str, content: bytes, kind: str) -> None:
    found = issue(write(tmp_path / name, content))
    assert found.kind == kind
    assert found.skipped
    assert name in found.reason


def test_a_line_of_fifty_megabytes_is_too_long_and_never_in_memory(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    with path.open("wb") as file:
        file.truncate(50_000_000)
        file.write(b"Shells fell. ")
    tracemalloc.start()
    found = issue(path)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert found.kind == "too_long"
    assert peak < 25_000_000


def test_the_longest_report_is_counted_in_characters(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("deconflict.ingest.intake.LONGEST_REPORT", 100)
    assert raws(read(write(tmp_path / "a.txt", "й" * 100)))
    assert issue(write(tmp_path / "b.txt", "й" * 101)).kind == "too_long"


def test_a_folder_is_read_whatever_else_lies_in_it(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", TEXT)
    write(tmp_path / "b.txt", b"")
    write(tmp_path / "c.docx", b"PK\x03\x04")
    for number in range(3):
        write(tmp_path / f"{number}.png", b"\x89PNG")
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nowhere.txt")
    found = read(tmp_path)
    issues = [(item.kind, item.skipped) for item in found if isinstance(item, Issue)]
    assert len(raws(found)) == 1
    assert sorted(issues) == [("empty", True), ("unreadable", True), ("unsupported", False), ("unsupported", True)]


def test_a_file_with_a_torn_letter_is_read_and_it_is_said(tmp_path: Path) -> None:
    torn, raw = read(write(tmp_path / "a.txt", "Ville assiégée, là ".encode() + b"\xc3 bas"))
    assert isinstance(torn, Issue)
    assert not torn.skipped
    assert isinstance(raw, Raw)
    assert "\ufffd" in raw.content


def peak_of(path: Path, rows: int) -> int:
    with path.open("w", encoding="utf-8") as file:
        file.write("id,date,text\n")
        file.writelines(f'{n},{n % 28 + 1}/5/2031,"{n} {"Shells fell on Arrun. " * 90}"\n' for n in range(rows))
    tracemalloc.start()
    count = sum(1 for _ in inputs([str(path)], IngestOptions()))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert count == rows
    return peak


def test_memory_does_not_grow_with_the_table(tmp_path: Path) -> None:
    small, large = peak_of(tmp_path / "small.csv", 700), peak_of(tmp_path / "large.csv", 7_000)
    assert large < 1.25 * small


SHORT = "Взрыв в порту"
LONG = "Солдаты покинули деревню во вторник после двух дней обстрела, сообщили журналистам местные жители."


@pytest.mark.parametrize("name", ["a.txt", "a.csv"])
def test_a_guess_at_an_encoding_that_could_be_another_is_said(tmp_path: Path, name: str) -> None:
    text = SHORT if name == "a.txt" else f'text,id\n"{SHORT}",1\n'
    doubt, raw = read(write(tmp_path / name, text.encode("koi8-r")))
    assert isinstance(raw, Raw)
    assert isinstance(doubt, Issue)
    assert (doubt.kind, doubt.skipped) == ("encoding", False)
    assert "koi8_r" in doubt.reason
    assert "iconv -f " in doubt.advice


@pytest.mark.parametrize("encoding", ["koi8-r", "cp1251", "utf-8", "utf-16"])
def test_an_encoding_that_can_be_told_needs_no_word(tmp_path: Path, encoding: str) -> None:
    (raw,) = read(write(tmp_path / "a.txt", LONG.encode(encoding)))
    assert isinstance(raw, Raw)
    assert raw.content == LONG
