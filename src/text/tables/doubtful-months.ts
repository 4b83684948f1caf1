/** Month names that are other words or names as often: a month only beside a day, a year or the word for month. «ماي» is Theresa May, «آب» a father, «مارس» «he practised», «رمضان» a surname. */
export const DOUBTFUL_MONTHS: readonly string[] =
  "مارس آب ماي أوت جوان نيسان تموز أيار محرم المحرم صفر رجب شعبان رمضان".split(" ");
