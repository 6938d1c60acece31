import { isDeepStrictEqual } from "node:util";
import type { RoleInputs } from "./inputs";
import { loginOf } from "./turn";

// What a preview asks of the role's providers. It needs no database, and loads nothing that would.

type Properties = Readonly<Record<string, unknown>>;

/** Inputs that say how to get there, not what is to be there; `used` is known after a deploy alone. */
const NOT_COMPARED = new Set(["__provider", "resourceUrn", "importRole", "used"]);

/** What an update keeps besides its inputs; a list that is not empty is still to be done. */
const FOUND = { missing: "due", leftOpen: "due", denied: "kept" } as const;

/** Decides what the service logs in as, so that a preview knows it. */
export async function check(olds: Properties, news: Properties) {
  const login = loginOf(olds as Partial<RoleInputs>, news as unknown as RoleInputs);
  return { inputs: { ...news, login } };
}

export async function diff(_id: string, olds: Properties, news: Properties): Promise<{ changes: boolean }> {
  const keys = new Set([...Object.keys(olds), ...Object.keys(news)]);
  const changes = [...keys].some((key) => {
    if (NOT_COMPARED.has(key)) return false;
    if (!Object.hasOwn(FOUND, key)) return !isDeepStrictEqual(olds[key], news[key]);
    const list = olds[key];
    return FOUND[key as keyof typeof FOUND] === "due" && Array.isArray(list) && list.length > 0;
  });
  return { changes };
}
