import assert from "node:assert/strict";
import { generateKeyPairSync } from "node:crypto";
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import path from "node:path";
import { credentialsOf } from "../../../audit/secrets/credentials";
import { type Files, inFolder } from "../written-folder";

/** Put together at run time, so that no scanner finds a key in this repository. */
const letters = (length: number, seed: number): string => {
  let state = seed;
  return Array.from({ length }, () => {
    state = (state * 48_271) % 2_147_483_647;
    return "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xYz".charAt(state % 33);
  }).join("");
};
const GITHUB = ["gh", "p_", letters(36, 5)].join("");
const NPM = ["np", "m_", letters(36, 7)].join("");
const SLACK = ["xo", "xb-", letters(12, 3), "-", letters(24, 11)].join("");
const AWS = `aws_secret_access_key = ${letters(40, 4)}`;
const PASSWORD = letters(14, 13);
const PEM = (): string =>
  generateKeyPairSync("rsa", {
    modulusLength: 1024,
    privateKeyEncoding: { type: "pkcs8", format: "pem" },
    publicKeyEncoding: { type: "spki", format: "pem" },
  }).privateKey;

/** An index of version 2 that names these paths as regular files, as git writes it. */
function indexOf(paths: readonly string[]): Buffer {
  const entries = [...paths].sort().map((name) => {
    const bytes = Buffer.from(name);
    const entry = Buffer.alloc(8 * (Math.floor((62 + bytes.length) / 8) + 1));
    entry.writeUInt32BE(0o100644, 24);
    entry.writeUInt16BE(Math.min(bytes.length, 0xfff), 60);
    bytes.copy(entry, 62);
    return entry;
  });
  const header = Buffer.from("DIRC\0\0\0\x02\0\0\0\0", "latin1");
  header.writeUInt32BE(entries.length, 8);
  return Buffer.concat([header, ...entries, Buffer.alloc(20)]);
}

interface Told {
  readonly found: readonly string[];
  readonly printed: string;
}

/** What is reported of a repository that tracks these files, or the ones that are named. */
async function told(
  files: Files,
  tracked: readonly string[] = Object.keys(files),
  prepare: (folder: string) => void = () => undefined,
  options: { readonly exclude?: readonly string[] } = {},
): Promise<Told> {
  return await inFolder(files, async (folder) => {
    mkdirSync(path.join(folder, ".git"));
    writeFileSync(path.join(folder, ".git/index"), indexOf(tracked));
    prepare(folder);
    const { facts, problems } = await credentialsOf(folder, options);
    assert.deepEqual(problems, []);
    const found = facts.map(({ place, what }) =>
      place.source === "file" ? `${place.file}:${place.line}:${place.column} ${what}` : what,
    );
    return { found, printed: JSON.stringify(facts) };
  });
}

const FOUND: readonly (readonly [title: string, file: string, text: () => string, found: RegExp])[] = [
  [
    "a GitHub token",
    "deploy.sh",
    () => `#!/bin/sh\nexport T=${GITHUB}\n`,
    /^deploy\.sh:2:\d+ a GitHub token$/,
  ],
  ["an npm token", ".npmrc", () => `//registry/:_authToken=${NPM}\n`, /^\.npmrc:1:\d+ an npm token$/],
  ["a Slack token", "notify.py", () => `SLACK = "${SLACK}"\n`, /^notify\.py:1:\d+ a Slack token or webhook$/],
  ["an AWS key", "aws.ini", () => `[default]\n${AWS}\n`, /^aws\.ini:2:\d+ an AWS secret access key$/],
  ["a private key", "keys/server.pem", PEM, /^keys\/server\.pem:1:1 a private key$/],
  [
    "a database URL in code",
    "db.py",
    () => `\n\nURL = "postgresql+asyncpg://app:${PASSWORD}@db.acme.com:5432/app"\n`,
    /^db\.py:3:8 a database URL with its password$/,
  ],
  [
    "a URL of a database that is not PostgreSQL",
    "server.js",
    () =>
      `mongoose.connect("mongodb+srv://app:${PASSWORD}@cluster0.acme.mongodb.net/app?retryWrites=true");\n`,
    /^server\.js:1:19 a database URL with its password$/,
  ],
  [
    "an env file of production",
    ".env.production",
    () => `PORT=8000\nJWT_SECRET=c4nary-${PASSWORD}\nDATABASE_URL=postgresql://a:${PASSWORD}@db.acme.com/a\n`,
    /^\.env\.production:2:1 an env file with JWT_SECRET, DATABASE_URL$/,
  ],
  [
    "a secret that Kamal hands to a deploy",
    ".kamal/secrets",
    () => `STRIPE_KEY=$STRIPE_KEY\nJWT_SECRET=${PASSWORD}\n`,
    /^\.kamal\/secrets:2:1 an env file with JWT_SECRET$/,
  ],
  [
    "a generated secret in an env file",
    ".env",
    () => `JWT_SECRET=${letters(40, 5)}\n`,
    /^\.env:1:1 an env file/,
  ],
];

const SOUND: readonly (readonly [title: string, file: string, text: string])[] = [
  ["a token that a page shows", "README.md", `export GITHUB_TOKEN=ghp_${"x".repeat(36)}\n`],
  [
    "a private key of which the middle is left out",
    "README.md",
    "-----BEGIN PRIVATE KEY-----\n...\n-----END PRIVATE KEY-----\n",
  ],
  ["a URL that is put together", "db.py", 'URL = f"postgresql://{user}:{password}@{host}.acme.com/app"\n'],
  ["a developer's database", "db.py", `URL = "postgresql://app:${PASSWORD}@localhost:5432/app"\n`],
  [
    "a documented cluster",
    "db.js",
    'connect("mongodb+srv://<user>:<password>@cluster0.acme.mongodb.net/app");\n',
  ],
  ["a cache of compose's network", "cache.py", `URL = "redis://:${PASSWORD}@redis:6379/0"\n`],
  ["a database of compose's network", "db.py", `URL = "postgresql://app:${PASSWORD}@db:5432/app"\n`],
  ["a documented database", "README.md", `postgresql://app:${PASSWORD}@db.acme.com:5432/app\n`],
  ["Kamal's references", ".kamal/secrets", "JWT_SECRET=$JWT_SECRET\nMASTER_KEY=$(cat config/master.key)\n"],
  ["an example", ".env.example", `JWT_SECRET=${letters(40, 5)}\n`],
  ["a developer's env file", ".env.development", "DB_PASSWORD=sunshine-on-my-desk\n"],
  ["placeholders", ".env.production", "API_KEY=your-api-key\nSECRET_KEY=change-me\n"],
  ["settings", ".env.production", "PORT=8000\nACCESS_TOKEN_EXPIRE_MINUTES=30\n"],
];

describe("credentials in the files that git tracks", function () {
  this.timeout(10 * 60_000);

  for (const [title, file, text, found] of FOUND) {
    it(`are found: ${title}`, async () => {
      const content = text();
      const answer = await told({ [file]: content });
      assert.equal(answer.found.length, 1, answer.found.join("\n"));
      assert.match(answer.found[0] ?? "", found);
      for (const secret of [
        GITHUB,
        NPM,
        SLACK,
        PASSWORD,
        letters(40, 4),
        letters(40, 5),
        content.slice(40, 90),
      ])
        assert.ok(!answer.printed.includes(secret));
    });

    it(`are not told of a file that git does not track: ${title}`, async () => {
      assert.deepEqual((await told({ [file]: text(), "a.txt": "" }, ["a.txt"])).found, []);
    });
  }

  for (const [title, file, text] of SOUND) {
    it(`are not seen in ${title}`, async () => {
      assert.deepEqual((await told({ [file]: text })).found, []);
    });
  }

  it("are found in a file that .gitignore names and git tracks all the same", async () => {
    const { found } = await told({
      ".gitignore": ".env*\n",
      ".env.production": `API_KEY=c4nary-${PASSWORD}\n`,
    });
    assert.equal(found.length, 1);
  });

  it("are not looked for among tests, in packages, in large or excluded files, nor behind links", async () => {
    const text = `T=${GITHUB}\n`;
    const files = {
      "tests/keys.py": text,
      "node_modules/a/index.js": text,
      "excluded.sh": text,
      "large.sh": `${text}${"#".repeat(1_100_000)}`,
      "real/secret.sh": text,
    };
    const tracked = [
      ...Object.keys(files).filter((file) => file !== "real/secret.sh"),
      "link/secret.sh",
      "../x",
    ];
    const link = (folder: string): void => symlinkSync("real", path.join(folder, "link"));
    assert.deepEqual((await told(files, tracked, link, { exclude: ["excluded.sh"] })).found, []);
  });

  it("are none outside of a repository, and not known of one whose index cannot be read", async () => {
    const files = { "deploy.sh": `T=${GITHUB}\n` };
    await inFolder(files, async (folder) => {
      assert.deepEqual(await credentialsOf(folder), { facts: [], problems: [] });
    });
    await inFolder({ ...files, ".git/index": "no index" }, async (folder) => {
      const { facts, problems } = await credentialsOf(folder);
      assert.deepEqual(facts, []);
      assert.match(problems[0]?.reason ?? "", /git's index cannot be read/);
    });
  });
});
