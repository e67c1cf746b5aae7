"""`python -m tests.soak --times 1000 --load 2`: does the program always take its keys, and end by `q`?

Prints each run that failed, with its seed (`--seed N --times 1` is that run again), then a summary; the exit
status is 1 if any failed.
"""

import argparse
import subprocess
import sys
import tempfile
from contextlib import ExitStack
from pathlib import Path

from tests.soak.visit import PATIENCE, visit

_BUSY = "while True: pass"


def main() -> int:
    """Run; the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--times", type=int, default=100, help="how many runs (%(default)s)")
    parser.add_argument("--load", type=int, default=0, help="busy processes beside it (%(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the first run (%(default)s)")
    parser.add_argument("--patience", type=float, default=PATIENCE, help="seconds from q (%(default)s)")
    options = parser.parse_args()
    folder = Path(tempfile.mkdtemp(prefix="briefing-soak-"))
    failed, slowest = 0, 0.0
    with ExitStack() as stack:
        for _ in range(options.load):
            busy = stack.enter_context(subprocess.Popen([sys.executable, "-c", _BUSY]))
            stack.callback(busy.kill)
        for seed in range(options.seed, options.seed + options.times):
            done = visit(seed, folder, patience=options.patience)
            slowest = max(slowest, done.seconds)
            if done.fault:
                failed += 1
                print(f"run {seed}: {done.fault}", flush=True)
    print(f"{options.times} runs, {failed} failed; the slowest end took {slowest:.1f} s")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
