"""`python -m deconflict` is the command line."""

from deconflict.cli import main

if __name__ == "__main__":
    main()
