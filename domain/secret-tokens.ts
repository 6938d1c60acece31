import { PRIVATE_KEY_HEAD } from "./private-key";
import { keeping, type SecretShape } from "./secret-shape";

/** Tokens that their makers mark by a prefix. */
const MARKED = [
  /()(\brnd_[A-Za-z0-9]{6,})()/g,
  /()(\b(?:gh[opusr]_|github_pat_|glpat-|xox[abposre]-|xoxe\.xox[bp]-|xapp-|sk-|[srw]k_(?:live|test)_|whsec_|SG\.|sbp_|sb_secret_|hf_|gsk_|xai-|hvs\.|hvb\.|dckr_pat_|GOCSPX-|ntn_|nfp_|glsa_|glc_|figd_|sntry[su]_|pscale_(?:pw|tkn|oauth)_|r8_|pplx-|PMAK-|NRAK-|CFPAT-|CCIPAT_|bkua_|napi_|dp\.(?:st|pt|ct|sa)\.|sq0(?:atp|csp)-|AGE-SECRET-KEY-1|dop_v1_|pypi-|shp(?:at|ss|ca)_|lin_api_|re_|AIza|ya29\.)[\w.-]{14,})()/g,
  /()(\bnpm_[A-Za-z0-9]{36})()/g,
  /()(\b(?:AKIA|ASIA)[0-9A-Za-z]{16,}\b)()/g,
  // Mailgun's, Pulumi's, Databricks'.
  /()(\b(?:key-|pul-|dapi)[0-9a-f]{32,40}\b)()/g,
  // The first bytes of a key in base64: of PKCS#1 and PKCS#8, and of OpenSSH's form.
  /()(\b(?:MII[A-Za-z0-9+/]{40,}|b3BlbnNzaC1rZXktdjE[A-Za-z0-9+/]{20,})={0,2})()/g,
  new RegExp(`(${PRIVATE_KEY_HEAD})([^-]*)()`, "g"),
].map(keeping);

/** What is a secret at its place: of an address, of a signature, of a hash. */
const AT_ADDRESSES = [
  /(\bhooks\.slack\.com\/services\/)([\w/-]+)()/g,
  // Clients print a path without its host.
  /(\/services\/T[A-Z\d]{5,12}\/B[A-Z\d]{5,12}\/)(\w+)()/g,
  /(\bdiscord(?:app)?\.com\/api\/webhooks\/)([\w/-]+)()/g,
  /(\/deploy\/(?:srv|crn)-\w+\?key=)([\w-]+)()/g,
  // Signed URLs: Azure's shared access signatures, AWS's and Google's; and short names of keys in a query.
  /([?&;](?:sig|signature|x-(?:amz|goog)-signature|hmac|pw|psw|key)=)([^\s&"'`#;<>$*{][^\s&"'`#;<>]{5,2000})()/gi,
  /(\bsignature=)([0-9a-f]{32,})()/gi,
  // Hashes of passwords: htpasswd's, crypt's, Argon2's. Compose doubles each dollar sign.
  /()(\$\$?(?:apr1|2[abxy]|[156y]|argon2(?:id?|d)|scrypt)\$\$?[\w./$=,+-]{12,})()/g,
  // PostgreSQL's verifiers of passwords (postgresql.org: pg_authid).
  /(\bSCRAM-SHA-(?:1|256|512)\$\d{1,9}:)([\w+/=-]{1,500}\$[\w+/=-]{1,500}:[\w+/=-]{1,500})()/g,
  // Telegram's, which begin with AA behind the bot's number.
  /(\b(?:bot)?\d{6,12}:)(AA[\w-]{20,}|[\w-]{30,})()/g,
].map(keeping);

/** A JSON Web Token, of two parts or three. What has none is read to its end, too: many such begin within one another. */
const JWT: SecretShape = {
  found: /\beyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)?)?/g,
  masked: ([whole], mask) => (whole.includes(".") ? mask : whole),
};

/** Tokens, and addresses that are secrets by themselves. */
export const TOKENS: readonly SecretShape[] = [...MARKED, JWT, ...AT_ADDRESSES];
