"""One module a lesson, ``lesson04.py`` and so on, each with a ``LESSON``; they are found by their names."""
