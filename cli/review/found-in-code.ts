import path from "node:path";
import { codeOnRender, type FoundInCode } from "../../audit";
import { sameRepository } from "../../domain/repository-address";
import { enclosingCheckout } from "../rehearse/source/checkout";
import type { StackFile } from "../stacks/stack-file";
import { nameInProject } from "../stacks/stack-file-name";
import { writtenServices } from "../stacks/written-services";

/** What an audit finds in the code of one stack's services, and no preview sees. */
export type FoundOf = (file: StackFile) => readonly FoundInCode[];

/**
 * Audits the checkout around a project, for the stacks whose services come from it. Nothing is found where the project
 * is in no checkout, or the services come from other repositories: their code is not here.
 */
export async function foundInCode(project: string): Promise<FoundOf> {
  const around = await enclosingCheckout(project);
  if (!("checkout" in around)) return () => [];
  const { folder, remotes } = around.checkout;
  let found: readonly FoundInCode[] | undefined;
  return ({ stack, config }) => {
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
}
