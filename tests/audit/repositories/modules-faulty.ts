// Longer than 200 lines: one list of modules that commands, variables and code name and the repository does not have.
import { BLUEPRINT } from "./faulty";
import type { FaultyRepository } from "./repository";

const MODULE = "service/missing-application";
const FILE = "service/missing-file";
export const MAIN = "from fastapi import FastAPI\n\napp = FastAPI()\n";
export const FAST = { "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\n", "main.py": MAIN };
export const CELERY = {
  "requirements.txt": "celery==5.4.0\nredis==5.2.0\ndjango==5.1.0\n",
  "shop/__init__.py": "from .celery import app as celery_app\n",
  "shop/celery.py": 'from celery import Celery\n\napp = Celery("shop")\n',
  "shop/tasks.py": "from .celery import app\n\n\n@app.task\ndef send():\n    pass\n",
};
export const DJANGO = {
  "requirements.txt": "django==5.1.0\ngunicorn==23.0.0\n",
  "manage.py":
    'import os\nimport sys\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")\n\nfrom django.core.management import execute_from_command_line\n\nexecute_from_command_line(sys.argv)\n',
  "config/__init__.py": "",
  "config/settings/__init__.py": "",
  "config/settings/base.py": 'import os\n\nSECRET_KEY = os.environ["SECRET_KEY"]\n',
  "config/settings/local.py": 'from .base import *\n\nALLOWED_HOSTS = [".onrender.com"]\n',
  "config/settings/production.py": 'from .base import *\n\nALLOWED_HOSTS = [".onrender.com"]\n',
  "config/wsgi.py":
    'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.production")\n\napplication = get_wsgi_application()\n',
};
export const pip = (start: string, more = ""): string =>
  BLUEPRINT(start, more).replace("make", "pip install -r requirements.txt");
export const variable = (name: string, value: string): string =>
  `    envVars:\n      - key: ${name}\n        value: ${value}\n`;
export const worker = (
  start: string,
  runtime = "python",
  build = "pip install -r requirements.txt",
): string =>
  `services:\n  - type: worker\n    name: jobs\n    runtime: ${runtime}\n    plan: starter\n    buildCommand: ${build}\n    startCommand: ${start}\n`;
export const before = (command: string): string =>
  pip("uvicorn main:app --host 0.0.0.0 --port $PORT", `    preDeployCommand: ${command}\n`);
export const ALEMBIC = {
  "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\nalembic==1.14.0\nsqlalchemy==2.0.36\n",
  "main.py": MAIN,
  "migrations/env.py": "from alembic import context\n\ncontext.configure()\n",
};
export const FLASK = {
  "requirements.txt": "flask==3.1.0\n",
  "shop/__init__.py": "from flask import Flask\n\n\ndef create_app():\n    return Flask(__name__)\n",
  "wsgi.py": "from shop import create_app\n\napp = create_app()\n",
};
export const SINATRA = {
  Gemfile: 'source "https://rubygems.org"\n\ngem "sinatra"\ngem "puma"\ngem "sidekiq"\n',
  "app.rb": 'require "sinatra/base"\n\nclass App < Sinatra::Base\nend\n',
};

/** A module, or a file in its place, that is not there under the name that is written. */
export const FAULTY_MODULES: readonly FaultyRepository[] = [
  {
    name: "a program that gives uvicorn a misspelt module",
    files: {
      "render.yaml": pip("python main.py"),
      ...FAST,
      "main.py": `${MAIN}\nif __name__ == "__main__":\n    import os\n    import uvicorn\n\n    uvicorn.run("mian:app", host="0.0.0.0", port=int(os.environ["PORT"]))\n`,
    },
    finds: [`${MODULE} main.py:9`],
  },
  {
    name: "a program that gives uvicorn a name that its module has not",
    files: {
      "render.yaml": pip("python run.py"),
      ...FAST,
      "run.py":
        'import os\n\nimport uvicorn\n\nuvicorn.run("main:application", host="0.0.0.0", port=int(os.environ["PORT"]))\n',
    },
    finds: [`${MODULE} run.py:5`],
  },
  {
    name: "an application in gunicorn's configuration that is not there",
    files: {
      "render.yaml": pip("gunicorn -c gunicorn.conf.py"),
      "requirements.txt": "flask==3.1.0\ngunicorn==23.0.0\n",
      "gunicorn.conf.py":
        'import os\n\nwsgi_app = "shop.wsgi:app"\nbind = f"0.0.0.0:{os.environ[\'PORT\']}"\n',
      "shop/__init__.py": "",
      "shop/web.py": "from flask import Flask\n\napp = Flask(__name__)\n",
    },
    finds: [`${MODULE} gunicorn.conf.py:3`],
  },
  {
    name: "celery with a misspelt package",
    files: { "render.yaml": worker("celery -A shpo worker"), ...CELERY },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "celery with a module that the package has not",
    files: { "render.yaml": worker("celery --app=shop.worker worker -l info"), ...CELERY },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "dramatiq with a module that the package has not",
    files: {
      "render.yaml": worker("dramatiq shop.jobs"),
      "requirements.txt": "dramatiq==1.17.0\n",
      "shop/__init__.py": "",
      "shop/tasks.py": "import dramatiq\n",
    },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "arq with settings that the module has not",
    files: {
      "render.yaml": worker("arq shop.worker.Settings"),
      "requirements.txt": "arq==0.26.0\n",
      "shop/__init__.py": "",
      "shop/worker.py": "class WorkerSettings:\n    functions = []\n",
    },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "python -m and a module that the package has not",
    files: {
      "render.yaml": pip("python -m shop.sever"),
      "requirements.txt": "fastapi==0.115.0\nuvicorn==0.34.0\n",
      "shop/__init__.py": "",
      "shop/server.py":
        'import os\n\nimport uvicorn\nfrom fastapi import FastAPI\n\napp = FastAPI()\nuvicorn.run(app, host="0.0.0.0", port=int(os.environ["PORT"]))\n',
    },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "python -m and a module's name that is near",
    files: {
      "render.yaml": worker("python -m wroker"),
      "requirements.txt": "redis==5.2.0\n",
      "worker.py": "print(1)\n",
    },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "FLASK_APP with a module that the package has not",
    files: {
      "render.yaml": pip("flask run --host 0.0.0.0 --port $PORT", variable("FLASK_APP", "shop.main")),
      ...FLASK,
    },
    finds: [`${MODULE} render.yaml:11`],
  },
  {
    name: "DJANGO_SETTINGS_MODULE with a slip",
    files: {
      "render.yaml": pip(
        "gunicorn config.wsgi:application",
        variable("DJANGO_SETTINGS_MODULE", "config.settings.prod"),
      ),
      ...DJANGO,
    },
    finds: [`${MODULE} render.yaml:11`],
  },
  {
    name: "Django's settings that wsgi.py names and a rename left behind",
    files: {
      "render.yaml": pip("gunicorn config.wsgi:application"),
      ...DJANGO,
      "config/wsgi.py": DJANGO["config/wsgi.py"].replace("settings.production", "settings.prod"),
    },
    finds: [`${MODULE} config/wsgi.py:5`],
  },
  {
    name: "manage.py runserver where manage.py is in a folder below",
    files: {
      "render.yaml": pip("python manage.py runserver 0.0.0.0:$PORT"),
      "requirements.txt": DJANGO["requirements.txt"],
      ...Object.fromEntries(
        Object.entries(DJANGO)
          .filter(([name]) => name !== "requirements.txt")
          .map(([name, text]) => [`backend/${name}`, text]),
      ),
    },
    finds: [`${FILE} render.yaml:7`],
  },
  {
    name: "alembic's script_location, which is another folder",
    files: {
      "render.yaml": before("alembic upgrade head"),
      ...ALEMBIC,
      "alembic.ini": "[alembic]\nscript_location = alembic\nprepend_sys_path = .\n",
    },
    finds: [`${FILE} render.yaml:9`],
  },
  {
    name: "alembic, whose settings are in a folder below",
    files: {
      "render.yaml": before("alembic upgrade head"),
      ...ALEMBIC,
      "backend/alembic.ini": "[alembic]\nscript_location = migrations\n",
    },
    finds: [`${FILE} render.yaml:9`],
  },
  {
    name: "hypercorn with a module that the package has not",
    files: {
      "render.yaml": pip("hypercorn shop.mian:app --bind 0.0.0.0:$PORT"),
      "requirements.txt": "hypercorn==0.17.0\nquart==0.20.0\n",
      "shop/__init__.py": "",
      "shop/main.py": "from quart import Quart\n\napp = Quart(__name__)\n",
    },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "granian with a name that the module has not",
    files: {
      "render.yaml": pip("granian --interface asgi --host 0.0.0.0 --port $PORT main:api"),
      "requirements.txt": "granian==1.7.0\nfastapi==0.115.0\n",
      "main.py": MAIN,
    },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "daphne with a module that the project has not",
    files: {
      "render.yaml": pip("daphne -b 0.0.0.0 -p $PORT config.asgi:application"),
      ...DJANGO,
      "requirements.txt": "django==5.1.0\ndaphne==4.1.0\n",
    },
    finds: [`${MODULE} render.yaml:7`],
  },
  {
    name: "puma without config.ru",
    files: {
      "render.yaml": BLUEPRINT("bundle exec puma -b tcp://0.0.0.0:$PORT", "", "ruby").replace(
        "make",
        "bundle install",
      ),
      ...SINATRA,
    },
    finds: [`${FILE} render.yaml:7`],
  },
  {
    name: "sidekiq with a file that is not there",
    files: {
      "render.yaml": worker("bundle exec sidekiq -r ./wroker.rb", "ruby", "bundle install"),
      ...SINATRA,
      "worker.rb": 'require "sidekiq"\n',
    },
    finds: [`${FILE} render.yaml:7`],
  },
];
