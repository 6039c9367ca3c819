### Український інтерфейс. Між числом і словом, між днем і місяцем стоїть нерозривний пробіл.

## Розділи

skip-to-text = До тексту
nav-label = Розділи
nav-home = Огляд
nav-sources = Джерела
nav-entities = Імена
nav-timeline = Хронологія
nav-about = Про метод
breadcrumbs-label = Ви тут
theme-toggle = Світла чи темна тема
feed-title = Стрічка нових джерел
generated-by = Зібрано програмою dossier. Кожне твердження веде до свого речення в джерелі.
data-link = Дані в JSON
feed-link = Стрічка Atom

## Числа

count-sources = { $count ->
    [one] { $count } джерело
    [few] { $count } джерела
   *[many] { $count } джерел
}
count-in-sources = { $count ->
    [one] в { $count } джерелі
   *[many] у { $count } джерелах
}
count-mentions = { $count ->
    [one] { $count } згадка
    [few] { $count } згадки
   *[many] { $count } згадок
}
count-entities = { $count ->
    [one] { $count } ім’я
    [few] { $count } імені
   *[many] { $count } імен
}
count-events = { $count ->
    [one] { $count } подія
    [few] { $count } події
   *[many] { $count } подій
}
count-sentences-together = { $count ->
    [one] разом у { $count } реченні
   *[many] разом у { $count } реченнях
}
count-removed = { $count ->
    [one] { $count } фрагмент
    [few] { $count } фрагменти
   *[many] { $count } фрагментів
}
count-quotes = { $count ->
    [one] { $count } цитата
    [few] { $count } цитати
   *[many] { $count } цитат
}
count-more = Ще { $count }
count-minutes = { $count } хв читання

## Роди імен

kind-person = Людина
kind-organization = Організація
kind-place = Місце
kind-persons = Люди
kind-organizations = Організації
kind-places = Місця

## Чернетки

draft-key-points = Ключові тези
draft-people = Люди
draft-organizations = Організації
draft-places = Місця

## Огляд

home-key-points = Головне
home-key-points-note = Речення взято з джерел дослівно; за кожне відповідає його джерело.
home-sources = Нові джерела
home-all-sources = Усі джерела
home-entities = Хто і що
home-all-entities = Усі імена
home-timeline = Останні події
home-all-timeline = Уся хронологія
home-expected = Чого чекають джерела
home-empty-title = Поки що немає жодного джерела
home-empty = Покладіть статті до теки seeds/ і виконайте «dossier build»: у кожної з’явиться сторінка, у досьє – хронологія та покажчик імен.

## Джерело

source-kicker = Джерело
source-no-title = Без заголовка
source-summary = Коротко
source-in-text = Кого згадано
source-related = Пов’язані джерела
source-related-shared = Спільне:
source-related-terms = Спільні слова:
source-copies = Звідки це
source-retells = Переказує:
source-where = де сказано
source-copy-share = Збігається на { $percent } % з
source-copy-share-of-other = У зворотний бік: { $percent } % того тексту стоїть і тут.
source-copy-reprint = Це одне повідомлення, а не два: збіг його не підтверджує.
source-copy-here = тут
source-copy-there = там
source-copy-more = { $count ->
    [one] Ще { $count } уривок
    [few] Ще { $count } уривки
   *[many] Ще { $count } уривків
}
source-quotes = Цитати
source-quote-unattributed = Хто говорить, у тексті однозначно не сказано
source-text = Текст
source-text-note = Текст очищено від того, що не належить до статті; усе вилучене показано нижче.
source-removed = Що вилучено
source-removed-none = Нічого не вилучено.
source-removed-rule = Правило
source-removed-line = рядок { $line }
source-provenance = Походження
source-published = Опубліковано
source-modified = Змінено
source-authors = { $count ->
    [one] Автор
   *[many] Автори
}
source-outlet = Видання
source-title = Заголовок
source-url = Адреса
source-original = Читати в оригіналі
source-file = Файл
source-sha256 = SHA-256
source-language = Мова тексту
source-page = Сторінка
source-page-edited = виправлена редактором
source-page-draft = чернетка програми
source-not-given = джерело не називає
source-no-date = без дати
source-tags = Теми
source-dates = Дати в тексті
source-newer = Наступне
source-older = Попереднє
source-neighbours = Сусідні джерела

origin-source = з тексту
origin-metadata = з метаданих файлу
origin-derived = виведено програмою
origin-edited = зазначено редактором

## Списки

sources-title = Джерела
sources-lead = Усі статті досьє, нові спочатку.
sources-empty = Джерел поки що немає. Покладіть статті до теки seeds/ і виконайте «dossier build».
entities-title = Імена
entities-lead = Люди, організації та місця, які називають джерела. Різні форми одного імені зібрано разом.
entities-empty = Імен поки що не знайдено.
entities-kind-empty = Тут поки що нікого.
entities-name = Ім’я
entities-mentions = Згад.
entities-sources = Дж.
entities-mentions-full = Згадок
entities-sources-full = Джерел
entities-foremost = Частіше за інших; усі – за літерами.
filter-page-label = Знайти на цій сторінці
filter-label = Знайти в списку
filter-none = Нічого не знайдено

## Ім’я

entity-aliases = Як пишуть
entity-mentions = Де згадано
entity-companions = Згадують поруч
entity-same-as = Те саме ім’я в інших базах
entity-editorial = Примітка редактора
redirect-title = { $name }: нова адреса
redirect-text = У цієї сторінки нова адреса:
contents-label = На цій сторінці
entity-period = публікації: { $period }
entity-dates = Дати
entity-said = Цитати
entity-about = У чужих цитатах
entity-roles = Ким називають
entity-side = Місце і сусіди
entity-where = Де це
entity-where-note = З довідника або від редактора, не з джерел.
entity-places = Там само в досьє:
entity-standing = Про владу цієї країни джерела кажуть і так:
entity-forms = Де стоїть кожна форма імені
entity-forms-and-joins = Де стоїть кожна форма імені та чому це одне ім’я
entity-doubt = Форма «{ $form }» може означати й інше ім’я:
doubt-surname-only = те саме прізвище
doubt-given-only = те саме ім’я
doubt-initials = ініціали збігаються
doubt-shorter = ім’я коротше, але підходить
doubt-initial-letters = перші літери збігаються
doubt-owner = не сказано, чий це орган
mention-stands-for = Тут ідеться про владу країни:
role-by = джерело:
passages-more = і ще { $count }
list-all = Увесь список ({ $count })
list-page = Сторінка { $page } з { $pages }
list-pages = Сторінки списку
list-previous = Раніше за абеткою
list-next = Далі за абеткою
map-label = Мапа: { $name }, { $where }
map-label-places = Мапа: місця в країні { $name }, названі джерелами
degrees-north = { $degrees }° пн. ш.
degrees-south = { $degrees }° пд. ш.
degrees-east = { $degrees }° сх. д.
degrees-west = { $degrees }° зх. д.
decimal-mark = ,

## Стан подій і цитат

event-planned = очікується
event-denied = заперечується
event-conditional = за умови
quote-reported = у переказі джерела
quote-via = Через:

## Чому форми вважаються одним іменем

entity-joins = Чому це одне ім’я
entity-joined = «{ $form }» – це «{ $with }»: { $reason }
join-spelling = те саме ім’я в іншому написанні
join-shorter = те саме ім’я коротше
join-initials = імена скорочено до ініціалів
join-transliteration = те саме ім’я іншими літерами
join-surname-only = прізвище підходить лише одній людині
join-given-only = ім’я підходить лише одній людині
join-table = одне й те саме за довідником
join-introduced = джерело саме називає одне іншим
join-initial-letters = скорочення за першими літерами
join-legal-form = названо й форму організації
join-owner = пропущено країну, якій належить орган
join-editor = так вирішив редактор
join-kind = в інших джерелах це ім’я називає саме такий об’єкт
join-other = поєднано програмою

## Хронологія

timeline-title = Хронологія
timeline-lead = Речення джерел, які говорять про подію з датою. Дати – такі, якими їх називає джерело.
timeline-empty = Датованих подій поки що немає.
timeline-no-year = Без року
timeline-years = Роки

## Про метод

about-title = Про метод
about-lead = Це досьє зібрано програмою. Тут сказано, що вона робить і чого не робить.
about-automatic-title = Що робиться само
about-automatic = Програма читає кожну статтю, відділяє її текст від решти сторінки, знаходить імена, дати й цитати, вибирає ключові речення і пов’язує джерела між собою. Редактор може виправити будь-яку сторінку; його слово важить більше, ніж знайдене програмою, і таку сторінку позначено.
about-extractive-title = Ключові тези – слова джерела
about-extractive = Тези не переказано й не вигадано: це речення самої статті. Новина каже головне одразу, нарис – пізніше; що перед нею, програма судить за початком тексту, і від цього залежить, скільки важить місце речення. Крім місця важать слова, до яких текст повертається, близькість за словами й за змістом до решти тексту й до заголовка, названі імена; репліки й слова з чужого голосу важать менше. Речення, якого не зрозуміти без сусіднього, і мова без указівки, чия вона, не беруться, поки є інші; повтори відкидаються. Ваги дібрано на статтях, до яких написано стислі виклади. Кожна теза веде до свого речення. Що сказано в джерелі, каже джерело, а не досьє.
about-removed-title = Що вилучається з тексту
about-removed = Вилучається те, що не належить до статті: рядки дат і підписи сайту, позначки реклами, анонси інших статей, запрошення подивитися відео, блоки коментарів. Вилучене не зникає: його показано внизу сторінки джерела разом із правилом, за яким вилучено.
about-names-title = Як збираються імена
about-names = Імена знаходить навчена модель; форми одного імені зводяться до називного відмінка й поєднуються, коли це та сама особа, організація чи місце. Якщо прізвище підходить двом людям, програма їх не змішує.
about-dates-title = Звідки дати
about-dates = Дата без року стосується найближчого минулого від дня публікації, якщо текст не говорить про майбутнє. Коли джерело не називає дати публікації, року в таких дат немає: його не вигадують.
about-limits-title = Чого програма не вміє
about-limits = Вона не перевіряє, чи правда те, що каже джерело, не оцінює його і може помилитися в імені, у даті та в тому, кому належать слова. Тому в усього є посилання на речення: звіряйте.

## Немає такої сторінки

not-found-title = Такої сторінки немає
not-found = Можливо, джерело перейменовано або вилучено. Почніть з огляду або з покажчика імен.

## Чому вилучено

removed-rule-unknown = правило «{ $rule }»
removed-rule-advert-label = позначка реклами
removed-rule-advert-notice = рекламне повідомлення
removed-rule-age-rating = вікова позначка
removed-rule-breadcrumbs = шлях розділами сайту
removed-rule-byline = підпис автора або сайту
removed-rule-comment-control = керування коментарями
removed-rule-comment-form = форма коментаря
removed-rule-comments = коментарі читачів
removed-rule-comments-heading = заголовок блоку коментарів
removed-rule-contacts = контакти редакції
removed-rule-cookie-notice = повідомлення про cookie
removed-rule-copyright = рядок про авторські права
removed-rule-counter = лічильник переглядів
removed-rule-date-line = рядок дати сторінки
removed-rule-donation-call = прохання підтримати видання
removed-rule-error-report = прохання повідомити про помилку
removed-rule-footer-link = посилання з підвалу сайту
removed-rule-foreign-headline = заголовок іншої статті
removed-rule-informer = погода, курси та інші довідки
removed-rule-legal-note = юридичне застереження
removed-rule-log-in = запрошення увійти на сайт
removed-rule-media-control = кнопки програвача
removed-rule-menu = меню сайту
removed-rule-no-article = на сторінці не знайдено статті
removed-rule-page-control = кнопка або керування сторінкою
removed-rule-page-footer = підвал сторінки
removed-rule-page-furniture = елемент оформлення сторінки
removed-rule-page-header = шапка сторінки
removed-rule-page-tool = інструмент сторінки
removed-rule-paywall = запрошення оформити передплату
removed-rule-photo-caption = підпис до знімка
removed-rule-photo-credit = автор або джерело знімка
removed-rule-rating = оцінка читачів
removed-rule-read-more-button = кнопка «читати далі»
removed-rule-reading-time = час читання
removed-rule-registration-notice = свідоцтво про реєстрацію видання
removed-rule-reuse-terms = умови передруку
removed-rule-section-label = назва розділу сайту
removed-rule-share-buttons = кнопки соцмереж
removed-rule-source-line = рядок про джерело
removed-rule-subscribe-call = заклик підписатися
removed-rule-tag-list = список міток
removed-rule-teaser = анонс іншої статті
removed-rule-teaser-inline = анонс іншої статті всередині тексту
removed-rule-teaser-marker = підводка до анонсів
removed-rule-tip-line = запрошення надіслати новину
removed-rule-title = заголовок (показано над текстом)
removed-rule-title-repeat = повтор заголовка
removed-rule-video-prompt = запрошення подивитися відео
removed-rule-bare-url = гола адреса сторінки
removed-rule-channel-header = рядок месенджера над дописом
removed-rule-date-label = підпис до дати
removed-rule-embed-credit = підпис вставленого допису
removed-rule-idle-heading = заголовок, під яким нічого немає
removed-rule-linked-line = рядок-посилання на іншу сторінку
removed-rule-mail-footer = підвал розсилки
removed-rule-media-notice = повідомлення програвача
removed-rule-outside-article = поза статтею на сторінці
removed-rule-page-advert = рекламний блок сторінки
removed-rule-page-byline = блок автора на сторінці
removed-rule-page-caption = підпис до знімка на сторінці
removed-rule-page-comments = блок коментарів сторінки
removed-rule-page-form = форма на сторінці
removed-rule-page-navigation = навігація сторінки
removed-rule-page-notice = повідомлення сайту
removed-rule-page-player = програвач на сторінці
removed-rule-page-related = блок інших матеріалів
removed-rule-page-share = блок соцмереж сторінки
removed-rule-page-sidebar = бічна колонка сторінки
removed-rule-page-subscribe = блок підписки сторінки
removed-rule-page-tags = мітки сторінки
removed-rule-page-vote = голосування на сторінці
removed-rule-poll = опитування читачів
removed-rule-quote-link = посилання на цитоване
removed-rule-separator = роздільник
removed-rule-site-chrome = рядок, спільний для сторінок сайту

## Дати

date-day = { $day } { $month-of } { $year } р.
date-day-no-year = { $day } { $month-of }
date-with-time = { $day }, { $time }
date-days = { $first }–{ $day } { $month-of } { $year } р.
date-days-no-year = { $first }–{ $day } { $month-of }
date-range = { $from } – { $to }
date-early-month = початок { $month-of } { $year }
date-early-month-no-year = початок { $month-of }
date-mid-month = середина { $month-of } { $year }
date-mid-month-no-year = середина { $month-of }
date-late-month = кінець { $month-of } { $year }
date-late-month-no-year = кінець { $month-of }
date-month = { $month } { $year }
date-month-no-year = { $month }
date-quarter = { $quarter } квартал { $year }
date-half-year = { $half ->
    [1] перше півріччя { $year }
   *[2] друге півріччя { $year }
}
date-season = { $season } { $years }
date-year = { $year } рік
date-decade = { $decade }-ті роки
date-century = { $century-roman } століття
season-spring = весна
season-summer = літо
season-autumn = осінь
season-winter = зима
month-1 = січень
month-2 = лютий
month-3 = березень
month-4 = квітень
month-5 = травень
month-6 = червень
month-7 = липень
month-8 = серпень
month-9 = вересень
month-10 = жовтень
month-11 = листопад
month-12 = грудень
month-of-1 = січня
month-of-2 = лютого
month-of-3 = березня
month-of-4 = квітня
month-of-5 = травня
month-of-6 = червня
month-of-7 = липня
month-of-8 = серпня
month-of-9 = вересня
month-of-10 = жовтня
month-of-11 = листопада
month-of-12 = грудня

# Що кажуть кілька джерел разом
home-agreements = У чому джерела збігаються
home-verbatim = Слово в слово: імовірно, один текст, надрукований кілька разів.
home-conflicts = Де джерела розходяться
home-agreements-left = { $count ->
    [one] Ще { $count } збіг не показано.
    [few] Ще { $count } збіги не показано.
   *[many] Ще { $count } збігів не показано.
}
home-more-conflicts = { $count ->
    [one] Ще { $count } розбіжність показано на сторінках джерел.
    [few] Ще { $count } розбіжності показано на сторінках джерел.
   *[many] Ще { $count } розбіжностей показано на сторінках джерел.
}
home-single = Що повідомляють окремі джерела
home-same-source = Там само
conflict-figure = різні числа
conflict-date = різні дати
conflict-status = одні повідомляють, інші заперечують
dispute-figure = числа розходяться
dispute-date = дати розходяться
dispute-status = є спростування
voice-passed-on = Зі слів:
voice-unnamed = хто говорить, не названо
voice-via = через
event-dated = Тут дата:
event-others = { $count ->
    [one] Ще { $count } повідомлення
    [few] Ще { $count } повідомлення
   *[many] Ще { $count } повідомлень
}
event-happened = повідомляється як те, що сталося
count-sentences-of = { $count ->
    [one] { $count } речення з { $total }
    [few] { $count } речення з { $total }
   *[many] { $count } речень з { $total }
}
source-conflicts = Де інші джерела розходяться з цим
source-conflicts-short = Розбіжності
source-voices = Хто говорить
source-own-name = Від свого імені
source-passed-on = Зі слів інших
source-which-sentences = які
source-timeline = Коли, за цим джерелом
timeline-density = Скільки подій припадає на який час
timeline-density-open = Порожня частина стовпця – очікуване, заперечуване й умовне.
timeline-density-table = Те саме таблицею
timeline-period = Час
timeline-count = Подій
timeline-count-open = З них очікуваних, заперечуваних і умовних
timeline-filter = Що показувати
timeline-filter-entity = Ім’я
timeline-filter-source = Джерело
timeline-filter-any = усі
timeline-filter-reset = Скинути
timeline-filter-shown = Показано:
timeline-filter-noscript = Дати одного імені й одного джерела зібрано на їхніх сторінках.
timeline-neighbours = Сусідні періоди
timeline-older = Раніше
timeline-newer = Пізніше

## Пошук

search-link = Пошук
search-title = Пошук
search-lead = В усіх текстах та іменах досьє. Запит нікуди не надсилається: шукає сам браузер.
search-noscript = Для пошуку потрібен JavaScript. Без нього все, що є в досьє, можна знайти в покажчику імен і в списку джерел.
search-label = Що знайти
search-completions = Слова з текстів
search-hint = Будь-яка форма слова знаходить усі інші. Потрібні всі слова; точна фраза – в лапках. Ім’я можна писати й латиницею.
search-kind = Що показати
search-from = Не раніше
search-to = Не пізніше
search-about = Лише джерела, де названо:
search-only = лише з цим іменем
search-names = Імена
search-found = Джерел: { $count }
search-more = Показати ще (залишилося { $count })
search-nothing = Нічого не знайдено.
search-nothing-hint = Перевірте, як слово написано, або залиште його початок. Переглянути все можна тут:
search-missing = Немає в текстах:
search-too-short = Забагато слів починається так: додайте літеру.
search-failed = Покажчик для пошуку не завантажився. Перевірте з’єднання й оновіть сторінку.
search-reset = Зняти фільтри

## Картини: хто з ким, де, коли

network-title = Хто з ким
network-lead = Імена, які джерела називають в одному реченні. Що товща лінія, то більше таких речень; що вони кажуть про зв’язок, видно лише з них самих.
network-desc = Імена з’єднано лініями, якщо вони стоять в одному реченні, і зібрано в групи. Під рисунком те саме таблицею.
network-to-table = Те саме таблицею
network-kinds = Що показувати
network-strength = Разом щонайменше
network-at-least = { $count ->
    [one] в { $count } реченні
   *[many] у { $count } реченнях
}
count-pairs = { $count ->
    [one] { $count } пара
    [few] { $count } пари
   *[many] { $count } пар
}
network-group = Група { $number }
network-others = Поза групами й малі групи
network-foremost = Підписано { $shown } з { $count } імен: ті, що мають найбільше зв’язків.
network-dots = { $count ->
    [one] Точка без підпису – ще { $count } ім’я: вона стоїть над тим іменем, з яким його називають разом найчастіше.
    [few] Точки без підписів – ще { $count } імені: кожна стоїть над тим іменем, з яким його називають разом найчастіше.
   *[many] Точки без підписів – ще { $count } імен: кожна стоїть над тим іменем, з яким його називають разом найчастіше.
}
network-lines = Проведено { $shown } з { $count } ліній, найміцніші.
network-size = Що більший знак, то частіше згадано ім’я.
network-groups = Групи
network-groups-note = Групи знайшла програма: у кожній імена частіше стоять в одному реченні одне з одним, ніж з рештою. Джерела таких груп не називають.
network-table = Найміцніші зв’язки
network-one = Ім’я
network-other = Разом із
network-sentences = Реч.
network-sentences-full = Речень, де стоять обоє
network-more-pairs = { $count ->
    [one] Ще { $count } пара – на сторінках імен.
    [few] Ще { $count } пари – на сторінках імен.
   *[many] Ще { $count } пар – на сторінках імен.
}
network-alone = { $count ->
    [one] { $count } ім’я ні з ким в одному реченні не стоїть.
    [few] { $count } імені ні з ким в одному реченні не стоять.
   *[many] { $count } імен ні з ким в одному реченні не стоять.
}
places-title = Місця на мапі
places-lead = Місця, які називають джерела. Що частіше місце називають, то більше коло; що там сталося, видно лише із самих джерел.
places-desc = Кола на мапі світу без кордонів; під рисунком те саме таблицею.
places-size = Площа кола – число згадок.
places-origin = Точки взято з довідника або від редактора, не з джерел.
places-shared-note = Місця, які на рисунку злилися б, стоять під одним колом; «+2» означає «і ще два», усі вони названі тут:
places-table = Найчастіше
places-country = Де
places-more = { $count ->
    [one] Ще { $count } місце – на мапі та в покажчику.
    [few] Ще { $count } місця – на мапі та в покажчику.
   *[many] Ще { $count } місць – на мапі та в покажчику.
}
places-unlocated = { $count ->
    [one] { $count } місце не має точки на мапі: це країна, область, річка або місце, якого немає в довіднику.
    [few] { $count } місця не мають точки на мапі: це країни, області, річки й місця, яких немає в довіднику.
   *[many] { $count } місць не мають точки на мапі: це країни, області, річки й місця, яких немає в довіднику.
}
places-all = Усі місця
count-places = { $count ->
    [one] { $count } місце
    [few] { $count } місця
   *[many] { $count } місць
}
coverage-title = Хто й коли публікував
coverage-all = Усі джерела
coverage-no-outlet = Видання не вказано
coverage-others = { $count ->
    [one] Ще { $count } видання
    [few] Ще { $count } видання
   *[many] Ще { $count } видань
}
coverage-peak = Найбільше: { $when } – { $count }
coverage-undated = { $count ->
    [one] { $count } джерело без дати тут не показано.
   *[many] { $count } джерел без дати тут не показано.
}
spark-label = Найбільше згадок: { $when } – { $count }
entities-when = Коли

## Посилання і цитування

cite-title = Цитувати
cite-note = Узято те, що дає джерело; чого воно не дає, того немає. У квадратних дужках – те, що вивела програма.
cite-copy = Копіювати
cite-copied = Скопійовано
cite-by-hand = Скопіюйте виділене
cite-points = Посилання на тези
cite-link = постійне посилання
cite-original = в оригіналі
cite-copy-link = Копіювати посилання
cite-copy-quote = Цитата за
sentence-tools = Посилання і цитата
sentence-place = Абзац, речення:
feed-of = Нові джерела, де названо: { $name }
feed-follow = Стрічка Atom про це ім’я
keys-title = Клавіші
keys-search = Пошук
keys-this = Цей список
keys-neighbours = Сусіднє джерело: наступне, попереднє
keys-sentences = У тексті: наступне речення, попереднє
keys-cite = Посилання і цитата: меню речення
keys-close = Закрити
keys-on = Клавіші-літери ввімкнено
source-backlinks = Хто сюди посилається
