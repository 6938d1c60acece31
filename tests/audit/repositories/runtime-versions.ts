import type { FaultyRepository, SmallRepository } from "./repository";

const RULE = "service/runtime-version";
const FLY = 'app = "shop"\n\n[http_service]\n  internal_port = 8080\n';
const JAVA = (jre: string): string =>
  `FROM eclipse-temurin:21-jdk AS build\nWORKDIR /src\nCOPY . .\nRUN ./mvnw package\n\nFROM ${jre}\nCOPY --from=build /src/target/app.jar app.jar\nCMD ["java", "-jar", "app.jar"]\n`;
const POM = (properties: string): string =>
  `<project>\n  <artifactId>app</artifactId>\n  <properties>\n    ${properties}\n  </properties>\n</project>\n`;
const NET = (image: string, more = ""): string =>
  `FROM mcr.microsoft.com/dotnet/sdk:9.0 AS build\nWORKDIR /src\nCOPY . .\nRUN dotnet publish -c Release -o /out${more}\n\nFROM ${image}\nWORKDIR /app\nCOPY --from=build /out .\nENTRYPOINT ["dotnet", "Shop.dll"]\n`;
const CSPROJ = (properties: string): string =>
  `<Project Sdk="Microsoft.NET.Sdk.Web">\n  <PropertyGroup>\n    ${properties}\n  </PropertyGroup>\n</Project>\n`;

export const FAULTY_RUNTIMES: readonly FaultyRepository[] = [
  {
    name: "Java 21 by pom.xml on a runtime of 17",
    files: {
      "fly.toml": FLY,
      Dockerfile: JAVA("eclipse-temurin:17-jre"),
      "pom.xml": POM("<java.version>21</java.version>"),
    },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: "Java 21 by a compiler's release on Distroless 17",
    files: {
      "fly.toml": FLY,
      Dockerfile: JAVA("gcr.io/distroless/java17-debian12"),
      "pom.xml": POM("<maven.compiler.release>21</maven.compiler.release>"),
    },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: "Java 21 by Gradle's toolchain on Corretto 17",
    files: {
      "fly.toml": FLY,
      Dockerfile: JAVA("amazoncorretto:17-alpine").replace("mvnw package", "gradlew bootJar"),
      "build.gradle.kts":
        "plugins { java }\n\njava {\n    toolchain {\n        languageVersion = JavaLanguageVersion.of(21)\n    }\n}\n",
    },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: ".NET 9 on a runtime of 8",
    files: {
      "fly.toml": FLY,
      Dockerfile: NET("mcr.microsoft.com/dotnet/aspnet:8.0"),
      "Shop.csproj": CSPROJ("<TargetFramework>net9.0</TargetFramework>"),
    },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: ".NET 8 on a runtime of 9, which has no 8",
    files: {
      "fly.toml": FLY,
      Dockerfile: NET("mcr.microsoft.com/dotnet/aspnet:9.0-alpine"),
      "src/Shop/Shop.csproj": CSPROJ("<TargetFramework>net8.0</TargetFramework>"),
      "src/Tools/Tools.csproj": CSPROJ("<TargetFramework>net9.0</TargetFramework>"),
    },
    finds: [`${RULE} Dockerfile:6`],
  },
  {
    name: "Ruby 3.4 in the Gemfile, and 3.3 in the image",
    files: {
      "fly.toml": FLY,
      Dockerfile:
        'FROM ruby:3.3-slim\nWORKDIR /app\nCOPY . .\nRUN bundle install\nCMD ["bundle", "exec", "puma", "-p", "8080"]\n',
      Gemfile: 'source "https://rubygems.org"\nruby "3.4.1"\ngem "puma"\n',
    },
    finds: [`${RULE} Dockerfile:1`],
  },
  {
    name: "Go 1.25 in go.mod, and 1.23 in the image",
    files: {
      "fly.toml": FLY,
      Dockerfile:
        'FROM golang:1.23 AS build\nWORKDIR /src\nCOPY . .\nRUN go build -o /app\n\nFROM debian:bookworm-slim\nCOPY --from=build /app /app\nCMD ["/app"]\n',
      "go.mod": "module app\n\ngo 1.25\n",
      "main.go": 'package main\n\nimport "net/http"\n\nfunc main() { http.ListenAndServe(":8080", nil) }\n',
    },
    finds: [`${RULE} Dockerfile:1`],
  },
];

export const SOUND_RUNTIMES: readonly SmallRepository[] = [
  {
    name: "Java 17 on a runtime of 21",
    files: {
      "fly.toml": FLY,
      Dockerfile: JAVA("eclipse-temurin:21-jre"),
      "pom.xml": POM("<java.version>17</java.version>"),
    },
  },
  {
    name: "Java 21 to build, and classes for 17",
    files: {
      "fly.toml": FLY,
      Dockerfile: JAVA("eclipse-temurin:17-jre").replace("mvnw package", "gradlew bootJar"),
      "build.gradle":
        "java {\n  toolchain { languageVersion = JavaLanguageVersion.of(21) }\n}\ntasks.withType(JavaCompile) { options.release = 17 }\n",
    },
  },
  {
    name: "Java 1.8 on a runtime of 17",
    files: {
      "fly.toml": FLY,
      Dockerfile: JAVA("openjdk:17-jdk-slim"),
      "pom.xml": POM("<maven.compiler.target>1.8</maven.compiler.target>"),
    },
  },
  {
    name: "Java by a variable that nothing here says",
    files: {
      "fly.toml": FLY,
      Dockerfile: JAVA("eclipse-temurin:17-jre"),
      "pom.xml": POM("<maven.compiler.release>${jdk}</maven.compiler.release>"),
    },
  },
  {
    name: ".NET 9 on its own runtime",
    files: {
      "fly.toml": FLY,
      Dockerfile: NET("mcr.microsoft.com/dotnet/aspnet:9.0"),
      "Shop.csproj": CSPROJ("<TargetFramework>net9.0</TargetFramework>"),
    },
  },
  {
    name: ".NET 8 that rolls forward to a major version",
    files: {
      "fly.toml": FLY,
      Dockerfile: NET("mcr.microsoft.com/dotnet/aspnet:9.0"),
      "Shop.csproj": CSPROJ(
        "<TargetFramework>net8.0</TargetFramework>\n    <RollForward>Major</RollForward>",
      ),
    },
  },
  {
    name: ".NET that brings its runtime",
    files: {
      "fly.toml": FLY,
      Dockerfile: NET("mcr.microsoft.com/dotnet/aspnet:8.0", " -r linux-x64 --self-contained"),
      "Shop.csproj": CSPROJ("<TargetFramework>net9.0</TargetFramework>"),
    },
  },
  {
    name: ".NET for several frameworks",
    files: {
      "fly.toml": FLY,
      Dockerfile: NET("mcr.microsoft.com/dotnet/aspnet:8.0"),
      "Shop.csproj": CSPROJ("<TargetFrameworks>net8.0;net9.0</TargetFrameworks>"),
    },
  },
];
