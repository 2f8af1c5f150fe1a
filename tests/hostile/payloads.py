"""Texts that mean something to what shows them: each class of payload, several to a text so that one build shows all."""

from __future__ import annotations

LINES = (
    "<script>alert(1)</script><img src=x onerror=alert(1)><svg/onload=alert(1)> {{ 7*7 }} {% include '/etc/passwd' %} ]]> --> </style></title></textarea>",
    "=cmd|' /C calc'!A0 @SUM(1+1)*cmd +1 -1 \"quotes\" 'single' `tick` $(id) ;id| && \\input{/etc/passwd} \\write18{id} %n%s%x {0.__class__} ${jndi:x}",
    "::error file=x::y ::set-output name=a::b ##[group]x %0A::add-mask::x @everyone #1 [x](javascript:alert(1)) ![x](https://evil.example/x.png) <b>",
    "# heading - item 1. one > quote | a | b | --- *a* _b_ ~c~ {: onclick=alert(1) } --8<-- \"/etc/passwd\" $$x$$ [[x]] :smile: ^^^ === +++",
    "\" onmouseover=\"alert(1)\" style=\"position:fixed\" ' onfocus='alert(1)' autofocus=' \\\" \\' </script><script>alert(1)</script> &lt;b&gt; &#60;",
    "};alert(1);{ */ body{background:url(https://evil.example/x)} @import 'x'; expression(1) BEGIN:VEVENT END:VCALENDAR ATTENDEE:mailto:x \\n \\, ;x:y",
    "%%{init: {}}%% graph TD; click A \"javascript:alert(1)\" <!-- folio:x --> <![CDATA[ <?php x ?> <%= 1 %> #{1} !ENV [x, y] !!python/name:os.x &a *a",
    "javascript:alert(1) data:text/html,<script>1</script> file:///etc/passwd //evil.example http://127.0.0.1/ ../../etc/passwd C:\\x \\\\host\\x AKIA",
)  # fmt: skip
BLOCKS = (
    "<script>alert(1)</script>\n\n<iframe src=https://evil.example></iframe>\n\n<a href=javascript:alert(1) onclick=x>a</a>\n\n<div style='position:fixed'>x</div>",
    "[a](javascript:alert(1)) [b](data:text/html,x) [c](vbscript:x) [d](file:///etc/passwd) [e](//evil.example) ![f](https://evil.example/x.png) <javascript:alert(1)>",
    "# h {#x onclick=alert(1)}\n\n{: onclick=alert(1) }\n\n`x`{ onmouseover=alert(1) }\n\n--8<-- \"/etc/passwd\"\n\n::: folio\n\n!!! note <script>",
    "```html\n<script>alert(1)</script>\n```\n\n    <script>\n\n~~~ {onclick=x}\nx\n~~~\n\n<!-- x\n\n---\n\n{% raw %}{{ 7*7 }}",
    "$$\\href{javascript:alert(1)}{x}$$ $\\input{/etc/passwd}$ $\\url{x}$\n\n| a | <script> |\n|---|---|\n| [x](javascript:1) | <img src=x onerror=1> |",
    "[ref]\n\n[ref]: javascript:alert(1) \"x\"\n\n<https://evil.example/\" onclick=\"x> &lt;script&gt; &#x3C;script&#x3E; \\<script\\>\n\n- [ ] <input autofocus onfocus=alert(1)>",
)  # fmt: skip
