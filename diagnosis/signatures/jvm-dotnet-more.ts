import type { Signature } from "../signature";

/** What frameworks say when the database or the machine is not as they expect. */
export const JVM_DOTNET_MORE_SIGNATURES: readonly Signature[] = [
  {
    id: "container/no-user",
    mode: "configuration/invalid",
    meaning: "the user of the container is not in the image",
    pattern:
      /unable to find user (?<name>\S+?): no matching entries in passwd|no users? found for (?:uid|user) (?<name2>\S+)|failed switching to "?(?<name3>[\w-]+)/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    cause: "the container is to run as the user {name}, which its image does not have",
    correctiveAction:
      "Correct the user (USER in the Dockerfile, `user:`, `securityContext.runAsUser`), or make it in the image.",
    source: "docs.docker.com/reference/dockerfile/#user",
    example:
      'error: failed switching to "mongo": unable to find user mongo: no matching entries in passwd file',
    nearMiss: "running as the user mongo",
  },
  {
    id: "hibernate/dialect",
    mode: "configuration/missing-variable",
    meaning: "Hibernate learns nothing of the database",
    pattern:
      /Unable to determine Dialect (?:without|for)|Access to DialectResolutionInfo cannot be null|'hibernate\.dialect' not set/,
    stage: "root",
    certainty: "possible",
    decisive: false,
    competing: [{ mode: "database/refused", cause: "the database does not answer, or refuses the login" }],
    cause:
      "Hibernate gets nothing from the database (no Dialect): the URL is not set, or the database is not reached",
    correctiveAction:
      "Set the database's URL (SPRING_DATASOURCE_URL) in that environment, and look in the lines before this one for a refused connection.",
    source: "docs.jboss.org/hibernate/orm/6.4/userguide (Database Dialect)",
    example:
      "Unable to determine Dialect without JDBC metadata (please set 'jakarta.persistence.jdbc.url' for common cases)",
    nearMiss: "HHH000400: Using dialect: PostgreSQL",
  },
];
