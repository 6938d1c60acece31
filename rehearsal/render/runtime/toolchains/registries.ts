import { existsSync } from "node:fs";
import { homedir } from "node:os";
import path from "node:path";

/** Where packages come from on this machine, by the variables of the tools that fetch them. */
const OF_REGISTRIES: readonly RegExp[] = [
  /^PIP_/,
  /^UV_(?:INDEX|DEFAULT_INDEX|EXTRA_INDEX|FIND_LINKS|NATIVE_TLS|SYSTEM_CERTS|KEYRING|CONFIG_FILE)/,
  /^POETRY_(?:REPOSITORIES|HTTP_BASIC|PYPI_TOKEN)/,
  /^npm_config_(?:registry|cafile|strict_ssl|proxy|https_proxy|noproxy|userconfig)$/i,
  /^YARN_(?:REGISTRY|NPM_)/,
  /^(?:GOPROXY|GOSUMDB|GONOSUMDB|GONOSUMCHECK|GOPRIVATE|GONOPROXY|GOTOOLCHAIN)$/,
  /^CARGO_(?:REGISTRIES|REGISTRY|HTTP|NET|SOURCE)_/,
  /^(?:BUNDLE_MIRROR|HEX_MIRROR)/,
  /^(?:https?|no|all)_proxy$/i,
  /^(?:SSL_CERT_(?:FILE|DIR)|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE|NODE_EXTRA_CA_CERTS|GIT_SSL_\w+)$/,
];

/** Settings in files of the home directory, which the build does not see: HOME is the checkout. */
const FILES: readonly (readonly [variable: string, files: readonly string[]])[] = [
  ["PIP_CONFIG_FILE", [".config/pip/pip.conf", ".pip/pip.conf", "Library/Application Support/pip/pip.conf"]],
  ["npm_config_userconfig", [".npmrc"]],
  ["UV_CONFIG_FILE", [".config/uv/uv.toml"]],
];

/**
 * The registries that this machine fetches packages from, as its user's own tools do. They reach the build alone: a
 * service that needs them while it runs would not find them on Render.
 */
export function registrySettings(): Record<string, string> {
  const set = Object.entries(process.env).filter(([name]) =>
    OF_REGISTRIES.some((pattern) => pattern.test(name)),
  ) as [string, string][];
  const files = FILES.flatMap(([variable, names]) => {
    const found = names.map((name) => path.join(homedir(), name)).find((file) => existsSync(file));
    return found === undefined ? [] : [[variable, found] as const];
  });
  return { ...Object.fromEntries(files), ...Object.fromEntries(set) };
}
