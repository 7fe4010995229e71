+++
kicker = "Music"
headline = "Silver Band, founded 1889, seeks cornet, any age, own lip"
standfirst = "Twenty-four players turn out on a Tuesday. The twenty-fifth chair has a coat on it."
section = "culture"
authors = ["samira-haddad"]
tags = ["brass band"]
photo = "bandstand"
published = "14 days 1 hour ago"
+++
<p>There is a chair in the front row of Saltmarsh Silver Band that nobody sits in. It belonged for fifty-one years to Clive Rudge, solo cornet, who retired in the summer on the advice of his dentist.</p>
<p>Since then the tune has been passed round. “We have had it on flugelhorn, on euphonium and once, when nobody was looking, on the xylophone,” said Gwen Tate, the conductor. “The audience sings it under its breath. It is very moving, but it is not in the part.”</p>
<p>The band practises on Tuesdays at half past six, on the bandstand when it is dry and in the fire station when it is not. It plays eleven times a year, among them at the reopening of the Lantern and the bridge’s hundredth birthday. Instruments can be lent. Players have been as young as nine, and as old as Clive.</p>
<p>Those interested should turn up. “Bring something to lean music on,” said Mrs Tate. “It is windy, and the Elgar has already been to Pikesey.”</p>
