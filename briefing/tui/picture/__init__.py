"""The screen as a picture: SVG and PNG."""
