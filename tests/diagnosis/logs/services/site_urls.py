"""The site's one page."""

from django.http import HttpResponse
from django.urls import path

urlpatterns = [path("health", lambda request: HttpResponse(request.get_host()))]
