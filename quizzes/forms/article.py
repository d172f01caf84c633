"""Adding an article: its text pasted or its file uploaded, and what is known of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile

from quizzes import sources
from quizzes.engine import readers
from quizzes.engine.document import MAX_WORDS, Document, Unreadable, check, read_text
from quizzes.models import Article, Build, User

MEGABYTES = readers.MAX_BYTES // 1_000_000
FROM_FILE = ("title", "author", "publisher", "published")


class ArticleAddForm(forms.ModelForm[Article]):
    """A new article. `document` is its text as read, once the form is valid."""

    document: Document

    text = forms.CharField(
        label="Paste the text",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text=f"Plain paragraphs in English, with an empty line between them; at most {MAX_WORDS:,} words.",
    )
    file = forms.FileField(
        label="Or upload a file",
        required=False,
        widget=forms.FileInput(attrs={"accept": ",".join(readers.SUFFIXES)}),
        help_text=f"{', '.join(readers.SUFFIXES)}; at most {MEGABYTES} MB.",
    )
    source = forms.ChoiceField(
        label="Who writes the questions",
        choices=Build.Source.choices,
        initial=Build.Source.ENGINE,
        required=False,
        help_text="A language model is a service of its own, to which the text is sent. quizsite itself sends nothing. "
        "Either way a question is kept only when the text proves it.",
    )

    class Meta:
        model = Article
        fields = ("title", "author", "publisher", "published", "source_url", "licence", "visibility")
        labels = {"source_url": "Web address", "published": "Date", "visibility": "Who may read it"}
        help_texts = {"title": "May stay empty where the text or the file begins with its title."}

    field_order = ("text", "file", "title", "source", "visibility")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["title"].required = False
        if sources.has_model():
            self.fields["source"].choices = sources.choices()  # type: ignore[attr-defined]
        else:
            del self.fields["source"]

    def clean(self) -> dict[str, Any]:
        """Read the text, and take what is not filled in from the file."""
        super().clean()
        refuse_missing_model(self)
        if self.errors.get("file") or self.errors.get("text"):
            return self.cleaned_data
        text, upload = self.cleaned_data.get("text") or "", self.cleaned_data.get("file")
        if bool(text.strip()) == bool(upload):
            raise ValidationError("Paste the article's text or upload its file: one of the two.")
        try:
            self.document = _uploaded(upload) if upload else read_text(text, title=self.cleaned_data.get("title", ""))
            check(self.document)
        except Unreadable as error:
            self.add_error("file" if upload else "text", str(error))
        else:
            self._fill_in()
        return self.cleaned_data

    def _fill_in(self) -> None:
        """Complete what was left empty by what the text says of itself."""
        for name in FROM_FILE:
            found = getattr(self.document, name)[: self.fields[name].max_length]  # type: ignore[attr-defined]
            self.cleaned_data[name] = self.cleaned_data.get(name) or found
        if not self.cleaned_data["title"] and "title" not in self.errors:
            self.add_error("title", "Give the article a title: its text does not begin with one.")

    def add(self, owner: User) -> Article:
        """Store the article, waiting for a worker to write its questions."""
        about = {name: self.cleaned_data[name] for name in self._meta.fields or ()}
        source = self.cleaned_data.get("source") or sources.ENGINE
        article: Article = Article.objects.add(self.document, owner, source=source, **about)
        return article


class RebuildForm(forms.Form):
    """Reading an article once more: from the same source, or from one that is named."""

    source = forms.ChoiceField(choices=Build.Source.choices, required=False)

    def clean(self) -> dict[str, Any]:
        """Refuse a language model that is not set up."""
        refuse_missing_model(self)
        return self.cleaned_data


def refuse_missing_model(form: forms.BaseForm) -> None:
    """Refuse to have a language model write where none is set up."""
    if form.data.get("source", sources.ENGINE) == sources.MODEL and not sources.has_model():
        raise ValidationError(sources.NOT_SET_UP)


def _uploaded(upload: UploadedFile[bytes]) -> Document:
    """Return the document in an uploaded file, whose size is checked before it is read."""
    if (upload.size or 0) > readers.MAX_BYTES:
        raise Unreadable(f"This file is too large: at most {MEGABYTES} MB can be read. Split it into parts.")
    return readers.read(upload.read(), upload.name or "")
