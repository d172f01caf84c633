"""Getting in: signing in, joining a class, and the words that allauth says on the way."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter, get_adapter
from allauth.account.forms import ChangePasswordForm, LoginForm
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.shortcuts import resolve_url

from quizzes.models import Course, User

TAKEN = "That username is taken. Try another, for example with a number at its end."
HINT = "At least 8 characters, and not a common word. Several words are easy to remember."
PLAIN = {"autocapitalize": "none", "autocorrect": "off", "spellcheck": "false"}


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """allauth's behaviour, with messages that say what to do, and the home page after a change of password."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "account_inactive": "This account is switched off. Ask your teacher.",
        "enter_current_password": "That is not your current password. Try again.",
        "too_many_login_attempts": "Too many wrong passwords. Wait five minutes and try again, or ask your teacher.",
        "username_password_mismatch": "The username or the password is not right. Check both and try again.",
        "username_taken": TAKEN,
    }

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Return where a person with a new password goes."""
        return resolve_url("home")


class SignInForm(LoginForm):  # type: ignore[misc]
    """allauth's form without the texts inside the boxes, which vanish when one types."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs |= PLAIN
        self.fields["remember"].label = "Stay signed in on this device"
        self.fields["password"].help_text = ""
        _empty_boxes(self)


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    """allauth's form in our words."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, label in {"oldpassword": "Current", "password1": "New", "password2": "Repeat the new"}.items():
            self.fields[name].label = f"{label} password"
        self.fields["password1"].help_text = HINT
        _empty_boxes(self)


def _empty_boxes(form: forms.BaseForm) -> None:
    for field in form.fields.values():
        field.widget.attrs.pop("placeholder", None)


class JoinForm(forms.Form):
    """A signed-in person joins one more class. The cleaned code is the class itself."""

    code = forms.CharField(
        label="Class code",
        max_length=40,
        help_text="From your teacher. Capitals, spaces and dashes do not matter.",
        widget=forms.TextInput(attrs=PLAIN | {"autocomplete": "off", "class": "code-input"}),
        error_messages={"required": "Type the class code that your teacher gave you."},
    )

    def clean_code(self) -> Course:
        """Return the class with the code."""
        course = Course.objects.by_code(self.cleaned_data["code"])
        if course is None:
            raise ValidationError("No class has this code. Check it letter by letter, or ask your teacher.", "unknown")
        return course


class StudentSignupForm(JoinForm):
    """A new student: the class code, what they are called, and what they sign in with."""

    name = forms.CharField(
        label="Your name",
        max_length=150,
        help_text="As your teacher knows you.",
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    username = forms.CharField(
        label="Username",
        max_length=150,
        help_text="You sign in with it. Letters, digits and . _ - + @",
        widget=forms.TextInput(attrs=PLAIN | {"autocomplete": "username"}),
    )
    password = forms.CharField(
        label="Password",
        strip=False,
        max_length=1024,
        help_text=HINT,
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )

    def clean_username(self) -> str:
        """Return the username if nobody has it, in whatever case."""
        username = User.normalize_username(self.cleaned_data["username"])
        return str(get_adapter().clean_username(username))

    def clean(self) -> None:
        """Hold the password against the rules, which look at the names too."""
        super().clean()
        person = User(username=self.cleaned_data.get("username", ""), first_name=self.cleaned_data.get("name", ""))
        try:
            validate_password(self.cleaned_data.get("password", ""), person)
        except ValidationError as error:
            if "password" in self.cleaned_data:
                self.add_error("password", error)
