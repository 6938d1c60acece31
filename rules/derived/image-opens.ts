import { diskOf } from "../../domain/disk";
import { type Fact, factsOf, type StartCommandFact } from "../../domain/fact";
import type { PublishedImage } from "../../domain/published-image";
import { nameOfImage, publishedImage } from "../../domain/published-images";
import { boundBy } from "../../domain/start-command/bound-address";
import { askedVariables, variablesNamed } from "../../domain/variables";

/** One part of the address on which a published image listens, and where that is written. */
export interface ImagePart {
  readonly text: string;
  readonly place: Fact["place"];
  /** The variable that says it; undefined where none is set and the image has a default of its own. */
  readonly from?: string;
}

export interface ImageOpens {
  readonly name: string;
  readonly port: ImagePart;
  readonly host: ImagePart;
  readonly also: readonly string[];
  /** The variable that moves the port, where the image has one. */
  readonly moves?: string;
  /** Variables that nothing sets, and that would change it. */
  readonly awaits: readonly string[];
}

/**
 * What a service's published image opens, where it is started without a command; undefined where the image is not
 * known, or a variable or a file may say what no table has.
 */
export function imageOpens(fact: StartCommandFact, facts: readonly Fact[]): ImageOpens | undefined {
  const { place, service } = fact;
  if (place.source !== "resource" || place.property !== "runtimeSource") return undefined;
  const origin = factsOf(facts, "origin").find((one) => one.of === "image" && one.service === service);
  if (origin?.url.known !== true) return undefined;
  const image = publishedImage(origin.url.value);
  if (image === undefined || isOpen(image, fact, facts)) return undefined;
  const { look, unset } = askedVariables(facts, fact);
  const part = (names: readonly string[] = []): ImagePart | undefined => {
    const from = names.find((one) => (look(one) ?? "") !== "");
    if (from === undefined) return undefined;
    const set = factsOf(facts, "variable").find((one) => one.name === from && one.service === service);
    return { text: look(from)?.trim() ?? "", place: set?.place ?? place, from };
  };
  const bind = part(image.bindVariables);
  const [port, host] =
    bind === undefined ? [part(image.portVariables), part(image.hostVariables)] : partsOf(bind, image);
  // A platform sets PORT where nothing else does.
  if (port?.from === undefined && image.portVariables?.includes("PORT") === true) return undefined;
  if ([port, host].some((one) => one !== undefined && /[$%{<]/.test(one.text))) return undefined;
  const own = (text: string): ImagePart => ({ text, place });
  const moves = [...(image.bindVariables ?? []), ...(image.portVariables ?? [])][0];
  return {
    name: nameOfImage(origin.url.value),
    port: port ?? own(image.port),
    host: host ?? own(image.host ?? "0.0.0.0"),
    also: image.also ?? [],
    ...(moves !== undefined && { moves }),
    awaits: [...unset],
  };
}

/** A published image with respect to the port that it opens. */
export interface OpeningImage {
  readonly name: string;
  /** Its variable that moves the port. */
  readonly moves?: string;
  /** Whether no variable says the port. */
  readonly isOwn: boolean;
  /** Whether no variable can say it: a file, or a command, alone. */
  readonly isFixed: boolean;
  /** Further ports that it opens. */
  readonly also: readonly string[];
}

/** The port that a published image opens, in the words of a report. */
export function imagePort(fact: StartCommandFact, facts: readonly Fact[]) {
  const opens = imageOpens(fact, facts);
  if (opens === undefined) return undefined;
  const { name, port, moves, also, awaits } = opens;
  const isOwn = port.from === undefined;
  const isFixed = isOwn && moves === undefined;
  const image: OpeningImage = { name, isOwn, isFixed, also, ...(moves !== undefined && { moves }) };
  const what = isOwn ? `port that ${name} opens` : `port of ${name}, from ${port.from}`;
  return { fact: { ...fact, place: port.place }, what, text: port.text, awaits, image };
}

/** `0.0.0.0:7700`, `:8080` and `http://0.0.0.0:11434` as a port and a host. */
function partsOf(bind: ImagePart, { port }: PublishedImage): readonly (ImagePart | undefined)[] {
  const read = boundBy({ names: [], host: "0.0.0.0", bindPort: port }, "", bind.text);
  const text = read.port !== undefined && "port" in read.port ? read.port.port : "$";
  return [
    { ...bind, text },
    { ...bind, text: read.host ?? "0.0.0.0" },
  ];
}

/** Whether something may move the port that is not read here. */
function isOpen(image: PublishedImage, { service }: StartCommandFact, facts: readonly Fact[]): boolean {
  const { bindVariables = [], portVariables = [], hostVariables = [], elsewhereVariables } = image;
  const read = [...bindVariables, ...portVariables, ...hostVariables];
  const named = variablesNamed(
    facts,
    (name) => read.includes(name) || elsewhereVariables?.test(name) === true,
  );
  const disk = diskOf(facts, service);
  return (
    named.some((one) => one.service === service && (!read.includes(one.name) || !one.value.known)) ||
    (disk !== undefined && image.settingsBelow?.test(disk) === true)
  );
}
