"""What somebody may do, asked of the database once a request instead of twice."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import Permission


class OneQueryBackend(ModelBackend):
    """Django's own users, groups and permissions. Only the question differs: what was given to the user and what was
    given to their groups come in one answer."""

    def get_all_permissions(self, user_obj, obj=None):
        """Every permission of an active user, as “app.codename”; none for others, and none for a single object."""
        if not user_obj.is_active or user_obj.is_anonymous or obj is not None:
            return set()
        if not hasattr(user_obj, "_perm_cache"):
            user_obj._perm_cache = {f"{app}.{name}" for app, name in _permissions_of(user_obj)}
        return user_obj._perm_cache


def _permissions_of(user):
    names = ("content_type__app_label", "codename")
    if user.is_superuser:
        return Permission.objects.order_by().values_list(*names)
    given = Permission.objects.filter(user=user).order_by().values_list(*names)
    by_group = Permission.objects.filter(group__user=user).order_by().values_list(*names)
    return given.union(by_group)
