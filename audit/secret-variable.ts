/** Names under which variables hold secrets, in whatever file they stand. */
export const SECRET_NAME = /SECRET|TOKEN|PASSWORD|PASSWD|PRIVATE|CREDENTIAL|API_?KEY|DSN|DATABASE_URL/i;

/** A URL that carries its password, anywhere in a text. */
export const URL_WITH_PASSWORD = /:\/\/[^/\s:@]*:[^/\s]+@/;
