"""The screens: the reader (`reader_screen`), and the help that lies over it (`help_screen`)."""
