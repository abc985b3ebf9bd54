// SPDX-License-Identifier: EUPL-1.2
#include "core/page/html.hpp"

#include "core/base/fault.hpp"
#include "core/page/safe_text.hpp"
#include "core/page/words.hpp"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>

#include <cstdlib>
#include <memory>

namespace casus::page {

namespace {

/// Ink on paper: no meaning hangs on a colour, and nothing is fetched.
constexpr std::string_view kStyle = R"(
:root { color-scheme: light; }
body { font: 1rem/1.5 "Segoe UI", "Noto Sans", "DejaVu Sans", Arial, sans-serif; color: #1a1a1a; background: #fff;
  max-width: 54rem; margin: 2rem auto; padding: 0 1rem; overflow-wrap: break-word; }
h1 { font-size: 1.7rem; line-height: 1.25; border-bottom: 3px solid #1a1a1a; padding-bottom: .3rem; }
h2 { font-size: 1.3rem; margin-top: 2rem; border-bottom: 1px solid #767676; padding-bottom: .2rem; }
h3 { font-size: 1.05rem; margin-top: 1.4rem; }
table { border-collapse: collapse; width: 100%; margin: .8rem 0; font-size: .94rem; }
th, td { border: 1px solid #767676; padding: .3rem .5rem; text-align: left; vertical-align: top; }
th { background: #eee; }
blockquote { margin: .8rem 0; padding: .1rem 1rem; border-left: 4px solid #767676; }
figure { margin: 1rem 0; }
figure svg { width: 100%; height: auto; }
@media print {
  body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
  h1, h2, h3 { break-after: avoid; }
  tr, figure, li { break-inside: avoid; }
  thead { display: table-header-group; }
  @page { size: A4; margin: 18mm; }
}
)";

struct Free {
  void operator()(cmark_parser* parser) const { cmark_parser_free(parser); }
  void operator()(cmark_node* node) const { cmark_node_free(node); }
  void operator()(char* text) const { std::free(text); }
};

std::string body_of(std::string_view markdown) {
  cmark_gfm_core_extensions_ensure_registered();
  const std::unique_ptr<cmark_parser, Free> parser(cmark_parser_new(CMARK_OPT_VALIDATE_UTF8));
  auto* const tables = cmark_find_syntax_extension("table");
  if (tables == nullptr) throw Fault(Fault::Kind::definition, "the Markdown library has no tables");
  cmark_parser_attach_syntax_extension(parser.get(), tables);
  cmark_parser_feed(parser.get(), markdown.data(), markdown.size());
  const std::unique_ptr<cmark_node, Free> root(cmark_parser_finish(parser.get()));
  // Without CMARK_OPT_UNSAFE raw HTML and javascript: links are left out.
  const std::unique_ptr<char, Free> html(cmark_render_html(root.get(), CMARK_OPT_TABLE_PREFER_STYLE_ATTRIBUTES,
                                                           cmark_parser_get_syntax_extensions(parser.get())));
  return html.get();
}

/// What XML cannot hold must be gone before Markdown is read; line breaks make Markdown and stay.
std::string without_controls(std::string_view markdown) {
  std::string out;
  while (!markdown.empty()) {
    const auto end = std::min(markdown.find('\n'), markdown.size());
    const auto line = markdown.substr(0, end);
    const auto indent = std::min(line.find_first_not_of(' '), line.size());
    out += std::string(indent, ' ') + one_line(line) + '\n';
    markdown.remove_prefix(std::min(end + 1, markdown.size()));
  }
  return out;
}

}  // namespace

std::string html_page(const std::vector<HtmlPart>& parts, std::string_view title, Lang lang) {
  std::string out = "<!DOCTYPE html>\n";
  out += lang == Lang::nl ? "<html lang=\"nl\">\n" : "<html lang=\"en\">\n";
  out +=
      "<head>\n<meta charset=\"utf-8\" />\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\" "
      "/>\n";
  // The title element may not be empty, and a page of a case should not be found by a search engine.
  out += "<meta name=\"robots\" content=\"noindex\" />\n<title>";
  const auto name = xml_safe(one_line(title));
  out += name.empty() ? std::string(pick(lang, "Dossier", "Dossier")) : name;
  out += "</title>\n<style>";
  out += kStyle;
  out += "</style>\n</head>\n<body>\n<main>\n";
  for (const auto& part : parts) {
    out += body_of(without_controls(part.markdown));
    if (!part.picture.empty()) out += "<figure>\n" + part.picture + "\n</figure>\n";
  }
  out += "</main>\n</body>\n</html>\n";
  return out;
}

}  // namespace casus::page
