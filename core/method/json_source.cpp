// SPDX-License-Identifier: EUPL-1.2
#include "core/method/json_source.hpp"

#include "core/base/json_fields.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <set>

namespace casus::method {
namespace {

using nlohmann::json;

std::string place(std::string_view bytes, std::size_t at) {
  const auto before = bytes.substr(0, std::min(at, bytes.size()));
  const auto line = 1 + std::ranges::count(before, '\n');
  const auto newline = before.rfind('\n');
  const auto column = before.size() - (newline == std::string_view::npos ? 0 : newline + 1) + 1;
  return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

/// Where the nesting first goes too deep, or npos. Looked at before parsing, so that no later step can run out of
/// stack.
std::size_t too_deep(std::string_view bytes) {
  std::size_t depth = 0;
  bool in_text = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_text) {
      if (c == '\\') ++i;
      else if (c == '"') in_text = false;
    } else if (c == '"') {
      in_text = true;
    } else if (c == '{' || c == '[') {
      if (++depth > kDepthLimit) return i;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return std::string_view::npos;
}

bool has_control(std::string_view text) {
  return std::ranges::any_of(text,
                             [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\n') || c == 0x7F; });
}

/// The parser's own sentence, without its number and its count of lines.
std::string reason(std::string_view what) {
  for (const std::string_view start : {"syntax error ", "number overflow "})
    if (const auto at = what.find(start); at != std::string_view::npos) {
      std::string out(what.substr(at));
      constexpr std::size_t kLongest = 200;
      if (out.size() > kLongest) out = std::string(out.begin(), out.begin() + kLongest) + "...";
      return out;
    }
  return std::string(what);
}

/// Follows the parser through the file and keeps the pointer of where it is. A pass of its own, before the value is
/// made: the parser that makes a value and asks a callback takes time by the square of a list's length.
class Watch final : public nlohmann::json_sax<json> {
 public:
  Watch(std::string_view bytes, Problems& problems) : bytes_(bytes), problems_(problems) {}

  bool null() override { return count(); }
  bool boolean(bool) override { return count(); }
  bool number_integer(number_integer_t) override { return count(); }
  bool number_unsigned(number_unsigned_t) override { return count(); }
  bool number_float(number_float_t, const string_t&) override { return count(); }
  bool binary(binary_t&) override { return count(); }
  bool string(string_t& text) override {
    count();
    if (has_control(text)) problems_.push_back({pointer(), "control character in a text"});
    return true;
  }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    auto& here = open_.back();
    if (open_.size() == 1 && here.keys.empty() && name != "format")
      problems_.push_back({"", "expected 'format' as the first key, got '" + name + "'"});
    here.key = name;
    if (has_control(name)) problems_.push_back({pointer(), "control character in a key"});
    if (!here.keys.insert(name).second) problems_.push_back({pointer(), "key '" + name + "' stands here twice"});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    problems_.push_back({"", place(bytes_, position == 0 ? 0 : position - 1) + ": " + reason(error.what())});
    return false;
  }

 private:
  struct Open {
    bool list;
    std::size_t items;
    std::string key;
    std::set<std::string> keys;
  };

  bool count() {
    if (!open_.empty() && open_.back().list) ++open_.back().items;
    return true;
  }

  bool open(bool list) {
    count();
    open_.push_back({list, 0, {}, {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string pointer() const {
    std::string out;
    for (const auto& level : open_) out = fields::child(out, level.list ? std::to_string(level.items - 1) : level.key);
    return out;
  }

  std::string_view bytes_;
  Problems& problems_;
  std::vector<Open> open_;
};

}  // namespace

json definition_json(std::string_view bytes, Problems& problems) {
  const auto refuse = [&](std::string message) {
    problems.push_back({"", std::move(message)});
    return json();
  };
  if (bytes.size() > kFileLimit)
    return refuse("expected at most " + std::to_string(kFileLimit) + " bytes, got " + std::to_string(bytes.size()));
  if (!is_utf8(bytes)) return refuse("expected text in UTF-8");
  if (const auto at = too_deep(bytes); at != std::string_view::npos)
    return refuse(place(bytes, at) + ": nested deeper than " + std::to_string(kDepthLimit));
  Watch watch(bytes, problems);
  if (!json::sax_parse(bytes, &watch)) return {};
  auto parsed = json::parse(bytes);
  if (!parsed.is_object()) {
    fields::wrong(parsed, "an object", "", problems);
    return {};
  }
  return parsed;
}

}  // namespace casus::method
