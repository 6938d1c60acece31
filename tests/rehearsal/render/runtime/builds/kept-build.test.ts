import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type { RenderOptions } from "../../../../../rehearsal/render/options";
import type { Details, Service } from "../../../../../rehearsal/render/store";
import { messages, Rehearsed } from "../rehearsed";

const COPIED = /does not run: what it made before, of the same files, variables and tools, is copied/;

describe("What a build command has made", () => {
  let rehearsed: Rehearsed;
  let toolCache: string;
  let database: Server;
  let connections = 0;

  before(async () => {
    toolCache = mkdtempSync(path.join(tmpdir(), "portcullis-test-tools-"));
    database = createServer((socket) => {
      connections += 1;
      socket.end();
    });
    await new Promise<void>((resolve) => database.listen(0, "127.0.0.1", resolve));
  });
  after(() => {
    database.close();
    rmSync(toolCache, { recursive: true, force: true });
  });
  afterEach(() => rehearsed.close());

  /** Of a runtime that needs no interpreter: only the build is what this is about. */
  const open = async (
    options: Partial<RenderOptions> = {},
    details: Partial<Details> = {},
  ): Promise<Service> => {
    const address = database.address();
    assert.ok(address !== null && typeof address === "object");
    const addresses = { "db.example.com:5432": `127.0.0.1:${address.port}` };
    rehearsed = await Rehearsed.open({ toolCache, addresses, ...options });
    const service = await rehearsed.service({ runtime: "go", ...details });
    // The port is another one in each world, and a variable of the build.
    service.variables.set("PORT", "10000");
    service.details.startCommand = rehearsed.serve("0.0.0.0", rehearsed.port);
    service.variables.set("DATABASE_URL", "postgresql://app:secret@db.example.com/app");
    return service;
  };
  const deployed = async (service: Service): Promise<{ said: string; folder: string }> => {
    const before = messages(service).length;
    const { status, folder = "" } = await rehearsed.deploy(service);
    const said = messages(service).slice(before).join("\n");
    assert.equal(status, "live", said);
    return { said, folder };
  };

  /** As uv leaves it of a package that it has built from the checkout: whence, and when its files came there. */
  const INFORMATION = ".venv/lib/python3.14/site-packages/shop-1.0.dist-info";
  const BUILD = [
    'echo "ran" && pwd > place && mkdir -p out && ln -s ../place out/link && cat key && rm -f server.log',
    `mkdir -p ${INFORMATION} && echo '{"timestamp":1}' > ${INFORMATION}/uv_cache.json`,
    `echo "{\\"url\\":\\"file://$PWD\\"}" > ${INFORMATION}/direct_url.json`,
  ].join(" && ");

  it("is copied in another rehearsal too, names its own place, and holds no secret file in the cache", async () => {
    const first = await open({}, { buildCommand: BUILD });
    writeFileSync(path.join(rehearsed.source, "pyproject.toml"), '[project]\nname = "shop"\n');
    first.secretFiles.set("key", "c4nary\n");
    assert.match((await deployed(first)).said, /\nran\n/);
    assert.deepEqual(
      readdirSync(toolCache, { recursive: true, encoding: "utf8" }).filter((name) => /\/key$/.test(name)),
      [],
    );
    await rehearsed.close();
    const second = await open({}, { buildCommand: BUILD });
    writeFileSync(path.join(rehearsed.source, "pyproject.toml"), '[project]\nname = "shop"\n');
    second.secretFiles.set("key", "c4nary\n");
    const { said, folder } = await deployed(second);
    assert.match(said, COPIED);
    assert.doesNotMatch(said, /\nran\n/);
    assert.equal(readFileSync(path.join(folder, "out/link"), "utf8"), `${folder}\n`);
    assert.equal(readFileSync(path.join(folder, "key"), "utf8"), "c4nary\n");
    assert.ok(!existsSync(path.join(folder, ".portcullis-places.json")));
    // Else `uv run` builds the package again where the service starts: uv compares when a file came to its place.
    const { ctimeNs } = statSync(path.join(folder, "pyproject.toml"), { bigint: true });
    const { timestamp } = JSON.parse(readFileSync(path.join(folder, INFORMATION, "uv_cache.json"), "utf8"));
    assert.deepEqual(timestamp, {
      secs_since_epoch: Number(ctimeNs / 1_000_000_000n),
      nanos_since_epoch: Number(ctimeNs % 1_000_000_000n),
    });
  });

  it("is made again where a file, a variable or the command differs", async () => {
    const buildCommand = "echo ran; echo made > made";
    const service = await open({}, { buildCommand });
    const again = async (): Promise<boolean> => /\nran\n/.test((await deployed(service)).said);
    assert.deepEqual([await again(), await again()], [true, false]);
    service.variables.set("MODE", "fast");
    assert.ok(await again());
    writeFileSync(path.join(rehearsed.source, "notes.md"), "changed");
    assert.ok(await again());
    service.details.buildCommand = `${buildCommand} && true`;
    assert.ok(await again());
  });

  it("is not kept where the command has asked a database, names this deploy, or has a secret in what it made", async () => {
    const before = connections;
    const asks =
      "echo ran; node -e 'const u = new URL(process.env.DATABASE_URL); require(\"net\").connect(u.port, u.hostname).resume()'";
    const service = await open({ secrets: ["c4nary-given"] }, { buildCommand: asks });
    service.variables.set("API_KEY", "c4nary-given");
    for (const _ of [1, 2]) {
      const { said } = await deployed(service);
      assert.match(said, /\nran\n/);
      assert.match(
        said,
        /What was built is not kept for the next rehearsal: it has connected to a database\./,
      );
    }
    assert.equal(connections - before, 2, "the database was reached");
    const names = "made names this deploy's commit, identifier or addresses";
    const changes = "it has changed or removed the secret file key";
    const given = "made has the value of a secret in it";
    service.secretFiles.set("key", "first line\nc4nary of a secret file\n");
    for (const [command, why] of [
      ["echo $RENDER_SERVICE_ID > made", names],
      ["echo $RENDER_GIT_COMMIT | cut -c1-7 > made", names],
      ["echo more >> key", changes],
      ["rm key", changes],
      ["cp key made", given],
      ["echo key=$API_KEY > made", given],
    ] as const) {
      service.details.buildCommand = `echo ran; ${command}`;
      const { said } = await deployed(service);
      assert.ok(said.includes(`What was built is not kept for the next rehearsal: ${why}.`), said);
    }
  });

  it("is made again where what is kept is damaged, and is kept again, whatever its files are called", async () => {
    const outside = mkdtempSync(path.join(tmpdir(), "portcullis-test-outside-"));
    writeFileSync(path.join(outside, "data"), "one");
    const names = ["plain", "caf\\351", "a\\nb"];
    const written = names.map((name) => `pwd > "$(printf '${name}')" && chmod 444 "$(printf '${name}')"`);
    const buildCommand = ["echo ran", ...written, `cp ${outside}/data data`].join(" && ");
    const build = async (options: Partial<RenderOptions> = {}): Promise<[ran: boolean, data: string]> => {
      const cache = path.join(outside, "cache");
      if (existsSync(cache)) await rehearsed.close();
      const service = await open({ toolCache: cache, ...options }, { buildCommand });
      const { said, folder } = await deployed(service);
      assert.doesNotMatch(said, /is not kept/);
      const places = readdirSync(folder, "buffer")
        .filter((name) => /^(?:plain|caf|a\n)/.test(name.toString("latin1")))
        .map((name) => readFileSync(Buffer.concat([Buffer.from(`${folder}/`), name]), "utf8"));
      assert.deepEqual(places, Array(names.length).fill(`${folder}\n`));
      const data = readFileSync(path.join(folder, "data"), "utf8");
      assert.deepEqual(readdirSync(path.dirname(folder)), [path.basename(folder)]);
      return [/\nran\n/.test(said), data];
    };
    const entry = (): string => {
      const installs = path.join(outside, "cache", "installs");
      const [name = "", ...others] = readdirSync(installs);
      assert.deepEqual(others, []);
      return path.join(installs, name);
    };
    const damages: readonly (() => void)[] = [
      () => writeFileSync(path.join(entry(), "contents.json"), ""),
      () => rmSync(path.join(entry(), "0/.portcullis-places.json")),
      () => rmSync(path.join(entry(), "0"), { recursive: true }),
    ];
    try {
      assert.deepEqual(await build(), [true, "one"]);
      for (const damage of damages) {
        damage();
        assert.deepEqual(await build(), [true, "one"]);
      }
      assert.deepEqual(await build(), [false, "one"]);
      writeFileSync(path.join(outside, "data"), "two");
      assert.deepEqual(await build({ buildAgain: true }), [true, "two"]);
      assert.deepEqual(await build(), [false, "two"]);
    } finally {
      rmSync(outside, { recursive: true, force: true });
    }
  });
});
