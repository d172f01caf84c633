"""What the log says of requests that were refused."""

from __future__ import annotations

import logging


class Refusals(logging.Filter):
    """Tells a request that was refused with a 4xx in a line, as a warning: what was sent is at fault, not the site.

    Django writes some of these, like a form that is too large, as errors with a traceback.
    """

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record through."""
        if 400 <= getattr(record, "status_code", 0) < 500:
            record.levelno, record.levelname = logging.WARNING, logging.getLevelName(logging.WARNING)
            record.exc_info = record.exc_text = None
        return True
