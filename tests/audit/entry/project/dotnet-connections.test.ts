import { itJudges, type JudgedCase } from "../../judged-case";

const POOLER = "aws-0-eu-central-1.pooler.supabase.com";
const DIRECT =
  "Host=db.wkqzmxncbvlaksjdhfge.supabase.co;Username=postgres;Database=postgres;SSL Mode=Require";
const SOUND = `Host=${POOLER};Port=5432;Username=postgres.wkqzmxncbvlaksjdhfge;Database=postgres;SSL Mode=Require`;
const HERE = "Host=localhost;Database=shop;Username=postgres";
const IPV6 = "database/ipv6-only-host";
const MISSING = "environment/missing-variable";

const settings = (text: string): string => `{\n  "ConnectionStrings": { "Shop": "${text}" }\n}\n`;

const shop = (files: JudgedCase["files"], variables: readonly (readonly [string, string])[] = []) => ({
  "Shop.csproj":
    '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup><PackageReference Include="Npgsql" Version="9.0.3" /></ItemGroup></Project>\n',
  "Program.cs":
    'var builder = WebApplication.CreateBuilder(args);\nNpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Shop"));\nbuilder.Build().Run();\n',
  Dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nENTRYPOINT ["dotnet", "Shop.dll"]\n',
  "render.yaml": [
    "services:\n  - type: web\n    name: shop\n    runtime: docker\n    healthCheckPath: /\n    envVars:",
    ...[["LOG", "info"] as const, ...variables].map(
      ([key, value]) => `      - key: ${key}\n        value: ${value}`,
    ),
    "",
  ].join("\n"),
  ...files,
});

const CASES: readonly JudgedCase[] = [
  {
    title: "of the environment's file is judged, at its line and column",
    files: shop({ "appsettings.json": settings(HERE), "appsettings.Production.json": settings(DIRECT) }),
    told: [`error ${IPV6} appsettings.Production.json:2`],
  },
  {
    title: "of the file of all environments is judged where it names no developer's machine",
    files: shop({
      "appsettings.json": `{\n  // of production\n  "ConnectionStrings": { "Shop": "${DIRECT}" }\n}\n`,
    }),
    told: [`error ${IPV6} appsettings.json:3`],
  },
  {
    title: "of a developer's machine is not decided: a variable may name another",
    files: shop({ "appsettings.json": settings(HERE) }),
    told: [],
    undecided: ["database/local-host appsettings.json:2"],
  },
  {
    title: "of settings for developers counts for nothing where it is deployed",
    files: shop({ "appsettings.json": settings(SOUND), "appsettings.Development.json": settings(HERE) }),
    told: [],
    silent: [MISSING],
  },
  {
    title: "counts where ASPNETCORE_ENVIRONMENT names its file",
    files: shop({ "appsettings.json": settings(SOUND), "appsettings.Staging.json": settings(DIRECT) }, [
      ["ASPNETCORE_ENVIRONMENT", "Staging"],
    ]),
    told: [`error ${IPV6} appsettings.Staging.json:2`],
  },
  {
    title: "counts for nothing where a variable of its name is set, which is judged itself",
    files: shop({ "appsettings.Production.json": settings(DIRECT) }, [["ConnectionStrings__Shop", SOUND]]),
    told: [],
    silent: [IPV6],
  },
  {
    title: "that no file and no variable has is missing: user secrets are a developer's own",
    files: shop({
      "appsettings.json": "{}\n",
      "Shop.csproj":
        '<Project Sdk="Microsoft.NET.Sdk.Web"><PropertyGroup><UserSecretsId>shop-1</UserSecretsId></PropertyGroup><ItemGroup><PackageReference Include="Npgsql" Version="9.0.3" /></ItemGroup></Project>\n',
    }),
    told: [`note ${MISSING} Program.cs:2`],
  },
  {
    title: "of another database than PostgreSQL is none of ours",
    files: shop({
      "appsettings.json": settings("Server=tcp:db.acme.net,1433;Initial Catalog=shop;User Id=sa"),
    }),
    told: [],
  },
];

describe("a connection string in .NET's settings", () => {
  itJudges(CASES);
});
