import type { SyntaxNode } from "@lezer/common";
import type { PythonModule } from "../../readers/python/module";

/** Extensions that register no route of their own, each by its own documentation, read 2026-12-01. */
const HARMLESS =
  /^(?:CORS|Migrate|SQLAlchemy|LoginManager|Bcrypt|Argon2|Mail|Marshmallow|JWTManager|Compress|Session|CSRFProtect|CsrfProtect|Cache|Caching|Limiter|SeaSurf|Talisman|Moment|Babel|PyMongo|MongoEngine|Celery|ProxyFix|FlaskIntegration|Sentry|Executor|APScheduler|SocketIO|DotEnv|Redis|FlaskRedis)$/;

/** Whether what is called with an application answers no request: an extension, or its `init_app`. */
export function isHarmless(module: PythonModule, callee: SyntaxNode): boolean {
  const name = module.tree.dotted(callee) ?? "";
  const [, object, method] = /^(.*?)\.?(\w+)$/.exec(name) ?? [];
  if (method !== undefined && HARMLESS.test(method)) return true;
  if (method !== "init_app" || callee.firstChild === null || object === "") return false;
  const held = module.follow(callee.firstChild);
  if (held?.is !== "expression" || held.node.name !== "CallExpression") return false;
  const made = held.module.tree.dotted(held.node.firstChild) ?? "";
  return HARMLESS.test(made.split(".").at(-1) ?? "");
}

/** An answer with the status of an error, or to another place. */
const ERROR =
  /\breturn\s+[^\n]*(?:,\s*(?:[45]\d\d\b|\w+\.code\b|HTTPStatus\.(?!OK))|redirect\(|\bstatus(?:_code)?\s*=\s*[45]\d\d)|\breturn(?:\s+None)?\s*$/gm;

/** Whether a function that runs before each request, or for an error, may answer with success. */
export function answersItself(text: string): boolean {
  return /\breturn\b/.test(text.replace(ERROR, ""));
}
