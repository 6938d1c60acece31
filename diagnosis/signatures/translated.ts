import type { Signature } from "../signature";

const PO = "postgres/postgres: src/backend/po and src/interfaces/libpq/po";
const row = {
  stage: "root",
  certainty: "certain",
  decisive: false,
  harmsLive: false,
  source: PO,
} as const;

/** Quotes around a name, as each language writes them. */
const NAME = "[»«\"„“'’] ?[^»«\"„“”']{1,60} ?[»«\"”“'’]";

/**
 * What PostgreSQL and libpq say in the languages of their translators: the language is the server's `lc_messages`, or the
 * client's locale.
 */
export const TRANSLATED_SIGNATURES: readonly Signature[] = [
  {
    ...row,
    id: "translated/password",
    mode: "database/credentials",
    meaning: "the database refused the password, in words of another language",
    pattern: new RegExp(
      [
        "Passwort-Authentifizierung für Benutzer .{1,64} fehlgeschlagen",
        "authentification par mot de passe (?:a )?échouée? pour l['’]utilisateur",
        "autentificación password falló para el usuario",
        "autenticação do tipo senha falhou para (?:o )?usuário",
        "autenticazione con password fallita per l['’]utente",
        "autoryzacja hasłem nie powiodła się dla użytkownika",
        "lösenordsautentisering misslyckades för användare",
      ].join("|"),
    ),
    cause: "the server refuses the role or its password",
    correctiveAction:
      "Set the role's password in the connection URL, percent-encoded, and look whether that URL is of the server that is meant.",
    example: "FATAL:  Passwort-Authentifizierung für Benutzer »app« fehlgeschlagen",
    examples: [
      "error: authentification par mot de passe échouée pour l'utilisateur « app »",
      "FATAL:  la autentificación password falló para el usuario «app»",
    ],
    nearMiss: "Passwort-Authentifizierung für Benutzer »app« eingeschaltet",
  },
  {
    ...row,
    id: "translated/no-role",
    mode: "database/credentials",
    meaning: "the database has no such role, in words of another language",
    pattern: new RegExp(
      `Rolle ${NAME} existiert nicht|le rôle ${NAME} n['’]existe pas|no existe el rol ${NAME}`,
    ),
    cause: "the server has no role of the connection URL's user",
    correctiveAction: "Correct the user of the connection URL, or create that role.",
    example: "FATAL:  Rolle »app« existiert nicht",
    examples: ["FATAL:  le rôle « app » n'existe pas", "FATAL:  no existe el rol «app»"],
    nearMiss: "Rolle »app« wurde angelegt",
  },
  {
    ...row,
    id: "translated/no-database",
    mode: "configuration/invalid",
    meaning: "the server has no such database, in words of another language",
    pattern: new RegExp(
      `Datenbank ${NAME} existiert nicht|la base de données ${NAME} n['’]existe pas|no existe la base de datos ${NAME}`,
    ),
    cause: "the server has no database of that name",
    correctiveAction: "Correct the database's name in the connection URL, or create the database.",
    example: "FATAL:  Datenbank »shop« existiert nicht",
    examples: [
      "FATAL:  la base de données « shop » n'existe pas",
      "FATAL:  no existe la base de datos «shop»",
    ],
    nearMiss: "Datenbank »shop« wurde angelegt",
  },
  {
    ...row,
    id: "translated/no-relation",
    mode: "database/schema-missing",
    meaning: "a table is not there, in words of another language",
    pattern: new RegExp(
      `Relation ${NAME} existiert nicht|la relation ${NAME} n['’]existe pas|no existe la relación ${NAME}`,
    ),
    certainty: "possible",
    cause:
      "a table is not in the database: the migrations were not run there, or on another database or schema",
    correctiveAction: "Run the migrations on this database before the service starts.",
    example: "ERROR:  Relation »orders« existiert nicht",
    examples: ["ERROR:  la relation « orders » n'existe pas"],
    nearMiss: "Relation »orders« wurde angelegt",
  },
  {
    ...row,
    id: "translated/refused",
    mode: "database/refused",
    meaning: "nothing listens at the database's address, in words of another language",
    pattern:
      /(?=.*(?:5432|6543|Server|server|servidor|serveur|psycopg|postgres)).*(?:Verbindungsaufbau abgelehnt|Connexion refusée|Conexión rehusada|Conexão recusada|Connessione rifiutata)/,
    certainty: "possible",
    cause: "nothing listens at the host and port of the connection",
    correctiveAction:
      "Correct host and port of the connection URL in that environment, or start the database.",
    example:
      "Verbindung zum Server auf »localhost« (127.0.0.1), Port 5432 fehlgeschlagen: Verbindungsaufbau abgelehnt",
    examples: [
      "la connexion au serveur sur « localhost » (127.0.0.1), port 5432 a échoué : Connexion refusée",
    ],
    nearMiss: "Connexion refusée par l'imprimante",
  },
];
