"""Every address of the site; tests/test_permissions.py states who may use which."""

from allauth.account.decorators import secure_admin_login
from allauth.account.models import EmailAddress
from django.contrib import admin
from django.urls import URLPattern, URLResolver, path

from quizzes.views import (
    account,
    appeal,
    article,
    article_add,
    attempt,
    cards,
    help,
    home,
    library,
    printing,
    question,
    quiz,
    quiz_questions,
    result,
    scores,
    teaching,
)

admin.site.unregister(EmailAddress)
admin.site.login = secure_admin_login(admin.site.login)  # type: ignore[method-assign]

# People: only those of allauth's pages that a school without e-mail needs.
account_urls: list[URLPattern | URLResolver] = [
    path("accounts/login/", account.account_login, name="account_login"),
    path("accounts/logout/", account.account_logout, name="account_logout"),
    path("accounts/signup/", account.account_signup, name="account_signup"),
    path("accounts/inactive/", account.account_inactive, name="account_inactive"),
    path("accounts/password/change/", account.account_change_password, name="account_change_password"),
    path("accounts/password/reset/", account.account_reset_password, name="account_reset_password"),
    path("join/", account.student_signup, name="student_signup"),
    path("healthz", account.healthz, name="healthz"),
]

# Reading: home, library, flashcards, help.
reading_urls: list[URLPattern | URLResolver] = [
    path("", home.home, name="home"),
    path("library/", library.library, name="library"),
    path("articles/<int:pk>/", article.article_detail, name="article_detail"),
    path("articles/<int:pk>/read/", article.article_read, name="article_read"),
    path("articles/<int:pk>/cards/", cards.article_cards, name="article_cards"),
    path("cards/", cards.card_review, name="card_review"),
    path("cards/rate/", cards.card_rate, name="card_rate"),
    path("cards/summary/", cards.card_summary, name="card_summary"),
    path("help/", help.help, name="help"),
]

# Taking quizzes: attempts, results, scores.
quiz_urls: list[URLPattern | URLResolver] = [
    path("quizzes/<int:pk>/start/", quiz.quiz_start, name="quiz_start"),
    path("articles/<int:pk>/quiz/", quiz.article_quiz, name="article_quiz"),
    path("attempts/<int:pk>/", attempt.attempt_resume, name="attempt_resume"),
    path("attempts/<int:pk>/<int:position>/", question.question_answer, name="question_answer"),
    path("attempts/<int:pk>/<int:position>/flag/", question.question_flag, name="question_flag"),
    path("attempts/<int:pk>/<int:position>/hint/", question.question_hint, name="question_hint"),
    path("attempts/<int:pk>/<int:position>/leave/", question.question_leave, name="question_leave"),
    path("attempts/<int:pk>/submit/", attempt.attempt_submit, name="attempt_submit"),
    path("attempts/<int:pk>/result/", result.attempt_result, name="attempt_result"),
    path("attempts/<int:pk>/practise/", result.attempt_retry, name="attempt_retry"),
    path("attempts/<int:pk>/<int:position>/contest/", appeal.appeal_create, name="appeal_create"),
    path("scores/", scores.scores, name="scores"),
    path("scores/chart.svg", scores.score_chart, name="score_chart"),
]

# Teaching: adding articles, score review. The editing desk is the admin.
teaching_urls: list[URLPattern | URLResolver] = [
    path("articles/add/", article_add.article_add, name="article_add"),
    path("articles/<int:pk>/build/", article_add.article_build, name="article_build"),
    path("articles/<int:pk>/build/approve/", article_add.article_approve, name="article_approve"),
    path("articles/<int:pk>/build/again/", article_add.article_rebuild, name="article_rebuild"),
    path("teaching/", teaching.teaching, name="teaching"),
    path("teaching/quizzes/<int:pk>/", teaching.quiz_scores, name="quiz_scores"),
    path("teaching/quizzes/<int:pk>/questions/", quiz_questions.quiz_questions, name="quiz_questions"),
    path("teaching/quizzes/<int:pk>/questions/draw/", quiz_questions.quiz_redraw, name="quiz_redraw"),
    path("teaching/quizzes/<int:pk>/scores.csv", teaching.quiz_scores_csv, name="quiz_scores_csv"),
    path("teaching/quizzes/<int:pk>/print/<str:version>/", printing.quiz_print, name="quiz_print"),
    path("teaching/quizzes/<int:pk>/print/<str:version>/key/", printing.quiz_key, name="quiz_key"),
    path("teaching/quizzes/<int:pk>/print/<str:version>/paper.pdf", printing.quiz_paper_pdf, name="quiz_paper_pdf"),
    path("teaching/quizzes/<int:pk>/print/<str:version>/key.pdf", printing.quiz_key_pdf, name="quiz_key_pdf"),
    path("teaching/contested/", appeal.appeals, name="appeals"),
    path("teaching/contested/<int:pk>/", appeal.appeal_decide, name="appeal_decide"),
    path("admin/", admin.site.urls),
]

urlpatterns = account_urls + reading_urls + quiz_urls + teaching_urls
