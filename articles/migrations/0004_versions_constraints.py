import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        ("articles", "0003_versions"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("is_awaited", True)), fields=["publish_at"], name="article_awaited"
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("update_at__isnull", False)),
                fields=["update_at"],
                name="article_update_due",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("withdraw_at__isnull", False)),
                fields=["withdraw_at"],
                name="article_withdrawal_due",
            ),
        ),
        migrations.AddIndex(
            model_name="article",
            index=models.Index(
                condition=models.Q(("due_at__isnull", False)), fields=["due_at"], name="article_work_due"
            ),
        ),
        migrations.AddIndex(
            model_name="articleevent",
            index=models.Index(fields=["-at", "-id"], name="article_event_newest"),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("embargo_until__isnull", True),
                    models.Q(("status", "published"), _negated=True),
                    ("publish_at__gte", models.F("embargo_until")),
                    _connector="OR",
                ),
                name="article_not_out_before_embargo",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("scheduled_revision__isnull", True), ("update_at__isnull", True)),
                    models.Q(
                        ("scheduled_revision__isnull", False),
                        ("status", "published"),
                        ("update_at__isnull", False),
                        ("update_kind__in", ["minor", "update", "correction", "clarification", "retraction"]),
                    ),
                    _connector="OR",
                ),
                name="article_update_is_whole",
            ),
        ),
        migrations.AddConstraint(
            model_name="article",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("withdraw_at__isnull", True),
                    models.Q(
                        ("status", "published"),
                        ("withdraw_at__gt", models.F("publish_at")),
                        models.Q(("withdraw_reason", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="article_withdrawal_is_whole",
            ),
        ),
        migrations.AddField(
            model_name="savedview",
            name="owner",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="saved_views",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddConstraint(
            model_name="formeraddress",
            constraint=models.UniqueConstraint(
                fields=("published_on", "slug"), name="former_address_is_unique"
            ),
        ),
        migrations.AddIndex(
            model_name="mention",
            index=models.Index(
                condition=models.Q(("seen_at__isnull", True)), fields=["user", "-id"], name="mention_unseen"
            ),
        ),
        migrations.AddConstraint(
            model_name="mention",
            constraint=models.UniqueConstraint(fields=("note", "user"), name="mention_once_per_note"),
        ),
        migrations.AddIndex(
            model_name="editorialnote",
            index=models.Index(fields=["article", "created_at", "id"], name="editorial_note_of_story"),
        ),
        migrations.AddConstraint(
            model_name="editorialnote",
            constraint=models.CheckConstraint(
                condition=models.Q(("text", ""), _negated=True), name="editorial_note_says_something"
            ),
        ),
        migrations.AddIndex(
            model_name="presence",
            index=models.Index(fields=["seen_at"], name="presence_oldest"),
        ),
        migrations.AddConstraint(
            model_name="presence",
            constraint=models.UniqueConstraint(fields=("article", "user"), name="presence_once_per_story"),
        ),
        migrations.AddIndex(
            model_name="revision",
            index=models.Index(fields=["article", "-id"], name="revision_of_story"),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("kind__in", ["saved", "autosave", "aside", "merged", "restored", "carried"])
                ),
                name="revision_kind_known",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.CheckConstraint(
                condition=models.Q(("autosave_of__isnull", True), ("kind", "autosave"), _connector="OR"),
                name="revision_autosave_is_autosave",
            ),
        ),
        migrations.AddConstraint(
            model_name="revision",
            constraint=models.UniqueConstraint(
                fields=("article", "autosave_of"), name="revision_one_autosave_each"
            ),
        ),
        migrations.AddIndex(
            model_name="previewlink",
            index=models.Index(fields=["article", "-id"], name="preview_link_of_story"),
        ),
        migrations.AddConstraint(
            model_name="previewanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["note", "approval"])), name="preview_answer_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="previewanswer",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="preview_answer_has_name"
            ),
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(fields=["article", "-at", "-id"], name="correction_of_story"),
        ),
        migrations.AddIndex(
            model_name="correction",
            index=models.Index(fields=["-at", "-id"], name="correction_newest"),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["correction", "clarification", "retraction"])),
                name="correction_kind_has_note",
            ),
        ),
        migrations.AddConstraint(
            model_name="correction",
            constraint=models.CheckConstraint(
                condition=models.Q(("note", ""), _negated=True), name="correction_says_something"
            ),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.UniqueConstraint(fields=("owner", "name"), name="saved_view_name_once_each"),
        ),
        migrations.AddConstraint(
            model_name="savedview",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="saved_view_has_name"
            ),
        ),
    ]
