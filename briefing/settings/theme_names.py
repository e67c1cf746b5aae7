"""The names that a theme can be asked for by, for who does not load the themes themselves.

They are `tui.themes.NAMES`, which takes Textual: a test holds the two together.
"""

from typing import Final

# fmt: off
#: In the order of `tui.themes.NAMES`.
THEME_NAMES: Final = (
    "auto", "dark", "light", "briefing-dark", "briefing-light", "atom-one-dark", "atom-one-light",
    "catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha", "dracula",
    "flexoki", "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn", "rose-pine-moon",
    "solarized-dark", "solarized-light", "textual-dark", "textual-light", "tokyo-night",
)
# fmt: on
