"""What an SVG looks like: drawn by librsvg, by a browser or by resvg, as a raster of grey."""

import re
import subprocess
import tempfile
from pathlib import Path
from typing import NamedTuple

from briefing.tui.picture.png import png

LIBRSVG, CHROMIUM, CONVERT = "rsvg-convert", "chromium", "convert"

# As root and without a network; and each with a profile of its own.
_HEADLESS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    *("--hide-scrollbars", "--force-device-scale-factor=1"),
)
_SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
_PATIENCE = 60.0


class Raster(NamedTuple):
    """A picture in grey, one byte a pixel, row by row."""

    width: int
    height: int
    grey: bytes

    def difference(self, other: "Raster") -> float:
        """Return the share of the pixels drawn in either picture that only one of them has, from 0 to 1.

        Drawn is what is far from the ground, the commonest grey.
        """
        ours, theirs = self._drawn(), other._drawn()
        both = sum(1 for a, b in zip(ours, theirs, strict=True) if a and b)
        return 1 - both / max(1, sum(ours) + sum(theirs) - both)

    def cut(self, height: int) -> "Raster":
        """Return the rows from the top down to `height`."""
        return Raster(self.width, height, self.grey[: self.width * height])

    def _drawn(self) -> list[bool]:
        ground = max(set(self.grey), key=self.grey.count)
        return [abs(value - ground) > 96 for value in self.grey]


def drawn_by_librsvg(svg: str) -> Raster:
    """Draw an SVG as rsvg-convert does."""
    with tempfile.TemporaryDirectory(prefix="svg-") as folder:
        image = Path(folder, "image.png")
        _run([LIBRSVG, "--output", str(image)], svg.encode())
        return _raster(image)


def drawn_by_chromium(svg: str) -> Raster:
    """Draw an SVG as Chromium does where a page shows it as a picture."""
    match = _SIZE.search(svg)
    assert match is not None
    width, height = (round(float(side)) for side in match.groups())
    with tempfile.TemporaryDirectory(prefix="svg-") as folder:
        Path(folder, "image.svg").write_text(svg, encoding="utf-8")
        page = Path(folder, "page.html")
        page.write_text(f'<body style="margin: 0"><img src="image.svg" width="{width}"></body>')
        image = Path(folder, "image.png")
        place = [f"--user-data-dir={folder}/profile", f"--window-size={width},{height}"]
        _run([CHROMIUM, *_HEADLESS, *place, f"--screenshot={image}", page.as_uri()])
        return _raster(image)


def drawn_by_resvg(svg: str) -> Raster:
    """Draw an SVG as the program itself does."""
    with tempfile.TemporaryDirectory(prefix="svg-") as folder:
        image = Path(folder, "image.png")
        image.write_bytes(png(svg))
        return _raster(image)


def _raster(image: Path) -> Raster:
    header, size, _, grey = _run([CONVERT, str(image), "-colorspace", "gray", "-depth", "8", "pgm:-"]).split(
        b"\n", 3
    )
    assert header == b"P5"
    width, height = map(int, size.split())
    return Raster(width, height, grey)


def _run(command: list[str], given: bytes = b"") -> bytes:
    done = subprocess.run(command, input=given, capture_output=True, timeout=_PATIENCE)
    assert done.returncode == 0, done.stderr.decode(errors="replace")
    return done.stdout
