import { Command } from "commander";
import { AUDIT_RULES } from "../../audit";
import { nearest } from "../../domain";
import { CommandError } from "../exit-code";
import { print } from "../terminal-output";
import { rulesMarkdown } from "./markdown";

type Rule = (typeof AUDIT_RULES)[number];

/** `portcullis rules`: what is judged, and why. */
export function rulesCommand(): Command {
  return new Command("rules")
    .description("List the rules that the audit judges by; with an id, explain one.")
    .argument("[id]", "a rule, such as port/agreement")
    .option("--json", "print one JSON document")
    .option("--markdown", "print a page, such as docs/rules.md")
    .action((id: string | undefined, { json, markdown }: { json?: boolean; markdown?: boolean }) => {
      if (json === true && markdown === true) throw new CommandError("choose one of --json and --markdown.");
      const rules = id === undefined ? AUDIT_RULES : [ruleOf(id)];
      const listed = id === undefined ? list() : explained(rules);
      const text = json === true ? rulesJson(rules) : markdown === true ? rulesMarkdown(rules) : listed;
      print(text);
    });
}

function ruleOf(id: string): Rule {
  const ids = AUDIT_RULES.map((rule) => rule.id);
  // The policy pack calls the same rule `port-agreement`.
  const found = AUDIT_RULES.find((rule) => rule.id === id || rule.id.replace("/", "-") === id);
  if (found !== undefined) return found;
  const meant = nearest(id, ids);
  const hint = meant === undefined ? "`portcullis rules` lists them." : `did you mean \`${meant}\`?`;
  throw new CommandError(`there is no rule \`${id}\`: ${hint}`);
}

function list(): string {
  const [widest, gravity] = [Math.max(...AUDIT_RULES.map(({ id }) => id.length)), "warning".length];
  return AUDIT_RULES.map(
    ({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(gravity)}  ${title}`,
  ).join("\n");
}

function explained(rules: readonly Rule[]): string {
  return rules
    .map(({ id, severity, title, why, fix, reference }) =>
      [`${id} (${severity})`, `${title}.`, "", `Why: ${why}`, `Fix: ${fix}`, `See: ${where(reference)}`].join(
        "\n",
      ),
    )
    .join("\n\n");
}

/** A page of the project's own is in its repository: beside an installed command there is no folder `docs`. */
function where(reference: string): string {
  return reference.startsWith("docs/") ? `${reference} in the repository of Portcullis` : reference;
}

function rulesJson(rules: readonly Rule[]): string {
  const rows = rules.map(({ id, severity, title, why, fix, reference }) => ({
    id,
    severity,
    title,
    why,
    fix,
    reference,
  }));
  return JSON.stringify({ version: 1, rules: rows }, null, 2);
}
