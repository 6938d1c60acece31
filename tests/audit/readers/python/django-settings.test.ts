import assert from "node:assert/strict";
import { auditFolder } from "../../../../audit";
import { inFolder } from "../../written-folder";

const BASE = 'ROOT_URLCONF = "shop.urls"\nINSTALLED_APPS = ["django.contrib.auth"]\n';
const repository = (settings: Readonly<Record<string, string>>, variables: readonly string[]) => ({
  "render.yaml": [
    ...["services:", "  - type: web", "    name: shop", "    runtime: python", "    plan: starter"],
    ...["    startCommand: gunicorn shop.wsgi", "    healthCheckPath: /"],
    ...(variables.length === 0 ? [] : ["    envVars:"]),
    ...variables.flatMap((name) => [`      - key: ${name}`, "        sync: false"]),
    "",
  ].join("\n"),
  "requirements.txt": "Django==5.2.1\ngunicorn==23.0.0\n",
  "manage.py": "import os\n",
  "shop/__init__.py": "",
  "shop/wsgi.py":
    'import os\n\nfrom django.core.wsgi import get_wsgi_application\n\nos.environ.setdefault("DJANGO_SETTINGS_MODULE", "shop.settings")\napplication = get_wsgi_application()\n',
  ...settings,
});

const one = (line: string) => ({ "shop/settings.py": `${BASE}${line}\n` });
const of = (base: string, production: string) => ({
  "shop/settings/__init__.py": "from .production import *\n",
  "shop/settings/base.py": `${BASE}${base}\n`,
  "shop/settings/production.py": `from .base import *\n\n${production}\n`,
});
const HOSTS = "service/allowed-hosts";
const DEBUG = "environment/debug-in-production";

describe("Django's settings", () => {
  for (const [name, settings, expected, variables = ["SECRET_KEY"]] of [
    ["a default of django-environ", one('ALLOWED_HOSTS = env.list("HOSTS", default=["localhost"])'), [HOSTS]],
    [
      "a default of python-decouple",
      one('ALLOWED_HOSTS = config("HOSTS", default="127.0.0.1", cast=Csv())'),
      [HOSTS],
    ],
    [
      "a default of os.environ",
      one('ALLOWED_HOSTS = os.environ.get("HOSTS", "localhost,127.0.0.1").split(",")'),
      [HOSTS],
    ],
    ["an empty default", one('ALLOWED_HOSTS = env.list("HOSTS", default=[])'), [HOSTS]],
    [
      "a variable that the Blueprint has",
      one('ALLOWED_HOSTS = env.list("HOSTS", default=[])'),
      [],
      ["HOSTS"],
    ],
    ["a Blueprint that lists no variables", one('ALLOWED_HOSTS = env.list("HOSTS", default=[])'), [], []],
    [
      "the platform's own variable",
      one('ALLOWED_HOSTS = env.list("RENDER_EXTERNAL_HOSTNAME", default=["localhost"])'),
      [],
    ],
    [
      "a default with the host",
      one('ALLOWED_HOSTS = env.list("HOSTS", default=["localhost", ".onrender.com"])'),
      [],
    ],
    [
      "a default that is extended",
      one('ALLOWED_HOSTS = env.list("HOSTS", default=[])\nALLOWED_HOSTS.append(host)'),
      [],
    ],
    ["DEBUG on by default", one('DEBUG = env.bool("DEBUG", default=True)'), [DEBUG]],
    ["DEBUG on by default, compared", one('DEBUG = os.getenv("DEBUG", "True").lower() == "true"'), [DEBUG]],
    [
      "DEBUG on by default, one of several",
      one('DEBUG = os.environ.get("DEBUG", "1") in ("1", "true")'),
      [DEBUG],
    ],
    ["DEBUG off by default", one('DEBUG = os.environ.get("DEBUG", "0") in ("1", "true")'), []],
    ["DEBUG off by default, by a switch", one('DEBUG = config("DEBUG", default=False, cast=bool)'), []],
    ["DEBUG that the Blueprint sets", one('DEBUG = env.bool("DEBUG", default=True)'), [], ["DEBUG"]],
    [
      "settings that another file's win over",
      of("DEBUG = True\nALLOWED_HOSTS = []", 'DEBUG = False\nALLOWED_HOSTS = [".onrender.com"]'),
      [],
    ],
    ["settings that win over another file's", of("DEBUG = False", 'ALLOWED_HOSTS = ["localhost"]'), [HOSTS]],
    [
      "settings that a later file may set again",
      of("", 'ALLOWED_HOSTS = ["localhost"]\nfrom .secrets import *'),
      [],
    ],
  ] as const)
    it(`are judged by what counts: ${name}`, () =>
      inFolder(repository(settings, variables), (folder) => {
        const found = auditFolder(folder).findings.map(({ rule }) => rule);
        assert.deepEqual(
          found.filter((rule) => rule === HOSTS || rule === DEBUG),
          expected,
        );
      }));
});
