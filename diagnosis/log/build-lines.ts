/** Lines that only a tool prints that builds or installs. */
const BUILD_TOOL =
  /^(?!bundler: failed to load command)(?:\[\w+\] )?(?:rollup|vite|webpack|esbuild|nitro|turbo|tsc|parcel|metro|cargo|rustc|gradle|maven|kaniko|nixpacks|railpack|buildpacks?|builder|lifecycle|pip|uv|poetry|pdm|pipenv|yarn|pnpm|npm|bun|composer|bundler?|mix|hex|rebar3?|dotnet|msbuild|nuget|make|cmake|ninja|gyp|gcc|g\+\+|ld|collect2|apk|apt(?:-get)?|dnf|go)\b(?!::).{0,12}(?::| error\b| ERR!?| failed)|\bRollupError\b|^error\[E\d{4}\]|^error: (?:failed to (?:compile|solve|build|load manifest|determine installation plan|prepare)|could not (?:compile|find `Cargo)|failed to (?:select|get|download|parse manifest)|package |linking with|metadata|build failed)|\bERR_PNPM_|\bYN\d{4}\b|\b(?:COPY|ADD) failed\b|failed to compute cache key|failed to solve|error building (?:image|stage)|error: (?:building|build error)|exited with code \d+ while building|^(?:Step|STEP) \d+(?:\/\d+)? ?: ?|\b(?:CS|MSB|NU|NETSDK|TS)\d{4}\b|^\[ERROR\] (?:Failed to execute goal|COMPILATION)|^\[ERROR\] .*\[Help \d\]|^E: (?:Unable to locate|Package|Failed)|npm (?:ERR!|error)\s+(?:(?!code ELIFECYCLE|Lifecycle)code |404|notarget|ERESOLVE|enoent|`)/i;

/** Packages that run only while something is built. */
const BUILD_LIBRARY =
  /^(?:rollup|vite|webpack|esbuild|@vercel\/nft|nitropack|@rollup\/|@babel\/core|@swc\/core|terser|postcss|tailwindcss|typescript|vue-tsc|svelte-check|@angular\/(?:build|compiler-cli|cli)|@angular-devkit\/|metro|parcel|@parcel\/|next\/dist\/build|pip|setuptools|hatchling|poetry|pyproject_hooks|rubygems|bundler|cargo)/;

/** Whether a line is what a build or an installation says, by itself or by the step that it is in. */
export function isBuildLine(text: string): boolean {
  return BUILD_TOOL.test(text);
}

export function isBuildLibrary(library: string | undefined): boolean {
  return library !== undefined && BUILD_LIBRARY.test(library);
}
