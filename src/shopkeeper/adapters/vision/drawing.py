"""QR codes by zxing-cpp, the library that reads them too."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, cast


class ZxingDrawer:
    def qr_svg(self, text: str) -> str:
        return _drawn(text)


@lru_cache(maxsize=512)
def _drawn(text: str) -> str:
    # A C++ library that only shops with pickups need.
    import zxingcpp

    cpp = cast(Any, zxingcpp)
    return str(cpp.create_barcode(text, cpp.BarcodeFormat.QRCode).to_svg())
