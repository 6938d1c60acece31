import type { SyntaxNode } from "@lezer/common";
import type { PythonModule } from "./module";

/** What an expression is, as far as the repository itself says. */
export type PythonValue =
  | { readonly is: "literal"; readonly text: string }
  | {
      readonly is: "variable";
      readonly name: string;
      readonly fallback: PythonValue;
      /** Whether its absence is an error there: `os.environ["X"]`. */
      readonly indexed: boolean;
    }
  | { readonly is: "nothing" }
  | { readonly is: "unknown" };

export const UNKNOWN: PythonValue = { is: "unknown" };
export const NOTHING: PythonValue = { is: "nothing" };

/** What an expression of a module is; `pythonValue`, for what it calls itself. */
export type ValueOf = (module: PythonModule, node: SyntaxNode, depth?: number) => PythonValue;
