from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone

from .quiz import Quiz


class Course(models.Model):
    """A class: a teacher, a code to join by, its people and its assignments."""

    name = models.CharField(max_length=120)
    code = models.CharField(max_length=12, unique=True, help_text="Students sign up with it.")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="courses")
    created = models.DateTimeField(default=timezone.now, editable=False)

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


class Assignment(models.Model):
    """A quiz given to a course for a while. opens <= due <= closes; open ends are null."""

    course = models.ForeignKey(Course, on_delete=models.CASCADE, related_name="assignments")
    quiz = models.ForeignKey(Quiz, on_delete=models.CASCADE, related_name="assignments")
    opens = models.DateTimeField(default=timezone.now)
    due = models.DateTimeField(null=True, blank=True)
    closes = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["course", "quiz"], name="assignment_once"),
            models.CheckConstraint(condition=Q(due__isnull=True) | Q(due__gte=F("opens")), name="assignment_due_after_opens"),
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
