+++
kicker = "Players"
headline = "Wanted by the Saltmarsh Players for its first production back at the Lantern: eleven adults, four children, a lighthouse keeper who can whistle, and somebody who owns a working wheelbarrow"
standfirst = "Auditions are at St Osyth’s hall. The wheelbarrow need not attend."
section = "culture"
authors = ["samira-haddad"]
tags = ["Lantern Theatre"]
published = "4 days ago"
+++
<p>The Saltmarsh Players will hold open auditions for <em>The Tide Tables</em>, Aled Marsh’s new comedy about a town that loses an hour, on two evenings at St Osyth’s hall from seven o’clock.</p>
<p>No experience is asked for. Noor Rahimi, who directs, would like to see people who have never set foot on a stage, “because they stand still, which is most of it”. Four parts are for children between eight and twelve. The lighthouse keeper has no lines but is on throughout and must whistle two verses of a hymn, in tune, while repairing a bicycle.</p>
<p>The wheelbarrow is needed for eleven performances and all rehearsals. The company’s own was borrowed in 2019.</p>
<p>Scripts can be read beforehand at the library. Those who would sooner hold a hammer are wanted too: the set calls for forty metres of sea.</p>
