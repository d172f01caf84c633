from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.contrib.auth.models import Group
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.db.models import Exists, F, OuterRef, Q
from django.utils import timezone

from .quiz import Quiz
from .user import User


def plain_code(typed: str) -> str:
    """Return a class code as it is stored: capitals and digits; how a person wrote it down does not matter."""
    return "".join(character for character in typed.upper() if character.isalnum())


class CourseQuerySet(models.QuerySet["Course"]):
    """Classes by who may do what with them."""

    def editable_by(self, person: User) -> CourseQuerySet:
        """Those the person may change and review: the classes they teach; an admin all."""
        return self.all() if person.is_admin else self.filter(owner=person)

    def by_code(self, typed: str) -> Course | None:
        """Return the class with this code in whatever case, spaces and dashes; None when there is none."""
        return self.filter(code=plain_code(typed)).first()


class Course(models.Model):
    """A class: a teacher, a code to join by, its people and its assignments."""

    name = models.CharField(max_length=120)
    code = models.CharField(max_length=12, unique=True, help_text="Students sign up with it.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="courses")
    created = models.DateTimeField(default=timezone.now, editable=False)

    objects = CourseQuerySet.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = "class"
        verbose_name_plural = "classes"
        constraints = [
            models.CheckConstraint(condition=~Q(name=""), name="course_has_name"),
            models.CheckConstraint(condition=~Q(code=""), name="course_has_code"),
        ]

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        """Store the code as `by_code` looks for it."""
        self.code = plain_code(self.code)
        if not self.code:
            raise ValidationError({"code": "A code needs letters or digits."})

    def enroll(self, person: User) -> bool:
        """Put the person into the class; return whether they are new in it."""
        return self.enrollments.get_or_create(person=person)[1]

    @transaction.atomic
    def sign_up(self, username: str, name: str, password: str) -> User:
        """Make an account for a new student of the class."""
        person = User.objects.create_user(username, password=password, first_name=name)
        person.groups.add(Group.objects.get(name=User.STUDENT))
        self.enroll(person)
        return person


class Enrollment(models.Model):
    """A person in a course."""

    class Role(models.TextChoices):
        STUDENT = "student", "Student"
        TEACHER = "teacher", "Teacher"

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="enrollments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="enrollments")
    role = models.CharField(max_length=10, choices=Role, default=Role.STUDENT)
    extra_time = models.PositiveSmallIntegerField(default=0, help_text="Per cent more time in timed quizzes.")
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["course", "person"], name="enrollment_once"),
            models.CheckConstraint(condition=Q(role__in=["student", "teacher"]), name="enrollment_role_known"),
            models.CheckConstraint(condition=Q(extra_time__lte=300), name="enrollment_extra_time_to_300"),
        ]

    def __str__(self) -> str:
        return f"{self.person} in {self.course}"


class AssignmentQuerySet(models.QuerySet["Assignment"]):
    """Assignments by whom they are for and when."""

    def open_to(self, person: User, now: datetime) -> AssignmentQuerySet:
        """Those of the person's classes that can be taken now, the first due first, those without a date last."""
        current = Q(closes__isnull=True) | Q(closes__gt=now)
        students = Enrollment.objects.filter(course=OuterRef("course"), person=person, role=Enrollment.Role.STUDENT)
        mine = self.filter(current, Exists(students), opens__lte=now)
        return mine.select_related("quiz", "course").order_by(F("due").asc(nulls_last=True), "pk")


class Assignment(models.Model):
    """A quiz given to a course for a while. opens <= due <= closes; open ends are null."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="assignments")
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="assignments")
    opens = models.DateTimeField(default=timezone.now)
    due = models.DateTimeField(null=True, blank=True)
    closes = models.DateTimeField(null=True, blank=True)

    objects = AssignmentQuerySet.as_manager()

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "quiz"], name="assignment_once"),
            models.CheckConstraint(
                condition=Q(due__isnull=True) | Q(due__gte=F("opens")), name="assignment_due_after_opens"
            ),
            models.CheckConstraint(
                condition=Q(closes__isnull=True) | Q(closes__gte=F("opens")), name="assignment_closes_after_opens"
            ),
            models.CheckConstraint(
                condition=Q(closes__isnull=True) | Q(due__isnull=True) | Q(closes__gte=F("due")),
                name="assignment_closes_after_due",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.quiz} for {self.course}"
