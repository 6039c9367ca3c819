//! The words of amounts: numbers, scales, currencies, units. Russian, Ukrainian, Kazakh and English
//! together, since none of them says anything different in another.

use std::collections::HashMap;
use std::sync::LazyLock;

/// What a word contributes to an amount.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Quantity {
    /// «двенадцать»: a number below a thousand that adds to what stands before it.
    Number(f64),
    /// «полтора»: a number that stands alone before a scale or a noun.
    Odd(f64),
    /// «млн»: multiplies the number before it. The flag tells whether the word by itself is one such
    /// («миллион рублей»), which a plural («миллионы») is not.
    Scale(f64, bool),
    /// A currency's ISO 4217 code.
    Currency(&'static str),
    /// «процентов».
    Percent,
    /// A unit's symbol.
    Unit(&'static str),
}

/// Looks a word up; it is in lower case with ё written as е.
pub fn quantity(word: &str) -> Option<Quantity> {
    WORDS.get(word).copied().or_else(|| {
        let stem = CURRENCY_STEMS.iter().find(|(stem, _)| word.starts_with(stem) && word.len() <= stem.len() + 8)?;
        Some(Quantity::Currency(stem.1))
    })
}

/// The currency that a sign stands for.
pub fn currency_sign(sign: char) -> Option<&'static str> {
    Some(match sign {
        '$' => "USD",
        '€' => "EUR",
        '£' => "GBP",
        '¥' => "JPY",
        '₽' => "RUB",
        '₸' => "KZT",
        '₴' => "UAH",
        '₺' => "TRY",
        '₹' => "INR",
        '₩' => "KRW",
        '₾' => "GEL",
        '₼' => "AZN",
        '₪' => "ILS",
        _ => return None,
    })
}

/// A currency told from its neighbours by an adjective: «белорусских рублей», «Canadian dollars».
pub fn qualified_currency(adjective: &str, currency: &str) -> Option<&'static str> {
    let found = QUALIFIED.iter().find(|(stem, base, _)| adjective.starts_with(stem) && *base == currency);
    found.map(|(_, _, code)| *code)
}

/// Whether an adjective belongs to a currency's name without changing which one it is.
pub fn belongs_to_currency(adjective: &str) -> bool {
    const STEMS: [&str; 7] = ["американск", "российск", "казахстанск", "украинск", "британск", "китайск", "японск"];
    STEMS.iter().any(|stem| adjective.starts_with(stem)) || matches!(adjective, "us" | "american" | "british")
}

const QUALIFIED: &[(&str, &str, &str)] = &[
    ("белорус", "RUB", "BYN"),
    ("білорус", "RUB", "BYN"),
    ("канадск", "USD", "CAD"),
    ("австралийск", "USD", "AUD"),
    ("гонконгск", "USD", "HKD"),
    ("сингапурск", "USD", "SGD"),
    ("новозеландск", "USD", "NZD"),
    ("canadian", "USD", "CAD"),
    ("australian", "USD", "AUD"),
    ("чешск", "SEK", "CZK"),
    ("норвежск", "SEK", "NOK"),
    ("датск", "SEK", "DKK"),
    ("египетск", "GBP", "EGP"),
    ("сирийск", "GBP", "SYP"),
    ("туркменск", "AZN", "TMT"),
    ("пакистанск", "INR", "PKR"),
];

/// Beginnings that no other common word shares.
const CURRENCY_STEMS: &[(&str, &str)] = &[
    ("рубл", "RUB"),
    ("доллар", "USD"),
    ("долар", "USD"),
    ("гривен", "UAH"),
    ("гривн", "UAH"),
    ("юан", "CNY"),
    ("франк", "CHF"),
    ("манат", "AZN"),
    ("рупи", "INR"),
    ("злот", "PLN"),
    ("шекел", "ILS"),
    ("дирхам", "AED"),
    ("форинт", "HUF"),
    ("тугрик", "MNT"),
    ("теңге", "KZT"),
];

const TABLE: &[(Quantity, &str)] = &[
    (Quantity::Number(1.0), "один одна одно одного одной одну одному одним одном one"),
    (Quantity::Number(2.0), "два две двух двум двумя двое двоих двоим дві двох two екі"),
    (Quantity::Number(3.0), "три трех трем тремя трое троих троим трьох three үш"),
    (Quantity::Number(4.0), "четыре четырех четырем четырьмя четверо четверых чотири чотирьох four төрт"),
    (Quantity::Number(5.0), "пять пяти пятью пятеро пятерых п'ять п'яти five бес"),
    (Quantity::Number(6.0), "шесть шести шестью шестеро шестерых шість шести six"),
    (Quantity::Number(7.0), "семь семи семью семеро семерых сім семи seven жеті"),
    (Quantity::Number(8.0), "восемь восьми восемью восьмеро вісім восьми eight сегіз"),
    (Quantity::Number(9.0), "девять девяти девятью дев'ять дев'яти nine тоғыз"),
    (Quantity::Number(10.0), "десять десяти десятью десять ten"),
    (Quantity::Number(11.0), "одиннадцать одиннадцати одинадцять eleven"),
    (Quantity::Number(12.0), "двенадцать двенадцати дванадцять twelve"),
    (Quantity::Number(13.0), "тринадцать тринадцати тринадцять thirteen"),
    (Quantity::Number(14.0), "четырнадцать четырнадцати чотирнадцять fourteen"),
    (Quantity::Number(15.0), "пятнадцать пятнадцати п'ятнадцять fifteen"),
    (Quantity::Number(16.0), "шестнадцать шестнадцати шістнадцять sixteen"),
    (Quantity::Number(17.0), "семнадцать семнадцати сімнадцять seventeen"),
    (Quantity::Number(18.0), "восемнадцать восемнадцати вісімнадцять eighteen"),
    (Quantity::Number(19.0), "девятнадцать девятнадцати дев'ятнадцять nineteen"),
    (Quantity::Number(20.0), "двадцать двадцати двадцатью двадцять twenty жиырма"),
    (Quantity::Number(30.0), "тридцать тридцати тридцатью тридцять thirty отыз"),
    (Quantity::Number(40.0), "сорок сорока forty қырық"),
    (Quantity::Number(50.0), "пятьдесят пятидесяти п'ятдесят fifty елу"),
    (Quantity::Number(60.0), "шестьдесят шестидесяти шістдесят sixty алпыс"),
    (Quantity::Number(70.0), "семьдесят семидесяти сімдесят seventy жетпіс"),
    (Quantity::Number(80.0), "восемьдесят восьмидесяти вісімдесят eighty сексен"),
    (Quantity::Number(90.0), "девяносто девяноста дев'яносто ninety"),
    (Quantity::Number(100.0), "сто ста жүз"),
    (Quantity::Number(200.0), "двести двухсот двумстам двісті"),
    (Quantity::Number(300.0), "триста трехсот тремстам"),
    (Quantity::Number(400.0), "четыреста четырехсот чотириста"),
    (Quantity::Number(500.0), "пятьсот пятисот п'ятсот"),
    (Quantity::Number(600.0), "шестьсот шестисот шістсот"),
    (Quantity::Number(700.0), "семьсот семисот сімсот"),
    (Quantity::Number(800.0), "восемьсот восьмисот вісімсот"),
    (Quantity::Number(900.0), "девятьсот девятисот дев'ятсот"),
    (Quantity::Odd(1.5), "полтора полторы полутора півтора півтори"),
    (Quantity::Odd(500_000.0), "полмиллиона полумиллиона півмільйона"),
    (Quantity::Odd(500_000_000.0), "полмиллиарда півмільярда"),
    (Quantity::Odd(500.0), "полтысячи"),
    (Quantity::Odd(150.0), "полтораста"),
    (Quantity::Scale(1e3, true), "тысяча тысячу тысяче тысячей тыс тысячу тысяча тис тисяча тисячу thousand мың"),
    (Quantity::Scale(1e3, false), "тысячи тысяч тысячам тысячами тысячах тисячі тисяч"),
    (Quantity::Scale(1e6, true), "миллион миллиону миллионом миллионе млн мільйон million mln миллион mn"),
    (
        Quantity::Scale(1e6, false),
        "миллиона миллионы миллионов миллионам миллионами миллионах мільйона мільйони мільйонів m",
    ),
    (Quantity::Scale(1e9, true), "миллиард миллиарду миллиардом миллиарде млрд мільярд billion bln bn"),
    (
        Quantity::Scale(1e9, false),
        "миллиарда миллиарды миллиардов миллиардам миллиардами миллиардах мільярда мільярди мільярдів",
    ),
    (Quantity::Scale(1e12, true), "триллион триллиону триллионом трлн трильйон trillion tn"),
    (Quantity::Scale(1e12, false), "триллиона триллионы триллионов триллионам триллионами трильйона трильйонів"),
    (Quantity::Scale(1e2, true), "hundred"),
    (
        Quantity::Percent,
        "процент процента проценты процентов процентам процентами процентах проц відсоток відсотка відсотки відсотків \
         percent пайыз пайызға пайызы пайыздан",
    ),
    (Quantity::Currency("RUB"), "руб ruble rubles rouble roubles"),
    (Quantity::Currency("USD"), "долл usd dollar dollars"),
    (Quantity::Currency("EUR"), "евро євро eur euro euros"),
    (Quantity::Currency("KZT"), "тенге kzt tenge тг"),
    (Quantity::Currency("UAH"), "грн hryvnia hryvnias uah"),
    (Quantity::Currency("CNY"), "yuan cny"),
    (Quantity::Currency("JPY"), "иен иены иена йен йены yen"),
    (Quantity::Currency("GBP"), "фунтов фунта фунт фунты фунтам фунтами pound pounds gbp"),
    (Quantity::Currency("TRY"), "лир лиры лира лирам"),
    (Quantity::Currency("KGS"), "сомов сом сома"),
    (Quantity::Currency("UZS"), "сумов"),
    (Quantity::Currency("AMD"), "драмов драмам"),
    (Quantity::Currency("GEL"), "лари ларі"),
    (Quantity::Currency("KRW"), "вон"),
    (Quantity::Currency("SEK"), "крон кроны крона кронам"),
    (Quantity::Currency("TJS"), "сомони"),
    (Quantity::Currency("MDL"), "леев лея"),
    (Quantity::Currency("IRR"), "риалов риала"),
    (Quantity::Currency("BRL"), "реалов реала"),
    (
        Quantity::Unit("км"),
        "км километр километра километры километров километрам километрах километре kilometers kilometres km кілометрів",
    ),
    (Quantity::Unit("м"), "м метр метра метры метров метрам метрах метре meters metres метрів"),
    (Quantity::Unit("см"), "см сантиметр сантиметра сантиметров"),
    (Quantity::Unit("мм"), "мм миллиметр миллиметра миллиметров"),
    (Quantity::Unit("кг"), "кг килограмм килограмма килограммов килограмма kilograms kg кілограмів"),
    (Quantity::Unit("г"), "грамм грамма граммов"),
    (Quantity::Unit("т"), "т тонна тонны тонн тонну тоннам тоннами тоннах tons tonnes тонна тонни"),
    (Quantity::Unit("га"), "га гектар гектара гектары гектаров гектарах hectares гектарів"),
    (Quantity::Unit("л"), "л литр литра литры литров liters litres літрів"),
    (Quantity::Unit("баррель"), "баррель барреля баррели баррелей barrels barrel барелів"),
    (Quantity::Unit("кВт"), "квт киловатт"),
    (Quantity::Unit("МВт"), "мвт мегаватт megawatts mw"),
    (Quantity::Unit("ГВт"), "гвт гигаватт gigawatts gw"),
    (Quantity::Unit("°"), "градус градуса градусы градусов градусам degrees градусів"),
    (Quantity::Unit("м³"), "кубометр кубометра кубометры кубометров"),
    (Quantity::Unit("Гбит"), "гбит гигабит"),
    (Quantity::Unit("ГБ"), "гб гигабайт гигабайта"),
];

static WORDS: LazyLock<HashMap<&'static str, Quantity>> = LazyLock::new(|| {
    let words = TABLE.iter().flat_map(|(quantity, words)| words.split_whitespace().map(|word| (word, *quantity)));
    let mut map = HashMap::new();
    for (word, quantity) in words {
        map.entry(word).or_insert(quantity);
    }
    map
});
