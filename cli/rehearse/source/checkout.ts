import { GitError, git } from "./git";

/** The git checkout around a folder. */
export interface Checkout {
  readonly folder: string;
  /** Its remotes: name and address, as the configuration has it and as git would call it. */
  readonly remotes: readonly { readonly name: string; readonly address: string }[];
}

/** The checkout that a folder is in, or why there is none. */
export async function enclosingCheckout(
  folder: string,
): Promise<{ readonly checkout: Checkout } | { readonly why: string }> {
  try {
    const root = (await git(folder, ["rev-parse", "--show-toplevel"])).trimEnd();
    if (root === "") return { why: `${folder} is in a bare repository, which has no files` };
    return { checkout: { folder: root, remotes: await remotesOf(root) } };
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    if (error.missing) return { why: "git is not installed" };
    if (/not a git repository/.test(error.message)) return { why: `${folder} is in no git checkout` };
    return { why: `git says of ${folder}: ${error.message.split("\n")[0]}` };
  }
}

async function remotesOf(root: string): Promise<Checkout["remotes"]> {
  // git ends with 1 where no key matches.
  const written = await git(root, ["config", "--get-regexp", String.raw`^remote\..*\.url$`]).catch(() => "");
  // With `insteadOf` the address that is called differs from the one that is written.
  const called = await git(root, ["remote", "-v"]);
  const remotes = [
    ...[...written.matchAll(/^remote\.(.*)\.url (.*)$/gm)],
    ...[...called.matchAll(/^(\S+)\t(.*) \((?:fetch|push)\)$/gm)],
  ].map(([, name = "", address = ""]) => ({ name, address }));
  return remotes.filter(
    ({ name, address }, at) =>
      remotes.findIndex((other) => other.name === name && other.address === address) === at,
  );
}
