+++
kicker = "Counting"
headline = "Curlews on the Wend pass a thousand for the first time since 1994"
standfirst = "Nineteen people, five telescopes and one flask settled on 1,038. The mud has been left alone, and it shows."
section = "marsh"
authors = ["ada-thistlewood"]
tags = ["birds", "tides"]
photo = "curlews"
published = "26 hours ago"
+++
<p>You hear the number before you see it. Half an hour after low water the Hundred Acre flat looks like brown cloth with the creases left in, and then one of the creases calls.</p>
<p>The monthly count for the county trust found 1,038 curlews between the swing bridge and Pikesey Point, the first four-figure total since 1994 and 212 more than a year ago. Nineteen counters took part. The figure is the middle of three, which were 1,038, 1,051 and “a thousand, near enough”.</p>
<h2>Why more</h2>
<p>Nobody claims to know. Hywel Prosser, who has organised the count since he was twenty-six and is now seventy, offers three reasons and puts his money on the second.</p>
<ul><li>A mild season further east, so that fewer birds have moved on.</li><li>The end of bait digging on the Hundred Acre, agreed four years ago.</li><li>The counters have new telescopes.</li></ul>
<p>“You leave a thing alone and it gets better,” he said. “It is not a complicated idea. It is only an unpopular one.”</p>
<p>The lugworm figures support him. The trust’s cores found 41 to the square metre, against 17 when the digging stopped.</p>
<h2>Where to stand</h2>
<p>The best place is the second bench on the sea wall, two hours either side of low water, with the light behind you. Dogs on leads, please: one spaniel moves four hundred birds, and each time they go up they burn what it took them an hour to eat. The counts of past years are on the trust’s <a href="https://example.org/counts/wend">page of tables</a>.</p>
