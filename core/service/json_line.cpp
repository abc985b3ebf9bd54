// SPDX-License-Identifier: EUPL-1.2
#include "core/service/json_line.hpp"

#include "core/base/json_fields.hpp"

#include <algorithm>

namespace casus::service {
namespace {

using nlohmann::json;

/// Whether the nesting goes too deep. Looked at before parsing, so that no later step can run out of stack.
bool too_deep(std::string_view line) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < line.size(); ++i) {
    const char c = line[i];
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kLineDepth) return true;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return false;
}

/// Control characters other than line feed and tab, those of Latin-1 (U+0080-U+009F) too.
bool has_control(std::string_view text) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if ((byte < 0x20 && byte != '\n' && byte != '\t') || byte == 0x7F) return true;
    if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) return true;
  }
  return false;
}

/// Follows the parser through the line and keeps the pointer of where it is.
class Watch {
 public:
  explicit Watch(Problems& problems) : problems_(problems) {}

  bool operator()(int, json::parse_event_t event, json& parsed) {
    using Event = json::parse_event_t;
    switch (event) {
      case Event::key: key(parsed.get_ref<const std::string&>()); break;
      case Event::value:
        count();
        if (parsed.is_string() && has_control(parsed.get_ref<const std::string&>()))
          problems_.push_back({pointer(), "control character in a text"});
        break;
      case Event::object_start:
      case Event::array_start:
        count();
        open_.push_back({event == Event::array_start, 0, {}});
        break;
      case Event::object_end:
      case Event::array_end: open_.pop_back(); break;
    }
    return true;
  }

 private:
  struct Open {
    bool list;
    std::size_t items;
    std::vector<std::string> keys;  // a line has a handful of keys: looking through them beats a set
  };

  void key(const std::string& name) {
    auto& keys = open_.back().keys;
    const bool twice = std::ranges::find(keys, name) != keys.end();
    keys.push_back(name);
    if (twice) problems_.push_back({pointer(), "key '" + name + "' stands here twice"});
    if (has_control(name)) problems_.push_back({pointer(), "control character in a key"});
  }

  void count() {
    if (!open_.empty() && open_.back().list) ++open_.back().items;
  }

  std::string pointer() const {
    std::string out;
    for (const auto& level : open_)
      out = fields::child(out, level.list ? std::to_string(level.items - 1) : level.keys.back());
    return out;
  }

  Problems& problems_;
  std::vector<Open> open_;
};

/// The parser's own sentence, without its number; "at line 1" says nothing of one line.
std::string reason(const json::parse_error& error) {
  const std::string what = error.what();
  const auto colon = what.find(": ");
  std::string out = "not JSON at byte " + std::to_string(error.byte);
  if (colon != std::string::npos) out += what.substr(colon, 200);
  return out;
}

}  // namespace

json json_line(std::string_view line, Problems& problems) {
  const auto refuse = [&](std::string message) {
    problems.push_back({"", std::move(message)});
    return json();
  };
  if (line.size() > kLineLimit)
    return refuse("line of " + std::to_string(line.size()) + " bytes, at most " + std::to_string(kLineLimit));
  if (!is_utf8(line)) return refuse("not well-formed UTF-8");
  if (too_deep(line)) return refuse("nested deeper than " + std::to_string(kLineDepth));
  json parsed;
  try {
    parsed = json::parse(line, Watch(problems));
  } catch (const json::parse_error& error) {
    return refuse(reason(error));
  } catch (const json::out_of_range&) {
    return refuse("a number is too large");
  }
  if (!parsed.is_object()) {
    fields::wrong(parsed, "an object", "", problems);
    return {};
  }
  return parsed;
}

}  // namespace casus::service
