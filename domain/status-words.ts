/** What programs say a credential, a check of one or a service of logins to be. No sentence needs to follow. */
const STATES =
  "absent|accepted|active|added|allowed|anonymous|available|bad|blank|blocked|bypassed|cached|changed|checked|cleared|closed|compromised|" +
  "configured|confirmed|connected|connecting|correct|corrupt(?:ed)?|created|declined|degraded|deleted|denied|deprecated|detected|disabled|" +
  "disconnected|done|down|dropped|duplicate|enabled|encrypted|error|errors|exhausted|exists|expired|expires|failed|failing|failure|fine|forbidden|found|" +
  "generated|good|granted|healthy|hidden|ignored|imported|inactive|incomplete|incorrect|initiali[sz]ed|initiali[sz]ing|insecure|insufficient|installed|invalidated|issued|" +
  "leaked|listening|loaded|loading|locked|logged|malformed|masked|matched|matches|mismatch(?:ed)?|mounted|must|" +
  "offline|ok|okay|online|open|outdated|passed|passing|pending|present|processing|prompted|protected|provided|provisioned|read|ready|reconnected|refreshed|refused|" +
  "registered|rejected|removed|renewed|replaced|requested|reset|resolved|restarted|restored|retrieved|retrying|reused|revoked|rotated|running|safe|saved|secure|sent|short|" +
  "shown|signed|skipped|stale|started|starting|stopped|stopping|stored|strong|succeeded|success|successful|supported|suspended|synced|synchroni[sz]ed|synchronised|tampered|terminated|" +
  "throttled|too|truncated|trusted|unauthori[sz]ed|unavailable|unchanged|unconfigured|undetermined|unencrypted|unhealthy|uninitiali[sz]ed|unmatched|unprotected|" +
  "unreadable|unreachable|unsafe|unsigned|unspecified|unsupported|untrusted|unused|unverified|up|updated|updating|used|valid|validated|verified|verifying|waiting|weak|working|written|wrong";

/** What a sentence of a validator begins with; another word follows. */
const BEGINNINGS =
  "algorithm|already|are|audience|authentication|authorization|can|can't|cannot|characters?|check|checking|checks|claims?|client|column|configmap|cookie|could|credentials?|decryption|deploys?|did|does|doesn't|duplicate|" +
  "encryption|endpoint|ensure|enter|exactly|expected|expecting|failed|failure|fields?|fixed|format|from|got|has|have|header|if|input|is|issuer|its|key|length|maximum|minimum|must|" +
  "neither|no|non|parameter|parse|parsing|converting|payload|please|property|provider|refresh|relation|request|response|scope|secret(?= [\\x22\\x27])|server|service|session|should|signature|size|str|string|subject|the|token|type|unable|unexpected|url(?:'s)?|using|validation|values?|" +
  "verification|verify|was|were|will|without|would";

/** Methods of logins, which hold no secret, behind the name of the login itself. */
const METHODS =
  "basic|bearer|cert|certificate|digest|external|github|gitlab|google|gss|ident|jwt|kerberos|ldap|login|md5|mtls|native|oauth2?|oidc|optional|password|peer|plain|saml|scram(?:-sha-\\d+)?|session|token|trust|userpass|iam";

/** Whether a text begins with a word of a status. */
export const isState = (text: string): boolean => STATE.test(text);

const STATE = new RegExp(`^(?:${STATES})[.,!?;)\\]]*(?=$|\\s|,)`, "i");
const BEGINNING = new RegExp(`^(?:${BEGINNINGS})[,;]?(?= [A-Za-z\\d({['"\`<])`, "i");
const METHOD = new RegExp(`^(?:${METHODS})[.,;)]*(?=$|\\s)`, "i");
const NUMBER = /^\d{1,4}[ \t]+(?!is\b|was\b|not\b)[a-z]/;
const COUNT = /^\d{1,6}(?:,|\s|;)\s*(?:fail|skip|error|total|todo)/i;

/**
 * Whether what follows a name and its sign says how a credential is, and is none: `token: expired`, `auth: disabled`,
 * `password: ensure this value has 8 characters`. What is made, in quotes, or no word of these lists is a secret.
 *
 * @param name in front of the sign; one in capitals with `=` is a variable's, and has any word for a value
 */
export function isStatus(name: string, sign: string, rest: string): boolean {
  // The name of a thing may be in quotes: `volume "api-secrets" : secret "api" not found`.
  const joined = sign.replace(/["'\s]/g, "");
  if (joined !== ":" && !(joined === "=" && sign === "=" && /^[a-z.]+$/.test(name))) return false;
  const line = rest.split("\n", 1)[0] ?? "";
  if (STATE.test(line)) return true;
  if (/auth(?:entication|orization)?$/i.test(name) && METHOD.test(line)) return true;
  if (/^pass$/i.test(name) && COUNT.test(line)) return true;
  return joined === ":" && (BEGINNING.test(line) || NUMBER.test(line));
}
