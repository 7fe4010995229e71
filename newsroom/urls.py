from django.contrib import admin
from django.urls import include, path

from newsroom import views

handler400 = "newsroom.views.bad_request"
handler403 = "newsroom.views.permission_denied"
handler404 = "newsroom.views.not_found"
handler500 = "newsroom.views.server_error"

urlpatterns = [
    path("", views.home, name="home"),
    path("robots.txt", views.robots, name="robots"),
    path("admin/", admin.site.urls),
    # Sections stand at the root, so what takes any word comes last.
    path("", include("comments.urls")),
    path("", include("articles.urls")),
]
