"""`python -m briefing`."""

from briefing.start import main

if __name__ == "__main__":
    main()
