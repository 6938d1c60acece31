import { writtenUrls } from "../domain/connections";
import { placeholderIn } from "../domain/placeholder";
import { rule } from "../domain/rule";
import { sharedBetweenEnvironments } from "../domain/shared-between-environments";

const FIX =
  "Reset the password of one of the two databases, and write the new one into its environment alone.";

export const databaseSharedPassword = rule({
  id: "database/shared-password",
  severity: "warning",
  title: "Each environment's database has a password of its own",
  why: "Who may read staging's settings can then log in to production's database, and no slip of a host is stopped by a wrong password.",
  fix: FIX,
  reference: "https://supabase.com/docs/guides/deployment/managing-environments",
  scope: "all-environments",
  check: (facts) => {
    const held = writtenUrls(facts).urls.flatMap(({ fact, parsed }) => {
      const { password } = parsed.url;
      if (password === undefined || password === "" || placeholderIn(password, "") !== undefined) return [];
      const { environment, place } = fact;
      return [{ place, what: "database password", value: password, ...(environment && { environment }) }];
    });
    const words = { expected: "one of this environment's own", fix: FIX };
    return { violations: sharedBetweenEnvironments(held, words), undecided: [] };
  },
});
