import * as pulumi from "@pulumi/pulumi";
import type {
  CommitArg,
  CustomDomain,
  CustomDomainsArgs,
  NamedServiceArgs,
  PreviewArgs,
} from "./service-args";
import type { EnvVars } from "./variables";

type Text = pulumi.Input<string>;

/** Inputs of a static site, by the names of the bridged official provider. */
export interface StaticSiteArgs extends NamedServiceArgs, PreviewArgs {
  readonly repoUrl: Text;
  readonly branch: Text;
  readonly commit?: CommitArg;
  readonly buildCommand: Text;
  /** The folder of the built pages. @default "public" */
  readonly publishPath?: Text;
  /** @default true */
  readonly autoDeploy?: pulumi.Input<boolean>;
  readonly buildFilter?: pulumi.Input<{
    readonly paths?: pulumi.Input<Text[]>;
    readonly ignoredPaths?: pulumi.Input<Text[]>;
  }>;
  readonly headers?: pulumi.Input<
    pulumi.Input<{ readonly name: Text; readonly path: Text; readonly value: Text }>[]
  >;
  /** The first that matches applies. `type`: `redirect` or `rewrite`. */
  readonly routes?: pulumi.Input<
    pulumi.Input<{ readonly type: Text; readonly source: Text; readonly destination: Text }>[]
  >;
  readonly customDomains?: CustomDomainsArgs;
}

const TYPE = "render:index/staticSite:StaticSite";

/** Built pages, without a process. */
export class StaticSite extends pulumi.CustomResource {
  declare readonly name: pulumi.Output<string>;
  /** The public address, https://SLUG.onrender.com. */
  declare readonly url: pulumi.Output<string>;
  /** Those that the program names. */
  declare readonly customDomains: pulumi.Output<CustomDomain[] | undefined>;
  /** All, those that Render has added included. */
  declare readonly activeCustomDomains: pulumi.Output<CustomDomain[]>;
  declare readonly slug: pulumi.Output<string>;
  /** The newest deploy that this resource started. */
  declare readonly deployId: pulumi.Output<string>;
  /** Secret: generated values are among them. */
  declare readonly envVars: pulumi.Output<EnvVars | undefined>;

  constructor(name: string, args: StaticSiteArgs, options?: pulumi.CustomResourceOptions) {
    // Computed by Render: declared, so that a preview knows them as outputs to come.
    const computed = { slug: undefined, url: undefined, deployId: undefined, activeCustomDomains: undefined };
    super(TYPE, name, { envVars: undefined, customDomains: undefined, ...args, ...computed }, options);
  }

  /** One that exists already, by its id. */
  static get(name: string, id: pulumi.Input<pulumi.ID>, options?: pulumi.CustomResourceOptions): StaticSite {
    return new StaticSite(name, {} as StaticSiteArgs, { ...options, id });
  }
}
