/** What a secret is called in other languages; the two words of French count once both are there. */
const SECRET =
  "passwort|kennwort|datenbankpasswort|db-passwort|schlüssel|schluessel|geheimnis|passe|mdp|clé|clef|contraseña|contrasena|contrasenya|clave|" +
  "chiave|senha|chave|wachtwoord|sleutel|hasło|haslo|klucz|parol|parola|parolă|heslo|lösenord|losenord|adgangskode|passord|" +
  "salasana|jelszó|jelszo|şifre|sifre|sandi|khẩu|khau|пароль|пароля|ключ|токен|секрет|password|passwd|token|secret";

/** What asks to fill something in. */
const ASKS =
  // German, Dutch and the languages of the north
  "eintragen|eingeben|einsetzen|einfügen|einfuegen|ersetzen|ersetze|ändern|aendern|bitte|invullen|vervang|vervangen|invoeren|" +
  "wijzig|wijzigen|ange|fyll|ersätt|ersatt|indtast|erstat|erstatt|bytt|syötä|syota|korvaa|vaihda|" +
  // French, Spanish, Portuguese, Italian, Romanian
  "remplacer|remplacez|remplace|saisir|saisissez|entrez|entrer|mettre|mettez|indiquez|insérez|inserez|changez|changer|" +
  "introduzca|introducir|ingresa|ingrese|ingresar|escribe|escriba|reemplaza|reemplace|reemplazar|sustituye|sustituya|" +
  "sustituir|cambia|cambie|cambiar|coloca|coloque|substitua|substituir|troque|trocar|insira|inserir|digite|preencha|altere|" +
  "inserisci|inserire|sostituisci|sostituire|cambiare|metti|scrivi|introduceți|introduceti|înlocuiți|inlocuiti|" +
  // Polish, Czech, Hungarian, Turkish, Indonesian, Vietnamese
  "wpisz|wstaw|podaj|zmień|zmien|zastąp|zastap|uzupełnij|uzupelnij|zadejte|vložte|vlozte|nahraďte|nahradte|změňte|zmente|" +
  "írja|irja|cserélje|cserelje|girin|giriniz|yazın|yazin|değiştirin|degistirin|masukkan|ganti|nhập|nhap|thay|" +
  // Russian, Ukrainian
  "введите|вставьте|укажите|замените|впишите|введіть|вставте|вкажіть|замініть";

/** Whose it is, and where it belongs: what only a template says. A word that is English too is none of these. */
const PLACES =
  "dein|deine|deinem|deinen|ihr|ihre|ihrem|ihren|hier|votre|vos|ici|aquí|aqui|seu|sua|tua|tuo|qui|jouw|hierin|" +
  "twoje|tutaj|vaše|ditt|din|här|tähän|sizin|buraya|burada|disini|đây|" +
  "ваш|ваша|свой|твой|здесь|сюда|тут|ваш|сюди";

/** Words around these, which decide nothing. */
const AROUND =
  "das|den|dem|der|die|durch|mit|ein|echtes|echte|echten|richtiges|neues|sicheres|datenbank|le|la|les|l|de|du|des|par|mot|vrai|" +
  "réel|reel|base|données|donnees|el|los|por|con|del|real|nueva|nuevo|segura|datos|o|a|os|pelo|pela|com|do|da|no|na|verdadeira|" +
  "nova|banco|dados|il|lo|di|con|vera|reale|het|een|in|door|echte|juiste|swoje|na|prawdziwe|zu|kata|mat|mật|на|свой|базы|данных|" +
  "tu|su|ton|uw|isi|pon|vul|zde|sem|db|database|postgres|postgresql|supabase|admin|app|api";

const KNOWN = new Set([SECRET, ASKS, PLACES, AROUND].flatMap((words) => words.split("|")));
const SECRETS = new Set(SECRET.split("|"));
const ASKING = new Set([ASKS, PLACES].flatMap((words) => words.split("|")));

/** In scripts without blanks no password consists of a template's words alone, be they all nouns. */
const WITHOUT_BLANKS: readonly (readonly [secret: RegExp, whole: RegExp])[] = [
  [
    /密码|密碼|密钥|密鑰|口令|令牌/,
    /^(?:请|請|在|此处|此處|这里|這裡|输入|輸入|填写|填寫|填入|替换|替換|修改|更改|成|为|為|你|您|的|数据库|資料庫|数据|用户|管理员|真实|实际|新|密码|密碼|密钥|密鑰|口令|令牌|[-_ ])+$/,
  ],
  [
    /パスワード|秘密鍵|トークン/,
    /^(?:ここ|に|の|を|データベース|あなた|実際|本番|入力|記入|設定|変更|置き換え|して|する|ください|パスワード|秘密鍵|トークン|DB|[-_ ])+$/i,
  ],
  [
    /비밀번호|암호|토큰/,
    /^(?:여기에|여기|를|을|의|당신|데이터베이스|실제|입력|변경|교체|하세요|해주세요|비밀번호|암호|토큰|DB|[-_ ])+$/i,
  ],
];

/**
 * A request to fill in a secret, or the name of one with whose it is, in the languages that templates are translated
 * into: all of its words are a template's, and one of them asks. A name of a secret alone may be a weak password.
 */
export function isTranslatedRequest(text: string): boolean {
  const plain = text.trim().normalize("NFC");
  if (WITHOUT_BLANKS.some(([secret, whole]) => secret.test(plain) && whole.test(plain))) return true;
  const words = plain
    .toLowerCase()
    .split(/[-_ .!]+/)
    .filter(Boolean);
  return (
    words.length > 1 &&
    words.length < 12 &&
    words.every((word) => KNOWN.has(word)) &&
    words.some((word) => SECRETS.has(word) && !ASKING.has(word)) &&
    words.some((word) => ASKING.has(word))
  );
}
