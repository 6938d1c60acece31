import providerPackage from "@pulumi/pulumi/proto/provider_pb";
import { acceptFields, type Problem } from "../fields";
import type { Context } from "../resource-kind";
import { DATA_SOURCES } from "./data-sources";
import { propertiesOf } from "./init-failure";
import { failuresOf } from "./messages";
import type { Properties } from "./property-values";

/** Nothing is changed. What is not there is a failure, since a program goes on with what it was given. */
export async function invoked(token: string, given: Properties, context: Context): Promise<unknown> {
  const source = DATA_SOURCES.find((one) => one.token === token);
  if (source === undefined) throw new Error(`the render provider has no function ${token}.`);
  const { fields, kind, name } = source;
  const problems: Problem[] = [];
  const asked = acceptFields(fields, given, "", (problem) => problems.push(problem));
  if (problems.length > 0) return failed(problems);
  const [property = ""] = Object.keys(fields);
  const id = property === "" ? context.ownerId : String(asked[property]);
  const found = await kind.read(context, id, {}, {});
  if (found === undefined) return failed([{ property, reason: `Render has no ${name} ${id}.` }]);
  const response = new providerPackage.InvokeResponse();
  response.setReturn(propertiesOf({ ...found.outputs, id }, kind.secrets));
  return response;
}

function failed(problems: readonly Problem[]): unknown {
  const response = new providerPackage.InvokeResponse();
  response.setFailuresList(failuresOf(problems));
  return response;
}
