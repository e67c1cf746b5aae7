"""The article is found however a page is built, whole and without what is around it."""

import pytest

from briefing.sources import Material
from briefing.sources.formats.html import read

TEXT = [
    "قال الوزير إن الخطة الجديدة ستبدأ مطلع العام المقبل، وإن تمويلها من الموازنة العامة ومن قروض ميسرة.",
    "وأضاف في تصريح للصحفيين أن المرحلة الأولى تشمل ثلاث محافظات، وتمتد إلى سائر البلاد خلال عامين.",
    "لا رجعة عن القرار.",
    "وكان خبراء قد حذروا من أن التسرع في التنفيذ يؤدي إلى نتائج عكسية، كما حدث في تجارب لم تنجح.",
    "نعم.",
    "ويعقد المجلس جلسته المقبلة يوم الخميس للنظر في الاعتراضات التي قدمتها النقابات.",
]
MENU = "".join(f"<li><a href=/{number}>قسم رقم {number} من الموقع</a></li>" for number in range(15))
MENU = f"<div id=top><ul>{MENU}</ul></div>"
OTHERS = "".join(f"<li><a href=/n{number}>خبر آخر طويل العنوان لا صلة له</a></li>" for number in range(8))
OTHERS = f"<div class=box><h3>الأكثر قراءة</h3><ul>{OTHERS}</ul></div>"
COMMENTS = "".join(
    f"<div class=comment><p>تعليق القارئ {number}: {TEXT[1]}</p></div>" for number in range(10)
)


def each(before: str, after: str, texts: list[str] = TEXT) -> str:
    return "".join(before.replace("N", str(number)) + text + after for number, text in enumerate(texts))


WHOLE = each("<p>", "</p>")
NAMES = ["كتاب عن الأنهار", "كتاب عن البحار", "مقال"]
HALVES = each("<p>", "</p>", TEXT[:3]), each("<p>", "</p>", TEXT[3:])
STYLES = {
    "one div, empty lines": f"<div class='post-body'><div>{'<br /><br />'.join(TEXT)}</div></div>{OTHERS}",
    "divs, empty divs": "<div class=post-body>"
    f"{each('<div><span>', '</span></div><div><br></div>')}</div>{OTHERS}",
    "one form, tables": "<form id=aspnetForm><input type=hidden><table><tr><td><table><tr><td>عنوان</td></tr>"
    f"<tr><td class=details>{WHOLE}</td></tr></table></td><td>{OTHERS}</td></tr></table></form>",
    "tables, fonts": "<table><tr>"
    f"<td><font size=4>{'<br><br>'.join(TEXT)}</font></td><td>{OTHERS}</td></tr></table>",
    "widgets": f"<div class=elementor>{each('<div class=elementor-widget><p>', '</p></div>')}</div>{OTHERS}",
    "two parts": f"<div class=article><div class=part>{HALVES[0]}</div><div class=ad>إعلان</div>"
    f"<div class=part>{HALVES[1]}</div></div>{OTHERS}",
    "links between": f"<main><div class=wysiwyg>{HALVES[0]}<div class=more-on><h3>قصص قد تعجبك</h3><ul>"
    "<li><a href=1>قصة أولى</a></li><li><a href=2>قصة ثانية</a></li></ul></div>"
    f"{HALVES[1]}</div></main><aside>{OTHERS}</aside>",
    "phpBB": each("<div id=pN class=post><div class=postbody><h3><a href=x>رد: موضوع</a></h3>"
                  "<p class=author>بواسطة <a href=y>عضو</a></p><div class=content>",
                  "</div></div></div>") + OTHERS,
    "schema.org": each("<div class=topic><span class=creator>عضو</span><div class=post itemprop=text><p>",
                       "</p></div></div>") + OTHERS,
    "a forum nobody knows": each("<div class='reply r-N' id=rN><div class='said'>", "</div></div>") + OTHERS,
    "more comments than text": f"<div class=news-text>{WHOLE}</div><div id=comments>{COMMENTS}</div>",
    "hidden twin": f"<div class=story>{WHOLE}</div><div style='display:none'>{WHOLE}</div>",
}  # fmt: skip


@pytest.mark.parametrize("style", STYLES)
def test_the_text_is_read_and_nothing_else(style: str) -> None:
    page = f"<html><body>{MENU}{STYLES[style]}</body></html>"
    assert [one.text for one in read(Material("page.html", page.encode())).paragraphs] == TEXT


def test_sources_that_a_text_names_are_part_of_it() -> None:
    sources = each("<li><a href=http://x.example/N>", "</a></li>", NAMES)
    page = f"<html><body>{MENU}<article>{WHOLE}<h2>المراجع</h2><ol>{sources}</ol></article></body></html>"
    shown = [one.text for one in read(Material("page.html", page.encode())).paragraphs]
    assert shown == [*TEXT, "المراجع", *NAMES]


def test_parts_are_read_in_the_order_of_the_page() -> None:
    inner = f"<div><div class=part><p>{TEXT[1]}</p><p>{TEXT[2]}</p></div></div>"
    page = (
        f"<html><body>{MENU}<div class=text><div class=part><p>{TEXT[0]}</p><p>{TEXT[0]}</p></div>{inner}"
        f"<div class=part><p>{TEXT[3]}</p><p>{TEXT[5]}</p></div></div>{OTHERS}</body></html>"
    )
    shown = [one.text for one in read(Material("page.html", page.encode())).paragraphs]
    order = [TEXT.index(text) for text in shown if text in TEXT]
    assert order == sorted(order)
    assert {TEXT[0], TEXT[3], TEXT[5]} <= set(shown)
