import { providerOf } from "../databases";
import { parseConnectionUrl } from "../domain/connection-url";
import { environmentKind } from "../domain/environment-name";
import { factsOf, type VariableFact } from "../domain/fact";
import { TOOL_FILES } from "../domain/manifest";
import type { Place } from "../domain/place";
import { type Knowledge, rule } from "../domain/rule";
import { isLiveKey } from "../domain/token-shapes";
import { isGenerated, writtenSecret } from "../domain/written-secret";
import { manifestAt } from "../platforms";

/** Where a tool's file takes its secrets from instead; a platform's says so in its folder. */
const TOOLS: readonly (readonly [file: RegExp, fix: (name: string) => string])[] = [
  [
    TOOL_FILES.compose,
    (name) => `Write \`\${${name}}\` in its place, and set it in an env file that git ignores.`,
  ],
  [
    TOOL_FILES.workflow,
    (name) => `Write \`\${{ secrets.${name} }}\` in its place, and set it in the repository's settings.`,
  ],
  [TOOL_FILES.pulumi, () => "Remove it here, and store it encrypted by `pulumi config set --secret`."],
  [/(?:^|\/)package\.json$/, () => "Read it from a variable that the platform sets."],
];

export const secretInManifest = rule({
  id: "secret/in-manifest",
  severity: "error",
  title: "A manifest that is committed holds no secret",
  why: "Everybody who can read the repository, now or later, has the secret, and deleting the line does not take it back.",
  fix: "Let the platform or an env file that git ignores hold it; then change the secret.",
  reference: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
  scope: "all-environments",
  judgesExamples: true,
  weighsLocal: true,
  check: (facts, settings) => ({
    undecided: [],
    violations: factsOf(facts, "variable").flatMap((variable) => {
      const { place, name, environment } = variable;
      const fix = insteadOf(place, settings);
      const secret = fix === undefined ? undefined : writtenSecret(variable);
      if (fix === undefined || secret === undefined) return [];
      const kind = environmentKind(environment ?? "");
      const undeployed = kind === "development" || kind === "test";
      // A password of a developer's own database is no secret; a key that a machine made opens something, and one that
      // its maker marks opens an account from any machine.
      if (undeployed && !isGenerated(secret) && !isOfProvider(variable, settings)) return [];
      return {
        place,
        ...(environment !== undefined && { environment }),
        ...(undeployed && !isLiveKey(secret) && { severity: "warning" as const }),
        what: `variable ${name}`,
        expected: "no secret here",
        got: "its value",
        fix: `${fix(name)} Then change the secret.`,
      };
    }),
  }),
});

/** Whether the URL is that of a provider's database, which no developer's machine and no test has to itself. */
function isOfProvider({ value }: VariableFact, settings: Knowledge): boolean {
  const host = value.known ? parseConnectionUrl(value.value.trim())?.url.host : undefined;
  return host !== undefined && providerOf(host, settings).hasOwnAuthority === true;
}

/** What to do with a secret at the place; undefined outside of manifests, or where another rule says so. */
function insteadOf(place: Place, settings: Knowledge): ((name: string) => string) | undefined {
  if (place.source !== "file") return undefined;
  const ofTool = TOOLS.find(([file]) => file.test(place.file))?.[1];
  return ofTool ?? manifestAt(place, settings)?.manifest.insteadOfSecret;
}
