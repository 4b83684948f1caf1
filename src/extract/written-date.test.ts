import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { GREGORIAN_MONTHS, HIJRI_MONTHS, SOLAR_HIJRI_MONTHS } from "../text/index.ts";
import {
  AGE_UNITS,
  AGO_AFTER,
  AGO_BEFORE,
  DATE_FILLERS,
  DAY_HALVES,
  NEAR_DAYS,
  WEEKDAYS,
  ZONES,
} from "./tables/date-words.ts";
import { FOREIGN_MONTHS } from "./tables/foreign-months.ts";
import { findWrittenDates, parseWrittenDate } from "./written-date.ts";

describe("shapes of the press", () => {
  test.each([
    ["18th, April 2024 GMT", "2024-04-18", "day"],
    ["3rd, March 2026 GMT", "2026-03-03", "day"],
    ["الخميس، 19 نوفمبر 2020 05:00 ص", "2020-11-19", "day"],
    ["03:21 م الإثنين 14 ديسمبر 2020", "2020-12-14", "day"],
    ["السبت 10/مايو/2025 - 03:46 م", "2025-05-10", "day"],
    ["الإثنين ٩ فبراير ٢٠٢٦ الساعة ٩:٤٠ مساءً", "2026-02-09", "day"],
    ["١٥/١٢/٢٠٢٣، ٨:٣٣ م", "2023-12-15", "day"],
    ["العدد : ١٦٣٨١ - السبت ٢٨ يناير ٢٠٢٣ م، الموافق ٠٦ رجب ١٤٤٤هـ", "2023-01-28", "day"],
    ["الخميس 7/3/1429 هـ - الموافق 13/3/2008 م", "2008-03-13", "day"],
    [
      "الخميس 13/3/2008 م (آخر تحديث) الساعة 16:25 (مكة المكرمة)، 13:25 (غرينتش)",
      "2008-03-13T16:25:00+03:00",
      "minute",
    ],
    ["الأربعاء 22 مايو 2024 09:22 مـ 15 ذو القعدة 1445 هـ", "2024-05-22", "day"],
    ["15 شعبان 1426", "2005-09-19", "day"],
    ["23 / شعبان / 1447 هـ  10 فبراير 2026", "2026-02-10", "day"],
    ["الأربعاء 24 12 2025 3 رجب 1447 بيروت 12:31", "2025-12-24", "day"],
    [
      "الاثنين، 08 تشرين الأول/أكتوبر 2012، آخر تحديث 16:00 (GMT+0400)",
      "2012-10-08T16:00:00+04:00",
      "minute",
    ],
    ["12.08.2019 | 17:47 GMT", "2019-08-12T17:47:00Z", "minute"],
    ["17:47 GMT 12.08.2019", "2019-08-12T17:47:00Z", "minute"],
    ["12-11-2025 | 07:51", "2025-11-12", "day"],
    ["11:42 2024-09-18|", "2024-09-18", "day"],
    ["16-09-2020, 15:15 | --", "2020-09-16", "day"],
    ["21:37 - 2023/02/08", "2023-02-08", "day"],
    ["06 فبراير، 2023 - 04:02pm", "2023-02-06", "day"],
    ["الإثنين 06 فبراير-شباط 2023 الساعة 02 مساءً", "2023-02-06", "day"],
    ["28-سبتمبر-2024", "2024-09-28", "day"],
    ["28-Jul-2025", "2025-07-28", "day"],
    ["28-Jul-25", "2025-07-28", "day"],
    ["أحد, 01/19/2020 - 20:00", "2020-01-19", "day"],
    ["الأحد 04/05/2020", "2020-04-05", "day"],
    ["الاثنين 04/05/2020", "2020-05-04", "day"],
    ["14:058/11/2024, пятница", "2024-11-08", "day"],
    ["09:0911/12/2018, Salı", "2018-12-11", "day"],
    ["السبت 9 شتنبر 2023 - 8:39", "2023-09-09", "day"],
    ["2022-06-05 00:00:00", "2022-06-05", "day"],
    ["الأربعاء ١٦ نيسان ٢٠٢٥ - ٢٠:١٢", "2025-04-16", "day"],
    ["(اخر تعديل 2025-02-13 22:09:28 )", "2025-02-13", "day"],
    ["l23 نوفمبر 2023", "2023-11-23", "day"],
    ["Wed, 17 Apr 2024 10:00:00 +0400", "2024-04-17T10:00:00+04:00", "minute"],
    ["3/7/2017", "2017-07-03", "day"],
    ["2 كانون الثاني/يناير 2019", "2019-01-02", "day"],
    ["14 مارس آذار 2021", "2021-03-14", "day"],
    ["30 أبريل (نيسان) 2022", "2022-04-30", "day"],
    ["24 نيسان / أبريل 2020", "2020-04-24", "day"],
    ["11 مارس 2023 الساعة 4:05 م غرينتش", "2023-03-11T16:05:00Z", "minute"],
    ["2026-03-03 05:42 +03:00", "2026-03-03T05:42:00+03:00", "minute"],
    ["2024-04-17T23:30:00.000+03:00", "2024-04-17T23:30:00+03:00", "minute"],
    ["2024-04-17T23:30:00", "2024-04-17", "day"],
    ["أبريل 2024", "2024-04", "month"],
    ["April 18, 2024", "2024-04-18", "day"],
    ["Apr. 18, 2024 at 3:05 PM EDT", "2024-04-18T15:05:00-04:00", "minute"],
    ["1er mai 2024", "2024-05-01", "day"],
    ["Published On: 15 August 2025", "2025-08-15", "day"],
    ["4 de mayo de 2024", "2024-05-04", "day"],
    ["1. Mai 2024", "2024-05-01", "day"],
    ["2024. május 4.", "2024-05-04", "day"],
    ["2024年5月4日 10:20", "2024-05-04", "day"],
    ["2024년 5월 4일", "2024-05-04", "day"],
    ["12.05.20", "2020-05-12", "day"],
    ["۲۹ بهمن ۱۳۹۸", "2020-02-18", "day"],
    ["۱۳۹۸/۱۱/۲۹ - ۰۸:۳۰", "2020-02-18", "day"],
    ["1441/06/24 هـ", "2020-02-18", "day"],
    ["Wed Apr 17 21:05:33 2024", "2024-04-17", "day"],
  ])("%s", (written, at, precision) => {
    expect(parseWrittenDate(written)).toEqual({ at, precision });
  });
});

test.each([
  "31 فبراير 2024",
  "30 شعبان 99999",
  "منذ يومين",
  "2024",
  "1.000 قتيل",
  "192.168.10.2020",
  "هاتف 02-12-2024-555",
  "18 أبريل",
  "من 2019 إلى 2021",
  "",
])("%s is no date that can be told", (written) => {
  expect(parseWrittenDate(written)).toBeNull();
});

test("where nothing in the text settles 5/4, the habit of the country does", () => {
  expect(parseWrittenDate("5/4/2024")?.at).toBe("2024-04-05");
  expect(parseWrittenDate("5/4/2024", { monthFirst: true })?.at).toBe("2024-05-04");
  expect(parseWrittenDate("5.4.2024", { monthFirst: true })?.at).toBe("2024-04-05");
});

describe("ages are counted from when the page was fetched", () => {
  const fetchedAt = "2024-05-22T01:30:00+03:00";
  test.each([
    ["منذ 8 سنة03224", "2016", "year"],
    ["منذ سنة واحدة", "2023", "year"],
    ["آخر تحديث: منذ 8 دقائق 46 ثانية", "2024-05-22", "day"],
    ["منذ ساعتين", "2024-05-21", "day"],
    ["قبل 3 أيام", "2024-05-19", "day"],
    ["6 months ago", "2023-11", "month"],
    ["il y a 2 jours", "2024-05-20", "day"],
    ["اليوم, 21:00", "2024-05-22", "day"],
    ["أمس", "2024-05-21", "day"],
  ])("%s", (written, at, precision) => {
    expect(parseWrittenDate(written, { fetchedAt })).toEqual({ at, precision });
    expect(parseWrittenDate(written)).toBeNull();
  });

  test("a word of the day within a headline is no date", () => {
    expect(parseWrittenDate("اليوم الوطني يجمع الأهالي", { fetchedAt })).toBeNull();
  });
});

test("dates are found where they stand", () => {
  const line = "كتب: سامي الحلو - ٩ فبراير ٢٠٢٦ | عُدّل 10/2/2026";
  const found = findWrittenDates(line).map(({ at, start, end }) => [at, line.slice(start, end)]);
  expect(found).toEqual([
    ["2026-02-09", "٩ فبراير ٢٠٢٦"],
    ["2026-02-10", "10/2/2026"],
  ]);
});

describe("each row of the tables is read", () => {
  const names = (rows: typeof GREGORIAN_MONTHS) =>
    rows.flatMap(([month, list]) => list.map((name) => [name, month] as const));

  test.each(names(GREGORIAN_MONTHS))("%s", (name, month) => {
    const at = `2024-${String(month).padStart(2, "0")}-07`;
    expect(parseWrittenDate(`7 ${name} 2024`)?.at).toBe(at);
    expect(parseWrittenDate(`${name} 7, 2024`)?.at).toBe(at);
  });

  test.each(names(HIJRI_MONTHS))("%s", (name, month) => {
    const format = new Intl.DateTimeFormat("en-u-ca-islamic-umalqura", {
      timeZone: "UTC",
      month: "numeric",
    });
    const { at = "" } = parseWrittenDate(`7 ${name} 1445 هـ`) ?? {};
    expect(Number(format.format(new Date(at)))).toBe(month);
  });

  test.each(names(SOLAR_HIJRI_MONTHS))("%s", (name, month) => {
    const format = new Intl.DateTimeFormat("en-u-ca-persian", {
      timeZone: "UTC",
      month: "numeric",
    });
    const { at = "" } = parseWrittenDate(`7 ${name} 1399`) ?? {};
    expect(Number(format.format(new Date(at)))).toBe(month);
  });

  test.each(FOREIGN_MONTHS)("%s", (_language, months) => {
    expect(months).toHaveLength(12);
    for (const [at, forms] of months.entries()) {
      for (const name of forms.split(" ").filter(Boolean)) {
        const day = `2024-${String(at + 1).padStart(2, "0")}-07`;
        expect(parseWrittenDate(`7 ${name} 2024`)?.at, name).toBe(day);
      }
    }
  });

  test.each(DATE_FILLERS)("%s", (_word, written) => {
    expect(parseWrittenDate(written)?.at).toMatch(/^2024-0[45]-0[1-4]$/);
  });

  test.each(WEEKDAYS.flatMap(([day, list]) => list.map((name) => [name, day] as const)))(
    "%s",
    (name, day) => {
      const dates = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2024, month, 7)));
      const date = dates.find((each) => each.getUTCDay() === day && each.getUTCMonth() !== 6);
      const month = String((date?.getUTCMonth() ?? 0) + 1).padStart(2, "0");
      expect(parseWrittenDate(`${name} ${month}/07/2024`)?.at).toBe(`2024-${month}-07`);
    },
  );

  test.each(DAY_HALVES.flatMap(([half, list]) => list.map((name) => [name, half] as const)))(
    "%s",
    (name, half) => {
      const hour = half === "pm" ? "15" : "03";
      expect(parseWrittenDate(`7/5/2024 3:05 ${name} GMT`)?.at).toBe(`2024-05-07T${hour}:05:00Z`);
    },
  );

  test.each(ZONES)("%s", (name, offset) => {
    expect(parseWrittenDate(`2024-05-07 13:05 ${name}`)?.at).toBe(`2024-05-07T13:05:00${offset}`);
  });

  test.each(
    AGE_UNITS.flatMap(([unit, said, list]) => list.map((name) => [name, unit, said] as const)),
  )("%s", (name, unit, said) => {
    const length = { minute: 10, hour: 10, day: 10, month: 7, year: 4 }[unit];
    const options = { fetchedAt: "2024-05-22T12:00:00Z" };
    expect(parseWrittenDate(`منذ ${name}`, options)?.at).toHaveLength(length);
    const one = parseWrittenDate(`منذ ${said} ${name}`, options);
    expect(parseWrittenDate(`منذ ${name}`, options)).toEqual(one);
  });

  test.each([
    ...AGO_BEFORE.map((word) => `${word} 3 days`),
    ...AGO_AFTER.map((word) => `3 days ${word}`),
  ])("%s", (written) => {
    expect(parseWrittenDate(written, { fetchedAt: "2024-05-22" })?.at).toBe("2024-05-19");
  });

  test.each(NEAR_DAYS.flatMap(([back, list]) => list.map((name) => [name, back] as const)))(
    "%s",
    (name, back) => {
      expect(parseWrittenDate(name, { fetchedAt: "2024-05-22" })?.at).toBe(`2024-05-${22 - back}`);
    },
  );
});

const WORDS = ["مايو", "April", "آب", "نوفمبر/تشرين الثاني", "GMT", "م", "شعبان", "هـ", "من", "th"];
const PIECE = fc.oneof(
  fc.integer({ min: 0, max: 2100 }).map(String),
  fc.constantFrom(...WORDS, "/", "-", ".", ":", " ", "،", "(", ")", "2024", "12", "7"),
);

test("no part of a date is invented: year, month and day are numbers or names of the text", () => {
  fc.assert(
    fc.property(fc.array(PIECE, { maxLength: 9 }), (pieces) => {
      const written = pieces.join(" ");
      const found = parseWrittenDate(written);
      if (found === null || /شعبان|\b1[34]\d\d\b/u.test(written)) return;
      const [year = "", , day] = found.at.slice(0, 10).split("-");
      expect(written).toMatch(new RegExp(`${year}|${year.slice(2)}`));
      if (day !== undefined) expect(written).toMatch(new RegExp(`0*${Number(day)}`));
      if (found.precision === "month") expect(found.at).toHaveLength(7);
    }),
  );
});

test("any text is read without throwing", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.string(), (text, fetchedAt) => {
      const found = parseWrittenDate(text, { fetchedAt });
      if (found !== null) expect(found.at).toMatch(/^\d{4}(?:-\d\d){0,2}/);
    }),
  );
});
