/**
 * What is known of each platform: its names, its limits, what it sets by itself, and the rules that are its own.
 */
export * from "./render/failure";
export * from "./render/names";
export * from "./render/ports";
