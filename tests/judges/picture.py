"""A picture of an X display, as bytes: parts of it, what colour prevails, how it looks to OCR."""

import subprocess
from collections import Counter
from dataclasses import dataclass
from operator import ne
from pathlib import Path

from tests.judges.xvfb import PATIENCE, XDisplay

Colour = bytes


@dataclass(frozen=True)
class Box:
    """A rectangle of pixels: from `left`, `top` to before `right`, `bottom`."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top


@dataclass(frozen=True)
class Picture:
    """Pixels, three bytes each (red, green, blue), row by row."""

    width: int
    height: int
    pixels: bytes

    @classmethod
    def of(cls, display: XDisplay) -> "Picture":
        """Take a picture of all of a display."""
        width, height = display.size
        command = ["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"]
        taken = subprocess.run(
            command, env=display.env, stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE
        )
        if taken.returncode or len(taken.stdout) != width * height * 3:
            raise RuntimeError(f"import: {taken.stderr.decode(errors='replace').strip() or 'no picture'}")
        return cls(width, height, taken.stdout)

    def part(self, box: Box) -> "Picture":
        """Cut a part out."""
        step = self.width * 3
        rows = (
            self.pixels[y * step + box.left * 3 : y * step + box.right * 3]
            for y in range(box.top, box.bottom)
        )
        return Picture(box.width, box.height, b"".join(rows))

    @property
    def plain(self) -> bool:
        """Whether all pixels have one colour."""
        return self.pixels == self.pixels[:3] * (self.width * self.height)

    def ground(self) -> Colour:
        """The colour that prevails (going by every seventh pixel)."""
        colours = Counter(self.pixels[n : n + 3] for n in range(0, len(self.pixels), 21))
        return colours.most_common(1)[0][0]

    def extent(self, colour: Colour) -> Box:
        """The smallest rectangle that holds all pixels of a colour; ValueError if there is none."""
        step = self.width * 3
        left, top, right, bottom = self.width, self.height, 0, 0
        for y in range(self.height):
            row = self.pixels[y * step : (y + 1) * step]
            if colour not in row:
                continue
            columns = [n for n in range(self.width) if row[n * 3 : n * 3 + 3] == colour]
            if columns:
                left, right = min(left, columns[0]), max(right, columns[-1] + 1)
                top, bottom = min(top, y), y + 1
        if right <= left:
            raise ValueError(f"no pixel is {colour.hex()}")
        return Box(left, top, right, bottom)

    def looks_like(self, other: "Picture", share: float = 0.005) -> bool:
        """Whether it is the same picture, but for a small share of the pixels."""
        if (self.width, self.height) != (other.width, other.height):
            return False
        if self.pixels == other.pixels:
            return True
        few = slice(None, None, 97)  # most pictures differ so much that this tells
        if sum(map(ne, self.pixels[few], other.pixels[few])) > 0.05 * len(self.pixels[few]):
            return False
        differing: int = sum(map(ne, self.pixels, other.pixels))
        return differing <= share * len(self.pixels)

    def save(self, path: str | Path) -> None:
        """Save it as a PNG."""
        Path(path).write_bytes(self.png())

    def png(self, *options: str) -> bytes:
        """The picture as a PNG, after what ImageMagick is told to do to it."""
        size = f"{self.width}x{self.height}"
        command = ["convert", "-size", size, "-depth", "8", "rgb:-", *options, "-strip", "png:-"]
        return subprocess.run(command, input=self.pixels, capture_output=True, check=True).stdout
