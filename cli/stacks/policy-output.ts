/** The mandatory policies that rejected a run, each once, as the CLI listed them. */
export function rejectingPolicies(output: string): readonly string[] {
  const found = [...output.matchAll(/^\s*- \[mandatory\]\s+(\S+)/gm)].map(([, name = ""]) => name);
  return [...new Set(found)];
}

/** Whether the CLI listed advice: what a policy could not decide, or reports and lets pass. */
export const hasAdvice = (output: string): boolean => /^\s*- \[advisory\]\s/m.test(output);

/** Not a reason: the engine built from Go modules has its plugins on PATH, and the CLI warns of each. */
const AMBIENT_PLUGIN = /^\s*warning: using pulumi-\S+ from \$PATH at .*\n/gm;

/** A pack that found nothing is no reason of an error beside it. */
const PASSED_ALONE = /^Policies:\n(?:\s+✅ .*\n)+\s*(?=Diagnostics:)/m;

/** The part of the CLI's output that says why: policies and diagnostics, without outputs and resource counts. */
export function reasonsOf(output: string): string {
  const from = output.search(/^(Policies|Diagnostics):/m);
  const to = output.search(/^(Outputs|Resources):/m);
  return output
    .slice(Math.max(from, 0), to > from ? to : undefined)
    .replaceAll(AMBIENT_PLUGIN, "")
    .replace(PASSED_ALONE, "")
    .trim();
}
