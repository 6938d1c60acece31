/**
 * Finds, fetches or builds the Pulumi CLI and the plugins that Portcullis runs on.
 */
export { diagnoseEngine } from "./diagnose";
export { type Considered, type Engine, EngineError, type EngineOptions, type EngineSource } from "./engine";
export { findEngine } from "./find";
export { type Installed, installedPackages, packageFolder } from "./installed-package";
export { loadRehearsal, RehearsalPackageError } from "./rehearsal-package";
export { SDK_VERSION } from "./versions";
