import { onlyWith, type Pass, type SecretShape, unlessNoValue, VALUE } from "./secret-shape";

/** The word for a password in the languages that programs and people's own messages have most, as in dictionaries. */
export const PASSWORD_ELSEWHERE = [
  ...[
    "passwort",
    "kennwort",
    "mot de passe",
    "mdp",
    "contraseñas?",
    "contrasena",
    "clave (?:secreta|de acceso)",
  ],
  ...[
    "senha",
    "palavra-passe",
    "parola(?: d'ordine)?",
    "wachtwoord",
    "has[łl]o",
    "heslo",
    "lozinka",
    "geslo",
  ],
  ...["l[öo]senord", "passord", "adgangskode", "salasana", "jelszó", "parolă", "[şs]ifre", "slaptažodis"],
  ...["пароль", "парола", "лозинка", "κωδικός(?: πρόσβασης)?", "kata sandi", "mật khẩu"],
  ...["密码", "密碼", "口令", "パスワード", "비밀번호", "암호", "पासवर्ड", "รหัสผ่าน"],
  ...["كلمة المرور", "كلمة السر", "סיסמה", "סיסמא"],
];

/** Such a word, or a sign that is not ASCII's: folding of letters is quick without the others. */
const MAY_BE_ELSEWHERE = new RegExp(`[^ -~\\s]|${PASSWORD_ELSEWHERE.join("|")}`, "i");
export const onlyElsewhere = (shapes: readonly SecretShape[]): Pass => onlyWith(MAY_BE_ELSEWHERE, shapes);

/** A password behind its word in another language than English. */
export const LABELS: Pass = onlyElsewhere([
  unlessNoValue(
    new RegExp(
      `(?<![\\p{L}\\p{N}])((?:${PASSWORD_ELSEWHERE.join("|")})["']?\\s{0,3}(?:=>|:=|=|[:：])\\s{0,3})${VALUE}()`,
      "giu",
    ),
  ),
]);
