"""What a teacher reads beside the settings of a quiz."""

from quizzes.forms.quiz_settings import QuizForm


def test_help_says_what_is_never_shuffled():
    assert "Figures and dates stay in rising order" in QuizForm().fields["shuffle_choices"].help_text
