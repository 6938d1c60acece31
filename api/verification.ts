import { sameVersion } from "../components/same-version";
import { diff } from "../components/verification/diff";
import type * as verifying from "../components/verification/lifecycle";
import { endWithEngine } from "../components/verification/watched-engine";

type Methods = Pick<typeof verifying, "create" | "update"> & { readonly diff: typeof diff };

// An update without changes asks for `diff` alone, and what a verification needs takes a third of a second to load.
const loaded = () => import("../components/verification/lifecycle");
const METHODS: Methods = {
  diff,
  create: async (...given) => (await loaded()).create(...given),
  update: async (...given) => (await loaded()).update(...given),
};

/** `portcullis/verification`: what the provider's text in a stack's state loads. Not for programs. */
export function lifecycle(written: string): Methods {
  endWithEngine();
  return sameVersion(written, METHODS);
}
