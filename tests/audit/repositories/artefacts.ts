// Longer than 200 lines: one list of programs that builds make under another name, each beside its sound form.
import { BLUEPRINT } from "./faulty";
import type { FaultyRepository, SmallRepository } from "./repository";

const RULE = "service/missing-file";
const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
const GO = {
  "go.mod": "module example.net/shop\n\ngo 1.24\n",
  "main.go":
    'package main\n\nimport (\n\t"net/http"\n\t"os"\n)\n\nfunc main() {\n\thttp.ListenAndServe(":"+os.Getenv("PORT"), nil)\n}\n',
};
const native = (runtime: string, build: string, start: string): string =>
  BLUEPRINT(start, "", runtime).replace("make", build);
const DOTNET = {
  "Shop.Api/Shop.Api.csproj":
    '<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup><TargetFramework>net9.0</TargetFramework></PropertyGroup>\n</Project>\n',
  "Shop.Api/Program.cs":
    'var app = WebApplication.CreateBuilder(args).Build();\napp.Run($"http://0.0.0.0:{Environment.GetEnvironmentVariable("PORT")}");\n',
};
const dotnet = (program: string, publish = "-o /out"): string =>
  lines(
    ...[
      "FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build",
      "WORKDIR /src",
      "COPY . .",
      `RUN dotnet publish ${publish}`,
    ],
    ...["FROM mcr.microsoft.com/dotnet/aspnet:9.0", "WORKDIR /app", "COPY --from=build /out ."],
    `ENTRYPOINT ["dotnet", "${program}"]`,
  );
const pom = (more = ""): string =>
  `<project>\n  <parent>\n    <artifactId>spring-boot-starter-parent</artifactId>\n    <version>3.4.0</version>\n  </parent>\n  <groupId>net.example</groupId>\n  <artifactId>shop</artifactId>\n  <version>0.0.2-SNAPSHOT</version>\n${more}</project>\n`;
const JAVA = {
  "src/main/java/net/example/Shop.java": "class Shop {}\n",
  "src/main/resources/application.properties": "server.port=${PORT:8080}\n",
};
const maven = (jar: string): string =>
  lines(
    ...["FROM maven:3.9-eclipse-temurin-21 AS build", "WORKDIR /src", "COPY . .", "RUN mvn -q package"],
    ...["FROM eclipse-temurin:21-jre", `COPY --from=build /src/target/${jar} /app.jar`],
    'CMD ["java", "-jar", "/app.jar"]',
  );
const MIX = (more = ""): string =>
  `defmodule Shop.MixProject do\n  use Mix.Project\n\n  def project do\n    [\n      app: :shop,\n      version: "0.1.0"${more},\n      deps: []\n    ]\n  end\nend\n`;
const ELIXIR = { "lib/shop.ex": "defmodule Shop do\nend\n" };
const elixir = (start: string): string =>
  native("elixir", "mix deps.get --only prod && MIX_ENV=prod mix release", start);
const RUST = {
  "Cargo.toml": '[package]\nname = "shop-api"\nversion = "0.1.0"\nedition = "2021"\n',
  "src/main.rs": "fn main() {}\n",
};
const rust = (name: string): string =>
  lines(
    ...["FROM rust:1.85 AS build", "WORKDIR /src", "COPY . .", "RUN cargo build --release"],
    ...[
      "FROM debian:12-slim",
      `COPY --from=build /src/target/release/${name} /usr/local/bin/app`,
      'CMD ["app"]',
    ],
  );
const ts = (options: string, more = ""): string => `{ "compilerOptions": { ${options} }${more} }\n`;
const NODE = {
  "package.json": '{ "scripts": { "build": "tsc" }, "dependencies": { "express": "5.1.0" } }\n',
  "src/index.ts":
    'import express from "express";\n\nexpress().listen(Number(process.env.PORT), "0.0.0.0");\n',
};
const node = (start: string): string => native("node", "npm install && npm run build", start);

/** A program is started under a name that no build gives it. */
export const FAULTY_ARTEFACTS: readonly FaultyRepository[] = [
  {
    name: "artefact: Go's, with a slip",
    files: {
      "render.yaml": native("go", "go build -tags netgo -ldflags '-s -w' -o server", "./sever"),
      ...GO,
    },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "artefact: Go's, in another folder",
    files: { "render.yaml": native("go", "go build -o bin/server ./...", "./server"), ...GO },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "artefact: Go's by the name of its module",
    files: { "render.yaml": native("go", "go build .", "./app"), ...GO },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "artefact: .NET's, under the name that the project had",
    files: { Dockerfile: dotnet("Shop.dll"), ...DOTNET },
    finds: [`${RULE} Dockerfile:8`],
  },
  {
    name: "artefact: .NET's, whose assembly has a name of its own",
    files: {
      Dockerfile: dotnet("Shop.Api.dll"),
      ...DOTNET,
      "Shop.Api/Shop.Api.csproj": DOTNET["Shop.Api/Shop.Api.csproj"].replace(
        "<PropertyGroup>",
        "<PropertyGroup><AssemblyName>shop</AssemblyName>",
      ),
    },
    finds: [`${RULE} Dockerfile:8`],
  },
  {
    name: "artefact: Maven's, of the version before",
    files: { Dockerfile: maven("shop-0.0.1-SNAPSHOT.jar"), "pom.xml": pom(), ...JAVA },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: "artefact: Maven's, in a Procfile, with a final name",
    files: {
      Procfile: "web: java -Dserver.port=$PORT -jar target/shop-0.0.2-SNAPSHOT.jar\n",
      "pom.xml": pom("  <build><finalName>api</finalName></build>\n"),
      ...JAVA,
    },
    finds: [`${RULE} Procfile:1`],
  },
  {
    name: "artefact: a release of Elixir's under another name",
    files: { "render.yaml": elixir("_build/prod/rel/store/bin/store start"), "mix.exs": MIX(), ...ELIXIR },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "artefact: a release of Elixir's that has a name of its own",
    files: {
      "render.yaml": elixir("_build/prod/rel/shop/bin/shop start"),
      "mix.exs": MIX(",\n      releases: [web: [include_executables_for: [:unix]]]"),
      ...ELIXIR,
    },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "artefact: cargo's, under the folder's name",
    files: { "render.yaml": native("rust", "cargo build --release", "./target/release/shop"), ...RUST },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "artefact: cargo's, copied with an underscore",
    files: { Dockerfile: rust("shop_api"), ...RUST },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: "artefact: tsc's, of the whole folder",
    files: {
      "render.yaml": node("node dist/index.js"),
      "tsconfig.json": ts('"outDir": "dist", "rootDir": "."'),
      ...NODE,
    },
    finds: [`${RULE} render.yaml:7`],
  },
  {
    name: "artefact: tsc's, of src alone",
    files: {
      "render.yaml": node("node dist/src/index.js"),
      "tsconfig.json": ts('"outDir": "./dist", "rootDir": "./src"'),
      ...NODE,
    },
    finds: [`${RULE} render.yaml:7`],
  },
];

/** Programs that are started as they are built. */
export const SOUND_ARTEFACTS: readonly SmallRepository[] = [
  {
    name: "artefact: Go's by its own name",
    files: { "render.yaml": native("go", "go build -tags netgo -ldflags '-s -w' -o app", "./app"), ...GO },
  },
  {
    name: "artefact: Go's by the last part of its module, without the version",
    files: {
      "render.yaml": native("go", "go build", "./shop"),
      ...GO,
      "go.mod": "module example.net/shop/v2\n\ngo 1.24\n",
    },
  },
  {
    name: "artefact: Go's, into a folder",
    files: { "render.yaml": native("go", "go build -o bin/ ./...", "bin/shop"), ...GO },
  },
  {
    name: "artefact: Go's, which a Makefile builds",
    files: {
      "render.yaml": native("go", "make build", "./bin/api"),
      Makefile: "build:\n\tgo build -o bin/api .\n",
      ...GO,
    },
  },
  {
    name: "artefact: Go's, by a build that moves it",
    files: { "render.yaml": native("go", "go build -o server && mv server api", "./api"), ...GO },
  },
  {
    name: "artefact: .NET's by the project's name",
    files: { Dockerfile: dotnet("Shop.Api.dll"), ...DOTNET },
  },
  {
    name: "artefact: .NET's by a name that the build gives",
    files: { Dockerfile: dotnet("shop.dll", "-o /out -p:AssemblyName=shop"), ...DOTNET },
  },
  {
    name: "artefact: .NET's by a name that all projects have a part of",
    files: {
      Dockerfile: dotnet("Net.Shop.Api.dll"),
      ...DOTNET,
      "Directory.Build.props":
        "<Project><PropertyGroup><AssemblyName>Net.$(MSBuildProjectName)</AssemblyName></PropertyGroup></Project>\n",
    },
  },
  {
    name: "artefact: Maven's, by any version",
    files: { Dockerfile: maven("*.jar"), "pom.xml": pom(), ...JAVA },
  },
  {
    name: "artefact: Maven's, with a classifier",
    files: {
      Procfile: "web: java -Dserver.port=$PORT -jar target/shop-0.0.2-SNAPSHOT-exec.jar\n",
      "pom.xml": pom(),
      ...JAVA,
    },
  },
  {
    name: "artefact: Maven's, of a version that a property has",
    files: {
      Procfile: "web: java -Dserver.port=$PORT -jar target/shop-1.2.jar\n",
      "pom.xml": pom().replace("0.0.2-SNAPSHOT", "${revision}"),
      ...JAVA,
    },
  },
  {
    name: "artefact: a release of Elixir's by the application's name",
    files: { "render.yaml": elixir("_build/prod/rel/shop/bin/shop start"), "mix.exs": MIX(), ...ELIXIR },
  },
  {
    name: "artefact: the scripts that Phoenix adds to a release",
    files: {
      "render.yaml": elixir("_build/prod/rel/shop/bin/server"),
      "mix.exs": MIX(),
      "rel/overlays/bin/server": "#!/bin/sh\nPHX_SERVER=true exec ./shop start\n",
      ...ELIXIR,
    },
  },
  {
    name: "artefact: cargo's by its package and by a program of its own",
    files: {
      "render.yaml": native("rust", "cargo build --release", "./target/release/worker"),
      ...RUST,
      "src/bin/worker.rs": "fn main() {}\n",
      Dockerfile: rust("shop-api"),
    },
  },
  {
    name: "artefact: tsc's, whose folder is that of all it includes",
    files: {
      "render.yaml": node("node dist/index.js"),
      "tsconfig.json": ts('"outDir": "dist"', ', "include": ["src"]'),
      ...NODE,
    },
  },
  {
    name: "artefact: tsc's, of the whole folder, by its path",
    files: {
      "render.yaml": node("node dist/src/index.js"),
      "tsconfig.json": ts('"outDir": "dist", "rootDir": "."'),
      ...NODE,
    },
  },
  {
    name: "artefact: a bundler's beside tsc",
    files: {
      "render.yaml": node("node dist/index.js"),
      "tsconfig.json": ts('"outDir": "dist", "rootDir": "."'),
      ...NODE,
      "package.json":
        '{ "scripts": { "build": "tsc --noEmit && esbuild src/index.ts --bundle --outdir=dist" }, "dependencies": { "express": "5.1.0" } }\n',
    },
  },
];
