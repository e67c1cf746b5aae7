"""`python -m tests.fuzz`: as many cases of each campaign as are asked for."""

from __future__ import annotations

import argparse
import os
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.fuzz import campaign, pty_campaign, reader_walk
from tests.fuzz.mutant import Mutant


def main() -> int:
    """Run the campaigns; returns 1 if anything broke."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.fuzz", description="Hostile input, by the thousand."
    )
    parser.add_argument(
        "--briefings", type=int, default=0, metavar="N", help="mutated briefings loaded and printed"
    )
    parser.add_argument(
        "--reader", type=int, default=0, metavar="N", help="mutated briefings in the reader, no terminal"
    )
    parser.add_argument(
        "--pty", type=int, default=0, metavar="N", help="starts of the installed command in a pty"
    )
    parser.add_argument("--seed", type=int, default=1, metavar="S")
    parser.add_argument(
        "--first", type=int, default=0, metavar="N", help="the number of the first case (%(default)s)"
    )
    parser.add_argument("--at-once", type=int, default=3, metavar="N", help="ptys at a time (%(default)s)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="where the files of failures are put")
    options = parser.parse_args()
    if not options.briefings + options.reader + options.pty:
        parser.error("say how many: --briefings N, --reader N, --pty N")
    os.environ["BRIEFING_PREFERENCES"] = "/dev/null/preferences.toml"
    failed = 0
    with TemporaryDirectory() as name:
        folder = Path(name, "briefing")
        start = time.monotonic()
        for option, found in (
            ("--briefings", campaign.campaign(folder, options.briefings, options.seed, options.first)),
            ("--reader", reader_walk.campaign(folder, options.reader, options.seed, options.first)),
        ):
            for failure in found:
                print(failure.shown(options.seed, option), end="\n\n")
                _keep(options.keep, f"{option[2:]}-{options.seed}-{failure.number}", failure.mutant)
            failed += len(found)
        for broken in pty_campaign.campaign(options.pty, options.seed, options.first, options.at_once):
            print(broken.shown(options.seed), end="\n\n")
            _keep(options.keep, f"pty-{options.seed}-{broken.number}", broken.case.mutant)
            failed += 1
    print(f"{failed} kinds of failure, {time.monotonic() - start:.0f} s")
    return int(failed > 0)


def _keep(folder: Path | None, name: str, mutant: Mutant) -> None:
    """Put the files of a failure where they can be opened."""
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        print(f"  kept: {mutant.lay(folder / name)!a}")


if __name__ == "__main__":
    sys.exit(main())
