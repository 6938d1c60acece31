import assert from "node:assert/strict";
import { type Fact, known } from "../../../domain";
import { ignoredFiles } from "../../../platforms/render/ignored-files";
import { start } from "../../rules/facts";

const place = {
  source: "resource",
  urn: "urn:pulumi:staging::acme::t::api",
  property: "startCommand",
} as const;

const named = (command: string, files: readonly string[] = []) =>
  ignoredFiles([{ ...start(command), place } as Fact], known(files)).map(({ why }) => why.split(":")[0]);

/** Each command, and the files that it reads and that git usually ignores. */
const COMMANDS: readonly (readonly [command: string, ...names: string[]])[] = [
  [". .env && gunicorn main:app", ".env"],
  ["source ./.env.production; gunicorn main:app", ".env.production"],
  ["node --env-file=.env dist/main.js", ".env"],
  ["npx env-cmd -f .env.production node dist/main.js", ".env.production"],
  ["set -a && . .env && . .env.local && gunicorn main:app", ".env", ".env.local"],
  ["cp .env.example .env && . .env && gunicorn main:app"],
  ["cp /etc/secrets/production ./.env; set -a; . ./.env; gunicorn main:app"],
  ["ln -sf /etc/secrets/production .env && node --env-file=.env dist/main.js"],
  ["mv .env.production .env && source .env && gunicorn main:app"],
  ["touch .env && . .env && gunicorn main:app"],
  ["printenv > .env && node --env-file=.env dist/main.js"],
  ["echo $SETTINGS | base64 -d >> ./.env; . ./.env; gunicorn main:app"],
  ["printenv | tee .env && . .env && gunicorn main:app"],
  ["install -m 600 /etc/secrets/production .env && . .env && gunicorn main:app"],
  ["curl -fsS -o .env $SETTINGS_URL && . .env && gunicorn main:app"],
  ["[ -f .env ] && . .env; gunicorn main:app"],
  ["if [ -r ./.env ]; then . ./.env; fi; gunicorn main:app"],
  [". .env || true; gunicorn main:app"],
  [". .env 2>/dev/null; gunicorn main:app"],
  ["cp .env.example .env.local && . .env && gunicorn main:app", ".env"],
  ["cp .env /tmp/settings && . .env && gunicorn main:app", ".env"],
  [". .env && cp .env.example .env && gunicorn main:app", ".env"],
  ["python wait.py 2>/dev/null; . .env && gunicorn main:app", ".env"],
  ["python wait.py || true; . .env && gunicorn main:app", ".env"],
  ["cp a b; . .env && gunicorn main:app", ".env"],
  ["node --env-file-if-exists=.env dist/main.js"],
];

describe("A file of variables that git usually ignores", () => {
  for (const [command, ...names] of COMMANDS) {
    it(`is ${names.length > 0 ? `missed: ${names.join(" and ")}` : "not missed"} in \`${command}\``, () => {
      assert.deepEqual(named(command), names);
    });
  }

  it("is there where the program declares a secret file of its name", () => {
    assert.deepEqual(named(". .env && gunicorn main:app", [".env"]), []);
  });

  it("is missed once, however often a command reads it", () => {
    assert.deepEqual(named(". .env && python migrate.py; . .env && gunicorn main:app"), [".env"]);
  });
});
