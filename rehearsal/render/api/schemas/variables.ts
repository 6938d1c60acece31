import { z } from "zod";
import { generatedValue } from "../../identifiers";

const key = z.string().min(1, "must not be empty");
const given = { value: z.string().optional(), generateValue: z.literal(true).optional() };

interface Given {
  readonly value?: string | undefined;
  readonly generateValue?: true | undefined;
}

const exactlyOne = (entry: Given): boolean =>
  (entry.value === undefined) !== (entry.generateValue === undefined);
const EXACTLY_ONE = "expected either value or generateValue";

export const variableValue = z.strictObject(given).refine(exactlyOne, EXACTLY_ONE);

/** Render's own clients send null for an empty list; recorded: it is answered by `[]`. */
const nullIsEmpty = <List extends z.ZodType>(list: List) => z.preprocess((value) => value ?? [], list);

/** A list of variables, each with a value or `generateValue`; no key twice. */
export const variableList = nullIsEmpty(
  z
    .array(z.strictObject({ key, ...given }).refine(exactlyOne, EXACTLY_ONE))
    .refine(
      (list) => new Set(list.map((entry) => entry.key)).size === list.length,
      "a key stands there twice",
    ),
);

/** 1 MB for all secret files of a service or group together. */
const SECRET_FILES_MOST = 1024 * 1024;

/** A plain file name: the file is written beside the service's source. */
export const secretFileName = z
  .string()
  .min(1, "must not be empty")
  .refine(
    (name) => !/[/\\\0]/.test(name) && name !== "." && name !== "..",
    "must be a file name without a path",
  );

export const secretFileList = nullIsEmpty(
  z
    .array(z.strictObject({ name: secretFileName, content: z.string() }))
    .refine(
      (list) => new Set(list.map((file) => file.name)).size === list.length,
      "a name stands there twice",
    )
    .refine(
      (list) => list.reduce((sum, file) => sum + Buffer.byteLength(file.content), 0) <= SECRET_FILES_MOST,
      "secret files are larger than 1 MB together",
    ),
);

export const secretFileContent = z.strictObject({ content: z.string() });

/** What is wrong with files that are not in a list of a request. */
export function secretFileProblems(files: ReadonlyMap<string, string>): string[] {
  const { error } = secretFileList.safeParse([...files].map(([name, content]) => ({ name, content })));
  return (error?.issues ?? []).map(({ message }) => message);
}

/** The value a variable gets: the one given, or a new random one. */
export const givenValue = (entry: Given): string => entry.value ?? generatedValue();

/** The list as a map from key to value. */
export const variablesOf = (list: z.output<typeof variableList>): Map<string, string> =>
  new Map(list.map((entry) => [entry.key, givenValue(entry)]));

/** The list as a map from name to content. */
export const secretFilesOf = (list: z.output<typeof secretFileList>): Map<string, string> =>
  new Map(list.map((file) => [file.name, file.content]));
