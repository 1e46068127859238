"""For the variable ``PYTHONSTARTUP``: a kernel says from its first cell on which cell is missing.

``followup-kit learn`` and ``binder/start`` name this file there. A learner who runs a later cell of a lesson
first reads one sentence in place of a traceback. Elsewhere the lessons say in words what to do. It imports
nothing for the learner, leaves no name behind, and does nothing outside a notebook's kernel.
"""


def _begin() -> None:
    import sys

    if "ipykernel" not in sys.modules:
        return
    try:
        from followup_kit.course.learner.session import shell_of
        from followup_kit.course.mishaps import explain_missing_names
    except ImportError:  # a kernel of another environment, which has no lessons
        return
    if (shell := shell_of()) is not None:
        explain_missing_names(shell)


_begin()
del _begin
