"""Whether everyone can use a page: axe, targets of 44 pixels, nothing cut at 320."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
USUAL = {"runOnly": {"type": "tag", "values": TAGS}, "resultTypes": ["violations"]}
CONTRAST = {"runOnly": ["color-contrast"], "resultTypes": ["violations"]}

#: What reaches out of the screen, or is hidden because its box is too small for it.
CUT = """() => {
  const width = document.scrollingElement.clientWidth;
  const shown = [...document.querySelectorAll("body *")].filter((e) => e.checkVisibility());
  const out = shown.filter((e) => {
    const { left, right, width: wide } = e.getBoundingClientRect();
    return wide && (left < -1 || right > width + 1);
  });
  const cut = shown.filter((e) => ["hidden", "clip"].includes(getComputedStyle(e).overflowX)
    && !e.matches(".progress, .unseen, input, select, textarea")
    && (e.scrollWidth > e.clientWidth + 1 || e.scrollHeight > e.clientHeight + 1));
  const name = (e) => `${e.tagName}.${e.className}: ${e.textContent.slice(0, 40)}`;
  const sideways = document.scrollingElement.scrollWidth > width ? ["scrolls sideways"] : [];
  return [...sideways, ...[...out, ...cut].map(name)];
}"""

#: Controls under 44 pixels high; links within a text are excepted, as WCAG does.
SMALL = """() => [...document.querySelectorAll("button, input, select, textarea, summary, a[href]")]
  .filter((e) => e.checkVisibility() && e.type !== "hidden")
  .filter((e) => getComputedStyle(e).display !== "inline")
  .map((e) => [e, (e.closest("label") ?? e).getBoundingClientRect()])
  .filter(([, box]) => box.height < 44 || box.width < 24)
  .map(([e, box]) => `${box.width}x${box.height} ${e.outerHTML.slice(0, 80)}`)"""

#: The spacing people may ask for, WCAG 1.4.12.
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important } p { margin-bottom: 2em !important }"""

_COLOUR = "(colours) => { document.documentElement.dataset.colours = colours }"

#: Adds a style as a person's own would be: the page's policy forbids a new element.
_WEAR = """(text) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(text);
  document.adoptedStyleSheets.push(sheet);
}"""


def check_everyone_can_use(page: Page, language: str) -> None:
    """Colours are the same in each language: the other ones are looked at in English."""
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert violations(page) == []
    assert page.evaluate(SMALL) == []
    assert language != "en" or hard_to_read(page) == []
    assert cut_when_narrow(page) == []


def violations(page: Page, options: dict[str, Any] = USUAL) -> list[str]:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("async (options) => (await axe.run(options)).violations", options)
    return [f"{v['id']}: {node['html']}" for v in found for node in v["nodes"]]


def hard_to_read(page: Page) -> list[str]:
    """What has too little contrast in the colours that people may choose instead of these."""
    found: list[str] = []
    chosen = page.evaluate("document.documentElement.dataset.colours")
    for colours in {"light", "dark", "contrast"} - {chosen}:
        page.evaluate(_COLOUR, colours)
        found += [f"{colours}: {each}" for each in violations(page, CONTRAST)]
    page.evaluate(_COLOUR, chosen)
    return found


def cut_when_narrow(page: Page) -> list[str]:
    """What is cut at 320 pixels, as on a laptop at 400 %, also with the text spaced out."""
    page.set_viewport_size({"width": 320, "height": 640})
    cut: list[str] = page.evaluate(CUT)
    page.evaluate(_WEAR, SPACED)
    cut += page.evaluate(CUT)
    page.evaluate("document.adoptedStyleSheets.pop()")
    page.set_viewport_size({"width": 480, "height": 960})  # the same, for words half as large again
    page.evaluate("document.documentElement.dataset.text = 'largest'")
    cut += page.evaluate(CUT)
    page.evaluate("document.documentElement.dataset.text = 'usual'")
    return cut
