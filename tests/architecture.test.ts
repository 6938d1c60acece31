import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { circlesOf } from "./import-circles";

const root = path.join(__dirname, "..");

/** DESIGN: imports go only upwards. A trailing `/sdk` names the one folder of a room that may be imported. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  // What any program needs of its machine; nothing of what this one is for.
  system: [],
  domain: [],
  platforms: ["domain"],
  databases: ["domain"],
  rules: ["domain", "platforms", "databases"],
  config: ["domain", "platforms", "databases"],
  // One statement of retries, quota, redaction, statuses and polling.
  "render-api": ["domain", "platforms", "system"],
  // The pauses and words of failed requests are stated once.
  "supabase-api": ["domain", "databases", "render-api", "system"],
  render: ["domain", "platforms", "render-api", "system"],
  // The provider's own client: one statement of retries, quota and redaction.
  probes: ["domain", "platforms", "databases", "render-api", "system"],
  connect: ["domain", "databases", "platforms", "probes"],
  diagnosis: ["domain", "platforms", "databases", "rules"],
  records: ["domain", "diagnosis", "system"],
  components: [
    "domain",
    "platforms",
    "databases",
    "rules",
    "config",
    "system",
    "render-api",
    "render/sdk",
    "probes",
    "connect",
    "diagnosis",
    "records",
  ],
  policy: ["domain", "platforms", "databases", "rules"],
  audit: ["domain", "platforms", "databases", "rules", "system"],
  // Where a build goes, and which versions it is of.
  rehearsal: ["domain", "platforms", "databases", "engine", "system"],
  // How a path is quoted in a command to type.
  engine: ["domain", "system"],
  cli: [
    "domain",
    "platforms",
    "databases",
    "rules",
    "config",
    "render-api",
    "supabase-api",
    "render",
    "probes",
    "connect",
    "diagnosis",
    "records",
    "components",
    "policy",
    "audit",
    "rehearsal",
    "engine",
    "system",
  ],
  api: ["domain", "config", "components", "render/sdk", "policy", "audit", "diagnosis", "cli"],
};

const JUNK_DRAWERS = /(^|[-./])(utils?|helpers?|common|misc|manager|new|v2|legacy)([-./]|$)/i;

function typescriptFiles(folder: string): string[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const file = `${folder}/${entry.name}`;
    if (entry.name === "node_modules" || entry.name === "dist") return [];
    if (entry.isDirectory()) return typescriptFiles(file);
    return entry.name.endsWith(".ts") ? [file] : [];
  });
}

/** Relative imports, static, dynamic and by require, as paths from the root. */
function importsOf(file: string): string[] {
  const source = readFileSync(path.join(root, file), "utf8");
  const specifiers = source.matchAll(
    /(?:\bfrom\s+|\bimport\s*\(?\s*|\brequire\(\s*)["'](\.{1,2}\/[^"']*|\.{1,2})["']/g,
  );
  return [...specifiers].map(([, specifier = ""]) => path.posix.join(path.posix.dirname(file), specifier));
}

const rooms = Object.keys(MAY_IMPORT).filter((room) => existsSync(path.join(root, room)));

describe("the architecture", () => {
  for (const room of rooms) {
    it(`lets ${room}/ import only what stands above it`, () => {
      const allowed = [room, ...(MAY_IMPORT[room] ?? [])];
      const strays = typescriptFiles(room).flatMap((file) =>
        importsOf(file)
          .filter((target) => !allowed.some((prefix) => target === prefix || target.startsWith(`${prefix}/`)))
          .filter((target) => !/(^|\/)package\.json$/.test(target))
          .map((target) => `${file} imports ${target}`),
      );
      assert.deepEqual(strays, []);
    });

    it(`says at the top of ${room}/index.ts what the folder is for`, () => {
      const index = readFileSync(path.join(root, room, "index.ts"), "utf8");
      assert.match(index, /^\/\*\*[\s\S]*?\.\s*\*\//);
    });
  }

  it("has no circle of imports, of types neither", () => {
    const files = rooms.flatMap(typescriptFiles);
    const known = new Set(files);
    const targets = (file: string): string[] =>
      importsOf(file).flatMap((target) =>
        [`${target}.ts`, `${target}/index.ts`].filter((candidate) => known.has(candidate)),
      );
    assert.deepEqual(circlesOf(files, targets), []);
  });

  it("lets the Pulumi program import the package by its name, as any other project does", () => {
    const source = readFileSync(path.join(root, "index.ts"), "utf8");
    const imported = [...source.matchAll(/\bfrom ["']([^"']+)["']/g)].map(([, name]) => name);
    assert.deepEqual(imported, ["portcullis"]);
  });

  it("keeps Pulumi, input/output and chance out of domain/", () => {
    const strays = typescriptFiles("domain").filter((file) =>
      /from ["'](@pulumi\/|node:(fs|net|http|https|child_process|dns|tls|os|crypto))/.test(
        readFileSync(path.join(root, file), "utf8"),
      ),
    );
    assert.deepEqual(strays, []);
  });

  it("keeps files small: 200 lines, or up to 300 with a reason on line 1", () => {
    const tooLong = [...rooms.flatMap(typescriptFiles), "index.ts"].filter((file) => {
      const lines = readFileSync(path.join(root, file), "utf8").trimEnd().split("\n");
      const reason = /^\/\/ Longer than 200 lines: ./.test(lines[0] ?? "");
      return lines.length > (reason ? 300 : 200);
    });
    assert.deepEqual(tooLong, []);
  });

  it("limits no time by AbortSignal.timeout, which Node 20 may collect", () => {
    const strays = rooms
      .flatMap(typescriptFiles)
      .filter((file) => /\bAbortSignal\.timeout\(/.test(readFileSync(path.join(root, file), "utf8")));
    assert.deepEqual(strays, []);
  });

  it("has no junk drawers", () => {
    assert.deepEqual(
      rooms.flatMap(typescriptFiles).filter((file) => JUNK_DRAWERS.test(file)),
      [],
    );
  });

  it("names no registry host and no absolute path of a machine in any tracked source", () => {
    const hosts = new RegExp(
      ["registry\\.npmjs", "files\\.pythonhosted", "pypi\\.org", "proxy\\.golang"].join("|"),
    );
    const files = [...rooms.flatMap(typescriptFiles), "package-lock.json", "package.json", "README.md"];
    const strays = files.filter((file) => {
      const text = readFileSync(path.join(root, file), "utf8");
      return hosts.test(text) || /["'`](\/home\/|\/Users\/|\/root\/)/.test(text);
    });
    assert.deepEqual(strays, []);
  });
});
