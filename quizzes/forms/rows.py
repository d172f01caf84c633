from __future__ import annotations

from typing import Any

from django import forms


class NamedRows(forms.BaseInlineFormSet):  # type: ignore[type-arg]
    """Rows whose fields are named for screen readers too: the desk's tables have their labels in the heading only."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Name each field that is seen."""
        super().add_fields(form, index)
        row = "new row" if index is None else f"row {index + 1}"
        for name, field in form.fields.items():
            if not field.widget.is_hidden:
                field.widget.attrs["aria-label"] = f"{form[name].label}, {row}"
