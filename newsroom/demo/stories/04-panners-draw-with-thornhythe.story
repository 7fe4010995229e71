+++
kicker = "Saltmarsh Town 2, Thornhythe 2"
headline = "Shaw’s corner rescues a point and a great many voices"
standfirst = "Two down at the break and a man short, the Panners got the draw in the ninety-third minute, with a goal nobody has yet claimed."
section = "sport"
authors = ["gareth-loam"]
tags = ["Saltmarsh Town FC"]
photo = "football"
published = "9 hours ago"
+++
<p>There are afternoons at Sluice Lane when the best thing to be said is that the tea was hot. This looked like one of them for an hour. By the end 814 people were standing on the seats, including two who were supposed to be stewarding.</p>
<p>Thornhythe Rovers were ahead in six minutes, when Ilie Costa was allowed to turn twice in a space where once should have been enough. The second came just before the break from a free kick that took the wall, the post and the goalkeeper in that order. Between the two, Jamal Peart was sent off for a tackle he described afterwards as “early”.</p>
<h2>Ten men and the wind</h2>
<p>Kit Barlow, the manager, is not known for speeches. “I told them which end the wind was blowing to,” he said. He also sent on Danny Shaw, 18, who works mornings at the fish stall and had been up since four.</p>
<p>The wind did its part on 71 minutes, carrying Callum Byrne’s cross over everybody and in at the far post. Byrne celebrated as though he had meant it, which on reflection he may have.</p>
<p>After that it was all one way, though mostly sideways. In the third minute of stoppage time Shaw walked over to take a corner on the river side. What happened next has been described to this reporter by nine people in nine ways. The ball went in. It went in off a knee, a shoulder or the referee.</p>
<blockquote><p>It touched me. Put it down to me. My mum’s here.</p></blockquote>
<p>That was Tom Adeyemi, the centre half. The club has given it to him until the film can be looked at.</p>
<h3>How they stand</h3>
<p>The draw leaves the Panners seventh, four points from the play-off places with a match in hand, which is the postponed one against Marram United. Supporters are reminded that the bridge will be open to the river before the next home match and closed to everything else: allow ten minutes.</p>
<p><strong>Saltmarsh Town:</strong> Ogden; Lacey, Adeyemi, Rix, Peart; Byrne, Holloway (Shaw 58), Nunn, Tate; Carver (Obi 75), Flint. <strong>Attendance:</strong> 814. <strong>Dogs:</strong> 23.</p>
