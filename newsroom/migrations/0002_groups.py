"""The four groups, and what each may do. The verbs ask these permissions; the screens follow them."""

from django.db import migrations

REPORTER = {
    "articles.article": ["view", "add", "change", "delete"],
    "articles.photo": ["view", "add"],
    "articles.tag": ["view", "add"],
    "articles.section": ["view"],
    "articles.author": ["view"],
}
EDITOR = {
    "articles.article": [*REPORTER["articles.article"], "publish", "edit_any"],
    "articles.photo": ["view", "add", "change", "delete"],
    "articles.tag": ["view", "add", "change", "delete"],
    "articles.section": ["view", "add", "change"],
    "articles.author": ["view", "add", "change"],
}
MODERATOR = {"comments.comment": ["view", "moderate"]}
CHIEF = (
    EDITOR
    | MODERATOR
    | {
        "articles.section": ["view", "add", "change", "delete"],
        "articles.author": ["view", "add", "change", "delete"],
        "newsroom.user": ["view", "add", "change"],
        "auth.group": ["view"],
    }
)
SPECIAL = {
    "publish_article": "Can publish, schedule and withdraw stories",
    "edit_any_article": "Can read and edit the stories of others",
    "moderate_comment": "Can approve and reject comments",
}
GROUPS = {"Reporter": REPORTER, "Editor": EDITOR, "Moderator": MODERATOR, "Chief": CHIEF}


def make_groups(apps, schema_editor):
    Group = apps.get_model("auth", "Group")
    for name, powers in GROUPS.items():
        group, _made = Group.objects.get_or_create(name=name)
        for label, actions in powers.items():
            group.permissions.add(*(permission(apps, label, action) for action in actions))


def permission(apps, label, action):
    """The permission's row; Django makes it only after all migrations have run, so it may have to be made here."""
    app_label, model = label.split(".")
    content_type, _made = apps.get_model("contenttypes", "ContentType").objects.get_or_create(
        app_label=app_label, model=model
    )
    codename = f"{action}_{model}"
    name = SPECIAL.get(codename) or f"Can {action} {apps.get_model(label)._meta.verbose_name}"
    row, _made = apps.get_model("auth", "Permission").objects.get_or_create(
        content_type=content_type, codename=codename, defaults={"name": name}
    )
    return row


class Migration(migrations.Migration):
    dependencies = [
        ("newsroom", "0001_initial"),
        ("articles", "0001_initial"),
        ("comments", "0001_initial"),
        ("auth", "0012_alter_user_first_name_max_length"),
        ("contenttypes", "0002_remove_content_type_name"),
    ]

    # Back leaves the groups: by then people stand in them.
    operations = [migrations.RunPython(make_groups, migrations.RunPython.noop)]
