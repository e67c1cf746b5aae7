"""The languages of the program itself: one module, or one package, for each, with its `LANGUAGE`.

What a translator does, step by step, is in `briefing/README.md`.
"""
