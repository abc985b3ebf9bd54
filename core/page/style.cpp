// SPDX-License-Identifier: EUPL-1.2
#include "core/page/style.hpp"

namespace casus::page {

std::string_view style() {
  // Contrast with the ground: ink over 12, quiet lines over 4.5, in both modes. Pictures are drawn in ink on white, so
  // in the dark they lie on a sheet.
  return R"(
:root { color-scheme: light dark; --ink: #1a1a1a; --ground: #fff; --line: #767676; --shade: #eee; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e8e8e8; --ground: #17181a; --line: #8f8f8f; --shade: #2a2c30; }
}
* { box-sizing: border-box; }
body { font: 1rem/1.5 "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: var(--ink);
  background: var(--ground); max-width: 54rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: anywhere; }
h1 { font-size: 1.7rem; line-height: 1.25; border-bottom: 3px solid; padding-bottom: .3rem; }
h2 { font-size: 1.3rem; margin-top: 2rem; border-bottom: 1px solid var(--line); padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin-top: 1.4rem; }
dl { margin: .8rem 0; display: grid; grid-template-columns: minmax(6rem, 14rem) 1fr; gap: .2rem 1rem; }
dt { font-weight: bold; }
dd { margin: 0; }
pre { white-space: pre-wrap; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .94rem; }
th, td { border: 1px solid var(--line); padding: .3rem .5rem; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
th { background: var(--shade); }
.number { text-align: right; }
.to-fill td { height: 3.4rem; }
.notice { border: 2px solid var(--line); padding: .5rem 1rem; background: var(--shade); }
blockquote { margin: .8rem 0; padding: .1rem 1rem; border-left: 4px solid var(--line); }
meter { vertical-align: middle; width: 8rem; max-width: 100%; }
figure { margin: 1rem 0; }
figure svg { display: block; width: 100%; height: auto; background: #fff; }
.boxed section { border: 1px solid; padding: .5rem .8rem; margin: 0 0 1rem; }
.boxed h2 { margin: 0 0 .4rem; font-size: 1.1rem; }
.boxed ul { margin: 0; padding-left: 1.2rem; }
.boxed section p { margin: .2rem 0 0; font-style: italic; }
.dense h3 { margin: .8rem 0 .1rem; }
.dense dl { grid-template-columns: minmax(5rem, 9rem) 1fr; gap: .1rem .8rem; margin: .2rem 0; }
.dense td:nth-child(3), .dense td:nth-child(5) { white-space: nowrap; }
@media screen and (max-width: 40rem) {
  body { margin: 1rem auto; }
  h1 { font-size: 1.4rem; }
  ul, ol { padding-left: 1.2rem; }
  dl { display: block; }
  table, tbody, tr, td { display: block; width: auto; }
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { border: 1px solid var(--line); margin: 0 0 .6rem; }
  td { border: 0; padding: .2rem .5rem; }
  td::before { content: attr(data-label) ": "; font-weight: bold; }
  td[data-label=""]::before { content: none; }
  td:empty { display: none; }
  .to-fill td:empty { display: block; }
  .number { text-align: left; }
  .dense td:nth-child(n) { white-space: normal; }
}
@media print {
  :root { color-scheme: light; --ink: #000; --ground: #fff; --line: #767676; --shade: #eee; }
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  h1, h2, h3 { break-after: avoid; }
  tr, figure, li, .boxed section { break-inside: avoid; }
  thead { display: table-header-group; }
  details { display: none; }
  .boxed { font-size: 11pt; line-height: 1.35; }
  body { font-size: 9.5pt; line-height: 1.28; }
  h1 { font-size: 15pt; margin: 0 0 2mm; }
  h2 { font-size: 11.5pt; margin: 3mm 0 1mm; padding-bottom: 0; }
  h3 { font-size: 10pt; margin: 2mm 0 .5mm; }
  p, ul, ol, dl, table, blockquote, figure { margin-top: .5mm; margin-bottom: 1mm; }
  dl { grid-template-columns: 38mm 1fr; gap: .3mm 3mm; }
  table { font-size: 8.5pt; }
  th, td { padding: .4mm 1.5mm; }
  .to-fill td { height: 13mm; }
  figure svg { max-height: 80mm; }
  .dense { page: sheet; font-size: 8pt; line-height: 1.22; }
  .dense h1 { font-size: 13pt; margin: 0 0 1mm; padding-bottom: .5mm; }
  .dense h2 { font-size: 10pt; margin: 1.5mm 0 .5mm; padding: 0; }
  .dense h3 { font-size: 8pt; margin: 1mm 0 0; }
  .dense p, .dense table { margin: 1mm 0; }
  .dense table { font-size: inherit; }
  .dense th, .dense td { padding: .1mm 1.5mm; }
  .dense dl { display: block; margin: 0; break-inside: avoid; }
  .dense dt, .dense dd { display: inline; }
  .dense dt::after { content: ": "; }
  .dense dd::after { content: "\A"; white-space: pre; }
  .columns > dl:nth-last-of-type(n + 5) dd::after, .columns > dl:nth-last-of-type(n + 5) ~ dl dd::after {
    content: " \2002 "; white-space: normal; }
  .columns { column-count: 2; column-gap: 8mm; }
  .columns > h2 { column-span: all; }
  @page { size: A4; margin: 14mm 16mm; }
  @page sheet { size: A4; margin: 10mm 12mm; }
}
)";
}

}  // namespace casus::page
