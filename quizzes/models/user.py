from __future__ import annotations

from django.contrib.auth.models import AbstractUser, Group
from django.utils.functional import cached_property

from .prepared import Prepared


class User(AbstractUser):
    """A person; what they may do follows from their groups (see quizzes/permissions.py). No e-mail is needed."""

    STUDENT, TEACHER, ADMIN = "student", "teacher", "admin"

    def __str__(self) -> str:
        return self.get_full_name() or self.username

    @cached_property
    def roles(self) -> frozenset[str]:
        """The names of the person's groups, read once a request; a superuser is an admin without the group."""
        names = set(ROLES(self.pk))
        return frozenset(names | {self.ADMIN} if self.is_superuser else names)

    @property
    def is_student(self) -> bool:
        """Whether the person learns here as a student."""
        return self.STUDENT in self.roles

    @property
    def is_teacher(self) -> bool:
        """Whether the person may do what teachers do: teachers, and admins over everybody's things."""
        return self.TEACHER in self.roles or self.is_admin

    @property
    def is_admin(self) -> bool:
        """Whether the person runs the site."""
        return self.ADMIN in self.roles


ROLES = Prepared(lambda person: Group.objects.filter(user=person).values_list("name", flat=True))
