import { allKnown } from "../domain/connections";
import { isLocalEnvironment } from "../domain/environment-name";
import { factsOf } from "../domain/fact";
import { judgeEach } from "../domain/judge-each";
import { unknown } from "../domain/knowable";
import { isFilledIn } from "../domain/named-addresses";
import type { Place } from "../domain/place";
import { placeholderIn, placeholderInAddress } from "../domain/placeholder";
import { placeOfValue } from "../domain/placeholder-place";
import { isReference } from "../domain/placeholder-requests";
import { type Knowledge, type RuleSettings, rule } from "../domain/rule";
import { isComposePlace } from "../domain/stack-place";
import { isLoopback } from "../domain/start-command";
import { together } from "../domain/verdict";
import { manifestAt } from "../platforms";
import { documentationMail } from "./derived/documentation-mail";
import { localMail } from "./derived/local-mail";
import { sampleCredentials } from "./derived/sample-credentials";
import { templateCommands } from "./derived/template-commands";

const FIX =
  "Write the real value; a secret where the platform keeps it: Render's dashboard, or `pulumi config set --secret`.";

/** `$DATABASE_URL`, and nothing else: the platform gives the text as it is, and no shell reads it. */
const VARIABLE = /^\s*\$[A-Z][A-Z\d]*(?:_[A-Z\d]+)+\s*$/;
/** Programs that put a variable's value in the place of its name before the service's own reads it. */
const FILLS_IN = /\b(?:envsubst|eval|export|gomplate|dockerize|confd|dotenvx|java)\b|dotenv-expand/;

export const environmentPlaceholder = rule({
  id: "environment/placeholder",
  severity: "error",
  title: "No placeholder is left",
  why: "A value that a template left to be filled in deploys without complaint and fails at run time.",
  fix: FIX,
  reference: "https://supabase.com/docs/guides/database/connecting-to-postgres",
  settings: ["allow", "localEnvironments"],
  prevents: ["configuration/invalid", "database/credentials", "database/tenant-not-found", "database/dns"],
  check: (facts, settings) => {
    const commands = factsOf(facts, "start-command").flatMap(({ command }) =>
      command.known ? [command.value] : [],
    );
    const variables = judgeEach(
      factsOf(facts, "variable").filter((fact) => !isFilledIn(fact)),
      ({ value, place, name }) =>
        value.known && place.source === "resource" && isReference(value.value, commands, name)
          ? unknown("an address in a store of secrets, and nothing here starts the tool that replaces it")
          : value,
      (value, { place, name, environment }) => {
        // A database that a compose file starts on a developer's machine may well be called `example`.
        if (isComposePlace(place) && isLocalEnvironment(environment ?? "local")) return undefined;
        if (isSymfonyDefault(value, place)) return undefined;
        const placeholder =
          placeholderIn(value, name) ??
          (place.source === "resource" && !commands.some((command) => FILLS_IN.test(command))
            ? VARIABLE.exec(value)?.[0].trim()
            : undefined) ??
          (place.source === "resource" ? WORKFLOW_EXPRESSION : isWorkflow(place) ? NEVER : OF_WORKFLOW).exec(
            value,
          )?.[0];
        if (placeholder === undefined || isAllowed([name, value, placeholder], settings)) return undefined;
        return {
          place,
          what: `variable ${name}`,
          expected: "a real value",
          got: quoted(placeholder),
          fix: fixAt(place, name, settings),
        };
      },
    );
    // A variable's URL is judged above, as the variable.
    const declared = judgeEach(
      factsOf(facts, "connection"),
      ({ host, user, database }) => allKnown(host, user, database),
      ([host, user, database], { place }) =>
        Object.entries({ host, user, database }).flatMap(([part, text]) => {
          const placeholder = placeholderInAddress(text);
          if (placeholder === undefined || isAllowed([text, placeholder], settings)) return [];
          return {
            place,
            what: `database ${part}`,
            expected: "a real value",
            got: quoted(placeholder),
            fix: FIX,
          };
        }),
    );
    const inputs = judgeEach(
      factsOf(facts, "input"),
      ({ value }) => value,
      (value, { place, name, what }) => {
        const placeholder = placeholderIn(value, name) ?? placeholderInAddress(HOST.exec(value)?.[1] ?? "");
        if (placeholder === undefined || isAllowed([value, placeholder], settings)) return undefined;
        const fix = placeOfValue(name) === "secret" ? FIX_OF_SECRET : "Write the real one.";
        return { place, what, expected: "a real one", got: quoted(placeholder), fix };
      },
    );
    const origins = judgeEach(
      factsOf(facts, "origin"),
      ({ url }) => url,
      (url, { place, of }) => {
        // An image's name has no scheme: its owner and its name are pieces of a path.
        const placeholder =
          of === "image"
            ? url
                .split(/[/:@]/)
                .map((part) => placeholderInAddress(part))
                .find(Boolean)
            : placeholderIn(url, "REPO_URL");
        if (placeholder === undefined || isAllowed([url, placeholder], settings)) return undefined;
        const fix = `Write the address of your own ${of}.`;
        return { place, what: `the ${of}`, expected: "a real one", got: quoted(placeholder), fix };
      },
    );
    return together(
      variables,
      declared,
      inputs,
      origins,
      documentationMail(facts, settings),
      localMail(facts, settings),
      sampleCredentials(facts),
      templateCommands(facts, (texts) => isAllowed(texts, settings)),
    );
  },
});

const FIX_OF_SECRET = "Write the real one; keep it by `pulumi config set --secret`.";

/** The host of a URL, or of a host and port, that the platform itself asks. */
const HOST = /^(?:[a-z][a-z0-9+.-]*:\/\/(?:[^@/\s]*@)?)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?=[:/?#]|$)/i;

/** What GitHub fills in in a workflow, and nowhere else. */
const OF_WORKFLOW = /\$\{\{\s*(?:secrets|vars|github)\.[\w.-]+\s*\}\}/;
const NEVER = /(?!)/;

const isWorkflow = (place: Place): boolean =>
  place.source !== "file" || /(?:^|\/)\.(?:github|gitea|forgejo)\//.test(place.file);

/** A workflow's expression, or another platform's reference: a resource's variable keeps it as it is written. */
const WORKFLOW_EXPRESSION =
  /\$\{\{\s*(?:secrets|vars|github)\.[\w.-]+\s*\}\}|^\$\{\{\s*[\w-]+\.[\w.-]+\s*\}\}$/;

/**
 * The default that Symfony's recipe writes to `.env`, which is committed: for a database on the developer's machine, and a
 * real variable wins over it (symfony.com/doc/current/configuration.html; github.com/symfony/recipes, doctrine-bundle).
 */
function isSymfonyDefault(value: string, place: Place): boolean {
  if (place.source !== "file" || !SYMFONY_FILE.test(place.file)) return false;
  const host = /^[\w+.-]+:\/\/[^:@/\s]*:(?:!|%21)ChangeMe(?:!|%21)@(\[[^\]]+\]|[^:/?#\s]+)/i.exec(value)?.[1];
  return host !== undefined && isLoopback(host);
}

const SYMFONY_FILE = /(?:^|\/)\.env(?:\.(?:local|dev|test|dist))?$/;

/** Where the file's own platform keeps secrets, as its folder says it. */
function fixAt(place: Place, name: string, settings: Knowledge): string {
  const instead = manifestAt(place, settings)?.manifest.insteadOfSecret?.(name);
  return instead === undefined
    ? FIX
    : `Write the real value; of a secret: ${instead.charAt(0).toLowerCase()}${instead.slice(1)}`;
}

/** So much of a placeholder is quoted: it is made of a template's words, and of what is among them. */
const QUOTED = 24;

function quoted(placeholder: string): string {
  const short = placeholder.length > QUOTED ? `${placeholder.slice(0, QUOTED)}…` : placeholder;
  return `the placeholder \`${short}\``;
}

function isAllowed(texts: readonly string[], { allow = [] }: Pick<RuleSettings, "allow">): boolean {
  return texts.some((text) => allow.includes(text));
}
