import type { RuleDescription } from "../../domain";

/** The beginning of `docs/rules.md`; a test compares the file with the rules. */
const HEAD = `# Rules

Generated from the rules by \`npx portcullis rules --markdown > docs/rules.md\`: change the rule, not this page.

The audit judges files by all of them. Those marked *pack* are policies of the policy pack too, named with a dash
(\`port-agreement\`), mandatory where it says *error* and advisory where it says *warning* or *note*.`;

/** Every rule in a table, then each with its reason, its fix, and its source. */
export function rulesMarkdown(rules: readonly RuleDescription[]): string {
  const groups = [...new Set(rules.map(groupOf))];
  const sections = groups.flatMap((group) => [
    `## ${group}`,
    ...rules.filter((rule) => groupOf(rule) === group).map(section),
  ]);
  return [HEAD, table(rules), ...sections].join("\n\n");
}

function table(rules: readonly RuleDescription[]): string {
  const rows = rules.map(({ id, severity, title, preview }) => {
    const pack = preview === true ? "pack" : "";
    return `| [\`${id}\`](#${anchor(id)}) | ${severity} | ${pack} | ${escaped(title)} |`;
  });
  return ["| rule | severity | | holds where |", "|---|---|---|---|", ...rows].join("\n");
}

function section({ id, severity, title, why, fix, edits, reference }: RuleDescription): string {
  const source = reference.startsWith("https://") ? `<${reference}>` : reference;
  return [
    `### ${id}`,
    `*${severity}*: ${escaped(title)}.`,
    escaped(why),
    `**Fix:** ${escaped(fix)}`,
    ...(edits === undefined ? [] : [`**By itself** (\`audit --fix\`, remediation): ${escaped(edits)}`]),
    `**Source:** ${source}`,
  ].join("\n\n");
}

/** As GitHub makes it from a heading: without the slash. */
function anchor(id: string): string {
  return id.replaceAll("/", "");
}

function groupOf({ id }: RuleDescription): string {
  return id.split("/")[0] ?? id;
}

/** Escapes Markdown and HTML syntax outside of our own back-ticks. */
function escaped(text: string): string {
  const parts = text.split(/(`[^`]*`)/);
  return parts.map((part) => (part.startsWith("`") ? part : part.replaceAll(/[<*_|]/g, "\\$&"))).join("");
}
