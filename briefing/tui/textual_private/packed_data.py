"""The format of what Textual's web driver sends beside pictures of the screen."""

from __future__ import annotations

from textual._binary_encode import DecodeError, load

__all__ = ["DecodeError", "load"]
