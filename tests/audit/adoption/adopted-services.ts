import { adoptFolder } from "../../../audit";

/** Where the adopted repository is pushed to. */
export const ORIGIN = {
  ...{ repository: "https://github.com/acme/shop", remote: "origin" },
  ...{ branch: "main", folder: "" },
} as const;

/** The fields that say how a service is built and started. */
const KEYS = [
  "rootDirectory",
  "runtime",
  "dockerfile",
  "dockerContext",
  "build",
  "preDeploy",
  "start",
  "port",
];

/** Each service of production as one line by its key: its type, and the fields that say how it is built and started. */
export function adoptedServices(folder: string): Readonly<Record<string, string>> {
  const drafts = adoptFolder(folder).drafts(ORIGIN);
  const draft = drafts.find(({ environment }) => environment === "production");
  const lines = (draft?.services ?? []).map(({ key, kind, fields }) => {
    const values = KEYS.flatMap((name) => {
      const field = fields.find((each) => each.key === name);
      return field === undefined ? [] : [`${name}=${field.value}`];
    });
    return [key, [kind, ...values].join(" ")];
  });
  return Object.fromEntries(lines);
}
