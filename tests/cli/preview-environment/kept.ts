import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse, parseDocument, stringify } from "yaml";
import type { Pulumi } from "../../../cli/stacks/pulumi";

export const STAGING = {
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
export const ENVIRONMENT = {
  pullRequest: 7,
  from: "staging",
  branch: "change",
  expires: "2026-12-01T00:00:00Z",
};

/** Pulumi's stacks and files, as its commands leave them; it is interrupted before or after one that is named. */
export class Kept {
  readonly stacks = new Set(["staging"]);
  readonly deployed = new Set<string>();
  /** The newest update's configuration, by stack. */
  readonly updated = new Map<string, Readonly<Record<string, unknown>>>();
  /** Secrets that were set. */
  readonly typed: string[] = [];

  constructor(
    readonly project: string,
    staging: unknown = STAGING,
  ) {
    writeFileSync(this.file("staging"), stringify(staging));
  }

  file(stack: string): string {
    return path.join(this.project, `Pulumi.${stack}.yaml`);
  }

  /** @param point such as `config cp`, or `config cp, done` */
  pulumi(point?: string): Pulumi {
    return async (args, { input } = {}) => {
      const called = ["up", "refresh", "destroy"].includes(args[0] ?? "")
        ? (args[0] ?? "")
        : args.slice(0, 2).join(" ");
      if (called === point) throw new Error("interrupted");
      const stdout = this.run(called, args, input);
      if (`${called}, done` === point) throw new Error("interrupted");
      return {
        exitCode: stdout === undefined ? 1 : 0,
        stdout: stdout ?? "",
        output: stdout ?? "error: refused",
      };
    };
  }

  /** The same where some of its commands are refused: with a wrong passphrase, by Pulumi's own sentence. */
  refusing(isRefused: (args: readonly string[]) => boolean, why = "incorrect passphrase"): Pulumi {
    return async (args, options) =>
      isRefused(args) ? { exitCode: 255, stdout: "", output: `error: ${why}` } : this.pulumi()(args, options);
  }

  /** @returns what it prints; undefined where it fails */
  private run(called: string, args: readonly string[], input?: string): string | undefined {
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
      this.typed.push(input ?? "");
      writeFileSync(this.file(stack), document.toString());
    }
    if (called === "config refresh") {
      const config = this.updated.get(stack);
      if (config === undefined) return undefined;
      writeFileSync(this.file(stack), stringify({ encryptionsalt: "v1:own", config }));
    }
    if (called === "stack history") {
      const config = this.updated.get(stack);
      const shown = Object.entries(config ?? {}).map(([key, value]) => [key, { objectValue: value }]);
      return JSON.stringify(config === undefined ? [] : [{ config: Object.fromEntries(shown) }]);
    }
    if (["up", "refresh"].includes(called))
      this.updated.set(stack, parse(readFileSync(this.file(stack), "utf8")).config);
    if (called === "up") this.deployed.add(stack);
    if (called === "destroy") this.deployed.delete(stack);
    if (called === "stack rm") {
      const name = args.at(-1) ?? "";
      if (this.deployed.has(name)) return undefined;
      this.stacks.delete(name);
      this.updated.delete(name);
    }
    return "{}";
  }
}
