// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/file_endings.hpp"

#include "core/base/text.hpp"
#include "core/desk/call.hpp"

#include <algorithm>
#include <array>
#include <filesystem>
#include <utility>

namespace casus::desk {
namespace {

/// What each ending says; behind nothing stands what is never written here.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kEndings{{{".svg", "svg"},
                                                                                  {".html", "html"},
                                                                                  {".htm", "html"},
                                                                                  {".xhtml", "html"},
                                                                                  {".json", "json"},
                                                                                  {".ics", "ics"},
                                                                                  {".csv", "csv"},
                                                                                  {".md", "md"},
                                                                                  {".markdown", "md"},
                                                                                  {".pdf", ""},
                                                                                  {".doc", ""},
                                                                                  {".docx", ""},
                                                                                  {".odt", ""},
                                                                                  {".xlsx", ""},
                                                                                  {".png", ""},
                                                                                  {".jpg", ""},
                                                                                  {".jpeg", ""}}};

text::Message in_words_of(std::string_view ending) {
  if (ending == "svg") return text::msg("output.kind_svg");
  if (ending == "html") return text::msg("output.kind_html");
  if (ending == "json") return text::msg("output.kind_json");
  if (ending == "ics") return text::msg("output.kind_ics");
  if (ending == "csv") return text::msg("output.kind_csv");
  return text::msg("output.kind_text");
}

}  // namespace

std::string_view ending_of(std::string_view bytes) {
  const auto begin = folded(bytes.substr(0, 200));
  const bool is_xml = begin.starts_with("<?xml");
  if (begin.starts_with("<svg") || (is_xml && begin.find("<svg") != std::string::npos)) return "svg";
  if (begin.starts_with("<!doctype html") || begin.starts_with("<html") ||
      (is_xml && begin.find("<html") != std::string::npos))
    return "html";
  if (begin.starts_with("begin:vcalendar")) return "ics";
  if (begin.starts_with("{") || begin.starts_with("[\n") || begin.starts_with("[]")) return "json";
  return "md";
}

void require_ending(const Desk& desk, const store::OutputFile& file, std::string_view ending, bool has_html) {
  if (file.empty()) return;
  require_output(desk, file);
  const std::filesystem::path path(file.path);
  const auto said = folded(path.extension().string());
  const auto found = std::ranges::find(kEndings, said, &std::pair<std::string_view, std::string_view>::first);
  if (found == kEndings.end() || found->second == ending) return;
  auto name = path;
  name.replace_extension(ending);
  if (has_html && ending == "md" && found->second == "html")
    throw Usage{desk.say("output.text_or_html", "path"_is = file.path, "name"_is = name.string())};
  throw Usage{
      desk.say("output.other_kind", "path"_is = file.path, "kind"_is = in_words_of(ending), "name"_is = name.string())};
}

}  // namespace casus::desk
