import assert from "node:assert/strict";
import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** What adopt writes for a template, what review rejects, and what corrects it: `expected.yaml` of its folder. */
export interface Expected {
  /** By stack: the services by their keys, with their kinds. */
  readonly stacks: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By stack: keys under `portcullis:` with their values. */
  readonly values: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  /** What adopt leaves out, as its notes name it. */
  readonly notes?: readonly string[];
  /** By stack: the policies that reject it as it was adopted. */
  readonly rejected: Readonly<Record<string, readonly string[]>>;
  /** By stack: texts of its file, each with the one that corrects it. */
  readonly mended: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** By file of the repository: texts that adopt's notes ask to change, each with the one for it. */
  readonly asked?: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What each stack file says of the rehearsal alone, for what no machine of these tests reaches. */
  readonly rehearsal?: Readonly<Record<string, unknown>>;
}

export const TEMPLATES: readonly string[] = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

/** A repository after a template, as a user has it: a checkout with a remote. */
export class Template {
  readonly expected: Expected;
  readonly repository: string;

  constructor(
    readonly name: string,
    parent: string,
  ) {
    const own = path.join(__dirname, name);
    this.expected = parse(readFileSync(path.join(own, "expected.yaml"), "utf8")) as Expected;
    this.repository = path.join(parent, "shop");
    cpSync(path.join(own, "repository"), this.repository, { recursive: true });
    mkdirSync(path.join(this.repository, ".git"));
    writeFileSync(
      path.join(this.repository, ".git/config"),
      '[core]\n\trepositoryformatversion = 0\n[remote "origin"]\n\turl = git@github.com:acme/shop.git\n',
    );
    writeFileSync(path.join(this.repository, ".git/HEAD"), "ref: refs/heads/main\n");
    for (const folder of ["objects", "refs"]) mkdirSync(path.join(this.repository, ".git", folder));
  }

  get project(): string {
    return path.join(this.repository, "infra");
  }

  /** Compares what adopt has written with what is expected of it. */
  assertAdopted(stdout: string): void {
    const { stacks, values, notes = [] } = this.expected;
    const files = readdirSync(this.project).flatMap((file) => /^Pulumi\.(.+)\.yaml$/.exec(file)?.[1] ?? []);
    assert.deepEqual(files.sort(), Object.keys(stacks).sort());
    for (const [stack, services] of Object.entries(stacks)) {
      const config = this.configOf(stack);
      assert.deepEqual(kindsOf(config), services, stack);
      const found = Object.keys(values[stack] ?? {}).map((key) => [key, valueAt(config, key)] as const);
      assert.deepEqual(Object.fromEntries(found), values[stack] ?? {}, stack);
    }
    for (const note of notes) assert.ok(stdout.includes(`${note} is left out`), stdout);
    const written = readdirSync(this.project, { recursive: true, encoding: "utf8" })
      .filter((file) => !file.includes("node_modules") && /\.(?:ya?ml|json|ts|js)$/.test(file))
      .map((file) => readFileSync(path.join(this.project, file), "utf8"));
    assert.doesNotMatch([stdout, ...written].join("\n"), /canary/i);
  }

  /** Changes the lines that correct the fault, as a person does. */
  mend(): void {
    for (const [stack, changes] of Object.entries(this.expected.mended)) {
      changeIn(path.join(this.project, `Pulumi.${stack}.yaml`), changes);
    }
  }

  /** Changes what adopt's notes ask for, and says what holds in a rehearsal alone. */
  doAsAsked(): void {
    const { asked = {}, rehearsal, stacks } = this.expected;
    for (const [file, changes] of Object.entries(asked)) changeIn(path.join(this.repository, file), changes);
    if (rehearsal === undefined) return;
    for (const stack of Object.keys(stacks)) {
      const said = `  portcullis:rehearsal: ${JSON.stringify(rehearsal)}\n`;
      appendFileSync(path.join(this.project, `Pulumi.${stack}.yaml`), said);
    }
  }

  private configOf(stack: string): Record<string, unknown> {
    const text = readFileSync(path.join(this.project, `Pulumi.${stack}.yaml`), "utf8");
    return (parse(text) as { config: Record<string, unknown> }).config;
  }
}

function changeIn(file: string, changes: Readonly<Record<string, string>>): void {
  assert.ok(existsSync(file));
  let text = readFileSync(file, "utf8");
  for (const [wrong, right] of Object.entries(changes)) {
    assert.ok(text.includes(wrong), `${wrong} in ${file}`);
    text = text.replace(wrong, right);
  }
  writeFileSync(file, text);
}

type Service = Readonly<Record<string, unknown>>;

function kindsOf(config: Readonly<Record<string, unknown>>): Readonly<Record<string, string>> {
  const one = config["portcullis:service"] as Service | undefined;
  const several = (config["portcullis:services"] ?? {}) as Readonly<Record<string, Service>>;
  const all = one === undefined ? Object.entries(several) : [["service", one] as const];
  return Object.fromEntries(all.map(([key, { type }]) => [key, String(type ?? "web")]));
}

function valueAt(config: Readonly<Record<string, unknown>>, key: string): unknown {
  const [first = "", ...rest] = key.split(".");
  return rest.reduce(
    (value, part) => (value as Readonly<Record<string, unknown>> | undefined)?.[part],
    config[`portcullis:${first}`],
  );
}
