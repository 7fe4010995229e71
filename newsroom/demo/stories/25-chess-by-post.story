+++
kicker = "Chess"
headline = "Match with Pikesey enters its ninth year at move thirty-one"
standfirst = "It is played by ferry. The bishop is believed to be in the post."
section = "sport"
authors = ["gareth-loam"]
tags = ["Pikesey", "ferry"]
published = "35 days 4 hours ago"
+++
<p>Saltmarsh Chess Club’s match against Pikesey, begun for charity nine years ago, has reached its thirty-first move and what both captains call a critical position.</p>
<p>Moves are written on a card and carried across the river by the ferry. There is no clock. Pikesey has twice taken a winter over a pawn; Saltmarsh once replied by return and was accused of haste.</p>
<p>“It is dead level,” said Leonard Quill, 84, the home captain. “They have the two knights, and we have the younger committee.”</p>
<p>In the spring a card was lost overboard, and play stopped for seven weeks while the clubs argued over whether the move had been made. A ruling was sought from the national federation, which asked to be sent the position and has not been heard from since. It is thought that they are still looking.</p>
