"""A picture in pixels: drawn by resvg, with the font that comes along, so that it is the same everywhere.

Letters that the font lacks come from the Naskh that comes along too, or from the fonts of the machine.
"""

from __future__ import annotations

import resvg_py

from briefing.machine.assets import fonts


def png(svg: str) -> bytes:
    """Return an SVG of a screen as a PNG, one pixel to its unit. Raises BriefingError without the font."""
    return resvg_py.svg_to_bytes(
        svg_string=svg,
        font_files=[
            str(file) for file in (*fonts(), fonts().regular.with_name("NotoNaskhArabic-Regular.ttf"))
        ],
    )
