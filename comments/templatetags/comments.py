from django import template

from comments.forms import CommentForm
from comments.policy import closed_reason, shows_comments
from comments.threads import thread_of

register = template.Library()


@register.simple_tag(name="thread_of")
def thread_of_story(article):
    """The newest comments of a story, or None where it takes none. Syntax: ``{% thread_of article as thread %}``

    A page that says their number above the text asks once; ``comment_thread`` shows the same.
    """
    return thread_of(article) if shows_comments(article) else None


@register.inclusion_tag("comments/_thread.html", takes_context=True)
def comment_thread(context, article):
    """The newest comments of a story and the form, the same for every reader; nothing where it takes none.

    Syntax: ``{% comment_thread article %}``
    """
    if not shows_comments(article):
        return {"article": article}
    reason = closed_reason(article)
    thread = context.get("thread") or thread_of_story(article)
    form = None if reason else CommentForm(article=article)
    return {"article": article, "thread": thread, "form": form, "closed_reason": reason}
