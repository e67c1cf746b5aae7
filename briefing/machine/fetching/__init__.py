"""A document fetched from an address: who may be asked, what is sent, and how much is taken.

`address` takes an address apart, `hosts` knows which IP addresses are private, `resolving` turns a name into
those that may be connected to, `proxies` reads the environment's, `exchange` sends one request, `body` reads
its answer within limits, and `fetch` follows redirects and keeps the time. `complaints` says what went
wrong in one line.
"""
