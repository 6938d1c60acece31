import {
  type Fields,
  filledText,
  flag,
  listOf,
  objectOf,
  oneOf,
  type Problem,
  required,
  text,
} from "../../fields";
import { isUnknown } from "../../plugin/property-values";

// Names: the schema of Render's Terraform provider in camel case (docs/resources/web_service.md).
// Values: Render's published API description.
// Plans, regions and runtimes are lists that grow: Render itself says which there are, and a rule advises of names
// that came after the day on which ours were read.
const TRIGGERS = ["off", "commit", "checksPass"];

/** What a static site has too. */
export const builtFields: Fields = {
  repoUrl: required(filledText),
  branch: required(filledText),
  autoDeploy: flag,
  buildFilter: objectOf({ paths: listOf(text()), ignoredPaths: listOf(text()) }),
};

const repositoryFields: Fields = {
  ...builtFields,
  autoDeployTrigger: oneOf(TRIGGERS),
};

const nativeRuntime = objectOf(
  { ...repositoryFields, runtime: required(filledText), buildCommand: required(text()) },
  { check: agreeingTrigger, fill: triggerOf },
);

const docker = objectOf(
  { ...repositoryFields, context: text(), dockerfilePath: text(), registryCredentialId: text() },
  {
    check: agreeingTrigger,
    fill: (given) => ({ context: ".", dockerfilePath: "./Dockerfile", ...triggerOf(given) }),
  },
);

const image = objectOf(
  {
    imageUrl: required(
      text({
        expression: /^([^@]*\/)?[^/:@]+$/,
        meaning: "an image without tag and digest (`tag`, `digest` hold them)",
      }),
    ),
    tag: text(),
    digest: text(),
    registryCredentialId: text(),
  },
  { check: tagOrDigest },
);

/** Exactly one of these says where the code comes from. */
export const runtimeSource = objectOf({ nativeRuntime, docker, image }, { check: exactlyOneSource });

function exactlyOneSource(given: Record<string, unknown>, property: string): Problem[] {
  const named = Object.keys(given);
  if (named.length === 1) return [];
  const got = named.length === 0 ? "none" : named.map((name) => `\`${name}\``).join(" and ");
  return [{ property, reason: `expected one of \`nativeRuntime\`, \`docker\` and \`image\`, got ${got}.` }];
}

function tagOrDigest(given: Record<string, unknown>, property: string): Problem[] {
  if (given.tag === undefined || given.digest === undefined) return [];
  return [{ property, reason: "give `tag` or `digest`, not both." }];
}

function triggerOf(given: Record<string, unknown>) {
  return {
    autoDeploy: given.autoDeployTrigger !== "off",
    autoDeployTrigger: given.autoDeploy === false ? "off" : "commit",
  };
}

function agreeingTrigger(given: Record<string, unknown>, property: string): Problem[] {
  const { autoDeploy, autoDeployTrigger } = { ...triggerOf(given), ...given };
  if (typeof autoDeploy !== "boolean" || isUnknown(autoDeployTrigger)) return [];
  if (autoDeploy === (autoDeployTrigger !== "off")) return [];
  return [
    {
      property: `${property}.autoDeployTrigger`,
      reason: `\`autoDeploy: ${autoDeploy}\` contradicts \`autoDeployTrigger: ${String(autoDeployTrigger)}\`.`,
    },
  ];
}
