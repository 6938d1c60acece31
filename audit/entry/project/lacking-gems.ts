import { type Fact, known } from "../../../domain";
import { fileOf, IMAGE_FILE } from "../../services/service-folders";
import type { Chain } from "../chain";
import { fileOfProject, type Project, patternOf, subjectOf } from "./project";

/** Programs that `bundle exec` starts, each of the gem of its name. */
const PROGRAM =
  /^\s*(?:exec\s+)?bundle\s+exec\s+(puma|unicorn|thin|falcon|sidekiq|good_job|resque-pool|clockwork|shoryuken)(?=\s|$)/;
/** Gems of which none needs one of these (rubygems.org: runtime dependencies, read 2026-12-01). */
const WITHOUT =
  /^(?:rails|pg|mysql2|sqlite3|puma|redis|bootsnap|sprockets-rails|propshaft|importmap-rails|turbo-rails|stimulus-rails|jbuilder|tzinfo-data|debug|web-console|solid_queue|solid_cache|solid_cable|kamal|thruster|bcrypt|image_processing|jsbundling-rails|cssbundling-rails|tailwindcss-rails|rack-cors|devise|dotenv-rails|rspec-rails|brakeman|rubocop(?:-[\w-]+)?|capybara|selenium-webdriver|factory_bot_rails|faker|pagy|kaminari|jwt|active_model_serializers)$/;

/** A program of a gem that the Gemfile does not have: `bundler: command not found` (bundler.io/man/bundle-exec.1.html). */
export function lackingGems(project: Project, { steps }: Chain): readonly Fact[] {
  const last = steps.at(-1);
  const [, program] = PROGRAM.exec(last?.text ?? "") ?? [];
  const gemfile = fileOfProject(project, "Gemfile");
  if (last === undefined || program === undefined || gemfile === undefined) return [];
  if (IMAGE_FILE.test(fileOf(project.start)) || project.facts.some(isOtherGemfile)) return [];
  const text = gemfile.text.replaceAll(/#.*$/gm, "");
  if (/\beval_gemfile\b|\bgemspec\b|\beach\b|\beval\b|\binstance_eval\b/.test(text)) return [];
  const gems = [...text.matchAll(/\bgem[\s(]+["']([\w-]+)["']/g)].map(([, name = ""]) => name);
  // One with the program's name in its own mostly brings it.
  if (gems.length === 0 || gems.some((gem) => gem.includes(program))) return [];
  const lock = fileOfProject(project, "Gemfile.lock")?.text;
  const isLocked = new RegExp(`^ {4}${patternOf(program)} \\(`, "m");
  if (lock === undefined ? !gems.every((gem) => WITHOUT.test(gem)) : isLocked.test(lock)) return [];
  const what = { program, package: program, file: "Gemfile", listed: known(false) };
  return [{ kind: "requirement", ...subjectOf(project), place: last.place, ...what }];
}

const isOtherGemfile = (fact: Fact): boolean => fact.kind === "variable" && fact.name === "BUNDLE_GEMFILE";
