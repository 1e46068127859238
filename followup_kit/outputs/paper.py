"""A page made for print: one HTML file, nothing loaded from elsewhere, dark text on white."""

from __future__ import annotations

from html import escape

__all__ = ["page"]

_STYLE = """
:root{color-scheme:light}
body{font:11pt/1.45 Georgia,"Times New Roman",serif;color:#1a1a1a;background:#fff;
max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.6em;margin:0 0 .3em}
h2{font-size:1.2em;margin:1.6em 0 .4em;border-bottom:1px solid #767676;break-after:avoid}
h3{font-size:1em;margin:1.1em 0 .2em;break-after:avoid}
table{border-collapse:collapse;width:100%;margin:.4em 0}
caption{text-align:start;font-weight:bold;padding:.2em 0}
th,td{border:1px solid #767676;padding:.3em .5em;text-align:start;vertical-align:top;overflow-wrap:break-word}
tr,li,.card,.letter{break-inside:avoid}
thead{display:table-header-group}
.letter{border:1px solid #767676;padding:.6em .9em;margin:.6em 0;white-space:pre-wrap;overflow-wrap:anywhere}
.box{display:inline-block;width:.8em;height:.8em;border:1.5px solid #1a1a1a;
margin-inline-end:.5em;vertical-align:-.05em}
.line{display:inline-block;min-width:14rem;border-bottom:1px solid #1a1a1a}
.sign{margin-top:3em}
ul.plain{list-style:none;padding:0}
small{color:#4a4a4a}
@page{margin:18mm}
@media print{body{margin:0;max-width:none;padding:0}h2.new{break-before:page}.screen{display:none}}
"""


def page(title: str, body: str) -> str:
    """A whole HTML page around ``body``, which is markup already.

    >>> page("A & B", "<p>x</p>").startswith('<!doctype html>')
    True
    """
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        # A file that is mailed around: whatever it holds, it loads nothing and runs nothing.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
        '<meta name="viewport" content="width=device-width,initial-scale=1">'
        f"<title>{escape(title)}</title><style>{_STYLE}</style></head><body><main>{body}</main></body></html>\n"
    )
