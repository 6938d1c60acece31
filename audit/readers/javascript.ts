import type { SyntaxNode } from "@lezer/common";
import { type Fact, type Knowable, known, unknown } from "../../domain";
import type { Reader } from "../reader";
import { JavaScriptTree } from "./javascript-tree";

/** Tests, and the settings of build tools, start nothing that is deployed. */
const NOT_DEPLOYED =
  /(?:^|\/)(?:tests?|__tests__|e2e|cypress)\/|\.(?:test|spec|config|d)\.[cm]?[jt]sx?$|\.min\.js$/;

/** Without one of these words a file can state no fact, and is not parsed. */
const MAY_STATE = /process\.env|\.listen\(|serve\(|["']pg["']|["']postgres["']/;

/** JavaScript and TypeScript code: what it binds, which variables it asks for, and how it connects. */
export const JAVASCRIPT: Reader = {
  name: "javascript",
  accepts: (path) => /\.[cm]?[jt]sx?$/.test(path) && !NOT_DEPLOYED.test(path),
  read: (file) => {
    if (!MAY_STATE.test(file.text)) return { facts: [], problems: [] };
    const tree = new JavaScriptTree(file);
    return {
      facts: [...serverFacts(tree), ...variableFacts(tree), ...driverFacts(tree, file.text)],
      problems: [],
    };
  },
};

function serverFacts(tree: JavaScriptTree): readonly Fact[] {
  return tree.nodes("CallExpression").flatMap((call): readonly Fact[] => {
    const callee = call.firstChild === null ? "" : tree.text(call.firstChild);
    const [first, second] = tree.arguments(call);
    const options = tree.properties(first);
    if (/^(?:Bun\.|Deno\.)?serve$/.test(callee)) {
      return [
        ...portFacts(tree, options?.get("port"), call),
        ...bindFacts(tree, options?.get("hostname"), call),
      ];
    }
    if (!/^(?:app|server|httpServer|fastify)\.listen$/.test(callee)) return [];
    const port = options === undefined ? first : options.get("port");
    const host = options === undefined ? second : options.get("host");
    return [...portFacts(tree, port, call), ...bindFacts(tree, host, call)];
  });
}

/** Code that reads PORT follows it and names no port. */
function portFacts(tree: JavaScriptTree, node: SyntaxNode | undefined, call: SyntaxNode): readonly Fact[] {
  if (node === undefined || node.name === "ObjectExpression") return [];
  const value = tree.value(node);
  if (value.is === "variable" && value.name === "PORT") return [];
  return [{ kind: "port", role: "code", place: tree.place(node, "port"), port: stated(tree, node, call) }];
}

function bindFacts(tree: JavaScriptTree, node: SyntaxNode | undefined, call: SyntaxNode): readonly Fact[] {
  // The second argument is a host where it is text, and a callback or a backlog in other calls.
  if (node === undefined || !["String", "VariableName", "PropertyDefinition"].includes(node.name)) return [];
  const value = tree.value(node);
  if (node.name !== "String" && value.is === "unknown") return [];
  return [{ kind: "bind", place: tree.place(node, "host"), host: stated(tree, node, call) }];
}

function stated(tree: JavaScriptTree, node: SyntaxNode, call: SyntaxNode): Knowable<string> {
  const value = tree.value(node);
  if (value.is === "variable") return unknown(`it is the value of ${value.name}`);
  if (value.is === "unknown") return unknown("it cannot be followed in this file");
  for (let parent = call.parent; parent !== null; parent = parent.parent) {
    if (parent.name === "IfStatement") return unknown("it is bound only under a condition");
  }
  return known(value.text);
}

/** An absent variable is `undefined` in JavaScript and no error yet, so that none is known to be required. */
function variableFacts(tree: JavaScriptTree): readonly Fact[] {
  return tree.nodes("MemberExpression").flatMap((node): readonly Fact[] => {
    const value = tree.value(node);
    const { parent } = node;
    if (value.is !== "variable") return [];
    if (parent?.name === "AssignmentExpression" && parent.firstChild?.from === node.from) return [];
    const either = parent?.name === "BinaryExpression" ? tree.value(parent) : undefined;
    const required: Knowable<boolean> =
      either?.is === "variable" && either.fallback
        ? known(false)
        : unknown("the code may handle its absence");
    return [{ kind: "wanted-variable", name: value.name, required, place: tree.place(node, value.name) }];
  });
}

const imports = (text: string, name: string): boolean =>
  text.includes(`from "${name}"`) ||
  text.includes(`from '${name}'`) ||
  text.includes(`require("${name}")`) ||
  text.includes(`require('${name}')`);

/** node-postgres prepares only what is named, so its settings matter for TLS and sizes; postgres.js prepares all. */
function driverFacts(tree: JavaScriptTree, text: string): readonly Fact[] {
  const [pg, postgres] = [imports(text, "pg"), imports(text, "postgres")];
  if (!pg && !postgres) return [];
  return tree.nodes("NewExpression", "CallExpression").flatMap((call): readonly Fact[] => {
    const isNew = call.name === "NewExpression";
    const callee = isNew ? call.firstChild?.nextSibling : call.firstChild;
    const name = callee === null || callee === undefined ? "" : tree.text(callee);
    const place = tree.place(call, name);
    const given = tree.arguments(call);
    if (pg && isNew && /^(?:pg\.)?(?:Pool|Client)$/.test(name)) {
      return [
        { kind: "driver", place, driver: known("node-postgres"), driverSettings: settings(tree, given[0]) },
      ];
    }
    if (!postgres || isNew || name !== "postgres") return [];
    const options = given[0]?.name === "ObjectExpression" ? given[0] : given[1];
    return [{ kind: "driver", place, driver: known("postgres-js"), driverSettings: settings(tree, options) }];
  });
}

const TOLD = ["prepare", "ssl", "max", "min", "idle_timeout", "connect_timeout"];

function settings(tree: JavaScriptTree, node: SyntaxNode | undefined): Knowable<Record<string, string>> {
  if (node === undefined) return known({});
  const properties = tree.properties(node);
  if (properties === undefined) return unknown("its options are put together elsewhere");
  const found: Record<string, string> = {};
  for (const name of TOLD) {
    const given = properties.get(name);
    const value = given === undefined ? undefined : tree.value(given);
    if (value?.is === "literal") found[name] = value.text;
    else if (value !== undefined && name === "prepare") return unknown("`prepare` is not a literal");
  }
  return known(found);
}
