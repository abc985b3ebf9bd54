// SPDX-License-Identifier: EUPL-1.2
#include "core/base/csv.hpp"

#include <algorithm>

namespace casus::csv {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

char separator_of(std::string_view bytes) {
  const auto first = bytes.substr(0, std::min(bytes.find('\n'), bytes.size()));
  char best = ',';
  for (const char sign : {';', '\t'})
    if (std::ranges::count(first, sign) > std::ranges::count(first, best)) best = sign;
  return best;
}

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes), separator_(separator_of(bytes)) {}

  Outcome<std::vector<Row>, Broken> rows() {
    std::vector<Row> all;
    while (at_ < bytes_.size()) {
      Row row{line_, {}};
      do {
        row.cells.emplace_back();
        if (at_ < bytes_.size() && bytes_[at_] == '"') {
          if (!quoted(row.cells.back())) return failure(broken_);
        } else if (!plain(row.cells.back())) {
          return failure(broken_);
        }
      } while (take(separator_));
      if (at_ < bytes_.size() && !line_end()) {
        broken_ = {row.line, Broken::Kind::after_quote};
        return failure(broken_);
      }
      if (row.cells.size() > 1 || !row.cells.front().empty()) all.push_back(std::move(row));
    }
    return all;
  }

 private:
  bool take(char sign) {
    if (at_ >= bytes_.size() || bytes_[at_] != sign) return false;
    ++at_;
    return true;
  }

  bool line_end() {
    const auto begin = at_;
    take('\r');
    if (take('\n') || at_ > begin) {
      ++line_;
      return true;
    }
    return false;
  }

  bool plain(std::string& cell) {
    const auto end = bytes_.find_first_of(std::string{separator_, '\r', '\n', '"'}, at_);
    if (end != std::string_view::npos && bytes_[end] == '"') {
      broken_ = {line_, Broken::Kind::quote_inside};
      return false;
    }
    cell = bytes_.substr(at_, end - at_);
    at_ = std::min(end, bytes_.size());
    return true;
  }

  bool quoted(std::string& cell) {
    const auto begun = line_;
    for (++at_; at_ < bytes_.size(); ++at_) {
      if (bytes_[at_] == '"') {
        if (at_ + 1 >= bytes_.size() || bytes_[at_ + 1] != '"') {
          ++at_;
          return true;
        }
        ++at_;
      }
      if (bytes_[at_] == '\n') ++line_;
      cell += bytes_[at_];
    }
    broken_ = {begun, Broken::Kind::open_quote};
    return false;
  }

  std::string_view bytes_;
  char separator_;
  std::size_t at_ = 0;
  std::int64_t line_ = 1;
  Broken broken_;
};

}  // namespace

Outcome<std::vector<Row>, Broken> read(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) bytes.remove_prefix(kByteOrderMark.size());
  return Reader(bytes).rows();
}

std::string written(const std::vector<std::vector<std::string>>& rows, const Style& style) {
  std::string out(style.byte_order_mark ? kByteOrderMark : "");
  for (const auto& row : rows) {
    for (std::size_t i = 0; i < row.size(); ++i) {
      if (i > 0) out += style.separator;
      const auto cell = !row[i].empty() && std::string_view("=+-@\t\r").find(row[i][0]) != std::string_view::npos
                            ? "'" + row[i]
                            : row[i];
      if (cell.find_first_of(std::string{style.separator, '"', '\r', '\n'}) == std::string::npos) {
        out += cell;
        continue;
      }
      out += '"';
      for (const char c : cell) out += c == '"' ? std::string("\"\"") : std::string(1, c);
      out += '"';
    }
    out += "\r\n";
  }
  return out;
}

}  // namespace casus::csv
