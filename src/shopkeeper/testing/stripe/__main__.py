"""`python -m shopkeeper.testing.stripe`: a Stripe on this machine to try a shop with, until interrupted. No account, no money."""

from __future__ import annotations

import argparse
import signal
import sys

from shopkeeper.testing.stripe import LocalStripe, StripeFault, StripeProxy, available, stripe_settings


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--port", type=int, default=8421)
    parser.add_argument("--shop", default="http://127.0.0.1:8765", help="where the shop is served; its webhooks go there")
    faults = ", ".join(StripeFault)
    parser.add_argument("--fail", action="append", default=[], metavar="OPERATION=FAULT", help=f"one call goes wrong: {faults}")
    given = parser.parse_args()
    if not available():
        sys.exit("install the dev dependencies first: pip install localstripe stripe")
    with LocalStripe() as local:
        proxy = StripeProxy(local, port=given.port)
        for wish in given.fail:
            proxy.fail_next(*wish.split("=", maxsplit=1))
        proxy.post_to(f"{given.shop.rstrip('/')}/webhooks/payments/stripe")
        for name, value in stripe_settings(proxy).items():
            print(f"export SHOPKEEPER_{name.upper()}={' '.join(value) if isinstance(value, tuple) else value}")  # noqa: T201
        sys.stdout.flush()
        signal.sigwait({signal.SIGINT, signal.SIGTERM})
        proxy.close()


if __name__ == "__main__":
    main()
