"""`briefing serve`: the reader in a browser, with the front end of textual-serve.

`server` is the few addresses that are answered, `page/` what the browser gets. Who is answered is settled
by `connection` (limits), `guard` and `hosts` (which names), `admission` and `secret` (the password). `visits`
are all that read at the moment, `visit` one of them, `child` its process and `packets` what is said to it. In
that process `visitor` is the program, `driver` the pipe to the server, `limits` what the system enforces.
"""
