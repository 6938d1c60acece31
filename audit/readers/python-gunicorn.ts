import type { SyntaxNode } from "@lezer/common";
import { type Fact, known, unknown } from "../../domain";
import type { PythonModule } from "./python-module";
import { pythonValue } from "./python-values";
import { childrenOf } from "./syntax-tree";

/** Whether a file is by its name one of gunicorn's settings: `gunicorn.conf.py` is read without being named. */
export function isGunicornConfiguration(path: string): boolean {
  return /(?:^|\/)gunicorn[\w.-]*\.py$/.test(path);
}

/** What `bind` says in a file of gunicorn's settings; it holds where gunicorn is started with that file. */
export function gunicornFacts(module: PythonModule): readonly Fact[] {
  const bound = isGunicornConfiguration(module.path) ? module.named("bind") : undefined;
  if (bound?.is !== "expression") return [];
  const address = addressOf(bound.module, bound.node);
  if (address === undefined) return [];
  const stated = { place: bound.module.tree.place(bound.node, "bind"), started: "configuration" } as const;
  const facts: Fact[] = [{ kind: "bind", ...stated, host: known(address.host || "0.0.0.0") }];
  if (address.port === "PORT" || address.port === "") return facts;
  const port = /^\d+$/.test(address.port) ? known(address.port) : unknown("it is computed");
  return [...facts, { kind: "port", role: "code", ...stated, port }];
}

/** Host and port of `"0.0.0.0:8000"`, and of one whose port is put in: `PORT` where it is that variable. */
function addressOf(
  module: PythonModule,
  node: SyntaxNode,
): { readonly host: string; readonly port: string } | undefined {
  const { tree } = module;
  const value = pythonValue(module, node);
  if (value.is === "literal" && !value.text.startsWith("unix:")) {
    const [, host = "", port = ""] = /^(.*?)(?::(\d*))?$/.exec(value.text) ?? [];
    return { host, port };
  }
  const put = (host: string, rest: string): ReturnType<typeof addressOf> => ({
    host,
    port: /^\d+$/.test(rest) ? rest : /["']PORT["']/.test(rest) ? "PORT" : "computed",
  });
  if (node.name === "FormatString") {
    const [, host, rest] = /^[fF]["']([^"'{}:]{0,100}):([\s\S]{1,300})["']$/.exec(tree.text(node)) ?? [];
    return host === undefined || rest === undefined ? undefined : put(host, rest);
  }
  const [left, operator, right] = childrenOf(node);
  if (node.name !== "BinaryExpression" || left === undefined || right === undefined) return undefined;
  const before = operator !== undefined && tree.text(operator) === "+" ? tree.string(left) : undefined;
  if (before?.endsWith(":") !== true) return undefined;
  const after = pythonValue(module, right);
  return {
    host: before.slice(0, -1),
    port:
      after.is === "variable"
        ? after.name === "PORT"
          ? "PORT"
          : "computed"
        : after.is === "literal"
          ? after.text
          : "computed",
  };
}
