/** A key of Supabase's older form: a token that names its role and its project, and is signed by no real secret. */
export const jwt = (role: string, ref: string, exp = 2_079_576_000) =>
  [
    { alg: "HS256", typ: "JWT" },
    { iss: "supabase", ref, role, iat: exp - 315_576_000, exp },
  ]
    .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
    .concat("q7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6AoIiKtMxQ4")
    .join(".");
