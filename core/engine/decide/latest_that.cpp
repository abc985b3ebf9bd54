// SPDX-License-Identifier: EUPL-1.2
#include "core/engine/decide/latest_that.hpp"

#include "core/engine/explain/lacking.hpp"
#include "core/model/case/unseen.hpp"

#include <algorithm>

namespace casus::engine {

std::vector<const Contribution*> latest_that(const Case& c, const std::function<bool(const Contribution&)>& fits) {
  constexpr std::size_t kMost = 5;
  std::vector<const Contribution*> all;
  for (auto it = c.contributions.rbegin(); it != c.contributions.rend(); ++it)
    if (fits(*it)) all.push_back(&*it);
  std::ranges::stable_sort(all, {}, [&](const Contribution* it) {
    return c.is_anonymous(*it) ? std::string_view(it->id) : std::string_view();
  });
  if (all.size() > kMost) all.resize(kMost);
  return all;
}

text::Message with_its_words(const Case& c, const Contribution& said) {
  if (said.text.empty() || !is_shown(c, said)) return text::Message::verbatim(said.id);
  return text::msg("records.one_of", "id"_is = said.id, "text"_is = first_signs_of(said.text));
}

}  // namespace casus::engine
