"""How one person wants to read: kept in a file of their own, between one start and the next."""

from briefing.preferences.choices import Preferences
from briefing.preferences.file import Loaded, load_preferences, preferences_path, save_preferences

__all__ = ["Loaded", "Preferences", "load_preferences", "preferences_path", "save_preferences"]
