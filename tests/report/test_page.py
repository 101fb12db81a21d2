"""The HTML report in a real browser; runs where a Chromium is installed."""

from __future__ import annotations

import os
import shutil

import pytest
from playwright import sync_api

BROWSER = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium")

COPY = """\
# Benefits of exosome therapy

Our exosomes rebuild collagen. Exosomes can improve firmness.

Our exosomes are clinically proven to calm redness. 
</pre><img src=x onerror="document.title='broken'"> Exosomes regrow hair.
"""


@pytest.fixture(scope="module")
def browser():
    with sync_api.sync_playwright() as playwright:
        arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=BROWSER, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def page(browser, claimcheck, write, folder):
    write("a.txt", COPY)
    write("b.txt", "Our exosomes rebuild collagen " + "x" * 5_000 + ".\n")
    claimcheck("check", "--no-cache", "--output-format", "html", "-o", "report.html")
    page = browser.new_page()
    page.requests, page.errors = [], []
    page.on("request", lambda request: page.requests.append(request.url))
    page.on("pageerror", lambda error: page.errors.append(str(error)))
    page.on("console", lambda message: page.errors.append(message.text))
    page.goto((folder / "report.html").as_uri())
    yield page
    assert page.errors == []
    page.close()


def shown(page) -> int:
    return page.locator("article:visible").count()


def test_it_loads_nothing_and_runs_nothing_of_the_copy(page):
    assert len(page.requests) == 1
    assert page.title().startswith("claimcheck: ")
    assert page.locator("img").count() == 0
    assert "rebuild collagen" in page.locator("mark").first.inner_text()


def test_filters_and_search_narrow_and_are_kept_in_the_address(page):
    every = shown(page)
    page.select_option("#severity", "error")
    errors = shown(page)
    assert 0 < errors < every and page.locator("#count").inner_text() == f"{errors} of {every}"
    page.reload()
    assert shown(page) == errors
    page.keyboard.press("Escape")
    assert shown(page) == every
    page.fill("#search", "regrow HAIR")
    assert shown(page) == 1
    page.fill("#search", "")
    page.select_option("#file", "b.txt")
    assert page.locator("h2:visible").all_inner_texts() == ["b.txt"]


def test_keys_walk_through_the_findings(page):
    focused = "document.activeElement.textContent"
    page.keyboard.press("j")
    first = page.evaluate(focused)
    page.keyboard.press("j")
    assert page.evaluate(focused) != first
    page.keyboard.press("k")
    assert page.evaluate(focused) == first
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("jk/")
    assert page.input_value("#search") == "jk/"


def test_dark_mode_and_print(page):
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    page.emulate_media(color_scheme="dark")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".controls").is_visible()


@pytest.mark.parametrize("width", [360, 1280])
def test_nothing_makes_the_page_scroll_sideways(page, width):
    page.set_viewport_size({"width": width, "height": 800})
    assert page.evaluate("document.documentElement.scrollWidth") == width


def test_the_summary_leads_to_the_findings(page):
    page.click("td a:text-is('b.txt')")
    page.wait_for_function("document.querySelector('#file').value")
    assert page.input_value("#file") == "b.txt" and shown(page) == 1
    page.click("td a:text-is('hair')")
    page.wait_for_function("document.querySelector('#family').value")
    assert page.input_value("#family") == "hair" and page.input_value("#file") == "" and shown(page) == 1


def test_copy_stands_line_by_line_with_its_numbers(page):
    lines = page.locator("article").first.locator("pre span")
    assert [each.split("\n")[0] for each in lines.locator("i").all_inner_texts()] == ["1", "2", "3", "4", "5"]
    assert lines.nth(2).inner_text().endswith("Our exosomes rebuild collagen. Exosomes can improve firmness.")
