+++
kicker = "Salt"
headline = "Netherpans to double its pans after order for eleven tonnes"
standfirst = "A works that employed two cousins and a wind pump will take on seven people. The wind pump stays."
section = "trade"
authors = ["lin-wenyu"]
tags = ["salt", "Netherpans", "small business", "food and drink"]
photo = "saltpans"
published = "20 hours ago"
newer = ["a chain of bakeries, the largest", "a chain of bakeries whose name was under wraps until this morning, the largest"]
update_at = "in 18 hours"
+++
<p>The last working salt pans on the Wend are to double in size after winning an order worth £176,000 from a chain of bakeries, the largest since the works was reopened in 2016.</p>
<p>Lowri Tansley, who runs Netherpans with her cousin Pete, said the order for eleven tonnes a year was “about four tonnes more than we knew how to say yes to”. They said yes, and then borrowed £90,000 from the county’s rural fund to make it true.</p>
<p>Sixteen pans will be cut beside the present eighteen, on ground that was pans until 1911. Seven people will be taken on, four of them from the spring. Pay starts at £13.10 an hour, and there is, the advertisement says, no indoor work.</p>
<h2>How it is done</h2>
<p>Water is let in on the highest tides and stands in a reservoir until the mud has settled. A wooden pump lifts it into pans four centimetres deep, where sun and wind do the rest in nine days, or not at all. What forms on the surface is raked off by hand before breakfast.</p>
<p>“People ask why we do not heat it,” said Pete Tansley. “We could. Then it would be salt.”</p>
<p>The works sold £212,000 of salt last year and made a profit of £19,400. Its customers include three restaurants with stars, a maker of crisps, and St Osyth’s church, which uses it on the steps.</p>
<p>The county’s ecologist has asked that no pan be cut between March and August, when avocets nest on the banks. Mrs Tansley said the birds had been consulted. “They sit on the diggers,” she said.</p>
