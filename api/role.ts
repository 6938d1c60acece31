import * as preview from "../components/role/preview";
import { sameVersion } from "../components/same-version";

/** `portcullis/role`: what the role's providers in a stack's state load in a preview. Not for programs. */
export const methods = (written: string): typeof preview => sameVersion(written, preview);
