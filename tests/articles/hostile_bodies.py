"""Bodies that would run a script, leave the paper or break a parser, and what hypothesis makes more of them with."""

from hypothesis import strategies as st

HOSTILE = r"""
<script>alert(1)</script>
<SCRIPT/x>alert(1)</SCRIPT foo>
<scr<script>ipt>alert(1)</scr</script>ipt>
<img src=x onerror=alert(1)>
<img/src='x'/onerror=alert(1)>
<svg onload=alert(1)>
<svg><script>alert&#40;1)</script></svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<svg></p><style><a id="</style><img src=1 onerror=alert(1)>">
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<math><annotation-xml encoding="text/html"><script>alert(1)</script></annotation-xml></math>
<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>
<noscript><p title="</noscript><img src=x onerror=alert(1)>">
<textarea><p title="</textarea><img src=x onerror=alert(1)>">
<title><p title="</title><img src=x onerror=alert(1)>">
<template><img src=x onerror=alert(1)></template>
<iframe src="javascript:alert(1)">x</iframe>
<iframe srcdoc="<script>alert(1)</script>">x</iframe>
<object data="javascript:alert(1)">x</object><embed src="javascript:alert(1)">
<base href="https://evil.test/"><link rel=stylesheet href=//evil.test><meta http-equiv=refresh content="0;url=//evil.test">
<style>@import "//evil.test"</style><p style="background:url(javascript:alert(1))">x</p>
<p onclick=alert(1) id=form name=x class=y data-x=1 tabindex=1 contenteditable accesskey=x>x</p>
<details open ontoggle=alert(1)>x</details>
<video><source onerror=alert(1)></video><audio src=x onerror=alert(1)>
<input autofocus onfocus=alert(1)><button formaction=javascript:alert(1)>x</button>
<form action="javascript:alert(1)"><input name=attributes></form>
<!--><img src=x onerror=alert(1)>-->
<!--->x<img src=x onerror=alert(1)>
<!-- --!><img src=x onerror=alert(1)> -->
<![CDATA[<img src=x onerror=alert(1)>]]>
<?xml version="1.0"?><?php echo 1 ?><!DOCTYPE html [<!ENTITY x "y">]>
<a href="javascript:alert(1)">x</a>
<a href=JaVaScRiPt:alert(1)>x</a>
<a href=" &#1; javascript:alert(1)">x</a>
<a href="java&Tab;script&colon;alert(1)">x</a>
<a href="java&#10;script:alert(1)">x</a>
<a href="&#x6A&#x61&#x76&#x61&#x73&#x63&#x72&#x69&#x70&#x74&#x3A;alert(1)">x</a>
<a href="javascript&#0;:alert(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="vbscript:x">x</a><a href="file:///etc/passwd">x</a><a href="blob:x">x</a><a href="tel:1">x</a><a href="ftp://x/">x</a>
<a href="//evil.test">x</a><a href="/\evil.test">x</a><a href="\\evil.test">x</a><a href="/&Tab;/evil.test">x</a>
<a href="https:evil.test">x</a><a href="http:///x">x</a><a href="https:\\evil.test">x</a><a href="">x</a><a href>x</a>
<a href="page.html">x</a><a href="../x">x</a><a href="?q=1">x</a>
<a href='https://ok.test/"onmouseover="alert(1)'>x</a>
<a href="https://ok.test/?x=<script>alert(1)</script>">x</a>
<a href="/x" target=_blank rel="opener" ping=//evil.test download>x</a>
<a href=/1><p><a href=/2><blockquote><a href=/3>x
<b><p></b></p></i><i><table></i><td></b><li>x
<p><button><p><select><p><option><p>x
<p lang="x&quot; onclick=alert(1)" dir="ltr onclick=alert(1)" title=x>x</p>
<span lang='"><img src=x onerror=alert(1)>' dir=evil>x</span>
<p lang=en lang=javascript:x xml:lang=en xmlns=x>x</p>
&lt;script&gt;alert(1)&lt;/script&gt;
&#60;img src=x onerror=alert(1)&#62;
<<p>script>alert(1)<</p>/script>
<p/onclick=alert(1)//>x<p title='>' onclick=alert(1)>y
<img src="x` `<script>alert(1)</script>"` `>
<plaintext><script>alert(1)</script>
<xmp><p title="</xmp><img src=x onerror=alert(1)>">
<frameset onload=alert(1)><frame src=javascript:alert(1)>
<body onload=alert(1)><html onmouseover=alert(1)><head><title>t</title></head>x
<isindex type=image src=1 onerror=alert(1)><marquee onstart=alert(1)>x</marquee><keygen autofocus onfocus=alert(1)>
<figure data-photo="1" onclick=alert(1) style=x class=y src=//evil.test id=form><img src=x onerror=alert(1)><figcaption onclick=x>x</figcaption></figure>
<figure data-photo='12"><script>alert(1)</script>' data-place='wide" onclick=alert(1)'>x</figure>
<figure data-photo=-1>x</figure><figure data-photo=0>x</figure><figure data-photo=1e3>x</figure><figure data-photo=١٢>x</figure>
<figure data-photo=1 data-gallery data-embed=https://youtu.be/dQw4w9WgXcQ>x</figure>
<figure data-gallery><figure data-gallery><figure data-photo=1><figure data-photo=2><table><figure data-photo=3>x
<figure data-embed="javascript:alert(1)">x</figure><figure data-embed="//youtube.com/watch?v=dQw4w9WgXcQ">x</figure>
<figure data-embed="https://youtu.be/dQw4w9WgXcQ&quot;onload=alert(1)">x</figure><figure data-embed="https://youtube.com.evil.test/watch?v=dQw4w9WgXcQ">x</figure>
<figure data-embed="https://youtube.com@evil.test/watch?v=dQw4w9WgXcQ">x</figure><figure data-embed="https://evil.test\@youtu.be/dQw4w9WgXcQ">x</figure>
<table onclick=x><caption onclick=x><script>alert(1)</script>x</caption><colgroup><col style=x><td colspan=9 scope="row onclick=x" background=//evil.test>x<svg onload=x>
<table><b><td><a href=javascript:x>x<table><tr><figure data-photo=1></table></a></b><p>y<th><li>z</table>w
<blockquote data-pull="x" onclick=x cite=javascript:x>x</blockquote><blockquote data-pull><figure data-photo=1>x</blockquote>
{{7*7}} ${7*7} <%= 7*7 %> {% debug %}
"""
HOSTILE_BODIES = HOSTILE.strip().splitlines()
HOSTILE_BODIES += [
    "<p>\0a\x07b\x0b\ufffec\uffff</p>",
    "<scr\0ipt>alert(1)</scr\0ipt>",
    "<p>\ud800x\udfff",
    "<a href='java\0script:x'>x</a>",
]
HOSTILE_BODIES += [
    "<a href='\x01javascript:x'>x</a>",
    "<p>&#7;&#xd800;&#xfffe;&#0;&#99999999999;</p>",
    "<\u017fcript>x</\u017fcript>",
]
HOSTILE_BODIES += ["<p>&#" + "9" * 9_000 + ";</p>", "<a href='&#" + "9" * 9_000 + ";'>x</a>"]

BLOCKS_TO_MIX = ["p", "div", "h1", "h2", "h3", "ul", "ol", "li", "blockquote", "hr", "table", "tr", "td"]
BLOCKS_TO_MIX += ["figure", "figure", "figcaption", "table", "thead", "tfoot", "th", "caption"]
INLINE_TO_MIX = [
    "strong",
    "em",
    "b",
    "i",
    "a",
    "br",
    "sub",
    "sup",
    "span",
    "button",
    "select",
    "svg",
    "math",
    "style",
    "script",
]
ATTRIBUTES_TO_MIX = [
    "",
    " href='/x'",
    " href=//x",
    " href=java\tscript:x",
    ' lang="zh"',
    " dir=rtl",
    " onclick=x",
    " style='x",
    " data-photo=12 data-place=wide",
    " data-gallery",
    " data-embed=https://youtu.be/dQw4w9WgXcQ",
    " data-embed=https://x.test data-pull scope=row",
    "/",
]
BAD = [
    "\0",
    "\x07",
    "\x0b",
    "\ufffe",
    "\uffff",
    "\ud800",
    "\u2028",
    "\u202e",
    "\u200b",
    "\r\n",
    "]]>",
    "</script>",
    "<!--<script>",
    '"><',
]
BAD += [
    "{{7*7}}",
    "javascript:",
    "&#x6a;",
    "=1+1",
    "<a href='java\tscript:",
    "-->",
    "&",
    "&nbsp;",
    "<",
    ">",
    "'",
    " ",
    "x",
    "中",
    "&#7;",
]
tags = st.builds(
    "<{}{}{}>".format,
    st.sampled_from(["", "", "/"]),
    st.sampled_from(BLOCKS_TO_MIX + INLINE_TO_MIX),
    st.sampled_from(ATTRIBUTES_TO_MIX),
)
any_body = st.lists(st.one_of(tags, tags, st.sampled_from(BAD), st.text(max_size=20)), max_size=20).map(
    "".join
)
