"""Inputs drawn without a template are those that Django's templates draw."""

import pytest
from django import forms
from django.forms.renderers import TemplatesSetting
from django.utils.safestring import mark_safe
from pytest_django.asserts import assertHTMLEqual

from quizzes.forms.drawing import DRAWN, Renderer

ODD = """<b>"it's" & more</b>"""
CHOICES = [("1", ODD), ("2", mark_safe("<em>two</em>")), ("Group & Co", [("3", "three"), (4, "four")])]
WIDGETS = {
    "text": forms.TextInput({"autofocus": True, "spellcheck": "false", "disabled": False, "title": ODD}),
    "number": forms.NumberInput({"min": 0}),
    "hidden": forms.HiddenInput(),
    "radio_option": forms.RadioSelect(choices=CHOICES),
    "checkbox_option": forms.CheckboxSelectMultiple(choices=CHOICES),
    "select": forms.Select(choices=CHOICES),
}


@pytest.mark.parametrize("name", WIDGETS)
@pytest.mark.parametrize("value", [None, "", "1", ODD, 4, ["1", "3"]])
def test_widget_is_drawn_as_by_its_template(name, value):
    attributes = {"id": "id_one", "aria-describedby": "note"}

    ours, theirs = (
        WIDGETS[name].render("one", value, attributes, renderer()) for renderer in (Renderer, TemplatesSetting)
    )

    assertHTMLEqual(ours, theirs)


@pytest.mark.parametrize("wrap_label", [True, False])
def test_single_button_is_drawn_as_by_its_template(wrap_label):
    ours, theirs = (
        [choice.tag(wrap_label) for choice in form["one"]]
        for form in (
            type("Asked", (forms.Form,), {"one": forms.ChoiceField(choices=CHOICES[:2], widget=forms.RadioSelect)})(
                renderer=renderer()
            )
            for renderer in (Renderer, TemplatesSetting)
        )
    )

    assertHTMLEqual("".join(ours), "".join(theirs))


def test_every_widget_that_is_drawn_is_compared():
    assert {f"django/forms/widgets/{name}.html" for name in WIDGETS} == set(DRAWN)
