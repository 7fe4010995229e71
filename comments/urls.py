from django.urls import path

from articles.converters import STORY
from comments import views

app_name = "comments"

urlpatterns = [
    path("comments/received/<str:token>/", views.comment_received, name="received"),
    path(f"{STORY}comments/", views.comment_thread, name="thread"),
]
