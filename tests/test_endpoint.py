"""Asking a language model over HTTP: a real server on this machine answers, well or badly."""

from __future__ import annotations

import json
import logging
import socket
from collections.abc import Iterator

import pytest

from quizzes import endpoint
from quizzes.endpoint import Endpoint
from quizzes.engine.generators import Failed
from tests.service import Answer, Service, running, said

ASKED = [{"role": "user", "content": "What stands in the article?"}]
KEY = "sk-very-secret-0123456789"


@pytest.fixture(scope="module")
def server() -> Iterator[Service]:
    with running() as service:
        yield service


@pytest.fixture
def service(server: Service) -> Service:
    server.answer(said("Fine."))
    server.heard.clear()
    server.keys.clear()
    return server


@pytest.fixture
def pauses() -> list[float]:
    return []


@pytest.fixture
def model(service: Service, pauses: list[float]) -> Endpoint:
    return Endpoint(service.url, "small-7b", KEY, seconds=20, pause=pauses.append)


def failing(model: Endpoint) -> str:
    with pytest.raises(Failed) as caught:
        model.ask(ASKED)
    return str(caught.value)


def test_reply_is_returned(model):
    assert model.ask(ASKED) == "Fine."


def test_request_names_the_model_and_leaves_nothing_to_chance(model, service):
    model.ask(ASKED)

    sent = service.heard[0]
    assert (sent["model"], sent["messages"]) == ("small-7b", ASKED)
    assert (sent["temperature"], sent["seed"], sent["max_tokens"]) == (0, endpoint.SEED, endpoint.MAX_TOKENS)


def test_key_is_sent_as_the_protocol_has_it(model, service):
    model.ask(ASKED)

    assert service.keys == [f"Bearer {KEY}"]


def test_no_key_sends_none(service):
    Endpoint(service.url, "small-7b").ask(ASKED)

    assert service.keys == [""]


def test_key_is_not_shown_with_the_endpoint(model):
    assert KEY not in repr(model)


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
def test_key_and_reply_are_neither_logged_nor_told(model, service, caplog, status):
    caplog.set_level(logging.DEBUG)
    service.answer(Answer(f'{{"error": "wrong key {KEY}"}}'.encode(), status))

    told = failing(model)

    assert KEY not in told + caplog.text
    assert "wrong key" not in told + caplog.text


@pytest.mark.parametrize(
    ("status", "reason"),
    [(401, "key"), (403, "key"), (404, "address or the model"), (418, "status 418"), (301, "status 301")],
)
def test_refusal_is_told_at_once(model, service, pauses, status, reason):
    service.answer(Answer(b"{}", status, headers={"Location": "http://127.0.0.1:1/"}))

    assert reason in failing(model)

    assert len(service.heard) == 1
    assert pauses == []


def test_settings_that_a_service_does_not_know_are_left_out(model, service):
    service.answer(Answer(b"{}", 400), said("Fine."))

    assert model.ask(ASKED) == "Fine."

    assert set(service.heard[1]) == {"model", "messages"}


@pytest.mark.parametrize("status", [429, 500, 503])
def test_busy_service_is_asked_again(model, service, pauses, status):
    service.answer(Answer(b"{}", status), Answer(b"{}", status), said("Fine."))

    assert model.ask(ASKED) == "Fine."

    assert pauses == [1, 2]


def test_pause_is_as_long_as_the_service_wishes(model, service, pauses):
    service.answer(Answer(b"{}", 429, headers={"Retry-After": "7"}), said("Fine."))

    model.ask(ASKED)

    assert pauses == [7]


def test_pause_has_an_end(model, service, pauses):
    service.answer(Answer(b"{}", 429, headers={"Retry-After": "86400"}), said("Fine."))

    model.ask(ASKED)

    assert pauses == [endpoint.LONGEST_PAUSE]


@pytest.mark.parametrize(("status", "reason"), [(429, "busy"), (500, "failing")])
def test_service_that_stays_busy_is_given_up(model, service, status, reason):
    service.answer(Answer(b"{}", status))

    assert reason in failing(model)

    assert len(service.heard) == endpoint.TRIES


def test_nobody_at_the_address_is_told(pauses):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]

    assert "could not be reached" in failing(Endpoint(f"http://127.0.0.1:{port}/v1", "m", pause=pauses.append))

    assert len(pauses) == endpoint.TRIES - 1


def test_certificate_that_nobody_signed_is_not_trusted(service, pauses, caplog):
    address = service.url.replace("http:", "https:")

    assert "could not be reached" in failing(Endpoint(address, "m", KEY, pause=pauses.append))

    assert service.keys == []


def test_silence_ends_when_the_time_is_over(service):
    service.answer(Answer(b"x" * 50, trickle=0.5))

    assert "within 0.2 seconds" in failing(Endpoint(service.url, "m", seconds=0.2))


def test_slow_trickle_ends_when_the_time_is_over(service):
    service.answer(Answer(said("Fine.").body, trickle=0.02))

    assert "within 0.3 seconds" in failing(Endpoint(service.url, "m", seconds=0.3))


def test_huge_reply_is_not_read_to_its_end(model, service):
    service.answer(Answer(b"x" * (endpoint.MAX_BYTES + 10)))

    assert "too large" in failing(model)


@pytest.mark.parametrize(
    "answer",
    [
        Answer(b"<html>Sign in to this network</html>", content_type="text/html"),
        Answer(said("Fine.").body, content_type="text/html"),
        Answer(b"not JSON at all"),
        Answer(b"[" * 100_000),
        Answer(b"[]"),
        Answer(b'{"choices": []}'),
        Answer(b'{"choices": [{"message": "Fine."}]}'),
        Answer(b'{"choices": [{"message": {"content": ["Fine."]}}]}'),
        Answer(said("Fine.").body[:40]),
    ],
    ids=lambda answer: answer.body[:30].decode(),
)
def test_what_is_no_language_model_is_told(model, service, answer):
    service.answer(answer)

    assert "does not speak its language" in failing(model)


@pytest.mark.parametrize("answer", [said("I am sorry.", refusal="I cannot help with that."), said(None, refusal="No.")])
def test_refusal_of_the_model_is_told(model, service, answer):
    service.answer(answer)

    assert "declined" in failing(model)


def test_reply_that_a_filter_cut_is_a_refusal(model, service):
    filtered = json.loads(said("").body)
    filtered["choices"][0]["finish_reason"] = "content_filter"
    service.answer(Answer(json.dumps(filtered).encode()))

    assert "declined" in failing(model)


def test_empty_reply_is_empty_text(model, service):
    service.answer(said(None))

    assert model.ask(ASKED) == ""
