// SPDX-License-Identifier: EUPL-1.2
#include "core/web/assets/assets.hpp"

namespace casus::web {

// It fills in the form beside the picture and sends that: nothing can be done here that the form does not do.
std::string_view map_script() {
  return R"js((() => {
"use strict";
const on = (what, f) => document.addEventListener(what, f);
const words = s => s.trim().split(" ");
const handle = e => e.target.closest && e.target.closest("svg.over[data-rings] a");

function rings(svg) {
  const all = words(svg.dataset.rings), out = [];
  for (let i = 0; i + 1 < all.length; i += 2) out.push([all[i], +all[i + 1]]);
  return out;
}
function side(svg, x, y) {
  const all = words(svg.dataset.sides);
  for (let i = 0; i + 2 < all.length; i += 3) if (+all[i + 1] === (x < 0 ? -1 : 1) && +all[i + 2] === (y < 0 ? -1 : 1)) return all[i];
}
function where(svg, key) {
  const all = words(svg.dataset.sides), i = all.indexOf(key);
  return [+all[i + 1], +all[i + 2]];
}

function move(a, shell, quadrant) {
  if (shell === a.dataset.shell && quadrant === a.dataset.quadrant) return;
  const form = document.getElementById("do-network-add"), to = { ...a.dataset, shell, quadrant };
  for (const name of ["name", "shell", "quadrant", "relation"])
    if (form.elements[name]) form.elements[name].value = to[name] || "";
  if (form.elements.professional) form.elements.professional.checked = !!to.professional;
  form.requestSubmit();
}

const point = (svg, e) => new DOMPoint(e.clientX, e.clientY).matrixTransform(svg.getScreenCTM().inverse());
let drag = null, moved = false;
on("dragstart", e => { if (handle(e)) e.preventDefault(); });
on("pointerdown", e => {
  const a = handle(e);
  moved = false;
  if (!a || e.button) return;
  drag = { a, from: point(a.ownerSVGElement, e) };
  a.setPointerCapture(e.pointerId);
});
on("pointermove", e => {
  if (!drag) return;
  const at = point(drag.a.ownerSVGElement, e), x = at.x - drag.from.x, y = at.y - drag.from.y;
  if (moved ||= Math.hypot(x, y) > 8) drag.a.setAttribute("transform", `translate(${x} ${y})`);
});
on("pointercancel", () => {
  if (drag) drag.a.removeAttribute("transform");
  drag = null;
});
on("pointerup", e => {
  if (!drag) return;
  const { a } = drag, svg = a.ownerSVGElement, at = point(svg, e);
  drag = null;
  a.removeAttribute("transform");
  if (!moved) return;
  const all = rings(svg), away = Math.hypot(at.x, at.y);
  const ring = all.find(r => away <= r[1]) || all[all.length - 1];
  move(a, ring[0], side(svg, at.x, at.y));
});
// A finger that drags somebody does not scroll the page.
document.addEventListener("touchmove", e => { if (drag) e.preventDefault(); }, { passive: false });
// A drag ends in no click.
document.addEventListener("click", e => { if (moved && handle(e)) { e.preventDefault(); moved = false; } }, true);

on("keydown", e => {
  const a = handle(e);
  if (!a || e.ctrlKey || e.altKey || e.metaKey) return;
  const svg = a.ownerSVGElement, all = rings(svg).map(r => r[0]), at = all.indexOf(a.dataset.shell);
  let [x, y] = where(svg, a.dataset.quadrant), ring = at;
  if (e.key === "ArrowLeft") x = -1;
  else if (e.key === "ArrowRight") x = 1;
  else if (e.key === "ArrowUp") y = -1;
  else if (e.key === "ArrowDown") y = 1;
  else if (e.key === "+" || e.key === "=") ring = Math.min(at + 1, all.length - 1);
  else if (e.key === "-") ring = Math.max(at - 1, 0);
  else return;
  e.preventDefault();
  move(a, all[ring], side(svg, x, y));
});
})();
)js";
}

}  // namespace casus::web
