"""Preferences and their file, the keymap, and every word that the screen says.

`choices` are the preferences and their defaults, `file` reads them, `saving` and `keeping` write
them. `keymap` binds keys to the names of actions, `words` is the table of words, by id.
"""

from briefing.settings.choices import Preferences
from briefing.settings.file import Loaded, load_preferences, preferences_path, save_preferences

__all__ = ["Loaded", "Preferences", "load_preferences", "preferences_path", "save_preferences"]
