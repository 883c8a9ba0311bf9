from __future__ import annotations

from typing import Any

import pytest

from deconflict.record import Block, Report, Source
from deconflict.resolve.published import Published, iso_day, published


def report(text: str = "", dateline: str = "", **fields: Any) -> Report:
    blocks = (Block("dateline", 0, len(dateline)),) if dateline else ()
    return Report("r", "r", Source("s", "S"), "", f"{dateline} {text}", "", blocks=blocks, **fields)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Wed 05 Apr 2017", "2017-04-05"),
        ("30-04-2016", "2016-04-30"),
        ("Last updated at Jul 012016 HALMIR", "2016-07-01"),
        ("August 13 2016 2037 UTC+3", "2016-08-13"),
        ("AGENCY Friday 12 Sep 2014", "2014-09-12"),
        ("Date of publication 4 April 2017", "2017-04-04"),
        ("Aug. 1 2016", "2016-08-01"),
        ("11.10.2017(updated 1838 11.10.2017)", "2017-10-11"),
        ("Sat 24 Aug 2013 at 2354", "2013-08-24"),
        ("Monday, 7 May 2018", "2018-05-07"),
        ("2018-05-07", "2018-05-07"),
    ],
)
def test_a_dateline_is_read_in_any_of_its_forms(words: str, day: str) -> None:
    assert published(report(dateline=words)) == Published(day, "dateline")


@pytest.mark.parametrize(
    ("dateline", "text", "day"),
    [
        ("HALMIR, 3 JAN 90 (AGENCY) --", "Shelling went on.", "1990-01-03"),
        ("HALMIR, 31 MAY", "89 (RADIO OF THE FRONT) -- Shelling went on.", "1989-05-31"),
        ("HALMIR, 3 JAN 12 --", "Shelling went on.", "2012-01-03"),
        ("HALMIR, 3 JAN", "12 people were killed.", None),
        ("HALMIR, 31 JUN 89 (AGENCY) --", "Shelling went on.", None),
    ],
)
def test_wires_write_the_year_with_two_digits(dateline: str, text: str, day: str | None) -> None:
    assert published(report(text, dateline)) == (Published(day, "dateline") if day else None)


@pytest.mark.parametrize("words", ["HALMIR, May 7", "31 February 2018", "40-04-2016", "by our own correspondent"])
def test_a_dateline_without_a_whole_day_dates_nothing(words: str) -> None:
    assert published(report(dateline=words)) is None


def test_a_date_outside_a_dateline_is_not_the_report_s(
) -> None:  # fmt: skip
    assert published(report("It began on 7 May 2018.")) is None


def test_the_report_s_own_dateline_outranks_a_table_s_column() -> None:
    found = published(report(dateline="7 May 2018", published="2018-05-01", published_from="metadata"))
    assert found == Published("2018-05-07", "dateline")


def test_what_the_user_gave_outranks_all() -> None:
    found = published(report(dateline="7 May 2018", published="2018-05-09", published_from="given"))
    assert found == Published("2018-05-09", "given")


def test_metadata_outranks_the_address() -> None:
    found = published(report(published="2018-05-07T10:00:00Z", published_from="metadata", url="https://x.example/2018/05/06/a"))
    assert found == Published("2018-05-07", "metadata")


@pytest.mark.parametrize("path", ["2017/05/19/story", "2017/may/19/story", "story-2017-05-19.html", "20170519/story"])
def test_an_address_may_hold_the_day(path: str) -> None:
    assert published(report(url=f"https://x.example/{path}")) == Published("2017-05-19", "url")


@pytest.mark.parametrize(
    "url", ["https://x.example/2017/13/45/x", "https://x.example/id/20171399", "https://x.example/1234567890"]
)
def test_a_number_in_an_address_is_not_always_a_day(url: str) -> None:
    assert published(report(url=url)) is None


def test_ambiguous_digits_date_nothing_by_themselves() -> None:
    assert published(report(dateline="05-04-2016")) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The shelling of April 3 went on.", "2016-04-05"),
        ("The shelling of May 2 went on.", "2016-05-04"),
        ("He spoke on Monday. On Monday the town was shelled.", "2016-04-05"),
        ("He spoke on Wednesday.", "2016-05-04"),
        ("He spoke on Friday.", None),
    ],
)
def test_ambiguous_digits_are_decided_by_what_else_the_report_says(text: str, day: str | None) -> None:
    found = published(report(text, dateline="05-04-2016"))
    assert (found.day if found else None) == day


def test_ambiguous_digits_are_decided_by_their_weekday() -> None:
    assert published(report(dateline="Tue 05-04-2016")) == Published("2016-04-05", "dateline")
    assert published(report(dateline="Wed 05-04-2016")) == Published("2016-05-04", "dateline")


def test_ambiguous_digits_are_decided_by_the_address() -> None:
    found = published(report(dateline="05-04-2016", url="https://x.example/2016/05/04/story"))
    assert found == Published("2016-05-04", "dateline")


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2019-05-07", "2019-05-07"),
        ("2019-05-07T07:15:00Z", "2019-05-07"),
        ("7 May 2019", "2019-05-07"),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_metadata_come_down_to_a_day(words: str | None, day: str | None) -> None:
    assert iso_day(words) == day
