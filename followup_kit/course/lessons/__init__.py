"""One module a lesson, ``lesson04.py`` and so on, each with a ``LESSON``; they are found by their names.

The other modules hold exercises of a lesson that would be too long in one piece.
"""
