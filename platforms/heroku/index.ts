import type { RegisteredPlatform } from "../platform";

/** A file that starts processes by their names. */
export const PROCFILE_NAME = /(?:^|\/)Procfile$/;

const setBy = (name: string): string => `Remove the value, and type \`heroku config:set ${name}=…\`.`;

/** devcenter.heroku.com/articles/runtime-principles, /dyno-metadata and /http-routing, read in November 2026. */
export const HEROKU: RegisteredPlatform = {
  id: "heroku",
  name: "Heroku",
  manifests: [
    { file: /(?:^|\/)(?:app\.json|heroku\.ya?ml)$/, setsVariables: true, insteadOfSecret: setBy },
    {
      // Dokku, Railway and others start by it too.
      file: PROCFILE_NAME,
      setsVariables: false,
      shared: true,
      insteadOfSecret: () => "Read it from a variable that the platform sets.",
    },
  ],
  variables: [
    "DYNO",
    "HEROKU_APP_ID",
    "HEROKU_APP_NAME",
    "HEROKU_DYNO_ID",
    "HEROKU_RELEASE_CREATED_AT",
    "HEROKU_RELEASE_VERSION",
    "HEROKU_SLUG_COMMIT",
    "HEROKU_SLUG_DESCRIPTION",
    "HEROKU_BUILD_COMMIT",
  ],
  given: /^HEROKU_\w+$/,
  // Each dyno gets a PORT that is not known before; a dyno that opens another is ended after a minute (R10).
  portDiscovery: "env",
  portIsItsOwn: true,
  insteadOfMissing: (name) => `Type \`heroku config:set ${name}=…\`.`,
  reservedPorts: [],
  // Not documented: what holds of a dyno is not known.
  outboundIpv6: undefined,
  isNative: () => false,
  names: {},
  reference: "https://devcenter.heroku.com/articles/runtime-principles#web-servers",
  rules: [],
};
