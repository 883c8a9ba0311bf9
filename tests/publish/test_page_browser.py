"""The page in a browser: offline, without errors, on a phone, by keyboard, with and without its script."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from deconflict.publish import Published, page
from deconflict.publish.webpage.words import PARTS

playwright = pytest.importorskip("playwright.sync_api")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = ("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")

pytestmark = [pytest.mark.browser, pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")]

Open = Callable[..., "playwright.Page"]


@pytest.fixture(scope="module")
def browser() -> Iterator[playwright.Browser]:
    with playwright.sync_playwright() as run:
        browser = run.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield browser
        browser.close()


@pytest.fixture
def opened(browser: playwright.Browser, story: Published, tmp_path: Path) -> Iterator[Open]:
    """Opens the page; whatever it logs or asks of the network fails the test at its end."""
    file = tmp_path / "page.html"
    page(story, file)
    told: list[str] = []
    contexts: list[playwright.BrowserContext] = []

    def foreign(url: str) -> bool:
        return url.split("#")[0] not in {file.as_uri(), "data:,"}

    def opened(fragment: str = "", width: int = 1280, script: bool = True) -> playwright.Page:
        context = browser.new_context(viewport={"width": width, "height": 800}, java_script_enabled=script)
        contexts.append(context)
        tab = context.new_page()
        tab.on("console", lambda message: told.append(message.text))
        tab.on("pageerror", lambda error: told.append(str(error)))
        tab.on(
            "request",
            lambda request: None if request.url.split("#")[0] in {file.as_uri(), "data:,"} else told.append(request.url),
        )
        tab.goto(file.as_uri() + fragment)
        return tab

    yield opened
    for context in contexts:
        context.close()
    assert told == []


def in_view(tab: playwright.Page, selector: str) -> bool:
    box = tab.locator(selector).bounding_box()
    size = tab.viewport_size
    return bool(box and size and box["x"] >= 0 and 0 <= box["y"] < size["height"] and box["x"] < size["width"])


@pytest.mark.parametrize("script", [True, False])
def test_a_figure_opens_the_sentence_it_stands_on(opened: Open, script: bool) -> None:
    tab = opened(script=script)
    figure = tab.locator("#e-market .said a[href='#c-medics']").first
    figure.scroll_into_view_if_needed()
    figure.click()
    assert in_view(tab, "#c-medics")
    assert tab.locator("#c-medics").inner_text() == "Medics of the Relief Corps put it at between 28 and 35."


def test_the_sentence_is_lit_and_its_parts_are_told_apart(opened: Open) -> None:
    tab = opened("#c-wire")
    assert tab.locator("mark.hit").count() == 1
    assert tab.locator("b.hit.n").all_inner_texts() == ["At least 12"]
    assert tab.locator("b.hit.s").all_inner_texts() == ["Rivers Monitor"]
    assert tab.locator(".legend").is_visible()
    assert tab.locator(".legend b").all_inner_texts() == list(PARTS.values())


LABEL = "word => getComputedStyle(word, '::after').content"


@pytest.mark.parametrize(("script", "number"), [(True, "killed"), (False, "number")])
def test_what_words_were_read_as_can_be_told_without_colours(opened: Open, script: bool, number: str) -> None:
    tab = opened("#c-wire", script=script)
    words = tab.locator("#c-wire b[data-l]")
    shown = {word.inner_text(): word.evaluate(LABEL).strip('"') for word in words.all()}
    event = "armed violence, aerial" if script else "event"
    told = {"At least 12": number, "struck": event, "grain market": "against", "Ostrel": "place", "Monday": "time"}
    assert shown == told | {"Rivers Monitor": "speaker"}
    assert words.first.get_attribute("title") == "killed: at least 12"


def test_only_the_claim_that_was_opened_bears_labels(opened: Open) -> None:
    tab = opened("#c-wire")
    tab.evaluate("location.hash = '#c-wounded'")
    playwright.expect(tab.locator("b[data-as]")).to_have_text(["Dozens", "wounded"])
    assert tab.locator("#c-wire b.hit").count() == 0


def test_the_events_stay_where_they_were_while_a_report_is_read(opened: Open) -> None:
    tab = opened()
    figure = tab.locator("#e-market .said a[href='#c-medics']").first
    figure.scroll_into_view_if_needed()
    before = tab.evaluate("scrollY")
    assert before > 0
    figure.click()
    tab.wait_for_selector("#c-medics.hit")
    assert tab.evaluate("scrollY") == before
    tab.keyboard.press("Escape")
    assert not tab.locator("#r-later .text").is_visible()
    assert tab.evaluate("scrollY") == before
    assert tab.evaluate("document.activeElement.getAttribute('href')") == "#c-medics"


def test_a_sentence_leads_back_to_its_event(opened: Open) -> None:
    tab = opened("#c-medics")
    tab.locator("#r-later .up").first.click()
    assert tab.url.endswith("#e-market")
    assert not tab.locator("#r-later .text").is_visible()
    assert in_view(tab, "#e-market h4")


@pytest.mark.parametrize("fragment", ["", "#c-wire"])
@pytest.mark.parametrize("script", [True, False])
def test_a_phone_never_scrolls_sideways(opened: Open, fragment: str, script: bool) -> None:
    tab = opened(fragment, width=360, script=script)
    if script:
        assert tab.evaluate("document.documentElement.scrollWidth") <= 360
    tab.mouse.move(180, 400)
    tab.mouse.wheel(400, 0)
    assert tab.locator("h1").bounding_box()["x"] >= 0  # type: ignore[index]


def test_everything_is_there_without_a_script(opened: Open) -> None:
    tab = opened(script=False)
    assert tab.locator("article.event").count() == 4
    assert tab.locator("svg.map a").count() == 2
    assert not tab.locator("form.tools").first.is_visible()


def test_events_are_found_by_words_side_and_toll(opened: Open) -> None:
    tab = opened()
    shown = tab.locator("article.event:visible")
    tab.locator("input[name=words]").fill("velm bridge")
    playwright.expect(shown).to_have_count(1)
    playwright.expect(tab.locator("#events .shown")).to_have_text("1 of 4 events")
    tab.locator("#events button[type=reset]").click()
    playwright.expect(shown).to_have_count(4)
    tab.locator("input[name=toll]").fill("21")
    playwright.expect(shown).to_have_count(1)
    tab.locator("input[name=toll]").fill("")
    tab.locator("select[name=side]").select_option("Northern Council")
    playwright.expect(shown).to_have_count(1)


def test_events_are_sorted_by_the_number_killed_and_back(opened: Open) -> None:
    tab = opened()
    order = "[...document.querySelectorAll('article.event')].map((event) => event.id)"
    by_date = tab.evaluate(order)
    tab.locator("select[name=sort]").select_option("toll")
    assert tab.evaluate(order)[:2] == ["e-market", "e-velm"]
    tab.locator("select[name=sort]").select_option("date")
    assert tab.evaluate(order) == by_date


def test_the_map_can_be_come_closer_to(opened: Open) -> None:
    tab = opened()
    drawing = playwright.expect(tab.locator("svg.map"))
    drawing.to_have_attribute("viewBox", "0 0 960 560")
    tab.get_by_role("button", name="Zoom in").click()
    drawing.to_have_attribute("viewBox", "192 112 576 336")
    tab.get_by_role("button", name="Whole map").click()
    drawing.to_have_attribute("viewBox", "0 0 960 560")


def test_a_report_is_found_by_its_words(opened: Open) -> None:
    tab = opened()
    tab.locator("input[name=reports]").fill("put it at between")
    playwright.expect(tab.locator("article.report:visible")).to_have_count(1)
