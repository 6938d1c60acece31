import assert from "node:assert/strict";
import { adoptFolder } from "../../../audit";
import { inFolder } from "../written-folder";
import { ORIGIN } from "./adopted-services";

const PROJECT =
  '<Project Sdk="Microsoft.NET.Sdk.Web"><ItemGroup>\n<PackageReference Include="Npgsql.EntityFrameworkCore.PostgreSQL" Version="9.0.2" />\n</ItemGroup></Project>\n';
const BLUEPRINT = (variables = ""): string =>
  `services:\n  - { type: web, name: kiosk, runtime: docker, envVars: [${variables}] }\n`;

/** How the service says which databases it has, what is to be typed, and the names of its other secrets. */
const adopted = (program: string, blueprint = BLUEPRINT()) =>
  inFolder(
    {
      "render.yaml": blueprint,
      Dockerfile: 'FROM mcr.microsoft.com/dotnet/aspnet:9.0\nENTRYPOINT ["dotnet", "Kiosk.dll"]\n',
      "src/Kiosk/Kiosk.csproj": PROJECT,
      "src/Kiosk/Program.cs": program,
    },
    (folder) => {
      const [draft] = adoptFolder(folder).drafts(ORIGIN);
      const [service] = draft?.services ?? [];
      const databases = service?.fields.find(({ key }) => key === "databases");
      return {
        databases: databases?.value,
        note: databases?.note,
        typed: draft?.secrets.map(({ key }) => key),
        others: service?.secrets.map(({ name }) => name),
      };
    },
  );

describe("A connection string of .NET", () => {
  it("is read from the variable that its name says, in the statement of Npgsql or before it", () => {
    for (const program of [
      'builder.Services.AddDbContext<Db>(o =>\n  o.UseNpgsql(builder.Configuration.GetConnectionString("Kiosk")));\nvar r = config.GetConnectionString("Redis");\n',
      '// GetConnectionString("Old")\nvar text = builder.Configuration.GetConnectionString("Kiosk");\nservices.AddDbContext<Db>(o => o.UseNpgsql(text));\n',
    ]) {
      const { databases, typed, others } = adopted(program);
      assert.deepEqual(databases, { ConnectionStrings__Kiosk: "main" });
      assert.deepEqual([typed, others], [["portcullis:databaseUrl"], []]);
    }
  });

  it("is the database's own where a manifest names it without a value, and the line is said", () => {
    const program = 'services.AddNpgsqlDataSource(config.GetConnectionString("Kiosk")!);\n';
    const { databases, note, others } = adopted(
      program,
      BLUEPRINT("{ key: ConnectionStrings__Kiosk, sync: false }"),
    );
    assert.deepEqual([databases, others], [{ ConnectionStrings__Kiosk: "main" }, []]);
    assert.match(note ?? "", /render\.yaml:2:\d+/);
  });

  it("is not guessed where several are named and none with Npgsql, or DATABASE_URL is", () => {
    const two = 'var a = c.GetConnectionString("One");\nvar b = c.GetConnectionString("Two");\n';
    assert.equal(adopted(two).databases, undefined);
    const url = BLUEPRINT("{ key: DATABASE_URL, sync: false }");
    assert.equal(adopted('o.UseNpgsql(c.GetConnectionString("Kiosk"));\n', url).databases, undefined);
  });
});
