import assert from "node:assert/strict";
import { misspeltOption } from "../../../domain/start-command/misspelt-option";

describe("An option that is nearly another one", () => {
  const of = (command: string) => misspeltOption(command, () => undefined);

  for (const [command, meant] of [
    ["uvicorn main:app --host 0.0.0.0 --port $PORT --worker 2", "--workers"],
    ["poetry run uvicorn main:app --logLevel info", "--log-level"],
    ["uvicorn main:app --proxy_headers", "--proxy-headers"],
    // A later version may have it.
    ["uvicorn main:app --some-newer-option 2", "as of"],
    ["gunicorn main:app --debug", "as of"],
    ["celery -A shop worker --log-level=info", "--loglevel"],
    ["python -m celery -A shop beat --log-level info", "--loglevel"],
    ["celery worker -A shop -l info", "before the subcommand"],
    ["poetry run celery worker --app=shop", "before the subcommand"],
  ] as const) {
    it(`leaves undecided: ${command}`, () => assert.match(of(command) ?? "", new RegExp(meant)));
  }

  for (const command of [
    "uvicorn main:app --workers 2 --log-level info --no-access-log --proxy-headers",
    "gunicorn main:app --worker 2",
    "celery -A shop worker --loglevel=info --concurrency 2 -B -Q mail,default",
    "celery -A shop beat -l info --schedule /tmp/beat",
    "celery --app shop worker --hostname celery@%h",
    "echo celery worker -A shop",
    "uvicorn --help --worker",
  ]) {
    it(`says nothing of: ${command}`, () => assert.equal(of(command), undefined));
  }
});
