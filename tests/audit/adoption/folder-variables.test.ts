import assert from "node:assert/strict";
import { adoptFolder, type StackDraft } from "../../../audit";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const url = (project: string): string =>
  `postgresql://postgres.${project}:Kx9fTq2vLw7c@aws-0-eu-central-1.pooler.supabase.com:6543/postgres`;
const PRODUCTION = "tsrqponmlkjihgfedcba";
const STAGING = "abcdefghijklmnopqrst";

const blueprint = (folder = ""): string => `services:
  - { type: web, name: shop-web, runtime: python, startCommand: gunicorn shop.wsgi, envVars: [{ fromGroup: shop }] }
  - { type: worker, name: shop-worker, runtime: python, ${folder}startCommand: celery -A shop worker, envVars: [{ fromGroup: shop }] }
  - { type: cron, name: shop-nightly, runtime: python, ${folder}schedule: "0 3 * * *", startCommand: python nightly.py, envVars: [{ fromGroup: shop }] }
envVarGroups:
  - name: shop
    envVars:
      - { key: REDIS_URL, value: "redis://red-production:6379" }
      - { key: DATABASE_URL, value: "${url(PRODUCTION)}" }
`;
const FILES = {
  "requirements.txt": "django\npsycopg\ncelery\n",
  ".env.staging": `DATABASE_URL=${url(STAGING)}\nREDIS_URL=redis://red-staging:6379\nPORT=8000\n`,
  ".env.production": `DATABASE_URL=${url(PRODUCTION)}\nSENTRY_RELEASE=7\n`,
};

const draftsOf = (files: Readonly<Record<string, string>>): ReadonlyMap<string, StackDraft> =>
  inFolder(files, (folder) => {
    const drafts = adoptFolder(folder, { include: [".env*"] }).drafts(ORIGIN);
    return new Map(drafts.map((draft) => [draft.environment, draft]));
  });

const projectOf = (draft: StackDraft | undefined): unknown =>
  (draft?.database?.find(({ key }) => key === "supabase")?.value as { projectRef?: string } | undefined)
    ?.projectRef;

describe("An env file of a folder that several services have", () => {
  it("holds for each of them, and what is assumed is said", () => {
    const drafts = draftsOf({ "render.yaml": blueprint(), ...FILES });
    const staging = drafts.get("staging");
    assert.deepEqual(staging?.databases, []);
    assert.equal(projectOf(staging), STAGING);
    const shared = staging?.shared.map(({ key, value, note, assumed }) => ({ key, value, note, assumed }));
    assert.deepEqual(shared, [
      {
        key: "REDIS_URL",
        value: "redis://red-staging:6379",
        note: "assumed: .env.staging:2:1, for each service of its folder",
        assumed: true,
      },
    ]);
    const variables = staging?.services.map(({ variables }) => variables.map(({ key }) => key));
    assert.deepEqual(variables, [[], [], []]);
    assert.deepEqual(staging?.assumptions, [
      ".env.staging is taken for shop-worker, shop-nightly too: it is in the same folder, and no file is theirs alone.",
    ]);
    assert.deepEqual(
      staging?.secrets.map(({ key }) => key),
      ["portcullis:databasePassword"],
    );
  });

  it("takes the place of nothing that a manifest says of production", () => {
    const production = draftsOf({ "render.yaml": blueprint(), ...FILES }).get("production");
    assert.equal(projectOf(production), PRODUCTION);
    assert.deepEqual(
      production?.shared.map(({ key, value }) => [key, value]),
      [
        ["REDIS_URL", "redis://red-production:6379"],
        ["SENTRY_RELEASE", "7"],
      ],
    );
  });

  it("leaves a service of another folder without production's database", () => {
    const drafts = draftsOf({ "render.yaml": blueprint("rootDir: jobs, "), "jobs/nightly.py": "", ...FILES });
    const staging = drafts.get("staging");
    assert.doesNotMatch(JSON.stringify(staging?.databases), new RegExp(PRODUCTION));
    assert.deepEqual(
      staging?.secrets.map(({ key, note }) => [key, note]),
      [
        ["portcullis:databases.shop-web.password", ".env.staging:1:1"],
        [
          "portcullis:databases.shop-worker.url",
          "no file says which database staging has: render.yaml:9:37 names no environment, so it may be production's",
        ],
      ],
    );
    const worker = staging?.services.find(({ key }) => key === "shop-worker");
    assert.deepEqual(
      worker?.variables.map(({ key, note, assumed }) => [key, note, assumed]),
      [["REDIS_URL", "assumed: render.yaml:8:34, which names no environment", true]],
    );
  });
});
