+++
kicker = "Sluice Lane"
headline = "Panners to switch to floodlights that light the pitch"
standfirst = "The present set also lights the river, the chapel and, according to one complaint, a bedroom in Pikesey."
section = "sport"
authors = ["gareth-loam"]
tags = ["Saltmarsh Town FC", "dark skies"]
state = "in review"
written = "28 hours ago"
+++
<p>Saltmarsh Town will replace the sixteen lamps at Sluice Lane before next season at a cost of £38,000, half of it from the league’s ground fund.</p>
<p>The new ones use a third of the power and are shielded, which will please the astronomers on the sea wall. It will please the visiting goalkeepers less. “They used to come out for a high one and just go away,” said Kit Barlow, the manager. “It was worth six points a season.”</p>
<p>Supporters have raised £4,100 with a sponsored silence, which held until the third minute.</p>
