// SPDX-License-Identifier: EUPL-1.2
// The only source that sees simdjson.
#include "core/store/codec/quick_json.hpp"

#include <simdjson.h>

#include <bit>

namespace casus::store {

namespace dom = simdjson::dom;

/// An element is a place in the parsed tree: two words, copied as they are.
struct QuickValue::Inside {
  static QuickValue of(dom::element element) {
    QuickValue value;
    value.inside_ = std::bit_cast<decltype(inside_)>(element);
    return value;
  }
  static dom::element in(const QuickValue& value) { return std::bit_cast<dom::element>(value.inside_); }

  template <class T>
  static bool get(const QuickValue& value, T& out) {
    return in(value).get(out) == simdjson::SUCCESS;
  }
};

struct QuickJson::Parser {
  dom::parser parser;
};

bool QuickValue::read(std::string_view& out) const { return Inside::get(*this, out); }
bool QuickValue::read(bool& out) const { return Inside::get(*this, out); }
bool QuickValue::read(double& out) const { return Inside::get(*this, out); }
bool QuickValue::read(std::int64_t& out) const { return Inside::get(*this, out); }
bool QuickValue::read(std::uint64_t& out) const { return Inside::get(*this, out); }
bool QuickValue::is_object() const { return Inside::in(*this).is_object(); }

std::size_t QuickValue::size() const {
  dom::object object;
  if (Inside::get(*this, object)) return object.size();
  dom::array list;
  return Inside::get(*this, list) ? list.size() : 0;
}

std::optional<QuickValue> QuickValue::find(std::string_view name) const {
  dom::object object;
  dom::element found;
  if (!Inside::get(*this, object) || object.at_key(name).get(found) != simdjson::SUCCESS) return std::nullopt;
  return Inside::of(found);
}

bool QuickValue::each_item(const std::function<bool(QuickValue)>& see) const {
  dom::array list;
  if (!Inside::get(*this, list)) return false;
  for (const auto item : list)
    if (!see(Inside::of(item))) return false;
  return true;
}

QuickJson::QuickJson() : parser_(std::make_unique<Parser>()) {}
QuickJson::~QuickJson() = default;

std::optional<QuickValue> QuickJson::parse(std::string_view text) {
  dom::element root;
  if (parser_->parser.parse(text.data(), text.size()).get(root) != simdjson::SUCCESS) return std::nullopt;
  return QuickValue::Inside::of(root);
}

}  // namespace casus::store
