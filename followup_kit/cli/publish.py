"""``followup-kit publish``."""

from __future__ import annotations

from pathlib import Path

import click

from followup_kit.cli.files import file_option, form_option, print_json

__all__ = ["command"]

_SERVICE = "followup-kit {host}"
"""With the server in it: a password saved for one server is never sent to another."""


@click.command("publish")
@click.option(
    "--url", required=True, help="Address of your calendar, or of the server (then with --calendar)."
)
@click.option("--user", required=True, help="Your user name on that server.")
@click.option("--calendar", "name", help="Name of the calendar, where the address is the server's.")
@file_option
@form_option
def command(url: str, user: str, name: str | None, path: Path, form: str) -> None:
    """Put the follow-ups of your journal into a calendar server (CalDAV).

    Run it again after every change: what moved is updated, what was cancelled is removed, nothing
    is doubled. The password is taken from the keyring of your computer (service "followup-kit HOST",
    with the name of that server), if it is there, and asked for otherwise; it is never stored or
    logged. Needs followup-kit[calendar].

    JSON: {"calendar", "added", "updated", "removed", "unchanged"}.
    """
    from followup_kit.journal.store import Journal
    from followup_kit.outputs.ics import journal_occasions
    from followup_kit.outputs.publish import publish, server_name

    host = server_name(url)
    with Journal(path, create=False) as journal:
        occasions = journal_occasions(journal.entries())
    password = _from_keyring(host, user) or click.prompt("Password", hide_input=True, err=True)
    done = publish(url, occasions, user=user, password=password, name=name)
    if form == "json":
        print_json(done)
    else:
        click.echo(
            f"{done.added} added, {done.updated} updated, {done.removed} removed, {done.unchanged} unchanged."
        )


def _from_keyring(host: str, user: str) -> str | None:
    try:
        import keyring
        from keyring.errors import KeyringError
    except ImportError:
        return None
    try:
        found: str | None = keyring.get_password(_SERVICE.format(host=host), user)
    except KeyringError:  # no keyring on this computer, or it is locked
        return None
    return found
