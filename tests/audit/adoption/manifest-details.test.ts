import assert from "node:assert/strict";
import { adoptFolder, type StackDraft } from "../../../audit";
import { assumedIn } from "../../../cli/adopt/report";
import { stackDocument } from "../../../cli/adopt/stack-document";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const draftOf = (files: Readonly<Record<string, string>>): StackDraft =>
  inFolder(files, (folder) => {
    const [draft] = adoptFolder(folder).drafts(ORIGIN);
    assert.ok(draft);
    return draft;
  });
const fieldsOf = (draft: StackDraft, index = 0) =>
  Object.fromEntries((draft.services[index]?.fields ?? []).map((field) => [field.key, field]));

const SECRET = "k9Xv2mQp7LwZ4tRb";
const FLASK = {
  "requirements.txt": "flask\ngunicorn\npsycopg2\n",
  "app.py": 'import os, psycopg2\npsycopg2.connect(os.environ["DATABASE_URL"])\n',
};

describe("What adopt reads of a manifest", () => {
  it("is Fly's release command and region, of which Render has another", () => {
    const draft = draftOf({
      ...FLASK,
      "fly.toml":
        'app = "shop"\nprimary_region = "cdg"\n\n[deploy]\n  release_command = "flask db upgrade"\n\n[processes]\n  web = "gunicorn app:app"\n  jobs = "python jobs.py"\n\n[http_service]\n  internal_port = 8080\n  processes = ["web"]\n',
    });
    const web = fieldsOf(draft);
    assert.equal(web.preDeploy?.value, "flask db upgrade");
    assert.match(web.preDeploy?.note ?? "", /^fly\.toml:5:/);
    assert.equal(web.region?.value, "frankfurt");
    assert.match(web.region?.note ?? "", /^assumed: the nearest to `cdg` of fly\.toml:2:/);
    const jobs = fieldsOf(draft, 1);
    assert.equal(jobs.region?.value, "frankfurt");
    assert.equal(jobs.preDeploy, undefined);
  });

  it("is a kind at its own line, not at the command's", () => {
    const draft = draftOf({
      ...FLASK,
      "render.yaml":
        "services:\n  - type: worker\n    name: jobs\n    runtime: python\n    startCommand: python jobs.py\n",
    });
    assert.equal(fieldsOf(draft).type?.note, "render.yaml:2:11");
  });

  it("is the database that is called as the user is, of a URL that names none", () => {
    const of = (url: string) => {
      const { database = [], secrets } = draftOf({ ...FLASK, ".env.production": `DATABASE_URL=${url}\n` });
      return [database.find(({ key }) => key === "name")?.value, ...secrets.map(({ key }) => key)];
    };
    assert.deepEqual(of("postgresql://shop:canary@db.acme.com:5432"), [
      "shop",
      "portcullis:databasePassword",
    ]);
    assert.deepEqual(of("postgresql://postgres:canary@db.acme.com/"), [
      undefined,
      "portcullis:databasePassword",
    ]);
  });

  it("is a secret in base64 or hexadecimal digits, and a Basic header: typed, or taken out of a command", () => {
    const bytes = Buffer.from(SECRET);
    const header = Buffer.from(`api:${SECRET}`).toString("base64");
    const draft = draftOf({
      ...FLASK,
      ".env.production": [
        "DATABASE_URL=postgresql://shop:canary@db.acme.com/shop",
        `API_SECRET=${SECRET}`,
        `UPSTREAM_HEADER=${header}`,
        `CHECK=${bytes.toString("hex")}`,
        `PROXY=Basic ${Buffer.from("someone:else").toString("base64")}`,
        "SCHEME=Basic authentication",
      ].join("\n"),
      Procfile: `web: gunicorn app:app --header ${bytes.toString("base64")}\n`,
    });
    const text = stackDocument(draft) + JSON.stringify(draft);
    for (const copy of [SECRET, header, bytes.toString("hex"), bytes.toString("base64").slice(0, 20)])
      assert.ok(!text.includes(copy), copy);
    const [service] = draft.services;
    assert.deepEqual(
      service?.secrets.map(({ name }) => name).filter((name) => /^[A-Z]+(_[A-Z]+)?$/.test(name)),
      ["API_SECRET", "UPSTREAM_HEADER", "CHECK", "PROXY", "START_SECRET"],
    );
    assert.deepEqual(
      service?.variables.map(({ key, value }) => [key, value]),
      [["SCHEME", "Basic authentication"]],
    );
  });

  it("is no name of an environment where no file has one, and production is said to be assumed", () => {
    const draft = draftOf({ ...FLASK, Procfile: "web: gunicorn app:app\n" });
    assert.equal(draft.environment, "production");
    assert.equal(assumedIn(draft)[0], "the stack's name");
    assert.match(stackDocument(draft), /No file of the repository names an environment/);
    const named = draftOf({
      ...FLASK,
      ".env.production": "LOG_LEVEL=info\n",
      Procfile: "web: gunicorn app:app\n",
    });
    assert.doesNotMatch(stackDocument(named), /No file of the repository names an environment/);
  });
});
