import * as pulumi from "@pulumi/pulumi";
import { assertArguments } from "./arguments/assert-arguments";
import { service } from "./arguments/service";
import { SERVICE_DEFAULTS, type ServiceArgs } from "./service-args";
import { declareService, listens } from "./service-resource";

/** A service on Render of any kind, with PORT, where it listens, and its databases' URLs among its variables. */
export class Service extends pulumi.ComponentResource {
  /** The public address, https://SLUG.onrender.com; empty for what has none. */
  readonly url: pulumi.Output<string>;
  readonly serviceId: pulumi.Output<string>;
  /** The newest deploy that this update or an earlier one started. */
  readonly deployId: pulumi.Output<string>;

  constructor(name: string, args: ServiceArgs, opts?: pulumi.ComponentResourceOptions) {
    assertArguments("Service", name, service, args);
    const { type = "web", driver, driverSettings = {}, otherEnvironments = {}, standardPort } = args;
    const port = listens(type) ? (args.port ?? SERVICE_DEFAULTS.port) : undefined;
    // What the children do not state by themselves; a policy reads it before it judges them.
    const declared = { port, standardPort, driver, driverSettings, otherEnvironments, ...driversOf(args) };
    super("portcullis:index:Service", name, declared, opts);
    const resource = declareService(name, args, {
      parent: this,
      // A component does not hand its own dependencies on to its children.
      ...(opts?.dependsOn && { dependsOn: opts.dependsOn }),
    });
    this.url = resource.url;
    this.serviceId = resource.id;
    this.deployId = resource.deployId;
    this.registerOutputs({ url: this.url, serviceId: this.serviceId, deployId: this.deployId });
  }
}

/** The drivers of URLs in variables of their own, by the variables. */
function driversOf({ databaseUrls = {} }: ServiceArgs): pulumi.Inputs {
  const drivers = Object.entries(databaseUrls).map(([name, { driver, driverSettings = {} }]) => {
    return [name, { driver, driverSettings }];
  });
  // A state that was written before there was the key is no change.
  return drivers.length === 0 ? {} : { drivers: Object.fromEntries(drivers) };
}
