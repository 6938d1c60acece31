import { alchemy, collecting, postgres } from "./heroku-and-django-parts";
import { type FaultyRepository, faultyBy, type SmallRepository, sound } from "./repository";

const faulty = faultyBy("");
const ENGINE = "from sqlalchemy import create_engine";
const SCHEME = "database/url-malformed wsgi.py";
const TLS = "database/tls-off db.js";
const NEED = "service/unmet-need";
const INSTALL = "pip install -r requirements.txt";

/** What Heroku's database and Django's static files need, and code that does not say it. */
export const FAULTY_NEEDS: readonly FaultyRepository[] = [
  faulty(
    "SQLAlchemy with Heroku's URL by its key",
    `${SCHEME}:6`,
    alchemy([ENGINE, 'engine = create_engine(os.environ["DATABASE_URL"])']),
  ),
  faulty(
    "SQLAlchemy with Heroku's URL by getenv",
    `${SCHEME}:6`,
    alchemy([ENGINE, 'engine = create_engine(os.getenv("DATABASE_URL"), pool_pre_ping=True)']),
  ),
  faulty(
    "SQLAlchemy with Heroku's URL by get",
    `${SCHEME}:6`,
    alchemy([ENGINE, "engine = create_engine(os.environ.get('DATABASE_URL'))"]),
  ),
  faulty(
    "Flask-SQLAlchemy with Heroku's URL",
    `${SCHEME}:5`,
    alchemy([
      'app.config["SQLALCHEMY_DATABASE_URI"] = os.environ["DATABASE_URL"]',
      "from flask_sqlalchemy import SQLAlchemy",
      "db = SQLAlchemy(app)",
    ]),
  ),
  faulty(
    "Flask-SQLAlchemy with Heroku's URL and a default",
    `${SCHEME}:5`,
    alchemy([
      'app.config["SQLALCHEMY_DATABASE_URI"] = os.environ.get("DATABASE_URL", "sqlite:///elm.db")',
      "from flask_sqlalchemy import SQLAlchemy",
      "db = SQLAlchemy(app)",
    ]),
  ),
  faulty(
    "SQLAlchemy with Heroku's URL by sqlalchemy's own name",
    `${SCHEME}:6`,
    alchemy([
      "import sqlalchemy as sa",
      'engine = sa.create_engine(os.environ["DATABASE_URL"], future=True)',
    ]),
  ),
  faulty(
    "a pool of pg at Heroku without TLS",
    `${TLS}:3`,
    postgres(["export const pool = new pg.Pool({", "  connectionString: process.env.DATABASE_URL,", "});"]),
  ),
  faulty(
    "a pool of pg at Heroku by its name",
    `${TLS}:4`,
    postgres([
      "const { Pool } = pg;",
      "export const pool = new Pool({ connectionString: process.env.DATABASE_URL });",
    ]),
  ),
  faulty(
    "a client of pg at Heroku",
    `${TLS}:3`,
    postgres(["export const pool = new pg.Client(process.env.DATABASE_URL);", "await pool.connect();"]),
  ),
  faulty(
    "a pool of pg at Heroku with its size",
    `${TLS}:3`,
    postgres(["export const pool = new pg.Pool({ max: 8, connectionString: process.env.DATABASE_URL });"]),
  ),
  faulty(
    "a client of pg at Heroku with an object",
    `${TLS}:3`,
    postgres([
      "export const pool = new pg.Client({ connectionString: process.env.DATABASE_URL });",
      "await pool.connect();",
    ]),
  ),
  faulty(
    "a pool of pg at Heroku with an assertion",
    `${TLS}:3`,
    postgres([
      "export const pool = new pg.Pool({ idleTimeoutMillis: 1000, connectionString: process.env.DATABASE_URL });",
    ]),
  ),
  faulty(
    "collectstatic in the build command without STATIC_ROOT",
    `${NEED} render.yaml:7`,
    collecting(`${INSTALL} && python manage.py collectstatic --no-input`),
  ),
  faulty(
    "collectstatic alone in the build command",
    `${NEED} render.yaml:7`,
    collecting("pip install django gunicorn; python3 manage.py collectstatic --noinput"),
  ),
  faulty(
    "collectstatic in a script of the build",
    `${NEED} build.sh:3`,
    collecting("bash build.sh", [], {
      "build.sh": `set -e\n${INSTALL}\npython manage.py collectstatic --no-input\n`,
    }),
  ),
  faulty(
    "collectstatic in a script by its path",
    `${NEED} build.sh:4`,
    collecting("./build.sh", [], {
      "build.sh": `#!/usr/bin/env bash\nset -o errexit\n${INSTALL}\npython manage.py collectstatic --no-input --clear\npython manage.py check\n`,
    }),
  ),
  faulty(
    "collectstatic with a list of folders alone",
    `${NEED} render.yaml:7`,
    collecting(`${INSTALL} && python manage.py collectstatic --no-input`, ['STATICFILES_DIRS = ["assets"]'], {
      "assets/elm.css": "p {}\n",
    }),
  ),
  faulty(
    "collectstatic with a root of media alone",
    `${NEED} render.yaml:7`,
    collecting(`${INSTALL} && python manage.py collectstatic --no-input`, ['MEDIA_ROOT = "/var/media"']),
  ),
];

const COLLECT = `${INSTALL} && python manage.py collectstatic --no-input`;

export const SOUND_NEEDS: readonly SmallRepository[] = [
  sound(
    "SQLAlchemy whose code replaces Heroku's scheme",
    alchemy([
      ENGINE,
      'engine = create_engine(os.environ["DATABASE_URL"].replace("postgres://", "postgresql://", 1))',
    ]),
  ),
  sound(
    "SQLAlchemy whose code replaces Heroku's scheme in the variables",
    alchemy([
      ENGINE,
      'if os.environ["DATABASE_URL"].startswith("postgres:"):',
      '    os.environ["DATABASE_URL"] = "postgresql:" + os.environ["DATABASE_URL"][9:]',
      'engine = create_engine(os.environ["DATABASE_URL"])',
    ]),
  ),
  sound(
    "SQLAlchemy of before 1.4",
    alchemy([ENGINE, 'engine = create_engine(os.environ["DATABASE_URL"])'], {
      "requirements.txt": "Flask==1.1.4\nSQLAlchemy==1.3.24\ngunicorn==20.1.0\npsycopg2-binary==2.9.10\n",
    }),
  ),
  sound(
    "SQLAlchemy at Heroku with another variable",
    alchemy([ENGINE, 'engine = create_engine(os.environ["SQLALCHEMY_URL"])'], {
      "app.json": '{ "addons": ["heroku-postgresql"], "env": { "SQLALCHEMY_URL": { "required": true } } }\n',
    }),
  ),
  sound(
    "SQLAlchemy with a Procfile and no database of Heroku",
    alchemy([ENGINE, 'engine = create_engine(os.environ["DATABASE_URL"])'], {
      "app.json": '{ "name": "elm" }\n',
    }),
  ),
  sound(
    "SQLAlchemy whose start replaces the scheme",
    alchemy([ENGINE, 'engine = create_engine(os.environ["DATABASE_URL"])'], {
      Procfile: "web: DATABASE_URL=${DATABASE_URL/postgres:/postgresql:} gunicorn wsgi:app\n",
    }),
  ),
  sound(
    "a pool of pg at Heroku with TLS",
    postgres([
      "export const pool = new pg.Pool({",
      "  connectionString: process.env.DATABASE_URL,",
      "  ssl: { rejectUnauthorized: false },",
      "});",
    ]),
  ),
  sound(
    "a pool of pg at Heroku with PGSSLMODE",
    postgres(["export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });"], {
      "app.json": '{ "addons": ["heroku-postgresql"], "env": { "PGSSLMODE": "no-verify" } }\n',
    }),
  ),
  sound(
    "a pool of pg whose URL gets its mode",
    postgres([
      'export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL + "?sslmode=no-verify" });',
    ]),
  ),
  sound(
    "a pool of pg with defaults of TLS",
    postgres([
      "pg.defaults.ssl = { rejectUnauthorized: false };",
      "export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });",
    ]),
  ),
  sound(
    "a pool of pg with settings of another file",
    postgres(
      [
        'import { settings } from "./settings.js";',
        "export const pool = new pg.Pool({ ...settings, connectionString: process.env.DATABASE_URL });",
      ],
      { "settings.js": "export const settings = { max: 8 };\n" },
    ),
  ),
  sound(
    "a pool of pg without a database of Heroku",
    postgres(["export const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL });"], {
      "app.json": '{ "name": "elm" }\n',
    }),
  ),
  sound("collectstatic with STATIC_ROOT", collecting(COLLECT, ['STATIC_ROOT = "/opt/static"'])),
  sound(
    "collectstatic with a storage elsewhere",
    collecting(COLLECT, ['STORAGES = {"staticfiles": {"BACKEND": "storages.backends.s3.S3Storage"}}']),
  ),
  sound(
    "collectstatic with settings that another package gives",
    collecting(COLLECT, ["import django_on_heroku", "django_on_heroku.settings(locals())"]),
  ),
  sound(
    "collectstatic with settings of another module",
    collecting(COLLECT, ["from shared_settings import *"]),
  ),
  sound(
    "collectstatic that may fail",
    collecting(`${INSTALL} && (python manage.py collectstatic --no-input || true)`),
  ),
  sound("a build without collectstatic", collecting(INSTALL)),
];
