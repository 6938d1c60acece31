/**
 * What is known of each database provider: its endpoints, its limits, and the rules that are its own.
 */
export * from "./supabase/endpoints";
