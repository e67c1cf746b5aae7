"""What a reading is and what can be done in it. Knows no terminal and no Textual.

    reading, effects = open_reading(briefing)
    reading, effects = apply(reading, "next-section")
    shown = contents(reading)

`state` is the `Reading`, `views` what can be opened in it, `actions` what can be done by name (`moving`,
`linking`, `copying` and `preferring` do it), `effects` what is asked of the front end, `marks` what is
marked in the article, `contents` what each pane shows.
"""

from briefing.reading.actions import ACTIONS, Action, apply
from briefing.reading.contents import Contents, contents
from briefing.reading.effects import Copy, Do, Effect, Keep, LookUp, Notify, Reveal, SavePicture
from briefing.reading.opening import answering_first, open_reading
from briefing.reading.result import Result
from briefing.reading.state import PaneName, Reading, Selected
from briefing.reading.views import Outline, View

__all__ = [
    "ACTIONS",
    "Action",
    "Contents",
    "Copy",
    "Do",
    "Effect",
    "Keep",
    "LookUp",
    "Notify",
    "Outline",
    "PaneName",
    "Reading",
    "Result",
    "Reveal",
    "SavePicture",
    "Selected",
    "View",
    "answering_first",
    "apply",
    "contents",
    "open_reading",
]
