import assert from "node:assert/strict";
import { auditFolder } from "../../audit";
import { READERS } from "../../audit/readers";
import { rulesMarkdown } from "../../cli/rules/markdown";
import { DATABASES, type RegisteredDatabaseProvider } from "../../databases";
import { factsOf, known } from "../../domain";
import { rule } from "../../domain/rule";
import { PLATFORMS, type RegisteredPlatform } from "../../platforms";
import { rulesOf } from "../../rules";
import { inFolder } from "../audit/written-folder";

/** A platform that no one sells: it scans for a port, keeps one, sets a variable, and reaches no IPv6 address. */
const LIGHTHOUSE: RegisteredPlatform = {
  id: "lighthouse",
  name: "Lighthouse",
  manifests: [
    {
      file: /(?:^|\/)lighthouse\.conf$/,
      setsVariables: true,
      insteadOfSecret: (name) => `Type \`lighthouse secret ${name}\`.`,
    },
  ],
  variables: ["LIGHTHOUSE_ID"],
  defaultPort: 7000,
  portDiscovery: "scan",
  reservedPorts: [7777],
  outboundIpv6: false,
  isNative: () => false,
  names: {},
  reference: "https://example.com/ports",
  rules: [
    rule({
      id: "lighthouse/no-lamp",
      severity: "error",
      title: "A lighthouse has a lamp",
      why: "Ships come by at night, and see none.",
      fix: "Set LAMP.",
      reference: "https://example.com/lamps",
      platforms: ["lighthouse"],
      check: (facts) => {
        const [platform] = factsOf(facts, "platform").filter((fact) => fact.platform === "lighthouse");
        const lit = factsOf(facts, "variable").some(({ name }) => name === "LAMP");
        if (platform === undefined || lit) return { violations: [], undecided: [] };
        const { place } = platform;
        return {
          violations: [{ place, what: "lamp", expected: "one", got: "none", fix: "Set LAMP." }],
          undecided: [],
        };
      },
    }),
  ],
};

/** A database provider that no one sells: one host for each project, with an IPv6 address only. */
const CELLAR: RegisteredDatabaseProvider = {
  id: "cellar",
  name: "Cellar",
  recognises: (host) => host.endsWith(".cellar.example"),
  projectOf: ({ host }) => host.split(".")[0],
  roleOf: ({ user }) => user,
  poolMode: ({ port }) => (port === 7432 ? "transaction" : "session"),
  isIpv6Only: (host) => host.startsWith("deep."),
  overIpv4: { stack: "Use `shallow`.", file: "Write the shallow host." },
  hasOwnAuthority: false,
  rules: [
    rule({
      id: "database/cellar-stairs",
      severity: "warning",
      title: "The cellar is reached by its stairs",
      why: "There is no lift.",
      fix: "Write port 5432.",
      reference: "https://example.com/stairs",
      check: () => ({ violations: [], undecided: [] }),
    }),
  ],
};

const platforms = [...PLATFORMS, LIGHTHOUSE];
const databases = [CELLAR, ...DATABASES];

/** Reads `NAME=value` of a manifest, as a reader in the platform's own format would. */
const READER = {
  name: "lighthouse",
  accepts: (path: string) => /(?:^|\/)lighthouse\.conf$/.test(path),
  read: ({ path, text }: { path: string; text: string }) => ({
    problems: [],
    facts: text.split("\n").flatMap((line, index) => {
      const [name = "", value] = line.split("=");
      if (value === undefined) return [];
      const place = { source: "file", file: path, line: index + 1, column: 1 } as const;
      return [{ kind: "variable", place, name, value: known(value), secret: /SECRET/.test(name) } as const];
    }),
  }),
};

describe("a platform and a database provider that are registered", () => {
  it("are taken up by the audit: their manifest, their properties and their rules", async () => {
    const files = {
      "lighthouse.conf":
        "PORT=7777\nLIGHTHOUSE_ID=3\nJWT_SECRET=kX9canary7QzPw3mN8vR2\nDATABASE_URL=postgresql://app:kX9canary@deep.cellar.example:5432/app\n",
    };
    const { findings } = await inFolder(files, (folder) =>
      auditFolder(folder, {
        readers: [...READERS, READER],
        platforms,
        databases,
        rules: rulesOf(platforms, databases),
      }),
    );
    const told = findings.map(({ rule: id, got, fix }) => `${id}: ${got}. ${fix}`);
    assert.ok(
      told.some((text) => text.startsWith("port/reserved: 7777")),
      told.join("\n"),
    );
    assert.ok(told.some((text) => text.startsWith("environment/platform-owned")));
    assert.ok(
      told.some(
        (text) => text.startsWith("secret/in-manifest") && text.includes("lighthouse secret JWT_SECRET"),
      ),
    );
    assert.ok(told.includes("database/ipv6-only-host: `deep.cellar.example`. Write the shallow host."));
    assert.ok(told.includes("lighthouse/no-lamp: none. Set LAMP."));
  });

  it("leave a service of another platform alone", async () => {
    const files = { "fly.toml": 'app = "shop"\n[env]\nPORT = "7777"\nLIGHTHOUSE_ID = "3"\n' };
    const { findings } = await inFolder(files, (folder) =>
      auditFolder(folder, { platforms, databases, rules: rulesOf(platforms, databases) }),
    );
    const own = ["port/reserved", "environment/platform-owned", "lighthouse/no-lamp", "port/hard-coded"];
    assert.deepEqual(
      findings.filter((finding) => own.includes(finding.rule)),
      [],
    );
  });

  it("stand among the rules and on their page, after the general ones of their group", () => {
    const rules = rulesOf(platforms, databases);
    const ids = rules.map(({ id }) => id);
    assert.ok(ids.indexOf("database/cellar-stairs") > ids.indexOf("database/local-host"));
    const page = rulesMarkdown(rules);
    assert.match(page, /### lighthouse\/no-lamp/);
    assert.match(page, /### database\/cellar-stairs/);
  });
});

describe("the registered platforms and database providers", () => {
  it("have each a name and an id of their own", () => {
    for (const all of [PLATFORMS, DATABASES])
      assert.equal(new Set(all.flatMap(({ id, name }) => [id, `name ${name}`])).size, all.length * 2);
  });

  it("say of each list that grows on which day it was read, and where", () => {
    for (const list of PLATFORMS.flatMap(({ names }) => Object.values(names))) {
      assert.match(list.read, /^20\d\d-\d\d-\d\d$/);
      assert.match(list.source, /^https:\/\//);
    }
  });
});
