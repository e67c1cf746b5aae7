"""Terminals: finding out which one this is, and what it must be sent so that Arabic is right on it."""

from briefing.machine.terminal.finding import Search, find_out
from briefing.machine.terminal.recognising import Terminal, leave_out_lost_colours
from briefing.machine.terminal.strategies import PLAIN, STRATEGIES, Strategy, strategy

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
