// SPDX-License-Identifier: EUPL-1.2
#include "core/web/assets/assets.hpp"

namespace casus::web {

// The custom properties are named after the tokens of the NL Design System, so that a municipality's own theme fits.
// Contrast: text over 7, lines and quiet text over 4.5, in both modes. Nothing is meant by colour alone.
std::string_view style_sheet() {
  return R"css(:root { color-scheme: light dark;
  --utrecht-document-color: #1a1a1a; --utrecht-document-background-color: #fff;
  --utrecht-surface-background-color: #f1f4f8; --utrecht-border-color: #6b7280; --utrecht-quiet-color: #4b5563;
  --utrecht-link-color: #154273; --utrecht-button-primary-action-background-color: #154273;
  --utrecht-button-primary-action-color: #fff; --utrecht-focus-outline-color: #154273;
  --utrecht-feedback-warning-background-color: #fff4d6; --utrecht-feedback-danger-background-color: #fde3e1;
  --utrecht-feedback-safe-background-color: #e2f3e6; --utrecht-feedback-danger-color: #9b1c13; }
@media (prefers-color-scheme: dark) { :root {
  --utrecht-document-color: #ececec; --utrecht-document-background-color: #16181b;
  --utrecht-surface-background-color: #23272d; --utrecht-border-color: #9aa3af; --utrecht-quiet-color: #b6bdc7;
  --utrecht-link-color: #a9cdf5; --utrecht-button-primary-action-background-color: #a9cdf5;
  --utrecht-button-primary-action-color: #10151c; --utrecht-focus-outline-color: #ffd166;
  --utrecht-feedback-warning-background-color: #3d3210; --utrecht-feedback-danger-background-color: #4a1c19;
  --utrecht-feedback-safe-background-color: #173421; --utrecht-feedback-danger-color: #ffb3ac; } }
* { box-sizing: border-box; }
html { font-size: 100%; -webkit-text-size-adjust: 100%; }
body { margin: 0; font: 1rem/1.5 system-ui, "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif;
  color: var(--utrecht-document-color); background: var(--utrecht-document-background-color); overflow-wrap: anywhere; }
main, .head, .foot { max-width: 64rem; margin: 0 auto; padding: .5rem 1rem; }
main:focus { outline: none; }
.wide main, .wide .head, .wide .foot { max-width: none; padding-inline: clamp(1rem, 2vw, 3rem); }
a { color: var(--utrecht-link-color); }
h1 { font-size: 1.6rem; line-height: 1.2; margin: .6rem 0; }
h2 { font-size: 1.25rem; line-height: 1.25; margin: 1.4rem 0 .4rem; }
h3 { font-size: 1.05rem; margin: 1rem 0 .3rem; }
p { margin: .4rem 0; }
.title { font-size: 1.15rem; font-weight: 600; }
ul, ol { margin: .3rem 0; padding-left: 1.4rem; }
:focus-visible, input:focus-within { outline: 3px solid var(--utrecht-focus-outline-color); outline-offset: 2px; }
.skip { position: absolute; left: -99rem; }
.skip:focus { position: static; display: inline-block; padding: .5rem 1rem; }
.head { display: flex; flex-wrap: wrap; gap: .2rem 1.2rem; align-items: center; border-bottom: 1px solid var(--utrecht-border-color); }
.head nav { flex: 1; }
.head nav ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; align-items: center; list-style: none; padding: 0; margin: 0; }
th::first-letter, h2::first-letter, .told::first-letter { text-transform: uppercase; }
.head nav a, .head button { display: inline-block; padding: .45rem .2rem; min-height: 2.75rem; }
.head nav a[aria-current=page] { font-weight: bold; text-decoration-thickness: 3px; }
.head .who { margin-left: auto; }
.head li.quiet { padding: .45rem .2rem; }
.foot { border-top: 1px solid var(--utrecht-border-color); margin-top: 2rem; color: var(--utrecht-quiet-color); display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; }
#connection:not(:empty) { position: sticky; top: 0; z-index: 2; padding: .4rem 1rem; background: var(--utrecht-feedback-warning-background-color); border-bottom: 2px solid; }
button, .button { font: inherit; cursor: pointer; min-height: 2.75rem; padding: .45rem 1.1rem; border-radius: .35rem;
  border: 2px solid var(--utrecht-button-primary-action-background-color); background: transparent; color: var(--utrecht-link-color); text-decoration: none; display: inline-block; }
button.first { background: var(--utrecht-button-primary-action-background-color); color: var(--utrecht-button-primary-action-color); font-weight: bold; }
button.danger { border-color: var(--utrecht-feedback-danger-color); color: var(--utrecht-feedback-danger-color); }
button.plain { border: 0; padding-inline: .2rem; text-decoration: underline; }
form[data-busy] button { opacity: .8; cursor: progress; }
label, legend { display: block; font-weight: 600; margin-top: .6rem; padding: 0; }
label.tick { font-weight: normal; display: flex; gap: .6rem; align-items: flex-start; min-height: 2.75rem; margin: 0; padding: .6rem 0; }
label.tick input { accent-color: var(--utrecht-link-color); width: 1.4rem; height: 1.4rem; flex: none; }
input:not([type=checkbox], [type=radio]), textarea, select { font: inherit; width: 100%; max-width: 40rem; padding: .5rem .6rem; min-height: 2.75rem;
  border: 1px solid var(--utrecht-border-color); border-radius: .35rem; background: var(--utrecht-document-background-color); color: inherit; }
textarea { min-height: 6rem; resize: vertical; display: block; }
input.code { font-size: 1.6rem; letter-spacing: .2em; max-width: 12rem; text-transform: uppercase; }
fieldset { border: 0; padding: 0; margin: .5rem 0; min-width: 0; }
.hint, .quiet { color: var(--utrecht-quiet-color); }
.row { display: flex; flex-wrap: wrap; gap: .5rem .8rem; align-items: end; margin: .6rem 0; }
.row > form, .row > label { margin: 0; }
.card { border: 1px solid var(--utrecht-border-color); border-radius: .5rem; padding: .6rem 1rem; margin: .8rem 0; }
.card > :first-child { margin-top: 0; }
.told { padding: .5rem .9rem; margin: .6rem 0; border-left: .4rem solid; border-radius: .2rem; background: var(--utrecht-surface-background-color); white-space: pre-line; }
.told.good { background: var(--utrecht-feedback-safe-background-color); }
.told.warning { background: var(--utrecht-feedback-warning-background-color); }
.told.bad, .danger-now { background: var(--utrecht-feedback-danger-background-color); }
.danger-now { border: 3px solid var(--utrecht-feedback-danger-color); padding: .6rem 1rem; font-weight: bold; }
.turn { font-size: 1.25rem; font-weight: bold; padding: .5rem 1rem; border: 3px solid; border-radius: .5rem; margin: .6rem 0; }
.clock { font-variant-numeric: tabular-nums; font-weight: bold; white-space: nowrap; }
.clock .over, .clock.over { text-decoration: underline wavy; text-underline-offset: .2em; }
.said { list-style: none; padding: 0; }
.said li { padding: .35rem 0; border-bottom: 1px solid var(--utrecht-surface-background-color); white-space: pre-line; }
.said .step { font-weight: bold; border: 0; padding-top: .8rem; }
.agenda { list-style: none; padding: 0; }
.agenda li { padding: .35rem .6rem; border-left: .3rem solid transparent; }
.agenda li.now { border-color: currentColor; background: var(--utrecht-surface-background-color); font-weight: bold; }
.tabs ul { display: flex; flex-wrap: wrap; gap: .2rem 1rem; list-style: none; padding: 0; border-bottom: 1px solid var(--utrecht-border-color); }
.tabs a { display: inline-block; padding: .45rem .2rem; min-height: 2.75rem; }
.tabs a[aria-current=page] { font-weight: bold; text-decoration-thickness: 3px; }
.acts { columns: 18rem; column-gap: 2.5rem; list-style: none; padding: 0; }
.acts li { break-inside: avoid; }
.acts a, .acts button { display: inline-block; vertical-align: top; padding: .45rem 0; min-height: 2.75rem; text-align: left; }
.acts form { display: inline; }
.columns { display: grid; gap: 0 2.5rem; }
.columns > * { min-width: 0; }
.people { display: flex; flex-wrap: wrap; gap: .3rem .6rem; list-style: none; padding: 0; }
.people li { border: 1px solid var(--utrecht-border-color); border-radius: 1.2rem; padding: .15rem .8rem; }
.people li.now { border-width: 3px; font-weight: bold; }
.join { display: flex; flex-wrap: wrap; gap: .5rem 1.2rem; align-items: center; }
.join svg { width: 9em; height: 9em; background: #fff; padding: .5rem; border-radius: .3rem; }
.join .code { font-size: 2em; font-weight: bold; letter-spacing: .15em; font-variant-numeric: tabular-nums; }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 2fr) minmax(16rem, 1fr); } }
@media (min-width: 60rem) { .wide { font-size: clamp(1.1rem, 1.35vw, 1.9rem); } .wide h1 { font-size: 2em; } .wide h2 { font-size: 1.4em; } .wide h3 { font-size: 1.1em; } .wide .turn { font-size: 1.7em; } }
details { margin: .6rem 0; }
summary { cursor: pointer; min-height: 2.75rem; padding: .5rem 0; font-weight: 600; color: var(--utrecht-link-color); }
dl { margin: .6rem 0; display: grid; grid-template-columns: minmax(6rem, 14rem) 1fr; gap: .2rem 1rem; }
dt { font-weight: bold; } dd { margin: 0; }
table { border-collapse: collapse; width: 100%; margin: .6rem 0; font-size: .94rem; }
th, td { border: 1px solid var(--utrecht-border-color); padding: .3rem .5rem; text-align: left; vertical-align: top; overflow-wrap: break-word; }
th { background: var(--utrecht-surface-background-color); }
.number { text-align: right; }
.notice { border: 2px solid var(--utrecht-border-color); padding: .5rem 1rem; background: var(--utrecht-surface-background-color); }
blockquote { margin: .8rem 0; padding: .1rem 1rem; border-left: 4px solid var(--utrecht-border-color); }
meter { vertical-align: middle; width: 8rem; max-width: 100%; }
figure { margin: 1rem 0; }
figure svg { display: block; width: 100%; height: auto; background: #fff; }
.map { overflow-x: auto; margin: 1rem 0; }
.map > div { position: relative; min-width: 32rem; }
.map figure { margin: 0; }
.map .over { position: absolute; inset: 0; width: 100%; height: 100%; }
.over circle { touch-action: none; fill: transparent; stroke: transparent; stroke-width: 3; }
.over a { cursor: pointer; touch-action: none; outline: none; }
.over a:hover circle, .over a:focus-visible circle { stroke: #154273; }
.over a.chosen circle { stroke: #154273; stroke-dasharray: 6 3; }
pre.said-by-program { white-space: pre-wrap; font: inherit; }
@media screen { .by-pen { display: none; } }
@media screen and (max-width: 40rem) {
  h1 { font-size: 1.35rem; } dl { display: block; }
  .head { padding-block: .1rem; } .head nav ul, .tabs ul { gap: 0 .9rem; }
  .head nav a, .tabs a { padding-block: .3rem; min-height: 2.2rem; }
  dt:not(:first-child) { margin-top: .5rem; }
  table, tbody, tr, td { display: block; width: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid var(--utrecht-border-color); margin: 0 0 .6rem; }
  td { border: 0; padding: .2rem .5rem; }
  td::before { content: attr(data-label) ": "; font-weight: bold; }
  td[data-label=""]::before { content: none; }
  td:empty { display: none; } .number { text-align: left; } }
@media (prefers-reduced-motion: no-preference) { button, a { transition: background-color .15s; } }
@media (forced-colors: active) { .told, .turn, .card { border: 2px solid; } }
@media print { :root { color-scheme: light; --utrecht-document-color: #000; --utrecht-document-background-color: #fff; --utrecht-surface-background-color: #eee;
  --utrecht-border-color: #6b7280; --utrecht-quiet-color: #4b5563; --utrecht-link-color: #154273; --utrecht-feedback-danger-color: #9b1c13;
  --utrecht-feedback-warning-background-color: #fff4d6; --utrecht-feedback-danger-background-color: #fde3e1; --utrecht-feedback-safe-background-color: #e2f3e6; }
  .head, .foot, form, .skip, #connection, .no-print, details:not([open]) { display: none; }
  details:has(> form) { display: none; }
  body { font-size: 10.5pt; } main { max-width: none; padding: 0; }
  h1, h2, h3 { break-after: avoid; } tr, figure, li { break-inside: avoid; } thead { display: table-header-group; }
  @page { size: A4; margin: 16mm; } }
)css";
}

}  // namespace casus::web
