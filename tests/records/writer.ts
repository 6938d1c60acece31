import fs from "node:fs";
import { recordFailure } from "../../records";
import { diagnosis, STAGING } from "./failures";

/**
 * A process that records failures: `writer.ts FOLDER COUNT NAME [DYING]`. Each time it records one that all writers
 * have and one of its own. DYING names the call of the file system before which it is killed, as by a power cut.
 */
async function write([folder = "", count = "0", name = "", dying]: readonly string[]): Promise<void> {
  if (dying === "linkSync" || dying === "renameSync") {
    fs[dying] = () => {
      process.kill(process.pid, "SIGKILL");
      // The signal comes before this call's answer could be used.
      for (;;);
    };
  }
  for (let index = 0; index < Number(count); index += 1) {
    await recordFailure(folder, diagnosis(), STAGING);
    const own = [{ line: 1, text: `No module named '${name}${String.fromCharCode(97 + index)}'` }];
    await recordFailure(folder, diagnosis({ failureMode: "import/missing-module", evidence: own }), STAGING);
  }
}

void write(process.argv.slice(2));
