### Қазақ тіліндегі интерфейс. Сан есімнен кейін зат есім көптелмейді, сондықтан сан формалары бірдей.
### Сан мен сөздің, күн мен айдың арасында үзілмейтін бос орын тұрады.

## Бөлімдер

skip-to-text = Мәтінге өту
nav-label = Бөлімдер
nav-home = Шолу
nav-sources = Дереккөздер
nav-entities = Атаулар
nav-timeline = Хронология
nav-about = Әдіс туралы
breadcrumbs-label = Сіз осындасыз
theme-toggle = Жарық немесе қараңғы тема
feed-title = Жаңа дереккөздер таспасы
generated-by = dossier бағдарламасымен жинақталған. Әр тұжырым дереккөздегі өз сөйлеміне апарады.
data-link = JSON деректері
feed-link = Atom таспасы

## Сандар

count-sources = { $count } дереккөз
count-in-sources = { $count } дереккөзде
count-mentions = { $count } рет аталған
count-entities = { $count } атау
count-events = { $count } оқиға
count-sentences-together = { $count } сөйлемде бірге
count-removed = { $count } үзінді
count-quotes = { $count } дәйексөз
count-more = Тағы { $count }
count-minutes = { $count } мин оқу

## Атау түрлері

kind-person = Адам
kind-organization = Ұйым
kind-place = Жер
kind-persons = Адамдар
kind-organizations = Ұйымдар
kind-places = Жерлер

## Жобалар

draft-key-points = Негізгі тезистер
draft-people = Адамдар
draft-organizations = Ұйымдар
draft-places = Жерлер

## Шолу

home-key-points = Ең бастысы
home-key-points-note = Сөйлемдер дереккөздерден сөзбе-сөз алынған; әрқайсысына өз дереккөзі жауап береді.
home-sources = Жаңа дереккөздер
home-all-sources = Барлық дереккөздер
home-entities = Кім және не
home-all-entities = Барлық атаулар
home-timeline = Соңғы оқиғалар
home-all-timeline = Толық хронология
home-expected = Дереккөздер не күтеді
home-empty-title = Әзірге бірде-бір дереккөз жоқ
home-empty = Мақалаларды seeds/ қалтасына салып, «dossier build» командасын орындаңыз: әрқайсысының беті, ал досьенің хронологиясы мен атаулар көрсеткіші пайда болады.

## Дереккөз

source-kicker = Дереккөз
source-no-title = Тақырыпсыз
source-summary = Қысқаша
source-in-text = Кімдер аталған
source-related = Байланысты дереккөздер
source-related-shared = Ортақ:
source-related-terms = Ортақ сөздер:
source-copies = Бұл қайдан
source-retells = Мынаны баяндайды:
source-where = айтылған жері
source-copy-share = { $percent } % сәйкес келеді:
source-copy-share-of-other = Керісінше: сол мәтіннің { $percent } % осында да бар.
source-copy-reprint = Бұл екі емес, бір хабар: сәйкестік оны растамайды.
source-copy-here = осында
source-copy-there = онда
source-copy-more = Тағы { $count } үзінді
source-quotes = Дәйексөздер
source-quote-unattributed = Кім айтқаны мәтінде нақты көрсетілмеген
source-text = Мәтін
source-text-note = Мәтін мақалаға қатысы жоқ нәрселерден тазартылған; алып тасталғанның бәрі төменде көрсетілген.
source-removed = Не алып тасталды
source-removed-none = Ештеңе алып тасталмады.
source-removed-rule = Ереже
source-removed-line = { $line }-жол
source-provenance = Шығу тегі
source-published = Жарияланған
source-modified = Өзгертілген
source-authors = { $count ->
    [one] Автор
   *[other] Авторлар
}
source-outlet = Басылым
source-title = Тақырып
source-url = Мекенжай
source-original = Түпнұсқасын оқу
source-file = Файл
source-sha256 = SHA-256
source-language = Мәтін тілі
source-page = Бет
source-page-edited = редактор түзеткен
source-page-draft = бағдарлама жобасы
source-not-given = дереккөз атамайды
source-no-date = күні көрсетілмеген
source-tags = Тақырыптар
source-dates = Мәтіндегі күндер
source-newer = Келесі
source-older = Алдыңғы
source-neighbours = Көршілес дереккөздер

origin-source = мәтіннен
origin-metadata = файл метадеректерінен
origin-derived = бағдарлама шығарған
origin-edited = редактор көрсеткен

## Тізімдер

sources-title = Дереккөздер
sources-lead = Досьенің барлық мақалалары, жаңалары алдымен.
sources-empty = Әзірге дереккөз жоқ. Мақалаларды seeds/ қалтасына салып, «dossier build» командасын орындаңыз.
entities-title = Атаулар
entities-lead = Дереккөздер атайтын адамдар, ұйымдар мен жерлер. Бір атаудың түрлі формалары бірге жинақталған.
entities-empty = Әзірге атаулар табылмады.
entities-kind-empty = Мұнда әзірге ешкім жоқ.
entities-name = Атау
entities-mentions = Атал.
entities-sources = Дер.
entities-mentions-full = Аталу саны
entities-sources-full = Дереккөз саны
entities-foremost = Басқалардан жиі аталатындар; бәрі – әріптер бойынша.
filter-page-label = Осы беттен табу
filter-label = Тізімнен табу
filter-none = Ештеңе табылмады

## Атау

entity-aliases = Қалай жазады
entity-mentions = Қайда аталған
entity-companions = Бірге аталады
entity-same-as = Сол атау басқа дерекқорларда
entity-editorial = Редактор ескертпесі
redirect-title = { $name }: жаңа мекенжай
redirect-text = Бұл беттің жаңа мекенжайы:
contents-label = Осы бетте
entity-period = жарияланымдар: { $period }
entity-dates = Күндер
entity-said = Дәйексөздер
entity-about = Басқалардың дәйексөздерінде
entity-roles = Қалай сипаттайды
entity-side = Орны мен көршілері
entity-where = Бұл қайда
entity-where-note = Анықтамалықтан немесе редактордан алынған, дереккөздерден емес.
entity-places = Досьеде аталған сондағы жерлер:
entity-standing = Дереккөздер бұл елдің билігі туралы былай да айтады:
entity-forms = Атаудың әр формасы қайда тұр
entity-forms-and-joins = Атаудың әр формасы қайда тұр және неге бұл бір атау
entity-doubt = «{ $form }» формасы басқа атауды да білдіруі мүмкін:
doubt-surname-only = тегі бірдей
doubt-given-only = есімі бірдей
doubt-initials = инициалдары сәйкес
doubt-shorter = атауы қысқарақ, бірақ сәйкес
doubt-initial-letters = бірінші әріптері сәйкес
doubt-owner = қай елдің органы екені айтылмаған
mention-stands-for = Мұнда сөз мына елдің билігі туралы:
role-by = дереккөз:
passages-more = тағы { $count }
list-all = Толық тізім ({ $count })
list-page = { $pages } беттің { $page }-беті
list-pages = Тізім беттері
list-previous = Әліпби бойынша алдыңғы
list-next = Әліпби бойынша келесі
map-label = Карта: { $name }, { $where }
map-label-places = Карта: { $name } елінде дереккөздер атаған жерлер
degrees-north = { $degrees }° с. е.
degrees-south = { $degrees }° о. е.
degrees-east = { $degrees }° ш. б.
degrees-west = { $degrees }° б. б.
decimal-mark = ,

## Оқиғалар мен дәйексөздердің күйі

event-planned = күтіледі
event-denied = жоққа шығарылады
event-conditional = шартты түрде
quote-reported = дереккөздің баяндауында
quote-via = Арқылы:

## Формалар неге бір атау деп саналады

entity-joins = Неге бұл бір атау
entity-joined = «{ $form }» – бұл «{ $with }»: { $reason }
join-spelling = сол атаудың басқаша жазылуы
join-shorter = сол атаудың қысқасы
join-initials = есімдері инициалдарға дейін қысқартылған
join-transliteration = сол атау басқа әріптермен
join-surname-only = тегі бір ғана адамға сәйкес
join-given-only = есімі бір ғана адамға сәйкес
join-table = анықтамалық бойынша бір нәрсе
join-introduced = дереккөздің өзі бірін екіншісі деп атайды
join-initial-letters = бірінші әріптерден қысқартылған
join-legal-form = ұйым түрі де аталған
join-owner = орган тиесілі ел айтылмаған
join-editor = редактор солай шешкен
join-kind = басқа дереккөздерде бұл атау дәл осындай нысанды білдіреді
join-other = бағдарлама біріктірген

## Хронология

timeline-title = Хронология
timeline-lead = Күні көрсетілген оқиға туралы айтатын дереккөз сөйлемдері. Күндер дереккөз атағандай берілген.
timeline-empty = Күні көрсетілген оқиғалар әзірге жоқ.
timeline-no-year = Жылы көрсетілмеген
timeline-years = Жылдар

## Әдіс туралы

about-title = Әдіс туралы
about-lead = Бұл досьені бағдарлама жинаған. Мұнда оның не істейтіні және не істемейтіні айтылған.
about-automatic-title = Не өздігінен жасалады
about-automatic = Бағдарлама әр мақаланы оқып, оның мәтінін беттің қалған бөлігінен ажыратады, атауларды, күндер мен дәйексөздерді табады, негізгі сөйлемдерді таңдап, дереккөздерді өзара байланыстырады. Редактор кез келген бетті түзете алады; оның сөзі бағдарлама тапқаннан жоғары тұрады, ал ондай бет белгіленген.
about-extractive-title = Негізгі тезистер – дереккөздің сөздері
about-extractive = Тезистер қайта баяндалмаған және ойдан шығарылмаған: бұл мақаланың өз сөйлемдері. Жаңалық ең маңыздысын бірден айтады, очерк кейінірек; мәтіннің қайсысы екенін бағдарлама басына қарап шешеді, сөйлем орнының салмағы содан шығады. Орнынан бөлек мәтін қайталап оралатын сөздер, қалған мәтінге және тақырыпқа сөзі мен мағынасы жағынан жақындығы, аталған есімдер ескеріледі; реплика мен өзгенің сөзі азырақ салмақ алады. Көршісінсіз түсініксіз сөйлем және кімдікі екені айтылмаған сөз басқалары бар кезде алынбайды; қайталаулар тасталады. Салмақтар қысқаша мазмұны жазылған мақалаларда таңдалған. Әр тезис өз сөйлеміне апарады. Дереккөзде айтылғанды досье емес, дереккөз айтады.
about-removed-title = Мәтіннен не алып тасталады
about-removed = Мақалаға қатысы жоқ нәрсе алып тасталады: күн жолдары мен сайт қолтаңбалары, жарнама белгілері, басқа мақалалардың анонстары, бейне көруге шақырулар, пікірлер. Алып тасталған жоғалмайды: ол дереккөз бетінің төменгі жағында қолданылған ережемен бірге көрсетілген.
about-names-title = Атаулар қалай жиналады
about-names = Атауларды үйретілген модель табады; бір атаудың формалары атау септігіне келтіріліп, бір адам, ұйым немесе жер болса, біріктіріледі. Егер тек екі адамға сәйкес келсе, бағдарлама оларды араластырмайды.
about-dates-title = Күндер қайдан алынады
about-dates = Жылы көрсетілмеген күн, мәтін болашақ туралы айтпаса, жарияланған күннен бұрынғы ең жақын өткен уақытқа жатады. Дереккөз жарияланған күнін атамаса, мұндай күндердің жылы болмайды: ол ойдан шығарылмайды.
about-limits-title = Бағдарлама не істей алмайды
about-limits = Ол дереккөз айтқанның рас-өтірігін тексермейді, оны бағаламайды және атауда, күнде, сөздің кімдікі екенінде қателесуі мүмкін. Сондықтан бәрінің сөйлемге сілтемесі бар: салыстырып көріңіз.

## Мұндай бет жоқ

not-found-title = Мұндай бет жоқ
not-found = Дереккөздің аты өзгертілген немесе ол алып тасталған болуы мүмкін. Шолудан немесе атаулар көрсеткішінен бастаңыз.

## Неге алып тасталды

removed-rule-unknown = «{ $rule }» ережесі
removed-rule-advert-label = жарнама белгісі
removed-rule-advert-notice = жарнамалық хабарлама
removed-rule-age-rating = жас шектеуі белгісі
removed-rule-breadcrumbs = сайт бөлімдері бойынша жол
removed-rule-byline = автордың немесе сайттың қолтаңбасы
removed-rule-comment-control = пікірлерді басқару
removed-rule-comment-form = пікір жазу формасы
removed-rule-comments = оқырман пікірлері
removed-rule-comments-heading = пікірлер блогының тақырыбы
removed-rule-contacts = редакция байланыстары
removed-rule-cookie-notice = cookie туралы хабарлама
removed-rule-copyright = авторлық құқық туралы жол
removed-rule-counter = қаралым санауышы
removed-rule-date-line = беттің күн жолы
removed-rule-donation-call = басылымды қолдау өтініші
removed-rule-error-report = қате туралы хабарлау өтініші
removed-rule-footer-link = сайттың төменгі жағындағы сілтеме
removed-rule-foreign-headline = басқа мақаланың тақырыбы
removed-rule-informer = ауа райы, бағам және басқа анықтамалар
removed-rule-legal-note = заңдық ескертпе
removed-rule-log-in = сайтқа кіру шақыруы
removed-rule-media-control = ойнатқыш түймелері
removed-rule-menu = сайт мәзірі
removed-rule-no-article = бетте мақала табылмады
removed-rule-page-control = түйме немесе бетті басқару
removed-rule-page-footer = беттің төменгі бөлігі
removed-rule-page-furniture = бетті безендіру элементі
removed-rule-page-header = беттің жоғарғы бөлігі
removed-rule-page-tool = бет құралы
removed-rule-paywall = жазылымға шақыру
removed-rule-photo-caption = сурет астындағы жазу
removed-rule-photo-credit = суреттің авторы немесе көзі
removed-rule-rating = оқырман бағасы
removed-rule-read-more-button = «әрі қарай оқу» түймесі
removed-rule-reading-time = оқу уақыты
removed-rule-registration-notice = басылымды тіркеу куәлігі
removed-rule-reuse-terms = көшіріп басу шарттары
removed-rule-section-label = сайт бөлімінің атауы
removed-rule-share-buttons = әлеуметтік желі түймелері
removed-rule-source-line = дереккөз туралы жол
removed-rule-subscribe-call = жазылуға шақыру
removed-rule-tag-list = белгілер тізімі
removed-rule-teaser = басқа мақаланың анонсы
removed-rule-teaser-inline = мәтін ішіндегі басқа мақала анонсы
removed-rule-teaser-marker = анонстар алдындағы жол
removed-rule-tip-line = жаңалық жіберуге шақыру
removed-rule-title = тақырып (мәтін үстінде көрсетілген)
removed-rule-title-repeat = тақырыптың қайталануы
removed-rule-video-prompt = бейне көруге шақыру
removed-rule-bare-url = жалаң мекенжай
removed-rule-channel-header = мессенджердің жазба үстіндегі жолы
removed-rule-date-label = күн белгісі
removed-rule-embed-credit = енгізілген жазбаның иесі
removed-rule-idle-heading = астында ештеңе жоқ тақырып
removed-rule-linked-line = басқа бетке сілтеме жол
removed-rule-mail-footer = таратылымның төменгі бөлігі
removed-rule-media-notice = ойнатқыш хабары
removed-rule-outside-article = беттегі мақаладан тыс
removed-rule-page-advert = беттің жарнама блогы
removed-rule-page-byline = беттегі автор блогы
removed-rule-page-caption = беттегі сурет жазуы
removed-rule-page-comments = беттің пікірлер блогы
removed-rule-page-form = беттегі форма
removed-rule-page-navigation = бет навигациясы
removed-rule-page-notice = сайт хабарламасы
removed-rule-page-player = беттегі ойнатқыш
removed-rule-page-related = басқа материалдар блогы
removed-rule-page-share = әлеуметтік желілер блогы
removed-rule-page-sidebar = беттің бүйір бағаны
removed-rule-page-subscribe = жазылу блогы
removed-rule-page-tags = бет тегтері
removed-rule-page-vote = беттегі дауыс беру
removed-rule-poll = оқырман сауалнамасы
removed-rule-quote-link = дәйексөзге сілтеме
removed-rule-separator = бөлгіш
removed-rule-site-chrome = сайт беттеріне ортақ жол

## Күндер

date-day = { $year } жылғы { $day } { $month }
date-day-no-year = { $day } { $month }
date-with-time = { $day }, { $time }
date-days = { $year } жылғы { $first }–{ $day } { $month }
date-days-no-year = { $first }–{ $day } { $month }
date-range = { $from } – { $to }
date-early-month = { $year } жылғы { $month-of } басы
date-early-month-no-year = { $month-of } басы
date-mid-month = { $year } жылғы { $month-of } ортасы
date-mid-month-no-year = { $month-of } ортасы
date-late-month = { $year } жылғы { $month-of } соңы
date-late-month-no-year = { $month-of } соңы
date-month = { $year } жылғы { $month }
date-month-no-year = { $month }
date-quarter = { $year } жылғы { $quarter } тоқсан
date-half-year = { $half ->
    [1] { $year } жылдың бірінші жартысы
   *[2] { $year } жылдың екінші жартысы
}
date-season = { $years } жылғы { $season }
date-year = { $year } жыл
date-decade = { $decade }-жылдар
date-century = { $century-roman } ғасыр
season-spring = көктем
season-summer = жаз
season-autumn = күз
season-winter = қыс
month-1 = қаңтар
month-2 = ақпан
month-3 = наурыз
month-4 = сәуір
month-5 = мамыр
month-6 = маусым
month-7 = шілде
month-8 = тамыз
month-9 = қыркүйек
month-10 = қазан
month-11 = қараша
month-12 = желтоқсан
month-of-1 = қаңтардың
month-of-2 = ақпанның
month-of-3 = наурыздың
month-of-4 = сәуірдің
month-of-5 = мамырдың
month-of-6 = маусымның
month-of-7 = шілденің
month-of-8 = тамыздың
month-of-9 = қыркүйектің
month-of-10 = қазанның
month-of-11 = қарашаның
month-of-12 = желтоқсанның

# Бірнеше дереккөз бірге не дейді
home-agreements = Дереккөздер немен келіседі
home-verbatim = Сөзбе-сөз: бірнеше рет басылған бір мәтін болуы мүмкін.
home-conflicts = Дереккөздер қай жерде келіспейді
home-agreements-left = { $count ->
    [one] Тағы { $count } сәйкестік көрсетілмеген.
   *[other] Тағы { $count } сәйкестік көрсетілмеген.
}
home-more-conflicts = { $count ->
    [one] Тағы { $count } қайшылық дереккөздердің беттерінде көрсетілген.
   *[other] Тағы { $count } қайшылық дереккөздердің беттерінде көрсетілген.
}
home-single = Жеке дереккөздер не хабарлайды
home-same-source = Сол дереккөзде
conflict-figure = сандар әртүрлі
conflict-date = күндер әртүрлі
conflict-status = біреулері хабарлайды, басқалары жоққа шығарады
dispute-figure = сандар қайшы
dispute-date = күндер қайшы
dispute-status = жоққа шығару бар
voice-passed-on = Айтуынша:
voice-unnamed = кім айтқаны аталмаған
voice-via = арқылы
event-dated = Мұнда күні:
event-others = Тағы { $count } хабар
event-happened = болған оқиға ретінде хабарланады
count-sentences-of = { $count ->
    [one] { $total } сөйлемнің { $count } сөйлемі
   *[other] { $total } сөйлемнің { $count } сөйлемі
}
source-conflicts = Басқа дереккөздер бұған қай жерде қайшы
source-conflicts-short = Алшақтықтар
source-voices = Кім айтады
source-own-name = Өз атынан
source-passed-on = Басқалардың айтуынша
source-which-sentences = қайсысы
source-timeline = Осы дереккөз бойынша қашан
timeline-density = Қай уақытқа қанша оқиға келеді
timeline-density-open = Бағанның бос бөлігі – күтілетін, жоққа шығарылған және шартты оқиғалар.
timeline-density-table = Сол кесте түрінде
timeline-period = Уақыт
timeline-count = Оқиғалар
timeline-count-open = Оның ішінде күтілетін, жоққа шығарылған және шартты
timeline-filter = Нені көрсету
timeline-filter-entity = Есім
timeline-filter-source = Дереккөз
timeline-filter-any = барлығы
timeline-filter-reset = Тазалау
timeline-filter-shown = Көрсетілді:
timeline-filter-noscript = Бір есімнің және бір дереккөздің күндері олардың беттерінде жиналған.
timeline-neighbours = Көршілес кезеңдер
timeline-older = Ертерек
timeline-newer = Кейінірек

## Іздеу

search-link = Іздеу
search-title = Іздеу
search-lead = Досьенің барлық мәтіндері мен атаулары бойынша. Сұрау ешқайда жіберілмейді: браузердің өзі іздейді.
search-noscript = Іздеу үшін JavaScript керек. Онсыз досьедегінің бәрін атаулар көрсеткішінен және дереккөздер тізімінен табуға болады.
search-label = Не іздейсіз
search-completions = Мәтіндердегі сөздер
search-hint = Сөздің кез келген тұлғасы басқаларын да табады. Барлық сөз қажет; дәл тіркесті тырнақшаға алыңыз. Есімді латын әрпімен де жазуға болады.
search-kind = Нені көрсету
search-from = Ең ерте күн
search-to = Ең кеш күн
search-about = Тек мына атау кездесетін дереккөздер:
search-only = тек осы атаумен
search-names = Атаулар
search-found = Дереккөздер: { $count }
search-more = Тағы көрсету (қалғаны { $count })
search-nothing = Ештеңе табылмады.
search-nothing-hint = Сөздің жазылуын тексеріңіз немесе басын ғана қалдырыңыз. Барлығын мына жерден көруге болады:
search-missing = Мәтіндерде жоқ:
search-too-short = Осылай басталатын сөз тым көп: тағы бір әріп қосыңыз.
search-failed = Іздеу көрсеткіші жүктелмеді. Байланысты тексеріп, бетті жаңартыңыз.
search-reset = Сүзгілерді алу

## Суреттер: кім кіммен, қайда, қашан

network-title = Кім кіммен бірге
network-lead = Дереккөздер бір сөйлемде атаған атаулар. Сызық неғұрлым жуан болса, ондай сөйлем соғұрлым көп; олардың байланыс туралы не айтатыны тек сөйлемдердің өзінен көрінеді.
network-desc = Бір сөйлемде тұрған атаулар сызықпен қосылып, топтарға жиналған. Суреттің астында соның бәрі кесте түрінде.
network-to-table = Сол кесте түрінде
network-kinds = Нені көрсету
network-strength = Кемінде бірге
network-at-least = { $count } сөйлемде
count-pairs = { $count } жұп
network-group = { $number }-топ
network-others = Топтан тыс және шағын топтар
network-foremost = { $count } атаудың { $shown } таңбаланған: байланысы ең көптері.
network-dots = Жазуы жоқ нүктелер – тағы { $count } атау: әрқайсысы ең жиі бірге аталатын атаудың үстінде тұр.
network-lines = { $count } сызықтың ең берік { $shown } сызығы жүргізілген.
network-size = Белгі неғұрлым үлкен болса, атау соғұрлым жиі аталған.
network-groups = Топтар
network-groups-note = Топтарды бағдарлама тапты: әр топтағы атаулар басқалармен емес, бір-бірімен бір сөйлемде жиірек тұрады. Дереккөздер мұндай топтарды атамайды.
network-table = Ең берік байланыстар
network-one = Атау
network-other = Бірге аталады
network-sentences = Сөйл.
network-sentences-full = Екеуі де аталған сөйлемдер
network-more-pairs = Тағы { $count } жұп атаулардың беттерінде.
network-alone = { $count } атау ешкіммен бір сөйлемде тұрмайды.
places-title = Картадағы жерлер
places-lead = Дереккөздер атаған жерлер. Жер неғұрлым жиі аталса, шеңбер соғұрлым үлкен; онда не болғаны тек дереккөздердің өзінен көрінеді.
places-desc = Шекарасы жоқ әлем картасындағы шеңберлер; суреттің астында соның бәрі кесте түрінде.
places-size = Шеңбердің ауданы – аталу саны.
places-origin = Нүктелер анықтамалықтан немесе редактордан алынған, дереккөздерден емес.
places-shared-note = Суретте қосылып кететін жерлер бір шеңбердің астында тұр; «+2» – «тағы екі» дегені, бәрі мына жерде аталған:
places-table = Ең жиі
places-country = Қайда
places-more = Тағы { $count } жер картада және көрсеткіште.
places-unlocated = { $count } жердің картада нүктесі жоқ: бұл – елдер, облыстар, өзендер және анықтамалықта жоқ жерлер.
places-all = Барлық жерлер
count-places = { $count } жер
coverage-title = Кім қашан жариялады
coverage-all = Барлық дереккөздер
coverage-no-outlet = Басылым көрсетілмеген
coverage-others = Тағы { $count } басылым
coverage-peak = Ең көбі: { $when } – { $count }
coverage-undated = Күні жоқ { $count } дереккөз мұнда көрсетілмеген.
spark-label = Ең көп аталған кезі: { $when } – { $count }
entities-when = Қашан

## Сілтемелер мен дәйексөздер

cite-title = Дәйексөз келтіру
cite-note = Дереккөз бергені ғана алынды; ол бермегені жоқ. Шаршы жақшада – бағдарлама шығарғаны.
cite-copy = Көшіру
cite-copied = Көшірілді
cite-by-hand = Белгіленгенді көшіріңіз
cite-points = Тезистерге сілтемелер
cite-link = тұрақты сілтеме
cite-original = түпнұсқада
cite-copy-link = Сілтемені көшіру
cite-copy-quote = Дәйексөз:
sentence-tools = Сілтеме және дәйексөз
sentence-place = Абзац, сөйлем:
feed-of = { $name } аталған жаңа дереккөздер
feed-follow = Осы атаудың Atom таспасы
keys-title = Пернелер
keys-search = Іздеу
keys-this = Осы тізім
keys-neighbours = Көрші дереккөз: келесі, алдыңғы
keys-sentences = Мәтінде: келесі сөйлем, алдыңғы
keys-cite = Сілтеме және дәйексөз: сөйлем мәзірі
keys-close = Жабу
keys-on = Әріп пернелері қосулы
source-backlinks = Мұнда сілтейтіндер
