"""The frame of a window over the reader, in one look for all of them."""


def framed(box: str) -> str:
    """Return the rule for the box whose id is `box`, as Textual's CSS."""
    return f"""
    #{box} {{
        width: 100;
        max-width: 100%;
        height: 24;
        max-height: 100%;
        border: round $border;
        border-title-color: $border;
        border-subtitle-color: $quiet;
        background: $background;
    }}
    """
