from __future__ import annotations

from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """A person; what they may do follows from their groups (see quizzes/permissions.py). No e-mail is needed."""

    def __str__(self) -> str:
        return self.get_full_name() or self.username
