import { isGenerated } from "./written-secret";

/** A key that its maker marks by a prefix. */
interface Token {
  readonly what: string;
  /** The prefix and what follows it, as sources of regular expressions. */
  readonly begins: string;
  readonly goesOn: string;
  readonly source: string;
  /** Whether a tool on a developer's machine makes such keys too, which open that machine alone. */
  readonly local?: true;
}

/** Those that no detector of the preset knows. */
const ROWS: readonly Token[] = [
  {
    what: "a live key of Stripe",
    begins: "[rs]k_live_",
    goesOn: "\\w{16,250}",
    source: "docs.stripe.com/keys",
  },
  {
    what: "a webhook's secret of Stripe",
    begins: "whsec_",
    goesOn: "[A-Za-z0-9+/=]{24,100}",
    source: "docs.stripe.com/webhooks",
    local: true,
  },
  {
    what: "a secret key of Supabase",
    begins: "sb_secret_",
    goesOn: "[\\w-]{20,100}",
    source: "supabase.com/docs/guides/api/api-keys",
    local: true,
  },
  {
    what: "a personal token of Supabase",
    begins: "sbp_",
    goesOn: "[0-9a-f]{40}\\b",
    source: "supabase.com/docs/reference/api/introduction",
  },
  {
    what: "an API key of Render",
    begins: "rnd_",
    goesOn: "[A-Za-z0-9]{24,100}\\b",
    source: "render.com/docs/api",
  },
  {
    what: "a GitLab token",
    begins: "gl(?:pat|dt|rt|ptt)-",
    goesOn: "[\\w-]{20,100}",
    source: "docs.gitlab.com/security/tokens",
  },
  {
    what: "a Hugging Face token",
    begins: "hf_",
    goesOn: "[A-Za-z0-9]{34,60}\\b",
    source: "huggingface.co/docs/hub/security-tokens",
  },
  {
    what: "an Anthropic API key",
    begins: "sk-ant-",
    goesOn: "[\\w-]{24,200}",
    source: "docs.anthropic.com",
  },
  {
    what: "a DigitalOcean token",
    begins: "do[opr]_v1_",
    goesOn: "[0-9a-f]{64}\\b",
    source: "docs.digitalocean.com",
  },
  {
    what: "a PyPI token",
    begins: "pypi-AgE",
    goesOn: "[\\w-]{50,300}",
    source: "warehouse.pypa.io, API tokens",
  },
];

/** The same with the whole shape of each. */
export const TOKENS = ROWS.map((row) => ({
  ...row,
  shape: new RegExp(`\\b${row.begins}${row.goesOn}`, "g"),
}));

/** Whether a text of such a shape is a key, and no placeholder for one. */
export function isRealToken(token: string): boolean {
  return isGenerated(token) && !/x{6}|example|your[-_]|placeholder|fake|dummy|test/i.test(token);
}

/** Whether a text is by its shape a key to an account at its maker's, wherever it is written. */
export function isLiveKey(text: string): boolean {
  return TOKENS.some(
    ({ shape, local }) =>
      local !== true && [...text.matchAll(shape)].some(([token]) => token === text && isRealToken(token)),
  );
}
