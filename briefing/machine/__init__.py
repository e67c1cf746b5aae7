"""What the program does with the machine it runs on: files, output, signals, clipboard, terminal."""
