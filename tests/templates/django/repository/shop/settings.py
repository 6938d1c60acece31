import os

import dj_database_url

SECRET_KEY = os.environ["SECRET_KEY"]
DEBUG = False
ALLOWED_HOSTS = os.environ["ALLOWED_HOSTS"].split(",") + ["127.0.0.1", "localhost"]
ROOT_URLCONF = "shop.urls"
WSGI_APPLICATION = "shop.wsgi.application"
INSTALLED_APPS = ["orders"]
DATABASES = {"default": dj_database_url.config(env="DATABASE_URL")}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
