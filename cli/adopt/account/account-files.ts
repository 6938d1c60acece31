import { isDeepStrictEqual } from "node:util";
import { Document, parse, stringify } from "yaml";
import type { Installed } from "../../../engine";
import { inertYaml } from "../inert-yaml";
import { withKept } from "../kept";
import { projectFiles } from "../project-files";
import { type AccountResource, className } from "./account-resources";
import { hide } from "./hidden-values";

/** Declares what the stack's file lists. Values are encrypted there, in one secret. */
const PROGRAM = `// Declares at Render what this stack's file lists under \`resources\`, by kind and name. Where it says
// \`{ secret: true }\`, the value is in the secret \`values\`, at the same place.
const pulumi = require("@pulumi/pulumi");
const render = require("portcullis/render");

const config = new pulumi.Config();
const values = config.getSecretObject("values") ?? pulumi.secret({});

function resolved(value, at) {
  if (Array.isArray(value)) return value.map((each, index) => resolved(each, [...at, String(index)]));
  if (typeof value !== "object" || value === null) return value;
  if (value.secret === true && Object.keys(value).length === 1) {
    return values.apply((all) => at.reduce((inner, key) => inner?.[key], all));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, resolved(inner, [...at, key])]));
}

for (const [kind, named] of Object.entries(config.requireObject("resources"))) {
  for (const [name, args] of Object.entries(named)) {
    // Protected: \`pulumi destroy\`, and an entry that is missing in the file, delete nothing.
    new render[kind](name, resolved(args, [kind, name]), { protect: true });
  }
}
`;

/** What is written for one stack, and what has to be encrypted in it. */
export interface AccountStack {
  readonly stack: string;
  /** Its stack file. */
  readonly text: string;
  /** As `pulumi import` reads it. */
  readonly imports: readonly { readonly type: string; readonly name: string; readonly id: string }[];
  /** The secret `values`, in JSON. */
  readonly values: string;
}

const HEAD = `# Written by \`portcullis adopt --from-render\`: what the account had. Values of variables and files are not here, but in
# the secret \`values\`, which \`pulumi config set --secret\` has encrypted.
`;

/** The files of the project but its stack files, by their paths in it. */
export function accountProject(name: string, installed: readonly Installed[]): ReadonlyMap<string, string> {
  const files = projectFiles(name, installed);
  const project = stringify({
    ...{ name, description: "What the account has at Render", main: "index.js" },
    // The program is JavaScript; Pulumi's SDK starts in half the time with it.
    runtime: { name: "nodejs", options: { typescript: false, nodeargs: "--require portcullis/typescript" } },
    plugins: { providers: [{ name: "render", path: "node_modules/portcullis/render" }] },
  });
  const kept = [...files].filter(([file]) => !["index.ts", "tsconfig.json", "Pulumi.yaml"].includes(file));
  return new Map([["Pulumi.yaml", project], ["index.js", PROGRAM], ...kept]);
}

/** The new text, with what Pulumi has written into the old one; that as it is, in Pulumi's own form, where it says the same. */
export function stackFileText(text: string, before: string): string {
  const whole = withKept(text, before);
  const [made, old] = [whole, before].map((each) => parse(each, { logLevel: "error" }) as unknown);
  return isDeepStrictEqual(made, old) ? before : whole;
}

/** One stack for each environment that the resources are in. */
export function accountStacks(
  project: string,
  resources: readonly AccountResource[],
  { ownerId, host }: { readonly ownerId: string; readonly host: string | undefined },
): readonly AccountStack[] {
  return [...new Set(resources.map(({ stack }) => stack))].map((stack) => {
    const own = resources.filter((one) => one.stack === stack);
    const shown: Record<string, Record<string, unknown>> = {};
    const values: Record<string, Record<string, unknown>> = {};
    for (const { kind, name, inputs } of own) {
      const called = className(kind);
      const hidden = hide(inputs, kind.secrets);
      shown[called] = { ...shown[called], [name]: hidden.shown };
      if (hidden.values !== undefined) values[called] = { ...values[called], [name]: hidden.values };
    }
    const config = {
      "render:ownerId": ownerId,
      ...(host !== undefined && { "render:host": host }),
      [`${project}:resources`]: shown,
    };
    return {
      stack,
      text: `${HEAD}${inertYaml(new Document({ config }, { aliasDuplicateObjects: false }))}`,
      imports: own.map(({ kind, name, id }) => ({ type: kind.token, name, id })),
      values: JSON.stringify(values),
    };
  });
}
