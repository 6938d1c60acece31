import { Command } from "commander";
import { AUDIT_RULES } from "../../audit/rules";
import { nearest } from "../../domain";
import { CommandError } from "../exit-code";
import { print } from "../terminal-output";
import { rulesMarkdown } from "./markdown";

type Rule = (typeof AUDIT_RULES)[number];

/** `portcullis rules`: what is judged, and why. */
export function rulesCommand(): Command {
  return new Command("rules")
    .description(
      "List the rules that the audit judges by; with an id, explain one, with a word, list those with it.",
    )
    .argument("[id]", "a rule, such as port/agreement, or a word of several, such as port")
    .option("--json", "print one JSON document")
    .option("--markdown", "print a page, such as docs/rules.md")
    .addHelpText("after", "\nExit codes: 0 done, 2 unusable input.")
    .action((id: string | undefined, { json, markdown }: { json?: boolean; markdown?: boolean }) => {
      if (json === true && markdown === true) throw new CommandError("choose one of --json and --markdown.");
      const rules = id === undefined ? AUDIT_RULES : rulesOf(id);
      const listed = id === undefined || rules.length > 1 ? list(rules) : explained(rules);
      const text = json === true ? rulesJson(rules) : markdown === true ? rulesMarkdown(rules) : listed;
      print(text);
    });
}

/** The rule of this id, else those with the word in their id, else those with it in their title. */
function rulesOf(typed: string): readonly Rule[] {
  const ids = AUDIT_RULES.map((rule) => rule.id);
  // The policy pack calls the same rule `port-agreement`.
  const found = AUDIT_RULES.find((rule) => rule.id === typed || rule.id.replace("/", "-") === typed);
  if (found !== undefined) return [found];
  const word = typed.toLowerCase();
  const named = AUDIT_RULES.filter(({ id }) => id.split(/[/-]/).includes(word));
  const titled = AUDIT_RULES.filter(({ title }) => title.toLowerCase().split(/\W+/).includes(word));
  const [some = []] = [named, titled].filter((rules) => rules.length > 0);
  if (some.length > 0) return some;
  const meant = nearest(typed, ids);
  const hint = meant === undefined ? "`portcullis rules` lists them." : `did you mean \`${meant}\`?`;
  throw new CommandError(`there is no rule \`${typed}\`: ${hint}`);
}

function list(rules: readonly Rule[]): string {
  const [widest, gravity] = [Math.max(...rules.map(({ id }) => id.length)), "warning".length];
  return rules
    .map(({ id, severity, title }) => `${id.padEnd(widest)}  ${severity.padEnd(gravity)}  ${title}`)
    .join("\n");
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
