/** How outlets pass on what others wrote: invented cases, each with what a careful reader says of it. */

export interface CopyReport {
  readonly outlet: string;
  readonly title: string;
  readonly text: string;
  /** Hours after the first day's beginning. */
  readonly hour: number;
  readonly author?: string;
}

export interface CopyCase {
  readonly name: string;
  readonly reports: readonly CopyReport[];
  /** For each report the number of its account, from 0 in the order of the reports. */
  readonly accounts: readonly number[];
  /** For each report whose origin a reader can tell, its name; null where nobody can say. */
  readonly origins?: readonly (string | null)[];
}

const P1 =
  "أعلنت إدارة سد الوادي الأخضر صباح اليوم فتح ثلاث بوابات من أصل سبع بعد أن بلغ منسوب المياه خلف السد حدا لم يسجل منذ أحد عشر عاما، ودعت سكان القرى الواقعة على ضفتي النهر إلى نقل ماشيتهم ومعداتهم إلى أماكن مرتفعة.";
const P2 =
  "وقال مدير السد هاشم العبدلي للصحفيين إن التصريف سيستمر خمسة أيام على الأقل وإن كميته لن تتجاوز أربعمئة متر مكعب في الثانية، مضيفا أن الفرق الهندسية تفحص جسم السد مرتين في اليوم ولم تجد فيه ما يدعو إلى القلق.";
const P3 =
  "وذكرت دائرة الزراعة أن نحو ألفي فدان من حقول الأرز قد تغمرها المياه إذا استمرت الأمطار في الجبال الشمالية حتى نهاية الأسبوع، وأنها بدأت حصر الأضرار لتعويض المزارعين عن محاصيلهم قبل موسم الحصاد.";
const P4 =
  "ويعد السد الذي أنشئ قبل أربعين عاما أكبر خزان للمياه في الإقليم، ويزود ست مدن بمياه الشرب والكهرباء، وكان قد خضع لأعمال صيانة واسعة قبل ثلاث سنوات بلغت كلفتها تسعين مليون دينار.";
const DAM = [P1, P2, P3, P4].join("\n");
const DAM_TITLE = "فتح ثلاث بوابات في سد الوادي الأخضر";

const F1 =
  "شب حريق كبير فجر الأربعاء في مصنع للنسيج بالمنطقة الصناعية جنوب مدينة الرافعة، وامتد إلى مستودعين مجاورين قبل أن تسيطر عليه اثنتا عشرة فرقة إطفاء بعد ست ساعات من العمل المتواصل.";
const F2 =
  "وأكدت قائدة الدفاع المدني سلمى الجابري أن أحدا من العمال لم يصب بأذى لأن المصنع كان خاليا ساعة الحريق، وأن التحقيق بدأ في أسبابه بعد أن أشارت المعاينة الأولى إلى عطل في لوحة الكهرباء الرئيسية.";
const F3 =
  "وقدر صاحب المصنع خسائره بثلاثة ملايين دينار، وقال إن مئتين وعشرين عاملا سيبقون بلا عمل حتى يعاد بناء صالة الإنتاج وتصل آلات جديدة من الخارج في مطلع العام المقبل.";
const FIRE = [F1, F2, F3].join("\n");
const FIRE_TITLE = "حريق يلتهم مصنعا للنسيج في الرافعة";

const one = (outlet: string, hour: number, title: string, text: string, author?: string) => ({
  outlet,
  hour,
  title,
  text,
  ...(author === undefined ? {} : { author }),
});

const weather = (day: string, low: number, high: number, wind: string, sea: string) =>
  `تتوقع دائرة الأرصاد الجوية أن يكون الطقس يوم ${day} غائما جزئيا مع فرصة لهطول أمطار متفرقة على المرتفعات، وأن تكون الرياح ${wind} معتدلة السرعة تنشط أحيانا.\nوتبلغ درجة الحرارة العظمى ${high} درجة والصغرى ${low} درجات، ويكون البحر ${sea}، وتدعو الدائرة السائقين إلى الحذر على الطرق الجبلية ومتابعة نشراتها.`;

const rates = (dollar: string, euro: string, gold: string, day: string) =>
  `سجل سعر صرف الدولار في مصارف العاصمة اليوم ${day} مبلغ ${dollar} دينارا للشراء، وبلغ سعر اليورو ${euro} دينارا وفق نشرة المصرف المركزي الصادرة صباحا.\nوبلغ سعر غرام الذهب من عيار واحد وعشرين ${gold} دينارا في سوق الصاغة، وتتغير الأسعار في محال الصرافة بين منطقة وأخرى بحسب العرض والطلب.`;

const match = (home: string, away: string, scorer: string, ground: string, next: string) =>
  `حقق فريق ${home} فوزا ثمينا على ضيفه فريق ${away} بهدف دون رد في المباراة التي جمعتهما مساء اليوم على ${ground} ضمن الجولة التاسعة من الدوري الممتاز.\nوسجل ${scorer} هدف المباراة الوحيد في الشوط الثاني، ورفع ${home} رصيده من النقاط ويلتقي في الجولة المقبلة فريق ${next} خارج ملعبه.`;

const congratulation = (country: string, president: string, occasion: string) =>
  `بعث حاكم الإقليم الشيخ ناصر بن راشد ببرقية تهنئة إلى ${president} رئيس جمهورية ${country} بمناسبة ${occasion}، عبر فيها عن خالص تهانيه وأطيب تمنياته له بموفور الصحة والسعادة.\nوتمنى سموه لشعب ${country} الصديق مزيدا من التقدم والازدهار وللعلاقات بين البلدين دوام التطور والنماء.`;

export const COPY_CASES: readonly CopyCase[] = [
  {
    name: "a text as it is under another title",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, DAM),
      one("موقع الأفق", 9, "مياه النهر ترتفع وتحذير لسكان القرى", DAM),
    ],
    accounts: [0, 0],
  },
  {
    name: "a text cut after its second paragraph",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, DAM),
      one("موقع الأفق", 10, DAM_TITLE, [P1, P2].join("\n")),
    ],
    accounts: [0, 0],
  },
  {
    name: "its paragraphs in another order",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, DAM),
      one("إذاعة الساحل", 10, "مدير السد: لا خطر على جسم السد", [P2, P4, P1, P3].join("\n")),
    ],
    accounts: [0, 0],
  },
  {
    name: "a lead of its own before the text",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, DAM),
      one(
        "موقع الأفق",
        11,
        "القرى تستعد للفيضان",
        `يعيش أهالي القرى المطلة على النهر ساعات من الترقب والقلق خوفا على بيوتهم ومزارعهم من السيول.\n${DAM}`,
      ),
    ],
    accounts: [0, 0],
  },
  {
    name: "an agency's text with the credit at its end taken off",
    reports: [
      one("وكالة المنارة للأنباء", 8, DAM_TITLE, `الوادي الأخضر (المنارة) - ${DAM}`),
      one("صحيفة المرسى", 9, DAM_TITLE, DAM),
    ],
    accounts: [0, 0],
    origins: ["وكالة المنارة للأنباء", "وكالة المنارة للأنباء"],
  },
  {
    name: "a foreign agency credited in the dateline by one and by nobody else",
    reports: [
      one("صحيفة المرسى", 8, FIRE_TITLE, `(رويترز) - ${FIRE}`),
      one("موقع الأفق", 9, "خسائر بالملايين في حريق الرافعة", FIRE),
    ],
    accounts: [0, 0],
    origins: ["رويترز", "رويترز"],
  },
  {
    name: "an agency credited behind the place",
    reports: [
      one("صحيفة المرسى", 8, FIRE_TITLE, `الرافعة (أ ف ب) - ${FIRE}`),
      one("إذاعة الساحل", 9, FIRE_TITLE, `${FIRE}\n(أ ف ب)`),
    ],
    accounts: [0, 0],
    origins: ["فرانس برس", "فرانس برس"],
  },
  {
    name: "«وكالات» names nobody",
    reports: [
      one("صحيفة المرسى", 8, FIRE_TITLE, `الرافعة - وكالات: ${FIRE}`),
      one("موقع الأفق", 9, FIRE_TITLE, `${[F1, F2].join("\n")}\nوكالات`),
    ],
    accounts: [0, 0],
    origins: [null, null],
  },
  {
    name: "two agencies' texts of one event",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, `الوادي الأخضر (رويترز) - ${DAM}`),
      one(
        "موقع الأفق",
        9,
        "السلطات تفتح بوابات السد وتحذر الأهالي",
        "الوادي الأخضر (أ ف ب) - حذرت السلطات أهالي عشرين قرية من ارتفاع مفاجئ في مياه النهر بعدما اضطرت إلى تخفيف الضغط عن سد الوادي الأخضر، حيث تجاوز المخزون تسعين في المئة من السعة القصوى.\nوروت المزارعة أم كريم لمراسل الوكالة كيف نقلت أسرتها الأغنام ليلا إلى بيت قريب لها في التلال، بينما كان الجيران يكدسون أكياس الرمل أمام الأبواب.\nوأفاد مصور في المكان بأن المياه غطت الطريق الترابي المؤدي إلى المدرسة.",
      ),
    ],
    accounts: [0, 1],
    origins: ["رويترز", "فرانس برس"],
  },
  {
    name: "a text stitched together from two others goes with the one of which it has more, and does not make them one",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, `(رويترز) - ${DAM}`),
      one("إذاعة الساحل", 9, FIRE_TITLE, `(أ ف ب) - ${FIRE}`),
      one("موقع الأفق", 12, "موجز أخبار المحافظات", [P1, P2, F1, F2].join("\n")),
    ],
    accounts: [0, 1, 1],
  },
  {
    name: "a new headline and lead, one quotation kept",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, DAM),
      one(
        "مجلة الحقل",
        14,
        "مزارعو الأرز بين المطر والسد",
        "في بيت طيني لا يبعد عن الماء سوى مئة خطوة يحصي الفلاح مرزوق أيام الموسم بأصابعه، فقد زرع هذا العام ضعف ما زرعه في العام الماضي واستدان ثمن البذور من جاره.\nوقال مدير السد هاشم العبدلي للصحفيين إن التصريف سيستمر خمسة أيام على الأقل.\nلكن مرزوقا لا ينتظر المسؤولين، إذ حفر مع أبنائه قناة تصرف الماء عن حقله إلى الوادي القديم، ويقول إن جده علمه أن النهر لا يخلف مواعيده وإن أخلفها الناس.",
      ),
    ],
    accounts: [0, 1],
  },
  {
    name: "an outlet's own later version",
    reports: [
      one("صحيفة المرسى", 8, FIRE_TITLE, [F1, F2].join("\n")),
      one("صحيفة المرسى", 12, "حريق الرافعة: لا إصابات وخسائر بالملايين", FIRE),
    ],
    accounts: [0, 0],
  },
  {
    name: "words changed here and there",
    reports: [
      one("صحيفة المرسى", 8, FIRE_TITLE, FIRE),
      one(
        "موقع الأفق",
        10,
        "الدفاع المدني: لا إصابات في حريق المصنع",
        FIRE.replace("شب حريق كبير فجر الأربعاء", "اندلع حريق هائل فجر الأربعاء")
          .replace("بعد ست ساعات من العمل المتواصل", "بعد عمل دام ست ساعات")
          .replace("وأكدت قائدة", "وأوضحت قائدة")
          .replace("وقدر صاحب المصنع خسائره", "وقدر مالك المصنع الخسائر"),
      ),
    ],
    accounts: [0, 0],
  },
  {
    name: "the weather of two days",
    reports: [
      one(
        "وكالة المنارة للأنباء",
        6,
        "طقس الإثنين",
        weather("الإثنين", 9, 21, "شمالية غربية", "متوسط الموج"),
      ),
      one(
        "وكالة المنارة للأنباء",
        30,
        "طقس الثلاثاء",
        weather("الثلاثاء", 7, 18, "جنوبية شرقية", "مضطربا"),
      ),
    ],
    accounts: [0, 1],
  },
  {
    name: "exchange rates of two days",
    reports: [
      one("صحيفة المرسى", 9, "أسعار العملات والذهب", rates("1310", "1422", "86500", "الأحد")),
      one("موقع الأفق", 33, "أسعار العملات والذهب", rates("1325", "1447", "87250", "الاثنين")),
    ],
    accounts: [0, 1],
  },
  {
    name: "two matches of one round",
    reports: [
      one(
        "صحيفة المرسى",
        20,
        "الهضبة يهزم المرفأ",
        match("الهضبة", "المرفأ", "المهاجم عادل السويدي", "ملعب الوادي", "النخيل"),
      ),
      one(
        "صحيفة المرسى",
        22,
        "السهل يتغلب على القلعة",
        match("السهل", "القلعة", "الجناح كمال بوزيان", "استاد الساحل الكبير", "الشراع"),
      ),
    ],
    accounts: [0, 1],
  },
  {
    name: "congratulations to two presidents",
    reports: [
      one(
        "وكالة المنارة للأنباء",
        10,
        "حاكم الإقليم يهنئ رئيس تاليا",
        congratulation("تاليا", "السيد ماركو دينا", "ذكرى استقلال بلاده"),
      ),
      one(
        "وكالة المنارة للأنباء",
        11,
        "حاكم الإقليم يهنئ رئيس كورانيا",
        congratulation("كورانيا", "السيدة إيلينا روسكا", "إعادة انتخابها لولاية ثانية"),
      ),
    ],
    accounts: [0, 1],
  },
  {
    name: "one background paragraph in two reports of two events",
    reports: [
      one("صحيفة المرسى", 8, DAM_TITLE, DAM),
      one(
        "صحيفة المرسى",
        80,
        "بدء تركيب ألواح شمسية على بحيرة السد",
        `بدأت شركة الطاقة الوطنية أمس تركيب عشرين ألف لوح شمسي عائم على بحيرة سد الوادي الأخضر في مشروع يموله صندوق التنمية، ومن المنتظر أن ينتج ثلاثين ميغاواط.\nوقالت مهندسة المشروع ليلى قاسم إن الألواح تقلل تبخر المياه بنحو الثلث، وإن المرحلة الأولى تنتهي في الصيف.\n${P4}`,
      ),
    ],
    accounts: [0, 1],
  },
  {
    name: "a relay that says so, in its own words and shorter",
    reports: [
      one("وكالة المنارة للأنباء", 8, FIRE_TITLE, FIRE),
      one(
        "إذاعة الساحل",
        9,
        "مصنع نسيج يحترق في الرافعة",
        "ذكرت وكالة المنارة للأنباء أن النيران أتت اليوم على مصنع في جنوب الرافعة دون ضحايا، وأن المحققين يرجحون تماسا كهربائيا.\nولم ترد إدارة المنطقة الصناعية على اتصالات الإذاعة حتى ساعة إعداد هذا الخبر.",
      ),
    ],
    accounts: [0, 1],
  },
  {
    name: "a copy of a copy, each cut further",
    reports: [
      one("وكالة المنارة للأنباء", 8, DAM_TITLE, DAM),
      one("صحيفة المرسى", 9, DAM_TITLE, [P1, P2, P3].join("\n")),
      one("موقع الأفق", 10, "السد يفتح بواباته", [P1, P2].join("\n")),
    ],
    accounts: [0, 0, 0],
    origins: ["وكالة المنارة للأنباء", "وكالة المنارة للأنباء", "وكالة المنارة للأنباء"],
  },
];
