import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parseDocument } from "yaml";
import type { StackConfiguration, StackPromotion } from "../../config/stack";
import { CommandError } from "../exit-code";
import { stackFileName, stackFilePath } from "../stacks/stack-file-name";
import { writeOutput } from "../written-output";

/** What `--override` and `--revision` say together. */
export type Override = NonNullable<StackPromotion["override"]>;

/** @throws CommandError where the stack's file does not say that it gets what the other stack has verified */
export function assertPromotes(
  { promotion }: StackConfiguration,
  { from, to }: { readonly from: string; readonly to: string },
): StackPromotion {
  if (promotion?.from === from) return promotion;
  const got = promotion === undefined ? "none" : `\`${promotion.from}\``;
  throw new CommandError(
    `${stackFileName(to)}: expected \`portcullis:promotion.from: ${from}\`, got ${got}. It is what gives ${to} the ` +
      `commit that ${from} has verified, in every update. ` +
      `Type \`pulumi config set -s ${to} --path portcullis:promotion.from ${from}\`.`,
  );
}

/** A stack's file with another override, or without one; undefined where it has that already. */
export function fileWithOverride(
  project: string,
  stack: string,
  override: Override | undefined,
): string | undefined {
  const document = parseDocument(stackFileText(project, stack));
  const at = ["config", "portcullis:promotion", "override"];
  const before = document.toString();
  if (override === undefined) document.deleteIn(at);
  else document.setIn(at, document.createNode(override));
  const after = document.toString();
  return after === before ? undefined : after;
}

/** A private copy, for a preview that must not change the stack's own file. The caller removes its folder. */
export function writeAside(stack: string, text: string): string {
  const file = stackFilePath(mkdtempSync(path.join(tmpdir(), "portcullis-promote-")), stack);
  writeFileSync(file, text, { mode: 0o600 });
  return file;
}

export const stackFileText = (project: string, stack: string): string =>
  readFileSync(fileOf(project, stack), "utf8");

export const writeStackFile = (project: string, stack: string, text: string): void =>
  writeOutput(fileOf(project, stack), text);

const fileOf = (project: string, stack: string): string => stackFilePath(project, stack);
