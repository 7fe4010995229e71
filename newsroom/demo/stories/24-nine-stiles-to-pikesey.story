+++
kicker = "A walk"
headline = "Nine stiles to Pikesey"
standfirst = "Eleven kilometres along the sea wall, with a heron, a pillbox, a drowned church and a ferry home. Allow four hours, or a day."
section = "marsh"
authors = ["ada-thistlewood"]
tags = ["walks", "birds", "Pikesey", "ferry"]
photo = "dawn"
published = "33 days 6 hours ago"
+++
<p>Start early. Not because it is far, which it is not, but because the wall runs east, and for the first hour you will have the whole estuary poured towards you in one colour. By ten o’clock it is merely a view.</p>
<p>You need the tide going out, something for the wind, and boots you do not love. The path is level from end to end, if you leave out the stiles, of which there are nine, each built by a different farmer to annoy a different cow.</p>
<h2>To the second stile</h2>
<p>From the bus station go down Sluice Lane, over the swing bridge if it is shut, and left along the top of the wall past the football ground. The hum on your right is the pump at Netherpans, and the squares of sky lying about on the ground are the salt pans. In a dry week there will be people in them with long rakes, walking backwards.</p>
<p>The <strong>first stile</strong> has a step missing and a handrail that makes up for it. At the <strong>second</strong> there is a bench, put there in memory of someone called only <em>Dad</em>. Sit on it. If the water is low the river here is a thing of loops, and there is nearly always a heron in the nearest one, looking as if it has been asked to wait.</p>
<p>It has not, of course. It is fishing. I once timed one at thirty-eight minutes without a movement, and then I moved, and missed it.</p>
<h2>The third and the fourth</h2>
<p>Beyond the bench the town goes quiet behind you in stages: first the lorries, then the school, and last of all the bell of St Osyth’s, which on a west wind will follow you for an hour.</p>
<p>The <strong>third stile</strong> is new and belongs to the county. It is a gate, really, and a good one. Just past it a brick box sinks into the landward side with its slit towards the sea. It was manned for four years by the Saltmarsh Home Guard, who fired one shot from it, at a buoy. Swallows use it now.</p>
<p>At the <strong>fourth</strong> look inland. The flat green field with the ditches round it was the old harbour, and the line of humps along its edge the quay. A town of six hundred people loaded wool here until the river moved in 1287. There is nothing to see, which is what I like about it. You may have it to yourself for as long as you want.</p>
<h2>Mud, and what lives on it</h2>
<p>Between the fifth stile and the seventh is the Hundred Acre flat, and if you have timed it well it will be bare. Do not go down to it. It looks like wet sand and is not. The rescue boat has a sledge for this and nothing else.</p>
<p>From the wall you miss little anyway. Take it in layers:</p>
<ul><li>Nearest, among the cord-grass, redshank, which will tell everybody that you have come.</li><li>In the middle distance, curlew, a few hundred of them, spaced as if by a committee.</li><li>Along the water’s edge, dunlin: a grey smear until something startles it, and then a thing I cannot describe, so I will say that it is like a scarf being shaken out by someone you cannot see.</li></ul>
<p>The <strong>sixth stile</strong> is the rotten one. Go round.</p>
<h2>The drowned church</h2>
<p>Ask anyone in Pikesey, and they will tell you that at the lowest tides you can hear the bells of the church that went under in the great storm. They will tell you with a straight face. There was a church; there was a storm. But the bells were sold in 1540, to pay for the sea wall, and hang in Great Holm, where they can be heard at any state of the tide.</p>
<p>What you can see, from the <strong>seventh stile</strong>, at anything under a metre, is a straight black edge about twenty paces long, where no straight edge ought to be. It is the north wall of the nave. Cormorants dry their wings on it. I have walked past it perhaps three hundred times, and still look for it as one looks for a friend on a platform.</p>
<h2>Home</h2>
<p>After the <strong>eighth</strong> the wall bends and there is Pikesey all at once: eleven roofs, a white lighthouse with a red stripe, and the Plough. It does a crab sandwich until two. The <strong>ninth stile</strong> is in the garden of the Plough, and is a test.</p>
<p>The ferry goes on the hour from the slip below the church. It takes six minutes to undo what took you four hours, and Bram Oakes will ask you how many stiles you counted. The answer is nine. People say eight, having gone round the sixth, and he does not let them forget it.</p>
<blockquote><p>You sit on the rail with your boots steaming, and the whole of your morning goes by on the left, the wrong way round and very small.</p></blockquote>
<hr>
<p><strong>The facts.</strong> 11 km, level, muddy after rain. Bus 14 to Mill Road. Tide under two metres for the Hundred Acre, under one for the church: see the <a href="https://example.org/tides/staithe-quay">tables</a>. Ferry £2.20. Dogs on leads from the fifth stile. No shade, no shop, and no way off the wall between the fourth stile and the eighth, so start with an empty bladder and a full flask, and not the other way about.</p>
