/** The variable that most frameworks read a database's URL from; that of a service that names no other. */
export const DATABASE_VARIABLE = "DATABASE_URL";
