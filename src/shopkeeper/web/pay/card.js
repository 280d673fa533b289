// @ts-nocheck: Stripe.js brings no types here.
// The provider's card field on our page: mounts it, confirms the payment in the browser, goes back to the shop.

const form = document.querySelector("#card-form");
const button = form.querySelector("button");
const problem = form.querySelector("#problem");
const label = button.textContent;

const stripe = window.Stripe(form.dataset.key);
const style = getComputedStyle(document.body);
const card = stripe.elements().create("card", {
  style: { base: { color: style.color, fontFamily: style.fontFamily, fontSize: "16px" } },
});
card.mount("#card-field");
card.on("ready", () => { button.disabled = false; });

function busy(is) {
  button.disabled = is;
  button.textContent = is ? form.dataset.waiting : label;
  form.setAttribute("aria-busy", String(is));
}

const keep = form.querySelector("#keep");
let said = keep?.checked ?? false;

/** What the box says is told before the card is used; nothing is paid where that fails. */
async function sayKeep() {
  if (!keep || keep.checked === said) return;
  const body = new URLSearchParams({ csrf: keep.dataset.csrf, keep: keep.checked ? "on" : "" });
  const answer = await fetch(keep.dataset.action, { method: "POST", body });
  if (!answer.ok) throw new Error("not kept");
  said = keep.checked;
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  busy(true);
  problem.hidden = true;
  let result;
  try {
    await sayKeep();
    result = await stripe.confirmCardPayment(form.dataset.clientSecret, { payment_method: { card } });
  } catch {
    result = { error: {} };
  }
  if (!result.error) {
    location.assign(form.dataset.return);
    return;
  }
  problem.textContent = result.error.type === "validation_error" && result.error.message ? result.error.message : form.dataset.trouble;
  problem.hidden = false;
  busy(false);
});
