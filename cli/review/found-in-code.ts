import path from "node:path";
import { codeOnRender, type FoundInCode } from "../../audit";
import { sameRepository } from "../../domain/repository-address";
import { enclosingCheckout } from "../rehearse/source/checkout";
import type { StackFile } from "../stacks/stack-file";
import { nameInProject, stackFileName } from "../stacks/stack-file-name";
import { writtenServices } from "../stacks/written-services";
import { codeNotRead } from "./code-not-read";

/** What an audit finds in the code of one stack's services, and no preview sees. */
export interface CodeOfStack {
  readonly found: readonly FoundInCode[];
  /** Why the code of one of them is not read, and what to type. */
  readonly notRead?: string;
}

export type CodeOf = (file: StackFile) => CodeOfStack;

/**
 * Audits the checkout around a project, for the stacks whose services come from it. Nothing is found where the project
 * is in no checkout, or the services come from other repositories: their code is not here.
 */
export async function foundInCode(project: string): Promise<CodeOf> {
  const around = await enclosingCheckout(project);
  let found: readonly FoundInCode[] | undefined;
  const foundIn = ({ stack, config }: StackFile): readonly FoundInCode[] => {
    if (!("checkout" in around)) return [];
    const { folder, remotes } = around.checkout;
    const roots = writtenServices(config).flatMap(({ repository, rootDirectory }) => {
      const isHere =
        typeof repository === "string" && remotes.some(({ address }) => sameRepository(address, repository));
      return isHere
        ? [typeof rootDirectory === "string" ? rootDirectory.replace(/^\.?\/|\/$/g, "") : ""]
        : [];
    });
    if (roots.length === 0) return [];
    const own = path.relative(folder, path.resolve(project)).split(path.sep).join("/");
    found ??= codeOnRender(folder, own === "" || own.startsWith("..") ? {} : { exclude: [`/${own}/`] });
    const name = nameInProject(stack);
    return found.filter(
      ({ file, environments }) =>
        (environments.length === 0 || environments.includes(name)) &&
        roots.some((root) => root === "" || file.startsWith(`${root}/`)),
    );
  };
  return (file) => {
    const repositories = writtenServices(file.config).flatMap(({ repository }) =>
      typeof repository === "string" ? [repository] : [],
    );
    const notRead = codeNotRead(around, [...new Set(repositories)], stackFileName(file.stack));
    return { found: foundIn(file), ...(notRead !== undefined && { notRead }) };
  };
}
