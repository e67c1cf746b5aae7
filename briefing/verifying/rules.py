"""Every rule of a check by its name, in one sentence."""

from __future__ import annotations

from typing import Final

RULES: Final = {
    "unreadable": "Every file of a briefing can be read.",
    "missing": "Every key that is needed is there.",
    "unknown-key": "There are no keys but the known ones.",
    "value": "Every value has its type, or is one of a choice.",
    "blank": "No text that is needed is empty.",
    "key": "Every section has a key of its own, of small letters, digits and hyphens.",
    "file": "The article and the capture are plain files in the briefing's folder.",
    "paragraph": "Paragraphs are cited that there are, in their section, each once.",
    "date": "Dates are EDTF.",
    "address": "The address of the source is one of the web.",
    "name": "Names have Arabic forms, and these occur in the article.",
    "size": "There is not more to look for than there is memory for.",
    "evidence": "Every claim cites something.",
    "quote-but-for": "A quote is spelt as in the article.",
    "quote-near": "A quote has the words of the article.",
    "quote-another-paragraph": "A quote stands in the paragraph it is cited from.",
    "quote-stitched": "A quote is one passage, not put together of several.",
    "quote-absent": "A quote stands in the article.",
    "number": "A number in a claim stands in the words it quotes.",
    "negation": "A quote has the word that denies it, if the article has one right before it.",
    "attribution": "A claim keeps who said what it quotes.",
    "estimate": "Likelihood and confidence have a sentence each, and their fields say what the text says.",
    "draft": "A person has accepted every claim, event and name that a program wrote.",
    "event-date": "The date of an event stands in a paragraph it cites, but for what is marked as inferred.",
    "coverage": "Every paragraph is in a section, and under a claim.",
    "hidden-control": "No hidden control makes a text read otherwise than it is stored.",
    "anchor-moved": "An anchored citation stands where it stood when somebody agreed to it.",
    "anchor-orphan": "An anchored citation still stands in the article.",
    "anchor-missing": "Every citation is anchored, if any is.",
    "capture-changed": "A capture is what its checksum was made of.",
}
