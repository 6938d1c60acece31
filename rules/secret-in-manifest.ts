import { environmentKind } from "../domain/environment-name";
import { factsOf } from "../domain/fact";
import { MANIFEST_FILES } from "../domain/manifest";
import type { Rule } from "../domain/rule";
import { isGenerated, writtenSecret } from "../domain/written-secret";

/** Where each manifest takes its secrets from instead. */
const MANIFESTS: readonly (readonly [file: RegExp, fix: (name: string) => string])[] = [
  [
    MANIFEST_FILES.compose,
    (name) => `Write \`\${${name}}\` in its place, and set it in an env file that git ignores.`,
  ],
  [MANIFEST_FILES.fly, (name) => `Remove it, and type \`fly secrets set ${name}=…\`.`],
  [MANIFEST_FILES.heroku, (name) => `Remove the value, and type \`heroku config:set ${name}=…\`.`],
  [MANIFEST_FILES.railway, () => "Remove it, and set it among the service's variables at Railway."],
  [
    MANIFEST_FILES.workflow,
    (name) => `Write \`\${{ secrets.${name} }}\` in its place, and set it in the repository's settings.`,
  ],
  [MANIFEST_FILES.pulumi, () => "Remove it here, and store it encrypted by `pulumi config set --secret`."],
  [/(?:^|\/)(?:Procfile|package\.json)$/, () => "Read it from a variable that the platform sets."],
];

export const secretInManifest: Rule = {
  id: "secret/in-manifest",
  severity: "error",
  title: "A manifest that is committed holds no secret",
  why: "Everybody who can read the repository, now or later, has the secret, and deleting the line does not take it back.",
  fix: "Let the platform or an env file that git ignores hold it; then change the secret.",
  reference: "https://cheatsheetseries.owasp.org/cheatsheets/Secrets_Management_Cheat_Sheet.html",
  check: (facts) => ({
    undecided: [],
    violations: factsOf(facts, "variable").flatMap((variable) => {
      const { place, name, environment } = variable;
      const fix =
        place.source === "file" ? MANIFESTS.find(([file]) => file.test(place.file))?.[1] : undefined;
      const secret = fix === undefined ? undefined : writtenSecret(variable);
      if (fix === undefined || secret === undefined) return [];
      const kind = environmentKind(environment ?? "");
      const undeployed = kind === "development" || kind === "test";
      // A password of a developer's own database is no secret; a key that a machine made opens something.
      if (undeployed && !isGenerated(secret)) return [];
      return {
        place,
        ...(environment !== undefined && { environment }),
        ...(undeployed && { severity: "warning" as const }),
        what: `variable ${name}`,
        expected: "no secret here",
        got: "its value",
        fix: `${fix(name)} Then change the secret.`,
      };
    }),
  }),
};
