"""Vega specifications drawn as static SVG, so that charts work without a script, in print and without any request."""

from __future__ import annotations

import re
from typing import Any
from xml.etree import ElementTree

from markupsafe import Markup

Spec = dict[str, Any]

_HREF = "{http://www.w3.org/1999/xlink}href"
_UNWANTED = ("aria-roledescription", "role", "aria-hidden", "font-family", "version")
_NUMBER = re.compile(r"-?\d+\.\d{2,}")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


def drawn(spec: Spec) -> ElementTree.Element:
    """The drawing of a Vega specification. `fill` names a style class, `href` the id it leads to, `description` the tool tip."""
    import vl_convert  # starts a JavaScript engine

    svg = vl_convert.vega_to_svg(printable(spec), allowed_base_urls=[])
    root = ElementTree.fromstring(svg)  # noqa: S314 - our own drawing, not input
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        _drop_empty(element)
        _clean(element)
    return root


def printable(value: Any) -> Any:
    """The specification without the characters XML forbids: one of them in a report's words aborts the whole process."""
    match value:
        case str():
            return _UNPRINTABLE.sub("\ufffd", value)
        case list():
            return [printable(part) for part in value]
        case dict():
            return {name: printable(part) for name, part in value.items()}
    return value


def markup(root: ElementTree.Element, name: str, description: str) -> Markup:
    """The drawing as part of a page; `description` is read out in its place, its links one by one."""
    root.set("class", name)
    root.set("role", "group")
    root.set("aria-label", description)
    return Markup(ElementTree.tostring(root, encoding="unicode"))  # noqa: S704 - escaped by the serialiser


def _drop_empty(parent: ElementTree.Element) -> None:
    """Shapes that lie wholly outside the map, and the frame's background."""
    for child in list(parent):
        if child.tag.endswith("}path") and (not child.get("d") or child.get("class") in {"background", "foreground"}):
            parent.remove(child)


def _clean(element: ElementTree.Element) -> None:
    for name in _UNWANTED:
        element.attrib.pop(name, None)
    for name in ("d", "transform"):
        if value := element.get(name):
            element.set(name, _NUMBER.sub(_shorter, value))
    if target := element.attrib.pop(_HREF, None):
        _link(element, target)
    label = element.attrib.pop("aria-label", None)
    if label and element.tag == "path":
        element.set("class", element.attrib.pop("fill", ""))
        ElementTree.SubElement(element, "title").text = label
    elif "fill" in element.attrib and element.tag != "text":
        del element.attrib["fill"]


def _link(link: ElementTree.Element, target: str) -> None:
    """The library makes every address absolute; only the part within the page is ours."""
    link.set("href", "#" + target.partition("#")[2])


def _shorter(number: re.Match[str]) -> str:
    return f"{float(number[0]):.1f}".removesuffix(".0")
