"""``python -m followup_kit`` is the command line."""

from followup_kit.cli import main

main()
