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
  if (!image || !named) return rest;
  const { tag, digest, ...others } = image;
  const found = foundFor(named, image);
  const shown = withoutAbsent({
    tag: "tag" in found ? undefined : tag,
    digest: "digest" in found ? undefined : digest,
  });
  return { ...rest, runtimeSource: { image: { ...others, ...shown } } };
}

/** What was read for an import: of tag and digest, which no program names both, the one that is certain. */
export function toImport(read: Properties): Properties {
  const image = imageIn(read.runtimeSource);
  if (image?.tag === undefined || image.digest === undefined) return read;
  const { tag: _, ...others } = image;
  return { ...read, runtimeSource: { image: others } };
}

/** The same image is that of the version which Render found for it, as far as the program names none. */
function settledSource(old: unknown, wanted: unknown): unknown {
  const before = imageIn(old);
  const after = imageIn(wanted);
  if (!before || !after || nameOf(before) !== nameOf(after)) return wanted;
  return { image: { ...after, ...foundFor(after, before) } };
}

/** Tag and digest that an image has and its program does not name: Render finds one for the other. */
function foundFor(named: Properties, image: Properties): Properties {
  const isSame = (one: "tag" | "digest") => named[one] === undefined || named[one] === image[one];
  return withoutAbsent({
    tag: named.tag === undefined && isSame("digest") ? image.tag : undefined,
    digest: named.digest === undefined && isSame("tag") ? image.digest : undefined,
  });
}

function nameOf(image: Properties): unknown {
  const { runtimeSource } = canonicalService({ runtimeSource: { image } });
  return imageIn(runtimeSource)?.imageUrl;
}

function imageIn(source: unknown): Properties | undefined {
  return isRecord(source) && isRecord(source.image) ? source.image : undefined;
}
