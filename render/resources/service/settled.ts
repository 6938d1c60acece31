import { isRecord } from "../../../render-api";
import { type Properties, withoutAbsent } from "../../plugin/property-values";
import { canonicalService } from "./canonical";

/** What Render gives a service by itself, and what others change without asking the program (docs/facts/render.md#r71). */
const FILLED_IN = ["numInstances", "maxShutdownDelaySeconds"] as const;

/**
 * The wanted inputs, with what Render fills in where the program leaves it out: the number of instances, the shutdown
 * delay, an image's tag and digest. A free service and one with a disk have one instance, whatever there was before.
 */
export function settledService(old: Properties, wanted: Properties): Properties {
  const single = wanted.plan === "free" || wanted.disk !== undefined;
  const kept = FILLED_IN.filter((name) => wanted[name] === undefined && old[name] !== undefined);
  const values = kept.map((name) => [name, single && name === "numInstances" ? 1 : old[name]]);
  return {
    ...wanted,
    ...Object.fromEntries(values),
    runtimeSource: settledSource(old.runtimeSource, wanted.runtimeSource),
  };
}

/** What was read, without what Render has filled in and the program has never named. */
export function withoutFilledIn(written: Properties, read: Properties): Properties {
  const unnamed = FILLED_IN.filter((name) => written[name] === undefined);
  const rest = Object.fromEntries(
    Object.entries(read).filter(([name]) => !unnamed.some((one) => one === name)),
  );
  const image = imageIn(rest.runtimeSource);
  const named = imageIn(written.runtimeSource);
  if (!image || !named || named.tag !== undefined || named.digest !== undefined) return rest;
  const { tag: _, digest: __, ...others } = image;
  return { ...rest, runtimeSource: { image: others } };
}

/** The same image without a version is the version that Render found for it. */
function settledSource(old: unknown, wanted: unknown): unknown {
  const before = imageIn(old);
  const after = imageIn(wanted);
  if (!before || !after || after.tag !== undefined || after.digest !== undefined) return wanted;
  if (nameOf(before) !== nameOf(after)) return wanted;
  const { tag, digest } = before;
  return { image: withoutAbsent({ ...after, tag, digest }) };
}

function nameOf(image: Properties): unknown {
  const { runtimeSource } = canonicalService({ runtimeSource: { image } });
  return imageIn(runtimeSource)?.imageUrl;
}

function imageIn(source: unknown): Properties | undefined {
  return isRecord(source) && isRecord(source.image) ? source.image : undefined;
}
