import { Document } from "yaml";
import type { PrivateProject } from "./private-project";
import type { Pulumi } from "./pulumi";
import type { StackFile } from "./stack-file";
import type { StackOverlay } from "./stack-overlay";

/** Writes a stack's file into the private project, its secrets too, and makes the stack. */
export async function openStack(
  file: StackFile,
  project: PrivateProject,
  pulumi: Pulumi,
  { config = {}, secrets = {} }: StackOverlay,
): Promise<void> {
  const { stack } = file;
  const { secrets: sealed } = project;
  const document = new Document({
    encryptionsalt: await sealed.encryptionSalt(),
    config: { ...file.config, ...config },
  });
  for (const [key, value] of Object.entries(secrets)) {
    document.setIn(
      ["config", ...placeOf(key)],
      document.createNode({ secure: await sealed.encrypted(value) }),
    );
  }
  await project.writeStackFile(stack, document.toString());
  const { exitCode, output } = await pulumi(["stack", "init", stack]);
  if (exitCode !== 0) throw new Error(output);
}

/** A value inside a mapping is reached by its path, `portcullis:verify.endpoints[0].headers`; a key itself has no dot. */
function placeOf(key: string): readonly (string | number)[] {
  return [...key.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([name, index]) =>
    index === undefined ? name : Number(index),
  );
}
