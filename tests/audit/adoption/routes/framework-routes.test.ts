import assert from "node:assert/strict";
import { servedRoutes } from "../../../../audit/adoption/routes/health-route";
import { repositoryOf } from "../../../../audit/walk/repository";
import { inFolder } from "../../written-folder";
import { GO } from "./go-cases";
import { NEST_SPRING } from "./nest-spring-cases";
import { RAILS_PHOENIX_ASPNET } from "./rails-phoenix-aspnet-cases";
import { RUST } from "./rust-cases";
import { STARLETTE } from "./starlette-cases";

const CASES = [...RAILS_PHOENIX_ASPNET, ...NEST_SPRING, ...GO, ...RUST, ...STARLETTE];

describe("The health check's path, by the routes of frameworks", () => {
  for (const { title, files, health } of CASES)
    it(`is that of ${title}`, () =>
      inFolder(files, (at) => {
        const { health: found } = servedRoutes("", [], repositoryOf(at, Object.keys(files)));
        const place = found?.place.source === "file" ? `${found.place.file}:${found.place.line}` : "";
        assert.equal(found && `${found.path} ${place}`, health);
      }));
});
