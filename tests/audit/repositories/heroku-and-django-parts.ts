import { lines } from "./unmet-parts";

const ADDON = '{ "name": "elm", "addons": ["heroku-postgresql:essential-0"] }\n';
/** An app of Python at Heroku, with its database. */
export const alchemy = (
  code: readonly string[],
  more: Record<string, string> = {},
): Record<string, string> => ({
  "app.json": ADDON,
  Procfile: "web: gunicorn wsgi:app\n",
  "requirements.txt":
    "Flask==3.1.1\nFlask-SQLAlchemy==3.1.1\nSQLAlchemy==2.0.42\ngunicorn==23.0.0\npsycopg2-binary==2.9.10\n",
  "wsgi.py": lines("import os", "from flask import Flask", "", "app = Flask(__name__)", ...code),
  ...more,
});

/** An app of Node at Heroku, with its database. */
export const postgres = (
  code: readonly string[],
  more: Record<string, string> = {},
): Record<string, string> => ({
  "app.json": ADDON,
  Procfile: "web: node server.js\n",
  "package.json": '{ "type": "module", "dependencies": { "express": "5.1.0", "pg": "8.16.3" } }\n',
  "server.js": lines(
    'import express from "express";',
    'import { pool } from "./db.js";',
    "",
    'express().get("/", async (_, res) => res.json((await pool.query("select 1")).rows)).listen(process.env.PORT);',
  ),
  "db.js": lines('import pg from "pg";', "", ...code),
  ...more,
});

/** A project of Django at Render that collects its static files. */
export const collecting = (
  build: string,
  settings: readonly string[] = [],
  more: Record<string, string> = {},
): Record<string, string> => ({
  "render.yaml": lines(
    ...["services:", "  - type: web", "    name: elm", "    runtime: python", "    plan: starter"],
    ...["    healthCheckPath: /health", `    buildCommand: ${build}`],
    ...["    startCommand: gunicorn elm.wsgi --bind 0.0.0.0:$PORT", "    envVars:"],
    ...["      - { key: SECRET_KEY, generateValue: true }"],
  ),
  "requirements.txt": "Django==5.2.4\ngunicorn==23.0.0\n",
  "manage.py":
    'import os\nimport sys\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "elm.settings")\n\nif __name__ == "__main__":\n    from django.core.management import execute_from_command_line\n\n    execute_from_command_line(sys.argv)\n',
  "elm/__init__.py": "",
  "elm/settings.py": lines(
    ...["import os", 'SECRET_KEY = os.environ.get("SECRET_KEY", "for-the-build")', "DEBUG = False"],
    ...['ALLOWED_HOSTS = [".onrender.com"]', 'ROOT_URLCONF = "elm.urls"'],
    ...['INSTALLED_APPS = ["django.contrib.staticfiles"]', 'STATIC_URL = "static/"', ...settings],
  ),
  "elm/urls.py": "urlpatterns = []\n",
  "elm/wsgi.py":
    'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "elm.settings")\napplication = get_wsgi_application()\n',
  ...more,
});
