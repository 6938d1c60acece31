import { sameVersion } from "../components/same-version";
import * as methods from "../components/verification/lifecycle";

/** `portcullis/verification`: what the provider's text in a stack's state loads. Not for programs. */
export const lifecycle = (written: string): typeof methods => sameVersion(written, methods);
