import type { SealedCase } from "../sealed";
import { ASKED_BY_COMMANDS_BROKEN, ASKED_BY_COMMANDS_SOUND } from "./asked-by-commands";
import { AWAITED_HOSTS_BROKEN, AWAITED_HOSTS_SOUND } from "./awaited-hosts";
import { QUEUES_BROKEN, QUEUES_SOUND } from "./brokers-and-queues";
import { COMPILED_BROKEN } from "./compiled-broken";
import { COMPILED_SOUND } from "./compiled-sound";
import { DRIVERS_BROKEN, DRIVERS_SOUND } from "./drivers";
import { EVERYDAY_BROKEN } from "./everyday-broken";
import { EVERYDAY_SOUND, SOUND_NEXT_TO_EVERYDAY } from "./everyday-sound";
import { FOLDERS_AND_ROUTES_BROKEN, FOLDERS_AND_ROUTES_SOUND } from "./folders-and-routes";
import { FRAMEWORKS_BROKEN } from "./frameworks-broken";
import { FRAMEWORKS_SOUND } from "./frameworks-sound";
import { FURTHER_BROKEN, FURTHER_SOUND } from "./further";
import { HABITS_BROKEN } from "./habits-broken";
import { HABITS_SOUND, SOUND_NEXT_TO_HABITS } from "./habits-sound";
import { KEPT_BY_IMAGES_BROKEN, KEPT_BY_IMAGES_SOUND } from "./kept-by-images";
import { LIBPQ_COMMANDS_BROKEN, LIBPQ_COMMANDS_SOUND } from "./libpq-commands";
import { LINES_BROKEN } from "./lines-broken";
import { LINES_SOUND } from "./lines-sound";
import { MIGRATION_TOOLS_BROKEN } from "./migration-tools-broken";
import { MIGRATION_TOOLS_SOUND } from "./migration-tools-sound";
import { MISSPELT_NAMES_BROKEN, MISSPELT_NAMES_SOUND } from "./misspelt-names";
import { MIXED_BROKEN } from "./mixed";
import { MIXED_SOUND } from "./mixed-sound";
import { NEWCOMERS_BROKEN } from "./newcomers-broken";
import { NEWCOMERS_SOUND } from "./newcomers-sound";
import { NEXT_TO_FRAMEWORKS, SOUND_NEXT_TO_FRAMEWORKS } from "./next-to-frameworks";
import { NEXT_TO_POSTED_FORMS, SOUND_NEXT_TO_POSTED_FORMS } from "./next-to-posted-forms";
import { NEXT_TO_REPORTED_SERVICES, SOUND_NEXT_TO_REPORTED_SERVICES } from "./next-to-reported-services";
import { NEXT_TO_TOOLS } from "./next-to-tools";
import { SOUND_NEXT_TO_TOOLS } from "./next-to-tools-sound";
import { NEXT_TO_TWENTY_FIFTH, SOUND_NEXT_TO_TWENTY_FIFTH } from "./next-to-twenty-fifth";
import { NEXT_TO_TWENTY_FOURTH, SOUND_NEXT_TO_TWENTY_FOURTH } from "./next-to-twenty-fourth";
import { NEXT_TO_TWENTY_SECOND, SOUND_NEXT_TO_TWENTY_SECOND } from "./next-to-twenty-second";
import { NEXT_TO_TWENTY_SEVENTH, SOUND_NEXT_TO_TWENTY_SEVENTH } from "./next-to-twenty-seventh";
import { NEXT_TO_TWENTY_SIXTH, SOUND_NEXT_TO_TWENTY_SIXTH } from "./next-to-twenty-sixth";
import { NEXT_TO_TWENTY_THIRD, SOUND_NEXT_TO_TWENTY_THIRD } from "./next-to-twenty-third";
import { NODE_OPTIONS_BROKEN, NODE_OPTIONS_SOUND } from "./node-options";
import { OTHER_SYSTEMS_BROKEN, OTHER_SYSTEMS_SOUND } from "./of-other-systems";
import { OPTIONS_BROKEN, OPTIONS_SOUND } from "./options-and-folders";
import { OUTINGS_BROKEN } from "./outings-broken";
import { OUTINGS_SOUND, SOUND_NEXT_TO_OUTINGS } from "./outings-sound";
import { OUTSIDERS_BROKEN } from "./outsiders-broken";
import { OUTSIDERS_SOUND } from "./outsiders-sound";
import { PARAMETERS_BROKEN, PARAMETERS_SOUND } from "./parameters";
import { PASTED_URLS_BROKEN, PASTED_URLS_SOUND } from "./pasted-urls";
import { POSTED_CONNECTIONS_BROKEN, POSTED_CONNECTIONS_SOUND } from "./posted-connections";
import { POSTED_FORMS_BROKEN, POSTED_FORMS_SOUND } from "./posted-forms";
import { POSTED_SERVICES_BROKEN, POSTED_SERVICES_SOUND } from "./posted-services";
import { POSTED_SETTINGS_BROKEN, POSTED_SETTINGS_SOUND } from "./posted-settings";
import { PROPERTIES_OF_SPRING_BROKEN, PROPERTIES_OF_SPRING_SOUND } from "./properties-of-spring";
import { READER_VALUES_BROKEN, READER_VALUES_SOUND } from "./reader-values";
import { RENDER_BROKEN } from "./render-broken";
import { RENDER_SOUND } from "./render-sound";
import { REPORTED_FRAMEWORKS_BROKEN } from "./reported-frameworks-broken";
import { REPORTED_FRAMEWORKS_SOUND } from "./reported-frameworks-sound";
import { REPORTED_PROGRAMS_BROKEN } from "./reported-programs-broken";
import { REPORTED_PROGRAMS_SOUND } from "./reported-programs-sound";
import { REPORTED_SERVICES_BROKEN } from "./reported-services-broken";
import { REPORTED_SERVICES_SOUND } from "./reported-services-sound";
import { SAMPLES_BROKEN, SAMPLES_SOUND } from "./samples";
import { SERVERS_BROKEN } from "./servers-broken";
import { SERVERS_SOUND } from "./servers-sound";
import { STACKS_BROKEN } from "./stacks";
import { STACKS_SOUND } from "./stacks-sound";
import { STRANGERS_BROKEN } from "./strangers-broken";
import { STRANGERS_SOUND } from "./strangers-sound";
import { TEAMS_COMMANDS_BROKEN, TEAMS_COMMANDS_SOUND } from "./teams-commands";
import { TEAMS_FURTHER_BROKEN, TEAMS_FURTHER_SOUND } from "./teams-further";
import { TEAMS_LAST_BROKEN, TEAMS_LAST_SOUND } from "./teams-last";
import { TEAMS_PRODUCTS_BROKEN, TEAMS_PRODUCTS_SOUND } from "./teams-products";
import { TEAMS_SETTINGS_BROKEN, TEAMS_SETTINGS_SOUND } from "./teams-settings";
import { TEAMS_UNSET_BROKEN, TEAMS_UNSET_SOUND } from "./teams-unset";
import { TEAMS_VALUES_BROKEN, TEAMS_VALUES_SOUND } from "./teams-values";
import { TWENTY_EIGHTH_BROKEN } from "./twenty-eighth-broken";
import { TWENTY_EIGHTH_SOUND } from "./twenty-eighth-sound";
import { TWENTY_FIFTH_BROKEN } from "./twenty-fifth-broken";
import { TWENTY_FIFTH_SOUND } from "./twenty-fifth-sound";
import { TWENTY_FOURTH_BROKEN } from "./twenty-fourth-broken";
import { TWENTY_FOURTH_SOUND } from "./twenty-fourth-sound";
import { TWENTY_NINTH_BROKEN } from "./twenty-ninth-broken";
import { TWENTY_NINTH_SOUND } from "./twenty-ninth-sound";
import { TWENTY_SECOND_BROKEN } from "./twenty-second-broken";
import { TWENTY_SECOND_SOUND } from "./twenty-second-sound";
import { TWENTY_SEVENTH_BROKEN } from "./twenty-seventh-broken";
import { TWENTY_SEVENTH_SOUND } from "./twenty-seventh-sound";
import { TWENTY_SIXTH_BROKEN } from "./twenty-sixth-broken";
import { TWENTY_SIXTH_SOUND } from "./twenty-sixth-sound";
import { TWENTY_THIRD_BROKEN } from "./twenty-third-broken";
import { TWENTY_THIRD_SOUND } from "./twenty-third-sound";
import { UNBUILT_BROKEN, UNBUILT_SOUND } from "./unbuilt";
import { VALUES_BROKEN } from "./values-broken";
import { VALUES_SOUND } from "./values-sound";
import { VISITORS_BROKEN } from "./visitors-broken";
import { VISITORS_SOUND } from "./visitors-sound";

/** What each room holds: a subject of configurations, all of it that is known, broken and sound. */
export const ROOMS_BROKEN: readonly SealedCase[] = [
  ...RENDER_BROKEN,
  ...SERVERS_BROKEN,
  ...COMPILED_BROKEN,
  ...DRIVERS_BROKEN,
  ...PARAMETERS_BROKEN,
  ...VALUES_BROKEN,
  ...LINES_BROKEN,
  ...STACKS_BROKEN,
  ...MIXED_BROKEN,
  ...FURTHER_BROKEN,
  ...SAMPLES_BROKEN,
  ...TEAMS_COMMANDS_BROKEN,
  ...TEAMS_VALUES_BROKEN,
  ...TEAMS_FURTHER_BROKEN,
  ...TEAMS_UNSET_BROKEN,
  ...TEAMS_PRODUCTS_BROKEN,
  ...TEAMS_SETTINGS_BROKEN,
  ...TEAMS_LAST_BROKEN,
  ...OUTSIDERS_BROKEN,
  ...STRANGERS_BROKEN,
  ...VISITORS_BROKEN,
  ...NEWCOMERS_BROKEN,
  ...TWENTY_THIRD_BROKEN,
  ...REPORTED_PROGRAMS_BROKEN,
  ...TWENTY_SECOND_BROKEN,
  ...TWENTY_FOURTH_BROKEN,
  ...NEXT_TO_TWENTY_FOURTH,
  ...TWENTY_FIFTH_BROKEN,
  ...TWENTY_SIXTH_BROKEN,
  ...KEPT_BY_IMAGES_BROKEN,
  ...TWENTY_SEVENTH_BROKEN,
  ...TWENTY_EIGHTH_BROKEN,
  ...NEXT_TO_TWENTY_SEVENTH,
  ...NEXT_TO_TWENTY_SIXTH,
  ...NEXT_TO_TWENTY_FIFTH,
  ...NEXT_TO_TWENTY_THIRD,
  ...NEXT_TO_TWENTY_SECOND,
  ...QUEUES_BROKEN,
  ...LIBPQ_COMMANDS_BROKEN,
  ...OPTIONS_BROKEN,
  ...ASKED_BY_COMMANDS_BROKEN,
  ...UNBUILT_BROKEN,
  ...REPORTED_SERVICES_BROKEN,
  ...NEXT_TO_REPORTED_SERVICES,
  ...READER_VALUES_BROKEN,
  ...MISSPELT_NAMES_BROKEN,
  ...OTHER_SYSTEMS_BROKEN,
  ...FRAMEWORKS_BROKEN,
  ...NEXT_TO_FRAMEWORKS,
  ...REPORTED_FRAMEWORKS_BROKEN,
  ...FOLDERS_AND_ROUTES_BROKEN,
  ...POSTED_SERVICES_BROKEN,
  ...POSTED_CONNECTIONS_BROKEN,
  ...POSTED_SETTINGS_BROKEN,
  ...POSTED_FORMS_BROKEN,
  ...NEXT_TO_POSTED_FORMS,
  ...PROPERTIES_OF_SPRING_BROKEN,
  ...MIGRATION_TOOLS_BROKEN,
  ...NODE_OPTIONS_BROKEN,
  ...PASTED_URLS_BROKEN,
  ...AWAITED_HOSTS_BROKEN,
  ...NEXT_TO_TOOLS,
  ...HABITS_BROKEN,
  ...EVERYDAY_BROKEN,
  ...OUTINGS_BROKEN,
  ...TWENTY_NINTH_BROKEN,
];
export const ROOMS_SOUND: readonly SealedCase[] = [
  ...RENDER_SOUND,
  ...SERVERS_SOUND,
  ...COMPILED_SOUND,
  ...DRIVERS_SOUND,
  ...PARAMETERS_SOUND,
  ...VALUES_SOUND,
  ...LINES_SOUND,
  ...STACKS_SOUND,
  ...MIXED_SOUND,
  ...FURTHER_SOUND,
  ...SAMPLES_SOUND,
  ...TEAMS_COMMANDS_SOUND,
  ...TEAMS_VALUES_SOUND,
  ...TEAMS_FURTHER_SOUND,
  ...TEAMS_UNSET_SOUND,
  ...TEAMS_PRODUCTS_SOUND,
  ...TEAMS_SETTINGS_SOUND,
  ...TEAMS_LAST_SOUND,
  ...OUTSIDERS_SOUND,
  ...STRANGERS_SOUND,
  ...VISITORS_SOUND,
  ...NEWCOMERS_SOUND,
  ...TWENTY_THIRD_SOUND,
  ...REPORTED_PROGRAMS_SOUND,
  ...TWENTY_SECOND_SOUND,
  ...TWENTY_FOURTH_SOUND,
  ...SOUND_NEXT_TO_TWENTY_FOURTH,
  ...TWENTY_FIFTH_SOUND,
  ...TWENTY_SIXTH_SOUND,
  ...KEPT_BY_IMAGES_SOUND,
  ...TWENTY_SEVENTH_SOUND,
  ...TWENTY_EIGHTH_SOUND,
  ...SOUND_NEXT_TO_TWENTY_SEVENTH,
  ...SOUND_NEXT_TO_TWENTY_SIXTH,
  ...SOUND_NEXT_TO_TWENTY_FIFTH,
  ...SOUND_NEXT_TO_TWENTY_THIRD,
  ...SOUND_NEXT_TO_TWENTY_SECOND,
  ...QUEUES_SOUND,
  ...LIBPQ_COMMANDS_SOUND,
  ...OPTIONS_SOUND,
  ...ASKED_BY_COMMANDS_SOUND,
  ...UNBUILT_SOUND,
  ...REPORTED_SERVICES_SOUND,
  ...SOUND_NEXT_TO_REPORTED_SERVICES,
  ...READER_VALUES_SOUND,
  ...MISSPELT_NAMES_SOUND,
  ...OTHER_SYSTEMS_SOUND,
  ...FRAMEWORKS_SOUND,
  ...SOUND_NEXT_TO_FRAMEWORKS,
  ...REPORTED_FRAMEWORKS_SOUND,
  ...FOLDERS_AND_ROUTES_SOUND,
  ...POSTED_SERVICES_SOUND,
  ...POSTED_CONNECTIONS_SOUND,
  ...POSTED_SETTINGS_SOUND,
  ...POSTED_FORMS_SOUND,
  ...SOUND_NEXT_TO_POSTED_FORMS,
  ...PROPERTIES_OF_SPRING_SOUND,
  ...MIGRATION_TOOLS_SOUND,
  ...NODE_OPTIONS_SOUND,
  ...PASTED_URLS_SOUND,
  ...AWAITED_HOSTS_SOUND,
  ...SOUND_NEXT_TO_TOOLS,
  ...HABITS_SOUND,
  ...SOUND_NEXT_TO_HABITS,
  ...EVERYDAY_SOUND,
  ...SOUND_NEXT_TO_EVERYDAY,
  ...OUTINGS_SOUND,
  ...SOUND_NEXT_TO_OUTINGS,
  ...TWENTY_NINTH_SOUND,
];
