import { PRIVATE_KEY_HEAD } from "./private-key";
import { payloadOf } from "./token-payload";
import { isRealToken, TOKENS } from "./token-shapes";
import { isGenerated, writtenSecret } from "./written-secret";

/** A secret by its form, and what is for browsers instead of it, where its maker has that. */
export interface BrowserSecret {
  readonly what: string;
  readonly instead?: string;
}

interface Row extends BrowserSecret {
  readonly shape: RegExp;
}

const PUBLISHABLE = "Supabase's publishable key, which row level security guards";

/** Keys that are secrets by their first letters, beside those of domain/token-shapes.ts (their makers' pages, 2026-11). */
const ROWS: readonly Row[] = [
  {
    what: "a live key of Stripe",
    shape: /^[rs]k_live_\w{16,}$/,
    instead: "Stripe's publishable key, `pk_live_…`",
  },
  { what: "a secret key of Supabase", shape: /^sb_secret_[\w-]{20,}$/, instead: PUBLISHABLE },
  { what: "a GitHub token", shape: /^(?:gh[opsur]_\w{36,}|github_pat_\w{40,})$/ },
  { what: "an OpenAI API key", shape: /^sk-(?:proj-|svcacct-|admin-)?[\w-]{40,}$/ },
  { what: "an API key of SendGrid", shape: /^SG\.[\w-]{16,}\.[\w-]{16,}$/ },
  { what: "a Slack token", shape: /^xox[abp]-[\w-]{20,}$/ },
  { what: "a Resend API key", shape: /^re_\w{8,}_\w{16,}$/ },
];

/** What a value is that no browser may have; undefined where its form does not say that. */
export function secretForBrowsers(name: string, value: string): BrowserSecret | undefined {
  const text = value.trim();
  if (new RegExp(PRIVATE_KEY_HEAD).test(text)) return { what: "a private key" };
  const role = roleOf(text);
  if (role === "service_role") return { what: "Supabase's service_role key", instead: PUBLISHABLE };
  const row = ROWS.find(({ shape }) => shape.test(text));
  if (row !== undefined && isRealToken(text))
    return { what: row.what, ...(row.instead && { instead: row.instead }) };
  const token = TOKENS.find(({ shape }) => new RegExp(`^(?:${shape.source})$`).test(text));
  if (token !== undefined && isRealToken(text)) return { what: token.what };
  if (/(?:^|_)AWS_SECRET_(?:ACCESS_)?KEY$/.test(name) && /^[\w/+]{40}$/.test(text) && isGenerated(text))
    return { what: "a secret access key of AWS" };
  return hasPassword(text) ? { what: "a URL with its password" } : undefined;
}

/** The schemes of databases, caches and queues. */
const STORE = /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|rediss?|amqps?|sqlserver|mssql)(?:\+\w+)?:\/\//i;

function hasPassword(text: string): boolean {
  if (!STORE.test(text)) return false;
  const place = { source: "configuration", key: "value" } as const;
  return writtenSecret({ place, name: "", value: { known: true, value: text }, secret: false }) !== undefined;
}

/** The role in the payload of Supabase's older keys; the one of its samples, which everybody has, says so itself. */
function roleOf(text: string): string | undefined {
  const { role, iss } = payloadOf(text) ?? {};
  return typeof role === "string" && iss !== "supabase-demo" ? role : undefined;
}
