import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { stripVTControlCharacters } from "node:util";
import { findEngine } from "../../engine";
import { cacheDirectory, holdFolder } from "../../system";
import { assertShows, type Shown, tutorial, tutorialLog } from "../docs/tutorial";
import { until } from "../until";

const root = path.join(__dirname, "../..");
const rehearsals = path.join(cacheDirectory(), "rehearsals");

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

const bin = path.join(root, "bin/portcullis.js");

function start(args: readonly string[], cwd = root): ChildProcess {
  return spawn(process.execPath, [bin, "rehearse", ...args], {
    cwd,
    env: { ...process.env, NO_COLOR: "1" },
    stdio: ["ignore", "pipe", "pipe"],
  });
}

/** Types the commands in one shell, and compares what each prints with what the page shows. */
function typeIn(folder: string, typed: readonly Shown[]): void {
  const lines = typed.map(({ command }, at) => `echo "@@ ${at}"\n${command}`);
  // npx finds the same command, and takes its time.
  const npx = `npx() { shift; '${process.execPath}' '${bin}' "$@"; }`;
  const { stdout, stderr } = spawnSync("/bin/sh", ["-c", ["exec 2>&1", npx, ...lines].join("\n")], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, NO_COLOR: "1", FORCE_COLOR: "" },
  });
  const outputs = stripVTControlCharacters(stdout + stderr).split(/^@@ \d+\n/m);
  for (const [at, shown] of typed.entries()) assertShows(outputs[at + 1] ?? "", shown);
}

async function ended(child: ChildProcess): Promise<Ended> {
  const printed = { stdout: "", stderr: "" };
  child.stdout?.on("data", (bytes) => {
    printed.stdout += String(bytes);
  });
  child.stderr?.on("data", (bytes) => {
    printed.stderr += String(bytes);
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, ...printed };
}

const rehearse = (...args: readonly string[]): Promise<Ended> => ended(start(args));

/** Waits until the command has printed what `pattern` asks for. */
async function printed(child: ChildProcess, pattern: RegExp): Promise<void> {
  let text = "";
  await new Promise<void>((resolve, reject) => {
    child.once("close", () => reject(new Error(`ended before it printed ${pattern}:\n${text}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.on("data", (bytes) => {
        text += String(bytes);
        if (pattern.test(text)) resolve();
      });
    }
  });
}

interface Environment {
  readonly notJudged?: readonly string[];
  readonly stack: string;
  readonly result: string;
  readonly port: number;
  readonly database: string;
  readonly databases?: Readonly<Record<string, string>>;
  readonly detail: string;
  readonly checks: readonly { readonly name: string; readonly outcome: string; readonly detail: string }[];
}

/** The sample's local stack with a second database, which has tables in a rehearsal. */
function withReports(): string {
  return readFileSync(path.join(root, "Pulumi.local.yaml"), "utf8")
    .replace("driver: asyncpg\n", "$&    databases: { DATABASE_URL: main, REPORTS_URL: reports }\n")
    .replace(
      / {2}portcullis:database:[\s\S]*?role: navigator_local\n/,
      `  portcullis:databases:
    main: { host: navigator-db, port: 5432, role: navigator_local }
    reports: { host: reports-db, name: reports, role: navigator_reports }
  portcullis:rehearsal: { sql: { reports: "create table entries (id int); create table days (id int)" } }
`,
    );
}

/** Descendants of a process that are alive, found while it is. */
function descendants(pid: number): number[] {
  const parents = new Map<number, number>();
  for (const name of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const status = readFileSync(`/proc/${name}/status`, "utf8");
      parents.set(Number(name), Number(/^PPid:\s+(\d+)/m.exec(status)?.[1]));
    } catch {
      // Ended between the two reads.
    }
  }
  const found = [pid];
  for (const parent of found) {
    for (const [child, its] of parents) if (its === parent) found.push(child);
  }
  return found;
}

function isRunning(pid: number): boolean {
  try {
    // A zombie is over; its parent has only not asked yet.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, "utf8"));
  } catch {
    return false;
  }
}

/** A folder of links to this project, without its stacks. */
function ownProject(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-rehearse-"));
  for (const entry of readdirSync(root)) {
    if (!/^Pulumi\..+\.yaml$|^\.git$/.test(entry))
      symlinkSync(path.join(root, entry), path.join(folder, entry));
  }
  return folder;
}

describe("portcullis rehearse", function () {
  this.timeout(30 * 60_000);
  const folders: string[] = [];
  const running: ChildProcess[] = [];
  let release: (() => Promise<void>) | undefined;
  after(async () => {
    for (const child of running) child.kill("SIGKILL");
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
    await release?.();
  });

  /** A project whose staging is still being asked when a test ends it, however slow the machine is. */
  function unhurried(): string {
    const folder = ownProject();
    folders.push(folder);
    const text = readFileSync(path.join(root, "Pulumi.staging.yaml"), "utf8");
    assert.match(text, /stability: \S+/);
    writeFileSync(
      path.join(folder, "Pulumi.staging.yaml"),
      text.replace(/stability: \S+/, "stability: 30m").replace("rollback: true", "rollback: false"),
    );
    return folder;
  }

  before(async () => {
    // A rehearsal refuses while another is at work: the tests of a second checkout wait for these.
    release = await holdFolder(path.join(cacheDirectory(), "rehearse-tests"), { stale: 15 * 60_000 });
    await findEngine({ report: (line) => process.stderr.write(`${line}\n`) });
  });

  it("leaves no process and no folder when it is killed", async function () {
    if (process.platform !== "linux") this.skip();
    const child = start(["staging", "--verbose", "--project", unhurried()]);
    await printed(child, /stability: asking/);
    const pids = descendants(Number(child.pid));
    assert.ok(pids.length > 10, String(pids));
    child.kill("SIGKILL");
    await until(() => !pids.some(isRunning));
    await until(() => readdirSync(rehearsals).length === 0);
    // As where the whole machine went down: no watcher was left.
    mkdirSync(path.join(rehearsals, `${child.pid}-left`));
  });

  it("deploys and verifies local, staging and production for real, clears what another left, and leaves nothing behind", async () => {
    const folder = ownProject();
    folders.push(folder);
    for (const stack of ["staging", "production"])
      cpSync(path.join(root, `Pulumi.${stack}.yaml`), path.join(folder, `Pulumi.${stack}.yaml`));
    writeFileSync(path.join(folder, "Pulumi.local.yaml"), withReports());
    // A stack that keeps a typed URL secret, which a rehearsal makes up, and whose service insists on TLS.
    const typed = readFileSync(path.join(root, "Pulumi.local.yaml"), "utf8")
      .replace(/name: navigator-api-local\b/, "name: navigator-api-typed")
      .replace("LOG_LEVEL: debug", "PGSSLMODE: require")
      .replace(/ {4}# The name[\s\S]*?role: navigator_local/, "    manageRole: false")
      .replace(
        "config:",
        "config:\n  portcullis:databaseUrl:\n    secure: v1:abcdefgh:canary-of-a-ciphertext",
      );
    writeFileSync(path.join(folder, "Pulumi.typed.yaml"), typed);
    const { status, stdout, stderr } = await rehearse("--json", "--project", folder);
    assert.equal(status, 0, stdout + stderr);
    const { version, environments } = JSON.parse(stdout) as { version: number; environments: Environment[] };
    assert.equal(version, 1);
    assert.deepEqual(
      environments.map(({ stack, result, port, database }) => [stack, result, port, database]),
      [
        ["local", "verified", 8000, "navigator-db:5432"],
        ["staging", "verified", 8000, "aws-0-us-west-1.pooler.supabase.com:5432 (session)"],
        ["typed", "verified", 8000, "typed, not known"],
        ["production", "verified", 8000, "aws-0-us-west-1.pooler.supabase.com:6543 (transaction)"],
      ],
    );
    assert.deepEqual(environments[0]?.databases, {
      main: "navigator-db:5432",
      reports: "reports-db:5432",
    });
    assert.deepEqual(
      environments.flatMap(({ stack, notJudged = [] }) => notJudged.map((place) => `${stack} ${place}`)),
      ["typed portcullis:databaseUrl"],
    );
    // Each on a server of its own: the rehearsal's SQL has made tables in the second one alone.
    const asked = environments[0]?.checks.find(({ name }) => name === "REPORTS_URL");
    assert.match(asked?.detail ?? "", /as navigator_reports .*may read all 2 tables/);
    for (const { checks } of environments) {
      const passed = checks.filter(({ outcome }) => outcome === "pass").map(({ name }) => name);
      for (const name of ["deploy", "port", "database", "health", "sign-in", "upload", "chat"]) {
        assert.ok(passed.includes(name), `${name} is not among ${passed}`);
      }
    }
    assert.deepEqual(readdirSync(rehearsals), []);
    // Neither file nor state is touched.
    assert.equal(readFileSync(path.join(folder, "Pulumi.typed.yaml"), "utf8"), typed);
    assert.ok(!existsSync(path.join(folder, ".pulumi")));
  });

  it("replays the port incident: rejected by the pack, and failed in verification without it", async () => {
    const { status, stdout, stderr } = await rehearse("--incident", "port");
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /\[mandatory\] {2}port-agreement/);
    assert.match(stdout, /port\/mismatch: the service listens on 10000, the stack declares 8000/);
  });

  it("replays the pooler incident down to asyncpg's own message", async () => {
    const { status, stdout, stderr } = await rehearse("--incident", "pooler");
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /database-project-reference/);
    assert.match(stdout, /database\/tenant-not-found/);
    assert.match(stdout, /a wrong password cannot be seen before a login/);
    assert.match(stdout, /database\/credentials/);
    assert.match(stdout, /'NoneType' object has no attribute 'group'/);
    assert.ok(!stdout.includes("not-the-password"), "a password was printed");
  });

  it("ends the tutorial with the closed record, typed as the page has it, and Ctrl-C leaves nothing", async () => {
    const folder = ownProject();
    folders.push(folder);
    for (const stack of ["local", "staging", "production"])
      cpSync(path.join(root, `Pulumi.${stack}.yaml`), path.join(folder, `Pulumi.${stack}.yaml`));
    cpSync(path.join(root, "tests/fixtures/repositories/incident"), path.join(folder, "navigator"), {
      recursive: true,
    });
    writeFileSync(path.join(folder, "deploy.log"), tutorialLog());
    // The two that have tests of their own.
    const typed = tutorial().filter(({ command }) => !/ (?:review --incident port|rehearse)$/.test(command));
    const at = typed.findIndex(({ command }) => command.includes("--serve"));
    const [served] = typed.splice(at, 1);
    assert.ok(served && at >= 6 && typed.length - at >= 6, String(typed.length));
    typeIn(folder, typed.slice(0, at));
    const child = start(served.command.split(" ").slice(3), folder);
    const said = ended(child);
    running.push(child);
    await printed(child, /environment\.sh/);
    const pids = descendants(Number(child.pid));
    typeIn(folder, typed.slice(at));
    // A service that is named alone is asked for in the world, and never at Render.
    const words = `cd world && . ./environment.sh && '${process.execPath}' '${bin}' watch --service none`;
    const watched = spawnSync("/bin/sh", ["-c", words], { cwd: folder, encoding: "utf8" });
    assert.match(watched.stderr, /Render has no service `none` that this key can see/);
    const record = readFileSync(path.join(folder, "practice/FR-0001.yaml"), "utf8");
    assert.match(record, /^status: closed$/m);
    child.kill("SIGINT");
    const { status, stdout, stderr } = await said;
    assertShows(stdout + stderr, served);
    assert.match(stderr, /interrupted; what was started has been ended/);
    assert.equal(status, 130);
    await until(() => !pids.some(isRunning));
    assert.deepEqual(readdirSync(rehearsals), []);
    assert.ok(!readdirSync(folder).includes("world"));
  });

  for (const [options, words] of [
    [["--serve", "world", "--records", "fracas"], /a rehearsal verifies none of those/],
    [["--serve", "package.json"], /--serve: expected a name that nothing has yet, got package\.json/],
    [["--records", "practice"], /--records: expected `--serve NAME` with it/],
    [["--serve", "world", "--json"], /--serve <name>' cannot be used with option '--json'/],
  ] as const) {
    it(`refuses before anything is started: ${options.join(" ")}`, async () => {
      const { status, stderr } = await rehearse("staging", ...options);
      assert.equal(status, 2);
      assert.match(stderr, words);
    });
  }

  it("names the port that another process has, and the stack that needs it", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as AddressInfo;
    const folder = unhurried();
    const file = path.join(folder, "Pulumi.staging.yaml");
    writeFileSync(file, readFileSync(file, "utf8").replace("port: 8000", `port: ${port}`));
    try {
      const { status, stderr } = await rehearse("staging", "--project", folder);
      assert.equal(status, 2);
      const words = `another process on this machine has port ${port}.*the service of staging binds`;
      assert.match(stderr, new RegExp(words));
    } finally {
      server.close();
    }
  });

  describe("of a project of one's own", () => {
    let folder: string;
    const file = (stack: string): string => path.join(folder, `Pulumi.${stack}.yaml`);
    const local = readFileSync(path.join(root, "Pulumi.local.yaml"), "utf8");

    beforeEach(() => {
      folder = ownProject();
    });

    afterEach(() => rmSync(folder, { recursive: true, force: true }));

    const of = (...args: readonly string[]): Promise<Ended> => rehearse(...args, "--project", folder);

    it("says why a service that crashes at once did not become ready, and does not go on", async () => {
      writeFileSync(file("local"), local.replace("main:app", "mian:app"));
      writeFileSync(file("later"), local);
      const { status, stdout } = await of("local", "later");
      assert.equal(status, 1);
      assert.match(stdout, /import\/missing-module/);
      assert.match(stdout, /later +│ not reached/);
    });

    it("refuses a stack without a file before anything is built", async () => {
      const { status, stderr } = await of("nowhere");
      assert.equal(status, 2);
      assert.match(
        stderr,
        /Pulumi\.nowhere\.yaml: expected a file that can be read, got ENOENT, no file of that name\. \S/,
      );
    });
  });
});
