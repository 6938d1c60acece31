import type { Row } from "./row";

/** Keys by their first letters, as their makers write them (each maker's page on its keys, read 2026-11-30). */
export const KEYS_BY_MAKER: readonly (readonly [names: RegExp, own: RegExp, expected: string])[] = [
  [/(?:^|_)SENDGRID_API_KEY$/, /^SG\./, "a key of SendGrid's, `SG.…`"],
  [/(?:^|_)RESEND_API_KEY$/, /^re_/, "a key of Resend's, `re_…`"],
  [/(?:^|_)OPENAI_API_KEY$/, /^sk-(?!ant-)/, "a key of OpenAI's, `sk-…`"],
  [/(?:^|_)(?:ANTHROPIC|CLAUDE)_API_KEY$/, /^sk-ant-/, "a key of Anthropic's, `sk-ant-…`"],
  [/(?:^|_)SLACK_BOT_TOKEN$/, /^xox[bp]-/, "a bot's token, `xoxb-…`"],
  [/(?:^|_)SLACK_APP_(?:LEVEL_)?TOKEN$/, /^xapp-/, "an app-level token, `xapp-…`"],
  [/(?:^|_)SLACK_SIGNING_SECRET$/, /^[0-9a-f]{32}$/, "the signing secret of 32 hexadecimal digits"],
  [/^(?:GITHUB|GH)_TOKEN$/, /^(?:gh[opsur]_|github_pat_)/, "a token of GitHub's, `ghp_…`"],
  [/^AWS_ACCESS_KEY_ID$/, /^A[KS]IA/, "an identity, `AKIA…`"],
  [/^AWS_SECRET_ACCESS_KEY$/, /^[\w/+]{40}$/, "the secret of 40 letters"],
  [/(?:^|_)TWILIO_ACCOUNT_SID$/, /^(?:AC|SK)/, "an account, `AC…`"],
  [
    /(?:^|_)(?:HF|HUGGINGFACE|HUGGING_FACE)_(?:HUB_|API_)?TOKEN$/,
    /^hf_/,
    "a token of Hugging Face's, `hf_…`",
  ],
  [/(?:^|_)GROQ_API_KEY$/, /^gsk_/, "a key of Groq's, `gsk_…`"],
  [/(?:^|_)(?:GEMINI|GOOGLE_MAPS)_API_KEY$/, /^AIza/, "a key of Google's, `AIza…`"],
];

/** What only these makers' keys begin with. */
const KNOWN =
  /^(?:SG\.\S{20}|re_\w{6,}_|sk-(?:ant|proj|svcacct)-|xox[abp]-|xapp-|gh[opsur]_\w{30}|github_pat_|A[KS]IA[0-9A-Z]{16}$|AC[0-9a-f]{32}$|SK[0-9a-f]{32}$|hf_\w{20}|gsk_\w{20}|AIza\S{30}|[srp]k_(?:live|test)_|whsec_|sb_(?:secret|publishable)_|sbp_)/;

const GATEWAYS = ["OPENAI_BASE_URL", "OPENAI_API_BASE", "ANTHROPIC_BASE_URL"];

const OF_MAKERS: readonly Row[] = KEYS_BY_MAKER.map(([names, own, expected]) => ({
  names,
  refused: (value, { look }, name) => {
    // A gateway in another's words takes its own keys.
    const isOpen = /OPENAI|ANTHROPIC|CLAUDE/.test(name) && GATEWAYS.some((one) => look(one) !== undefined);
    if (isOpen) return undefined;
    const isNumber = name.endsWith("_SID") && /^\+?\d+$/.test(value);
    return (KNOWN.test(value) || isNumber) && !own.test(value)
      ? {
          expected,
          got: "another one",
          fix: "Copy the one of this name.",
          ...(name.includes("OPENAI") && { unless: "the code may ask a gateway with it" }),
        }
      : undefined;
  },
}));

/** A block of PEM has its text on lines of its own (RFC 7468). */
const PEM: Row = {
  names: /(?:KEY|CERT|CERTIFICATE|PEM|_CA)$/,
  refused: (value) =>
    /-----BEGIN [A-Z0-9 ]+-----/.test(value) && !/[\r\n]|\\+[nr]/.test(value)
      ? {
          expected: "a block with its lines",
          got: "one on a single line",
          fix: "Copy the file with its line ends, or keep it as a secret file.",
          unless: "the code may put the line ends back",
        }
      : undefined,
};

const long = (
  names: RegExp,
  least: number,
  of: string,
  applies: (look: (name: string) => string | undefined) => boolean = () => true,
): Row => ({
  names,
  refused: (value, { look }) =>
    // PostgREST reads a file behind an @.
    !value.startsWith("@") && Buffer.byteLength(value) < least && applies(look)
      ? {
          expected: `${least} letters or more`,
          got: `fewer, which ${of} refuses`,
          fix: "Write a longer one.",
        }
      : undefined,
});

/** airflow.apache.org: fernet; keys that come after the first decrypt alone. */
const FERNET: Row = {
  names: /^(?:AIRFLOW__CORE__)?FERNET_KEYS?$/,
  refused: (value, _beside, name) =>
    value.split(",").every((one) => /^[\w-]{43}=?$/.test(one.trim()))
      ? undefined
      : {
          expected: "32 bytes in the URL's base64, 44 letters",
          got: "another text, which Fernet refuses",
          fix: "Write what `Fernet.generate_key()` makes.",
          ...(!name.startsWith("AIRFLOW") && { unless: "the code may make the key of it" }),
        },
};

/** hasura.io/docs: HASURA_GRAPHQL_JWT_SECRET is an object of JSON (read 2026-11-30). */
const HASURA: Row = {
  names: /^HASURA_GRAPHQL_JWT_SECRETS?$/,
  refused: (value) => {
    const fix = 'Write `{"type": "HS256", "key": "…"}`.';
    if (!/^[{[]/.test(value))
      return { expected: "an object of JSON", got: "another text, which Hasura refuses", fix };
    const [, key] = /"type"\s*:\s*"HS256"/.test(value) ? (/"key"\s*:\s*"([^"]*)"/.exec(value) ?? []) : [];
    return key !== undefined && Buffer.byteLength(key) < 32
      ? {
          expected: "a key of 32 letters or more",
          got: "a shorter one, which Hasura refuses",
          fix: "Write a longer one.",
        }
      : undefined;
  },
};

/** Each maker's page on its secrets: PostgREST, nuxt-auth-utils, Meilisearch (read 2026-11-30). */
const LENGTHS: readonly Row[] = [
  long(/^PGRST_JWT_SECRET$/, 32, "PostgREST"),
  long(/^NUXT_SESSION_PASSWORD$/, 32, "nuxt-auth-utils"),
  long(/^MEILI_MASTER_KEY$/, 16, "Meilisearch", (look) => look("MEILI_ENV") === "production"),
];

export const SECRET_VALUES: readonly Row[] = [...OF_MAKERS, PEM, FERNET, HASURA, ...LENGTHS];
