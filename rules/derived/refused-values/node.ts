import { NODE_OPTIONS } from "./node-options";
import { hasCommand, type Row } from "./row";

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

export const NODE_VALUES: readonly Row[] = [NODE_OPTIONS, OF_AUTH, ...STRIPES];
