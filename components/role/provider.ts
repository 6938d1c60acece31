import { version } from "../../package.json";

/**
 * A provider as Pulumi keeps it in state: text that loads its methods from the package that the project has installed,
 * and holds no configuration and no secret (see verification/provider.ts). A preview loads what needs no database.
 */
const providerText = (methods: readonly string[]): string => `
const loaded = (entry) => {
  const { createRequire } = require("node:module");
  return createRequire(process.cwd() + "/package.json")("portcullis/" + entry).methods("${version}");
};
exports.handler = () => ({
  diff: async (...given) => loaded("role").diff(...given),
${methods.join("\n")}
});
`;

const ROLE_METHODS = ["create", "update", "read", "delete"].map(
  (method) => `  ${method}: async (...given) => loaded("role-at-database").role.${method}(...given),`,
);

export const ROLE_PROVIDER = providerText([
  `  check: async (...given) => loaded("role").check(...given),`,
  ...ROLE_METHODS,
]);

/** What was closed stays closed when the resource is deleted. */
export const CLOSED_LOGINS_PROVIDER = providerText([
  ...["create", "update"].map(
    (method) =>
      `  ${method}: async (...given) => loaded("role-at-database").closedLogins.${method}(...given),`,
  ),
  "  delete: async () => {},",
]);
