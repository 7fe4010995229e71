from django.urls import path

from articles import preview_views, views
from articles.converters import STORY

app_name = "articles"

urlpatterns = [
    path("latest/", views.latest, name="latest"),
    path("corrections/", views.corrections, name="corrections"),
    path("preview/<str:token>/", preview_views.shared_preview, name="preview"),
    path("tag/<words:slug>/", views.tag_detail, name="tag"),
    path("by/<words:slug>/", views.author_detail, name="author"),
    path(STORY, views.article_detail, name="detail"),
    path("<words:slug>/", views.section_detail, name="section"),
]
