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
const holds = f => [...f.elements].some(e => e.name !== "unseen" && /^(text|number)/.test(e.type) && e.value);
const hush = f => f?.unseen || f?.insertAdjacentHTML("beforeend", "<input name=unseen value=1 hidden>");

// What is being typed stays on this device for this meeting, behind a sign that says whether it was written unseen. A
// page begins with what was left there, and goes by its own as soon as something is typed in it: in two tabs of one
// person neither writes on in the words of the other. What one of them sent goes out of the other, where it stood
// unchanged, and what was typed in that one stays on the device. A field that begins with what stands now (data-stands)
// holds nothing of anybody's yet as long as it is that; what was typed in it comes back in sight.
const safely = f => { try { f(); } catch { } }, own = {}, typed = {},
  slot = e => space + e.dataset.draft, idle = e => "stands" in e.dataset && e.value === e.defaultValue;
const draft = e => keep && safely(() => {
  const k = slot(e);
  own[k] = e.value && +!!e.form.unseen + e.value;
  localStorage[e.value ? "setItem" : "removeItem"](k, own[k]);
});
const restore = () => keep && safely(() => { for (const e of all("[data-draft]")) {
  const was = idle(e), d = (was || !e.value) && own[slot(e)];
  if (d) e.value = d.replace(/^[01]/, ""), +d[0] && hush(e.form);
  if (d && was) e.closest("details").open = true;
  if (e.value && !idle(e)) draft(e);
} });
const gone = e => keep && safely(() => {
  const k = slot(e), mine = localStorage[k] === own[k];
  own[k] = "";
  if (mine) localStorage.setItem(k, ""), localStorage.removeItem(k);
});
addEventListener("storage", ({ key, oldValue: was, newValue: now }) => {
  if (!was) return;
  if (own[key] === was && (now === "" || now && !typed[key])) {
    own[key] = now;
    for (const e of all("[data-draft]"))
      if (slot(e) === key && e.value === was.slice(1)) e.value = now.slice(1);
  } else if (!now && typed[key] && own[key]) localStorage.setItem(key, own[key]);
});
safely(() => { if (keep !== "*") for (const k of Object.keys(localStorage))
  if (k.startsWith(ours) && !(keep && k.startsWith(space))) localStorage.removeItem(k);
  Object.assign(own, localStorage); });
on("input", ({ target: e }) => { if (e.dataset.draft) typed[slot(e)] = 1, draft(e); });

// The pieces of a newer page take the place of these, or all of it when it has others; what is typed stays, and who
// was somewhere on it with the keys is there still, or at its beginning when what was pressed is gone. What was
// not done comes back in its line as it was probably meant. What is folded out for
// one time (data-once) folds again when its form was done. A page of what came too late (data-stays) waits for whoever
// reads it. What comes of another meeting than this page listens to is a page of its own.
const bare = e => e.innerHTML.replace(/<input type="hidden"[^>]*>/g, "") + all("[type=hidden]", e).map(h => h.name);
function put(html, sent, tried) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const live = page.body.dataset.live, ids = at => all("[data-part]", at).map(e => e.id) + "",
    held = document.activeElement, caret = held.selectionStart;
  if (!tried && live !== body.dataset.live && (live || !sent)) return location.reload();
  const mute = all("[name=unseen]").map(e => e.form).filter(f => f !== sent && f !== tried && holds(f));
  const open = all("details[open]").filter(d => !("once" in d.dataset && d.contains(sent))).map(d => d.id),
    reopen = () => open.forEach(id => byId(id)?.setAttribute("open", ""));
  if (!ids(page) || ids(page) !== ids(document) || stays(page)) {
    byId("main").replaceChildren(...page.getElementById("main").childNodes);
  } else for (const part of all("[data-part]")) {
    const newer = page.getElementById(part.id);
    if (!newer || all("form[data-busy]", part).some(f => f !== sent)) continue;
    if (bare(newer) === bare(part) && !part.contains(sent) && !part.contains(tried)) {
      const fresh = all("[type=hidden]", newer);
      all("[type=hidden]", part).forEach((h, i) => h.value = fresh[i].value);
      continue;
    }
    const typed = all(":enabled:not([type=hidden])", part).filter(e => e.form !== sent && e.value && !idle(e));
    part.replaceChildren(...newer.childNodes);
    reopen();
    for (const e of typed) {
      const n = byId(e.id), was = n?.value;
      if (!n || (was && n.type === "text" && n.form?.id === tried?.id)) continue;
      n.value = e.value; n.checked = e.checked; n.value === e.value || (n.value = was);
    }
  }
  reopen();
  mute.forEach(f => hush(byId(f.id)));
  restore();
  if (!held.isConnected) safely(() => {
    const back = byId(held.id) || byId(held.form?.id)?.elements[[...held.form.elements].indexOf(held)] ||
      byId(held.parentNode.id)?.firstChild || sent && byId("main");
    back.focus({ preventScroll: 1 });
    back.setSelectionRange(caret, caret);
  });
  body.dataset.version = page.body.dataset.version || word("version");
  tick();
}

const ask = (to, more) => fetch(to, { headers: { "X-Live": 1 }, ...more });
const stays = at => all("[data-stays]", at)[0];
let asking = 0;
async function refresh() {
  if (stays() || asking++) return;
  try {
    for (let n = 0; n < asking; ) {
      n = asking;
      const r = await ask(location.href);
      if (r.redirected || r.status === 403) return location.reload();
      const html = await r.text();
      // Something may have been sent since this was asked.
      if (r.ok && !stays()) { put(html); note(""); }
    }
  } catch { note(word("lost")); }
  asking = 0;
}

// Sent again with the same id until it arrived: done once. What asks something of who sent it is brought into sight: its
// form may stand screens below.
on("submit", async e => {
  const form = e.target;
  if (!("send" in form.dataset)) return;
  e.preventDefault();
  if (form.dataset.busy) return;
  const body = new URLSearchParams(new FormData(form, e.submitter));
  form.dataset.busy = 1;
  for (;;) try {
    const r = await ask(form.action, { method: "POST", body });
    if (r.status > 499 || r.status === 429) throw r;
    const html = await r.text();
    delete form.dataset.busy;
    note("");
    if (r.ok) for (const f of form.elements) if (f.dataset.draft) { f.value = ""; gone(f); }
    put(html, r.ok ? form : null, r.ok ? null : form);
    return all("#told .warning, #told .bad, #seen-at-once, #typed-back")[0]?.scrollIntoView({ block: "nearest" });
  } catch {
    note(word("lost"));
    await new Promise(on => setTimeout(on, 2e3));
  }
});
on("keydown", e => {
  const f = e.target.form;
  if (e.key === "Enter" && e.ctrlKey) f?.requestSubmit(f.querySelector("button"));
});

// Clocks count from what was left when their page came.
function tick() {
  const now = performance.now() / 1e3;
  for (const c of all("[data-left]")) {
    c.end ??= now + +c.dataset.left;
    const left = Math.round(c.end - now), a = Math.abs(left);
    c.textContent = (a / 60 | 0) + ":" + (a % 60 + "").padStart(2, 0);
    c.classList.toggle("over", left < 0);
  }
}
setInterval(tick, 1e3);
restore();
tick();

if (word("live")) {
  const listen = () => {
    const events = new EventSource(word("live") + "&since=" + word("version"));
    events.onopen = () => note("");
    events.onmessage = e => e.data !== word("version") && refresh();
    events.onerror = () => {
      note(word("lost"));
      if (events.readyState > 1) setTimeout(() => { refresh(); listen(); }, 2e3);
    };
  };
  listen();
  on("visibilitychange", () => document.hidden || refresh());
}
})();
)js";
}

}  // namespace casus::web
