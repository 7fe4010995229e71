"""Editors and Chiefs arrange the front page."""

from importlib import import_module

from django.db import migrations

permission = import_module("newsroom.migrations.0002_groups").permission


def grant(apps, schema_editor):
    row = permission(apps, "newsroom.board", "arrange")
    type(row).objects.filter(pk=row.pk).update(name="Can arrange the front page and the sections’ fronts")
    for name in ("Editor", "Chief"):
        apps.get_model("auth", "Group").objects.get_or_create(name=name)[0].permissions.add(row)


class Migration(migrations.Migration):
    dependencies = [("newsroom", "0005_boards_banner")]

    operations = [migrations.RunPython(grant, migrations.RunPython.noop)]
