"""The way in for the program in a folder of its own, where there is no other Python to start.

The program starts Python for what may take too much (a PDF) and for visitors, as `python -P FILE ...` or
`python -P -m MODULE ...`. In this folder `sys.executable` is this file, which does these two things.
"""

import os
import runpy
import sys

# Libraries of this folder are not for the programs that it starts: an editor, a clipboard's tool.
if (before := os.environ.pop("LD_LIBRARY_PATH_ORIG", None)) is not None:
    os.environ["LD_LIBRARY_PATH"] = before
else:
    os.environ.pop("LD_LIBRARY_PATH", None)

if sys.argv[1:3] == ["-P", "-m"]:
    sys.argv = sys.argv[3:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
elif sys.argv[1:2] == ["-P"]:
    sys.argv = sys.argv[2:]
    runpy.run_path(sys.argv[0], run_name="__main__")
else:
    from briefing.start import main

    main()
