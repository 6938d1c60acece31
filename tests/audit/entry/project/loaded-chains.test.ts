import assert from "node:assert/strict";
import { auditFolder } from "../../../../audit";
import { type Files, inFolder } from "../../written-folder";

const found = (files: Files): readonly string[] =>
  inFolder(files, (folder) =>
    auditFolder(folder)
      .findings.filter(({ rule }) => rule === "database/broken-migrations")
      .map(({ severity }) => severity),
  );

const after = (parent: string): string =>
  `from django.db import migrations\n\n\nclass Migration(migrations.Migration):\n    dependencies = [${parent}]\n`;
const DJANGO: Files = {
  Procfile: "release: python manage.py migrate --noinput\nweb: gunicorn site.wsgi\n",
  "requirements.txt": "django\ngunicorn\n",
  "manage.py": "",
  "site/wsgi.py": "application = 1\n",
  "site/settings.py": 'INSTALLED_APPS = [\n    "books.apps.BooksConfig",  # ours\n]\n',
  "books/migrations/0001_initial.py": after(""),
  "books/migrations/0002_a.py": after('("books", "0001_initial")'),
  "books/migrations/0002_b.py": after('("books", "0001_initial")'),
};
const revision = (name: string, parent: string): string =>
  `revision = "${name}"\ndown_revision = ${parent}\n`;
const ALEMBIC: Files = {
  Procfile: "release: alembic upgrade head\nweb: uvicorn main:app --host 0.0.0.0 --port $PORT\n",
  "requirements.txt": "fastapi\nuvicorn\nalembic\n",
  "main.py": "from fastapi import FastAPI\n\napp = FastAPI()\n",
  "alembic.ini": "[alembic]\nscript_location = db\n",
  "db/versions/a.py": revision("a", "None"),
  "db/versions/b.py": revision("b", '"a"'),
  "db/versions/c.py": revision("c", '"a"'),
};
const WEB = "web: uvicorn main:app --host 0.0.0.0 --port $PORT\n";

describe("two last migrations", () => {
  const CASES: readonly (readonly [string, Files, readonly string[]])[] = [
    ["are an error where Django's release command migrates", DJANGO, ["error"]],
    ["are an error where Alembic's does", ALEMBIC, ["error"]],
    [
      "are a warning in an application that is not installed",
      { ...DJANGO, "site/settings.py": 'INSTALLED_APPS = ["shop"]\n' },
      ["warning"],
    ],
    [
      "are a warning beside a migration that is computed",
      { ...DJANGO, "books/migrations/0003_c.py": after("").replace("[]", "[latest()] + more") },
      ["warning"],
    ],
    [
      "are a warning where a revision's parent is computed",
      { ...ALEMBIC, "db/versions/d.py": revision("d", "heads()") },
      ["warning"],
    ],
    ["are a warning where no command migrates", { ...ALEMBIC, Procfile: WEB }, ["warning"]],
    [
      "are right where all heads are applied",
      { ...ALEMBIC, Procfile: `release: alembic upgrade heads\n${WEB}` },
      [],
    ],
  ];
  for (const [title, files, expected] of CASES) it(title, () => assert.deepEqual(found(files), expected));
});
