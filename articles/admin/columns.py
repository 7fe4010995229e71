"""What one row of the list of stories shows."""

from django.contrib import admin
from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext_lazy as _

from articles.admin.batch import SEEN, seen_mark
from articles.state import clock, is_overdue


class StoryColumns:
    """The columns of ``ArticleAdmin``; ``StoryList`` has put ``standing`` on each story, for whoever looks."""

    list_display = ["story", "stands", "by_whom", "work", "changed"]
    list_display_links = ["story"]
    sortable_by = ["changed"]

    def action_checkbox(self, obj):
        """The box to choose a row by, and what the row was when it was shown."""
        box = super().action_checkbox(obj)
        return format_html('{}<input type="hidden" name="{}" value="{}">', box, SEEN, seen_mark(obj))

    @admin.display(description=_("Story"))
    def story(self, article):
        return format_html(
            '<span class="kicker" data-hue="{}">{}</span> <span class="hl" lang="{}" dir="auto">{}</span>',
            article.section.hue if article.section else "",
            article.kicker or article.section or _("No section"),
            article.language_tag,
            article,
        )

    @admin.display(description=_("Where it stands"))
    def stands(self, article):
        state = article.standing
        return format_html(
            '<span class="state is-{}"><b>{}</b> {}</span>', state.code, state.lead, state.rest
        )

    @admin.display(description=_("By"), empty_value="")
    def by_whom(self, article):
        return ", ".join(author.name for author in article.authors)

    @admin.display(description=_("Assigned, due"), empty_value="")
    def work(self, article):
        """Who works on it and until when; that it is late is said in words."""
        parts = []
        if article.assignee:
            parts.append(format_html("<span>{}</span>", article.assignee))
        if article.due_at and is_overdue(article):
            words = _("Overdue since %s") % clock(article.due_at)
            parts.append(format_html('<b class="overdue">{}</b>', words))
        elif article.due_at:
            parts.append(format_html("<span>{}</span>", _("due %s") % clock(article.due_at)))
        return format_html_join(" ", "{}", ((part,) for part in parts))

    @admin.display(description=_("Changed"), ordering="modified_at")
    def changed(self, article):
        return clock(article.modified_at)
