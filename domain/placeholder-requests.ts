import { placeOfValue } from "./placeholder-place";

/**
 * What is pasted in the place of a value: a request for it, or a piece of a language that nothing in an environment runs
 * or fills in (docs/facts/values.md).
 */

/** An expression of a language, or of a template of one. */
const OF_CODE =
  /^(?:process\.env(?:\.\w+|\[[^\]]+\])|import\.meta\.env\.\w+|os\.(?:environ(?:\[[^\]]+\]|\.get\([^)]*\))|getenv\([^)]*\))|ENV(?:\[[^\]]+\]|\.fetch\([^)]*\))|System\.getenv\([^)]*\)|Deno\.env\.get\([^)]*\)|(?:get)?env\(["'][^)]*\)|<%=?.*%>)$/;

/** Marks of deployment tools, and of logs that hide a secret. */
const OF_TOOLS =
  /^(?:@@[A-Z]\w*@@|#\{[\w.-]+\}#?|\((?:sensitive|secret|hidden|redacted|known after apply)[\w ]*\)|!(?:Ref|Sub|GetAtt|ImportValue) .+|valueFrom\b.*|\$\{[A-Za-z_]\w*:?[-?=+].*\}|\$\([\w./-]+ .*\))$/s;

const ASKS =
  /^(?:please|ask|see|get|copy|paste|put|insert|enter|add|fill|generate|create|run|find|look|grab|obtain|request|take|fetch|use|set|choose|pick|provide|check|download)$/i;

/** Words that tie a sentence together, and things that a request names; a passphrase is drawn of others. */
const TIES =
  /^(?:the|your|a|an|it|from|in|into|here|of|for|with|to|at|by|on|this|that|via|secrets?|keys?|passwords?|tokens?|dashboard|vault|docs|readme|wiki|console|settings)$/i;

/** `ask Maria for the key`, `see 1Password`, `run rails secret`: a request for the value. */
function isRequest(text: string): boolean {
  const [first = "", ...others] = text.replaceAll("`", "").split(/ +/);
  if (others.length === 0 || others.length > 15 || !ASKS.test(first)) return false;
  if (![first, ...others].every((word) => /^[\p{L}\d'’.,/:()@#_-]+$/u.test(word))) return false;
  return others.some((word) => TIES.test(word) || /[./]|\d|[A-Z].*[A-Z]/.test(word));
}

/** Where the value is said to be, in place of it: `set-via-dashboard`, `managed-by-terraform`, `from-1password`. */
const KEPT_ELSEWHERE =
  /^(?:(?:set|add(?:ed)?|manage[ds]?|provided|injected|stored|filled|configured|comes?|loaded|kept|defined|synced|supplied|lives?)[-_ ](?:in|by|via|from|at|on|through)|from|in|via|see)[-_ ](?:the[-_ ])?(?:[a-z0-9]+[-_ ]){0,3}(?:dashboard|terraform|pulumi|vault|1password|onepassword|doppler|infisical|bitwarden|lastpass|render|heroku|vercel|ci|console|secrets?|secrets?[-_ ]manager|runtime|deploy(?:ment)?|env(?:ironment)?|github|gitlab|actions|helm|ansible|ssm|kubernetes|k8s|ui|portal|settings|pipeline)$/i;

/** Whether a text that a secret's variable holds is a request, or a piece of another tool's language. */
export function isPasted(text: string): boolean {
  return OF_CODE.test(text) || OF_TOOLS.test(text) || KEPT_ELSEWHERE.test(text) || isRequest(text);
}

/** An address in a store of secrets, which only that store's own tool replaces when it starts the program. */
const REFERENCE = /^(?:(?:op|bws|akv|vault|infisical|ref\+\w+):\/\/[^/\s]+\/\S+|@Microsoft\.KeyVault\(.+\))$/;
const RESOLVES =
  /\b(?:op (?:run|inject)|vals (?:exec|env)|berglas exec|bws run|infisical run|vault-env|secrets-init|aws-env|chamber exec|summon|ssm-env|phase run)\b/;

/** Names of secrets in the stores of clouds and of Vault, where the secret itself belongs (bank-vaults.dev: vault-env). */
const SECRETS_NAME =
  /^(?:arn:aws[\w-]*:(?:secretsmanager|ssm):\S+|projects\/[^/\s]+\/secrets\/[^/\s]+(?:\/versions\/\w+)?|vault:[\w/-]+#\S+|ssm:\/\S+)$/;

/** Whether a text is the address or the name of a secret in a store. */
export const isOfStore = (text: string): boolean =>
  REFERENCE.test(text.trim()) || SECRETS_NAME.test(text.trim());

/** Whether it is such an address, and none of the commands starts the tool. */
export function isReference(text: string, commands: readonly string[], name = ""): boolean {
  const isOne =
    REFERENCE.test(text.trim()) || (placeOfValue(name) === "secret" && SECRETS_NAME.test(text.trim()));
  return isOne && !commands.some((command) => RESOLVES.test(command));
}

/** Texts in a JSON document; none where it is none. */
export function textsInJson(text: string): readonly string[] {
  if (!/^\{.*\}$/s.test(text) || text.length > 20_000) return [];
  try {
    return textsOf(JSON.parse(text));
  } catch {
    return [];
  }
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}
