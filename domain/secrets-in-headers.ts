import { hasAttributesAlone } from "./no-value-of-name";
import { where } from "./prose-parts";
import type { SecretShape } from "./secret-shape";
import { isState } from "./status-words";

/** What a sentence says of a scheme of logins: `Bearer authentication required`. */
const OF_A_SCHEME =
  /^(?:(?:realm|error|scope|charset)=.*|realm|authenti\w+|authori[sz]\w+|unsupported|not-supported|required|expected|credentials?|tokens?|schemes?|challenges?|security|headers?|prefix|mismatch\w*|format\w*|requests?)[.,:;)]*$/i;

/** `Authorization: header missing`, `authorization: token required`. */
const saysOfHeader = (value: string): boolean =>
  /^(?:headers?|missing|required|none|not|no|invalid|field|is|was|must|should|cannot|failed|denied)\b/i.test(
    value,
  ) ||
  (/^(?:bearer|basic|token)\s/i.test(value) && OF_A_SCHEME.test(value.replace(/^\w+\s+/, "")));

/** Behind the user of a process may be its group: `docker run -u 1000:1000`, `--user=node:node`. */
const isGroup = (user: string, group: string, before: string): boolean =>
  (/^\d{1,6}$/.test(user) && /^\d{1,6}$/.test(group)) ||
  (user === group && !/\b(?:curl|https?|xh|wget)\b/.test(before)) ||
  /\b(?:docker|podman|nerdctl|buildah|compose|kubectl|systemd-run|runuser|setpriv|chroot)\b[^\n;|&]*$/.test(
    before,
  );

/** Headers, and flags that take `user:password`. */
export const IN_HEADERS: readonly SecretShape[] = [
  where(
    /(\b(?:set-)?cookie["']?:\s*["']?)((?=[^\s=;]{1,100}=)[^\n"']{1,4000})/gi,
    (value) => !hasAttributesAlone(value),
  ),
  {
    found:
      /(\b(?:proxy-)?authorization["']?\s*[:=]\s*["'`]?)((?:[A-Za-z][A-Za-z\d-]{1,30}[ \t]+)?[^\s"'`,]{4,})/gi,
    // A part that is put in, a call and an index hold none.
    masked: ([whole, before = "", value = ""], mask) =>
      /^(?:basic|bearer|token|digest)$/i.test(value) ||
      /^(?:\w+\s+)?(?:[$#%]?\{|<[\w -]+>|[A-Za-z_][\w.>-]{0,80}[([])/.test(value) ||
      saysOfHeader(value)
        ? whole
        : `${before}${mask}`,
  },
  where(/(\bbearer\s+)([A-Za-z0-9._~+/=-]{8,})/gi, (value) => !OF_A_SCHEME.test(value) && !isState(value)),
  {
    found: /(\bbasic\s+)([A-Za-z0-9+/]{6,}={0,2})(?![\w+/=])/gi,
    // In prose another word follows.
    masked: ([whole, before = "", text = ""], mask) =>
      /^[\x20-\x7e]+:[\x20-\x7e]*$/.test(Buffer.from(text, "base64").toString("latin1"))
        ? `${before}${mask}`
        : whole,
  },
  {
    found: /((?:^|\s)(?:-u|--user|--proxy-user)[ =]["']?([^\s:"']{1,100}):)([^\s"']+)/g,
    masked: ({ 0: whole, 1: before = "", 2: user = "", 3: password = "", index, input }, mask) =>
      isGroup(user, password, input.slice(Math.max(0, index - 200), index)) ? whole : `${before}${mask}`,
  },
];
