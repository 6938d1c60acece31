import type { CredentialFact } from "../../domain";
import { placeAt } from "../../domain/text-place";
import { isGenerated } from "../../domain/written-secret";
import type { SourceFile } from "../walk/source-file";

/** Keys that their makers mark by a prefix, and that no detector of the preset knows. */
const TOKENS: readonly { readonly what: string; readonly shape: RegExp; readonly source: string }[] = [
  {
    what: "a live key of Stripe",
    shape: /\b[rs]k_live_\w{16,250}/g,
    source: "docs.stripe.com/keys",
  },
  {
    what: "a webhook's secret of Stripe",
    shape: /\bwhsec_[A-Za-z0-9+/=]{24,100}/g,
    source: "docs.stripe.com/webhooks",
  },
  {
    what: "a secret key of Supabase",
    shape: /\bsb_secret_[\w-]{20,100}/g,
    source: "supabase.com/docs/guides/api/api-keys",
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

/** Asked first, as it is fast. */
const ANCHORS =
  /k_live_|whsec_|sb_secret_|sbp_|rnd_|gl(?:pat|dt|rt|ptt)-|hf_|sk-ant-|do[opr]_v1_|pypi-AgE|eyJ/;

/** A token of JSON: its second part says for whom it is. */
const JWT = /\beyJ[\w-]{10,300}\.(eyJ[\w-]{10,1000})\.[\w-]{20,600}/g;

/** Keys by their prefix, wherever they are written, and Supabase's old key of the service role by what it says. */
export function prefixedTokens({ path: file, text }: SourceFile): readonly CredentialFact[] {
  if (!ANCHORS.test(text)) return [];
  const tokens = TOKENS.flatMap(({ what, shape }) =>
    [...text.matchAll(shape)].filter(([token]) => isReal(token)).map((match) => ({ what, match })),
  );
  const roles = [...text.matchAll(JWT)]
    .filter(([, claims = ""]) => isServiceRole(claims))
    .map((match) => ({ what: "a key of Supabase's service role", match }));
  return [...tokens, ...roles].map(({ what, match: { 0: token, index } }) => {
    const place = placeAt(file, text, index);
    return { kind: "credential", place, what, tracked: true, endColumn: place.column + token.length };
  });
}

function isReal(token: string): boolean {
  return isGenerated(token) && !/x{6}|example|your[-_]|placeholder|fake|dummy|test/i.test(token);
}

/** supabase.com/docs/guides/api/api-keys: such a key passes by every policy. The one of a local stack is everybody's. */
function isServiceRole(claims: string): boolean {
  const said = Buffer.from(claims, "base64url").toString("utf8");
  return /"role"\s*:\s*"service_role"/.test(said) && !/"iss"\s*:\s*"supabase-demo"/.test(said);
}
