import { isGenerated } from "./written-secret";

/** Keys that their makers mark by a prefix, and that no detector of the preset knows. */
export const TOKENS: readonly {
  readonly what: string;
  readonly shape: RegExp;
  readonly source: string;
  /** Whether a tool on a developer's machine makes such keys too, which open that machine alone. */
  readonly local?: true;
}[] = [
  {
    what: "a live key of Stripe",
    shape: /\b[rs]k_live_\w{16,250}/g,
    source: "docs.stripe.com/keys",
  },
  {
    what: "a webhook's secret of Stripe",
    shape: /\bwhsec_[A-Za-z0-9+/=]{24,100}/g,
    source: "docs.stripe.com/webhooks",
    local: true,
  },
  {
    what: "a secret key of Supabase",
    shape: /\bsb_secret_[\w-]{20,100}/g,
    source: "supabase.com/docs/guides/api/api-keys",
    local: true,
  },
  {
    what: "a personal token of Supabase",
    shape: /\bsbp_[0-9a-f]{40}\b/g,
    source: "supabase.com/docs/reference/api/introduction",
  },
  { what: "an API key of Render", shape: /\brnd_[A-Za-z0-9]{24,100}\b/g, source: "render.com/docs/api" },
  {
    what: "a GitLab token",
    shape: /\bgl(?:pat|dt|rt|ptt)-[\w-]{20,100}/g,
    source: "docs.gitlab.com/security/tokens",
  },
  {
    what: "a Hugging Face token",
    shape: /\bhf_[A-Za-z0-9]{34,60}\b/g,
    source: "huggingface.co/docs/hub/security-tokens",
  },
  { what: "an Anthropic API key", shape: /\bsk-ant-[\w-]{24,200}/g, source: "docs.anthropic.com" },
  { what: "a DigitalOcean token", shape: /\bdo[opr]_v1_[0-9a-f]{64}\b/g, source: "docs.digitalocean.com" },
  { what: "a PyPI token", shape: /\bpypi-AgE[\w-]{50,300}/g, source: "warehouse.pypa.io, API tokens" },
];

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
