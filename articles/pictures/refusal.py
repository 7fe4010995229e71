"""Why a file is not taken, in words for the person who sent it."""

from django.utils.translation import gettext_lazy as _

NOT_A_PICTURE = _("This file is not a picture we can use: send a JPEG, PNG, WebP, AVIF or GIF.")
DAMAGED = _("The picture is cut off or damaged. Export or copy it once more and send it again.")
UNUSUAL = _(
    "This picture is stored in an unusual way. Open it in a picture program, save it as an ordinary JPEG "
    "and send that."
)


class Refused(ValueError):
    """The file cannot be used. Its text is a sentence for the sender, in the language of whoever reads it."""

    def __init__(self, sentence, **facts):
        super().__init__(sentence)
        self.sentence = sentence
        self.facts = facts

    def __str__(self):
        return str(self.sentence) % self.facts
