+++
kicker = "Rowing"
headline = "Women’s four wins at Eastmere by the length of a bow ball"
standfirst = "Eleven centimetres after two thousand metres. The judge looked at the photograph three times and the crew not at all."
section = "sport"
authors = ["gareth-loam"]
tags = ["rowing"]
published = "8 days 2 hours ago"
+++
<p>Saltmarsh Rowing Club’s women’s four won the senior final at Eastmere regatta by eleven centimetres from Great Holm, the narrowest verdict in the 96 years of the event.</p>
<p>They had been last at the five hundred, third at the thousand and, in the words of their coach, Bill Hartnoll, “somewhere about level, if you shut one eye” with a hundred to go. The rate went up to forty. So did Mr Hartnoll’s voice, which is to be rested.</p>
<p>The crew was Kezia Oakes (bow), Fran Lacey, Dr Amara Nwosu and Bethan Rix (stroke), steered by Oscar Lim, aged thirteen, who weighs 42 kilos and is owed a bag of chips by each of them.</p>
<p>“I knew we had it because their cox stopped shouting,” he said. “Also I was level with her, and then I wasn’t.”</p>
<h3>Results</h3>
<ul><li>Women’s senior fours: Saltmarsh 7:11.4, Great Holm 7:11.5, Thornhythe 7:19.0</li><li>Men’s novice eights: Eastmere, Saltmarsh second by two lengths</li><li>Mixed veterans’ double: N. Prosser and L. Quill, unopposed, and applauded</li></ul>
