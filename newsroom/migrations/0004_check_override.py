"""A Chief may publish although a check says no."""

from importlib import import_module

from django.db import migrations

permission = import_module("newsroom.migrations.0002_groups").permission


def grant(apps, schema_editor):
    chief, _made = apps.get_model("auth", "Group").objects.get_or_create(name="Chief")
    row = permission(apps, "articles.article", "override_check")
    type(row).objects.filter(pk=row.pk).update(name="Can publish although a check says no, with a reason")
    chief.permissions.add(row)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0003_purge_heartbeat"), ("articles", "0004_versions_constraints")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
