"""What a learner sees where a cell of a lesson stops: one sentence with a way out, in place of a traceback."""

from __future__ import annotations

import contextlib
from typing import Any

from followup_kit.errors import FollowUpError, near_matches, shorten

__all__ = ["explain_errors", "explain_missing_names", "sentence"]

_AGAIN = "Open the menu Run, choose Run All Above Selected Cell, then run this cell again."
_COPY = "For an exercise, Reset in the form above shows the cell to copy."
_BACK = "If you changed the cell, choose Undo in the menu Edit, or copy it anew from the lesson."


def sentence(error: BaseException) -> str:
    """What happened and what to do, in one or two sentences.

    >>> sentence(NameError("name 'plan' is not defined", name="plan"))
    '“plan” is not there yet: a cell above makes it. Open the menu Run, choose Run All Above Selected Cell, then run this cell again.'
    """
    if isinstance(error, FollowUpError):
        return str(error)
    if isinstance(error, SyntaxError):
        where = f"line {error.lineno} of this cell" if error.lineno else "this cell"
        return f"The computer cannot read {where} as code. {_BACK} {_COPY}"
    if isinstance(error, NameError):
        return f"“{error.name or 'A name'}” is not there yet: a cell above makes it. {_AGAIN}"
    if isinstance(error, ModuleNotFoundError):
        return f"The package “{error.name}” is not installed here: install followup-kit again with [course]."
    if isinstance(error, AttributeError) and error.name:
        near = near_matches(error.name, dir(error.obj), 1)
        hint = f" Did you mean “{near[0]}”?" if near else ""
        return f"There is no “{error.name}” here.{hint} {_BACK}"
    said = shorten(" ".join(str(error).split()), 200)
    what = f"{type(error).__name__}: {said}" if said else type(error).__name__
    return f"This cell stopped ({what}). {_BACK}"


def explain_errors(shell: Any) -> None:
    """Have ``shell``, a running IPython, say :func:`sentence` for each error; ``set_custom_exc((), None)`` undoes it."""
    shell.set_custom_exc((Exception,), _handler)


def explain_missing_names(shell: Any) -> None:
    """The same for a name that is not there yet, and no other error: before the first cell of a lesson was run."""
    shell.set_custom_exc((NameError,), _handler)


def _handler(shell: Any, kind: type, error: Any, trace: Any, tb_offset: int | None = None) -> None:
    said = sentence(error)
    if isinstance(error, SyntaxError):
        # IPython shows these by a way of its own, which asks nobody.
        shell._showtraceback(kind, error, [said])
        return
    # IPython asks an exception first whether it draws itself; one that takes no attributes is shown as ever.
    with contextlib.suppress(AttributeError, TypeError):
        error._render_traceback_ = lambda: [said]
    shell.showtraceback((kind, error, trace), tb_offset=tb_offset)
