"""Web pages in the manner of different outlets: the same six sentences among other furniture."""

SENTENCES = [
    "The council of Marlow Bay approved a new tram line on Tuesday by 14 votes to 9.",
    "The line will cost 48 million euros, of which the state pays 30 million.",
    "“It is a good day for the city,” mayor Lena Ott said.",
    "Work is to start in March 2026 and will take two years, according to the plan.",
    "Opponents say that the route through Garden Street would cost 60 trees.",
    "A court in Tollan is to hear their complaint on 12 May.",
]
OTHERS = {
    "wordpress": {"“We lost 60 trees in the storm already.”"},
    "amp": {
        "Mayor Lena Ott on Garden Street. Photo: Jan Rode/Echo",
        "The planned depot at Tollan, seen in 2024. (Image: City of Marlow Bay)",
    },
    "ministry": {"State | 12 | 18", "City | 8 | 10"},
    "pull quotes": {"Read the plan here."},
    "teasers": {"The vote ends a debate of ten years.", "Mayor Lena Ott on Garden Street."},
}
PAGES = {
    "bare divs": (
        "<html><head><title>Tram line approved | Echo</title></head><body><div><div><div><span><a"
        ' href="/">Home</a></span><span><a href="/a">Archive</a></span></div></div><div><div><div'
        ' style="font-size:30px">Tram line approved</div><div>§0<br><br>§1<br><br>§2</div><div>§3'
        '</div><div><div>§4</div><div>§5</div></div></div></div><div><a href="/x">Contact us</a> '
        '<a href="/y">Privacy policy</a> <a href="/z">Terms</a></div></div></body></html>'
    ),
    "no article element": (
        '<html lang="en"><head><title>Marlow Bay approves tram line - The Bay Echo</title><meta '
        'property="og:site_name" content="The Bay Echo"><meta property="article:published_time" '
        'content="2025-03-04T09:00:00+01:00"><meta property="article:modified_time" '
        'content="2025-03-06T09:00:00+01:00"></head><body><div id="top"><div class="logo"><a '
        'href="/">The Bay Echo</a></div><div class="menu"><a href="/n">News</a> <a '
        'href="/s">Sport</a></div></div><div class="content"><h1>Marlow Bay approves tram '
        'line</h1><div class="meta">By Ina Kroll | 4 March 2025, 09:00 | Updated 6 March '
        '2025</div><div class="story-text"><p>§0</p><p>§1</p><p>§2</p><div class="inline-'
        'related"><h4>More on this story</h4><ul><li><a href="x">Tram plan divides '
        'city</a></li></ul></div><p>§3</p><p>§4</p><p>§5</p></div></div><div class="most-'
        'read"><h3>Most read</h3><ol><li><a href="1">Storm hits coast and floods three '
        'towns</a></li></ol></div><div id="footer">© 2025 The Bay Echo. All rights '
        "reserved.</div></body></html>"
    ),
    "amp": (
        '<!doctype html><html amp lang="en"><head><meta charset="utf-8"><title>Marlow Bay '
        'approves tram line</title><link rel="canonical" href="https://echo.example/tram"><script'
        ' type="application/ld+json">{"@context":"http://schema.org","@graph":[{"@type":"WebSite"'
        ',"name":"Bay '
        'Echo","publisher":{"@id":"#org"}},{"@type":"Organization","@id":"#org","name":"Bay Echo '
        'Media"},{"@type":["NewsArticle"],"headline":"Marlow Bay approves tram line","dateModifie'
        'd":"2025-03-06","datePublished":"2025-03-'
        '04T08:00:00Z","publisher":{"@id":"#org"}}]}</script></head><body><amp-sidebar '
        'id="s"><ul><li>News</li><li>Sport</li></ul></amp-sidebar><main><article><h1>Marlow Bay '
        'approves tram line</h1><amp-img src="a.jpg" width="1" height="1"></amp-img><figure><amp-'
        'img src="b.jpg"></amp-img><figcaption>Mayor Lena Ott on Garden Street. <span '
        'class="credit">Photo: Jan Rode/Echo</span></figcaption></figure><p>§0</p><p>§1</p><amp-'
        'ad width=300 height=250 type="x"><div>Advertisement</div></amp-'
        'ad><p>§2</p><p>§3</p><p>§4</p><p>§5</p><figure><amp-img src="c.jpg"></amp-'
        "img><figcaption>The planned depot at Tollan, seen in 2024. (Image: City of Marlow "
        "Bay)</figcaption></figure></article></main><amp-consent><div><p>We and our partners use "
        "cookies to give you the best experience.</p><button>Accept</button></div></amp-"
        "consent></body></html>"
    ),
    "wordpress": (
        '<html><head><title>Tram line approved – Bay Blog</title><meta property="og:title" '
        'content="Tram line approved"><meta property="og:site_name" content="Bay '
        'Blog"></head><body class="post-template-default single single-post"><header class="site-'
        'header"><p class="site-title"><a href="/">Bay Blog</a></p><p class="site-'
        'description">News from the bay since '
        '1998</p><nav><ul><li><a>Home</a></li></ul></nav></header><div class="site-content"><main'
        ' id="main"><article class="post type-post hentry category-news tag-tram"><header '
        'class="entry-header"><h1 class="entry-title">Tram line approved</h1><div class="entry-'
        'meta"><span class="posted-on">Posted on <time class="entry-date published" '
        'datetime="2025-03-04T10:00:00+00:00">March 4, 2025</time><time class="updated" '
        'datetime="2025-03-07T10:00:00+00:00">March 7, 2025</time></span><span class="byline"> by'
        ' <a>Ina Kroll</a></span></div></header><div class="entry-'
        'content"><p>§0</p><p>§1</p><p>§2</p><p>§3</p><blockquote class="wp-block-quote"><p>“We '
        "lost 60 trees in the storm already.”</p><cite>Rolf Dahl, "
        'resident</cite></blockquote><p>§4</p><p>§5</p><div class="sharedaddy sd-sharing-'
        'enabled"><h3>Share this:</h3><ul><li><a>Click to share on Twitter</a></li><li><a>Click '
        'to share on Facebook</a></li></ul></div><div id="jp-relatedposts" class="jp-'
        'relatedposts"><h3>Related</h3><p><a>Tram plan divides the city council '
        'again</a></p></div></div><footer class="entry-footer"><span>Posted in '
        '<a>News</a></span><span>Tagged <a>tram</a></span></footer></article><nav class="post-'
        'navigation"><a>Previous: Storm</a></nav><div id="comments" class="comments-area"><h2>2 '
        'thoughts on “Tram line approved”</h2><ol class="comment-list"><li><div class="comment-'
        'body"><p>I think this is a terrible idea for our town.</p></div></li></ol><div '
        'id="respond"><h3>Leave a Reply</h3><p>Your email address will not be published. Required'
        ' fields are marked *</p></div></div></main><aside class="widget-area"><section '
        'class="widget"><h2>Recent Posts</h2><ul><li>Storm hits '
        "coast</li></ul></section></aside></div></body></html>"
    ),
    "ministry": (
        "<html><head><title>Ministry of Transport - Press release: Tram line</title><meta "
        'name="DC.date.issued" content="2025-03-04"><meta name="DC.publisher" content="Ministry '
        'of Transport"></head><body><a class="skip-link" href="#c">Skip to content</a><div '
        'class="header-wrap"><img alt="Ministry of Transport"></div><div '
        'class="breadcrumb"><span>You are here:</span> <a>Home</a> &gt; <a>Press</a> &gt; Press '
        'releases</div><div id="leftnav"><ul><li><a>About '
        'us</a></li><li><a>Minister</a></li></ul></div><div id="c"><h2 class="title">Tram line in'
        " Marlow Bay approved</h2><p "
        'class="date">04.03.2025</p><p><strong>§0</strong></p><p>§1</p><p>§2</p><p>§3</p><table '
        'class="data"><caption>Funding in million euros</caption><tr><th>Source</th><th>2026</th>'
        "<th>2027</th></tr><tr><td>State</td><td>12</td><td>18</td></tr><tr><td>City</td><td>8</t"
        "d><td>10</td></tr></table><p>§4</p><p>§5</p><p>Press contact: Jo Marsh, Tel. +49 30 "
        '1234567, press@mot.example</p></div><div class="page-tools"><a>Print</a> '
        "<a>Share</a></div><div "
        'class="footer"><ul><li><a>Imprint</a></li><li><a>Accessibility</a></li></ul><p>Last '
        "modified: 05.03.2025</p></div></body></html>"
    ),
    "pull quotes": (
        "<html><head><title>Tram</title></head><body><article><h1>Tram line "
        'approved</h1><p><b>MARLOW BAY</b> — §0</p><p>§1 <a href="x">Read the plan '
        'here</a>.</p><aside class="pullquote"><p>It is a good day for the '
        'city</p></aside><p>§2</p><div class="pull-quote">It is a good day for the '
        'city</div><h3>The route</h3><p>§3</p><p><strong>Read more:</strong> <a href="x">Tram '
        "plan divides city</a></p><p>§4</p><p><em>This article was first published in the Bay "
        'Weekly.</em></p><p>§5</p></article><section class="author-box"><p>Ina Kroll covers '
        "transport for the Echo.</p></section></body></html>"
    ),
    "several times": (
        "<html><head><title>Tram line approved</title></head><body><main><h1>Tram line "
        'approved</h1><p>Updated <time datetime="2025-03-07">7 March 2025</time></p><p>Published '
        '<time datetime="2025-03-04">4 March 2025</time></p><section><p>§0</p><p>§1</p><p>§2</p><'
        'p>§3</p><p>§4</p><p>§5</p></section><section class="recommended-stories"><h2>You may '
        "also like</h2><div><p>Storm Petra hits the coast and floods three towns in the north of "
        "the country.</p></div></section></main></body></html>"
    ),
    "layout table": (
        '<html><head><title>News</title></head><body><table width="100%"><tr><td width="20%"><a '
        'href="a">Home</a><br><a href="b">News</a><br><a href="c">Links</a></td><td><h2>Tram line'
        ' approved</h2><font size="2"><p>§0</p><p>§1</p><p>§2</p><p>§3</p><p>§4</p><p>§5</p></fon'
        "t></td></tr></table></body></html>"
    ),
    "list inside": (
        "<html><head><title>Tram</title><script "
        'type="application/ld+json">{"@type":"NewsArticle","headline":"Tram line approved","isPar'
        'tOf":{"name":"Echo"},"dateCreated":"2025-03-04"}</script></head><body><article><div '
        'class="headline"><h1>Tram line approved</h1></div><div class="body-text"><div '
        'class="paragraph">§0</div><div class="paragraph">§1</div><div class="ad-'
        'slot">Advertisement</div><div class="paragraph">§2</div><div '
        'class="paragraph">§3</div><ul class="bullet-list"><li>§4</li><li>§5</li></ul></div><div '
        'class="tags"><a>Tram</a><a>City</a></div></article></body></html>'
    ),
    "sidebar in the wrapper's name": (
        '<html><head><title>Tram line approved | Echo</title></head><body class="page has-'
        'sidebar"><div class="wrap has-sidebar with-navigation"><div class="content-'
        'area"><h2>Tram line '
        "approved</h2><p>§0</p><p>§1</p><p>§2</p><p>§3</p><p>§4</p><p>§5</p></div><div "
        'class="sidebar"><p>Weather today: sunny and 14 degrees in the whole of the bay '
        "area.</p></div></div></body></html>"
    ),
    "one big form": (
        '<html><head><title>Tram line approved</title></head><body><form id="aspnetForm"><div '
        'id="nav"><a>x</a></div><div id="main"><h2>Tram line approved</h2><p>§0</p><p>§1</p><p>§2'
        "</p><p>§3</p><p>§4</p><p>§5</p></div></form></body></html>"
    ),
    "breaks": (
        "<html><head><title>Old page</title></head><body bgcolor=white><center><h3>Tram line "
        "approved</h3></center><hr>§0<br><br>§1<br><br>§2<br><br>§3<br><br>§4<br><br>§5<hr><a "
        "href=i.html>Back</a> | <a href=j.html>Next</a><br>Last updated: 4 March "
        '2025<br>Webmaster: <a href="mailto:x@y.example">x@y.example</a></body></html>'
    ),
    "teasers": (
        '<html><head><title>T</title></head><body><main><article class="story"><h1>Tram line '
        'approved</h1><p class="dek">The vote ends a debate of ten years.</p><div '
        'class="byline">By <a>Ina Kroll</a></div><div class="timestamp">March 4, 2025 at 9:00 AM '
        'EST</div><div class="image"><img><div class="image-caption">Mayor Lena Ott on Garden '
        'Street.</div><div class="image-credit">Jan Rode / '
        'Echo</div></div><p>§0</p><p>§1</p><p>§2</p><div class="embed"><p>— Lena Ott (@lenaott) '
        "March 4, 2025</p></div><p>§3</p><p>§4</p><p>§5</p><p>(Reporting by Ina Kroll; Editing by"
        ' Max Ode)</p><div class="topics"><ul><li><a>Transport</a></li><li><a>City</a></li></ul><'
        '/div></article><article class="teaser card"><h3><a href="x">Storm Petra hits the '
        "coast</a></h3><p>Three towns in the north were flooded on Sunday.</p></article><article "
        'class="teaser card"><h3><a href="y">Mill sold</a></h3><p>The mill at Orla was sold on '
        "Monday.</p></article></main></body></html>"
    ),
}


def page(name: str) -> str:
    """Return a page with its sentences in place."""
    text = PAGES[name]
    for at, sentence in enumerate(SENTENCES):
        text = text.replace(f"§{at}", sentence)
    return text
