import { hasCommand, type Row } from "./row";

/** Options that node takes in its command line alone (nodejs.org/api/cli.html: NODE_OPTIONS; node 20, read 2026-11-30). */
const NEVER =
  /^(?:--watch(?:-path)?(?:=.*)?|--test|--eval|--print|--check|--interactive|--version|--help|--v8-options|--prof-process|--run|--build-snapshot|-[epcivh])$/;
/** node waits for a debugger before the program's first line. */
const WAITS = /^--inspect-(?:brk|wait)(?:=.*)?$/;
const OPENS = /^--inspect(?:-port)?(?:=.*)?$/;
/** V8's sizes take a number behind `=`. */
const SIZE = /^--max[-_](?:old|semi)[-_]space[-_]size(?:=(?!\d+$).*)?$/;
/** node has OpenSSL 3 from version 17 on, and the option with it. */
const OLDER = /^\s*v?(?:[0-9]|1[0-6])(?:\.|$)/;

const OPTIONS: Row = {
  names: /^NODE_OPTIONS$/,
  refused: (value, { look, runtime, commands }) => {
    if (runtime !== "node" && !commands.some((one) => /\b(?:node|npm|npx|pnpm|yarn|next|nest)\b/.test(one)))
      return undefined;
    const words = value.trim().split(/\s+/);
    if (!words[0]?.startsWith("-"))
      return {
        expected: "options, which begin with dashes",
        got: "a word without",
        fix: "Write `--` before the option.",
        unless: "node passes over such a word",
      };
    if (words.some((word) => NEVER.test(word)))
      return {
        expected: "options that node takes there",
        got: "one that it takes in its command line alone, and ends",
        fix: "Write the option into the command, or remove it.",
      };
    if (words.some((word) => WAITS.test(word)))
      return {
        expected: "options of a deployment",
        got: "one with which node waits for a debugger, and starts nothing",
        fix: "Remove the option.",
      };
    if (words.some((word) => OPENS.test(word)))
      return {
        expected: "options of a deployment",
        got: "one that opens a debugger's port",
        fix: "Remove the option.",
        unless: "the program runs all the same",
      };
    if (words.some((word) => SIZE.test(word)))
      return {
        expected: "a number of megabytes behind the option",
        got: "none, at which node ends",
        fix: "Write `--max-old-space-size=400`.",
      };
    return words.includes("--openssl-legacy-provider") && OLDER.test(look("NODE_VERSION") ?? "20")
      ? {
          expected: "options of the version in NODE_VERSION",
          got: "`--openssl-legacy-provider`, which node has from 17 on",
          fix: "Remove the option.",
        }
      : undefined;
  },
};

const OF_AUTH: Row = {
  names: /^(?:NEXTAUTH_URL|AUTH_URL|BETTER_AUTH_URL)$/,
  refused: (value, beside) =>
    !/^https?:\/\//i.test(value) && (beside.image !== undefined || hasCommand(beside, /./))
      ? {
          expected: "a URL with its scheme",
          got: "one without",
          fix: "Write `https://` before it.",
          unless: "an older version writes the scheme by itself",
        }
      : undefined,
};

/** Keys by their first letters (docs.stripe.com/keys; docs.stripe.com/webhooks/signature, read 2026-11-30). */
const STRIPE: readonly (readonly [names: RegExp, takes: RegExp, expected: string])[] = [
  [/(?:^|_)STRIPE_(?:SECRET|PRIVATE)_(?:API_)?KEY$/, /^[sr]k_/, "a secret key, `sk_…`"],
  [/(?:^|_)STRIPE_(?:PUBLISHABLE|PUBLIC)_(?:API_)?KEY$/, /^pk_/, "a publishable key, `pk_…`"],
  [
    /(?:^|_)STRIPE_(?:\w+_)?(?:WEBHOOK|SIGNING)_(?:SIGNING_)?SECRET$/,
    /^whsec_/,
    "a signing secret, `whsec_…`",
  ],
  [/(?:^|_)STRIPE_(?:\w+_)?PRICE(?:_ID)?$/, /^(?:price|plan)_/, "a price, `price_…`"],
];
const OF_STRIPE = /^(?:[srp]k_(?:live|test)_|whsec_|we_|acct_|price_|prod_)/;

const STRIPES: readonly Row[] = STRIPE.map(([names, takes, expected]) => ({
  names,
  refused: (value) =>
    OF_STRIPE.test(value) && !takes.test(value)
      ? {
          expected,
          got: "another one of Stripe's",
          fix: "Copy the one of this name from Stripe's dashboard.",
        }
      : undefined,
}));

export const NODE_VALUES: readonly Row[] = [OPTIONS, OF_AUTH, ...STRIPES];
