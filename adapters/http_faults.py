"""What goes wrong between us and a host, told apart by what follows from it.

    OSError
    └── HttpFault
        ├── BadAddress     it is no URL that can be called, nor a proxy
        ├── NotReached     there is no connection: to the host, or to the proxy before it
        ├── Disconnected   the connection was lost before an answer came: another may do
        ├── NotHttp        what came is no answer
        └── CutOff         the answer was lost in its middle

Faults of TLS stay `ssl.SSLError`, which is an `OSError` too. What a fault says is for whoever
asked: it is made of addresses, and quotes nothing that was sent or came.
"""

from __future__ import annotations


class HttpFault(OSError):
    pass


class BadAddress(HttpFault):
    pass


class NotReached(HttpFault):
    pass


class Disconnected(HttpFault):
    def __init__(self) -> None:
        super().__init__("it closed the connection")


class NotHttp(HttpFault):
    pass


class CutOff(HttpFault):
    pass
