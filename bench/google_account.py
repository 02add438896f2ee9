"""A service account of Google's that is none: its tokens come from a server of this machine."""

from __future__ import annotations

import json
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa


def write_account(file: Path, token_uri: str) -> Path:
    """The file that Google would have handed out, with a key made for it."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    pem = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    account = {
        "type": "service_account",
        "client_email": "nobody@example.test",
        "private_key": pem.decode(),
        "token_uri": token_uri,
    }
    file.write_text(json.dumps(account))
    return file
