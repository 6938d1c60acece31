import { unsignedKey } from "../supabase-project";

/** A key of Supabase's older form: a token that names its role and its project, and is signed by no real secret. */
export const jwt = (role: string, ref: string, exp = 2_079_576_000) =>
  unsignedKey({ ref, role, iat: exp - 315_576_000, exp }, "q7Rr0mV3cXz9TnB2kLw5YhD8sJf1GpEu6AoIiKtMxQ4");
