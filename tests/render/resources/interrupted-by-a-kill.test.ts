import assert from "node:assert/strict";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Journal } from "../../../render/plugin/journal";
import type { Properties } from "../../../render/plugin/property-values";
import type { Context, ResourceKind } from "../../../render/resource-kind";
import { envGroup } from "../../../render/resources/env-group";
import { project } from "../../../render/resources/project";
import { webService } from "../../../render/resources/web-service";
import { RenderClient } from "../../../render-api";
import type { Json } from "../../rehearsal/render/called-render";
import { CalledKind, IMAGE, SHORT_PAUSES } from "../called-kind";

const URN = "urn:pulumi:test::program::render:index/kind:Kind::mine";
const SECRET = "c4nary-v4lue";

const KINDS: readonly (readonly [string, ResourceKind, string, Properties])[] = [
  ["web service", webService, "/services", { ...IMAGE, envVars: { A: { value: SECRET } } }],
  ["env group", envGroup, "/env-groups", { name: "shared", envVars: { A: { value: SECRET } } }],
  [
    "project",
    project,
    "/projects",
    { name: "shop", environments: { a: { name: "a", protectedStatus: "protected" } } },
  ],
];

describe("A creation whose process was killed", function () {
  this.timeout(5 * 60_000);
  let kinds: CalledKind;
  let folder: string;
  beforeEach(async () => {
    kinds = await CalledKind.open();
    folder = await mkdtemp(path.join(tmpdir(), "portcullis-journal-"));
  });
  afterEach(async () => {
    await kinds.close();
    await rm(folder, { recursive: true, force: true });
  });

  const list = async (at: string): Promise<Json[]> =>
    (await kinds.called.ask("GET", `${at}?limit=100`)).map(
      (each: Json) => each.service ?? each.project ?? each.envGroup ?? each,
    );
  const context = (change: Partial<Context> = {}): Context =>
    kinds.context({ urn: URN, notes: new Journal(folder, "here").notes(URN), ...change });

  /** A client of which nothing more comes after it has sent the POST: as if its process were gone. */
  function killedAfter(post: string): RenderClient {
    const { host, apiKey } = kinds.called.render;
    let gone = false;
    const sent: typeof fetch = async (address, options) => {
      if (gone) throw new Error("the process is gone");
      const answering = fetch(address, options);
      if (options?.method !== "POST" || !String(address).endsWith(post)) return answering;
      gone = true;
      await answering;
      throw new Error("the process is gone");
    };
    return new RenderClient({ host, apiKey, retry: SHORT_PAUSES, fetch: sent });
  }

  for (const [what, kind, at, inputs] of KINDS) {
    it(`is gone on with: the ${what} is found again, and made what the program wants now`, async () => {
      const wanted = kinds.checked(kind, inputs);
      await assert.rejects(kind.create(context({ client: killedAfter(at) }), wanted));
      const [made, ...others] = await list(at);
      assert.deepEqual(others, []);
      const renamed = kinds.checked(kind, { ...inputs, name: "renamed" });
      const { id } = await kind.create(context(), renamed);
      assert.equal(id, made.id);
      assert.deepEqual(
        (await list(at)).map(({ name }) => name),
        ["renamed"],
      );
      assert.match(kinds.lines.join("\n"), new RegExp(`interrupted has made the ${what} .* is gone on with`));
    });

    it(`is another's where nothing was written down: no ${what} is taken over`, async () => {
      const wanted = kinds.checked(kind, inputs);
      await assert.rejects(kind.create(context({ client: killedAfter(at) }), wanted));
      const [made] = await list(at);
      const elsewhere = new Journal(folder, "another workspace").notes(URN);
      const second = kind.create(context({ notes: elsewhere }), wanted);
      if (kind.uniqueName) await assert.rejects(second, new RegExp(`RENDER_TAKE_OVER=${made.id} pulumi up`));
      else assert.notEqual((await second).id, made.id);
      const taking = await kind.create(context({ notes: elsewhere, takeOver: [made.id] }), wanted);
      assert.equal(taking.id, made.id);
    });

    it(`has no value of the ${what} in what it wrote down, and none of it is left once the state has it`, async () => {
      const wanted = kinds.checked(kind, inputs);
      const journal = new Journal(folder, "here");
      const { id, outputs } = await kind.create(context(), wanted);
      const files = await readdir(folder);
      assert.equal(files.length, 1);
      assert.ok(!(await readFile(path.join(folder, String(files[0])), "utf8")).includes(SECRET));
      journal.settle(URN, id, outputs, wanted);
      assert.deepEqual(await readdir(folder), []);
    });
  }

  it("asks which is meant where another has made one of the same name at the same time", async () => {
    const wanted = kinds.checked(envGroup, { name: "shared", envVars: { A: { value: "1" } } });
    await assert.rejects(envGroup.create(context({ client: killedAfter("/env-groups") }), wanted));
    const { ownerId } = kinds.called.render;
    const envVars = [{ key: "A", value: "another's" }];
    await kinds.called.ask("POST", "/env-groups", { name: "shared", ownerId, envVars });
    await assert.rejects(
      envGroup.create(context(), wanted),
      /several.*evg-\w+, evg-\w+.*RENDER_TAKE_OVER=ID/,
    );
    assert.equal((await list("/env-groups")).length, 2);
  });

  it("makes a new one where what it has made is gone, or was never made", async () => {
    const wanted = kinds.checked(envGroup, { name: "shared", envVars: { A: { value: "1" } } });
    await assert.rejects(envGroup.create(context({ client: killedAfter("/env-groups") }), wanted));
    const [{ id }] = await list("/env-groups");
    await kinds.called.ask("DELETE", `/env-groups/${id}`);
    const made = await envGroup.create(context(), wanted);
    assert.notEqual(made.id, id);
  });
});
