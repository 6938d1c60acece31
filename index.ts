import { Environment, environmentArgs, readStack } from "portcullis";

const stack = readStack();
const environment = new Environment(stack.environmentName, environmentArgs(stack));

export const { services, databases, url, serviceId, verification } = environment;
// Null, because Pulumi warns of an output that is undefined.
export const port = environment.port.apply((declared) => declared ?? null);
export const database = environment.database.apply((endpoint) => endpoint ?? null);
