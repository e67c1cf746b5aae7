"""Texts to be recognised in whatever encoding they come: by language, short and long, plain and beset."""

from typing import Final, NamedTuple


class Sample(NamedTuple):
    """A text, and the older encodings (names of Python's codecs) that its language was written in."""

    name: str
    text: str
    old: tuple[str, ...]


_ARABIC: Final = ("cp1256", "iso8859-6")
_WINDOWS: Final = ("cp1256",)
_WESTERN: Final = ("cp1252", "iso8859-1", "cp1256")
_GERMAN: Final = ("cp1252", "iso8859-1")
_RUSSIAN: Final = ("cp1251", "koi8-r", "iso8859-5")
_HEBREW: Final = ("cp1255", "iso8859-8")

_TEXTS: Final[tuple[tuple[str, tuple[str, ...], tuple[str, ...]], ...]] = (
    (
        "arabic-short",
        _ARABIC,
        (
            "وصل الوزير إلى بغداد",
            "سلام عليكم",
            "الطقس غدا معتدل",
            "كتب الولد الدرس",
            "قال إنه لن يعود أبدا",
            "ذهبت إلى السوق أمس",
            "هل قرأت الخبر؟",
            "نعم، قرأته صباحا",
            "افتتاح المعرض الدولي",
            "عاجل: زلزال في البحر",
            "مقال",
            "الباب الأول: في العلم",
        ),
    ),
    (
        "arabic-long",
        _ARABIC,
        (
            "أعلنت وزارة النقل أمس أن القطار الجديد سيبدأ رحلاته بين العاصمة والميناء مطلع الشهر المقبل، "
            "وقال المتحدث باسمها إن الخط يضم تسع محطات.\n\nوأضاف أن ثمن التذكرة لن يتغير قبل نهاية العام.\n",
            "كان الجد يجلس كل مساء تحت شجرة التين ويحكي لأحفاده عن أسفاره في البر والبحر، فإذا سألوه عن "
            "أجمل ما رأى سكت طويلا ثم قال: لم أر أجمل من الطريق إلى البيت.\n",
            "ارتفعت أسعار القمح في الأسواق العالمية خلال الأسبوع الماضي بسبب الجفاف، وحذر خبراء من أن "
            "الدول المستوردة ستدفع أكثر إذا استمر النقص في الإنتاج حتى الربيع.\r\n\r\n"
            "وتستعد الحكومة لشراء كميات إضافية.\r\n",
            "يعرف علماء اللغة النحو بأنه علم يبحث في أواخر الكلم إعرابا وبناء، وغايته صون اللسان عن الخطأ "
            "في الكلام، ومن أقدم كتبه كتاب سيبويه الذي ظل مرجعا للدارسين قرونا.\n",
            "بعد هزيمة الفريق في ثلاث مباريات متتالية قرر مجلس الإدارة إقالة المدرب، وتعيين مساعده مؤقتا "
            "حتى نهاية الموسم؛ غير أن اللاعبين طالبوا ببقائه.\n" * 3,
            "لا أحد يعرف من بنى هذا الجسر القديم. يقول بعضهم إنه روماني، ويقول آخرون إن أميرا بناه لابنته.\n",
        ),
    ),
    (
        "arabic-vocalised",
        _ARABIC,
        (
            "قِفَا نَبْكِ مِنْ ذِكْرَى",
            "إِذَا غَامَرْتَ فِي شَرَفٍ مَرُومٍ\nفَلَا تَقْنَعْ بِمَا دُونَ النُّجُومِ\n",
            "عَلَى قَدْرِ أَهْلِ العَزْمِ تَأْتِي العَزَائِمُ\nوَتَأْتِي عَلَى قَدْرِ الكِرَامِ المَكَارِمُ\n",
            "العِلْمُ نُورٌ وَالجَهْلُ ظَلَامٌ، وَمَنْ جَدَّ وَجَدَ، وَمَنْ زَرَعَ حَصَدَ.\n",
        ),
    ),
    (
        "arabic-numbers",
        _ARABIC,
        (
            "هاتف: 0944 123 456",
            "2024-05-17 10:30 الاثنين",
            "1. قمح 250 طن\n2. شعير 1300 طن\n3. ذرة 75 طن\n4. أرز 12.5 طن\n",
            "سنة 1998: 45% / 2003: 61% / 2010: 72.5% / 2020: 80%\nالمصدر: الكتاب السنوي 2021، ص 114\n",
            "12345 67890 12345 67890 رقم 12345 67890 12345 67890 12345\n",
        ),
    ),
    (
        "arabic-windows",
        _WINDOWS,
        (
            "قال: «لن أعود»",
            "ـــ عنوان – فرعي ـــ",
            "“مرحبا” قالها ثم مضى… ولم يعد",
            "بلغت قيمة الصفقة 300 € أو نحو £250، بحسب «الجريدة الرسمية» – العدد 12\n",
        ),
    ),
    (
        "persian",
        _WINDOWS,
        (
            "پدرم گفت چرا دير آمدي",
            "چهار گربه در کوچه بودند",
            "گزارش روزنامه: بهاي نفت بالا رفت و بازار تهران آرام بود.\n",
            "در اين کتاب پنج داستان کوتاه آمده است که هر يک از آنها در شهري ديگر مي‌گذرد، "
            "و نويسنده کوشيده است تا زبان مردم کوچه و بازار را نگاه دارد.\n",
            "يکي بود يکي نبود، غير از خدا هيچ کس نبود. پيرمردي بود که در دهي دور زندگي مي‌کرد.\n",
        ),
    ),
    (
        "urdu",
        _WINDOWS,
        (
            "آپ کا نام کيا ہے؟",
            "لاہور ميں بارش ہوئي ہے",
            "وزير اعظم نے کہا ہے کہ نئے ہسپتال اگلے سال تک کھول ديے جائيں گے، اور ڈاکٹروں کي تنخواہ بڑھے\n",
            "پاکستان کے شمال ميں بہت اونچے پہاڑ ہيں جہاں گرميوں ميں بھي برف رہتي ہے اور ٹھنڈي ہوا چلتي ہے\n",
        ),
    ),
    (
        "mixed",
        _ARABIC,
        (
            "برنامج Word الجديد",
            "شركة IBM في مصر",
            "استخدم الأمر ls -la لعرض الملفات ثم cd للانتقال إلى المجلد home/user\n",
            "The Arabic word for peace is سلام and for book is كتاب.\n",
            "From: ahmad@example.org\nSubject: الاجتماع القادم\n\nالأخ العزيز، نلتقي الأحد. Regards, Ahmad\n",
            "TCP/IP (بروتوكول التحكم بالنقل) هو أساس Internet، وضعه Vint Cerf و Bob Kahn عام 1974\n",
        ),
    ),
    (
        "mixed-french",
        _WINDOWS,
        (
            "المدرسة (l’école) قريبة",
            "قال له: à bientôt يا صديقي\n",
            "Le mot «كتاب» désigne un livre, et le mot «مدرسة» désigne une école où l’on étudie.\n",
        ),
    ),
    (
        "english",
        ("cp1252", "cp1256"),
        (
            "It’s “quite” nice",
            "the end of the line…",
            "“Never,” he said – and that was that. Nobody’s fault, perhaps; the clerk’s least of all.\n",
            "Prices rose to £40 (€46) in May — “a record”, according to the bank’s own figures for 2019.\n"
            * 4,
        ),
    ),
    (
        "french",
        _WESTERN,
        (
            "Un café très serré",
            "Où êtes-vous né ?",
            "L'été dernier, la forêt a brûlé près de la frontière; les pompiers sont arrivés trop tard.\n",
            "Dès l'école, le maître répétait sans cesse que l'orthographe française était une science "
            "des ânes, mais il corrigeait nos dictées jusqu'à minuit.\n",
            "Noël approche, et déjà les vitrines brillent: «Joyeuses fêtes à tous!»\n",
        ),
    ),
    (
        "german",
        _GERMAN,
        (
            "Schöne Grüße aus Köln",
            "Die Straße ist für Fußgänger gesperrt.\n",
            "Über den Wäldern lag dichter Nebel, und die Häuser am Fluss waren kaum zu sehen; später "
            "zog ein Gewitter auf, das die Brücke beschädigte.\n",
            "ÄRZTE FÜR ÖSTERREICH: neue Plätze ab März\n",
        ),
    ),
    (
        "russian",
        _RUSSIAN,
        (
            "Привет, как твои дела",
            "Поезд пришёл вовремя",
            "Вчера вечером в городе выпал первый снег, и дети сразу побежали во двор лепить снеговика.\n",
            "Министр заявил, что новая дорога будет построена в срок. По его словам, деньги на это есть, "
            "а рабочих рук хватает.\n\nЖители окрестных сёл, однако, в этом не уверены.\n",
        ),
    ),
    (
        "hebrew",
        _HEBREW,
        (
            "שלום, מה שלומך היום",
            "הרכבת הגיעה בזמן לתחנה",
            "אתמול בערב ירד גשם ראשון בעיר, והילדים יצאו מיד לשחק ברחוב למרות הקור.\n",
            "השר הודיע כי הכביש החדש ייפתח בתחילת השנה הבאה, ולדבריו התקציב לכך כבר אושר בממשלה. "
            "התושבים באזור אינם בטוחים בכך.\n",
        ),
    ),
)

SAMPLES: Final = tuple(
    Sample(f"{name}-{number}", text, old)
    for name, old, texts in _TEXTS
    for number, text in enumerate(texts, 1)
)
