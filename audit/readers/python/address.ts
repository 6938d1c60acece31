import type { SyntaxNode } from "@lezer/common";
import { type BindFact, type Fact, known, unknown } from "../../../domain";
import { childrenOf } from "../code/syntax-tree";
import type { PythonModule } from "./module";
import { pythonValue } from "./values";

/** The two sides of `host:port`; the port is `PORT` where it is that variable, and `computed` where it is another's. */
export interface Address {
  readonly host: string;
  readonly port: string;
}

/** What a server binds that is given the address, and without a host all of them. */
export function boundFacts(
  { host, port }: Address,
  stated: Pick<BindFact, "place" | "started">,
): readonly Fact[] {
  const bind: Fact = { kind: "bind", ...stated, host: known(host || "0.0.0.0") };
  if (port === "PORT" || port === "") return [bind];
  const number = /^\d+$/.test(port) ? known(port) : unknown("it is computed");
  return [bind, { kind: "port", role: "code", ...stated, port: number }];
}

/** Host and port of `"0.0.0.0:8000"`, and of one whose port is put in: `PORT` where it is that variable. */
export function addressOf(module: PythonModule, node: SyntaxNode): Address | undefined {
  const { tree } = module;
  const value = pythonValue(module, node);
  if (value.is === "literal" && !value.text.startsWith("unix:")) {
    const [, host = "", port = ""] = /^(.*?)(?::(\d*))?$/.exec(value.text) ?? [];
    return { host, port };
  }
  const put = (host: string, rest: string): Address => ({
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
