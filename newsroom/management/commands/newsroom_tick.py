import sys

from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError

from newsroom.rounds import go_round, keep_going


class Command(BaseCommand):
    help = "Make the minute's round: scheduled updates and withdrawals, the log, caches that were not told. Exit code 1 if something failed."

    def add_arguments(self, parser):
        parser.add_argument("--every", type=int, metavar="SECONDS", help="go on until stopped, a round each")

    def handle(self, *, every=None, verbosity=1, **options):
        if every is not None:
            if every < 1:
                raise CommandError("Give --every at least 1 second.")
            keep_going(every, say=self.stdout.write)
            return
        try:
            found = go_round()
        except DatabaseError as error:
            raise CommandError(f"The database cannot be used: {' '.join(str(error).split())}") from error
        if found is None:
            self.stdout.write("Another round is on its way; this one has nothing to do.")
        else:
            if found.is_news and verbosity:
                self.stdout.write(str(found))
            if found.failed:
                sys.exit(1)
