from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management.base import BaseCommand, CommandError
from django.db.models import Q

from newsroom.demo.seeding import seed

NAME = "herald"


class Command(BaseCommand):
    help = "Fill the paper with the demo edition. What is there already is left as it is."

    def handle(self, *, verbosity, **options):
        report = seed(by=_first_chief(), say=self.stdout.write if verbosity else _keep_quiet)
        if verbosity:
            self.stdout.write(
                f"Added {report.pictures} pictures, {report.stories} stories and {report.comments} comments."
            )


def _first_chief():
    """The Chief who was there first; if there is none, one whom nobody can log in as."""
    users = get_user_model().objects
    chief = (
        users.filter(Q(is_superuser=True) | Q(groups__name="Chief"), is_active=True).order_by("pk").first()
    )
    if chief:
        return chief
    if users.filter(username=NAME).exists():
        raise CommandError(f"The demo edition needs a Chief, and the user {NAME} is none. Appoint one first.")
    chief = users.create_user(NAME)  # without a password, so none fits
    chief.groups.add(Group.objects.get(name="Chief"))
    return chief


def _keep_quiet(line):
    pass
