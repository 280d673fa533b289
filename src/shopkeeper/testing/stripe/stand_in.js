// Stands in for Stripe.js where Stripe is a proxy on this machine: the same calls, with test cards to choose from instead of a number to type.
(function () {
  const api = new URL(document.currentScript.src).origin;
  const cards = [
    ["pm_card_visa", "Visa •••• 4242: accepted"],
    ["pm_card_visa_chargeDeclined", "Visa •••• 0002: declined"],
    ["pm_card_visa_chargeDeclinedInsufficientFunds", "Visa •••• 9995: not enough money"],
    ["pm_card_authenticationRequired", "Visa •••• 3184: asks for verification"],
  ];
  const post = async (path, fields) => {
    const answer = await fetch(`${api}${path}`, { method: "POST", body: new URLSearchParams(fields) });
    const body = await answer.json();
    return answer.ok ? { paymentIntent: body } : { error: body.error };
  };
  window.Stripe = (key) => ({
    elements: () => ({
      create: () => {
        const select = document.createElement("select");
        select.setAttribute("aria-label", "Test card");
        select.style.cssText = "font:inherit;color:inherit;background:transparent;border:0;inline-size:100%;block-size:100%";
        for (const [value, text] of cards) select.append(new Option(text, value));
        return {
          select,
          on: (event, handler) => event === "ready" ? setTimeout(handler) : event === "change" && handler({ complete: true }),
          mount: (where) => document.querySelector(where).append(select),
        };
      },
    }),
    confirmCardPayment: async (client_secret, data) => {
      const id = client_secret.split("_secret_")[0];
      if (data === undefined) return { error: { code: "nothing_to_do" } };
      const first = await post(`/v1/payment_intents/${id}/confirm`, { key, client_secret, payment_method: data.payment_method.card.select.value });
      if (first.paymentIntent?.status !== "requires_action") return first;
      const passed = String(window.confirm("Test bank: is it you?"));
      const second = await post(`/v1/payment_intents/${id}/authenticate`, { key, client_secret, passed });
      return second.paymentIntent?.last_payment_error ? { error: second.paymentIntent.last_payment_error } : second;
    },
  });
})();
