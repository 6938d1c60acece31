/**
 * The CrossGuard pack: resources become facts, rules become policies.
 */
import { PolicyPack } from "@pulumi/policy";
import { policies } from "./policies";

new PolicyPack("portcullis", { policies: policies() });
