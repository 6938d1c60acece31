import { BLUEPRINT } from "./faulty";

export const FLY = 'app = "shop"\n\n[http_service]\n  internal_port = 8080\n';
export const fly = (release: string): string =>
  `app = "shop"\n\n[deploy]\n  release_command = "${release}"\n\n[http_service]\n  internal_port = 8080\n`;
export const render = (start: string, build: string, runtime: string, more = ""): string =>
  BLUEPRINT(start, more, runtime).replace("make", build);
export const lines = (...all: readonly string[]): string => `${all.join("\n")}\n`;
export const LARAVEL = '{ "require": { "php": "^8.3", "laravel/framework": "^12.0" } }\n';
export const LOCK = '{ "lockfileVersion": 1 }\n';
export const HONO =
  'import { serve } from "@hono/node-server";\nimport { Hono } from "hono";\n\nconst app = new Hono();\nserve({ fetch: app.fetch, port: Number(process.env.PORT ?? 8080) });\n';
export const POM = (java: number): string =>
  `<project>\n  <properties>\n    <java.version>${java}</java.version>\n  </properties>\n</project>\n`;
export const JAVA = (jre: number): string =>
  lines(
    "FROM maven:3.9-eclipse-temurin-21 AS build",
    "WORKDIR /src",
    "COPY . .",
    "RUN mvn -q package",
    "",
    `FROM eclipse-temurin:${jre}-jre`,
    "COPY --from=build /src/target/app.jar /app.jar",
    'CMD ["java", "-Dserver.port=8080", "-jar", "/app.jar"]',
  );
/** A program for a version of .NET, in an image of version 9. */
export const DOTNET = (version: number): Readonly<Record<string, string>> => ({
  Dockerfile: lines(
    "FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build",
    "WORKDIR /src",
    "COPY . .",
    "RUN dotnet publish -o /out",
    "",
    "FROM mcr.microsoft.com/dotnet/aspnet:9.0",
    "WORKDIR /app",
    "COPY --from=build /out .",
    'ENTRYPOINT ["dotnet", "Shop.dll"]',
  ),
  "Shop.csproj": `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    <TargetFramework>net${version}.0</TargetFramework>\n  </PropertyGroup>\n</Project>\n`,
  "Program.cs": "var app = WebApplication.CreateBuilder(args).Build();\napp.Run();\n",
});
