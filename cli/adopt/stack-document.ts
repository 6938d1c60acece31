import { Document, type Pair, type Scalar, type YAMLMap } from "yaml";
import type { DraftField, SecretToSet, ServiceDraft, StackDraft } from "../../audit";
import { printable } from "../audit/printable";
import { inertYaml } from "./inert-yaml";

/** By the first line editors know the schema, which is in the project's installed package. */
export const SCHEMA_LINE = " yaml-language-server: $schema=node_modules/portcullis/docs/stack.schema.json";

const HEAD = `${SCHEMA_LINE}
 Written by \`portcullis adopt\`. A comment says where a value was read, or why it was assumed.
 Secrets are typed with \`pulumi config set --secret\`, and are never written here by hand.`;

const UNNAMED =
  " No file of the repository names an environment that is deployed: this one is taken for production.";

/**
 * A stack file's text; each key says in a comment where it was read, or that it was assumed, and what is wrong
 * with it. What is wrong elsewhere, such as in code, is not written: the file would still say so once it is corrected.
 */
export function stackDocument(draft: StackDraft): string {
  const document = new Document({ config: {} });
  document.commentBefore = [HEAD, ...(draft.isNamed ? [] : [UNNAMED])].join("\n");
  const config = document.get("config") as YAMLMap;
  const { services, shared, sharedSecrets, standardPort, database, databases, secrets } = draft;
  const [only, ...others] = services;
  if (only !== undefined && others.length === 0) {
    config.add(document.createPair("portcullis:service", serviceMap(document, only)));
  } else {
    const map = document.createNode({}) as YAMLMap;
    for (const service of services) {
      // The key is the name at Render where no other is written.
      map.add(document.createPair(service.key, serviceMap(document, service)));
    }
    config.add(document.createPair("portcullis:services", map));
  }
  if (shared.length > 0) {
    config.add(document.createPair("portcullis:environment", mapping(document, shared)));
  }
  if (sharedSecrets.length > 0) {
    config.add(document.createPair("portcullis:secrets", secretNames(document, sharedSecrets)));
  }
  if (standardPort !== undefined) {
    const [pair] = mapping(document, [{ ...standardPort, key: "portcullis:standardPort" }]).items;
    if (pair !== undefined) config.add(pair);
  }
  if (database !== undefined) {
    const pair = document.createPair("portcullis:database", mapping(document, database));
    const told = secrets.filter(({ path }) => !path).flatMap(typedSecret);
    (pair.key as Scalar).commentBefore = told.map((line) => ` ${comment(line)}`).join("\n");
    config.add(pair);
  }
  if (databases.length > 0) {
    const map = document.createNode({}) as YAMLMap;
    for (const { key, fields, secret } of databases) {
      const pair = document.createPair(key, mapping(document, fields));
      const told = typedSecret(secret).map((line) => ` ${comment(line)}`);
      (pair.key as Scalar).commentBefore = told.join("\n");
      map.add(pair);
    }
    config.add(document.createPair("portcullis:databases", map));
  }
  return inertYaml(document);
}

/** Why a connection's secret is not among its keys, and where its value is today. */
function typedSecret({ key, note, isHeld = false, flags = [] }: SecretToSet): readonly string[] {
  const name = key.replace(/^.*[.:]/, "");
  const named = /^no file/.test(note) ? note : `${note} names it without its value`;
  const today = isHeld ? `today's is at ${note}` : named;
  return [...flags, `${name} is a secret, so it is typed and not written here; ${today}`];
}

function serviceMap(document: Document, { fields, variables, secrets }: ServiceDraft): YAMLMap {
  const map = mapping(document, fields);
  if (variables.length > 0) map.add(document.createPair("environment", mapping(document, variables)));
  if (secrets.length > 0) map.add(document.createPair("secrets", secretNames(document, secrets)));
  return map;
}

function mapping(document: Document, fields: readonly DraftField[]): YAMLMap {
  const map = document.createNode({}) as YAMLMap;
  for (const { key, value, note, flags = [] } of fields) {
    const pair = document.createPair(key, value) as Pair<Scalar, Scalar>;
    const told = flags.map((flag) => ` ${comment(flag)}`);
    // A mapping's comment belongs before its key: otherwise it would follow its last value.
    if (typeof value === "object") told.push(` ${comment(note)}`);
    else pair.value = Object.assign(document.createNode(value) as Scalar, { comment: ` ${comment(note)}` });
    if (told.length > 0) pair.key.commentBefore = told.join("\n");
    map.add(pair);
  }
  return map;
}

/** Names whose values are typed, with where each is named. */
function secretNames(document: Document, secrets: ServiceDraft["secrets"]): unknown {
  const nodes = secrets.map(({ name, note }) =>
    Object.assign(document.createNode(name) as Scalar, { comment: ` ${comment(note)}` }),
  );
  return document.createNode(nodes);
}

/** Names of files are foreign text: none may end its comment. */
function comment(text: string): string {
  return printable(text);
}
