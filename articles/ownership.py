"""Who may write in a story, and who may read what is not public of it."""

from articles.choices import Status


class Ownership:
    """The questions ``Article`` answers about a user."""

    def may_be_changed_by(self, user):
        """Whether a user may write in this story: editors in all, reporters in their own drafts."""
        if not user.has_perm("articles.change_article"):
            return False
        return user.has_perm("articles.edit_any_article") or (
            self.status == Status.DRAFT and self.belongs_to(user)
        )

    def may_be_removed_by(self, user):
        """Whether a user may delete the story with its versions: editors, and whoever began it."""
        if not user.has_perm("articles.delete_article"):
            return False
        return self.may_be_changed_by(user) and (
            user.has_perm("articles.edit_any_article") or self.created_by_id == user.pk
        )

    def drafts_are_open_to(self, user):
        """Whether a user may see what was typed and is not public: editors in all stories, others in their own."""
        return user.has_perm("articles.edit_any_article") or self.belongs_to(user)

    def belongs_to(self, user):
        """Whether a user began the story, is a byline of it, or has been given it."""
        if user.pk is None or self.pk is None:
            return False
        return user.pk in (self.created_by_id, self.assignee_id) or any(
            author.user_id == user.pk for author in self.authors
        )
