+++
kicker = "Flood watch"
headline = "Third-highest tide on record stops a hand’s width below the doors of Staithe Quay"
standfirst = "The board read 5.27 metres at the top. Forty-one households had been asked to leave; most went as far as the stairs."
section = "harbour"
authors = ["thomas-pellow", "maud-okafor"]
tags = ["tides", "flood defences", "Staithe Quay", "harbour office"]
photo = "flood"
published = "25 minutes ago"
+++
<p>The tide that crossed Staithe Quay reached 5.27 metres on the harbour board, the third-highest level in the 140 years for which readings have been kept, and turned nine centimetres below the lowest doorstep in the terrace.</p>
<p>No house was flooded. The water stood on the quay for 52 minutes, took two benches and a rowing skiff as far as the swing bridge, and left behind a band of weed that reached the second course of sandbags.</p>
<p>“We had the bags down with forty minutes to spare, which is thirty-five more than last time,” said Ruth Calloway, the harbourmaster. “The wind went round to the south-west when we needed it to. Nobody should plan on that happening twice.”</p>
<h2>A quiet evacuation</h2>
<p>Forty-one households between the Harbour Office and Sluice Lane were asked to leave at half past the hour before high water. Wardens counted 58 people into St Osyth’s hall, where there was soup, and estimate that about as many stayed upstairs.</p>
<p>“I am eighty-three and I have a kettle on the landing,” said Mrs Edith Farrow of number 14, from her bedroom window. “I was up here in 1978 with two children and a cat. This was a good deal less trouble.”</p>
<blockquote><p>The wind went round when we needed it to. Nobody should plan on that happening twice.</p></blockquote>
<p>The five highest tides on the Staithe Quay board are now:</p>
<ol><li>5.44 metres, in 1921</li><li>5.31 metres, in 1978</li><li>5.27 metres, the latest</li><li>5.22 metres, in 2013</li><li>5.19 metres, in 1936</li></ol>
<h2>What it means for the wall</h2>
<p>The proposed quay wall, on which the town council is to decide in the spring, would stand at 5.60 metres. Its cost was put at £2.3m in the last estimate, of which the town would find £410,000.</p>
<p>Cllr Philippa Rudge, who chairs the works committee, said the council would not be hurried by one night. “It would be a poor argument that needed the water to make it,” she said. “But I did stand there and look at the gap, and it was a hand. My hand.”</p>
<p>The quay is open again to walkers. Vehicles should stay away until the paving has been inspected. The next spring tides are in a fortnight and are forecast half a metre lower; the tables are on the <a href="https://example.org/tides/staithe-quay">harbour office’s page</a>, and our other reports are under <a href="/tag/tides/">tides</a>.</p>
