from django.db import models


class Purge(models.Model):
    """Surrogate keys that have changed and that no cache has been told of yet: written in the transaction that changes them."""

    keys = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self):
        return self.keys
