import path from "node:path";
import { type Instruction, type Property, PropertyInstruction } from "dockerfile-ast";
import type { Fact, FactOf, Knowable, Place } from "../../../domain";
import { known, unknown } from "../../../domain";
import type { Reader, Repository } from "../../reader";
import { SECRET_NAME, SECRET_TEXT } from "../../secrets/secret-variable";
import type { SourceFile } from "../../walk/source-file";
import { environmentInName } from "../facts/file-environment";
import { ownUrlPort } from "../facts/own-url";
import { type ContainerPort, singlePort, writtenPort } from "../facts/single-port";
import { givesAddresses, type ImageVariable, imageVariable } from "./aspnet";
import { commandFacts } from "./command";
import { parsedDockerfile } from "./parsed";
import { lastImage } from "./stages";
import { type DockerVariable, dockerWord } from "./words";

const NAME = /^(?:Dockerfile(?:\.(?!dockerignore$)[\w.-]+)?|[\w.-]+\.Dockerfile|Containerfile)$/i;

/** Dockerfiles: what the image of the last stage, and of the stages that it builds upon, runs with. */
export const DOCKERFILE: Reader = {
  name: "dockerfile",
  accepts: (file) => NAME.test(path.posix.basename(file)),
  read(source, repository) {
    const facts = imageFacts(source, undefined, repository);
    const { path: file } = source;
    // `Dockerfile.dev` builds what is not deployed, and `Dockerfile.prod` what production runs.
    const environment = environmentInName(file);
    return {
      facts: environment === undefined ? facts : facts.map((fact) => ({ ...fact, environment })),
      problems: [],
    };
  },
};

/**
 * What an image runs with.
 *
 * @param target the stage that is built @default the last one
 * @param repository whose code may give addresses, which take the place of those that an image below gives
 */
export function imageFacts(
  { path: file, text }: SourceFile,
  target?: string,
  repository?: Repository,
): readonly Fact[] {
  const dockerfile = parsedDockerfile(text);
  const image = new Image(file, dockerfile.getEscapeCharacter());
  const { before, instructions } = lastImage(dockerfile.getInstructions(), target);
  for (const instruction of before) image.take(instruction);
  const base = imageVariable(instructions);
  if (base !== undefined && repository !== undefined && !givesAddresses(repository)) image.takeBase(base);
  for (const instruction of instructions) image.take(instruction);
  const command = commandFacts(instructions, (one) => image.place(one.getInstructionRange()));
  return [...image.facts(), ...command];
}

/** What the instructions say one after the other: a variable that is set again has its last value. */
class Image {
  private readonly variables = new Map<string, FactOf<"variable">>();
  private readonly buildArguments = new Map<string, FactOf<"build-argument">>();
  /** The defaults before the first FROM, which only a stage that names the argument again can see. */
  private readonly global = new Map<string, Knowable<string>>();
  private readonly inScope = new Map<string, Knowable<string>>();
  private readonly exposed: ContainerPort[] = [];
  private healthCheck: Fact | undefined;
  private inStage = false;

  constructor(
    private readonly file: string,
    private readonly escapeCharacter: string,
  ) {}

  facts(): readonly Fact[] {
    return [
      ...this.variables.values(),
      ...this.buildArguments.values(),
      ...singlePort("exposed", this.exposed),
      ...(this.healthCheck === undefined ? [] : [this.healthCheck]),
    ];
  }

  take(instruction: Instruction): void {
    const keyword = instruction.getKeyword();
    if (keyword === "FROM") this.inStage = true;
    else if (keyword === "HEALTHCHECK") this.takeHealthCheck(instruction);
    else if (keyword === "EXPOSE") {
      for (const argument of instruction.getArguments()) this.takePort(argument.getValue(), instruction);
    } else if (instruction instanceof PropertyInstruction) {
      // All of an ENV are read before any is set, so that `ENV A=1 B=$A` has the A from before.
      const words = instruction.getProperties().map((property) => ({ property, value: this.word(property) }));
      for (const { property, value } of words) {
        if (keyword === "ENV") this.takeVariable(property, value ?? known(""));
        if (keyword === "ARG") this.takeArgument(property, value);
      }
    }
  }

  takeBase({ name, value, from }: ImageVariable): void {
    const place = this.place(from.getInstructionRange(), name);
    this.variables.set(name, {
      kind: "variable",
      place,
      name,
      value: known(value),
      secret: false,
      ofBase: true,
    });
  }

  place(
    { start }: { readonly start: { readonly line: number; readonly character: number } },
    key?: string,
  ): Place {
    const at = {
      source: "file",
      file: this.file,
      line: start.line + 1,
      column: start.character + 1,
    } as const;
    return key === undefined ? at : { ...at, key };
  }

  /** ENV wins over ARG, also over one below it. */
  private readonly valueOf: DockerVariable = (name) =>
    this.variables.get(name)?.value ?? (this.inStage ? this.inScope : this.global).get(name);

  private word(property: Property): Knowable<string> | undefined {
    const raw = property.getUnescapedValue();
    return raw === null ? undefined : dockerWord(raw, this.valueOf, this.escapeCharacter);
  }

  private takeVariable(property: Property, value: Knowable<string>): void {
    const name = property.getName();
    // The last one's place in the order of the file.
    this.variables.delete(name);
    this.variables.set(name, { kind: "variable", ...this.stated(property, value) });
  }

  private takeArgument(property: Property, value: Knowable<string> | undefined): void {
    const name = property.getName();
    const standard = value ?? this.global.get(name) ?? unknown("it is given when the image is built");
    (this.inStage ? this.inScope : this.global).set(name, standard);
    this.buildArguments.set(name, { kind: "build-argument", ...this.stated(property, standard) });
  }

  private stated(property: Property, value: Knowable<string>) {
    const name = property.getName();
    const secret = SECRET_NAME.test(name) || SECRET_TEXT.test(property.getUnescapedValue() ?? "");
    return { place: this.place(property.getNameRange(), name), name, value, secret };
  }

  private takePort(argument: string, instruction: Instruction): void {
    const [, text = argument, protocol] = /^([^/]*)\/(\w+)$/.exec(argument) ?? [];
    const port = writtenPort(dockerWord(text, this.valueOf, this.escapeCharacter));
    if (port === undefined || protocol === "udp") return;
    this.exposed.push({ port, place: this.place(instruction.getInstructionRange()) });
  }

  /** The last one counts, and `NONE` takes away that of the image below. */
  private takeHealthCheck(instruction: Instruction): void {
    const port = ownUrlPort(instruction.getArgumentsContent() ?? "");
    const place = this.place(instruction.getInstructionRange());
    this.healthCheck =
      port === undefined ? undefined : { kind: "port", role: "health-check", place, port: known(port) };
  }
}
