import { Environment, environmentArgs, readStack } from "portcullis";

const stack = readStack();
const environment = new Environment(stack.configuration.service.name, environmentArgs(stack));

export const url = environment.url;
export const port = environment.port;
// Null, because Pulumi warns of an output that is undefined.
export const database = environment.database.apply((endpoint) => endpoint ?? null);
export const serviceId = environment.serviceId;
export const verification = environment.verification;
