"""The desk for articles, classes, quizzes, assignments and people."""

from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from quizzes.admin.people import new_code
from quizzes.models import Assignment, Course, Quiz, User
from tests.admin.desk import errors, told, values
from tests.factories import (
    ArticleFactory,
    AssignmentFactory,
    AttemptFactory,
    CourseFactory,
    EnrollmentFactory,
    QuizFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db
MADE = {
    "article": lambda teacher: ArticleFactory(owner=teacher),
    "course": lambda teacher: CourseFactory(owner=teacher),
    "quiz": lambda teacher: QuizFactory(owner=teacher),
    "assignment": lambda teacher: AssignmentFactory(course=CourseFactory(owner=teacher)),
}


def url(model, what, *args):
    return reverse(f"admin:quizzes_{model}_{what}", args=args)


def fields(client, model):
    return client.get(url(model, "add")).context["adminform"].form.fields


@pytest.mark.parametrize("model", MADE)
def test_teacher_sees_own_things_only(teacher, teacher_client, model):
    own = MADE[model](teacher)
    MADE[model](UserFactory(groups=["teacher"]))

    assert list(teacher_client.get(url(model, "changelist")).context["cl"].queryset) == [own]


@pytest.mark.parametrize("model", MADE)
def test_foreign_things_lead_back(teacher_client, model):
    other = MADE[model](UserFactory(groups=["teacher"]))

    answer = teacher_client.get(url(model, "change", other.pk))

    assert answer["Location"] == reverse("admin:index")


@pytest.mark.parametrize("model", MADE)
@pytest.mark.parametrize("what", ["change", "delete", "history"])
def test_teacher_may_open_every_page_of_own_things(teacher, teacher_client, model, what):
    own = MADE[model](teacher)

    assert teacher_client.get(url(model, what, own.pk)).status_code == 200


def test_front_page_opens(teacher_client):
    assert teacher_client.get("/admin/").status_code == 200


def test_articles_are_added_on_the_site(teacher_client):
    assert teacher_client.get(url("article", "add")).status_code == 403


@pytest.mark.parametrize("number", [1, 50])
def test_class_needs_the_same_queries_for_any_number(teacher, teacher_client, number, django_assert_max_num_queries):
    course = CourseFactory(owner=teacher)
    EnrollmentFactory.create_batch(number, course=course)

    with django_assert_max_num_queries(10):
        teacher_client.get(url("course", "change", course.pk))


def test_new_class_belongs_to_whoever_makes_it(teacher, teacher_client):
    data = values(teacher_client.get(url("course", "add")))

    teacher_client.post(url("course", "add"), data | {"name": "Form 7b"})

    course = Course.objects.get()
    assert (course.owner, course.name, course.code) == (teacher, "Form 7b", data["code"])


def test_codes_have_no_letters_that_look_like_digits():
    code = new_code()

    assert len(code) == 8
    assert not set(code) & set("IO01")


def test_extra_time_counts_in_an_attempt_that_runs(teacher, teacher_client):
    enrollment = EnrollmentFactory(course=CourseFactory(owner=teacher))
    quiz = AssignmentFactory(course=enrollment.course, quiz__owner=teacher, quiz__time_limit=60).quiz
    attempt = AttemptFactory(learner=enrollment.person, quiz=quiz)
    attempt.set_deadline()
    attempt.save()
    data = values(teacher_client.get(url("course", "change", enrollment.course_id)))

    teacher_client.post(url("course", "change", enrollment.course_id), data | {"enrollments-0-extra_time": 50})

    attempt.refresh_from_db()
    assert attempt.deadline - attempt.started == timedelta(minutes=90)


def test_assignment_offers_own_classes_and_quizzes(teacher, teacher_client):
    course, quiz = CourseFactory(owner=teacher), QuizFactory(owner=teacher)
    Quiz.objects.practice(ArticleFactory(owner=teacher))
    AssignmentFactory()

    offered = fields(teacher_client, "assignment")

    assert list(offered["course"].queryset) == [course]
    assert list(offered["quiz"].queryset) == [quiz]


@pytest.mark.parametrize(
    ("due", "closes", "reason"),
    [
        ("2024-04-30", "", "It cannot be due before it opens."),
        ("", "2024-04-30", "It cannot close before it opens."),
        ("2024-05-09", "2024-05-08", "It cannot close before it is due."),
    ],
)
def test_assignment_with_its_times_the_wrong_way_round_is_refused(teacher, teacher_client, due, closes, reason):
    data = {"course": CourseFactory(owner=teacher).pk, "quiz": QuizFactory(owner=teacher).pk}
    for name, day in (("opens", "2024-05-01"), ("due", due), ("closes", closes)):
        data |= {f"{name}_0": day, f"{name}_1": "12:00:00" if day else ""}

    page = teacher_client.post(url("assignment", "add"), data)

    assert reason in errors(page)
    assert not Assignment.objects.exists()


@pytest.mark.parametrize("due", ["", "2024-05-09"])
def test_assignment_without_the_due_date_that_results_wait_for_is_warned_of(teacher, teacher_client, due):
    quiz = QuizFactory(owner=teacher, feedback="due")
    data = {"course": CourseFactory(owner=teacher, name="Form 7b").pk, "quiz": quiz.pk}
    for name, day in (("opens", "2024-05-01"), ("due", due), ("closes", "")):
        data |= {f"{name}_0": day, f"{name}_1": "12:00:00" if day else ""}

    page = teacher_client.post(url("assignment", "add"), data, follow=True)

    assert any("There is none for Form 7b" in message for message in told(page)) is not bool(due)


def test_people_are_for_admins(teacher_client, admin_client):
    assert teacher_client.get(url("user", "changelist")).status_code == 403
    assert admin_client.get(url("user", "changelist")).status_code == 200


@pytest.mark.parametrize(("group", "is_staff"), [("teacher", True), ("student", False)])
def test_only_who_teaches_is_let_into_the_desk(admin_client, group, is_staff):
    person = UserFactory(is_staff=not is_staff)
    data = values(admin_client.get(url("user", "change", person.pk)))

    admin_client.post(url("user", "change", person.pk), data | {"groups": [Group.objects.get(name=group).pk]})

    assert User.objects.get(pk=person.pk).is_staff is is_staff


# --- a student's new password


def password_page(enrollment):
    return reverse("admin:quizzes_course_password", args=[enrollment.course_id, enrollment.pk])


@pytest.fixture
def pupil(teacher):
    """A student's place in a class of the teacher's."""
    return EnrollmentFactory(course__owner=teacher)


NEW = {"new_password1": "seven-green-herons", "new_password2": "seven-green-herons"}


def test_class_leads_to_a_new_password_for_its_student(teacher_client, pupil):
    page = teacher_client.get(url("course", "change", pupil.course_id))

    assert password_page(pupil) in page.content.decode()


def test_teacher_sets_a_new_password(teacher_client, pupil):
    answer = teacher_client.post(password_page(pupil), NEW)

    assert answer["Location"] == url("course", "change", pupil.course_id)
    pupil.person.refresh_from_db()
    assert pupil.person.check_password("seven-green-herons")


def test_weak_password_is_refused_with_the_reason(teacher_client, pupil):
    answer = teacher_client.post(password_page(pupil), {"new_password1": "abc", "new_password2": "abc"})

    assert answer.status_code == 422
    assert b"too short" in answer.content
    pupil.person.refresh_from_db()
    assert not pupil.person.check_password("abc")


def test_password_page_names_the_student(teacher_client, pupil):
    assert pupil.person.username in teacher_client.get(password_page(pupil)).content.decode()


def test_foreign_student_gets_no_new_password(teacher_client):
    assert teacher_client.post(password_page(EnrollmentFactory()), NEW).status_code == 404


def test_staff_get_no_new_password_from_a_teacher(teacher, teacher_client, admin):
    place = EnrollmentFactory(course__owner=teacher, person=admin)

    assert teacher_client.post(password_page(place), NEW).status_code == 404
    assert password_page(place) not in teacher_client.get(url("course", "change", place.course_id)).content.decode()


def test_student_is_turned_away_from_new_passwords(student_client, pupil):
    assert "login" in student_client.get(password_page(pupil))["Location"]


def test_rows_of_people_are_named_for_screen_readers(teacher_client, pupil):
    page = teacher_client.get(url("course", "change", pupil.course_id))

    assert 'aria-label="Extra time, row 1"' in page.content.decode()
