from .appeal import Appeal
from .article import Article, Build, Revision
from .attempt import Attempt
from .course import Assignment, Course, Enrollment
from .fact import Evidence, Fact
from .memory import Memory, Review
from .question import Accepted, Choice, Question
from .quiz import Quiz
from .reading import Reading
from .response import Response
from .slot import Slot
from .user import User

__all__ = [
    "Accepted",
    "Appeal",
    "Article",
    "Assignment",
    "Attempt",
    "Build",
    "Choice",
    "Course",
    "Enrollment",
    "Evidence",
    "Fact",
    "Memory",
    "Question",
    "Quiz",
    "Reading",
    "Response",
    "Review",
    "Revision",
    "Slot",
    "User",
]
