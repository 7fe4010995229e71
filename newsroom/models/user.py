from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Somebody with a login: reporter, editor, moderator or chief. Readers have none."""

    def __str__(self):
        return self.get_full_name() or self.username
