from __future__ import annotations

import random
from collections.abc import Iterable
from contextlib import nullcontext
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone
from django.utils.functional import cached_property

from .. import scoring
from ..engine import questions as engine
from ..overview import Overview, overview
from .grouping import grouped
from .practice import draw_missed
from .prepared import Prepared
from .question import Question
from .quiz import NOTHING, NOTHING_LEFT, Quiz, Refused
from .refusals import OLDER, AlreadyAnswered, Outdated, OutOfTurn
from .response import PLACES, Response, Sent, mark_of, review, untold
from .user import User


class AttemptQuerySet(models.QuerySet["Attempt"]):
    """Attempts by who may do what with them."""

    def of(self, learner: User) -> AttemptQuerySet:
        """The learner's own: nobody else continues or reads them as a learner, admins included."""
        return self.filter(learner=learner)

    def finished(self) -> AttemptQuerySet:
        """Those with a score, the oldest first."""
        return self.filter(finished__isnull=False).order_by("finished", "pk")

    def rescore(self) -> None:
        """Work the scores of those finished out again, after answers were graded anew."""
        rows = Response.objects.filter(attempt__in=self.finished()).order_by()
        marks: dict[int, list[float]] = {}
        for attempt, *about in rows.values_list("attempt", "answered", "credit", "certainty", "hints"):
            marks.setdefault(attempt, []).append(mark_of(*about))
        scores = grouped((scoring.score(every, len(every)), attempt) for attempt, every in marks.items())
        for score, attempts in scores.items():
            Attempt.objects.filter(pk__in=attempts).update(score=score)

    def running(self) -> AttemptQuerySet:
        """Open ones with a time limit."""
        return self.filter(finished=None, deadline__isnull=False).select_related("quiz", "learner")

    def revealed(self, learner: User, now: datetime) -> AttemptQuerySet:
        """The learner's finished ones whose results may be shown by now, the oldest first; see `reveals_result`."""
        waiting = Q(retry_of=None, quiz__in=Quiz.objects.waiting_for_due(learner, now))
        return self.of(learner).finished().exclude(waiting)

    def with_reveal(self, learner: User, now: datetime) -> AttemptQuerySet:
        """Annotate `is_revealed`: whether the learner may see the score by now. Lists that show scores ask for it."""
        return self.annotate(is_revealed=Exists(Attempt.objects.revealed(learner, now).filter(pk=OuterRef("pk"))))

    def overdue(self, now: datetime) -> AttemptQuerySet:
        """Those whose time has run out; each may have a little grace left, see `Attempt.expire`."""
        return self.running().filter(deadline__lte=now)

    def expire_overdue(self, now: datetime) -> int:
        """Finish those that nobody comes back to although their time and its grace are over; return how many."""
        return sum(attempt.expire(now) for attempt in self.overdue(now))


class AttemptManager(models.Manager.from_queryset(AttemptQuerySet)):  # type: ignore[misc]
    """Where an attempt begins."""

    def start(
        self, learner: User, quiz: Quiz, length: int, seed: int, now: datetime, *, retry_of: Attempt | None = None
    ) -> Attempt:
        """Return the learner's open attempt of the quiz, or draw a new one; raise Refused where there can be none.

        A round of practice on what was missed, `retry_of` an attempt, stands beside the attempts: neither waits for
        the other.
        """
        begun = self.begun(learner, quiz)[bool(retry_of)]
        if begun and not begun.expire(now):
            return begun
        with transaction.atomic():
            # The learner's row is the lock: the same start sent twice makes one attempt, and no attempt too many.
            # Nothing locks an attempt after it, as answers lock theirs before it.
            User.objects.select_for_update().only("pk").get(pk=learner.pk)
            return self.begun(learner, quiz)[bool(retry_of)] or self._draw(learner, quiz, length, seed, now, retry_of)

    def _draw(
        self, learner: User, quiz: Quiz, length: int, seed: int, now: datetime, retry_of: Attempt | None
    ) -> Attempt:
        """Return a new attempt; raise Refused where there can be none."""
        reason = "" if retry_of else quiz.refusal(learner, now)
        if reason:
            raise Refused(reason)
        rng = random.Random(seed)
        # A quiz asks everybody the same facts: none is withheld but from what a learner draws.
        drawn = retry_of or quiz.practice_for_id
        withheld = frozenset(untold(learner, now).values_list("question__facts", flat=True) if drawn else ())
        asked = Response.objects.asked(learner, quiz)
        questions = draw_missed(retry_of, rng, withheld) if retry_of else quiz.paper(length, rng, *asked, withheld)
        if not questions:
            raise Refused(NOTHING_LEFT if withheld else NOTHING)
        new = Attempt(learner=learner, quiz=quiz, seed=seed, started=now, retry_of=retry_of)
        new.set_deadline()
        new.save()
        new.lay_out(questions, rng)
        return new

    def begun(self, learner: User, quiz: Quiz) -> tuple[Attempt | None, Attempt | None]:
        """Return what is open of the learner's attempts at a quiz: the attempt, and the round of practice."""
        begun: list[Attempt] = BEGUN(learner.pk, quiz.pk)
        for one in begun:
            one.learner, one.quiz = learner, quiz
        attempt = next((one for one in begun if one.retry_of_id is None), None)
        return attempt, next((one for one in begun if one.retry_of_id), None)


class Attempt(models.Model):
    """One learner's go at a quiz; its questions are drawn once, from `seed`, when it starts."""

    learner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="attempts")
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="attempts")
    retry_of = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="retries")
    seed = models.BigIntegerField()
    started = models.DateTimeField(default=timezone.now)
    finished = models.DateTimeField(null=True, blank=True)
    deadline = models.DateTimeField(null=True, blank=True, help_text="When the time limit ends, extra time included.")
    score = models.FloatField(null=True, blank=True, help_text="Mean mark, 0 to 1.")

    objects = AttemptManager()

    class Meta:
        ordering = ["-started", "-pk"]
        indexes = [
            models.Index(fields=["learner", "-started"], name="attempt_by_learner"),
            models.Index(fields=["deadline"], condition=Q(finished__isnull=True), name="attempt_open_by_deadline"),
        ]
        constraints = [
            models.UniqueConstraint(
                fields=["learner", "quiz"],
                condition=Q(finished__isnull=True, retry_of__isnull=True),
                name="attempt_one_open_per_quiz",
            ),
            models.UniqueConstraint(
                fields=["learner", "quiz"],
                condition=Q(finished__isnull=True, retry_of__isnull=False),
                name="attempt_one_open_practice",
            ),
            models.CheckConstraint(
                condition=Q(finished__isnull=True, score__isnull=True)
                | Q(finished__isnull=False, score__gte=0, score__lte=1),
                name="attempt_scored_when_finished",
            ),
            models.CheckConstraint(
                condition=Q(finished__isnull=True) | Q(finished__gte=F("started")), name="attempt_finishes_after_start"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.learner}: {self.quiz}"

    def lay_out(self, questions: Iterable[Question], rng: random.Random) -> None:
        """Store the questions in the order asked, each exactly as it will be shown."""
        shuffles = self.quiz.shuffle_choices
        shown = [(question, engine.to_json(question.laid_out(rng, shuffles=shuffles))) for question in questions]
        Response.objects.bulk_create(
            Response(attempt=self, position=position, question=question, shown=asked)
            for position, (question, asked) in enumerate(shown, start=1)
        )

    def set_deadline(self) -> None:
        """Work out when the time limit ends, and again when the learner is given extra time; nothing is saved."""
        minutes = 0.0 if self.retry_of_id else self.quiz.minutes(self.learner)
        self.deadline = self.started + timedelta(minutes=minutes) if minutes else None

    @property
    def feedback(self) -> str:
        """When answers are explained; practice rounds explain each at once."""
        return Quiz.Feedback.EACH.value if self.retry_of_id else self.quiz.feedback

    @property
    def one_way(self) -> bool:
        """Whether questions come one after the other, without a way back."""
        return self.quiz.one_way and not self.retry_of_id

    @property
    def asks_certainty(self) -> bool:
        """Whether every answer says how sure it is."""
        return self.quiz.certainty and not self.retry_of_id

    @property
    def last_moment(self) -> datetime | None:
        """The moment from which no answer counts any more: the deadline and its grace; None without a time limit."""
        return self.deadline + timedelta(seconds=self.quiz.grace) if self.deadline else None

    @property
    def has_passed(self) -> bool | None:
        """Whether the score reaches the pass mark; None while open or where there is none."""
        return None if self.score is None else self.quiz.is_passed_with(self.score)

    @property
    def has_nearly_passed(self) -> bool:
        """Whether the score reaches the pass mark as it is shown, and not as it is."""
        return self.score is not None and self.quiz.is_nearly_passed_with(self.score)

    @property
    def next_position(self) -> int | None:
        """The position of the first question without an answer, None when there is none."""
        return self.overview.open[0].position if self.overview.open else None

    @property
    def may_leave(self) -> bool:
        """Whether a question can be left open for good: where an answer could not be given later."""
        return self.one_way or self.feedback == Quiz.Feedback.EACH

    @property
    def may_change(self) -> bool:
        """Whether an answer can be changed until the attempt is handed in."""
        return not self.may_leave

    @cached_property
    def overview(self) -> Overview:
        """Which questions are answered, flagged and open, as it was when first asked for since this changed it."""
        return overview(PLACES(self.pk), one_way=self.one_way and not self.finished)

    def seconds_left(self, now: datetime) -> float | None:
        """Return how long the time limit lasts, None where there is none."""
        return max(0.0, (self.deadline - now).total_seconds()) if self.deadline and not self.finished else None

    @property
    def seconds_allowed(self) -> float | None:
        """How long the whole attempt may take, extra time included."""
        return (self.deadline - self.started).total_seconds() if self.deadline else None

    def is_time_up(self, now: datetime) -> bool:
        """Say whether the time limit has ended; only answers already on their way are still taken."""
        return self.deadline is not None and now >= self.deadline

    def may_see(self, position: int) -> bool:
        """Say whether a question may be looked at: one way, only those answered and the next."""
        return not self.one_way or position <= (self.next_position or position)

    def is_final(self, response: Response) -> bool:
        """Say whether an answer can no longer be changed: its feedback was seen, or there is no way back."""
        is_told = self.feedback == Quiz.Feedback.EACH or self.one_way
        return self.finished is not None or (response.answered is not None and is_told)

    def reveals(self, response: Response, now: datetime) -> bool:
        """Say whether the key, the proof and the credit of a response may be shown now."""
        if self.feedback == Quiz.Feedback.EACH:
            return response.answered is not None or self.finished is not None
        return self.reveals_result(now)

    def reveals_result(self, now: datetime) -> bool:
        """Say whether the score and every explanation may be shown now."""
        is_out = self.retry_of_id is not None or not self.quiz.withholds_from(self.learner, now)
        return self.finished is not None and is_out

    def answer(self, position: int, given: engine.Given | None, now: datetime, **sent: Any) -> Response:
        """Grade and keep an answer to the question in this place, see `keep`."""
        return self.keep(Response.objects.at(self, position), Sent(given, now, **sent))

    def keep(self, response: Response, sent: Sent) -> Response:
        """Grade and keep an answer; without one the question is left open for good, one way or before its feedback.

        The same answer of the same form sent again changes nothing and returns what is kept.

        Raise AlreadyAnswered or Outdated where another answer is kept, OutOfTurn for a question that may not be seen,
        Refused when the attempt is over, InvalidAnswer for an answer that does not fit the question.
        """
        # Everybody else who answers waits while this writes: what can be looked up before that is.
        closing = self.closing(sent.at)
        if not self._keep(response, sent, closing):
            self._keep(response, sent, closing, is_locked=True)
        return response

    def _keep(self, response: Response, sent: Sent, closing: str, *, is_locked: bool = False) -> bool:
        """Keep an answer to what was read, False where that is no longer so; `is_locked`, to what is read now."""
        # Where nothing follows, the answer is stored by one statement, which is a transaction of its own.
        with transaction.atomic() if is_locked or self.may_leave else nullcontext():
            if is_locked:
                self._lock()
                self.finished, self.score = response.look_again()
            if response.holds(sent):
                return True
            self.check_answer(response, sent.version, closing)
            is_kept = response.grade(sent, is_locked=is_locked)
            if is_kept:
                self._follow(response, sent.at)
        return is_kept

    def _follow(self, response: Response, now: datetime) -> None:
        """Do what follows from an answer that is kept now."""
        self._forget_overview()
        if self.feedback == Quiz.Feedback.EACH:
            review([response], self.learner, now)
        if self.is_final(response) and self.next_position is None:
            self.finish(now)

    def _forget_overview(self) -> None:
        self.__dict__.pop("overview", None)

    def check_answer(self, response: Response, version: int, closing: str) -> None:
        """Raise what stands against keeping an answer; `closing` is what `closing` says now."""
        if response.answered and self.is_final(response):
            raise AlreadyAnswered("You have answered this question already. That answer counts.")
        self.check_open(closing)
        if not self.may_see(response.position):
            raise OutOfTurn("Another question comes first.")
        if version != response.version:
            raise Outdated(OLDER)

    def check_open(self, closing: str) -> None:
        """Raise Refused when the attempt takes no more answers."""
        if self.finished or closing:
            raise Refused(closing or "This attempt is finished.")

    @transaction.atomic
    def hint(self, position: int, kind: str, now: datetime, *, taken: int | None = None) -> Response:
        """Give a hint, `remove` or `paragraph`, on a question not answered yet; raise Refused where there is none.

        `taken` is how many were taken when it was asked for: what is asked for twice is given once.
        """
        self._lock()
        response: Response = self.responses.get(position=position)
        self.finished, self.score = response.look_again()
        self.check_open(self.closing(now))
        if response.answered:
            raise AlreadyAnswered("You have answered this question already.")
        if not self.may_see(position):
            raise OutOfTurn("Another question comes first.")
        if kind not in self.hints:
            raise Refused("This quiz gives no such hint.")
        if taken is not None and any(kind in hint for hint in response.hints[taken:]):
            return response
        response.take_hint(kind, random.Random(f"{self.seed}-{position}-{len(response.hints)}"))
        return response

    @property
    def hints(self) -> list[str]:
        """The kinds of hint that the quiz gives."""
        given = {"remove": self.quiz.hint_remove, "paragraph": self.quiz.hint_paragraph}
        return [kind for kind, is_given in given.items() if is_given]

    def flag(self, position: int, flagged: bool) -> None:
        """Mark a question to come back to, or take the mark off."""
        self.responses.filter(position=position).update(flagged=flagged)
        self._forget_overview()

    def closing(self, now: datetime) -> str:
        """Return why this attempt takes no more answers, "" while it does; practice rounds never close."""
        if self.last_moment and now >= self.last_moment:
            return "Your time is up."
        return "" if self.retry_of_id else self.quiz.closing(self.learner, now)

    def expire(self, now: datetime) -> bool:
        """Finish an open attempt whose time or quiz is over; what is open earns nothing. Return whether it is over."""
        if not self.finished and self.closing(now):
            self.finish(min(now, self.deadline) if self.deadline else now)
        return self.finished is not None

    @transaction.atomic
    def finish(self, now: datetime) -> None:
        """Close the attempt with its score; answers that were not reviewed one by one are reviewed now."""
        # An answer on its way is counted, or comes too late and is told so.
        self._lock()
        responses = list(self.responses.defer("shown"))
        score = scoring.score([response.mark for response in responses], len(responses))
        finished = max(now, self.started)
        if Attempt.objects.filter(pk=self.pk, finished=None).update(finished=finished, score=score):
            self.finished, self.score = finished, score
            self._forget_overview()
            # Memories would tell what the result does not tell yet: see `review_revealed`.
            if self.feedback != Quiz.Feedback.EACH and self.reveals_result(now):
                review([response for response in responses if response.answered], self.learner, now)

    def _lock(self) -> None:
        """Let everybody else wait who changes what the attempt earns; nobody waits where it was deleted meanwhile."""
        Attempt.objects.select_for_update().only("pk").filter(pk=self.pk).first()
        self._forget_overview()

    def missed(self) -> models.QuerySet[Response]:
        """Return the responses that are not right, or were so with a hint; see `Response.is_missed`."""
        return self.responses.filter(Q(credit__lt=1) | Q(credit=None) | ~Q(hints=[]))

    def retry(self, seed: int, now: datetime) -> Attempt:
        """Return a new attempt on what was missed in this one, which must be finished."""
        if not self.finished:
            raise Refused("Finish this attempt first; then practise what you missed.")
        if not self.reveals_result(now):
            raise Refused("Your result is not out yet; then you can practise what you missed.")
        if not self.missed().exists():
            raise Refused("You missed nothing here, so there is nothing to practise. Well done!")
        return Attempt.objects.start(self.learner, self.quiz, 1, seed, now, retry_of=self)


BEGUN = Prepared(lambda learner, quiz: Attempt.objects.filter(learner=learner, quiz=quiz, finished=None))
