import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse, parseDocument, stringify } from "yaml";
import { down } from "../../../cli/preview-environment/down";
import { up } from "../../../cli/preview-environment/up";
import type { Pulumi } from "../../../cli/stacks/pulumi";

const STAGING = {
  encryptionsalt: "v1:staging",
  config: {
    "portcullis:service": {
      ...{ name: "shop-staging", repository: "https://github.com/acme/shop", driver: "asyncpg", port: 8000 },
      ...{ runtime: "python", region: "oregon", start: "uvicorn main:app --host 0.0.0.0 --port $PORT" },
    },
    "portcullis:database": { host: "db.shop.internal", role: "shop" },
    "portcullis:databasePassword": { secure: "v1:staging:password" },
    "portcullis:databaseAdminPassword": { secure: "v1:staging:admin" },
  },
};
const ENVIRONMENT = { pullRequest: 7, from: "staging", branch: "change", expires: "2026-12-01T00:00:00Z" };

/** Pulumi's stacks and files, as its commands leave them; it is interrupted before or after one that is named. */
class Kept {
  readonly stacks = new Set(["staging"]);
  readonly deployed = new Map<string, string>();

  constructor(readonly project: string) {
    writeFileSync(this.file("staging"), stringify(STAGING));
  }

  file(stack: string): string {
    return path.join(this.project, `Pulumi.${stack}.yaml`);
  }

  /** @param point such as `config cp`, or `config cp, done` */
  pulumi(point?: string): Pulumi {
    return async (args) => {
      const called = ["up", "destroy"].includes(args[0] ?? "") ? (args[0] ?? "") : args.slice(0, 2).join(" ");
      if (called === point) throw new Error("interrupted");
      const stdout = this.run(called, args);
      if (`${called}, done` === point) throw new Error("interrupted");
      return {
        exitCode: stdout === undefined ? 1 : 0,
        stdout: stdout ?? "",
        output: stdout ?? "error: refused",
      };
    };
  }

  /** @returns what it prints; undefined where it fails */
  private run(called: string, args: readonly string[]): string | undefined {
    const stack = args.includes("-s") ? (args[args.indexOf("-s") + 1] ?? "") : (args[2] ?? "");
    if (called === "stack ls") return JSON.stringify([...this.stacks].map((name) => ({ name })));
    if (called === "stack init") {
      assert.ok(!this.stacks.has(stack), "a stack is made once");
      this.stacks.add(stack);
      writeFileSync(this.file(stack), "encryptionsalt: v1:own\n");
    }
    if (called === "config cp") {
      const to = args[args.indexOf("--dest") + 1] ?? "";
      const document = parseDocument(readFileSync(this.file(to), "utf8"));
      document.set("config", parse(readFileSync(this.file(stack), "utf8")).config);
      writeFileSync(this.file(to), document.toString());
    }
    if (called === "config set") {
      const document = parseDocument(readFileSync(this.file(stack), "utf8"));
      document.setIn(["config", args.at(-1)], { secure: "v1:own:password" });
      writeFileSync(this.file(stack), document.toString());
    }
    if (called === "config refresh") {
      const last = this.deployed.get(stack);
      if (last === undefined) return undefined;
      writeFileSync(this.file(stack), last);
    }
    if (called === "up") this.deployed.set(stack, readFileSync(this.file(stack), "utf8"));
    if (called === "destroy") this.deployed.delete(stack);
    if (called === "stack rm") {
      const name = args.at(-1) ?? "";
      if (this.deployed.has(name)) return undefined;
      this.stacks.delete(name);
    }
    return "{}";
  }
}

describe("A pull request's environment", () => {
  let kept: Kept;
  beforeEach(() => {
    kept = new Kept(mkdtempSync(path.join(tmpdir(), "portcullis-test-")));
  });
  afterEach(() => rmSync(kept.project, { recursive: true, force: true }));

  const doing = (point?: string) => ({ project: kept.project, pulumi: kept.pulumi(point), report: () => {} });
  const typedUp = (point?: string) => up({ environment: ENVIRONMENT, ...doing(point) });
  const typedDown = (point?: string) => down({ stack: "pr-7", ...doing(point) });

  for (const point of [
    "stack init",
    "stack init, done",
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
});
