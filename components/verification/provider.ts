import { version } from "../../package.json";

/**
 * The verification's provider as Pulumi keeps it in state: text, which `pulumi` evaluates in a process of its own
 * (pulumi: sdk/nodejs/cmd/dynamic-provider). So it holds no configuration and no secret, and nothing of how a
 * verification is done: each method loads that from the package that the project has installed. The project's folder
 * is that process's working directory, also where the folder is made of links. It is written out, because Pulumi's own
 * serialisation of a provider object gives the same few lines and takes a fifth of a second of every preview.
 */
export const VERIFICATION_PROVIDER = `
const lifecycle = () => {
  const { createRequire } = require("node:module");
  return createRequire(process.cwd() + "/package.json")("portcullis/verification").lifecycle("${version}");
};
exports.handler = () => ({
  create: async (inputs) => lifecycle().create(inputs),
  update: async (id, olds, news) => lifecycle().update(id, olds, news),
  diff: async (id, olds, news) => lifecycle().diff(id, olds, news),
  // There is nothing to delete: what was proven is past.
  delete: async () => {},
});
`;
