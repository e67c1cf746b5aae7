"""Visits to the terminals of Debian sid, next year's, in a chroot: as root, with debootstrap.

    python -m tests.terminals.sid /var/tmp/sid                    the README's table of terminals
    python -m tests.terminals.sid /var/tmp/sid -- pytest tests/terminals -k xterm
    python -m tests.terminals.sid /var/tmp/sid --upgrade          with today's packages of sid

The folder becomes a Debian sid the first time (2 GB, some minutes), with this tree mounted in it while the
command runs. To be rid of it, remove it.
"""

import argparse
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

TREE = Path(__file__).parents[2]
#: What the visits need, as in `.ci/run`, and terminals that Debian 12 has not.
PACKAGES = (
    *("xterm", "sakura", "ptyxis", "konsole", "mlterm", "kitty", "alacritty", "rxvt-unicode", "stterm"),
    *("qterminal", "foot", "weston", "libgl1-mesa-dri", "dbus-daemon", "tmux", "screen"),
    *("xvfb", "xdotool", "imagemagick", "fonts-dejavu-core", "tesseract-ocr", "tesseract-ocr-ara"),
    *("python3", "python3-venv", "ca-certificates", "procps", "libfribidi0", "fontconfig"),
)
# What reaches the registries from here reaches them from there.
_COPIED = ("/etc/resolv.conf", "/etc/hosts", "/etc/pip.conf", "/etc/ssl/certs/ca-certificates.crt")
_PASSED = ("PIP_", "SSL_", "http_proxy", "https_proxy", "BRIEFING_PICTURES")
_APT = "apt-get -q -o Acquire::Check-Valid-Until=false"


def prepare(folder: Path, upgrade: bool) -> None:
    """Make a Debian sid of a folder, unless it is one, with all that is needed."""
    if not (folder / "etc/debian_version").exists():
        subprocess.run(["debootstrap", "--variant=minbase", "sid", folder], check=True)
    for path in map(Path, _COPIED):
        if path.exists():
            there = folder / path.relative_to("/")
            there.parent.mkdir(parents=True, exist_ok=True)
            there.unlink(missing_ok=True)
            shutil.copy(path, there)
    never = folder / "usr/sbin/policy-rc.d"  # no service is started
    never.write_text("#!/bin/sh\nexit 101\n")
    never.chmod(0o755)
    ready = folder / "ready"
    if upgrade or not ready.exists():
        inside(
            folder,
            f"{_APT} update && {_APT} -y dist-upgrade && "
            f"{_APT} install -y --no-install-recommends {' '.join(PACKAGES)}",
        )
        inside(folder, "python3 -m venv --clear /venv")
        ready.touch()
    inside(folder, "/venv/bin/pip install -q -e '.[test]'")


def inside(folder: Path, command: str) -> int:
    """Run a command of the shell there, in the tree; what is mounted for it is gone with it.

    Raises subprocess.CalledProcessError if it fails.
    """
    at = shlex.quote(str(folder))
    mounts = (
        f"mount --bind /proc {at}/proc && mount --rbind /dev {at}/dev && mkdir -p {at}/tree "
        f"&& mount --bind {shlex.quote(str(TREE))} {at}/tree && mount -t tmpfs tmpfs {at}/tmp "
    )
    env = {name: value for name, value in os.environ.items() if name.startswith(_PASSED)}
    env |= {"PATH": "/venv/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"}
    env |= {"LANG": "C.UTF-8", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"}
    there = shlex.join(["chroot", str(folder), "sh", "-c", f"cd /tree && {command}"])
    return subprocess.run(
        ["unshare", "--mount", "sh", "-c", f"{mounts}&& exec {there}"], env=env, check=True
    ).returncode


def main() -> int:
    """Prepare the folder and run the command there; by default, print the README's table."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.terminals.sid",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("folder", type=Path, help="where Debian sid is, or is to be")
    parser.add_argument("--upgrade", action="store_true", help="take today's packages")
    parser.add_argument("command", nargs="*", help="what is run there instead, behind --")
    options = parser.parse_args()
    folder = options.folder.resolve()
    try:
        prepare(folder, options.upgrade)
        command = shlex.join(options.command or ["python", "-m", "tests.terminals.table"])
        return inside(folder, command)
    except (OSError, subprocess.CalledProcessError) as error:
        print(f"{folder}: {error}", file=sys.stderr)
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
