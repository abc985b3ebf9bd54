// SPDX-License-Identifier: EUPL-1.2
#include "core/base/json/json_place.hpp"

#include "core/base/json/json_fields.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <optional>

namespace casus {
namespace {

using nlohmann::json;

/// Reads for the parser, and shows how far it has read: the parser itself tells a place only when it stumbles.
class Reading {
 public:
  using iterator_category = std::input_iterator_tag;
  using value_type = char;
  using difference_type = std::ptrdiff_t;
  using pointer = const char*;
  using reference = const char&;

  Reading(const char* at, const char** read) : at_(at), read_(read) {}
  const char& operator*() const { return *at_; }
  Reading& operator++() {
    *read_ = ++at_;
    return *this;
  }
  Reading operator++(int) {
    auto before = *this;
    ++*this;
    return before;
  }
  bool operator==(const Reading& other) const { return at_ == other.at_; }

 private:
  const char* at_;
  const char** read_;
};

using Wanted = std::map<std::string, std::optional<std::size_t>, std::less<>>;

/// Follows the parser with the pointer of what it reads. Between two tokens stand only spaces, a comma or a colon.
class Follower final : public nlohmann::json_sax<json> {
 public:
  Follower(std::string_view bytes, const char* const& read, Wanted& wanted)
      : bytes_(bytes), read_(read), wanted_(wanted) {}

  bool null() override { return value(); }
  bool boolean(bool) override { return value(); }
  bool number_integer(number_integer_t) override { return number(); }
  bool number_unsigned(number_unsigned_t) override { return number(); }
  bool number_float(number_float_t, const string_t&) override { return number(); }
  bool string(string_t&) override { return value(); }
  bool binary(binary_t&) override { return value(); }
  bool start_object(std::size_t) override { return open(false); }
  bool start_array(std::size_t) override { return open(true); }
  bool end_object() override { return close(); }
  bool end_array() override { return close(); }
  bool key(string_t& name) override {
    path_.resize(open_.back().length);
    path_ = fields::child(path_, name);
    found(begin());
    end_ = here();
    return true;
  }
  bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override { return false; }

 private:
  struct Open {
    bool is_list;
    std::size_t length;  ///< of its pointer in `path_`
    std::size_t next = 0;
  };

  std::size_t here() const { return static_cast<std::size_t>(read_ - bytes_.data()); }

  std::size_t begin() const {
    constexpr std::string_view kBetween = " \t\r\n,:";
    return std::min(bytes_.find_first_not_of(kBetween, end_), bytes_.size());
  }

  void found(std::size_t at) {
    if (const auto it = wanted_.find(path_); it != wanted_.end()) it->second = at;
  }

  /// A member was found at its key already.
  void item() {
    if (open_.empty()) return found(begin());
    if (!open_.back().is_list) return;
    path_.resize(open_.back().length);
    path_ += '/' + std::to_string(open_.back().next++);
    found(begin());
  }

  bool value() {
    item();
    end_ = here();
    return true;
  }

  /// The parser has looked one letter further to know that the number ends.
  bool number() {
    item();
    end_ = std::min(bytes_.find_first_not_of("+-.0123456789eE", begin()), bytes_.size());
    return true;
  }

  bool open(bool is_list) {
    item();
    end_ = here();
    open_.push_back({is_list, path_.size()});
    return true;
  }

  bool close() {
    end_ = here();
    path_.resize(open_.back().length);
    open_.pop_back();
    return true;
  }

  std::string_view bytes_;
  const char* const& read_;
  Wanted& wanted_;
  std::string path_;
  std::vector<Open> open_;
  std::size_t end_ = 0;  ///< behind the token that was read last
};

std::string_view above(std::string_view pointer) { return pointer.substr(0, pointer.rfind('/')); }

/// Begins of lines, so that many places cost one pass.
class Lines {
 public:
  explicit Lines(std::string_view bytes) : bytes_(bytes) {
    for (std::size_t at = 0; (at = bytes.find('\n', at)) != std::string_view::npos;) begins_.push_back(++at);
    for (std::size_t at = 0; at < bytes.size(); at += kPart)
      letters_.push_back(letters_.back() + letters_in(bytes.substr(at, kPart)));
  }

  FilePlace of(std::size_t at) const {
    const auto line = std::prev(std::ranges::upper_bound(begins_, at));
    const auto column = letters_before(at) - letters_before(*line) + 1;
    if (begins_.size() == 1) return {0, column};
    return {static_cast<std::size_t>(line - begins_.begin()) + 1, column};
  }

 private:
  /// Of a file on one line, a column is not counted from its beginning each time.
  static constexpr std::size_t kPart = 512;

  static std::size_t letters_in(std::string_view bytes) {
    return static_cast<std::size_t>(
        std::ranges::count_if(bytes, [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
  }

  std::size_t letters_before(std::size_t at) const {
    const auto part = at / kPart;
    return letters_[part] + letters_in(bytes_.substr(part * kPart, at - part * kPart));
  }

  std::string_view bytes_;
  std::vector<std::size_t> begins_{0};
  std::vector<std::size_t> letters_{0};  ///< before each part, and in all
};

}  // namespace

FilePlace place_at(std::string_view bytes, std::size_t at) { return Lines(bytes).of(std::min(at, bytes.size())); }

std::vector<FilePlace> places_of(const std::vector<std::string>& pointers, std::string_view bytes) {
  Wanted wanted;
  wanted.emplace("", std::nullopt);
  for (const auto& pointer : pointers)
    for (std::string_view one = pointer; one.starts_with('/'); one = above(one))
      if (!wanted.emplace(one, std::nullopt).second) break;
  const char* read = bytes.data();
  Follower follower(bytes, read, wanted);
  json::sax_parse(Reading(bytes.data(), &read), Reading(bytes.data() + bytes.size(), &read), &follower);
  const Lines lines(bytes);
  std::vector<FilePlace> places;
  places.reserve(pointers.size());
  for (const auto& pointer : pointers) {
    std::string_view one = pointer;
    auto found = wanted.find(one);
    while (found != wanted.end() && !found->second && one.starts_with('/')) found = wanted.find(one = above(one));
    places.push_back(found == wanted.end() || !found->second ? FilePlace{} : lines.of(*found->second));
  }
  return places;
}

}  // namespace casus
