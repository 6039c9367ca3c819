// Writes a dossier of N articles to look at pages by: node .ci/generate.mjs FOLDER N
//
// The articles are made of invented people, firms and towns, some of them named in most articles and
// most in few, as in real news. The same number gives the same bytes.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const [folder, count] = [process.argv[2], Number(process.argv[3])];

// A small linear congruential generator: no two runs differ.
let state = 20240912;
const random = () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32;
const any = (list) => list[Math.floor(random() * list.length)];
// The first of a list far more often than the last.
const often = (list) => list[Math.floor(random() ** 3 * list.length)];

const given = ["Анна", "Мария", "Игорь", "Олег", "Рустам", "Дарья", "Павел", "Айгуль", "Тимур", "Вера", "Семён", "Нина"];
const family = ["Ветлугин", "Парфёнов", "Галеев", "Седов", "Ёлкин", "Караваев", "Журавлёв", "Щукин", "Ахметов",
  "Баранов", "Вишневский", "Гусев", "Дроздов", "Зимин", "Лукин", "Мухин", "Носов", "Орлов", "Рыбаков", "Тихонов"];
const feminine = new Set(["Анна", "Мария", "Дарья", "Айгуль", "Вера", "Нина"]);
const people = [];
for (const last of family) {
  for (const first of given) {
    const woman = feminine.has(first);
    const name = woman ? last.replace(/ий$/, "ая").replace(/([внё])$/, "$1а") : last;
    people.push({ full: `${first} ${name}`, short: name, woman });
  }
}
people.sort((a, b) => (a.full.length * 7 + a.full.charCodeAt(1)) % 31 - (b.full.length * 7 + b.full.charCodeAt(1)) % 31);
const roles = ["губернатор", "директор завода", "мэр", "министр транспорта", "депутат", "главный инженер"];
const towns = ["Казань", "Пермь", "Самара", "Уфа", "Омск", "Томск", "Тюмень", "Иркутск", "Саратов", "Воронеж", "Алматы",
  "Астана", "Ташкент", "Бишкек", "Минск", "Ереван", "Баку", "Тбилиси", "Лондон", "Пекин"];
const firms = ["Камдорстрой", "Волгаэнерго", "Сибречфлот", "Уралтрансмост", "Степьагро", "Балтпорт", "Алтайлес"];
const bodies = ["Минтранс", "Минфин", "Госдума", "ООН", "ЕС", "ОДКБ", "Росстат", "МВД"];
const outlets = ["Камский вестник", "Степная газета", "Речной курьер", "Порт и город"];
const months = ["января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября",
  "декабря"];
// What a sentence is about, each in the forms that the sentences below need. No run of five words should
// come back often: only reprints share passages in real news.
const things = [["причал", "причала"], ["мост", "моста"], ["порт", "порта"], ["тоннель", "тоннеля"], ["склад", "склада"],
  ["цех", "цеха"], ["вокзал", "вокзала"], ["музей", "музея"], ["канал", "канала"], ["завод", "завода"],
  ["парк", "парка"], ["архив", "архива"], ["стадион", "стадиона"], ["трамвай", "трамвая"], ["маршрут", "маршрута"],
  ["элеватор", "элеватора"], ["ледокол", "ледокола"], ["договор", "договора"], ["налог", "налога"], ["бюджет", "бюджета"]];
const qualities = [["новый", "нового"], ["старый", "старого"], ["речной", "речного"], ["зерновой", "зернового"],
  ["городской", "городского"], ["северный", "северного"], ["закрытый", "закрытого"], ["спорный", "спорного"],
  ["дорогой", "дорогого"], ["учебный", "учебного"], ["военный", "военного"], ["частный", "частного"]];
const did = ["обсудил", "осмотрел", "закрыл", "продал", "раскритиковал", "защитил", "открыл", "отложил", "проверил", "похвалил"];
const why = ["из-за паводка", "ради экономии", "по просьбе жителей", "вопреки прогнозам", "после проверки", "без конкурса",
  "на средства фонда", "в обход закона", "под давлением прокуратуры", "за счёт кредита", "с опозданием", "в третий раз"];
const then = ["подрядчик сменился", "цены выросли", "сроки сдвинулись", "рабочие уехали", "деньги кончились",
  "спор дошёл до суда", "проект вернули на доработку", "часть земли осталась ничьей", "движение перекрыли", "смету урезали"];
const thing = () => { const [noun, of] = any(things), [how, ofHow] = any(qualities); return { is: `${how} ${noun}`, of: `${ofHow} ${of}` }; };
const number = () => 2 + Math.floor(random() * 900);
const sentences = [
  (p, q, t, f, b) => `${f} и ${b} подписали ${any(why)} соглашение о стоимости ${thing().of} в городе ${t}.`,
  (p, q, t, f, b) => `«${number()} человек построят ${thing().is} ${any(why)}», – сказал${p.woman ? "а" : ""} ${any(roles)} ${p.full}.`,
  (p, q, t, f, b, d) => `${d} ${p.short} и ${q.full} встретились в городе ${t} и осмотрели ${thing().is}: ${any(then)}.`,
  (p, q, t, f, b) => `По данным ${b}, цена ${thing().of} выросла на ${number()} процентов, и ${any(then)}.`,
  (p, q, t, f, b) => `${q.full} заявил${q.woman ? "а" : ""}, что ${f} ${any(did)} ${thing().is} ${any(why)}.`,
  (p, q, t, f, b) => `Жители города ${t} ждут ${thing().of} уже ${number()} дней: ${any(then)}, а ${any(then)}.`,
  (p, q, t, f, b, d) => `Суд ${any(why)} рассмотрит жалобу компании «${f}» на владельцев ${thing().of} ${d}.`,
  (p, q, t, f, b) => `«Мы говорили с ${b} про ${thing().is}, но ${any(then)}», – отметил${p.woman ? "а" : ""} ${p.short}.`,
  (p, q, t, f, b) => `Так ${any(did)} ${thing().is} и ${f}, причём ${any(why)} и за ${number()} млн рублей.`,
  (p, q, t, f, b) => `В городе ${t} ${any(why)} ${any(did)} ${thing().is} один из партнёров фирмы «${f}».`,
  (p, q, t, f, b) => `Когда ${any(then)}, ${thing().is} ${any(why)} передали в собственность города ${t}.`,
  (p, q, t, f, b) => `Сам${p.woman ? "а" : ""} ${p.short} считает, что без ${thing().of} обойтись нельзя, раз ${any(then)}.`,
];

mkdirSync(join(folder, "seeds"), { recursive: true });
const lines = [];
for (let index = 0; index < count; index += 1) {
  const [p, q] = [often(people), often(people)];
  const [t, f, b] = [often(towns), often(firms), often(bodies)];
  const day = 1 + Math.floor(random() * 28);
  const month = Math.floor(random() * 12);
  const paragraphs = [];
  const size = 6 + Math.floor(random() * 14);
  for (let paragraph = 0; paragraph < size; paragraph += 1) {
    const said = [];
    for (let sentence = 0; sentence < 4; sentence += 1) {
      const date = `${1 + Math.floor(random() * 28)} ${any(months)}`;
      said.push(any(sentences)(p, q, random() < 0.5 ? t : often(towns), f, random() < 0.5 ? b : often(bodies), date));
    }
    paragraphs.push(said.join(" "));
  }
  lines.push(JSON.stringify({
    id: `article-${index + 1}`,
    title: `${f}: ${any(["причал", "мост", "порт", "дорога"])} в городе ${t}, часть ${index + 1}`,
    date: `2024-${String(month + 1).padStart(2, "0")}-${String(day).padStart(2, "0")}`,
    outlet: any(outlets),
    text: paragraphs.join("\n\n"),
  }));
}
writeFileSync(join(folder, "seeds", "articles.jsonl"), `${lines.join("\n")}\n`);
writeFileSync(join(folder, "dossier.toml"), 'title = "Порты и мосты"\nlanguage = "ru"\n' +
  `description = "Досье для проверки страниц: ${count} придуманных статей."\nbase_url = "https://press.example/ports/"\n`);
