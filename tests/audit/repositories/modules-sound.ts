// Longer than 200 lines: one list of modules that are there, or may be, each beside what is wrong elsewhere.
import { BLUEPRINT } from "./faulty";
import {
  ALEMBIC,
  before,
  CELERY,
  DJANGO,
  FAST,
  FLASK,
  MAIN,
  pip,
  SINATRA,
  variable,
  worker,
} from "./modules-faulty";
import type { SmallRepository } from "./repository";

const RUN = (module: string): string =>
  `import os\n\nimport uvicorn\n\nuvicorn.run("${module}", host="0.0.0.0", port=int(os.environ["PORT"]))\n`;
const ruby = (start: string): string => BLUEPRINT(start, "", "ruby").replace("make", "bundle install");

/** Modules, and files in their place, that are found where they are looked for. */
export const SOUND_MODULES: readonly SmallRepository[] = [
  {
    name: "a program of a folder that gives uvicorn a module beside it",
    files: {
      "render.yaml": pip("python src/run.py"),
      "requirements.txt": FAST["requirements.txt"],
      "src/main.py": MAIN,
      "src/run.py": RUN("main:app"),
    },
  },
  {
    name: "a factory of a package, and a name that an import brings",
    files: {
      "render.yaml": pip("python run.py"),
      "requirements.txt": FAST["requirements.txt"],
      "shop/__init__.py": "from .web import create_app\n",
      "shop/web.py": "from fastapi import FastAPI\n\n\ndef create_app():\n    return FastAPI()\n",
      "run.py": RUN("shop:create_app").replace('app", ', 'app", factory=True, '),
    },
  },
  {
    name: "a comment and another's example of uvicorn.run",
    files: {
      "render.yaml": pip("python run.py"),
      ...FAST,
      "run.py": `# uvicorn.run("other:app")\n${RUN("main:app")}`,
      "scripts/demo.py": 'import uvicorn\n\nuvicorn.run("demo:app")\n',
    },
  },
  {
    name: "an application of the command's own, which wins over gunicorn's configuration",
    files: {
      "render.yaml": pip("gunicorn -c gunicorn.conf.py shop.web:app"),
      "requirements.txt": "flask==3.1.0\ngunicorn==23.0.0\n",
      "gunicorn.conf.py":
        'import os\n\nwsgi_app = "shop.old:app"\nbind = f"0.0.0.0:{os.environ[\'PORT\']}"\n',
      "shop/__init__.py": "",
      "shop/web.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
  },
  {
    name: "celery with the package, whose celery.py it finds",
    files: { "render.yaml": worker("celery -A shop worker --loglevel=info"), ...CELERY },
  },
  {
    name: "celery with an object of a module, by dots",
    files: { "render.yaml": worker("celery -A shop.celery.app beat"), ...CELERY },
  },
  {
    name: "celery with a name that the package imports",
    files: { "render.yaml": worker("celery -A shop.celery_app worker"), ...CELERY },
  },
  {
    name: "celery in a folder that it goes to by its own option",
    files: {
      "render.yaml": worker("celery --workdir backend -A shop worker"),
      "requirements.txt": CELERY["requirements.txt"],
      "backend/shop/__init__.py": CELERY["shop/__init__.py"],
      "backend/shop/celery.py": CELERY["shop/celery.py"],
    },
  },
  {
    name: "rq with the names of queues",
    files: {
      "render.yaml": worker("rq worker high default --url $REDIS_URL"),
      "requirements.txt": "rq==2.0.0\n",
      "jobs.py": "def send():\n    pass\n",
    },
  },
  {
    name: "dramatiq with modules and a broker",
    files: {
      "render.yaml": worker("dramatiq shop:broker shop.tasks --processes 2 --threads 4"),
      "requirements.txt": "dramatiq==1.17.0\n",
      "shop/__init__.py": "broker = None\n",
      "shop/tasks.py": "import dramatiq\n",
    },
  },
  {
    name: "arq with settings of a module",
    files: {
      "render.yaml": worker("arq shop.worker.WorkerSettings --watch shop"),
      "requirements.txt": "arq==0.26.0\n",
      "shop/__init__.py": "",
      "shop/worker.py": "class WorkerSettings:\n    functions = []\n",
    },
  },
  {
    name: "python -m and a module of Python's own, and one of a package",
    files: {
      "render.yaml": `${worker("python -m http.server $PORT")}${worker(
        "python -m prometheus_client.exposition",
      )
        .replace("services:\n", "")
        .replace("jobs", "more")}`,
      "requirements.txt": "redis==5.2.0\n",
      "httpd.py": "print(1)\n",
    },
  },
  {
    name: "python -m and a folder without __init__.py",
    files: {
      "render.yaml": worker("python -m jobs.nightly"),
      "requirements.txt": "redis==5.2.0\n",
      "jobs/nightly/__main__.py": "print(1)\n",
    },
  },
  {
    name: "FLASK_APP as a file, a factory with arguments, and a package",
    files: {
      "render.yaml": pip("flask run --host 0.0.0.0 --port $PORT", variable("FLASK_APP", "wsgi.py")),
      ...FLASK,
      ".env.staging": "FLASK_APP=\"shop:create_app('staging')\"\n",
      ".env.production": "FLASK_APP=shop\n",
    },
  },
  {
    name: "FLASK_APP that the command replaces",
    files: {
      "render.yaml": pip(
        "flask --app wsgi run --host 0.0.0.0 --port $PORT",
        variable("FLASK_APP", "shop.main"),
      ),
      ...FLASK,
    },
  },
  {
    name: "Django's settings in a package of settings",
    files: {
      "render.yaml": pip(
        "gunicorn config.wsgi:application",
        variable("DJANGO_SETTINGS_MODULE", "config.settings.production"),
      ),
      ...DJANGO,
    },
  },
  {
    name: "Django's settings of a variable, where wsgi.py's are not there",
    files: {
      "render.yaml": pip(
        "gunicorn config.wsgi:application",
        variable("DJANGO_SETTINGS_MODULE", "config.settings"),
      ),
      ...DJANGO,
      "config/wsgi.py": DJANGO["config/wsgi.py"].replace("settings.production", "settings.prod"),
    },
  },
  {
    name: "Django's settings of a package that is installed",
    files: {
      "render.yaml": pip(
        "gunicorn config.wsgi:application",
        variable("DJANGO_SETTINGS_MODULE", "saleor.settings"),
      ),
      ...DJANGO,
      "requirements.txt": `${DJANGO["requirements.txt"]}saleor==3.20.0\n`,
    },
  },
  {
    name: "a Django project of a folder below, which the command goes to",
    files: {
      "render.yaml": pip("cd backend && gunicorn config.wsgi:application"),
      "requirements.txt": DJANGO["requirements.txt"],
      ...Object.fromEntries(
        Object.entries(DJANGO)
          .filter(([name]) => name !== "requirements.txt")
          .map(([name, text]) => [`backend/${name}`, text]),
      ),
    },
  },
  {
    name: "alembic with a folder beside its settings",
    files: {
      "render.yaml": before("alembic -c backend/alembic.ini upgrade head"),
      ...ALEMBIC,
      "backend/alembic.ini": "[alembic]\nscript_location = %(here)s/db\n",
      "backend/db/env.py": ALEMBIC["migrations/env.py"],
    },
  },
  {
    name: "alembic with a package's folder, and one with settings in pyproject.toml",
    files: {
      "render.yaml": before("alembic upgrade head"),
      ...ALEMBIC,
      "alembic.ini": "[alembic]\nscript_location = shop:migrations\n",
      "shop/__init__.py": "",
      "shop/migrations/env.py": ALEMBIC["migrations/env.py"],
    },
  },
  {
    name: "alembic's settings in pyproject.toml alone",
    files: {
      "render.yaml": before("alembic upgrade head"),
      ...ALEMBIC,
      "pyproject.toml": '[tool.alembic]\nscript_location = "migrations"\n',
    },
  },
  {
    name: "puma with a rackup of another name",
    files: {
      "render.yaml": ruby("bundle exec puma -b tcp://0.0.0.0:$PORT web.ru"),
      ...SINATRA,
      "web.ru": 'require "./app"\nrun App\n',
    },
  },
  {
    name: "puma whose configuration names the rackup",
    files: {
      "render.yaml": ruby("bundle exec puma -C config/puma.rb"),
      ...SINATRA,
      "config/puma.rb": 'rackup "config/web.ru"\nbind "tcp://0.0.0.0:#{ENV.fetch("PORT")}"\n',
      "config/web.ru": 'require "./app"\nrun App\n',
    },
  },
  {
    name: "sidekiq with a folder of Rails, and with a file without its ending",
    files: {
      "render.yaml": worker(
        "bundle exec sidekiq -r ./lib/worker.rb -C config/sidekiq.yml",
        "ruby",
        "bundle install",
      ),
      ...SINATRA,
      "lib/worker.rb": 'require "sidekiq"\n',
      "config/sidekiq.yml": ":concurrency: 5\n",
    },
  },
];
