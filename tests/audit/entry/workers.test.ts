import assert from "node:assert/strict";
import { auditFolder } from "../../../audit";
import { explainFolder } from "../../../audit/explain";
import { inFolder } from "../written-folder";

const BLUEPRINT = (type: string, start: string): string =>
  `services:\n  - type: ${type}\n    name: jobs\n    runtime: python\n    plan: starter\n    schedule: "0 3 * * *"\n    startCommand: ${start}\n`;
const FILES = {
  "requirements.txt": "celery\nrq\ndramatiq\narq\nhuey\ntaskiq\ndjango\n",
  Gemfile: 'gem "sidekiq"\ngem "rails"\n',
  "shop/jobs.py": "import os\n\napp = object()\n\n\nclass Settings:\n    functions = []\n",
  "manage.py": "import os\n",
};

describe("a worker's start command", () => {
  for (const command of [
    "celery -A shop.jobs worker --loglevel info",
    "celery -A shop.jobs beat",
    "python -m celery -A shop.jobs worker",
    "rq worker default",
    "dramatiq shop.jobs",
    "arq shop.jobs.Settings",
    "huey_consumer.py shop.jobs.app",
    "taskiq worker shop.jobs:app",
    "bundle exec sidekiq -C config/sidekiq.yml",
    "bundle exec rake jobs:work",
    "php artisan queue:work --tries=3",
  ])
    it(`leaves nothing undecided: ${command}`, () =>
      inFolder(
        { ...FILES, "render.yaml": BLUEPRINT("worker", command).replace(/.*schedule.*\n/, "") },
        (folder) => {
          const { findings, undecided } = auditFolder(folder);
          assert.deepEqual(
            [...findings, ...undecided].map(({ rule }) => rule),
            [],
          );
        },
      ));

  it("is followed to the file of its application", () =>
    inFolder({ ...FILES, "render.yaml": BLUEPRINT("worker", "celery -A shop.jobs worker") }, (folder) => {
      const chains = explainFolder(folder).flatMap((one) => one.chains);
      assert.deepEqual(
        chains.map(({ end, starts }) => [end, starts]),
        [["worker", ["shop/jobs.py"]]],
      );
    }));

  it("is one of compose too, where no type says so", () =>
    inFolder(
      {
        ...FILES,
        Dockerfile: 'FROM python:3.13\nCMD ["celery", "-A", "shop.jobs", "worker"]\n',
        "compose.yaml": "services:\n  jobs:\n    build: .\n    command: celery -A shop.jobs worker\n",
      },
      (folder) => assert.deepEqual(auditFolder(folder).undecided, []),
    ));

  it("is none where celery's monitor is started, which serves pages on a port of its own", () =>
    inFolder({ ...FILES, "render.yaml": BLUEPRINT("web", "celery -A shop.jobs flower") }, (folder) => {
      const told = auditFolder(folder).findings.find(({ rule }) => rule === "port/hard-coded");
      assert.equal(told?.got, "5555");
    }));
});

describe("a cron job ends where a worker's own option makes it", () => {
  for (const command of [
    "saq --check-health shop.jobs.settings",
    "huey_consumer.py -h",
    "arq --check shop.jobs.Settings",
    "dramatiq --version",
    "bundle exec sidekiq -V",
  ])
    it(command, () =>
      inFolder({ ...FILES, "render.yaml": BLUEPRINT("cron", command) }, (folder) =>
        assert.deepEqual(
          auditFolder(folder).findings.map(({ rule }) => rule),
          [],
        ),
      ),
    );

  it("and goes on running without it", () =>
    inFolder({ ...FILES, "render.yaml": BLUEPRINT("cron", "saq shop.jobs.settings") }, (folder) =>
      assert.deepEqual(
        auditFolder(folder).findings.map(({ rule }) => rule),
        ["service/start-command"],
      ),
    ));
});

describe("a program that is not known", () => {
  for (const type of ["worker", "cron"])
    it(`is asked nothing about a port by a ${type}`, () =>
      inFolder({ "render.yaml": BLUEPRINT(type, "./bin/nightly --now") }, (folder) => {
        const asked = auditFolder(folder).undecided.map(({ rule }) => rule);
        assert.deepEqual(
          asked.filter((rule) => /^port\/|loopback|native/.test(rule)),
          [],
        );
      }));
});
