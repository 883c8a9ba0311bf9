"""Takes the pictures of the demo's page that README shows: `make demo`, then `python -m docs.picture demo/demo.html docs`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from playwright.sync_api import Page, sync_playwright

EVENT = "article.event:has(.voice:nth-child(3))"  # the first event on whose toll three voices speak
FLAGS = ["--headless=new", "--no-sandbox", "--disable-gpu"]


def overview(tab: Page, file: Path) -> None:
    """From the top of the page to the end of the event."""
    event = tab.locator(EVENT).first.bounding_box()
    height = event["y"] + event["height"] if event else 1500
    tab.screenshot(path=file, clip={"x": 30, "y": 0, "width": 1140, "height": height})


def beside_its_report(tab: Page, file: Path) -> None:
    """The event, and the sentence its first figure stands on."""
    event = tab.locator(EVENT).first
    event.evaluate("event => event.scrollIntoView()")
    event.locator(".said a").first.click()
    tab.wait_for_selector("mark.hit")
    tab.wait_for_timeout(400)  # until the sentence has lit up
    tab.screenshot(path=file)


def main(page: Path, folder: Path) -> None:
    """Writes page.png and page-report.png."""
    with sync_playwright() as run:
        browser = run.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        for take, name, width, height in ((overview, "page.png", 1200, 3000), (beside_its_report, "page-report.png", 1760, 950)):
            tab = browser.new_page(viewport={"width": width, "height": height})
            tab.goto(page.absolute().as_uri())
            take(tab, folder / name)
        browser.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
