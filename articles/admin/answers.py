"""Answers to the desk's scripts: JSON, with a sentence for whoever writes where something cannot be done."""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, JsonResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from articles.tidying import TooMuch
from newsroom.caching import keep_private, private


def in_json(guarded, view, methods=("POST",)):
    """A door for scripts. ``view`` returns a dictionary, or raises what any view raises.

    Who is signed out is told so with a 401: a script that follows the way to the log-in page would take it for an answer.
    A page that says in ``user`` whose it is gets a 409 where somebody else is signed in by now.
    """

    inner = guarded(require_http_methods(methods)(_answering(view)))

    @wraps(view)
    def door(request, *args, **kwargs):
        if not _asks_for_json(request):
            return inner(request, *args, **kwargs)
        if not request.user.is_staff:
            return refusal(401, _("You are signed out."), login=reverse("admin:login"))
        if request.POST.get("user", str(request.user.pk)) != str(request.user.pk):
            return refusal(409, _("Somebody else is signed in in this browser now."))
        return inner(request, *args, **kwargs)

    return door


def _answering(view):
    @private
    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            return JsonResponse(view(request, *args, **kwargs))
        except Http404:
            return refusal(404, _("This story is not there any more."))
        except PermissionDenied:
            return refusal(403, _("You may not write in this story any more."))
        except TooMuch as error:
            return refusal(413, str(error))

    return answer


def refusal(status, sentence, **more):
    """Why something was not done."""
    return keep_private(JsonResponse({"error": sentence, **more}, status=status))


def _asks_for_json(request):
    return request.accepts("application/json") and not request.accepts("text/html")
