//! Captions and credits of pictures, and players of sound and video.

use super::{Opens, Rule};

pub(super) const RULES: &[Rule] = &[
    Rule {
        name: "byline",
        opens: Opens::Nothing,
        max_words: 24,
        sentences: true,
        patterns: &[
            r"(?:staff writers? |reporters? |the associated press )?.{0,80}\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article)$",
            r"(?:with )?additional reporting by .{2,100}$",
            r"(?:в подготовке (?:материала|текста|статьи|публикации) (?:участвовал\S*|помогал\S*|принимал\S* участие)|над (?:материалом|текстом) работал\S*) .{2,100}$",
        ],
    },
    Rule {
        name: "photo-credit",
        opens: Opens::Nothing,
        max_words: 28,
        sentences: true,
        patterns: &[
            r"(?:источник |автор |главное |обложка |превью |на )?(?:фото|фотография|фотографии|фотограф|photo|photos|photographer|image|images|picture|изображение|картинка|иллюстрация|иллюстрации|скриншот|снимок|кадр|коллаж|инфографика|графика|видео|фотосурет|сурет|суреттер|світлина|ілюстрація|зображення|graphic|illustration|getty|credit|image credit|photo credit|фото и видео|фото и текст)\s?(?:\([^)]*\)|\d+ ?[/из]+ ?\d+)?\s?[:/©]",
            r"(?:скриншот|стоп-кадр|кадр|скрин)(?: из| с)? (?:видео|записи|трансляции|эфира)\s?[:/©]",
            r"©.{0,120}$",
            r".+\((?:staff|file|handout|courtesy|contributed|submitted)? ?(?:photo|image|picture|illustration)s?(?: by|/|:| courtesy).{2,60}\)$",
            r"\(?(?:ap|afp|epa|reuters|getty images|shutterstock|unsplash|pixabay|depositphotos|flickr|legion-media|global look press)(?: photo)?(?: ?[/|,–-] ?.{1,80})?\)?$",
            r".{0,50}/ ?(?:риа новости|тасс|tass|reuters|afp|ap|getty(?: images)?|коммерсант\S*|рбк|интерфакс|global look press|keystone press agency|legion-media|zuma|ukrinform|укринформ|укрінформ|известия|ведомости|sputnik|shutterstock|pixabay|unsplash|depositphotos|istock\S*|epa.*|nur-?photo|anadolu.*)$",
        ],
    },
    Rule {
        name: "photo-caption",
        opens: Opens::Caption,
        max_words: 5,
        sentences: true,
        patterns: &[
            r"(?:подпись к (?:фото|изображению|видео)|подпись|фотоподпись|(?:image |photo |media )?caption|підпис до (?:фото|зображення)|(?:использован\S* |использованы )(?:фото|фотографии|материалы|изображения|иллюстрации)|фотографии использованы|фотографии|фото использованы)$",
        ],
    },
    Rule {
        name: "photo-caption",
        opens: Opens::Nothing,
        max_words: 45,
        sentences: true,
        patterns: &[
            r".{8,160}[.!?…»] ?\([\p{L}.’'-]+(?: [\p{L}.’'-]+){1,2} ?/ ?[^()]{3,40}\)$",
            r".+[.!?\s(–/|](?:фото|photo|сурет|світлина|image|снимок|скриншот)(?: автора)?:? ?[:/©].{2,80}$",
            r".+ © ?.{2,80}$",
            // «Причал, 2019 год. Фото Сергея Бобрикова»
            r".+[.!?…)»] (?:фото|снимок|сурет|світлина|photo by|photograph by) [\p{L}-]+ [\p{L}-]+$",
            r".{2,90}[:–] ?(?:freepik|unsplash|pixabay|shutterstock|depositphotos|istock|getty images|flickr|wikimedia(?: commons)?|нейросеть\S*|кандинский|шедеврум|midjourney)(?:\.com)?$",
            r"(?:фото|инфографика|графика|иллюстрация|коллаж|видео|photo|сурет|фотографии)\b.{0,60} / .{2,60}$",
            r"(?:источник|джерело|source) (?:изображения|фото|снимка|зображення|image)\b.{0,90}$",
            r"(?:image|photo) (?:source|credit|caption|copyright)\b.{0,90}$",
            r"(?:на фото|на снимке|на иллюстрации|на архивном фото|pictured|caption|подпись к фото|подпись)\s?:",
        ],
    },
    Rule {
        name: "photo-caption",
        opens: Opens::Nothing,
        max_words: 40,
        sentences: false,
        patterns: &[
            r"(?:фото|фотографии|видео|снимок|изображение|иллюстрация|скриншот|кадр|сурет|світлина) (?:автора|редакции|с сайта|из (?:архива|открытых источников|соцсетей|личного архива|telegram|интернета|видео|семейного)|предоставлен\S*|пресс-служб\S+|носит|архив\S*|из открытых|з архіву|з відкритих|сгенерирован\S*|создан\S* (?:с помощью|нейросетью)|на обложке)\b.{0,90}$",
            r"(?:photos?|images?|pictures?|illustrations?|video|photographs?|photography|artwork|graphics?) (?:by|via|courtesy|credit|provided|supplied|from)\b.{0,90}$",
            r".+(?:[.(/] ?)(?:photo by|photograph:|getty images|reuters|ap photo|afp|shutterstock)[^.]{0,60}$",
            r".+[.(] ?(?:скриншот|кадр|стоп-кадр)(?: (?:видео|с видео|из видео|записи|трансляции).{0,40})?\)?$",
            r".+[.(] ?(?:архивное|архивный|фото|иллюстративное|иллюстрационное|ілюстративне|көрнекі|архивтегі|мұрағат|illustrative|file|stock)\.? ?(?:фото|снимок|photo|изображение|image|сурет)?\)?$",
        ],
    },
    Rule {
        name: "media-notice",
        opens: Opens::Nothing,
        max_words: 24,
        sentences: true,
        patterns: &[
            r"(?:your browser does not support|ваш браузер не поддерживает|the media could not be loaded|для просмотра (?:видео|этого)|включите javascript|please enable javascript|javascript is|to view this video|no media source|the (?:code|url) has been copied|код скопирован|чтобы посмотреть это видео)\b.*$",
        ],
    },
    Rule {
        name: "media-control",
        opens: Opens::Nothing,
        max_words: 9,
        sentences: false,
        patterns: &[
            r"(?:аудио-?версия|послушать|прослушать|озвучено|слушать статью|listen to (?:this )?article)\s?:?$",
            r"(?:перейти в (?:медиабанк|фотобанк|галерею)|открыть (?:в полном размере|галерею|фото)|смотреть (?:галерею|все фото|фото|фотогалерею|фоторепортаж)|увеличить(?: фото)?|нажмите,? чтобы увеличить|полноэкранный режим|следующее фото|предыдущее фото|во весь экран)$",
            r"(?:фото|photo|image|слайд|slide|фотография|сурет) ?№? ?\d+(?: ?(?:из|/|of|-) ?\d+)?$",
            r"(?:воспроизвести|пауза|embed|play|pause|mute|unmute|fullscreen|play video|video player.*|аудио|аудиоверсия|выключить звук|включить звук|скорость|субтитры|settings|captions|volume.*|playback.*|скачать(?: (?:аудио|видео|файл|фото|подкаст))?|download)$",
            r"(?:your browser does not support|ваш браузер не поддерживает|the media could not be loaded|для просмотра (?:видео|этого)|включите javascript|please enable javascript|javascript is)\b.*$",
            r"(?:скачать|download|завантажити|жүктеу|открыть|open)(?: (?:as|in|a|the|this|в|у|как|файл|отчет|доклад|полный|номер|звіт|full|report|brief|paper|pdf|docx?|epub|fb2))+(?: ?\(.{1,20}\))?$",
            r"(?:слушать|прослушать|послушать|озвучить|listen)(?: (?:новость|статью|текст|материал|подкаст|аудио|to (?:this )?(?:article|story)|now|онлайн|аудиоверсию).*)?(?: \d+ ?:? ?\d* ?(?:мин|min)?\S*)?$",
        ],
    },
    Rule {
        name: "video-prompt",
        opens: Opens::Nothing,
        max_words: 26,
        sentences: false,
        patterns: &[
            r".*[:–|(] ?(?:смотреть|смотрите|посмотреть|дивитися|дивіться|watch|көру|қараңыз)(?: (?:полное|полную|все|the|повне|весь|на|это|full))? ?(?:видео|онлайн|фото|трансляцию|запись|ролик|выпуск|эфир|відео|video|live|clip|бейне\S*|youtube).{0,20}$",
            r"(?:смотреть|смотрите|посмотреть|посмотрите|дивитися|дивіться|watch)(?: (?:также|полное|полную|новое|наше|все|это|the|full|our|повне|повну|в|на))* (?:видео|онлайн|трансляцию|выпуск|эфир|интервью|відео|video|live|clip|youtube|канале|запись|ролик)\b.{0,120}$",
            r"(?:видео|відео|video|бейне|бейнежазба)(?: дня| по теме| тижня| of the day| недели|репортаж|сюжет|версия)?$",
            r".*: ?(?:видео|відео|video|(?:в|на) (?:нашем |новом )?(?:спецпроекте|подкасте|фоторепортаже|галерее|фотогалерее|ролике|видео|канале)\b.{0,50})$",
        ],
    },
];
