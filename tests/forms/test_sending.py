"""What every answer is sent with."""

import pytest
from django.http import QueryDict

from quizzes.forms.sending import FlagForm, HintForm, SendingForm, new_token

WHOLE = "token=a-form-of-a-page-named&version=0"


def sending(sent, *, asks_certainty=False, may_leave=False):
    return SendingForm(QueryDict(f"{WHOLE}&{sent}"), asks_certainty=asks_certainty, may_leave=may_leave)


def test_new_tokens_are_valid_and_differ():
    tokens = {new_token() for _ in range(20)}

    assert len(tokens) == 20
    assert all(sending(f"token={token}").is_valid() for token in tokens)


def test_named_is_what_an_answer_is_kept_with():
    form = sending("certainty=2", asks_certainty=True)

    assert form.is_complete()
    assert form.named() == {"token": "a-form-of-a-page-named", "version": 0, "certainty": 2}


def test_certainty_that_is_not_asked_for_is_not_kept():
    form = sending("certainty=2")

    assert form.is_complete()
    assert form.named()["certainty"] is None


@pytest.mark.parametrize(("asks", "stored", "is_shown"), [(True, 2, True), (True, 3, False), (False, None, True)])
def test_certainty_marked_is_told_from_another(asks, stored, is_shown):
    assert sending("certainty=2", asks_certainty=asks).shows_certainty(stored) is is_shown


@pytest.mark.parametrize("chosen", ["", "certainty=", "certainty=0", "certainty=4", "certainty=x"])
def test_certainty_that_is_asked_for_must_be_one_of_three(chosen):
    assert not sending(chosen, asks_certainty=True).is_complete()


def test_who_has_no_time_left_to_say_so_is_not_sure():
    form = sending("", asks_certainty=True)

    assert form.is_complete(is_time_up=True)
    assert form.named()["certainty"] == 1


@pytest.mark.parametrize(("chosen", "complete"), [("certainty=3", True), ("certainty=4", False)])
def test_what_is_said_when_the_time_is_up_stands(chosen, complete):
    form = sending(chosen, asks_certainty=True)

    assert form.is_complete(is_time_up=True) is complete
    assert form.named().get("certainty") == (3 if complete else None)


def test_no_certainty_is_asked_of_a_question_left_open():
    form = sending("leave=1", asks_certainty=True, may_leave=True)

    assert form.is_complete()
    assert form.leaves


@pytest.mark.parametrize(("may_leave", "leaves", "moves_on"), [(True, True, None), (False, False, 3)])
def test_either_leaves_or_moves_on(may_leave, leaves, moves_on):
    form = sending("leave=1&go=3", may_leave=may_leave)

    assert (form.leaves, form.moves_on) == (leaves, moves_on)


@pytest.mark.parametrize(
    "changed", ["token=", "token=short", "token=a form of a page named", "version=", "version=-1", "version=1e9"]
)
def test_what_is_not_whole_is_said_once(changed):
    form = sending(changed)

    assert not form.is_complete()
    assert form.problems == ["This page was not complete or has been changed. Your answer is below: send it again."]


@pytest.mark.parametrize(("sent", "flagged"), [("flagged=1", True), ("flagged=0", False)])
def test_flag_is_put_on_or_taken_off(sent, flagged):
    form = FlagForm(QueryDict(sent))

    assert form.is_valid()
    assert form.cleaned_data["flagged"] is flagged


@pytest.mark.parametrize("sent", ["", "hint=remove", "hint=key&taken=0", "hint=remove&taken=-1", "taken=0"])
def test_hint_is_one_of_two_and_says_how_many_were_taken(sent):
    assert not HintForm(QueryDict(sent)).is_valid()
