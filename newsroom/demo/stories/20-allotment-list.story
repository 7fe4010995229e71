+++
kicker = "Cinder Bank"
headline = "Allotment list reaches ninety, and the ninety will wait eleven years"
standfirst = "A plot comes free eight times a year. Halves, quarters and a polite letter are being tried."
section = "town"
authors = ["maud-okafor"]
tags = ["allotments", "town council"]
photo = "allotments"
published = "18 days 5 hours ago"
+++
<p>Ninety people are now waiting for one of the 64 plots at Cinder Bank, twice as many as five years ago. At the present rate, the association’s secretary has worked out, the last of them will lift a first potato in eleven years and a month.</p>
<p>“We had a man put his daughter down at the christening,” said Dilys Amos, who keeps the list in a ledger. “She is seven. I have told him she is doing very well. She is thirty-first.”</p>
<p>The association voted to do three things. Plots that fall vacant will be halved unless a family asks otherwise. Beds a metre by three, raised to the height of a chair, will be built along the south fence for those who can no longer dig. And the eleven tenants whose plots the committee classes as <em>resting</em> will be sent a letter, which runs to one sentence and was drafted four times.</p>
<p>The council owns a further strip beyond the railway, large enough for thirty plots. It is at present let to a horse.</p>
