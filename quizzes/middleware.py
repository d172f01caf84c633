"""What the site says where Django says nothing."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase, HttpResponseNotAllowed
from django.shortcuts import render

type Handler = Callable[[HttpRequest], HttpResponseBase]


def explain_wrong_method(get_response: Handler) -> Handler:
    """Say on a page what to do where an address does not take the request's method, which else gets an empty one."""

    def middleware(request: HttpRequest) -> HttpResponseBase:
        response = get_response(request)
        if isinstance(response, HttpResponseNotAllowed) and not response.content:
            page = render(request, "405.html", status=response.status_code)
            page["Allow"] = response["Allow"]
            return page
        return response

    return middleware
