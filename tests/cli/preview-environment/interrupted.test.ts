import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "yaml";
import { down } from "../../../cli/preview-environment/down";
import { expire } from "../../../cli/preview-environment/expire";
import { up } from "../../../cli/preview-environment/up";
import { ENVIRONMENT, Kept, STAGING } from "./kept";

describe("A pull request's environment", () => {
  let kept: Kept;
  beforeEach(() => {
    kept = new Kept(mkdtempSync(path.join(tmpdir(), "portcullis-test-")));
  });
  afterEach(() => rmSync(kept.project, { recursive: true, force: true }));

  const { signal } = new AbortController();
  const doing = (point?: string) => ({
    ...{ project: kept.project, pulumi: kept.pulumi(point), report: () => {}, signal },
  });
  const typedUp = (point?: string) => up({ environment: ENVIRONMENT, ...doing(point) });
  const typedDown = (point?: string) => down({ stack: "pr-7", ...doing(point) });

  for (const point of [
    "stack init",
    "stack init, done",
    "refresh",
    "refresh, done",
    "config cp",
    "config cp, done",
    "config set",
    "config set, done",
    "up",
  ]) {
    it(`interrupted at \`pulumi ${point}\` and typed again, is made whole, with a role and a password of its own`, async () => {
      await assert.rejects(typedUp(point), /interrupted/);
      assert.equal((await typedUp()).result, "up");
      assert.deepEqual([...kept.stacks], ["staging", "pr-7"]);
      const { config, encryptionsalt } = parse(readFileSync(kept.file("pr-7"), "utf8"));
      assert.deepEqual(
        [encryptionsalt, config["portcullis:database"].role, config["portcullis:databasePassword"]],
        ["v1:own", "shop_pr_7", { secure: "v1:own:password" }],
      );
      assert.deepEqual(parse(readFileSync(kept.file("staging"), "utf8")), STAGING);
    });
  }

  for (const point of ["destroy", "destroy, done", "stack rm", "stack rm, done"]) {
    it(`interrupted at \`pulumi ${point}\` of its removal and typed again, is gone with its file`, async () => {
      await typedUp();
      await assert.rejects(typedDown(point), /interrupted/);
      assert.equal((await typedDown()).result, point === "stack rm, done" ? "absent" : "removed");
      assert.deepEqual([...kept.stacks], ["staging"]);
      assert.ok(!existsSync(kept.file("pr-7")));
    });
  }

  it("that was interrupted while it was made is removed by `down`", async () => {
    for (const point of ["stack init, done", "config cp, done", "up"]) {
      await assert.rejects(typedUp(point), /interrupted/);
      assert.equal((await typedDown()).result, "removed");
      assert.ok(!existsSync(kept.file("pr-7")));
    }
  });

  it("is not begun where the other stack's secrets cannot be read: a wrong passphrase would become its own", async () => {
    const pulumi = kept.refusing((args) => args[0] === "config");
    await assert.rejects(
      up({ environment: ENVIRONMENT, ...doing(), pulumi }),
      /^CommandError: the secrets of the stack staging cannot be read: incorrect passphrase\n.*PULUMI_CONFIG_PASSPHRASE/,
    );
    assert.deepEqual([[...kept.stacks], existsSync(kept.file("pr-7"))], [["staging"], false]);
  });

  it("that cannot be removed says what to type where its passphrase is another one", async () => {
    await typedUp();
    const pulumi = kept.refusing(
      (args) => args[0] === "destroy",
      "get stack secrets manager: incorrect passphrase",
    );
    const { result, detail } = await down({ stack: "pr-7", ...doing(), pulumi });
    assert.equal(result, "failed");
    assert.match(detail, /incorrect passphrase\nSet the stack's passphrase/);
  });

  for (const left of [undefined, ""]) {
    it(`is made where a new stack has ${left === undefined ? "no" : "an empty"} file, as one of Pulumi Cloud's`, async () => {
      const pulumi: ReturnType<Kept["pulumi"]> = async (args, options) => {
        const run = await kept.pulumi()(args, options);
        if (args[1] === "init" && left === undefined) rmSync(kept.file("pr-7"));
        if (args[1] === "init" && left !== undefined) writeFileSync(kept.file("pr-7"), left);
        return run;
      };
      assert.equal((await up({ environment: ENVIRONMENT, ...doing(), pulumi })).result, "up");
      assert.deepEqual([...kept.stacks], ["staging", "pr-7"]);
    });
  }

  it("whose stack alone could be made has an end, and what to type is said: a scheduled run removes it", async () => {
    const pulumi = kept.refusing((args) => args[1] === "cp");
    await assert.rejects(
      up({ environment: ENVIRONMENT, ...doing(), pulumi }),
      /incorrect passphrase\nSet the stack's passphrase \(PULUMI_CONFIG_PASSPHRASE\)\.$/,
    );
    assert.deepEqual([...kept.stacks], ["staging", "pr-7"]);
    rmSync(kept.file("pr-7"));
    const { environments } = await expire({ ...doing(), now: Date.parse("2027-01-01T00:00:00Z") });
    assert.deepEqual(
      environments.map(({ stack, result }) => [stack, result]),
      [["pr-7", "removed"]],
    );
    assert.deepEqual([...kept.stacks], ["staging"]);
  });
});
