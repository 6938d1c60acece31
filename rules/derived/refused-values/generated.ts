import type { Row } from "./row";
import { KEYS_BY_MAKER } from "./secrets";

/** A text like those that Render draws: 32 bytes in base64 (render.com/docs/blueprint-spec: generateValue, 2026-11-30). */
export const LIKE_GENERATED = Buffer.alloc(32, 7).toString("base64");

/** Values that another service gives out: whatever the platform draws, that service does not know. */
const GIVEN: readonly (readonly [names: RegExp, expected: string])[] = [
  ...KEYS_BY_MAKER.map(([names, , expected]) => [names, expected] as const),
  [/(?:^|_)SUPABASE_(?:ANON|SERVICE|SERVICE_ROLE|PUBLISHABLE|SECRET)_KEY$/, "a key of the project's API"],
  [/(?:^|_)SUPABASE_JWT_SECRET$/, "the secret of the project's tokens"],
  [/(?:^|_)STRIPE_(?:SECRET|API|PUBLISHABLE)_KEY$/, "a key of Stripe's"],
  [/(?:^|_)(?:DATABASE|DIRECT|REDIS|MONGODB|AMQP|RABBITMQ|SUPABASE)_UR[LI]$/, "an address"],
  [/(?:^|_)SENTRY_DSN$/, "an address"],
];

export const GIVEN_VALUES: readonly Row[] = GIVEN.map(([names, expected]) => ({
  names,
  refused: (value) =>
    value === LIKE_GENERATED
      ? { expected, got: "", fix: "Copy it from where it is given out, and keep it as a secret." }
      : undefined,
}));
