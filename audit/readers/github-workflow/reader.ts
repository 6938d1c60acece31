import { type Fact, type FactOf, type Knowable, known, type Subject, unknown } from "../../../domain";
import { TOOL_FILES } from "../../../domain/manifest";
import { SECRET_NAME, SECRET_TEXT } from "../../secrets/secret-variable";
import { environmentInName } from "../facts/file-environment";
import { structuredReader, YAML } from "../syntax/structured-reader";
import type { YamlTree } from "../syntax/yaml";

/** GitHub's workflows: the variables of jobs and steps, and whether one deploys to Render. */
export const GITHUB_WORKFLOW = structuredReader({
  name: "github-workflow",
  accepts: (path) => TOOL_FILES.workflow.test(path),
  syntax: YAML,
  facts: workflowFacts,
});

type Variable = FactOf<"variable">;

function workflowFacts(tree: YamlTree): readonly Fact[] {
  const jobs = tree.entries(tree.value(tree.root, "jobs")).map(({ value }) => value);
  const environments = [...new Set(jobs.map((job) => environmentOf(tree, job)))];
  const variables = [
    ...environments.flatMap((environment) => variablesIn(tree, tree.root, environment)),
    ...jobs.flatMap((job) =>
      [job, ...stepsOf(tree, job)].flatMap((part) => variablesIn(tree, part, environmentOf(tree, job))),
    ),
  ];
  return [...agreed(variables), ...jobs.flatMap((job) => platformFacts(tree, job))];
}

function stepsOf(tree: YamlTree, job: unknown): readonly unknown[] {
  return tree.items(tree.value(job, "steps"));
}

/**
 * The environment that a job names, where it is called as one (`github-pages` and `pypi` hold no service). Every
 * other job tests or builds, whatever it deploys in the end.
 */
function environmentOf(tree: YamlTree, job: unknown): string {
  return namedEnvironment(tree, job) ?? "test";
}

function namedEnvironment(tree: YamlTree, job: unknown): string | undefined {
  const node = tree.value(job, "environment");
  const name = tree.text(node) ?? tree.text(tree.value(node, "name"));
  return name === undefined || name.includes("${{") ? undefined : environmentInName(name);
}

/** A literal deploy hook lets everybody deploy who reads it (render.com/docs/deploy-hooks). */
const DEPLOY_HOOK = /api\.render\.com\/deploy\/[\w-]+\?key=(?!\$)/;

function variablesIn(tree: YamlTree, part: unknown, environment: string): readonly Variable[] {
  return tree
    .mergedEntries(tree.value(part, "env"))
    .flatMap(({ key: name, value: node }): readonly Variable[] => {
      const text = tree.text(node);
      if (text === undefined) return [];
      const isSecret = SECRET_NAME.test(name) || SECRET_TEXT.test(text) || DEPLOY_HOOK.test(text);
      const secret = isSecret || /\$\{\{[^}]{0,200}\bsecrets\b/.test(text);
      return [
        { kind: "variable", environment, place: tree.place(node, name), name, value: filledIn(text), secret },
      ];
    });
}

function filledIn(text: string): Knowable<string> {
  return text.includes("${{") ? unknown("GitHub fills it in when the workflow runs") : known(text);
}

/** A name to which the jobs and steps of one environment give several values has none that could be judged. */
function agreed(variables: readonly Variable[]): readonly Variable[] {
  const values = new Map<string, Set<string>>();
  const keyOf = ({ environment, name }: Variable): string => JSON.stringify([environment, name]);
  for (const variable of variables) {
    const key = keyOf(variable);
    const known = values.get(key) ?? new Set<string>();
    values.set(key, known.add(JSON.stringify(variable.value)));
  }
  return variables.map((variable) =>
    (values.get(keyOf(variable))?.size ?? 0) > 1
      ? { ...variable, value: unknown("the steps of this environment set it differently") }
      : variable,
  );
}

/** What only a workflow that deploys to Render names: its API, a deploy hook, its key. */
const RENDER = /api\.render\.com\/|\bRENDER_(?:DEPLOY_HOOK\w*|API_KEY|SERVICE_ID)\b|render-deploy/i;

function platformFacts(tree: YamlTree, job: unknown): readonly Fact[] {
  const nodes = [job, ...stepsOf(tree, job)].flatMap((part) => [
    tree.value(part, "run"),
    tree.value(part, "uses"),
    ...["env", "with"].flatMap((key) => tree.entries(tree.value(part, key)).map(({ value }) => value)),
  ]);
  const node = nodes.find((candidate) => RENDER.test(tree.text(candidate) ?? ""));
  if (node === undefined) return [];
  const environment = namedEnvironment(tree, job);
  const subject: Subject = environment === undefined ? {} : { environment };
  return [{ kind: "platform", platform: "render", ...subject, place: tree.place(node, "jobs") }];
}
