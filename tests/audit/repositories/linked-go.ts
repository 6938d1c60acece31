import { type FaultyRepository, faultyBy, type SmallRepository, sound } from "./repository";
import { FLY, lines } from "./unmet-parts";

const BUILD = "RUN go build -o /elm .";
const MAIN = (imports: string): string =>
  `package main\n\nimport (\n\t${imports}\n)\n\nfunc main() {\n\thttp.ListenAndServe(":8080", nil)\n}\n`;

/** A program of Go in an image of its own. */
const linked = (
  builder: string,
  base: string,
  {
    build = BUILD,
    before = [] as readonly string[],
    after = [] as readonly string[],
    imports = '"net/http"',
  } = {},
): Record<string, string> => ({
  "fly.toml": FLY,
  "go.mod": "module example.org/elm\n\ngo 1.24.0\n",
  "main.go": MAIN(imports),
  Dockerfile: lines(
    ...[`FROM ${builder} AS build`, "WORKDIR /src", ...before, "COPY . .", build],
    ...[`FROM ${base}`, ...after, "COPY --from=build /elm /elm", 'ENTRYPOINT ["/elm"]'],
  ),
});
const faulty = faultyBy("service/unmet-need Dockerfile:");

/** Programs of Go that are linked with a C library, in images without it. */
export const FAULTY_LINKED: readonly FaultyRepository[] = [
  faulty("Go with cgo in scratch", 4, linked("golang:1.24", "scratch")),
  faulty("Go with cgo of a named Debian in scratch", 4, linked("golang:1.24.6-bookworm", "scratch")),
  faulty(
    "Go with cgo in distroless static",
    4,
    linked("golang:1.24-bookworm", "gcr.io/distroless/static-debian12:nonroot"),
  ),
  faulty(
    "Go with cgo in Alpine",
    4,
    linked("golang:1.24", "alpine:3.22", { after: ["RUN apk add --no-cache ca-certificates"] }),
  ),
  faulty(
    "Go with cgo and flags of its linker in scratch",
    4,
    linked("golang:1.24", "scratch", { build: 'RUN go build -trimpath -ldflags="-s -w" -o /elm .' }),
  ),
  faulty(
    "Go that asks for users, after its modules, in scratch",
    5,
    linked("golang:1.24-trixie", "scratch", {
      before: ["RUN go version"],
      imports: '"net/http"\n\t_ "os/user"',
    }),
  ),
];

export const SOUND_LINKED: readonly SmallRepository[] = [
  sound(
    "Go without cgo by a variable of the image in scratch",
    linked("golang:1.24", "scratch", { before: ["ENV CGO_ENABLED=0"] }),
  ),
  sound(
    "Go without cgo by a variable of the command in scratch",
    linked("golang:1.24", "scratch", { build: "RUN CGO_ENABLED=0 GOOS=linux go build -o /elm ." }),
  ),
  sound("Go of an Alpine without a compiler in scratch", linked("golang:1.24-alpine", "scratch")),
  sound("Go with cgo in distroless base", linked("golang:1.24-bookworm", "gcr.io/distroless/base-debian12")),
  sound("Go with cgo in Debian", linked("golang:1.24-bookworm", "debian:bookworm-slim")),
  sound(
    "Go with cgo and a static library in scratch",
    linked("golang:1.24", "scratch", {
      build: "RUN go build -ldflags '-linkmode external -extldflags \"-static\"' -o /elm .",
    }),
  ),
  sound(
    "Go with its own resolver in scratch",
    linked("golang:1.24", "scratch", { build: "RUN go build -tags netgo,osusergo -o /elm ." }),
  ),
  sound(
    "Go with cgo in Alpine with the library's stand-in",
    linked("golang:1.24", "alpine:3.22", { after: ["RUN apk add --no-cache gcompat"] }),
  ),
  sound(
    "Go for another machine in scratch",
    linked("golang:1.24", "scratch", {
      before: ["ARG TARGETARCH"],
      build: "RUN GOARCH=$TARGETARCH go build -o /elm .",
    }),
  ),
];
