+++
kicker = "Notebook"
headline = "Eels, or something like them, are back in the Pump Lane drain"
section = "marsh"
authors = ["ada-thistlewood"]
tags = ["birds"]
state = "draft"
written = "6 days ago"
+++
<p>Three seen by torchlight from the chapel steps. Ask the trust whether anyone has counted since the sluice was changed.</p>
<p>Possible opening: <em>An eel has somewhere to be.</em></p>
