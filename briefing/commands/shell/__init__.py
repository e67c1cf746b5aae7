"""What shells and manual pages know of the commands, made from what reads their arguments.

`described` says what there is to tell; `bash`, `zsh` and `fish` make completion of it, `manual` pages for
`man`. `files` is all of them and where they are installed: the build asks for that (`.ci/packaging`).
"""
