"""People and groups at the desk: who may change whom.

Only a superuser touches superusers, flags and single permissions. Somebody who manages people without being one (a Chief)
may hand out no power of their own beyond what they have, and may not change anybody who has more: whoever can set a
password can be that person.
"""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin as StockGroupAdmin
from django.contrib.auth.admin import UserAdmin as StockUserAdmin
from django.contrib.auth.forms import UserChangeForm, UserCreationForm
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.forms import CheckboxSelectMultiple
from django.utils.translation import gettext_lazy as _

from articles.admin.desk import DeskAdmin
from articles.state import clock
from newsroom.models import User

admin.site.unregister(Group)


def powers_of(user):
    """The permissions a user has been given, by group or alone, whether the login is active or not."""
    return Permission.objects.filter(Q(group__user=user) | Q(user=user))


def may_change(actor, person):
    if actor.is_superuser:
        return True
    return not person.is_superuser and not powers_of(person).exclude(pk__in=powers_of(actor)).exists()


def groups_given_by(actor):
    """The groups somebody may put others into: those that hold nothing the giver has not."""
    if actor.is_superuser:
        return Group.objects.all()
    beyond = Permission.objects.exclude(pk__in=powers_of(actor))
    return Group.objects.exclude(permissions__in=beyond)


class TickedChoices:
    """Groups and permissions as boxes to tick: a list of them needs no script, and nothing is added on the way."""

    def formfield_for_dbfield(self, db_field, request, **kwargs):
        field = super().formfield_for_dbfield(db_field, request, **kwargs)
        if db_field.many_to_many:
            field.widget = CheckboxSelectMultiple(choices=field.choices)
            field.help_text = ""
        return field


class NewPersonForm(UserCreationForm):
    class Meta:
        model = User
        fields = ["username", "first_name", "last_name", "email", "groups"]


class PersonForm(UserChangeForm):
    #: Set by the admin on a subclass for the request.
    actor = None

    def clean_is_active(self):
        is_active = self.cleaned_data["is_active"]
        if not is_active and self.instance == self.actor:
            raise ValidationError(_("You cannot switch off your own login."))
        return is_active


@admin.register(User)
class UserAdmin(TickedChoices, DeskAdmin, StockUserAdmin):
    form = PersonForm
    add_form = NewPersonForm
    list_display = ["username", "full_name", "roles", "is_active", "seen"]
    list_filter = ["groups", "is_active"]
    search_fields = ["username", "first_name", "last_name", "email"]
    ordering = ["username"]
    sortable_by = ["username", "seen"]
    filter_horizontal = []
    readonly_fields = ["last_login", "date_joined"]
    add_fieldsets = [
        (None, {"fields": ["username", "password1", "password2"]}),
        (_("Who it is"), {"fields": ["first_name", "last_name", "email"]}),
        (_("What they may do"), {"fields": ["groups"]}),
    ]

    def get_fieldsets(self, request, obj=None):
        if not obj:
            return self.add_fieldsets
        powers = ["groups", "is_active"]
        if request.user.is_superuser:
            powers += ["is_staff", "is_superuser", "user_permissions"]
        return [
            (None, {"fields": ["username", "password"]}),
            (_("Who it is"), {"fields": ["first_name", "last_name", "email"]}),
            (_("What they may do"), {"fields": powers}),
            (_("When"), {"fields": self.readonly_fields}),
        ]

    def get_form(self, request, obj=None, *, change=False, **kwargs):
        form = super().get_form(request, obj, change=change, **kwargs)
        return type("PersonFormForRequest", (form,), {"actor": request.user})

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        if db_field.name == "groups":
            kwargs["queryset"] = groups_given_by(request.user)
        return super().formfield_for_manytomany(db_field, request, **kwargs)

    def has_change_permission(self, request, obj=None):
        return super().has_change_permission(request, obj) and (obj is None or may_change(request.user, obj))

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser and super().has_delete_permission(request, obj)

    def save_model(self, request, obj, form, change):
        if not change:
            # Whoever is added here is added to work at the desk.
            obj.is_staff = True
        super().save_model(request, obj, form, change)

    def save_related(self, request, form, formsets, change):
        """Keep the groups that the actor could not have ticked: they were given by somebody else."""
        kept = list(form.instance.groups.exclude(pk__in=groups_given_by(request.user))) if change else []
        super().save_related(request, form, formsets, change)
        form.instance.groups.add(*kept)

    @admin.display(description=_("Name"))
    def full_name(self, user):
        return user.get_full_name()

    @admin.display(description=_("Last signed in"), ordering="last_login")
    def seen(self, user):
        return clock(user.last_login) if user.last_login else _("Never")

    @admin.display(description=_("May do"))
    def roles(self, user):
        if user.is_superuser:
            return _("Everything")
        return ", ".join(group.name for group in user.groups.all()) or "–"

    def get_queryset(self, request):
        return super().get_queryset(request).prefetch_related("groups")


@admin.register(Group)
class GroupAdmin(TickedChoices, DeskAdmin, StockGroupAdmin):
    """What each group may do. Looked at by Chiefs, changed by superusers alone."""

    filter_horizontal = []

    def has_add_permission(self, request):
        return request.user.is_superuser

    def has_change_permission(self, request, obj=None):
        return request.user.is_superuser

    def has_delete_permission(self, request, obj=None):
        return request.user.is_superuser
