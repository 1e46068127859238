"""A calendar server (Radicale) of our own on this computer, and what its calendars hold."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from icalendar import Calendar

from tests.needed import needed

PASSWORD = "secret"
USERS = ("ana", "ben", "cyd", "dee", "eve")
CONFIG = """
[server]
hosts = 127.0.0.1:{port}
[auth]
type = htpasswd
htpasswd_filename = {folder}/users
htpasswd_encryption = plain
delay = 0
[storage]
filesystem_folder = {folder}/collections
[logging]
level = error
"""


@contextmanager
def radicale(folder: Path) -> Iterator[str]:
    """The address of a server that keeps its calendars in the folder and knows the users, all of one password."""
    needed("radicale")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    (folder / "users").write_text("".join(f"{user}:{PASSWORD}\n" for user in USERS))
    (folder / "config").write_text(CONFIG.format(port=port, folder=folder))
    running = subprocess.Popen(
        [sys.executable, "-m", "radicale", "--config", str(folder / "config")],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.1)
        yield f"http://127.0.0.1:{port}/"
    finally:
        running.terminate()
        running.wait()


def calendars(server: str, user: str, *names: str) -> list[str]:
    """New calendars of a user; their addresses."""
    with needed("caldav").DAVClient(
        server, username=user, password=PASSWORD, enable_rfc6764=False, require_tls=False
    ) as client:
        return [str(client.principal().make_calendar(name=name).url) for name in names]


def there(url: str, user: str) -> dict[str, str]:
    """UID → summary of what a calendar holds, asked by a client of its own."""
    with needed("caldav").DAVClient(
        url, username=user, password=PASSWORD, enable_rfc6764=False, require_tls=False
    ) as client:
        found = [Calendar.from_ical(e.data).walk("VEVENT")[0] for e in client.calendar(url=url).get_events()]
    assert len({str(e["uid"]) for e in found}) == len(found)
    return {str(e["uid"]): f"{e['summary']} {e['dtstart'].dt}" for e in found}
