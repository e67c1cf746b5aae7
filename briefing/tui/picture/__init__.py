"""The screen as a picture.

`svg` makes one of what a running application shows, `still` of a reader run without a terminal, `png` draws
an SVG in pixels.
"""
