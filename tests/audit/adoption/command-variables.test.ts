import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { withoutCommandSecrets } from "../../../audit/adoption/command-secrets";
import { inFolder } from "../written-folder";

const X = "canary-Zk3v9Qm2";
const SPOKEN = `it's ${X}`;

/** Written before the first run: a command, what is written, and what is typed for each variable. */
const CASES: readonly (readonly [command: string, written: string, typed: Record<string, string>])[] = [
  [
    `/bin/sh -c 'DATABASE_URL='\\''postgres://a:${X}@localhost/x'\\'' gunicorn a:b'`,
    `/bin/sh -c 'DATABASE_URL="$DATABASE_URL" gunicorn a:b'`,
    { DATABASE_URL: `postgres://a:${X}@localhost/x` },
  ],
  [
    `celery -b redis://:${X}@localhost:6379/0 worker`,
    'celery -b "$START_B" worker',
    { START_B: `redis://:${X}@localhost:6379/0` },
  ],
  [
    `python m.py postgres://app:${X}@localhost/x`,
    'python m.py "$START_URL"',
    { START_URL: `postgres://app:${X}@localhost/x` },
  ],
  [
    `sh -c 'curl -u '\\''bob:${X}'\\'' https://a.com'`,
    `sh -c 'curl -u '\\''bob:'\\''"$START_SECRET" https://a.com'`,
    { START_SECRET: X },
  ],
  [`curl -u 'bob:${X}' https://a.com`, `curl -u 'bob:'"$START_SECRET" https://a.com`, { START_SECRET: X }],
  [`sh -c 'mysql -p'\\''${X}'\\'' shop'`, `sh -c 'mysql -p"$START_SECRET" shop'`, { START_SECRET: X }],
  [
    `redis-server --requirepass ${X}`,
    'redis-server --requirepass "$START_REQUIREPASS"',
    { START_REQUIREPASS: X },
  ],
  [
    `sh -c 'python a.py --token=${X} b '\\''${X}'\\'''`,
    `sh -c 'python a.py --token="$START_TOKEN" b "$START_TOKEN"'`,
    { START_TOKEN: X },
  ],
  [
    `sh -c 'python a.py '\\''${X}'\\''' && python b.py --token=${X}`,
    `sh -c 'python a.py "$START_TOKEN"' && python b.py --token="$START_TOKEN"`,
    { START_TOKEN: X },
  ],
  [
    `sh -c "DB_PASSWORD='${X}' gunicorn a:b --bind 0.0.0.0:$PORT"`,
    'sh -c "DB_PASSWORD=\\"\\$DB_PASSWORD\\" gunicorn a:b --bind 0.0.0.0:$PORT"',
    { DB_PASSWORD: X },
  ],
  [
    `bash -euo pipefail -c "python \\"a b\\" --password='${X}' \\$PORT"`,
    'bash -euo pipefail -c "python \\"a b\\" --password=\\"\\$START_PASSWORD\\" \\$PORT"',
    { START_PASSWORD: X },
  ],
  [
    `env 'DB_PASSWORD=it'\\''s ${X}' gunicorn x`,
    'env DB_PASSWORD="$DB_PASSWORD" gunicorn x',
    { DB_PASSWORD: SPOKEN },
  ],
  [
    `python a.py --password 'it'\\''s ${X}' b`,
    'python a.py --password "$START_PASSWORD" b',
    { START_PASSWORD: SPOKEN },
  ],
  [`python a.py '--token=two ${X}' b`, 'python a.py --token="$START_TOKEN" b', { START_TOKEN: `two ${X}` }],
  [
    `sh -c 'DB_PASSWORD='"'"'${X}'"'"' gunicorn x'`,
    `sh -c 'DB_PASSWORD="$DB_PASSWORD" gunicorn x'`,
    { DB_PASSWORD: X },
  ],
  [
    `python -e 'run("x")("--token=${X}")'`,
    `python -e 'run("x")("--token='"$START_SECRET"'")'`,
    { START_SECRET: X },
  ],
  // No secret, and so no change.
  [`sh -c 'python '"'"'a b'"'"' "$PORT"'`, `sh -c 'python '"'"'a b'"'"' "$PORT"'`, {}],
  [
    "DATABASE_URL=postgres://postgres:postgres@localhost/app gunicorn x",
    "DATABASE_URL=postgres://postgres:postgres@localhost/app gunicorn x",
    {},
  ],
  [
    `sh -c 'python '\\''a b'\\'' "$PORT"' && python c.py "it's"`,
    `sh -c 'python '\\''a b'\\'' "$PORT"' && python c.py "it's"`,
    {},
  ],
];

const PROGRAMS = ["celery", "curl", "gunicorn", "mysql", "python", "redis-server"];
const SHOWN = '#!/bin/sh\nprintf "%s\\n" "$0" "$@" "$DATABASE_URL" "$DB_PASSWORD"\n';

describe("The words of a command that adopt writes", () => {
  for (const [command, written, typed] of CASES)
    it(`hold no secret, and programs are given the same ones: ${written}`, () => {
      const field = { key: "start", value: command, note: "Procfile:1:6", assumed: false };
      const { fields, secrets } = withoutCommandSecrets([field]);
      assert.equal(fields[0]?.value, written);
      assert.deepEqual(
        secrets.map(({ name }) => name),
        Object.keys(typed),
      );
      inFolder({ "empty.txt": "" }, (folder) => {
        const bin = path.join(folder, "bin");
        mkdirSync(bin);
        for (const name of PROGRAMS) {
          writeFileSync(path.join(bin, name), SHOWN);
          chmodSync(path.join(bin, name), 0o755);
        }
        const run = (text: string, variables: Record<string, string>): string => {
          const env = { PATH: `${bin}:/usr/bin:/bin`, PORT: "8000", ...variables };
          const { status, stdout, stderr } = spawnSync("/bin/sh", ["-c", text], { env, encoding: "utf8" });
          assert.equal(status, 0, stderr);
          return stdout;
        };
        assert.equal(run(written, typed), run(command, {}));
      });
    });
});
