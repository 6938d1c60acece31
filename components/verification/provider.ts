import type * as pulumi from "@pulumi/pulumi";

/**
 * The verification's provider as Pulumi keeps it in state: text, which `pulumi` evaluates in a process of its own.
 * So it holds no configuration and no secret, and nothing of how a verification is done: each method loads that
 * from the project's folder, which is that process's working directory, also where the folder is made of links.
 */
export const verificationProvider: pulumi.dynamic.ResourceProvider = {
  async create(inputs) {
    require("tsx/cjs");
    return require(`${process.cwd()}/components/verification/lifecycle.ts`).create(inputs);
  },
  async update(id, olds, news) {
    require("tsx/cjs");
    return require(`${process.cwd()}/components/verification/lifecycle.ts`).update(id, olds, news);
  },
  async diff(id, olds, news) {
    require("tsx/cjs");
    return require(`${process.cwd()}/components/verification/lifecycle.ts`).diff(id, olds, news);
  },
  // There is nothing to delete: what was proven is past.
  async delete() {},
};
