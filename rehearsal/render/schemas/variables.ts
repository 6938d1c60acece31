import { z } from "zod";
import { generatedValue } from "../identifiers";

const key = z.string().min(1);

export const variableValue = z.union([
  z.strictObject({ value: z.string() }),
  z.strictObject({ generateValue: z.literal(true) }),
]);

/** A list of variables, each with a value or with one to be made up; no key twice. */
export const variableList = z
  .array(
    z.union([
      z.strictObject({ key, value: z.string() }),
      z.strictObject({ key, generateValue: z.literal(true) }),
    ]),
  )
  .refine((list) => new Set(list.map((entry) => entry.key)).size === list.length, "a key stands there twice");

/** 1 MB for all secret files of a service or group together. */
const SECRET_FILES_MOST = 1024 * 1024;

export const secretFileList = z
  .array(z.strictObject({ name: z.string().min(1), content: z.string() }))
  .refine((list) => new Set(list.map((file) => file.name)).size === list.length, "a name stands there twice")
  .refine(
    (list) => list.reduce((sum, file) => sum + Buffer.byteLength(file.content), 0) <= SECRET_FILES_MOST,
    "secret files are larger than 1 MB together",
  );

export const secretFileContent = z.strictObject({ content: z.string() });

/** The value a variable gets: the one given, or a new random one. */
export const givenValue = (entry: z.output<typeof variableValue>): string =>
  "value" in entry ? entry.value : generatedValue();

/** The list as a map from key to value. */
export const variablesOf = (list: z.output<typeof variableList>): Map<string, string> =>
  new Map(list.map((entry) => [entry.key, "value" in entry ? entry.value : generatedValue()]));
