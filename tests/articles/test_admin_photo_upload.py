from unittest import mock

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import TestCase
from django.urls import reverse

from articles.admin import photo_upload
from articles.models import Photo
from articles.preflight.picture import is_described
from tests.articles.test_admin_photo import files
from tests.articles.test_looks import file_of, scene
from tests.factories import make_article, make_photo, make_user, picture_file

UPLOAD, DESCRIBE = reverse("admin:articles_photo_upload"), reverse("admin:articles_photo_describe")
LOGIN = reverse("admin:login")


def hostile(name="quay.jpg"):
    return SimpleUploadedFile(name, b"\xff\xd8\xff<svg onload=alert(1)>", "image/jpeg")


class UploadManyTests(TestCase):
    def setUp(self):
        self.user = make_user("Reporter")
        self.client.force_login(self.user)

    def send(self, *chosen, script=True, **round_):
        headers = {"accept": "application/json"} if script else {}
        return self.client.post(UPLOAD, {"file": list(chosen), **round_}, headers=headers, follow=not script)

    def test_one_file_a_request_waits_to_be_described(self):
        answer = self.send(
            picture_file(400, 300, name="DSC_1.jpg"), credit="Nord", licence="agency", source="Wire"
        )
        photo = Photo.objects.get()
        self.assertEqual((answer.status_code, answer.json()["pk"]), (201, photo.pk))
        self.assertEqual((photo.credit, photo.licence, photo.source), ("Nord", "agency", "Wire"))
        self.assertEqual((photo.uploaded_by, photo.is_decorative, photo.alt), (self.user, True, ""))
        self.assertEqual(photo.found, {"undescribed": True, "name": "DSC_1.jpg"})

    def test_no_story_goes_out_with_it_before_somebody_has_said_what_it_shows(self):
        self.send(picture_file(400, 300))
        (finding,) = is_described(mock.Mock(photo=Photo.objects.get()))
        self.assertTrue(finding.is_hard)

    def test_a_hostile_file_is_refused_with_a_sentence_and_leaves_nothing(self):
        before = files()
        answer = self.send(hostile())
        self.assertEqual(answer.status_code, 422)
        self.assertIn("cut off or damaged", answer.json()["error"])
        self.assertEqual((Photo.objects.count(), files()), (0, before))

    def test_a_request_without_a_file_or_with_two_is_refused(self):
        for chosen in ((), (picture_file(), picture_file(colour="teal"))):
            self.assertIn("one file", self.send(*chosen).json()["error"])
        self.assertIn("error", self.send(picture_file(), credit="x" * 500).json())
        self.assertFalse(Photo.objects.exists())

    def test_the_same_file_again_is_not_stored_and_the_first_one_is_offered(self):
        first = self.send(picture_file()).json()
        with mock.patch.object(type(Photo.objects), "prepare") as prepare:
            again = self.send(picture_file(name="other.jpg"))
        prepare.assert_not_called()
        self.assertEqual((again.status_code, again.json()["twin"]["pk"]), (200, first["pk"]))
        self.assertEqual(Photo.objects.count(), 1)
        self.assertEqual(self.send(picture_file(), again="on").status_code, 201)
        self.assertEqual(Photo.objects.count(), 2)

    def test_of_two_of_the_same_at_once_the_second_finds_the_first(self):
        prepare, before = type(Photo.objects).prepare, []

        def slowly(manager, *args, **kwargs):
            prepared = prepare(manager, *args, **kwargs)
            if not before:
                before.append(None)
                before.append(make_photo(upload=picture_file()))
                before.append(files())
            return prepared

        with mock.patch.object(type(Photo.objects), "prepare", slowly):
            answer = self.send(picture_file())
        self.assertEqual(answer.json()["twin"]["pk"], before[1].pk)
        self.assertEqual(Photo.objects.count(), 1)
        self.assertLess(len(files()), len(before[2]))

    def test_what_looks_the_same_is_pointed_out(self):
        first = make_photo(upload=file_of(scene()))
        answer = self.send(file_of(scene(size=(600, 400)), quality=50)).json()
        self.assertEqual([each["pk"] for each in answer["near"]], [first.pk])

    def test_without_a_script_a_handful_comes_at_once_and_each_refusal_is_named(self):
        page = self.send(
            picture_file(),
            hostile("evil.jpg"),
            picture_file(colour="teal"),
            picture_file(name="twin.jpg"),
            script=False,
        )
        self.assertRedirects(page, DESCRIBE)
        self.assertContains(page, "2 pictures are in the library")
        self.assertContains(page, "“evil.jpg”: The picture is cut off or damaged")
        self.assertContains(page, "“twin.jpg”: Already in the library")
        self.assertEqual(Photo.objects.count(), 2)

    def test_more_than_a_handful_is_too_much_for_one_time(self):
        colours = ("navy", "teal", "red")
        with mock.patch.object(photo_upload, "MOST_AT_ONCE", 2):
            page = self.send(
                *(picture_file(colour=colour, name=f"{colour}.jpg") for colour in colours), script=False
            )
        self.assertEqual(Photo.objects.count(), 2)
        self.assertContains(page, "“red.jpg”: Too much for one time")

    def test_a_form_without_files_says_so(self):
        self.assertContains(self.client.post(UPLOAD, {}), "Choose at least one picture.", status_code=422)

    def test_who_may_not_add_pictures_sends_none(self):
        self.client.force_login(make_user("Moderator"))
        for door in (UPLOAD, DESCRIBE):
            self.assertEqual(self.client.get(door).status_code, 403)
        self.assertEqual(self.send(picture_file()).status_code, 403)
        self.client.logout()
        self.assertRedirects(self.client.get(UPLOAD), f"{LOGIN}?next={UPLOAD}")


class DescribeTests(TestCase):
    def setUp(self):
        self.reporter, self.editor = make_user("Reporter"), make_user("Editor")

    def waiting(self, by, **found):
        photo = make_photo(by=by, alt="", is_decorative=True, credit="")
        Photo.objects.filter(pk=photo.pk).update(found={"undescribed": True, **found})
        return photo

    def forms(self, user):
        self.client.force_login(user)
        return [form.instance for form in self.client.get(DESCRIBE).context["forms"]]

    def test_a_reporter_describes_their_own_and_an_editor_all_with_their_own_first(self):
        own, others = self.waiting(self.reporter), self.waiting(self.editor)
        make_photo()
        self.assertEqual(self.forms(self.reporter), [own])
        self.assertEqual(self.forms(self.editor), [others, own])

    def test_those_with_words_are_saved_and_the_others_go_on_waiting(self):
        first, second, third = (self.waiting(self.reporter, caption="From it") for _number in range(3))
        self.client.force_login(self.reporter)
        said = {
            f"p{first.pk}-alt": "A quay",
            f"p{first.pk}-credit": "Me",
            f"p{second.pk}-is_decorative": "on",
        }
        answer = self.client.post(DESCRIBE, {"photo": [first.pk, second.pk, third.pk], **said})
        self.assertRedirects(answer, DESCRIBE)
        first.refresh_from_db()
        self.assertEqual((first.alt, first.credit, first.is_decorative), ("A quay", "Me", False))
        self.assertEqual(first.found, {"caption": "From it"})
        self.assertEqual(self.forms(self.reporter), [third])

    def test_one_that_is_said_only_half_is_asked_about_again_with_what_was_typed(self):
        photo = self.waiting(self.reporter)
        self.client.force_login(self.reporter)
        answer = self.client.post(DESCRIBE, {"photo": [photo.pk], f"p{photo.pk}-credit": "Only a credit"})
        self.assertContains(answer, "one of the two", status_code=422)
        self.assertContains(answer, "Only a credit", status_code=422)
        photo.refresh_from_db()
        self.assertTrue(photo.found["undescribed"])

    def test_the_picture_of_somebody_else_is_not_described_by_a_reporter(self):
        photo = self.waiting(self.editor)
        self.client.force_login(self.reporter)
        self.client.post(DESCRIBE, {"photo": [photo.pk, "x", "9" * 30], f"p{photo.pk}-alt": "Not mine"})
        photo.refresh_from_db()
        self.assertEqual(photo.alt, "")

    def test_after_the_last_one_the_library_is_shown(self):
        photo = self.waiting(self.editor)
        make_article(lead_photo=photo)
        self.client.force_login(self.editor)
        answer = self.client.post(DESCRIBE, {"photo": [photo.pk], f"p{photo.pk}-alt": "A quay"})
        self.assertRedirects(answer, reverse("admin:articles_photo_changelist"))
        self.assertContains(self.client.get(DESCRIBE), "Every picture is described.")

    def test_a_page_of_them_costs_no_query_for_each(self):
        for _number in range(5):
            self.waiting(self.editor)
        self.client.force_login(self.editor)
        with self.assertNumQueries(4):
            self.client.get(DESCRIBE)
