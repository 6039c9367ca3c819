//! Nouns that name an office or an occupation, and words beside them that do not belong to it.

use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Nouns for people that say nothing of an office or occupation: kinship, company, origin, part in an
/// event, forms of address.
const NO_ROLE: &str = "\
    коллега друг подруга товарищ приятель приятельница знакомый знакомая сосед соседка земляк землячка \
    сын дочь дочка жена муж супруг супруга брат сестра отец мать мама папа дед дедушка бабушка внук внучка \
    дядя тетя племянник племянница зять тесть теща свекровь невестка невеста жених родственник родственница \
    наследник близнец сирота вдова вдовец двоюродный потомок предок родитель опекун кузен кузина \
    человек мужчина женщина парень девушка юноша мальчик девочка ребенок дитя подросток старик старуха \
    пенсионер пенсионерка гражданин гражданка житель жительница уроженец уроженка собеседник собеседница \
    герой героиня жертва потерпевший потерпевшая подозреваемый подозреваемая обвиняемый обвиняемая \
    осужденный подсудимый подсудимая фигурант задержанный задержанная погибший погибшая пострадавший убийца \
    преступник вор мошенник террорист стрелок водитель пассажир пассажирка свидетель очевидец очевидица \
    участник участница победитель победительница обладатель призер соперник соперница противник противница \
    сторонник сторонница соратник соратница оппонент конкурент союзник единомышленник последователь \
    господин госпожа мистер миссис мисс сэр леди г-н г-жа гн гжа имя тезка однофамилец гость гостья \
    беглец враг предатель кумир любимец фаворит лидерство лицо кто никто некто персона личность фигура \
    россиянин россиянка американец американка украинец украинка казахстанец казахстанка белорус белоруска \
    немец немка француз француженка англичанин англичанка британец британка итальянец итальянка испанец \
    испанка китаец китаянка японец японка кореец турок турчанка грек гречанка серб сербка хорват чех поляк \
    полька бразилец аргентинец мексиканец канадец австралиец австриец швед норвежец датчанин финн эстонец \
    латыш литовец грузин армянин азербайджанец узбек таджик киргиз туркмен казах татарин башкир чеченец \
    израильтянин еврей араб египтянин иранец индиец афганец венесуэлец кубинец голландец бельгиец швейцарец \
    португалец румын болгарин венгр словак словенец черногорец албанец молдаванин москвич москвичка \
    петербуржец петербурженка киевлянин алматинец европеец сибиряк уралец новозеландец колумбиец чилиец";

/// What is an office though the dictionary takes it for a thing, or for an adjective.
const OFFICES: &str = "\
    глава врио вице-премьер премьер спикер генсек госсекретарь управляющий командующий заведующий ведущий \
    телеведущий телеведущая радиоведущий радиоведущая ведущая исполняющий исполняющая главнокомандующий \
    военнослужащий уполномоченный ученый председательствующий управделами";

/// What governs an instrumental: «командующий войсками».
const GOVERNORS: &str = "\
    управляющий командующий заведующий заведующая управляющая руководящий";

/// Whose bearer a following name may be instead: «адвоката Иванова» may be the lawyer that he has.
const RELATIONS: &str = "\
    адвокат представитель представительница помощник помощница заместитель пресс-секретарь защитник \
    советник советница секретарь охранник тренер врач биограф агент продюсер поклонник поклонница критик \
    преемник преемница предшественник предшественница ученик ученица водитель киллер доверенный спикер";

/// Adjectives and pronouns before a role that are no part of it: they judge, date or point.
const NO_PART: &str = "\
    действующий нынешний новый новоиспеченный новоназначенный известный знаменитый популярный легендарный \
    молодой старый пожилой юный опытный единственный великий любимый скандальный опальный беглый одиозный \
    арестованный задержанный погибший покойный обвиняемый убитый уважаемый авторитетный влиятельный \
    сам самый некий этот тот такой другой иной каждый любой наш ваш мой твой свой его ее их один всякий \
    пострадавший назначенный вновь недавний очередной теперешний сегодняшний настоящий талантливый \
    замечательный выдающийся прославленный именитый титулованный видный крупный богатый бедный";

fn set(list: &'static str, cell: &'static OnceLock<BTreeSet<&'static str>>) -> &'static BTreeSet<&'static str> {
    cell.get_or_init(|| list.split_whitespace().collect())
}

/// Whether a noun, given as its lemma, names no office or occupation.
pub fn is_no_role(lemma: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    let words = set(NO_ROLE, &WORDS);
    words.contains(lemma) || lemma.rsplit('-').next().is_some_and(|last| words.contains(last))
}

/// Whether a lemma is an office that the dictionary would not know for one.
pub fn is_office(lemma: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    let words = set(OFFICES, &WORDS);
    words.contains(lemma) || lemma.rsplit('-').next().is_some_and(|last| words.contains(last))
}

/// Whether what it is of stands in the instrumental.
pub fn governs_instrumental(lemma: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    set(GOVERNORS, &WORDS).contains(lemma)
}

/// Whether the role is always someone's, so that a genitive after it may be that person.
pub fn is_relation(lemma: &str) -> bool {
    static WORDS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    set(RELATIONS, &WORDS).contains(lemma)
}

/// Whether an adjective or pronoun, in the nominative in lower case, is no part of the role after it.
pub fn is_no_part(word: &str) -> bool {
    static STEMS: OnceLock<BTreeSet<&str>> = OnceLock::new();
    // Genders differ by their last two letters only.
    fn stem(word: &str) -> &str {
        word.char_indices().rev().nth(1).filter(|&(at, _)| at > 0).map_or(word, |(at, _)| &word[..at])
    }
    let stems = STEMS.get_or_init(|| NO_PART.split_whitespace().map(stem).collect());
    let stem = stem(word);
    let aged = stem.ends_with("летн") && stem.starts_with(|c: char| c.is_ascii_digit());
    let done = stem.ends_with("вш") && stem != "бывш" || word.ends_with("ся");
    aged || done || stems.contains(stem)
}
