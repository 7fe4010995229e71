from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language_info, to_locale
from django.utils.translation import gettext_lazy as _

from articles.addressing import Addressing
from articles.assigning import Assigning
from articles.autosaving import Autosaving
from articles.choices import ChangeKind, CommentMode, Status, site_language, story_languages
from articles.drafting import Drafting
from articles.fields import BodyField, LineField
from articles.html import reading_minutes
from articles.naming import Naming
from articles.noting import Noting
from articles.ownership import Ownership
from articles.publishing import Publishing
from articles.querysets import ArticleQuerySet
from articles.sharing import Sharing
from articles.standing import Standing
from articles.state import state_of
from articles.verbs import Verbs
from newsroom.text import clean_line

from .byline import Byline
from .event import ArticleEvent


class Article(
    Standing,
    Ownership,
    Addressing,
    Drafting,
    Publishing,
    Verbs,
    Assigning,
    Noting,
    Naming,
    Sharing,
    Autosaving,
    models.Model,
):
    """A story, as readers see it. What may be done to it stands in the modules of its bases.

    Addressing stands before Publishing: it knows which addresses are free.
    """

    kicker = LineField(_("kicker"), max_length=40, blank=True)
    headline = LineField(_("headline"), max_length=200, blank=True)
    slug = models.SlugField(_("address"), max_length=120, allow_unicode=True, blank=True)
    standfirst = LineField(_("standfirst"), max_length=600, blank=True)
    body = BodyField(_("text"), blank=True)
    language = models.CharField(_("language"), max_length=16, choices=story_languages, default=site_language)
    section = models.ForeignKey(
        "articles.Section",
        verbose_name=_("section"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="articles",
    )
    authors_in_order = models.ManyToManyField(
        "articles.Author", through="articles.Byline", related_name="articles"
    )
    tags = models.ManyToManyField("articles.Tag", verbose_name=_("tags"), blank=True, related_name="articles")
    lead_photo = models.ForeignKey(
        "articles.Photo",
        verbose_name=_("lead picture"),
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="led_articles",
    )
    comment_mode = models.CharField(_("comments"), max_length=8, choices=CommentMode, default=CommentMode.PRE)
    status = models.CharField(
        _("status"), max_length=12, choices=Status, default=Status.DRAFT, editable=False
    )
    publish_at = models.DateTimeField(_("public from"), null=True, blank=True, editable=False)
    first_published_at = models.DateTimeField(_("first published"), null=True, blank=True, editable=False)
    # The date in the address. Stored, so that a change of the site's time zone moves no address.
    published_on = models.DateField(null=True, blank=True, editable=False)
    updated_at = models.DateTimeField(_("updated"), null=True, blank=True, editable=False)
    # What the figures in the text show, by the key of the picture: taken along when the text is shown, so that a page asks nothing.
    figures = models.JSONField(default=dict, editable=False)
    reading_minutes = models.PositiveSmallIntegerField(default=1, editable=False)
    # The version readers see, the one the desk works on, and the one that will replace what readers see.
    live_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.RESTRICT, null=True, related_name="+", editable=False
    )
    draft_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.RESTRICT, null=True, related_name="+", editable=False
    )
    scheduled_revision = models.ForeignKey(
        "articles.Revision", on_delete=models.RESTRICT, null=True, related_name="+", editable=False
    )
    update_at = models.DateTimeField(_("update goes out"), null=True, editable=False)
    update_kind = models.CharField(max_length=13, choices=ChangeKind, blank=True, editable=False)
    update_note = models.TextField(max_length=1_000, blank=True, editable=False)
    withdraw_at = models.DateTimeField(_("withdrawn from"), null=True, editable=False)
    withdraw_reason = models.CharField(max_length=500, blank=True, editable=False)
    withdrawn_notice = models.TextField(_("notice for readers"), max_length=1_000, blank=True, editable=False)
    embargo_until = models.DateTimeField(_("embargo until"), null=True, blank=True, editable=False)
    # From the moment it is scheduled until the minute's round has noted that it came out.
    is_awaited = models.BooleanField(default=False, editable=False)
    stopped_because = models.CharField(max_length=500, blank=True, editable=False)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        verbose_name=_("assigned to"),
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="assigned_articles",
        editable=False,
    )
    due_at = models.DateTimeField(_("due"), null=True, blank=True, editable=False)
    # The empty form it was begun on: two presses of one form make one story.
    form_token = models.UUIDField(null=True, unique=True, editable=False)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, related_name="+", editable=False
    )
    created_at = models.DateTimeField(auto_now_add=True)
    modified_at = models.DateTimeField(_("changed"), auto_now=True)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        verbose_name = _("story")
        verbose_name_plural = _("stories")
        ordering = ["-publish_at", "-pk"]
        permissions = [
            ("publish_article", "Can publish, schedule and withdraw stories"),
            ("edit_any_article", "Can read and edit the stories of others"),
            ("override_check_article", "Can publish although a check says no, with a reason"),
        ]
        constraints = [
            models.CheckConstraint(condition=Q(status__in=Status.values), name="article_status_known"),
            models.CheckConstraint(
                condition=Q(comment_mode__in=CommentMode.values), name="article_comment_mode_known"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.PUBLISHED)
                | Q(
                    publish_at__isnull=False,
                    first_published_at__isnull=False,
                    published_on__isnull=False,
                    section__isnull=False,
                )
                & ~Q(slug="")
                & ~Q(headline=""),
                name="article_published_is_complete",
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.WITHDRAWN) | Q(published_on__isnull=False),
                name="article_withdrawn_had_address",
            ),
            models.CheckConstraint(
                condition=Q(embargo_until__isnull=True)
                | ~Q(status=Status.PUBLISHED)
                | Q(publish_at__gte=F("embargo_until")),
                name="article_not_out_before_embargo",
            ),
            models.CheckConstraint(
                condition=Q(update_at__isnull=True, scheduled_revision__isnull=True)
                | Q(
                    status=Status.PUBLISHED,
                    update_at__isnull=False,
                    scheduled_revision__isnull=False,
                    update_kind__in=ChangeKind.values,
                ),
                name="article_update_is_whole",
            ),
            models.CheckConstraint(
                condition=Q(withdraw_at__isnull=True)
                | Q(status=Status.PUBLISHED, withdraw_at__gt=F("publish_at")) & ~Q(withdraw_reason=""),
                name="article_withdrawal_is_whole",
            ),
            models.UniqueConstraint(
                fields=["published_on", "slug"],
                condition=Q(published_on__isnull=False),
                name="article_address_is_unique",
            ),
        ]
        indexes = [
            models.Index(
                fields=["-publish_at", "-id"],
                condition=Q(status=Status.PUBLISHED),
                name="article_published_newest",
            ),
            models.Index(
                fields=["section", "-publish_at", "-id"],
                condition=Q(status=Status.PUBLISHED),
                name="article_published_in_section",
            ),
            models.Index(fields=["-modified_at", "-id"], name="article_changed_newest"),
            # What the minute's round looks for: a handful of rows among all.
            models.Index(fields=["publish_at"], condition=Q(is_awaited=True), name="article_awaited"),
            models.Index(
                fields=["update_at"], condition=Q(update_at__isnull=False), name="article_update_due"
            ),
            models.Index(
                fields=["withdraw_at"], condition=Q(withdraw_at__isnull=False), name="article_withdrawal_due"
            ),
            models.Index(fields=["modified_at"], condition=~Q(stopped_because=""), name="article_stopped"),
            models.Index(
                fields=["embargo_until"], condition=Q(embargo_until__isnull=False), name="article_embargoed"
            ),
            models.Index(fields=["due_at"], condition=Q(due_at__isnull=False), name="article_work_due"),
            models.Index(
                fields=["status", "-modified_at", "-id"],
                condition=~Q(status=Status.PUBLISHED),
                name="article_unpublished_newest",
            ),
        ]

    def __str__(self):
        return self.headline or str(_("Untitled"))

    def save(self, *args, **kwargs):
        """Store the row; the reading time follows the text. Status changes belong to the verbs, not here."""
        fields = kwargs.get("update_fields")
        if fields is None or "body" in fields:
            self.body = BodyField.sanitised(self.body)
            self.reading_minutes = reading_minutes(self.body)
            if fields is not None:
                kwargs["update_fields"] = {*fields, "reading_minutes"}
        super().save(*args, **kwargs)

    save.alters_data = True

    def get_absolute_url(self):
        """The story's address, or an empty string while it has none."""
        if not self.published_on:
            return ""
        return reverse("articles:detail", kwargs={"date": self.published_on, "slug": self.slug})

    def set_bylines(self, authors):
        """Put these authors over the story, in this order."""
        self.bylines.all().delete()
        Byline.objects.bulk_create(
            Byline(article=self, author=author, position=place)
            for place, author in enumerate(dict.fromkeys(authors))
        )
        self.__dict__.pop("authors", None)

    set_bylines.alters_data = True

    def log(self, verb, by, from_status, note="", revision=None):
        """Write one line of the story's log; the story already stands where it went. ``by`` is None for the clock."""
        ArticleEvent.objects.create(
            article=self,
            actor=by,
            actor_name=str(by or _("The clock")),
            verb=verb,
            from_status=from_status,
            to_status=self.status,
            note=clean_line(note, limit=ArticleEvent.NOTE_LENGTH),
            revision=revision,
        )

    log.alters_data = True

    def refresh_from_db(self, *args, **kwargs):
        self.__dict__.pop("authors", None)
        super().refresh_from_db(*args, **kwargs)

    @property
    def state(self):
        return state_of(self)

    @cached_property
    def authors(self):
        """The authors in the order of their bylines."""
        return [byline.author for byline in self.bylines.all()]

    @property
    def language_tag(self):
        """The language as HTML wants it (BCP 47), such as ``zh-Hans``."""
        return to_locale(self.language).replace("_", "-")

    @property
    def text_direction(self):
        return "rtl" if get_language_info(self.language)["bidi"] else "ltr"
