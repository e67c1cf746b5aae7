"""Tests in real terminal emulators: what a person sees, read back by OCR."""
