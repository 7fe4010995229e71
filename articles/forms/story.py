"""The form a story is written in. What it may not hold: where the story stands, and when it was public."""

from django import forms
from django.utils.translation import gettext_lazy as _

from articles.choices import ChangeKind
from articles.content import FIELDS, TYPED
from articles.forms.described import describe_author
from articles.forms.moments import MomentField
from articles.forms.picks import PhotoField, Picked, PicksField, PicksInput, TagField
from articles.forms.text import StoryText
from articles.models import Article, Author, Correction, Photo, Tag
from newsroom.text import name_key

# A story begins with one of these; a language or a time alone is none.
BEGINS_WITH = {"kicker", "headline", "standfirst", "body", "section", "bylines", "tags", "lead_photo", "slug"}
TOO_LONG = _("%(limit_value)d characters at most. This has %(show_value)d.")
LINES = {
    # Where an editor should begin to cut; what the field can hold is the model's.
    "kicker": {"rows": 1, "data-soft": 40, "placeholder": _("A word or two, such as the place")},
    "headline": {"rows": 1, "data-soft": 90, "placeholder": _("What happened")},
    "standfirst": {"rows": 2, "data-soft": 300, "placeholder": _("The story in two sentences")},
}


class WithdrawForm(forms.Form):
    """What a withdrawal needs, whatever else stands in the form: nothing in the text may hold it up."""

    reason = forms.CharField(
        label=_("Reason"), required=False, max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    notice = forms.CharField(
        label=_("Notice for readers"),
        required=False,
        max_length=Correction.NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    withdraw_at = MomentField(label=_("Withdrawn from"), required=False)

    def clean_reason(self):
        reason = self.cleaned_data["reason"].strip()
        if "_withdraw" in self.data and not reason:
            raise forms.ValidationError(_("Say why the story is withdrawn."), "reason")
        return reason


class StoryForm(forms.ModelForm, WithdrawForm):
    """Takes any half-written story. What has to be there for readers is asked by the verbs that show it to them.

    It opens with ``content``: the newest draft, the live text, or what an editor's browser kept. ``base`` is the version
    that was on the page, so that a save on an older one is merged and not laid over what has come since.
    """

    bylines = PicksField(
        label=_("Bylines"),
        queryset=Author.objects.all(),
        describe=describe_author,
        widget=PicksInput(source="article.authors_in_order", is_ordered=True, placeholder=_("Add a name")),
    )
    tags = TagField(
        label=_("Tags"),
        queryset=Tag.objects.all(),
        widget=PicksInput(source="article.tags", placeholder=_("Add a tag")),
    )
    lead_photo = PhotoField(
        label=_("Lead picture"),
        queryset=Photo.objects.all(),
        widget=PicksInput(
            source="article.lead_photo", is_single=True, placeholder=_("Find one in the library")
        ),
    )
    goes_out_at = MomentField(label=_("Goes out"), required=False)
    embargo_until = MomentField(label=_("Embargo until"), required=False)
    change = forms.ChoiceField(
        label=_("What kind of change is it?"),
        choices=ChangeKind,
        required=False,
        widget=forms.RadioSelect,
    )
    change_note = forms.CharField(
        label=_("Note for readers"),
        required=False,
        max_length=Correction.NOTE_LENGTH,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    override = forms.CharField(label=_("Publish all the same, because"), required=False, max_length=400)
    base = forms.IntegerField(required=False, widget=forms.HiddenInput)
    of = forms.CharField(required=False, widget=forms.HiddenInput)
    tab = forms.CharField(required=False, max_length=36, widget=forms.HiddenInput)

    #: Set by the admin on a subclass for the request: who is writing, what the form opens with, and why the last press was
    #: refused, by field (``ValidationError``) or in words.
    user = None
    opening = None
    refusal = None

    class Meta:
        model = Article
        fields = [
            *("kicker", "headline", "standfirst", "body"),
            # Neither bylines nor tags: the model form would ask for those of the row, and the version has its own.
            *("section", "lead_photo", "comment_mode", "slug", "language"),
        ]
        widgets = {name: forms.Textarea(attrs=attrs) for name, attrs in LINES.items()} | {
            "body": StoryText(attrs={"data-placeholder": _("Write here")})
        }
        labels = {"comment_mode": _("Who may comment"), "headline": _("Headline"), "body": _("Text")}
        help_texts = {"slug": _("Made from the headline if left empty.")}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        story = self.instance
        for name in LINES:
            self.fields[name].error_messages["max_length"] = TOO_LONG
            # No hard stop while typing: people paste more than fits and then cut.
            self.fields[name].widget.attrs["data-hard"] = self.fields[name].widget.attrs.pop("maxlength")
        if not story.pk:
            self.fields["headline"].widget.attrs["autofocus"] = True
        self.fields["section"].empty_label = _("No section yet")
        self.fields["tags"].may_create = self.fields["tags"].widget.may_create = self.user.has_perm(
            "articles.add_tag"
        )
        if story.published_on:
            del self.fields["slug"]
        if story.pk:
            self.fields["bylines"].known = story.authors
            self.fields["tags"].known = () if story.draft_revision_id else story.tags.all()
            self.fields["lead_photo"].known = [story.lead_photo] if story.lead_photo else []
            self.initial |= self.opening.content if self.opening else story.draft_content
            if self.opening:
                self.initial |= {"base": self.opening.base, "of": self.opening.of}
                self._bring_names_back(self.opening.content.get("typed", {}))
            self.initial["goes_out_at"] = story.publish_at if story.is_scheduled else story.update_at
            self.initial["embargo_until"] = story.embargo_until
        elif author := Author.objects.filter(user=self.user).first():
            self.initial["bylines"] = [author]

    def clean(self):
        super().clean()
        if self.refusal:
            self._say_why_not()
        if not self.instance.pk and not BEGINS_WITH & set(self.changed_data):
            self.add_error(
                None, _("There is nothing to save yet. Begin with a headline or a first sentence.")
            )
        asks_for_time = "_schedule" in self.data or "_schedule_update" in self.data
        if asks_for_time and "goes_out_at" not in self.errors and not self.cleaned_data.get("goes_out_at"):
            self.add_error("goes_out_at", _("Give the day and the time."))
        return self.cleaned_data

    def _bring_names_back(self, typed):
        """Names that were typed and not looked up when the text was kept stand in their fields again."""
        for name, words in typed.items():
            keys = self.fields[name].widget.format_value(self.initial.get(name)).keys
            self.initial[name] = Picked(keys, words)

    def _say_why_not(self):
        by_field = getattr(self.refusal, "message_dict", {None: [str(self.refusal)]})
        for name, sentences in by_field.items():
            self.add_error(name if name in self.fields else None, sentences)

    def content(self):
        """What was typed, as a version holds it. Tags that are new are made: call it inside the saving transaction."""
        data = self.cleaned_data
        typed = {name: data.get(name) or "" for name in TYPED if name != "slug"}
        return typed | {
            "slug": data.get("slug", self.instance.slug) or "",
            "section": data["section"].pk if data["section"] else None,
            "lead_photo": data["lead_photo"].pk if data["lead_photo"] else None,
            "bylines": [author.pk for author in data["bylines"].rows],
            "tags": [tag.pk for tag in self.chosen_tags()],
        }

    def as_typed(self):
        """What was typed, whether it fits or not, by field, as ``Article.keep`` takes it."""
        names = [*FIELDS, *(f"{name}_typed" for name in ("bylines", "tags", "lead_photo"))]
        return {name: self.data.getlist(name) for name in names if name in self.data}

    def chosen_tags(self):
        """The tags chosen, with new ones made for names that have none; call it inside the saving transaction."""
        picks = self.cleaned_data["tags"]
        return [*picks.rows, *(tag_called(name) for name in picks.new_names)]

    def _save_m2m(self):
        """Nothing: bylines and tags are stored with the version that names them, or not at all."""


def tag_called(name):
    return Tag.objects.get_or_create(key=name_key(name), defaults={"name": name})[0]
