import { toEscaped, toParagraphs } from "../markup.ts";
import type { Template } from "./page.ts";

/** A page of the year 2003: tables within tables, fonts, line breaks for paragraphs. */
export const oldTable: Template = ({ outlet, article, others, origin, feedPath }) => {
  const links = others
    .map(
      ({ path, title }) =>
        `<tr><td><font size="2"><a href="${origin}${path}">${toEscaped(title)}</a></font></td></tr>`,
    )
    .join("");
  const text = article.paragraphs.map(toEscaped).join("<br><br>\n");
  const date =
    article.published === null
      ? ""
      : `<font color="gray" size="1">${article.published.slice(0, 10).split("-").reverse().join("/")}</font>`;
  return `<HTML dir=rtl><HEAD><META http-equiv="Content-Type" content="text/html; charset=windows-1256"><TITLE>${toEscaped(article.title)}</TITLE></HEAD><BODY bgcolor="#ffffff">
<TABLE width="780" border="0" cellpadding="0"><TR><TD colspan="2"><IMG src="/logo.gif" alt="${outlet.name}"></TD></TR><TR><TD width="160" valign="top"><TABLE>${links}<TR><TD><A href="${feedPath ?? "/"}">خدمة RSS</A></TD></TR></TABLE></TD>
<TD valign="top"><TABLE width="600"><TR><TD><FONT size="5"><B>${toEscaped(article.title)}</B></FONT></TD></TR><TR><TD>${date}</TD></TR><TR><TD><FONT size="3">${text}</FONT></TD></TR></TABLE></TD></TR>
<TR><TD colspan="2" align="center"><FONT size="1">جميع الحقوق محفوظة لـ${outlet.name}</FONT></TD></TR></TABLE></BODY></HTML>`;
};

/** A gatherer of other outlets' texts: everything is a line in a box, labels are glued to what follows. */
export const aggregator: Template = ({ outlet, article, others, origin, feedPath }) => {
  const lines = article.paragraphs
    .map((line) => `<div class="line">${toEscaped(line)}</div>`)
    .join("\n");
  const links = others
    .map(({ path, title }) => `<a href="${origin}${path}">${toEscaped(title)}</a>`)
    .join("<br>");
  return `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8"><title>${toEscaped(article.title)} - ${outlet.name}</title><link rel="alternate" type="application/rss+xml" href="${origin}${feedPath ?? "/"}"></head>
<body><div id="top"><a href="/">${outlet.name}</a></div><div id="news"><h1>${toEscaped(article.title)}</h1>${lines}</div><div id="side"><b>الأكثر تداولاً</b><br>${links}</div></body></html>`;
};

/** A site whose whole page is one form, as an old server framework makes them. */
export const form: Template = ({ outlet, article, others, origin, feedPath }) => {
  const links = others
    .map(({ path, title }) => `<li><a href="${origin}${path}">${toEscaped(title)}</a></li>`)
    .join("");
  const feed =
    feedPath === null
      ? ""
      : `<link rel="alternate" type="application/rss+xml" href="${origin}${feedPath}">`;
  return `<!DOCTYPE html><html dir="rtl"><head><meta charset="utf-8"><title>${toEscaped(article.title)}</title>${feed}</head><body><form method="post" action="./Default.aspx" id="form1">
<input type="hidden" name="__VIEWSTATE" value="${"dDwtMTI3OTMz".repeat(20)}"><div id="header"><a href="/">${outlet.name}</a><input type="text" name="q"><input type="submit" value="بحث"></div>
<div id="ctl00_Main"><span id="ctl00_Title" class="title"><h1>${toEscaped(article.title)}</h1></span><span id="ctl00_Date">${article.published ?? ""}</span><div id="ctl00_Body">${toParagraphs(article.paragraphs)}</div></div>
<div id="ctl00_Latest"><h3>آخر الأخبار</h3><ul>${links}</ul></div><div id="footer">${outlet.name}</div></form></body></html>`;
};

/** Tags that are never closed, closed twice, crossed, and an attribute without its end. */
export const broken: Template = ({ outlet, article, others, origin, feedPath }) => {
  const text = article.paragraphs.map((line) => `<p>${toEscaped(line)}`).join("\n");
  const links = others
    .map(({ path, title }) => `<li><a href=${origin}${path}>${toEscaped(title)}`)
    .join("");
  const time =
    article.published === null ? "" : `<span class=date><b>${article.published}</span></b>`;
  return `<html dir=rtl><title>${toEscaped(article.title)}</title><link rel=alternate type=application/atom+xml href=${origin}${feedPath ?? "/"}><body><div class=wrap><div class=head><a href=/>${outlet.name}</div></a>
<div class=content><h1>${toEscaped(article.title)}<h1>${time}<div class="text">${text}</div></div></div></td></table>
<ul class=latest>${links}</ul><div class=foot>كل الحقوق محفوظة`;
};
