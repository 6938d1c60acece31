import type { ResourceRemediation } from "@pulumi/policy";
import { edited, judge, type Rule } from "../domain";
import type { FactReader } from "./facts";
import { property } from "./facts/read-property";
import { settingsOf } from "./settings";

/**
 * Makes the edits that a rule's findings state, where they are a resource's: `audit --fix` makes the same ones in
 * files. CrossGuard runs it only where the policy's enforcement level is set to `remediate` in the pack's
 * configuration. It changes the properties in place: a copy would have to read all of them, and reading one that a
 * preview does not know yet throws. A secret that is changed stays one (CrossGuard's own proxy).
 */
export function remediationOf(rule: Rule, reader: FactReader): ResourceRemediation {
  return (args) => {
    const { findings } = judge(rule, reader.read(args), settingsOf(args));
    const changed = findings.filter(({ edit, place }) => {
      const at = edit?.place ?? place;
      const value =
        at.source === "resource" && at.urn === args.urn ? valueAt(args.props, at.property) : undefined;
      const after = edit === undefined || value === undefined ? undefined : edited(value.text, edit);
      if (after === undefined) return false;
      value?.write(after);
      return true;
    });
    return changed.length > 0 ? args.props : undefined;
  };
}

interface Value {
  readonly text: string;
  readonly write: (text: string) => void;
}

type Props = Record<string, unknown>;

/** A text among a resource's properties, `startCommand` or `envVars.PORT`; undefined where it is not known or none. */
function valueAt(props: Props, path: string): Value | undefined {
  const keys = path.split(".");
  const found = property((): Value | undefined => {
    const holder = keys
      .slice(0, -1)
      .reduce<Props | undefined>((at, key) => at?.[key] as Props | undefined, props);
    const key = keys.at(-1) ?? "";
    const value = holder?.[key];
    if (holder === undefined || value === undefined || value === null) return undefined;
    // A variable is an object around its value.
    const [owner, name] = typeof value === "object" ? [value as Props, "value"] : [holder, key];
    const text = owner[name];
    return typeof text === "string"
      ? { text, write: (after) => Object.assign(owner, { [name]: after }) }
      : undefined;
  });
  return found.known ? found.value : undefined;
}
