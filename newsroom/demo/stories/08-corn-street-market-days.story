+++
kicker = "Town council"
headline = "Corn Street to close to cars on market days after a vote of eight to seven"
standfirst = "A six-month trial begins with the first Thursday of next month. Nobody on either side was heard to say that it would be quiet."
section = "town"
authors = ["jonah-brandt"]
tags = ["Corn Street", "market", "roads", "town council", "small business"]
photo = "market"
published = "2 days 2 hours ago"
+++
<p>Cars will be kept out of Corn Street from seven in the morning until four in the afternoon on market days, for a trial of six months, after the town council voted eight to seven at the end of a meeting that lasted three hours and twenty minutes.</p>
<p>The order covers the 210 metres between the library and Chapel Hill. Buses will run as now. Blue-badge holders may enter at any time from the library end, and deliveries before nine. Residents of the 38 homes on the street will get a permit each, and a second for £15.</p>
<p>The casting speech, if not the casting vote, came from Cllr Desmond Pryce, the mayor, who had been expected to abstain. “I have driven down Corn Street on a Thursday for thirty-one years,” he said. “I have never once got to the other end in a better temper than I started.”</p>
<h2>The case for</h2>
<p>The works committee’s survey counted 1,940 vehicles on the street on one market day, of which 1,310 did not stop. Walkers numbered 4,870. Eleven people have been hurt there in five years, two of them seriously, all on Thursdays.</p>
<p>“We are asking two out of every three drivers to take Mill Road instead, which adds ninety seconds,” said Cllr Philippa Rudge, who proposed the order. “In return a child can look at the fish.”</p>
<h2>The case against</h2>
<p>Traders are split. Of 52 businesses that answered the council, 23 were for the trial, 21 against and eight wanted to know who was asking. Bernard Quill, whose ironmongery has stood at number 9 since 1961, spoke for those against.</p>
<blockquote><p>Nobody carries a sheet of plywood home on the bus. I have seen it tried. It was on the bus for three stops.</p></blockquote>
<p>Cllr Martin Dace said the trial would move the traffic to Pump Lane, “which at present has its own difficulties”, and asked that the figures be published every month. That was agreed without a vote.</p>
<h2>What happens next</h2>
<ol><li>Signs go up a fortnight before the first closure.</li><li>The council counts walkers, vehicles and takings each month and publishes the numbers.</li><li>After three months a public meeting is held at the library.</li><li>After six, the council votes again. If it does nothing, the street reopens.</li></ol>
<p>Comments may be sent to the council’s <a href="https://example.org/consultations/corn-street">consultation page</a> until the trial ends, and to this page until our moderators tire.</p>
