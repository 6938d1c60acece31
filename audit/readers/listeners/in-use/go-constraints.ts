import path from "node:path";
import { truthOf } from "../../../../domain/truth";
import type { Repository } from "../../../reader";
import { hasTag } from "./builds";

/** Systems and processors that Go knows as endings of a file's name (go.dev/src/internal/syslist, 1.24). */
const SYSTEMS =
  "aix android darwin dragonfly freebsd hurd illumos ios js linux nacl netbsd openbsd plan9 solaris wasip1 windows zos".split(
    " ",
  );
const PROCESSORS =
  "386 amd64 arm arm64 loong64 mips mips64 mips64le mipsle ppc64 ppc64le riscv64 s390x wasm".split(" ");
const DEPLOYED_ON = ["linux", "amd64", "arm64"];

/** Whether a file of Go is never part of a program for Linux (pkg.go.dev/cmd/go: build constraints). */
export function isLeftOut(file: string, text: string, repository: Repository): boolean {
  const words = path.posix.basename(file, ".go").split("_").slice(1);
  const [last = "", before = ""] = words.reverse();
  const named = PROCESSORS.includes(last) ? [last, ...(SYSTEMS.includes(before) ? [before] : [])] : [last];
  if (named.some((name) => isSystem(name) && !DEPLOYED_ON.includes(name))) return true;
  const head = text.slice(0, Math.max(0, text.search(/^package\s/m)));
  const constraint = /^\/\/go:build\s+([^\n]+)$/m.exec(head)?.[1];
  return constraint !== undefined && truthOf(constraint, (name) => tagTruth(name, repository)) === false;
}

function isSystem(name: string): boolean {
  return SYSTEMS.includes(name) || PROCESSORS.includes(name);
}

function tagTruth(name: string, repository: Repository): boolean | undefined {
  if (name === "linux" || name === "unix" || name === "gc" || /^go1\.\d+$/.test(name)) return true;
  if (name === "amd64" || name === "arm64" || name === "cgo") return undefined;
  return isSystem(name) ? false : hasTag(name, repository);
}
