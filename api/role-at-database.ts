import * as closedLogins from "../components/role/closing";
import * as role from "../components/role/lifecycle";
import { sameVersion } from "../components/same-version";

const loaded = { role, closedLogins };

/** `portcullis/role-at-database`: what the role's providers in a stack's state load in an update. Not for programs. */
export const methods = (written: string): typeof loaded => sameVersion(written, loaded);
