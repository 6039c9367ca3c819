### Русский интерфейс. Между числом и словом, между днём и месяцем стоит неразрывный пробел.

## Разделы

skip-to-text = К тексту
nav-label = Разделы
nav-home = Обзор
nav-sources = Источники
nav-entities = Имена
nav-timeline = Хронология
nav-about = О методе
breadcrumbs-label = Вы здесь
theme-toggle = Светлая или тёмная тема
feed-title = Лента новых источников
generated-by = Собрано программой dossier. Каждое утверждение ведёт к своему предложению в источнике.
data-link = Данные в JSON
feed-link = Лента Atom

## Числа

count-sources = { $count ->
    [one] { $count } источник
    [few] { $count } источника
   *[many] { $count } источников
}
count-in-sources = { $count ->
    [one] в { $count } источнике
   *[many] в { $count } источниках
}
count-mentions = { $count ->
    [one] { $count } упоминание
    [few] { $count } упоминания
   *[many] { $count } упоминаний
}
count-entities = { $count ->
    [one] { $count } имя
    [few] { $count } имени
   *[many] { $count } имён
}
count-events = { $count ->
    [one] { $count } событие
    [few] { $count } события
   *[many] { $count } событий
}
count-sentences-together = { $count ->
    [one] вместе в { $count } предложении
   *[many] вместе в { $count } предложениях
}
count-removed = { $count ->
    [one] { $count } фрагмент
    [few] { $count } фрагмента
   *[many] { $count } фрагментов
}
count-quotes = { $count ->
    [one] { $count } цитата
    [few] { $count } цитаты
   *[many] { $count } цитат
}
count-more = { $count ->
    [one] Ещё { $count }
   *[many] Ещё { $count }
}
count-minutes = { $count } мин чтения

## Роды имён

kind-person = Человек
kind-organization = Организация
kind-place = Место
kind-persons = Люди
kind-organizations = Организации
kind-places = Места

## Черновики

draft-key-points = Ключевые тезисы
draft-people = Люди
draft-organizations = Организации
draft-places = Места

## Обзор

home-key-points = Главное
home-key-points-note = Предложения взяты из источников дословно; за каждое отвечает его источник.
home-agreements = В чём сходятся источники
home-verbatim = Слово в слово: вероятно, один текст, напечатанный несколько раз.
home-conflicts = Где источники расходятся
home-agreements-left = { $count ->
    [one] Ещё { $count } совпадение не показано.
    [few] Ещё { $count } совпадения не показаны.
   *[many] Ещё { $count } совпадений не показано.
}
home-more-conflicts = { $count ->
    [one] Ещё { $count } расхождение показано на страницах источников.
    [few] Ещё { $count } расхождения показаны на страницах источников.
   *[many] Ещё { $count } расхождений показаны на страницах источников.
}
home-single = Что сообщают отдельные источники
home-same-source = Там же
conflict-figure = разные числа
conflict-date = разные даты
conflict-status = одни сообщают, другие отрицают
dispute-figure = числа расходятся
dispute-date = даты расходятся
dispute-status = есть опровержение
voice-passed-on = Со слов:
voice-unnamed = говорящий не назван
voice-via = через
event-dated = Здесь дата:
event-others = { $count ->
    [one] Ещё { $count } сообщение
    [few] Ещё { $count } сообщения
   *[many] Ещё { $count } сообщений
}
event-happened = сообщается как случившееся
count-sentences-of = { $count ->
    [one] { $count } предложение из { $total }
    [few] { $count } предложения из { $total }
   *[many] { $count } предложений из { $total }
}
source-conflicts = Где другие источники расходятся с этим
source-conflicts-short = Расхождения
source-voices = Кто говорит
source-own-name = От своего имени
source-passed-on = Со слов других
source-which-sentences = какие
source-timeline = Когда, по этому источнику
home-sources = Новые источники
home-all-sources = Все источники
home-entities = Кто и что
home-all-entities = Все имена
home-timeline = Последние события
home-all-timeline = Вся хронология
home-expected = Чего ждут источники
home-empty-title = Пока нет ни одного источника
home-empty = Положите статьи в папку seeds/ и выполните «dossier build»: у каждой появится страница, у досье – хронология и указатель имён.

## Источник

source-kicker = Источник
source-no-title = Без заголовка
source-summary = Кратко
source-in-text = Кто упомянут
source-related = Связанные источники
source-related-shared = Общее:
source-related-terms = Общие слова:
source-copies = Откуда это
source-retells = Пересказывает:
source-where = где сказано
source-copy-share = Совпадает на { $percent } % с
source-copy-share-of-other = В обратную сторону: { $percent } % того текста стоит и здесь.
source-copy-reprint = Это одно сообщение, а не два: совпадение его не подтверждает.
source-copy-here = здесь
source-copy-there = там
source-copy-more = { $count ->
    [one] Ещё { $count } отрывок
    [few] Ещё { $count } отрывка
   *[many] Ещё { $count } отрывков
}
source-quotes = Цитаты
source-quote-unattributed = Кто говорит, в тексте однозначно не сказано
source-text = Текст
source-text-note = Текст очищен от того, что к статье не относится; всё удалённое показано ниже.
source-removed = Что удалено
source-removed-none = Ничего не удалено.
source-removed-rule = Правило
source-removed-line = строка { $line }
source-provenance = Происхождение
source-published = Опубликовано
source-modified = Изменено
source-authors = { $count ->
    [one] Автор
   *[many] Авторы
}
source-outlet = Издание
source-title = Заголовок
source-url = Адрес
source-original = Читать в оригинале
source-file = Файл
source-sha256 = SHA-256
source-language = Язык текста
source-page = Страница
source-page-edited = правлена редактором
source-page-draft = черновик программы
source-not-given = источник не называет
source-no-date = без даты
source-tags = Темы
source-dates = Даты в тексте
source-newer = Следующий
source-older = Предыдущий
source-neighbours = Соседние источники

origin-source = из текста
origin-metadata = из метаданных файла
origin-derived = выведено программой
origin-edited = указано редактором

## Списки

sources-title = Источники
sources-lead = Все статьи досье, новые сначала.
sources-empty = Источников пока нет. Положите статьи в папку seeds/ и выполните «dossier build».
entities-title = Имена
entities-lead = Люди, организации и места, которые называют источники. Разные формы одного имени собраны вместе.
entities-empty = Имён пока не найдено.
entities-kind-empty = Здесь пока никого.
entities-name = Имя
entities-mentions = Упом.
entities-sources = Ист.
entities-mentions-full = Упоминаний
entities-sources-full = Источников
entities-foremost = Чаще других; все – по буквам.
filter-page-label = Найти на этой странице
filter-label = Найти в списке
filter-none = Ничего не найдено

## Имя

entity-aliases = Как пишут
entity-same-as = То же имя в других базах
entity-editorial = Примечание редактора
redirect-title = { $name }: новый адрес
redirect-text = У этой страницы новый адрес:
entity-mentions = Где упоминается
entity-companions = Упоминаются рядом
contents-label = На этой странице
entity-period = публикации: { $period }
entity-dates = Даты
entity-said = Цитаты
entity-about = В чужих цитатах
entity-roles = Кем называют
entity-side = Место и соседи
entity-where = Где это
entity-where-note = Из справочника или от редактора, не из источников.
entity-places = Там же в досье:
entity-standing = О властях этой страны источники говорят и так:
entity-forms = Где стоит каждая форма имени
entity-forms-and-joins = Где стоит каждая форма имени и почему это одно имя
entity-doubt = Форма «{ $form }» может означать и другое имя:
doubt-surname-only = та же фамилия
doubt-given-only = то же имя
doubt-initials = подходят инициалы
doubt-shorter = имя короче, но подходит
doubt-initial-letters = подходят первые буквы
doubt-owner = не сказано, чей это орган
mention-stands-for = Здесь это о властях страны:
role-by = источник:
passages-more = и ещё { $count }
list-all = Весь список ({ $count })
list-page = Страница { $page } из { $pages }
list-pages = Страницы списка
list-previous = Раньше по алфавиту
list-next = Дальше по алфавиту
map-label = Карта: { $name }, { $where }
map-label-places = Карта: места в стране { $name }, названные источниками
degrees-north = { $degrees }° с. ш.
degrees-south = { $degrees }° ю. ш.
degrees-east = { $degrees }° в. д.
degrees-west = { $degrees }° з. д.
decimal-mark = ,

## Статус событий и цитат

event-planned = ожидается
event-denied = отрицается
event-conditional = при условии
quote-reported = в пересказе источника
quote-via = Через:

## Отчего формы считаются одним именем

entity-joins = Почему это одно имя
entity-joined = «{ $form }» – это «{ $with }»: { $reason }
join-spelling = то же имя в другом написании
join-shorter = то же имя короче
join-initials = имена сокращены до инициалов
join-transliteration = то же имя другими буквами
join-surname-only = фамилия подходит только одному человеку
join-given-only = имя подходит только одному человеку
join-table = одно и то же по справочнику
join-introduced = источник сам называет одно другим
join-initial-letters = сокращение по первым буквам
join-legal-form = названа и форма организации
join-owner = опущена страна, которой орган принадлежит
join-editor = так решил редактор
join-kind = в других источниках это имя называет именно такой объект
join-other = соединено программой

## Хронология

timeline-title = Хронология
timeline-lead = Предложения источников, которые говорят о событии с датой. Даты – такие, какими их называет источник.
timeline-empty = Датированных событий пока нет.
timeline-density = Сколько событий на какое время приходится
timeline-density-open = Пустая часть столбца – ожидаемое, отрицаемое и условное.
timeline-density-table = То же таблицей
timeline-period = Время
timeline-count = Событий
timeline-count-open = Из них ожидаемых, отрицаемых и условных
timeline-filter = Что показывать
timeline-filter-entity = Имя
timeline-filter-source = Источник
timeline-filter-any = все
timeline-filter-reset = Сбросить
timeline-filter-shown = Показано:
timeline-filter-noscript = Даты одного имени и одного источника собраны на их страницах.
timeline-neighbours = Соседние периоды
timeline-older = Раньше
timeline-newer = Позже
timeline-no-year = Без года
timeline-years = Годы

## О методе

about-title = О методе
about-lead = Это досье собрано программой. Здесь сказано, что она делает и чего не делает.
about-automatic-title = Что делается само
about-automatic = Программа читает каждую статью, отделяет её текст от остального на странице, находит имена, даты и цитаты, выбирает ключевые предложения и связывает источники между собой. Редактор может исправить любую страницу; его слово сильнее найденного программой, и такая страница помечена.
about-extractive-title = Ключевые тезисы – слова источника
about-extractive = Тезисы не пересказаны и не сочинены: это предложения самой статьи. Новость говорит главное сразу, очерк – позже; что перед ней, программа судит по началу текста, и от этого зависит, сколько весит место предложения. Кроме места весят слова, к которым текст возвращается, близость по словам и по смыслу к остальному тексту и к заголовку, названные имена; реплики и слова с чужого голоса весят меньше. Предложение, которого не понять без соседнего, и речь без указания, чья она, не берутся, пока есть другие; повторы отбрасываются. Веса подобраны на статьях, к которым написаны краткие изложения. Каждый тезис ведёт к своему предложению. Что сказано в источнике, говорит источник, а не досье.
about-removed-title = Что удаляется из текста
about-removed = Удаляется то, что к статье не относится: строки дат и подписи сайта, метки рекламы, анонсы других статей, приглашения посмотреть видео, блоки комментариев. Удалённое не пропадает: оно показано внизу страницы источника вместе с правилом, по которому удалено.
about-names-title = Как собираются имена
about-names = Имена находит обученная модель; формы одного имени («Токаевым», «К.-Ж. Токаев») приводятся к именительному падежу и соединяются, когда это одно и то же лицо, организация или место. Если фамилия подходит двум людям, программа их не смешивает.
about-dates-title = Откуда даты
about-dates = Дата без года относится к ближайшему прошлому от дня публикации, если текст не говорит о будущем. Когда источник не называет дату публикации, года у таких дат нет: он не придумывается.
about-limits-title = Чего программа не умеет
about-limits = Она не проверяет, правда ли то, что говорит источник, не оценивает его и может ошибиться в имени, в дате и в том, кому принадлежат слова. Поэтому у всего есть ссылка на предложение: сверяйте.

## Нет такой страницы

not-found-title = Такой страницы нет
not-found = Возможно, источник переименован или удалён. Начните с обзора или с указателя имён.

## Отчего удалено

removed-rule-unknown = правило «{ $rule }»
removed-rule-advert-label = метка рекламы
removed-rule-advert-notice = рекламное уведомление
removed-rule-age-rating = возрастная метка
removed-rule-breadcrumbs = путь по разделам сайта
removed-rule-byline = подпись автора или сайта
removed-rule-comment-control = управление комментариями
removed-rule-comment-form = форма комментария
removed-rule-comments = комментарии читателей
removed-rule-comments-heading = заголовок блока комментариев
removed-rule-contacts = контакты редакции
removed-rule-cookie-notice = уведомление о cookie
removed-rule-copyright = строка об авторских правах
removed-rule-counter = счётчик просмотров
removed-rule-date-line = строка даты страницы
removed-rule-donation-call = просьба поддержать издание
removed-rule-error-report = просьба сообщить об ошибке
removed-rule-footer-link = ссылка из подвала сайта
removed-rule-foreign-headline = заголовок другой статьи
removed-rule-informer = погода, курсы и другие справки
removed-rule-legal-note = юридическая оговорка
removed-rule-log-in = приглашение войти на сайт
removed-rule-media-control = кнопки проигрывателя
removed-rule-menu = меню сайта
removed-rule-no-article = на странице не найдено статьи
removed-rule-page-control = кнопка или управление страницей
removed-rule-page-footer = подвал страницы
removed-rule-page-furniture = элемент оформления страницы
removed-rule-page-header = шапка страницы
removed-rule-page-tool = инструмент страницы
removed-rule-paywall = приглашение оформить подписку
removed-rule-photo-caption = подпись к снимку
removed-rule-photo-credit = автор или источник снимка
removed-rule-rating = оценка читателей
removed-rule-read-more-button = кнопка «читать далее»
removed-rule-reading-time = время чтения
removed-rule-registration-notice = свидетельство о регистрации издания
removed-rule-reuse-terms = условия перепечатки
removed-rule-section-label = название раздела сайта
removed-rule-share-buttons = кнопки соцсетей
removed-rule-source-line = строка об источнике
removed-rule-subscribe-call = призыв подписаться
removed-rule-tag-list = список меток
removed-rule-teaser = анонс другой статьи
removed-rule-teaser-inline = анонс другой статьи внутри текста
removed-rule-teaser-marker = подводка к анонсам
removed-rule-tip-line = приглашение прислать новость
removed-rule-title = заголовок (показан над текстом)
removed-rule-title-repeat = повтор заголовка
removed-rule-video-prompt = приглашение посмотреть видео
removed-rule-bare-url = голый адрес страницы
removed-rule-channel-header = строка мессенджера над постом
removed-rule-date-label = подпись к дате
removed-rule-embed-credit = подпись вставленного поста
removed-rule-idle-heading = заголовок, под которым ничего нет
removed-rule-linked-line = строка-ссылка на другую страницу
removed-rule-mail-footer = подвал рассылки
removed-rule-media-notice = сообщение проигрывателя
removed-rule-outside-article = вне статьи на странице
removed-rule-page-advert = рекламный блок страницы
removed-rule-page-byline = блок автора на странице
removed-rule-page-caption = подпись к снимку на странице
removed-rule-page-comments = блок комментариев страницы
removed-rule-page-form = форма на странице
removed-rule-page-navigation = навигация страницы
removed-rule-page-notice = уведомление сайта
removed-rule-page-player = проигрыватель на странице
removed-rule-page-related = блок других материалов
removed-rule-page-share = блок соцсетей страницы
removed-rule-page-sidebar = боковая колонка страницы
removed-rule-page-subscribe = блок подписки страницы
removed-rule-page-tags = метки страницы
removed-rule-page-vote = голосование на странице
removed-rule-poll = опрос читателей
removed-rule-quote-link = ссылка на цитируемое
removed-rule-separator = разделитель
removed-rule-site-chrome = строка, общая для страниц сайта

## Даты

date-day = { $day } { $month-of } { $year } г.
date-day-no-year = { $day } { $month-of }
date-with-time = { $day }, { $time }
date-days = { $first }–{ $day } { $month-of } { $year } г.
date-days-no-year = { $first }–{ $day } { $month-of }
date-range = { $from } – { $to }
date-early-month = начало { $month-of } { $year }
date-early-month-no-year = начало { $month-of }
date-mid-month = середина { $month-of } { $year }
date-mid-month-no-year = середина { $month-of }
date-late-month = конец { $month-of } { $year }
date-late-month-no-year = конец { $month-of }
date-month = { $month } { $year }
date-month-no-year = { $month }
date-quarter = { $quarter } квартал { $year }
date-half-year = { $half ->
    [1] первое полугодие { $year }
   *[2] второе полугодие { $year }
}
date-season = { $season } { $years }
date-year = { $year } год
date-decade = { $decade }-е годы
date-century = { $century-roman } век
season-spring = весна
season-summer = лето
season-autumn = осень
season-winter = зима
month-1 = январь
month-2 = февраль
month-3 = март
month-4 = апрель
month-5 = май
month-6 = июнь
month-7 = июль
month-8 = август
month-9 = сентябрь
month-10 = октябрь
month-11 = ноябрь
month-12 = декабрь
month-of-1 = января
month-of-2 = февраля
month-of-3 = марта
month-of-4 = апреля
month-of-5 = мая
month-of-6 = июня
month-of-7 = июля
month-of-8 = августа
month-of-9 = сентября
month-of-10 = октября
month-of-11 = ноября
month-of-12 = декабря

## Поиск

search-link = Поиск
search-title = Поиск
search-lead = По всем текстам и именам досье. Запрос никуда не отправляется: ищет сам браузер.
search-noscript = Для поиска нужен JavaScript. Без него всё, что есть в досье, можно найти в указателе имён и в списке источников.
search-label = Что найти
search-completions = Слова из текстов
search-hint = Любая форма слова находит все остальные. Нужны все слова; точная фраза – в кавычках. Имя можно писать и латиницей.
search-kind = Что показать
search-from = Не раньше
search-to = Не позже
search-about = Только источники, где назван(о):
search-only = только с этим именем
search-names = Имена
search-found = Источников: { $count }
search-more = Показать ещё (осталось { $count })
search-nothing = Ничего не найдено.
search-nothing-hint = Проверьте, как слово написано, или оставьте от него начало. Просмотреть всё можно здесь:
search-missing = Нет в текстах:
search-too-short = Слишком много слов начинается так: добавьте букву.
search-failed = Указатель для поиска не загрузился. Проверьте соединение и обновите страницу.
search-reset = Снять фильтры

## Картины: кто с кем, где, когда

network-title = Кто с кем
network-lead = Имена, которые источники называют в одном предложении. Чем толще линия, тем больше таких предложений; что они говорят о связи, видно только из них самих.
network-desc = Имена связаны линиями, если стоят в одном предложении, и собраны в группы. Под рисунком то же таблицей.
network-to-table = То же таблицей
network-kinds = Что показывать
network-strength = Вместе не меньше чем
network-at-least = { $count ->
    [one] в { $count } предложении
   *[many] в { $count } предложениях
}
count-pairs = { $count ->
    [one] { $count } пара
    [few] { $count } пары
   *[many] { $count } пар
}
network-group = Группа { $number }
network-others = Вне групп и малые группы
network-foremost = Подписаны { $shown } из { $count } имён: те, у которых больше всего связей.
network-dots = { $count ->
    [one] Точка без подписи – ещё { $count } имя: она стоит над тем именем, с которым его называют вместе чаще всего.
    [few] Точки без подписей – ещё { $count } имени: каждая стоит над тем именем, с которым его называют вместе чаще всего.
   *[many] Точки без подписей – ещё { $count } имён: каждая стоит над тем именем, с которым его называют вместе чаще всего.
}
network-lines = Проведены { $shown } из { $count } линий, самые прочные.
network-size = Чем больше знак, тем чаще имя упомянуто.
network-groups = Группы
network-groups-note = Группы нашла программа: в каждой имена чаще стоят в одном предложении друг с другом, чем с остальными. Источники таких групп не называют.
network-table = Самые прочные связи
network-one = Имя
network-other = Вместе с
network-sentences = Предл.
network-sentences-full = Предложений, где стоят оба
network-more-pairs = { $count ->
    [one] Ещё { $count } пара – на страницах имён.
    [few] Ещё { $count } пары – на страницах имён.
   *[many] Ещё { $count } пар – на страницах имён.
}
network-alone = { $count ->
    [one] { $count } имя ни с кем в одном предложении не стоит.
    [few] { $count } имени ни с кем в одном предложении не стоят.
   *[many] { $count } имён ни с кем в одном предложении не стоят.
}
places-title = Места на карте
places-lead = Места, которые называют источники. Чем чаще место называют, тем больше круг; что там произошло, видно только из самих источников.
places-desc = Круги на карте мира без границ; под рисунком то же таблицей.
places-size = Площадь круга – число упоминаний.
places-origin = Точки взяты из справочника или от редактора, не из источников.
places-shared-note = Места, которые на рисунке слились бы, стоят под одним кругом; «+2» значит «и ещё два», все они названы здесь:
places-table = Чаще всего
places-country = Где
places-more = { $count ->
    [one] Ещё { $count } место – на карте и в указателе.
    [few] Ещё { $count } места – на карте и в указателе.
   *[many] Ещё { $count } мест – на карте и в указателе.
}
places-unlocated = { $count ->
    [one] У { $count } места нет точки на карте: это страна, область, река или место, которого нет в справочнике.
   *[many] У { $count } мест нет точки на карте: это страны, области, реки и места, которых нет в справочнике.
}
places-all = Все места
count-places = { $count ->
    [one] { $count } место
    [few] { $count } места
   *[many] { $count } мест
}
coverage-title = Кто и когда публиковал
coverage-all = Все источники
coverage-no-outlet = Издание не указано
coverage-others = { $count ->
    [one] Ещё { $count } издание
    [few] Ещё { $count } издания
   *[many] Ещё { $count } изданий
}
coverage-peak = Больше всего: { $when } – { $count }
coverage-undated = { $count ->
    [one] { $count } источник без даты здесь не показан.
    [few] { $count } источника без даты здесь не показаны.
   *[many] { $count } источников без даты здесь не показаны.
}
spark-label = Больше всего упоминаний: { $when } – { $count }
entities-when = Когда

## Ссылки и цитирование

cite-title = Цитировать
cite-note = Взято то, что даёт источник; чего он не даёт, того нет. В квадратных скобках – то, что вывела программа.
cite-copy = Скопировать
cite-copied = Скопировано
cite-by-hand = Скопируйте выделенное
cite-points = Ссылки на тезисы
cite-link = постоянная ссылка
cite-original = в оригинале
cite-copy-link = Скопировать ссылку
cite-copy-quote = Цитата по
sentence-tools = Ссылка и цитата
sentence-place = Абзац, предложение:
feed-of = Новые источники, где назван: { $name }
feed-follow = Лента Atom об этом имени
keys-title = Клавиши
keys-search = Поиск
keys-this = Этот список
keys-neighbours = Соседний источник: следующий, предыдущий
keys-sentences = В тексте: следующее предложение, предыдущее
keys-cite = Ссылка и цитата: меню предложения
keys-close = Закрыть
keys-on = Клавиши-буквы включены
source-backlinks = Кто сюда ссылается
