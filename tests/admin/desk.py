"""What tests of the desk share: a form's values as a browser sends them back."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse


def values(page: HttpResponse) -> dict[str, Any]:
    """Return the values of an add or change page, ready to be sent back."""
    form = page.context["adminform"].form
    data = _of(form)
    for inline in page.context["inline_admin_formsets"]:
        data |= _of(inline.formset.management_form)
        for row in inline.formset.forms:
            data |= _of(row)
    return data


def errors(page: HttpResponse) -> str:
    """Return all that the page says is wrong."""
    return str(page.context["errors"])


def told(page: HttpResponse) -> list[str]:
    """Return the messages shown."""
    return [str(message) for message in page.context["messages"]]


def _of(form: Any) -> dict[str, Any]:
    found = {}
    for name, field in form.fields.items():
        value = field.prepare_value(form[name].value())
        if value is not None and value is not False:
            found |= _parts(form.add_prefix(name), value)
    return found


def _parts(name: str, value: Any) -> dict[str, Any]:
    if hasattr(value, "strftime"):
        return {f"{name}_0": value.strftime("%Y-%m-%d"), f"{name}_1": value.strftime("%H:%M:%S")}
    return {name: [getattr(one, "pk", one) for one in value] if isinstance(value, list) else value}
