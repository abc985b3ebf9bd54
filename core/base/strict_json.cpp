// SPDX-License-Identifier: EUPL-1.2
#include "core/base/strict_json.hpp"

#include "core/base/json_fields.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>
#include <vector>

namespace casus {
namespace {

using nlohmann::json;

/// "line 3, column 7"; of text on one line, whose number only the caller knows, "column 7".
std::string place(std::string_view bytes, std::size_t at) {
  const auto before = bytes.substr(0, std::min(at, bytes.size()));
  const auto newline = before.rfind('\n');
  const auto column = before.size() - (newline == std::string_view::npos ? 0 : newline + 1) + 1;
  if (bytes.find('\n') == std::string_view::npos) return fmt::format("column {}", column);
  return fmt::format("line {}, column {}", 1 + std::ranges::count(before, '\n'), column);
}

/// Where the nesting first goes too deep, or npos. Looked at before parsing, so that no later step can run out of
/// stack.
std::size_t too_deep(std::string_view bytes, std::size_t most) {
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
      if (++depth > most) return i;
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return std::string_view::npos;
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

/// Makes the value and looks at it on the way. The parser's own callback would do, but with one it takes time by the
/// square of a list's length.
class Maker final : public nlohmann::json_sax<json> {
 public:
  Maker(std::string_view bytes, std::string_view first_key, Problems& problems)
      : bytes_(bytes), first_key_(first_key), problems_(problems) {}

  bool null() override { return put(nullptr); }
  bool boolean(bool value) override { return put(value); }
  bool number_integer(number_integer_t value) override { return put(value); }
  bool number_unsigned(number_unsigned_t value) override { return put(value); }
  bool number_float(number_float_t value, const string_t&) override { return put(value); }
  bool binary(binary_t& value) override { return put(std::move(value)); }
  bool string(string_t& text) override {
    const bool control = has_control(text);
    put(std::move(text));
    if (control) problems_.push_back({pointer(), "control character in a text"});
    return true;
  }
  bool start_object(std::size_t) override { return open(json::object()); }
  bool start_array(std::size_t) override { return open(json::array()); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }

  bool key(string_t& name) override {
    auto& here = open_.back();
    if (open_.size() == 1 && here.value->empty() && !first_key_.empty() && name != first_key_)
      problems_.push_back({"", fmt::format("expected '{}' as the first key, got '{}'", first_key_, name)});
    here.key = name;
    if (has_control(name)) problems_.push_back({pointer(), "control character in a key"});
    if (here.value->contains(name)) problems_.push_back({pointer(), "key '" + name + "' stands here twice"});
    return true;
  }

  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& error) override {
    problems_.push_back({"", place(bytes_, position == 0 ? 0 : position - 1) + ": " + reason(error.what())});
    return false;
  }

  json take() { return std::move(made_); }

 private:
  struct Open {
    json* value;
    std::string key;  // of an object, the last that was read
  };

  json* add(json value) {
    if (open_.empty()) return &(made_ = std::move(value));
    auto& [into, key] = open_.back();
    if (into->is_array()) {
      into->push_back(std::move(value));
      return &into->back();
    }
    return &((*into)[key] = std::move(value));
  }

  bool put(json value) {
    add(std::move(value));
    return true;
  }

  // The address stays: nothing is added to what lies above before this is closed.
  bool open(json empty) {
    open_.push_back({add(std::move(empty)), {}});
    return true;
  }

  bool close() {
    open_.pop_back();
    return true;
  }

  std::string pointer() const {
    std::string out;
    for (const auto& [value, key] : open_)
      out = fields::child(out, value->is_array() ? std::to_string(value->size() - 1) : key);
    return out;
  }

  std::string_view bytes_;
  std::string_view first_key_;
  Problems& problems_;
  std::vector<Open> open_;
  json made_;
};

}  // namespace

json strict_json(std::string_view bytes, const JsonBounds& bounds, Problems& problems) {
  const auto refuse = [&](std::string message) {
    problems.push_back({"", std::move(message)});
    return json();
  };
  if (bytes.size() > bounds.bytes)
    return refuse(fmt::format("expected at most {} bytes, got {}", bounds.bytes, bytes.size()));
  if (!is_utf8(bytes)) return refuse("expected text in UTF-8");
  if (const auto at = too_deep(bytes, bounds.depth); at != std::string_view::npos)
    return refuse(fmt::format("{}: nested deeper than {}", place(bytes, at), bounds.depth));
  Maker maker(bytes, bounds.first_key, problems);
  if (!json::sax_parse(bytes, &maker)) return {};
  auto made = maker.take();
  if (!made.is_object()) {
    fields::wrong(made, "an object", "", problems);
    return {};
  }
  return made;
}

}  // namespace casus
