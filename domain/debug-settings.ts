import type { Severity } from "./severity";

/** A variable whose value is for developers, with what a deployment is given in its place. */
export interface DebugSetting {
  readonly name: RegExp;
  readonly value: RegExp;
  readonly instead: string;
  /** @default warning */
  readonly severity?: Severity;
}

const ON = /^(?:1|true|yes|on)$/i;
const DEVELOPMENT = /^(?:dev|development|local|test|testing)$/i;

/**
 * A name and a value alone are worth a warning. The deploy succeeds, code need not read the variable, and `DEBUG` is a name
 * of other things too, such as what npm's `debug` prints. What an image sets is a default besides: the platform's own
 * variable replaces it, and a dashboard may hold one. An error is what ends a deploy or refuses requests by itself.
 *
 * Django's and Flask's DEBUG show source code and variables to users who cause an error; NODE_ENV and the like load
 * development packages and turn caches off (docs.djangoproject.com, flask.palletsprojects.com, nodejs.org). ASP.NET shows
 * its page for developers in Development (learn.microsoft.com/aspnet/core/fundamentals/environments), and a profile of
 * Spring and the mode of Gin choose what is logged and asked (docs.spring.io, pkg.go.dev/github.com/gin-gonic/gin).
 */
export const DEBUG_SETTINGS: readonly DebugSetting[] = [
  { name: /^(?:(?:FLASK|DJANGO|FASTAPI|APP|STARLETTE|UVICORN)_)?DEBUG$/, value: ON, instead: "false" },
  { name: /^UVICORN_RELOAD$/, value: ON, instead: "false" },
  {
    name: /^(?:(?:NODE|FLASK|DJANGO|RACK|APP|MIX|GO|DENO|PYTHON)_)?ENV$|^(?:(?:APP|DJANGO|NODE)_)?ENVIRONMENT$/,
    value: DEVELOPMENT,
    instead: "production",
  },
  { name: /^(?:ASPNETCORE|DOTNET)_ENVIRONMENT$/, value: /^Development$/i, instead: "Production" },
  {
    name: /^SPRING_PROFILES_ACTIVE$/,
    value: /(?:^|,)\s*(?:dev|development|local|test)\s*(?:,|$)/i,
    instead: "prod",
  },
  { name: /^GIN_MODE$/, value: /^(?:debug|test)$/, instead: "release" },
  // There Rails answers requests for localhost alone: all others get 403 (guides.rubyonrails.org: config.hosts).
  { name: /^RAILS_ENV$/, value: DEVELOPMENT, instead: "production", severity: "error" },
  // inngest.com/docs/sdk/environment-variables: events go to a developer's server, and no signature is checked.
  { name: /^INNGEST_DEV$/, value: /^(?:1|true|https?:\/\/\S+)$/i, instead: "0" },
  // docs.djangoproject.com: email backends for development; laravel.com/docs/mail: log and array
  {
    name: /^(?:DJANGO_)?EMAIL_BACKEND$/,
    value: /^django\.core\.mail\.backends\.(?:console|locmem|dummy|filebased)\.EmailBackend$/,
    instead: "django.core.mail.backends.smtp.EmailBackend",
  },
  { name: /^MAIL_(?:MAILER|DRIVER)$/, value: /^(?:log|array)$/, instead: "smtp" },
  { name: /^LOG_?LEVEL$/, value: /^(?:debug|trace|silly|all)$/i, instead: "info", severity: "note" },
];

/** Words of a start command that are for developers. */
export const DEBUG_FLAGS: readonly RegExp[] = [/^--reload$/, /^--debug$/];
