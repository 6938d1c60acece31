/** What a secret is called in other languages; the two words of French count once both are there. */
const SECRET =
  "passwort|kennwort|datenbankpasswort|db-passwort|schlüssel|schluessel|geheimnis|passe|mdp|clé|cle|clef|contraseña|contrasena|contrasenya|clave|" +
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

/** What a template says of the secret that it is instead of: whose it is, how long, how safe, and that it is one. */
const QUALITIES =
  // Spanish, Portuguese, Italian, French
  "super|mi|mio|mia|un|una|uno|y|en|muy|secreta|secreto|secretas|segura|seguro|larga|largo|aleatoria|aleatorio|produccion|" +
  "producción|minha|meu|um|uma|e|em|muito|segredo|longa|longo|producao|produção|molto|segreta|segreto|sicura|sicuro|lunga|" +
  "lungo|casuale|ma|mon|mes|une|et|très|tres|secrète|secrete|secrets|sécurisée|securisee|longue|aléatoire|aleatoire|" +
  // German, Dutch, the languages of the north, Polish, Turkish, Russian
  "mein|meine|meiner|meines|eine|und|sehr|geheim|geheime|geheimer|geheimes|sicher|sichere|sicherer|lange|langer|langes|" +
  "zufälliges|zufaelliges|mijn|zeer|veilig|veilige|min|mitt|hemlig|hemligt|hemmelig|salainen|moj|mój|moje|moja|bardzo|tajny|" +
  "tajne|tajna|bezpieczny|bezpieczne|dlugi|długi|benim|cok|çok|gizli|guvenli|güvenli|anahtar|uzun|мой|моя|очень|секретный|" +
  "секретная|длинный|надежный";

/** Those that say that it is a secret. */
const SAY_SECRET =
  /^(?:secret[aeo]?s?|secrète|segredo|segret[ao]|geheim(?:e[rs]?)?|hemligt?|hemmelig|salainen|tajn[aey]|gizli|anahtar|секретн.*)$/;

const QUALITY = new Set(QUALITIES.split("|"));
const KNOWN = new Set([SECRET, ASKS, PLACES, AROUND, QUALITIES].flatMap((words) => words.split("|")));
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
  const words = templateWords(plain);
  return (
    words.some((word) => SECRETS.has(word) && !ASKING.has(word)) && words.some((word) => ASKING.has(word))
  );
}

/**
 * A name of a secret with nothing but its qualities, such as `clave-super-secreta`: where a program keeps a key. In the
 * place of a person's password it may be a weak one.
 */
export function isTranslatedName(text: string): boolean {
  const words = templateWords(text.trim().normalize("NFC"));
  return (
    words.some((word) => QUALITY.has(word)) &&
    words.some((word) => SECRETS.has(word) || SAY_SECRET.test(word))
  );
}

/** Two words and more, each of a template; none where one is of another's choice. */
function templateWords(text: string): readonly string[] {
  const words = text
    .toLowerCase()
    .split(/[-_ .!]+/)
    .filter(Boolean);
  const all = words.length > 1 && words.length < 12 && words.every((word) => KNOWN.has(word));
  return all ? words : [];
}
