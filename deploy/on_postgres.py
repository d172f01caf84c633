"""Run a command with DATABASE_URL naming a new, empty PostgreSQL server of this machine, removed afterwards.

Uses the server programs that are installed (Debian: postgresql); as root it installs them when missing.
"""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """Return the folder of initdb and pg_ctl, the newest version first, or None."""
    found = [*sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: int(p.parts[-3]), reverse=True)]
    if on_path := shutil.which("initdb"):
        found.append(Path(on_path))
    return found[0].parent if found else None


def install() -> None:
    """Install Debian's server without letting it start a cluster of its own."""
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", "postgresql"]):
        subprocess.run(command, check=True, env=environment, stdout=subprocess.DEVNULL)


def free_port() -> int:
    """Return a TCP port that nothing listens on now."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        return int(server.getsockname()[1])


def main() -> int:
    """Return the command's exit status; 0 with a plain word when there is no server to be had."""
    if programs() is None and os.geteuid() == 0 and shutil.which("apt-get"):
        install()
    folder = programs()
    if folder is None:
        print("Skipped on PostgreSQL: no server installed. As root: apt-get install postgresql")
        return 0
    with server(folder) as url:
        return subprocess.run(sys.argv[1:], env=os.environ | {"DATABASE_URL": url}).returncode


@contextmanager
def server(folder: Path, *options: str) -> Iterator[str]:
    """Run a new, empty server with its programs in `folder`; give the URL of its database, and remove all at the end.

    Nothing is left to keep, so that nothing is forced to disk unless the options say so ("fsync=on").
    """
    with tempfile.TemporaryDirectory(prefix="quizsite-pg-") as home:
        user = "postgres" if os.geteuid() == 0 else pwd.getpwuid(os.geteuid()).pw_name
        if user == "postgres":
            shutil.chown(home, user)
        as_user = ["runuser", "-u", user, "--"] if os.geteuid() == 0 else []
        data, port = f"{home}/data", free_port()

        def run(program: str, *arguments: str) -> None:
            command = [*as_user, str(folder / program), "-D", data, *arguments]
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=home)

        run("initdb", "-U", "quizsite", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8")
        places = ["listen_addresses=127.0.0.1", f"port={port}", f"unix_socket_directories={home}"]
        chosen = " ".join(f"-c {option}" for option in [*places, "fsync=off", *options])
        run("pg_ctl", "-w", "-l", f"{home}/log", "-o", chosen, "start")
        try:
            yield f"postgresql://quizsite@127.0.0.1:{port}/postgres"
        finally:
            run("pg_ctl", "-m", "immediate", "stop")


if __name__ == "__main__":
    sys.exit(main())
