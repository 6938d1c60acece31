import assert from "node:assert/strict";
import { execFile, execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { stringify } from "yaml";
import { findEngine } from "../../engine";
import { type Database, HOST, PASSWORD, REF, startDatabase } from "../connect/database";

const ENTRY = path.join(__dirname, "../../bin/portcullis.js");

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

describe("portcullis connect", function () {
  this.timeout(10 * 60_000);

  let database: Database;
  let folder: string;

  before(async () => {
    database = await startDatabase("current");
    folder = mkdtempSync(path.join(tmpdir(), "portcullis-connect-"));
    writeFileSync(path.join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
    stack("staging", "session");
    stack("production", "transaction");
  });

  after(async () => {
    rmSync(folder, { recursive: true, force: true });
    await database.stop();
  });

  function stack(name: string, connection: string): void {
    const config = {
      "portcullis:service": {
        ...{ name: `shop-${name}`, repository: "https://github.com/acme/shop", driver: "asyncpg" },
        ...{ runtime: "python", region: "oregon", start: "uvicorn main:app --host 0.0.0.0 --port $PORT" },
      },
      "portcullis:database": {
        supabase: { projectRef: REF, poolerHost: HOST, connection },
        role: "navigator",
      },
      "portcullis:addresses": database.addresses,
    };
    writeFileSync(path.join(folder, `Pulumi.${name}.yaml`), stringify({ config }));
  }

  function portcullis(variables: Readonly<Record<string, string>>, ...args: string[]): Promise<Ended> {
    return new Promise((resolve) => {
      const env = { ...process.env, NO_COLOR: "1", ...variables };
      execFile(
        process.execPath,
        [ENTRY, "connect", ...args],
        { env, cwd: folder },
        (error, stdout, stderr) => {
          assert.doesNotMatch(stdout + stderr, /c4nary|wr0ng/);
          resolve({ code: typeof error?.code === "number" ? error.code : 0, stdout, stderr });
        },
      );
    });
  }

  it("says which way each stack should take, with the lines to write, and what differs", async () => {
    const { code, stdout, stderr } = await portcullis(
      { DATABASE_PASSWORD: PASSWORD },
      ...["-s", "staging", "-s", "production", "--password-from", "DATABASE_PASSWORD"],
    );
    assert.equal(code, 1, stdout + stderr);
    assert.match(stdout, /staging should take session: it is declared, and it works\./);
    assert.match(
      stdout,
      /production should take session: .*asyncpg prepares them unless statement_cache_size=0/,
    );
    assert.match(
      stdout,
      /# Pulumi\.production\.yaml\n\s+portcullis:database:\n\s+supabase:\n\s+connection: session/,
    );
    assert.match(stdout, /│ session state .*│ kept +│ lost +│/);
    assert.match(stdout, /│ privileges .*│ no table yet +│/);
    assert.match(stdout, /│ differs\s+│ staging\s+│ production\s+│/);
    assert.match(stdout, /│ way\s+│ session\s+│ transaction\s+│/);
  });

  it("asks as the user's own Pulumi has it: the administrator before the first update, then the login that it made", async () => {
    const engine = await findEngine({ report: () => {} });
    const backend = { PULUMI_BACKEND_URL: `file://${folder}`, PULUMI_CONFIG_PASSPHRASE: "connect" };
    const env = { ...process.env, ...engine.environment, ...backend };
    const pulumi = (args: readonly string[], input = "") =>
      execFileSync(engine.pulumi, [...args, "--non-interactive"], { cwd: folder, env, input, stdio: "pipe" });
    const asked = async () => {
      const { code, stdout, stderr } = await portcullis(backend, "-s", "staging", "--json");
      assert.equal(code, 0, stdout + stderr);
      const { version, databases } = JSON.parse(stdout);
      assert.equal(version, 1);
      const [{ note, recommended, ways }] = databases;
      assert.deepEqual(recommended, { way: "session", why: "it is declared, and it works", change: [] });
      const session = ways.find(({ name }: { readonly name: string }) => name === "session");
      return { note, user: session.user, role: session.server.role };
    };
    pulumi(["stack", "init", "staging"]);
    for (const [key, value] of [
      ["databasePassword", "wr0ng"],
      ["databaseAdminPassword", database.administrator.password],
    ]) {
      pulumi(["config", "set", "-s", "staging", "--secret", `portcullis:${key}`], value);
    }
    const { user } = database.administrator;
    assert.deepEqual(await asked(), {
      note: `No update of staging has made the role navigator yet (\`pulumi up -s staging\` does): asked as its administrator, ${user}`,
      ...{ user: `${user}.${REF}`, role: user },
    });

    const outputs = { role: "navigator", login: "navigator_2", password: PASSWORD };
    const type = "pulumi-nodejs:dynamic/portcullis:DatabaseRole";
    const urn = `urn:pulumi:staging::shop::${type}::shop-database-role`;
    await database.run(
      `CREATE ROLE navigator_2 LOGIN PASSWORD '${PASSWORD}'; GRANT navigator TO navigator_2; ALTER ROLE navigator_2 SET role = 'navigator'`,
    );
    const deployment = { manifest: {}, resources: [{ urn, type, custom: true, id: "navigator", outputs }] };
    pulumi(["stack", "import", "-s", "staging"], JSON.stringify({ version: 3, deployment }));
    assert.deepEqual(await asked(), {
      note: "The password in the stack's file is newer than its last update: asked with the one before, which navigator_2 has until `pulumi up -s staging`",
      ...{ user: `navigator_2.${REF}`, role: "navigator" },
    });

    const wrong = await portcullis({ ...backend, PULUMI_CONFIG_PASSPHRASE: "wrong" }, "-s", "staging");
    assert.equal(wrong.code, 2);
    assert.match(wrong.stderr, /the secrets of the stack staging cannot be read: .*passphrase/);
    assert.match(wrong.stderr, /--password-from VARIABLE/);
    const none = await portcullis(backend, "-s", "production");
    assert.equal(none.code, 2);
    assert.match(
      none.stderr,
      /cannot be read: no stack named 'production' found\nMake it \(`pulumi stack init production`\)/,
    );
  });

  it("says of a password that is given and refused that the role may not be there yet", async () => {
    const { code, stdout } = await portcullis(
      { DATABASE_PASSWORD: "wr0ng" },
      ...["-s", "staging", "--password-from", "DATABASE_PASSWORD"],
    );
    assert.equal(code, 1, stdout);
    assert.match(
      stdout,
      /\nThe first `pulumi up -s staging` makes the role navigator: before that it is refused/,
    );
  });

  it("says of a URL's database that nothing listens there, and quotes no password", async () => {
    const url = "postgresql://shop:wr0ng@127.0.0.1:1/postgres";
    const { code, stdout } = await portcullis({ DATABASE_URL: url }, "--url-from", "DATABASE_URL");
    // Whatever answers here, a service at Render finds no database at its own loopback address.
    assert.equal(code, 1, stdout);
    assert.match(stdout, /127\.0\.0\.1 is the service's own machine at Render/);
    assert.match(stdout, /127\.0\.0\.1:1 cannot be reached from here: IPv4 closed \(ECONNREFUSED\)/);
  });

  it("shows no password that is among a URL's parameters", async () => {
    const url = `postgresql://shop@127.0.0.1:1/postgres?sslmode=require&password=${PASSWORD}&sslpassword=${PASSWORD}`;
    const { stdout, stderr } = await portcullis(
      { DATABASE_URL: url },
      ...["--url-from", "DATABASE_URL", "--timeout", "1", "--json"],
    );
    assert.match(stdout, /"sslmode": ?"require"/);
    assert.ok(!`${stdout}${stderr}`.includes(PASSWORD));
  });

  it("logs in nowhere with --no-login, and decides nothing then", async () => {
    const { code, stdout } = await portcullis({}, "-s", "staging", "--no-login");
    assert.equal(code, 3, stdout);
    assert.match(stdout, /session: not asked: no password was given/);
  });

  const UNUSABLE: readonly [string, readonly string[], Readonly<Record<string, string>>, RegExp][] = [
    ["neither stack nor variable", [], {}, /expected `-s STACK` or `--url-from VARIABLE`, got neither/],
    [
      "a variable that is not set",
      ["--url-from", "NOWHERE"],
      {},
      /the environment variable NOWHERE is not set/,
    ],
    [
      "a URL that cannot be read",
      ["--url-from", "URL"],
      { URL: "postgresql://u:wr0ng/x@h/d" },
      /^portcullis: URL is no connection URL that can be read \(/,
    ],
    [
      "a URL of a template's user",
      ["--url-from", "URL"],
      {
        URL: "postgresql://postgres.your-project-ref:wr0ng@aws-0-eu-west-1.pooler.supabase.com:5432/postgres",
      },
      /^portcullis: URL: expected a real value, got the placeholder `your-project-ref`\. Nothing was asked/,
    ],
    [
      "a URL of a template's password",
      ["--url-from", "URL"],
      { URL: `postgresql://postgres.${REF}:[YOUR-PASSWORD]@${HOST}:6543/postgres` },
      /^portcullis: URL: expected a real value, got the placeholder `\[YOUR-PASSWORD\]`\. Nothing was asked/,
    ],
    [
      "a misspelt driver",
      ["--url-from", "URL", "--driver", "asyncgp"],
      { URL: "postgresql://h/d" },
      /Did you mean `asyncpg`\?/,
    ],
    [
      "a stack without a file",
      ["-s", "stagin", "--no-login"],
      {},
      /Pulumi\.stagin\.yaml: expected a file that can be read, got ENOENT, no file of that name\. Did you mean the stack staging\?/,
    ],
    [
      "certificates that are nowhere",
      ["-s", "staging", "--no-login", "--ca", "no.pem"],
      {},
      /--ca: no\.pem: expected a file that can be read, got ENOENT, no file of that name\. Name a file with certificates in PEM/,
    ],
    [
      "certificates that are none",
      ["-s", "staging", "--no-login", "--ca", "Pulumi.yaml"],
      {},
      /--ca: Pulumi\.yaml has no certificate in PEM/,
    ],
    [
      "a password from nowhere",
      ["-s", "staging", "--password-from", "NOWHERE"],
      {},
      /the environment variable NOWHERE is not set/,
    ],
  ];
  for (const [title, args, variables, expected] of UNUSABLE) {
    it(`ends with 2 and one sentence for ${title}`, async () => {
      const { code, stderr } = await portcullis(variables, ...args);
      assert.equal(code, 2, stderr);
      assert.match(stderr, expected);
      assert.doesNotMatch(stderr, /\n\s+at /);
    });
  }
});
