import { sameVersion } from "../components/same-version";
import * as methods from "../components/verification/lifecycle";
import { endWithEngine } from "../components/verification/watched-engine";

/** `portcullis/verification`: what the provider's text in a stack's state loads. Not for programs. */
export function lifecycle(written: string): typeof methods {
  endWithEngine();
  return sameVersion(written, methods);
}
