"""What one person prefers, kept in a file of their own; which keys do what; every word that is said."""

from briefing.settings.choices import Preferences
from briefing.settings.file import Loaded, load_preferences, preferences_path, save_preferences

__all__ = ["Loaded", "Preferences", "load_preferences", "preferences_path", "save_preferences"]
