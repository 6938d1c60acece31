import type { FailureMode } from "../../domain/failure-mode";
import type { SeenException } from "../log/exception";
import type { ErrorFamily } from "./error-family";

/** What an exception means by its type and by the library that raised it, whatever its words are. */
export interface ExceptionKind {
  readonly type: RegExp;
  /** The package whose frame raised it, or a part of the type's own name. */
  readonly library?: RegExp;
  readonly mode: FailureMode;
  readonly means: string;
  readonly correctiveAction: string;
}

const DATABASE =
  /psycopg|asyncpg|sqlalchemy|aiopg|pymysql|mysql|mariadb|mongo|\bpg\b|pg-protocol|pg-pool|postgres|typeorm|sequelize|knex|prisma|drizzle|django\.db|active_?record|\bPG\b|hikari|zaxxer|hibernate|jdbc|sqlclient|npgsql|entityframework|ecto|postgrex|DBConnection|sqlx|diesel|gorm|pgx/i;
const BROKER = /redis|bull|celery|kombu|amqp|rabbit|kafka|memcache|elastic|sidekiq|StackExchange/i;

const ADDRESS = "Correct its address in that environment, or start what listens there.";

/** The first row that fits counts. */
export const EXCEPTION_KINDS: readonly ExceptionKind[] = [
  {
    type: /ConnectionRefused|ConnectException|ECONNREFUSED|CannotConnect|ConnectionNotEstablished|NoBrokers/,
    library: BROKER,
    mode: "broker/refused",
    means: "the cache or broker does not answer",
    correctiveAction: ADDRESS,
  },
  {
    type: /ConnectionRefused|ConnectException|ECONNREFUSED|ConnectionBad|ConnectionNotEstablished|CannotConnect|CommunicationsException/,
    library: DATABASE,
    mode: "database/refused",
    means: "the database does not answer",
    correctiveAction: ADDRESS,
  },
  {
    type: /UnknownHost|gaierror|ENOTFOUND|EAI_AGAIN|NameResolution|getaddrinfo/,
    library: DATABASE,
    mode: "database/dns",
    means: "the database's host name does not resolve",
    correctiveAction: "Correct the host of the connection URL in that environment.",
  },
  {
    type: /BrokenPipe|ConnectionReset|ECONNRESET|EPIPE|ConnectionClosed|ConnectionDoesNotExist|ServerClosed|SocketException|UnableToSend|AdminShutdown/,
    library: DATABASE,
    mode: "database/connection-lost",
    means: "the connection to the database was ended by the other side",
    correctiveAction:
      "Let the pool test its connections before use (pre-ping, a shorter life than the server's idle timeout), and handle the client's error event.",
  },
  {
    type: /Timeout|TimedOut/,
    library: DATABASE,
    mode: "database/timeout",
    means: "the database, or a free connection of the pool, did not come in time",
    correctiveAction:
      "Look whether the database answers, and whether connections are given back to the pool.",
  },
  {
    type: /InvalidPassword|InvalidAuthorization|AuthenticationFail/,
    library: DATABASE,
    mode: "database/credentials",
    means: "the database refuses the login",
    correctiveAction: "Correct user and password of the connection URL.",
  },
  {
    type: /UndefinedTable|UndefinedColumn|StatementInvalid|NoSuchTable|SQLGrammarException|InvalidSchemaName/,
    mode: "database/schema-missing",
    means: "the database lacks a table or column",
    correctiveAction: "Run the migrations on this database before the service starts.",
  },
  {
    type: /GemNotFound|^LoadError$|ModuleNotFound|DistributionNotFound|PackageNotFound|ClassNotFound|NoClassDef|Gem::(?:Load|Missing\w*)Error/,
    mode: "import/missing-module",
    means: "a package or module that the code needs is not there",
    correctiveAction:
      "Add the package to the dependencies of production and commit the lock file; install it for the runtime that starts the service.",
  },
  {
    type: /Migration|Flyway|Liquibase|alembic/,
    mode: "migration/failed",
    means: "a migration failed",
    correctiveAction: "Correct the migration that is named, or the state of the database, and run it again.",
  },
  {
    type: /^PermissionError$|AccessDenied|UnauthorizedAccess|Errno::EACCES|EROFS/,
    mode: "disk/permission-denied",
    means: "the user of the process may not read or write a file",
    correctiveAction:
      "Give the folder to the user of the process (`chown` in the image), or write elsewhere.",
  },
  {
    type: /UndefinedValue|MissingAppKey|EnvNotFound|EnvError|EnvVar\w*Error|MissingEnv|MissingSecret|NoCredentials/,
    mode: "configuration/missing-variable",
    means: "a setting that the program needs has no value",
    correctiveAction: "Set the variable that the message names in that environment.",
  },
  {
    type: /OutOfMemory|^MemoryError$|NoMemoryError|ENOMEM/,
    mode: "memory/exhausted",
    means: "the memory was not enough",
    correctiveAction:
      "Take an instance with more memory, or let the program use less (fewer workers, smaller heap).",
  },
  {
    type: /BrokenProcessPool|WorkerLost|TerminatedWorker/,
    mode: "process/killed",
    means: "a worker was ended from outside, mostly for memory",
    correctiveAction: "Look at the memory at that time: give the instance more, or run fewer workers.",
  },
  {
    type: /UnsupportedClassVersion|NoSuchMethodError|NoSuchFieldError|AbstractMethodError|IncompatibleClassChange|MissingMethodException|MissingFieldException|InaccessibleObject|PydanticImportError|VerifyError|BadImageFormat|ProductNotSupported|UnsupportedProduct/,
    mode: "runtime/incompatible",
    means: "two versions do not fit: of the runtime and the code, or of two packages",
    correctiveAction:
      "Set the version of the runtime or of the package to the one that the code was made for, and commit the lock file.",
  },
  {
    type: /^ZodError$|AppRegistryNotReady|AdapterNotSpecified/,
    mode: "configuration/invalid",
    means: "what the program is configured with is missing or wrong",
    correctiveAction: "Set what the message or the lines around it name.",
  },
  {
    type: /BindValidation|InvalidConfigurationProperty|ImproperlyConfigured|Config(?:uration)?(?:Error|Exception)$|SettingsError|OptionsValidation/,
    mode: "configuration/invalid",
    means: "a setting is missing or wrong",
    correctiveAction: "Correct the setting that the message names in that environment.",
  },
];

/** What the type of an error means that a line without a stack names. */
export function kindOfLine(text: string): ErrorFamily | undefined {
  const [, type = "", message = ""] = /^((?:[\w$]+(?:\.|::))*[A-Z]\w+): (.*)$/.exec(text) ?? [];
  const kind = type === "" ? undefined : kindNamed(`${type} `, type, message);
  return kind === undefined ? undefined : { ...kind, id: "type", pattern: kind.type, example: text };
}

/** What is known of an exception of this type from this library. */
export function kindOf({ type, library = "", message }: SeenException): ExceptionKind | undefined {
  return kindNamed(`${type} ${library}`, type, message);
}

function kindNamed(named: string, type: string, message: string): ExceptionKind | undefined {
  return EXCEPTION_KINDS.find(
    (kind) =>
      (kind.type.test(type) ||
        (kind.library !== undefined && kind.type.test(message.replaceAll(/\s/g, "")))) &&
      (kind.library === undefined || kind.library.test(named)),
  );
}
