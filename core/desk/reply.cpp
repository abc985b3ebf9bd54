// SPDX-License-Identifier: EUPL-1.2
#include "core/desk/reply.hpp"

#include "core/base/text.hpp"
#include "core/page/page.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace casus::desk {

void Reply::json(nlohmann::json document) { document_ = std::make_shared<const nlohmann::json>(std::move(document)); }

void Reply::table(page::Row header, std::vector<page::Row> rows) {
  auto sheet = std::make_shared<page::Page>();
  sheet->table(header, rows);
  text(page::table(header, rows));
  sayings_.back().laid_out = std::move(sheet);
}

void Reply::prose(std::string_view lead, std::string_view said) {
  page::Page sheet;
  const auto mark = trimmed(lead);
  if (mark == "*" || mark == "-") sheet.bullet(said);
  else sheet.paragraph(mark.empty() ? std::string(said) : fmt::format("{} {}", mark, said));
  text(page::paragraph(lead, said), std::move(sheet));
}

void Reply::fact(std::string_view label, std::string_view said) {
  if (said.empty()) return;
  page::Page sheet;
  sheet.fact(label, said);
  text(page::field(label, said), std::move(sheet));
}

void Reply::text(std::string said, page::Page laid_out, std::string to_read) {
  text(std::move(said));
  sayings_.back().to_read = std::move(to_read);
  sayings_.back().laid_out = std::make_shared<const page::Page>(std::move(laid_out));
}

void Reply::page(page::Page page) {
  text(page::page_text(page));
  page_ = std::make_shared<const page::Page>(std::move(page));
  sayings_.back().laid_out = page_;
}

void Reply::picture(std::string svg) {
  text(svg);
  picture_ = std::move(svg);
}

}  // namespace casus::desk
