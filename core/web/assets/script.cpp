// SPDX-License-Identifier: EUPL-1.2
#include "core/web/assets/assets.hpp"

namespace casus::web {

// A page says in data-live from where its events come, and in data-part which pieces may be put anew. A form with
// data-send is sent without leaving the page; its id goes with it again when the connection failed, so that it is done
// once. What is typed is kept on this device under data-keep (the day of the meeting), and goes when the day does; what
// somebody types for another team on the same server (data-base) is another's.
std::string_view script() {
  return R"js("use strict";
(() => {
const all = (q, at = document) => [...at.querySelectorAll(q)], byId = id => document.getElementById(id),
  on = (what, f) => document.addEventListener(what, f);
const body = document.body, word = n => body.dataset[n] || "", keep = word("keep"), ours = "casus" + word("base") + " ", space = ours + keep + " ";
const note = t => { const n = byId("connection"); if (n.textContent !== t) n.textContent = t; };

// What was written where nobody sees it yet says so when it is sent, also when its form was put anew since: then it is
// asked first. No type hidden, so that it is no part of what a newer form has too.
const hush = f => f?.unseen || f?.insertAdjacentHTML("beforeend", "<input name=unseen value=1 hidden>");

// What is being typed stays on this device for this meeting, behind a sign that says whether it was written unseen.
const safely = f => { try { f(); } catch { } };
const draft = e => keep && safely(() =>
  localStorage[e.value ? "setItem" : "removeItem"](space + e.dataset.draft, +!!e.form.unseen + e.value));
const restore = () => keep && safely(() => { for (const e of all("[data-draft]")) {
  const d = !e.value && localStorage[space + e.dataset.draft];
  if (d) e.value = d.replace(/^[01]/, ""), +d[0] && hush(e.form);
  else draft(e);
} });
safely(() => { if (keep !== "*") for (const k of Object.keys(localStorage))
  if (k.startsWith(ours) && !(keep && k.startsWith(space))) localStorage.removeItem(k); });
on("input", e => { if (e.target.dataset.draft) draft(e.target); });

// The pieces of a newer page take the place of these, or all of it when it has others; what is typed stays. What was
// not done comes back in its line as it was probably meant. What is folded out for
// one time (data-once) folds again when its form was done. A page of what came too late (data-stays) waits for whoever
// reads it.
const bare = e => e.innerHTML.replace(/<input type="hidden"[^>]*>/g, "");
function put(html, sent, tried) {
  const page = new DOMParser().parseFromString(html, "text/html"), ids = at => all("[data-part]", at).map(e => e.id) + "";
  const mute = all("[name=unseen]").map(e => e.form).filter(f => f !== sent && f !== tried && f.text.value);
  const open = all("details[open]").filter(d => !(d.matches("[data-once]") && d.contains(sent))).map(d => d.id), reopen = () => {
    for (const id of open) if (byId(id)) byId(id).open = true;
  };
  if (!ids(page) || ids(page) !== ids(document)) {
    byId("main").replaceChildren(...page.getElementById("main").childNodes);
  } else for (const part of all("[data-part]")) {
    const newer = page.getElementById(part.id);
    if (!newer || all("form[data-busy]", part).some(f => f !== sent)) continue;
    if (bare(newer) === bare(part) && !part.contains(sent) && !part.contains(tried)) {
      const fresh = all("[type=hidden]", newer);
      all("[type=hidden]", part).forEach((h, i) => h.value = fresh[i].value);
      continue;
    }
    const at = document.activeElement, here = part.contains(at) && at.id, caret = here && at.selectionStart;
    const typed = all("textarea,input:not([type=hidden]),select", part).filter(e => e.form !== sent && e.value);
    part.replaceChildren(...newer.childNodes);
    reopen();
    for (const e of typed) {
      const n = byId(e.id), was = n?.value;
      if (!n || (was && n.type === "text" && tried && n.form?.id === tried.id)) continue;
      n.value = e.value; n.checked = e.checked; n.value === e.value || (n.value = was);
    }
    const back = here && byId(here);
    if (back) { back.focus({ preventScroll: true }); safely(() => back.setSelectionRange(caret, caret)); }
  }
  reopen();
  mute.forEach(f => hush(byId(f.id)));
  restore();
  if (page.body.dataset.version) body.dataset.version = page.body.dataset.version;
  tick();
}

const ask = (to, more) => fetch(to, { headers: { "X-Live": "1" }, ...more });
let asking = 0;
async function refresh() {
  if (all("[data-stays]")[0] || asking++) return;
  try {
    for (let n = 0; n < asking; ) {
      n = asking;
      const r = await ask(location.href);
      if (r.redirected || r.status === 403) return location.reload();
      if (r.ok) { put(await r.text()); note(""); }
    }
  } catch { note(word("lost")); }
  asking = 0;
}

// Sent again with the same id until it arrived: done once.
on("submit", async e => {
  const form = e.target;
  if (!form.matches("[data-send]")) return;
  e.preventDefault();
  if (form.dataset.busy) return;
  const data = new URLSearchParams(new FormData(form, e.submitter));
  form.dataset.busy = 1;
  for (;;) try {
    const r = await ask(form.action, { method: "POST", body: data });
    if (r.status > 499 || r.status === 429) throw r;
    const html = await r.text();
    delete form.dataset.busy;
    note("");
    if (r.ok) for (const f of form.elements) if (f.dataset.draft) { f.value = ""; draft(f); }
    return put(html, r.ok ? form : null, r.ok ? null : form);
  } catch {
    note(word("lost"));
    await new Promise(on => setTimeout(on, 2000));
  }
});
on("keydown", e => {
  if (e.key === "Enter" && e.ctrlKey && e.target.form) e.target.form.requestSubmit(e.target.form.querySelector("button"));
});

// Clocks count from what was left when their page came.
function tick() {
  for (const c of all("[data-left]")) {
    c.end ??= performance.now() / 1000 + +c.dataset.left;
    const left = Math.round(c.end - performance.now() / 1000), a = Math.abs(left);
    c.textContent = Math.floor(a / 60) + ":" + String(a % 60).padStart(2, "0");
    c.classList.toggle("over", left < 0);
  }
}
setInterval(tick, 1000);
restore();
tick();

if (word("live")) {
  const listen = () => {
    const events = new EventSource(word("live") + "&since=" + word("version"));
    events.onopen = () => note("");
    events.onmessage = e => e.data !== word("version") && refresh();
    events.onerror = () => {
      note(word("lost"));
      if (events.readyState > 1) setTimeout(() => { refresh(); listen(); }, 2000);
    };
  };
  listen();
  on("visibilitychange", () => document.hidden || refresh());
}
})();
)js";
}

}  // namespace casus::web
