"""The record as one HTML file: no request to anywhere, useful without a script, on a phone and in print."""

from __future__ import annotations

import base64
import hashlib
import re
from importlib.resources import files

from deconflict import __version__
from deconflict.publish.published import Published

_UNPRINTABLE = re.compile("[\x00-\x08\x0b-\x1f\x7f]")  # HTML forbids them; one for one, so that offsets stay


def render(published: Published) -> bytes:
    """The page, encoded. Reports are hostile input: all of it is escaped, and the policy allows our script and style alone."""
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    from deconflict.publish.webpage.views import page_view

    loader = PackageLoader("deconflict.publish.webpage")
    jinja = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    style, script = _part("style.css"), _part("script.js")
    ours = {"style": Markup(style), "script": Markup(script)}  # noqa: S704 - files of this package
    page = page_view(published)
    html = jinja.get_template("page.html.jinja").render(page=page, version=__version__, policy=_policy(style, script), **ours)
    return _UNPRINTABLE.sub("\ufffd", html).encode("utf-8", "replace")


def _part(name: str) -> str:
    return files("deconflict.publish.webpage").joinpath(name).read_text("utf-8")


def _policy(style: str, script: str) -> str:
    """The content security policy: this style, this script, and nothing else from anywhere."""
    ours = f"style-src {_hash(style)}; script-src {_hash(script)}"
    return f"default-src 'none'; {ours}; img-src data:; base-uri 'none'; form-action 'none'"


def _hash(content: str) -> str:
    """As a content security policy names an inline style or script."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()}'"
