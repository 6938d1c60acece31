import { readFileSync } from "node:fs";
import Module, { createRequire } from "node:module";
import path from "node:path";
import { transform } from "sucrase";
import { loadWritingLater } from "../components/dynamic-provider/writing-later";

/**
 * `portcullis/typescript`: with `node --require` it lets a Pulumi program be written in TypeScript. Types are removed
 * and not checked; an editor and `tsc` do that. On every Node, since it costs less than the type stripping that Node
 * itself has from 22.18 on: 32 ms against 52 ms on Node 22.23, 29 ms on 20.20 (docs/decisions/0022-programs-in-typescript.md).
 * And it lets Pulumi's SDK start without what only some programs use (docs/decisions/0027-dynamic-provider-started-here.md).
 */
interface Compiled {
  _compile(code: string, file: string): void;
}

const { _extensions: extensions } = Module as unknown as {
  readonly _extensions: Record<string, (module: Compiled, file: string) => void>;
};

/** What Node does with a file of TypeScript. sucrase is read with the first. */
function loadTypeScript(module: Compiled, file: string): void {
  const text = readFileSync(file, "utf8");
  const { code } = transform(text, { transforms: ["typescript", "imports"], filePath: file });
  module._compile(code, file);
}

extensions[".ts"] = loadTypeScript;
loadWritingLater(createRequire(path.join(process.cwd(), "package.json")));
