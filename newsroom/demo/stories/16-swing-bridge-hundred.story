+++
kicker = "Centenary"
headline = "A hundred years of waiting for the bridge"
standfirst = "The swing bridge at Sluice Lane has opened 410,000 times and closed, so far, as often."
section = "harbour"
authors = ["thomas-pellow"]
tags = ["swing bridge", "roads"]
photo = "bridge"
published = "11 days 3 hours ago"
+++
<p>Everyone in Saltmarsh has been late because of the bridge. It is accepted by schools, by the magistrates’ court and, on the register at St Osyth’s, as the reason one wedding in 1958 begins at 2.40.</p>
<p>It is a hundred years old this month: 94 metres of riveted iron, 290 tonnes, turning on 48 rollers that have been greased every Monday and never replaced. It was built so that coal could reach the gasworks. The gasworks closed in 1967, and there has been no coal since, but the river’s right to be let through is older than the road’s, and the bridge still opens to anything with a mast, on two blasts of a horn.</p>
<h2>Four minutes and ten seconds</h2>
<p>Rosa Quill, one of three bridge keepers, can do it in four minutes and ten seconds from horn to horn. The record is 3.52. It was set in 1974 by her uncle, who had left a pan on.</p>
<p>“They blow the horn and I look at the road, and there is always one who speeds up,” she said. “I know all the cars. I do not say anything. I see them in Quill’s on the Saturday, and they know that I know.”</p>
<p>It opened 3,911 times last year, 2,760 of them for yachts. The longest it has stayed open was nineteen hours, in the frost of 1963, with the postman on it.</p>
<h2>The party</h2>
<p>The bridge will be closed to traffic on the first Sunday of next month and open to people, with a brass band in the middle. Rides while it turns are by ballot, 40 at a time. <em>Those who have waited longest should apply first</em>, the notice says, and does not say how this will be proved.</p>
