import { type Beside, hasCommand, type Row } from "./row";

const isSpring = (beside: Beside): boolean =>
  hasCommand(beside, /\bjava\b/) ||
  ["SPRING_PROFILES_ACTIVE", "SPRING_DATASOURCE_URL", "SPRING_APPLICATION_NAME"].some(
    (name) => beside.look(name) !== undefined,
  );

/** spring-projects/spring-boot: LogLevel, and YAML's `false` for off; `Failed to bind properties` (read 2026-12-01). */
const SPRING_LEVEL: Row = {
  names: /^LOGGING_LEVEL_\w+$/,
  refused: (value, beside) =>
    !isSpring(beside) || /^(?:trace|debug|info|warn|error|fatal|off|false)$/i.test(value)
      ? undefined
      : {
          expected: "one of TRACE, DEBUG, INFO, WARN, ERROR, FATAL and OFF",
          got: "another word, at which Spring Boot ends",
          fix: "Write one of them.",
        },
};

/** hibernate/hibernate-orm: tool.schema.Action; `Unrecognized legacy hibernate.hbm2ddl.auto value` (read 2026-12-01). */
const DDL: Row = {
  names: /^SPRING_JPA_HIBERNATE_DDL_?AUTO$/,
  refused: (value) =>
    /^(?:none|create|create-drop|create-only|drop|update|validate|truncate|populate)$/i.test(value)
      ? undefined
      : {
          expected: "one of none, validate, update, create, create-drop, create-only, drop and truncate",
          got: "another word, at which Hibernate ends",
          fix: "Write one of them.",
        },
};

/** dotnet/runtime: Logging.Configuration, `Configuration value '…' for category '…' is not supported` (read 2026-12-01). */
const NET_LEVEL: Row = {
  names: /^Logging__(?:\w+?__)?LogLevel__\w+$/i,
  refused: (value) =>
    /^(?:trace|debug|information|warning|error|critical|none|[0-6])$/i.test(value)
      ? undefined
      : {
          expected: "one of Trace, Debug, Information, Warning, Error, Critical and None",
          got: "another word, at which .NET ends",
          fix: "Write one of them.",
        },
};

/** `config.log_level` becomes a constant of Logger's by its name in capitals (guides.rubyonrails.org: debugging; read 2026-12-01). */
const RAILS_LEVEL: Row = {
  names: /^RAILS_LOG_LEVEL$/,
  refused: (value) =>
    /^(?:debug|info|warn|error|fatal|unknown|[0-5])$/i.test(value)
      ? undefined
      : {
          expected: "one of debug, info, warn, error, fatal and unknown",
          got: "another word, at which Rails ends",
          fix: "Write one of them.",
          unless: "config/environments/production.rb may read it otherwise",
        },
};

/** postgresql.org/docs/17/libpq-ssl.html; node-postgres has `no-verify` as well (read 2026-12-01). */
const SSL_MODE: Row = {
  names: /^PGSSLMODE$/,
  refused: (value) =>
    /^(?:disable|allow|prefer|require|verify-ca|verify-full|no-verify)$/.test(value)
      ? undefined
      : {
          expected: "one of disable, allow, prefer, require, verify-ca and verify-full",
          got: "another word, which libpq refuses",
          fix: "Write `require`, or `verify-full` with the authority's certificate.",
          unless: "a client that is not libpq may read it otherwise",
        },
};

/** Words of two letters changed in their places, or of one too many, which no reader of a switch has. */
const SWITCHES: Row = {
  names: /^[A-Z]\w*$/i,
  refused: (value) =>
    /^(?:flase|fasle|fales|falsee|faslse|flalse|ture|treu|tru|tureu|truee)$/i.test(value)
      ? {
          expected: "`true` or `false`",
          got: "a word that is misspelt",
          fix: "Write it as its reader has it.",
          unless: "the code may take any other word for the one that is meant",
        }
      : undefined,
};

/** A port is a number; Kubernetes has an address of TCP in variables of such names. */
const PORTS: Row = {
  names: /^(?!PORT$)\w+_PORT$/,
  refused: (value) =>
    /^-?\d+$|:\/\/|^[/\\]|[$%{<]/.test(value)
      ? undefined
      : {
          expected: "a port's number",
          got: "another text",
          fix: "Write the number alone.",
          unless: "the code may read it otherwise",
        },
};

export const LEVEL_VALUES: readonly Row[] = [SPRING_LEVEL, DDL, NET_LEVEL, RAILS_LEVEL];
export const WORD_VALUES: readonly Row[] = [SSL_MODE, PORTS, SWITCHES];
