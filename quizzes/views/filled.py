"""What was filled in of a question: as it is sent, and as it comes back from a draft that was kept."""

from __future__ import annotations

from typing import Any

from django.http import QueryDict
from django.utils.translation import get_language_from_request

from quizzes.forms.answer import answer_form
from quizzes.forms.answering import AnswerForm
from quizzes.forms.sending import SendingForm
from quizzes.kept import forget, kept_for
from quizzes.models import Attempt, Response
from quizzes.models.refusals import OLDER
from quizzes.permissions import Request


def sent_forms(request: Request, attempt: Attempt, response: Response) -> tuple[AnswerForm, SendingForm]:
    """Return the answer that was sent, beside the one that is stored, and what it was sent with."""
    language = get_language_from_request(request)
    form = answer_form(response.as_shown, request.POST, removed=response.removed, language=language)
    form.show(response.given)
    return form, SendingForm(request.POST, asks_certainty=attempt.asks_certainty, may_leave=attempt.may_leave)


def sending_with(attempt: Attempt, certainty: Any) -> SendingForm:
    """Return what a page's form is sent with, the certainty marked that is known."""
    known = {"certainty": certainty}
    return SendingForm(initial=known, asks_certainty=attempt.asks_certainty, may_leave=attempt.may_leave)


def returned(request: Request, attempt: Attempt, response: Response) -> dict[str, Any]:
    """Return the form as it was when the student left or the session had ended, if that is kept."""
    sent = kept_for(request, request.path)
    if not sent:
        return {}
    form = answer_form(response.as_shown, removed=response.removed)
    form.keep(sent)
    sending = sending_with(attempt, sent.get("certainty"))
    return {"form": form, "sending": sending, "returned": True, **aged(response, sent)}


def aged(response: Response, form: QueryDict) -> dict[str, Any]:
    """Return the note for a form filled in before the answer that is saved now."""
    is_older = response.answered is not None and form.get("version") != str(response.version)
    return {"note": OLDER} if is_older else {}


def is_old_draft(request: Request, response: Response, form: AnswerForm, draft: QueryDict | None) -> bool:
    """Say whether a draft older than the saved answer is left as it is: only sending it puts it over that answer."""
    if not draft or not aged(response, draft):
        return False
    return all(draft.getlist(name) == request.POST.getlist(name) for name in (*form.fields, "certainty"))


def forget_shown(request: Request, page: str) -> None:
    """Forget the draft that the form began with, now that it was taken back; one that it did not show stays."""
    if "draft" in request.POST:
        forget(request, page)
