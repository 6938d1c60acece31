import assert from "node:assert/strict";
import { withoutCommandSecrets } from "../../../audit/adoption/command-secrets";

const PASSWORD = "canary-Zk3v9Qm2";

/** Written before the first run: a command, what is written, and which variables are typed. */
const CASES: readonly (readonly [command: string, written: string, names: readonly string[]])[] = [
  ["uvicorn main:app --port $PORT", "uvicorn main:app --port $PORT", []],
  [
    `BROKER_URL=redis://u:${PASSWORD}@cache.acme.com celery`,
    'BROKER_URL="$BROKER_URL" celery',
    ["BROKER_URL"],
  ],
  [
    `export API_KEY='${PASSWORD}' && node server.js`,
    'export API_KEY="$API_KEY" && node server.js',
    ["API_KEY"],
  ],
  [`python main.py --token ${PASSWORD}`, 'python main.py --token "$START_TOKEN"', ["START_TOKEN"]],
  [
    `python main.py --db-password="${PASSWORD}"`,
    'python main.py --db-password="$START_DB_PASSWORD"',
    ["START_DB_PASSWORD"],
  ],
  [
    `psql "postgresql://app:${PASSWORD}@db.acme.com/app" -c "select 1"`,
    'psql "$START_URL" -c "select 1"',
    ["START_URL"],
  ],
  [
    `A_URL=redis://u:${PASSWORD}@a.com B_URL=redis://u:${PASSWORD}@b.com x`,
    'A_URL="$A_URL" B_URL="$B_URL" x',
    ["A_URL", "B_URL"],
  ],
  [`python main.py # auth=("me", "${PASSWORD}")`, 'python main.py # auth="$auth"', ["auth"]],
  ["gunicorn app --bind 0.0.0.0:8000 --workers=4", "gunicorn app --bind 0.0.0.0:8000 --workers=4", []],
  [
    "DATABASE_URL=postgresql://postgres:postgres@localhost/app node x",
    "DATABASE_URL=postgresql://postgres:postgres@localhost/app node x",
    [],
  ],
  [
    `pulumi config set --secret acme:dbPassword ${PASSWORD} && pulumi up`,
    'pulumi config set --secret acme:dbPassword "$START_SECRET" && pulumi up',
    ["START_SECRET"],
  ],
  [`htpasswd -bc f me ${PASSWORD}`, 'htpasswd -bc f me "$START_SECRET"', ["START_SECRET"]],
  [`curl -u me:${PASSWORD} https://a.com`, 'curl -u me:"$START_SECRET" https://a.com', ["START_SECRET"]],
  [`mysql -uroot -p${PASSWORD} shop`, 'mysql -uroot -p"$START_SECRET" shop', ["START_SECRET"]],
  [`zip -P '${PASSWORD}' a.zip a`, 'zip -P "$START_SECRET" a.zip a', ["START_SECRET"]],
  [
    `psql -c "alter role app password '${PASSWORD}'"`,
    "psql -c \"alter role app password '${START_SECRET}'\"",
    ["START_SECRET"],
  ],
  [`sh -c 'zip -P ${PASSWORD} a.zip a'`, "sh -c 'zip -P \"$START_SECRET\" a.zip a'", ["START_SECRET"]],
  [
    `curl -u a:${PASSWORD} x && curl -u b:${PASSWORD}2 y && curl -u c:${PASSWORD} z`,
    'curl -u a:"$START_SECRET" x && curl -u b:"$START_SECRET_2" y && curl -u c:"$START_SECRET" z',
    ["START_SECRET", "START_SECRET_2"],
  ],
  [
    `echo ${PASSWORD} | docker login -u me --password-stdin`,
    'echo "$START_SECRET" | docker login -u me --password-stdin',
    ["START_SECRET"],
  ],
  ["LOG_LEVEL=info API_KEY=$OTHER node server.js", "LOG_LEVEL=info API_KEY=$OTHER node server.js", []],
];

describe("A command that adopt writes", () => {
  for (const [command, written, names] of CASES)
    it(`holds no secret: ${written}`, () => {
      const field = { key: "start", value: command, note: "Procfile:1:6", assumed: false };
      const { fields, secrets } = withoutCommandSecrets([field]);
      assert.equal(fields[0]?.value, written);
      assert.deepEqual(
        secrets.map(({ name }) => name),
        names,
      );
      assert.doesNotMatch(JSON.stringify({ fields, secrets }), /canary/);
    });

  it("is none where no variable can take the secret's place", () => {
    const [begin, end] = ["BEGIN", "END"].map((word) => `-----${word} PRIVATE KEY-----`);
    const value = `cat > key.pem <<X\n${begin}\n${PASSWORD}\n${end}\nX`;
    const field = { key: "preDeploy", value, note: "render.yaml:7", assumed: false };
    const { fields, secrets } = withoutCommandSecrets([field]);
    assert.equal(fields[0]?.value, "false");
    assert.match(fields[0]?.note ?? "", /write it with one by hand/);
    assert.deepEqual(secrets, []);
  });

  it("is beside a path without a secret, into which no shell fills a variable", () => {
    const of = (key: string, value: string) =>
      withoutCommandSecrets([{ key, value, note: "render.yaml:7", assumed: false }]).fields[0];
    assert.deepEqual(of("healthCheckPath", `/h?token=${PASSWORD}&deep=1`), {
      ...{ key: "healthCheckPath", value: "/h?token=***&deep=1", assumed: false },
      note: "render.yaml:7 (a secret is masked: a stack file is committed)",
    });
    assert.equal(of("healthCheckPath", "/health?deep=1")?.note, "render.yaml:7");
  });
});
