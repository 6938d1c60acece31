import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";

/** Makes the pack, which Pulumi then serves. */
export function createPolicyPack(): PolicyPack {
  return new PolicyPack("portcullis", { policies: policies() });
}
