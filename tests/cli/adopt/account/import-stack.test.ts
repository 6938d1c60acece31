import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import type { AccountStack } from "../../../../cli/adopt/account/account-files";
import { importStack } from "../../../../cli/adopt/account/import-stack";
import type { Pulumi } from "../../../../cli/stacks/pulumi";

const WEB = "render:index/webService:WebService";
const CANARY = "c4nary-of-the-account";
const ACCOUNT: AccountStack = {
  ...{ stack: "production", text: "", values: JSON.stringify({ KEY: CANARY }) },
  imports: [
    { type: WEB, name: "api", id: "srv-1" },
    { type: WEB, name: "shop", id: "srv-2" },
  ],
};

/** A Pulumi that keeps a state in memory, and is interrupted before the command that is named. */
class KeptState {
  readonly asked: string[] = [];
  readonly files: string[] = [];
  stacks: string[] = [];
  resources: { type: string; id: string }[] = [];
  differs = false;

  pulumi(stoppedBefore?: string): Pulumi {
    return async (args, { input } = {}) => {
      const [command = "", word = ""] = args;
      const called = command === "stack" ? `${command} ${word}` : command;
      if (called === stoppedBefore) throw new Error("interrupted");
      this.asked.push(called);
      assert.doesNotMatch(args.join(" "), new RegExp(CANARY));
      if (called === "stack init") this.stacks.push(args[2] ?? "");
      if (called === "config") assert.ok(input);
      if (called === "import") {
        const file = args[args.indexOf("-f") + 1] ?? "";
        this.files.push(file);
        this.resources.push(...JSON.parse(readFileSync(file, "utf8")).resources);
      }
      const stdout = {
        "stack ls": JSON.stringify(this.stacks.map((name) => ({ name }))),
        "stack export": JSON.stringify({ deployment: { resources: this.resources } }),
      }[called];
      const exitCode = called === "preview" && this.differs ? 255 : 0;
      return {
        exitCode,
        stdout: stdout ?? "",
        output: exitCode === 0 ? "" : "Diagnostics:\n  no changes were expected",
      };
    };
  }
}

describe("The import of what an account has", () => {
  const run = (kept: KeptState, stopped?: string) => importStack(kept.pulumi(stopped), ACCOUNT, "rnd_key");

  it("makes the stack, encrypts its values, imports all at once, and asks for an empty preview", async () => {
    const kept = new KeptState();
    const { imported, preview } = await run(kept);
    assert.deepEqual([imported, preview], [2, "empty"]);
    assert.deepEqual(kept.asked, [
      "stack ls",
      "stack init",
      "config",
      "config",
      "stack export",
      "import",
      "preview",
    ]);
    assert.ok(kept.files.every((file) => !existsSync(file)));
  });

  it("knows its stack by a name with organization and project", async () => {
    const kept = new KeptState();
    kept.stacks = ["acme/harbor/production"];
    await run(kept);
    assert.ok(!kept.asked.includes("stack init"));
    const whole = { ...ACCOUNT, stack: "acme/harbor/production" };
    kept.stacks = ["production"];
    kept.asked.length = 0;
    await importStack(kept.pulumi(), whole, "rnd_key");
    assert.ok(!kept.asked.includes("stack init"));
  });

  for (const point of ["config", "import", "preview"]) {
    it(`interrupted before \`pulumi ${point}\` and typed again, goes on and imports nothing twice`, async () => {
      const kept = new KeptState();
      await assert.rejects(run(kept, point), /interrupted/);
      const { imported, preview } = await run(kept);
      assert.deepEqual([imported, preview], [point === "preview" ? 0 : 2, "empty"]);
      assert.deepEqual(kept.stacks, ["production"]);
      assert.deepEqual(
        kept.resources.map(({ id }) => id),
        ["srv-1", "srv-2"],
      );
    });
  }

  it("says what the next preview would change", async () => {
    const kept = new KeptState();
    kept.differs = true;
    const { preview, detail } = await run(kept);
    assert.deepEqual([preview, /no changes were expected/.test(detail)], ["changes", true]);
  });
});
