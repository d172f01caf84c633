from __future__ import annotations

from django import forms


class LibrarySearchForm(forms.Form):
    """What to look for in titles, authors and publishers, and which page of it."""

    q = forms.CharField(
        label="Search the library",
        max_length=100,
        required=False,
        error_messages={"max_length": "Search for at most 100 characters."},
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off", "enterkeyhint": "search"}),
    )
    page = forms.IntegerField(min_value=1, required=False, widget=forms.HiddenInput)
