from django import template

from comments.forms import CommentForm
from comments.policy import closed_reason, shows_comments
from comments.threads import thread_of

register = template.Library()


@register.inclusion_tag("comments/_thread.html", takes_context=True)
def comment_thread(context, article):
    """The newest comments of a story and the form, the same for every reader; nothing where it takes none.

    Syntax: ``{% comment_thread article %}``
    """
    if not shows_comments(article):
        return {"article": article}
    reason = closed_reason(article)
    thread = context.get("thread") or thread_of(article)
    form = None if reason else CommentForm(article=article)
    return {"article": article, "thread": thread, "form": form, "closed_reason": reason}
