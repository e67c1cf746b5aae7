"""Terminals: finding out which one this is, and what it must be sent so that Arabic is right on it."""

from briefing.machine.terminal.recognising import Terminal, leave_out_lost_colours
from briefing.machine.terminal.strategies import PLAIN, STRATEGIES, Strategy, strategy
from briefing.machine.terminal.terminal_search import TerminalSearch, find_out

__all__ = [
    "PLAIN",
    "STRATEGIES",
    "Strategy",
    "Terminal",
    "TerminalSearch",
    "find_out",
    "leave_out_lost_colours",
    "strategy",
]
