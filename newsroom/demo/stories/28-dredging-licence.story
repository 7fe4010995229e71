+++
kicker = "Harbour office"
headline = "Dredging licence would move 40,000 tonnes of mud, once somebody says where"
standfirst = "The channel has lost sixty centimetres in eight years. The mud that filled it belongs, in law, to four different bodies."
section = "harbour"
authors = ["thomas-pellow", "jonah-brandt"]
tags = ["harbour office", "Staithe Quay", "birds"]
photo = "harbour"
state = "in review"
written = "5 hours ago"
+++
<p>The harbour office has applied to dredge 40,000 tonnes of mud from the channel below the swing bridge, the first such work since 2009.</p>
<p>The depth at low water springs is 1.7 metres, against 2.3 eight years ago. The Prudence touched twice last month. “She is a boat,” said her skipper, Alf Gray. “She is not supposed to walk.”</p>
<p>The mud would be pumped on to the marsh at Netherpans to raise it ahead of the sea. The county’s ecologist favours this; the Drainage Board, which owns the ditch it would cross, has asked for a report on the ditch.</p>
<p>The cost is put at £640,000. The harbour’s reserves stand at £655,000.</p>
