import type { EnforcementLevel, Policies } from "@pulumi/policy";
import type { Rule, RuleSettings } from "../domain";
import { aFunction, byName, type Check, listOf, mapping, oneOf, optional, port, text } from "../domain/given";
import { SEVERITIES } from "../domain/severity";

/** What an organisation changes of the pack. A file of `--policy-pack-config` still wins over it. */
export interface PolicyPackOptions {
  /** @default "portcullis" */
  readonly name?: string;
  /** Settings of the rules, for every policy that reads them. */
  readonly settings?: Partial<RuleSettings>;
  /** How strict a policy is, by its name, such as `{ "port-standard": "advisory" }`. @default by its rule's severity */
  readonly enforcementLevels?: Readonly<Record<string, EnforcementLevel>>;
  /** Rules of the organisation's own, judged with the same facts. @default none */
  readonly rules?: readonly Rule[];
  /** CrossGuard policies of the organisation's own. @default none */
  readonly policies?: Policies;
}

const LEVELS = [
  "advisory",
  "mandatory",
  "remediate",
  "disabled",
] as const satisfies readonly EnforcementLevel[];

const SETTINGS = {
  standardPort: optional(port),
  reservedPorts: optional(listOf(port)),
  allow: optional(listOf(text)),
  ipv4Projects: optional(listOf(text)),
  localEnvironments: optional(listOf(text)),
} satisfies Partial<Record<keyof RuleSettings, Check>>;

/** What a rule is judged by. Which room, scope or mode it names, the types say. */
const RULE = {
  id: text,
  severity: oneOf("a severity", SEVERITIES),
  title: text,
  why: text,
  fix: text,
  reference: text,
  settings: listOf(text),
  prevents: listOf(text),
  check: aFunction,
} satisfies Partial<Record<keyof Rule, Check>>;

/** A policy without any of these judges nothing. */
const JUDGES = ["validateResource", "remediateResource", "validateStack"] as const;

const judgesNothing: Check = (value, at) =>
  JUDGES.some((name) => (value as Readonly<Record<string, unknown>>)[name] !== undefined)
    ? []
    : [`${at}: expected \`validateResource\`, \`remediateResource\` or \`validateStack\`, got none.`];

/** What is wrong with what an organisation changes of the pack. That a name is known is asked where all are there. */
export const packOptions = mapping({
  name: optional(text),
  settings: optional(mapping(SETTINGS)),
  enforcementLevels: optional(byName(optional(oneOf("a level", LEVELS)))),
  rules: optional(listOf(mapping(RULE))),
  policies: optional(listOf(mapping({ name: text }, judgesNothing))),
} satisfies Record<keyof PolicyPackOptions, Check>);
