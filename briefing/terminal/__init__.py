"""Terminals: finding out which one this is, and what it must be sent so that Arabic is right on it."""

from briefing.terminal.finding import Search, find_out
from briefing.terminal.recognising import Terminal, leave_out_lost_colours
from briefing.terminal.strategies import PLAIN, STRATEGIES, Strategy, strategy

__all__ = [
    "PLAIN",
    "STRATEGIES",
    "Search",
    "Strategy",
    "Terminal",
    "find_out",
    "leave_out_lost_colours",
    "strategy",
]
