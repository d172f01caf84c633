from __future__ import annotations

import random
import secrets
from collections.abc import Mapping, Sequence
from datetime import datetime

from django.conf import settings
from django.db import models, transaction
from django.db.models import Max, Q
from django.utils import formats, timezone

from .. import scoring
from .article import Article
from .prepared import Prepared
from .question import Question
from .slot import NEVER, Candidate, Row, Slot, candidates, draw, rows, vary
from .user import User

LONGEST = 100
"""No quiz asks more questions than this."""


NOTHING = "There is no approved question to ask here yet. Ask your teacher, or choose another article."
NOTHING_LEFT = (
    "A quiz of yours asks what could be asked here and has not explained it yet. "
    "Finish it or wait for its results, or choose another article."
)


def new_seed() -> int:
    """Return what something is drawn from; nobody can guess it."""
    return secrets.randbits(62)


class Refused(Exception):  # noqa: N818  (not a fault of the program: a rule, whose message a person is shown)
    """What was asked for is not possible now; the message says why and what to do."""


class QuizQuerySet(models.QuerySet["Quiz"]):
    """Quizzes by who may do what with them."""

    def owned_by(self, person: User) -> QuizQuerySet:
        """Those the person made."""
        return self.filter(owner=person)

    def editable_by(self, person: User) -> QuizQuerySet:
        """Those the person may change and review: their own; an admin all."""
        return self if person.is_admin else self.owned_by(person)

    def visible_to(self, person: User) -> QuizQuerySet:
        """Those the person may take: their own, those of their classes, and practice on articles they may read."""
        if person.is_admin:
            return self
        mine = Q(owner=person) | Q(assignments__course__enrollments__person=person)
        practice = Q(practice_for__in=Article.objects.visible_to(person))
        return self.filter(mine | practice).distinct()

    def waiting_for_due(self, learner: User, now: datetime) -> QuizQuerySet:
        """Those whose results the learner may not see yet: in one of the learner's classes they are not due yet.

        Where no due date is set it is still to come, so that nothing is told too early. Whoever takes a quiz that none
        of their classes has, as its teacher does who tries it, waits for no date.
        """
        to_come = Q(assignments__due__gt=now) | Q(assignments__due=None)
        given = self.filter(to_come, assignments__course__enrollments__person=learner)
        return given.filter(feedback=Quiz.Feedback.DUE)


class QuizManager(models.Manager.from_queryset(QuizQuerySet)):  # type: ignore[misc]
    """Where quizzes come from."""

    def practice(self, article: Article) -> Quiz:
        """Return the quiz behind an article's "Quiz me", made when it is first wanted."""
        title = article.title[: Quiz._meta.get_field("title").max_length]
        quiz: Quiz
        quiz, is_new = self.get_or_create(practice_for=article, defaults={"title": title, "owner": article.owner})
        if is_new:
            quiz.articles.add(article)
        return quiz


class Quiz(models.Model):
    """What an attempt asks, and how. `practice_for` marks the one quiz behind an article's "Quiz me"."""

    class Feedback(models.TextChoices):
        EACH = "each", "After each answer"
        END = "end", "At the end of the attempt"
        DUE = "due", "After the due date"

    class Counts(models.TextChoices):
        BEST = "best", "The best attempt"
        LAST = "last", "The last attempt"
        AVERAGE = "average", "The average of all attempts"
        FIRST = "first", "The first attempt"

    class Selection(models.TextChoices):
        RULE = "rule", "Drawn by a rule"
        LIST = "list", "A list of questions that I choose"

    title = models.CharField(max_length=200)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="quizzes")
    articles = models.ManyToManyField(Article, related_name="quizzes")
    practice_for = models.OneToOneField(
        Article, on_delete=models.CASCADE, null=True, blank=True, related_name="practice_quiz"
    )
    selection = models.CharField(max_length=4, choices=Selection, default=Selection.RULE)
    length = models.PositiveSmallIntegerField(default=10)
    kinds = models.JSONField(default=list, blank=True, help_text="Kinds of question to draw; empty: all.")
    kinds_wanted = models.PositiveSmallIntegerField(default=0, help_text="At least so many kinds, where there are.")
    understanding = models.PositiveSmallIntegerField(default=0, help_text="At least so many per cent, where there are.")
    seed = models.BigIntegerField(default=new_seed, editable=False, help_text="What the rule draws the facts from.")
    feedback = models.CharField(max_length=4, choices=Feedback, default=Feedback.EACH)
    attempts_allowed = models.PositiveSmallIntegerField(default=0, help_text="0: as many as wanted.")
    counts = models.CharField(max_length=7, choices=Counts, default=Counts.BEST)
    time_limit = models.PositiveSmallIntegerField(default=0, help_text="Minutes; 0: no limit.")
    grace = models.PositiveSmallIntegerField(
        default=30, help_text="Seconds after the end in which answers still count."
    )
    one_way = models.BooleanField(default=False, help_text="One question after the other, without going back.")
    shuffle_questions = models.BooleanField(default=True)
    shuffle_choices = models.BooleanField(default=True)
    pass_mark = models.PositiveSmallIntegerField(null=True, blank=True, help_text="Per cent; empty: none.")
    hint_remove = models.BooleanField(default=False, help_text="Students may have a wrong choice taken away.")
    hint_paragraph = models.BooleanField(default=False, help_text="Students may see the paragraph with the answer.")
    hint_cost = models.PositiveSmallIntegerField(default=25, help_text="Per cent of a question's credit for each hint.")
    certainty = models.BooleanField(default=False, help_text="Ask how sure students are, and score it.")
    created = models.DateTimeField(default=timezone.now, editable=False)

    objects = QuizManager()

    class Meta:
        ordering = ["title", "pk"]
        verbose_name_plural = "quizzes"
        constraints = [
            models.CheckConstraint(condition=~Q(title=""), name="quiz_has_title"),
            models.CheckConstraint(condition=Q(length__gte=1, length__lte=100), name="quiz_length_1_to_100"),
            models.CheckConstraint(condition=Q(feedback__in=["each", "end", "due"]), name="quiz_feedback_known"),
            models.CheckConstraint(
                condition=Q(counts__in=["best", "last", "average", "first"]), name="quiz_counts_known"
            ),
            models.CheckConstraint(condition=Q(selection__in=["rule", "list"]), name="quiz_selection_known"),
            models.CheckConstraint(condition=Q(understanding__lte=100), name="quiz_understanding_to_100"),
            models.CheckConstraint(condition=Q(hint_cost__lte=100), name="quiz_hint_cost_to_100"),
            models.CheckConstraint(condition=Q(time_limit__lte=1440), name="quiz_time_limit_to_a_day"),
            models.CheckConstraint(condition=Q(grace__lte=3600), name="quiz_grace_to_an_hour"),
            models.CheckConstraint(
                condition=Q(pass_mark__isnull=True) | Q(pass_mark__gte=1, pass_mark__lte=100),
                name="quiz_pass_mark_1_to_100",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def _rows(self) -> list[Row]:
        """Return what makes candidates of all questions that the quiz may ask."""
        if self.selection == self.Selection.LIST:
            return LISTED(self.pk)
        return OF_KINDS(self.pk, self.kinds) if self.kinds else OF_ANY_KIND(self.pk)

    def pool(self) -> list[Candidate]:
        """Return every question that the quiz may ask, as a candidate."""
        return candidates(self._rows())

    def size(self) -> int:
        """Return how many questions an attempt will have."""
        may_be_asked = self._rows()
        if self.selection == self.Selection.LIST:
            return len({question for question, *_ in may_be_asked})
        wanted = self.slots.count() or self.length
        return min(wanted, len({fact for *_, fact in may_be_asked}))

    def fill(self) -> None:
        """Let the rule fill the slots, once: from then on everybody is asked the same facts."""
        if self.practice_for_id or self.selection == self.Selection.LIST or self.slots.exists():
            return
        with transaction.atomic():
            self._fill()

    def _fill(self) -> None:
        # The quiz's row is the lock: of two first attempts one draws.
        Quiz.objects.select_for_update().only("pk").get(pk=self.pk)
        if not self.slots.exists():
            pool = self.pool()
            chosen = draw(pool, self.length, random.Random(self.seed), understanding=self.understanding)
            Slot.objects.bulk_create(
                Slot(quiz=self, position=position, question_id=one.pk) for position, one in enumerate(chosen, start=1)
            )

    def redraw(self) -> bool:
        """Let the rule draw other facts; attempts that have begun keep theirs. False for a fixed list, which stays."""
        if self.selection == self.Selection.LIST:
            return False
        with transaction.atomic():
            self.slots.all().delete()
            self.seed = new_seed()
            self.save(update_fields=["seed"])
            self.fill()
        return True

    def choose(self, questions: Sequence[Question]) -> None:
        """Make these the quiz's fixed list, in this order; attempts that have begun keep theirs."""
        with transaction.atomic():
            self.selection = self.Selection.LIST
            self.save(update_fields=["selection"])
            self.slots.all().delete()
            Slot.objects.bulk_create(
                Slot(quiz=self, position=position, question=question)
                for position, question in enumerate(questions, start=1)
            )

    def shortfall(self) -> list[str]:
        """Return what the rule asks for and the articles do not have, each as a sentence for the teacher."""
        asked = list(candidates(STANDING(self.pk)))
        kinds = len({one.kind for one in asked})
        deep = sum(one.level == Question.Level.UNDERSTANDING for one in asked)
        share = round(100 * deep / len(asked)) if asked else 0
        problems = []
        if len(asked) < self.length:
            problems.append(f"There are questions for {len(asked)} of the {self.length} facts you want.")
        if kinds < self.kinds_wanted:
            problems.append(f"There are {kinds} kinds of question of the {self.kinds_wanted} you want.")
        if share < self.understanding:
            problems.append(f"{share} % of the questions ask for understanding; you want {self.understanding} %.")
        return problems

    def paper(
        self,
        length: int,
        rng: random.Random,
        seen: frozenset[int] = frozenset(),
        used: Mapping[int, int] = NEVER,
        withheld: frozenset[int] = frozenset(),
    ) -> list[Question]:
        """Return the questions of one attempt: the slots, each in a form not in `seen` where there is one.

        Among several forms it is the one that was asked least, as `used` counts.

        An article's "Quiz me" has no slots: it draws `length` questions afresh each time, those not in `seen` first
        and none on a fact `withheld`.
        """
        self.fill()
        pool = self.pool()
        if self.practice_for_id:
            free = [one for one in pool if one.facts.isdisjoint(withheld)]
            chosen = draw(free, min(length, LONGEST), rng, seen=seen)
        else:
            chosen = self.forms(pool, rng, seen, used)
        if self.shuffle_questions:
            rng.shuffle(chosen)
        found = Question.objects.with_answers().in_bulk([one.pk for one in chosen])
        return [found[one.pk] for one in chosen]

    def forms(
        self, pool: list[Candidate], rng: random.Random, seen: frozenset[int], used: Mapping[int, int] = NEVER
    ) -> list[Candidate]:
        """Return a form for each slot; one whose question can no longer be asked takes another form or is left out."""
        stand = {one.pk: one for one in candidates(STANDING(self.pk))}
        slots = [stand[pk] for pk in self.slots.values_list("question", flat=True)]
        asked = {one.pk for one in pool}
        if self.selection == self.Selection.LIST:
            return [one for one in slots if one.pk in asked]
        forms = vary(slots, pool, rng, seen=seen, kinds=self.kinds_wanted, used=used)
        return [one for one in forms if one.pk in asked]

    def counted(self, scores: Sequence[float]) -> float | None:
        """Return the score that counts of a learner's attempts in order of time, None without any."""
        return scoring.counted(scores, self.counts)

    def is_passed_with(self, score: float) -> bool | None:
        """Say whether a score reaches the pass mark; None where there is none."""
        return None if self.pass_mark is None else score * 100 >= self.pass_mark - scoring.NOTHING

    def is_nearly_passed_with(self, score: float) -> bool:
        """Say whether a score looks like the pass mark only because it is shown rounded."""
        mark = self.pass_mark
        return mark is not None and not self.is_passed_with(score) and scoring.percent(score) >= mark

    def attempts_of(self, learner: User) -> int:
        """Return how many attempts the learner has begun; practice rounds do not count."""
        return self.attempts.filter(learner=learner, retry_of=None).count()

    def minutes(self, learner: User) -> float:
        """Return how long the learner has, extra time included, 0 for no limit."""
        classes = learner.enrollments.filter(course__assignments__quiz=self)
        extra = classes.aggregate(most=Max("extra_time", default=0))["most"] if self.time_limit else 0
        return float(self.time_limit * (100 + extra) / 100)

    def withholds_from(self, learner: User, now: datetime) -> bool:
        """Say whether the learner's results of it have to wait."""
        is_late = self.feedback == self.Feedback.DUE
        return is_late and Quiz.objects.waiting_for_due(learner, now).filter(pk=self.pk).exists()

    def feedback_from(self, learner: User) -> datetime | None:
        """Return the due date that feedback waits for, the last of the learner's classes.

        None where it waits for none, and where one of the classes has no due date yet.
        """
        if self.feedback != self.Feedback.DUE:
            return None
        dates = list(self.assignments.filter(course__enrollments__person=learner).values_list("due", flat=True))
        known = [due for due in dates if due]
        return max(known, default=None) if len(known) == len(dates) else None

    def undated(self) -> str:
        """Return what its teacher is warned of where results wait for a due date that is not set, "" where none do."""
        if self.feedback != self.Feedback.DUE:
            return ""
        given = list(self.assignments.order_by("course__name").values_list("course__name", "due"))
        lacking = [name for name, due in given if due is None]
        if given and not lacking:
            return ""
        where = f"There is none for {', '.join(lacking)}" if lacking else "Set it when you give the quiz to a class"
        late = "until one is set and has passed, students see no result"
        return f"The results of “{self}” come after the due date. {where}: {late}."

    def closing(self, learner: User, now: datetime) -> str:
        """Return why the learner may not answer this quiz now, "" when they may.

        Only assignments have hours. Where several classes give the same quiz, one open assignment is enough.
        """
        if self.practice_for_id or self.owner_id == learner.pk:
            return ""
        given = HOURS(self.pk, learner.pk)
        is_open = any(opens <= now and (closes is None or now < closes) for opens, closes in given)
        if is_open or learner.is_admin:
            return ""
        coming = [opens for opens, _ in given if opens > now]
        if coming:
            return f"This quiz opens on {_moment(min(coming))}. Come back then."
        closed = [closes for _, closes in given if closes]
        if closed:
            return f"This quiz closed on {_moment(max(closed))}. Ask your teacher if you need more time."
        return "This quiz is not assigned to you any more. Ask your teacher."

    def refusal(self, learner: User, now: datetime) -> str:
        """Return why the learner may not start a new attempt now, "" when they may. Practice rounds do not count."""
        used = self.attempts_of(learner) if self.attempts_allowed else 0
        if self.attempts_allowed and used >= self.attempts_allowed:
            times = "once" if self.attempts_allowed == 1 else f"{self.attempts_allowed} times"
            return f"This quiz can be taken {times}, and you have done so. Your results are under Scores."
        return self.closing(learner, now)

    def readable_by(self, person: User) -> set[int]:
        """Return the articles it asks about that the person may open."""
        return set(READABLE(self.pk, person.pk))


HOURS = Prepared(
    lambda quiz, learner: (
        Quiz.objects.filter(pk=quiz, assignments__course__enrollments__person=learner)
        .order_by()
        .values_list("assignments__opens", "assignments__closes")
    )
)
"""When a learner's classes may answer a quiz."""
OF_ANY_KIND = Prepared(lambda quiz: rows(Question.objects.askable().filter(article__quizzes=quiz)))
OF_KINDS = Prepared(lambda quiz, kinds: rows(Question.objects.askable().filter(article__quizzes=quiz, kind__in=kinds)))
LISTED = Prepared(lambda quiz: rows(Question.objects.askable().filter(article__quizzes=quiz, slots__quiz=quiz)))
STANDING = Prepared(lambda quiz: rows(Question.objects.filter(slots__quiz=quiz)))
"""What stands in a quiz's slots, askable or not."""
READABLE = Prepared(
    lambda quiz, person: Article.objects.readable_by(person).filter(quizzes=quiz).values_list("pk", flat=True)
)


def _moment(when: datetime) -> str:
    return formats.date_format(timezone.localtime(when), "j F Y, H:i")
