"""A real site for the journeys: the shipped start script, server, worker and demo school, and Debian's Chromium."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
START_SECONDS = 240
# Longer than any page takes on a busy machine; what is there in time is not waited for.
PATIENCE = 20_000
# What tests.environment and a developer may have set, which the site of a journey finds out by itself.
OURS = {"SECRET_KEY", "TASKS_BACKEND", "DATABASE_URL", "STATIC_ROOT", "DJANGO_ALLOW_ASYNC_UNSAFE"}
DEMO_PASSWORD = "reading-lasts-longer"
expect.set_options(timeout=PATIENCE)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Keep the journeys on one test process, which starts one site; skip them without a browser."""
    missing = pytest.mark.skip(reason="no Chromium: as root run apt-get install chromium, then make test")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.xdist_group("browser"))
            if CHROMIUM is None:
                item.add_marker(missing)


@pytest.fixture(scope="session")
def var(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the empty folder that the site keeps everything in."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="session")
def site(var: Path) -> Iterator[str]:
    """Start quizsite as `make run` does, on a free port with an empty folder; stop it as Ctrl-C does."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    environment = _environment(var)
    collect = [sys.executable, "manage.py", "collectstatic", "--noinput", "--verbosity", "0"]
    subprocess.run(collect, cwd=ROOT, env=environment | {"SECRET_KEY": "collect"}, check=True)
    command = [sys.executable, "deploy/serve.py", "--port", str(port)]
    with (var / "log").open("w") as log:
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=log, stderr=log)
    address = f"http://localhost:{port}"
    await_answer(f"{address}/healthz", process, var / "log")
    yield address
    process.terminate()
    assert process.wait(20) == 0, (var / "log").read_text()


def _environment(var: Path) -> dict[str, str]:
    return {name: value for name, value in os.environ.items() if name not in OURS} | {"VAR_DIR": str(var)}


@pytest.fixture(scope="session")
def school(site: str, var: Path) -> Callable[..., str]:
    """Return a caller of what `tests.browser.school` makes in the site's own database."""

    def call(name: str, **about: object) -> str:
        made = f"from tests.browser import school; print(school.{name}(**{about!r}))"
        command = [sys.executable, "manage.py", "shell", "--verbosity", "0", "--command", made]
        environment = _environment(var) | {"SECRET_KEY": "made for one quiz"}
        done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        return done.stdout.strip()

    return call


@pytest.fixture
def quiz_of(school: Callable[..., str]) -> Callable[[str], str]:
    """Return a maker of quizzes that ask the demo class one kind of question only, and where each begins."""
    return lambda kind: school("one_kind", kind=kind)


def await_answer(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    """Return when the URL answers; fail with the log when the process ends or the time is over."""
    waited = 0.0
    while waited < START_SECONDS:
        try:
            with urllib.request.urlopen(url, timeout=2):
                return
        except OSError:
            assert process.poll() is None, log.read_text()
            waited += 0.5
            _pause(process)
    pytest.fail(f"The site did not start:\n{log.read_text()}")


def _pause(process: subprocess.Popen[bytes]) -> None:
    """Wait half a second, or less if the process ends."""
    try:
        process.wait(0.5)
    except subprocess.TimeoutExpired:
        return


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_context(browser: Browser, site: str) -> Iterator[Callable[..., BrowserContext]]:
    """Return a maker of fresh browser profiles, as for different people or devices."""
    contexts = []

    def make(**options: object) -> BrowserContext:
        context = browser.new_context(base_url=site, **options)
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def page(new_context: Callable[..., BrowserContext]) -> Page:
    """A phone-wide page of a person who is not signed in."""
    return new_context(viewport={"width": 390, "height": 844}).new_page()


def sign_in(page: Page, username: str, password: str = DEMO_PASSWORD) -> None:
    """Go to the form and sign in through it."""
    page.goto("/accounts/login/")
    fill_in_sign_in(page, username, password)
    expect(page).not_to_have_url("/accounts/login/")


def fill_in_sign_in(page: Page, username: str, password: str) -> None:
    """Fill in the form that asks who it is, and send it."""
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
