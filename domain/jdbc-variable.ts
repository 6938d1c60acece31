/**
 * Variables whose value Spring Boot, Quarkus, Flyway and Liquibase hand to JDBC as it is (docs.spring.io: Data
 * Properties; quarkus.io/guides/datasource; documentation.red-gate.com/fd; docs.liquibase.com, read 2026-11-29).
 */
export const JDBC_VARIABLE =
  /^(?:SPRING_(?:DATASOURCE|FLYWAY|LIQUIBASE)_(?:JDBC_?)?URL|QUARKUS_DATASOURCE_JDBC_URL|FLYWAY_URL|LIQUIBASE_COMMAND_URL|JDBC_(?:DATABASE_)?URL)$/;
