import type { Violation } from "../../domain/rule";

/**
 * Variables whose value Spring Boot, Quarkus, Flyway and Liquibase hand to JDBC as it is (docs.spring.io: Data
 * Properties; quarkus.io/guides/datasource; documentation.red-gate.com/fd; docs.liquibase.com, read 2026-11-29).
 */
const JDBC_VARIABLE =
  /^(?:SPRING_(?:DATASOURCE|FLYWAY|LIQUIBASE)_(?:JDBC_?)?URL|QUARKUS_DATASOURCE_JDBC_URL|FLYWAY_URL|LIQUIBASE_COMMAND_URL|JDBC_(?:DATABASE_)?URL)$/;

/**
 * What JDBC cannot read: it finds no driver for a URL without `jdbc:` in front or with another name than `postgresql` behind
 * it, and pgJDBC takes a user before the host for a
 * part of the host's name (pgjdbc: org/postgresql/Driver.java, parseURL).
 */
export function jdbcProblem(
  name: string,
  text: string,
): Pick<Violation, "expected" | "got" | "fix"> | undefined {
  const value = text.trim();
  const fix =
    "Write jdbc:postgresql://host:port/database, and give user and password by variables of their own or by `?user=…&password=…`.";
  if (/^jdbc:(?:postgres|pgsql|psql):/i.test(value))
    return {
      expected: "a URL that begins with `jdbc:postgresql://`",
      got: "another scheme behind `jdbc:`",
      fix,
    };
  if (JDBC_VARIABLE.test(name) && /^postgres(?:ql)?:\/\//.test(value))
    return { expected: "a URL that begins with `jdbc:postgresql://`", got: "one without `jdbc:`", fix };
  if (/^jdbc:postgresql:\/\/[^/?]*@/i.test(value))
    return {
      expected: "host and port behind `jdbc:postgresql://`",
      got: "a user before the host, which pgJDBC takes for a part of the host's name",
      fix,
    };
  return undefined;
}
