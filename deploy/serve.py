"""Start quizsite on this machine: prepare the database, then run the web server and the task worker until stopped."""

from __future__ import annotations

import argparse
import os
import secrets
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from types import FrameType

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
STOP_SECONDS = 10


def main() -> int:
    """Run until Ctrl-C, SIGTERM or the death of one of the two; return the exit status."""
    options = arguments()
    if problem := port_problem(options.host, options.port):
        print(problem, file=sys.stderr)
        return 1
    environment = surroundings(options.host)
    status = subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, env=environment).returncode
    if status:
        return status
    return supervise([web(options.host, options.port), [sys.executable, "manage.py", "work"]], environment, options)


def arguments() -> argparse.Namespace:
    """Read --host and --port."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)
    return parser.parse_args()


def port_problem(host: str, port: int) -> str:
    """Return why the port cannot be used, or an empty string."""
    try:
        with socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET):
            return ""
    except OSError as error:
        return f"Cannot listen on {host}:{port} ({error.strerror}). Choose another with: make run PORT=8001"


def surroundings(host: str) -> dict[str, str]:
    """Return the environment of both processes; what the caller set wins over these defaults for one machine."""
    var = Path(os.environ.setdefault("VAR_DIR", str(ROOT / "var")))
    hosts = "*" if host in {"0.0.0.0", "::"} else f"localhost,127.0.0.1,[::1],{host}"
    return {"SECRET_KEY": secret_key(var), "HTTPS": "0", "DEMO": "1", "ALLOWED_HOSTS": hosts} | dict(os.environ)


def secret_key(var: Path) -> str:
    """Return this machine's key, made on the first start and readable by its owner only."""
    path = var / "secret_key"
    if not path.exists():
        var.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50))
    return path.read_text().strip()


def web(host: str, port: int) -> list[str]:
    """Return the server's command: processes of one thread, as measured best for short requests on both databases."""
    sizes = ["--workers", "3", "--blocking-threads", "1"]
    place = ["--interface", "wsgi", "--no-ws", "--host", host, "--port", str(port), "--log-level", "warning"]
    return [str(BIN / "granian"), *place, *sizes, "quizsite.wsgi:application"]


def supervise(commands: list[list[str]], environment: dict[str, str], options: argparse.Namespace) -> int:
    """Run the commands side by side; when one ends or a signal comes, stop all and return the status."""
    stopping: list[int] = []

    def stop(number: int, frame: FrameType | None) -> None:
        stopping.append(number)

    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, stop)
    running = [subprocess.Popen(c, cwd=ROOT, env=environment, start_new_session=True) for c in commands]
    announce(options.host, options.port)
    while not stopping and all(process.poll() is None for process in running):
        time.sleep(0.1)
    ended = next((process.returncode for process in running if process.poll() is not None), 0)
    end(running)
    print("quizsite has stopped.")
    return 0 if stopping else ended or 1


def end(running: list[subprocess.Popen[bytes]]) -> None:
    """Ask every process to end, and kill what has not after STOP_SECONDS."""
    for process in running:
        process.terminate()
    deadline = time.monotonic() + STOP_SECONDS
    for process in running:
        try:
            process.wait(max(0.1, deadline - time.monotonic()))
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)


def announce(host: str, port: int) -> None:
    """Print where to go, once the server answers."""
    shown = "localhost" if host in {"0.0.0.0", "::", "127.0.0.1"} else f"[{host}]" if ":" in host else host
    for _ in range(100):
        try:
            socket.create_connection(("127.0.0.1" if host == "0.0.0.0" else host, port), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    print(f"\nquizsite is ready: http://{shown}:{port}/   (Ctrl-C stops it)\n", flush=True)


if __name__ == "__main__":
    sys.exit(main())
