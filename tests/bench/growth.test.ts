import { equal, match } from "node:assert/strict";
import { type Cost, describeMemory, describePerService, describeSize } from "../../bench/growth";

const SIZES = [10, 105, 200] as const;

const round = (few: number, some: number, many: number): Cost[] =>
  [few, some, many].map((cpu) => ({ cpu, wall: 2 * cpu, megabytes: 100 * cpu }));

const QUIET = round(1, 2, 3);

describe("growth with a team's size", () => {
  it("is not decided by one disturbed run", () => {
    equal(
      describePerService(SIZES, [QUIET, round(1, 2, 9), QUIET], "cpu"),
      "time for one more service, from 105 to 200 against from 10 to 105, cpu: 1.00 (1.00–7.00), within 1.2",
    );
  });

  it("is above its limit where most runs are", () => {
    const slower = round(1, 2, 3.3);
    match(
      describePerService(SIZES, [QUIET, slower, slower], "wall"),
      /wall: 1\.30 \(1\.00–1\.30\), ABOVE 1\.2$/,
    );
  });

  it("is not judged where more services took less time than fewer", () => {
    match(
      describePerService(SIZES, [round(3, 2, 4)], "cpu"),
      /cpu: -2\.00, too disturbed to be held to 1\.2$/,
    );
    match(
      describePerService(SIZES, [round(1, 3, 2)], "cpu"),
      /cpu: -0\.50, too disturbed to be held to 1\.2$/,
    );
  });

  it("is of one service, however far the sizes are from each other", () => {
    match(describePerService([10, 105, 295], [round(1, 2, 4)], "cpu"), /cpu: 1\.00, within 1\.2$/);
  });

  it("has the most memory of all rounds", () => {
    equal(
      describeMemory(SIZES, [QUIET, round(1, 2, 16)]),
      "memory with 200 services: 1600 MB, ABOVE 1500 MB",
    );
  });

  it("has a size's median and how far its runs differ", () => {
    equal(
      describeSize(10, [...QUIET]),
      "previews of 10 services: 4.0 s (2.0–6.0), of CPU 2.0 s (1.0–3.0), 200 MB (100–300)",
    );
    equal(describeSize(10, QUIET.slice(0, 1)), "previews of 10 services: 2.0 s, of CPU 1.0 s, 100 MB");
  });
});
